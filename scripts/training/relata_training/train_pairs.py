"""Second stage: goes on from a weight file and adds the coreference and relation heads.

    python -m relata_training.train_pairs --data DIR --start FILE --documents DIR --work DIR [--minutes N]

--documents holds what relata_training.documents made with the tool and the weights of the first stage.
"""
import argparse
import os
import random

import torch

from . import loop, pairs, weights
from .mentions import FEATURE_SIZES, FORMS, MOODS, RELATIONS
from .model import PairHeads
from .substitute import Pools
from .train import epoch_windows, load_config, load_corpora
from .windows import augment, batches, collate

PARTS = ("ner", "upos", "xpos", "arc", "rel", "start", "coref", "relation", "trigger", "mood")


class Joint(torch.nn.Module):
    """The annotator of the first stage and the pair heads."""

    def __init__(self, annotator, c):
        super().__init__()
        self.annotator = annotator
        self.pairs = PairHeads(c["hidden"], len(RELATIONS), len(MOODS), len(FORMS), FEATURE_SIZES)
        self.c = c

    def encode(self, batch):
        return self.annotator.encoder(batch["ids"], batch["valid"])

    def losses(self, batch, encoded):
        out = self.annotator.losses(batch, encoded) if "allowed" in batch else {}
        x = encoded.float()
        flat = x.reshape(-1, x.shape[-1])
        if "m_first" in batch:
            V = torch.cat([flat[batch["first"]], flat[batch["last"]]], -1)
            V = torch.nn.functional.dropout(V, self.annotator.encoder.dropout, self.training)
            out.update(self.pairs.losses(flat, V, batch))
        return out


def epoch(train, marked, config, tokenizer, rng, pools):
    """Shuffled work items: ("windows", batch) and ("chunks", batch)."""
    p, t = config["pairs"], config["training"]
    work = [("windows", b) for b in batches(epoch_windows(train, config, tokenizer, rng, pools), tokenizer, t["batch_tokens"], rng)]
    chosen = []
    for source in sorted(marked):
        documents, share = marked[source], p["share"].get(source, 1.0)
        while share >= 1:
            chosen += documents
            share -= 1
        if share > 0:
            chosen += rng.sample(documents, int(len(documents) * share))
    items = [c for d in chosen for c in pairs.chunks(d, tokenizer, config["model"]["maxWindowPieces"] // (1 if rng.random() < p["full_windows"] else 2))]
    work += [("chunks", b) for b in pairs.chunk_batches(items, tokenizer, t["batch_tokens"], rng)]
    rng.shuffle(work)
    return work


def optimisers(model, p, weight_decay):
    groups = dict(encoder=[], head=[], pair=[])
    for name, q in model.named_parameters():
        if name != "annotator.encoder.word.weight":
            groups["pair" if name.startswith("pairs.") else "encoder" if ".encoder." in name else "head"].append(q)
    adam = torch.optim.AdamW([dict(params=groups[k], lr=p[k + "_lr"]) for k in groups], weight_decay=weight_decay, betas=(0.9, 0.98))
    sparse = torch.optim.SparseAdam([model.annotator.encoder.word.weight], lr=p["embedding_lr"], betas=(0.9, 0.98))
    return [adam, sparse]


class Batches:
    """Work items to batches: windows as in the first stage, chunks of documents with names swapped."""

    def __init__(self, config, tokenizer, c, pools):
        self.config, self.tokenizer, self.c, self.pools = config, tokenizer, c, pools

    def __call__(self, item, step, noise):
        (kind, items), mask = item, self.config["training"]["piece_mask"]
        if kind == "windows":
            return collate(items, self.tokenizer, self.c, noise, mask)
        rng = random.Random(self.config["seed"] * 7 + step)

        def change(windows):
            made = iter(augment([s for w in windows for s in w], rng, {**self.config["augment"], **self.config["pairs"]["augment"]}, self.pools))
            return [[next(made) for _ in w] for w in windows]
        return pairs.collate_chunks(items, self.tokenizer, self.c, noise, mask, change)


def cases(batch, loss):
    """How many cases a loss is summed over."""
    if loss == "ner":
        return int((batch["ner_weight"] > 0).sum())
    if loss == "coref":
        return len(batch.get("a_dummy", ()))
    if loss == "relation":
        return len(batch.get("r_s", ()))
    if loss == "trigger":
        return int(batch["r_trigger"].any(-1).sum()) if "r_trigger" in batch else 0
    if loss == "mood":
        return int((batch["r_moods"][:, 0] >= 0).sum()) if "r_moods" in batch else 0
    return len(batch["tagged"])


def main(argv=None):
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--start", required=True)
    a.add_argument("--documents", required=True)
    a.add_argument("--work", required=True)
    a.add_argument("--config")
    a.add_argument("--minutes", type=float)
    a.add_argument("--steps", type=int, default=0)
    a.add_argument("--keep", action="store_true", help="keep the model at each checkpoint beside the last, as ckpt/STEP.pt, to be averaged")
    args = a.parse_args(argv)
    config = load_config(args.config)
    p, t = config["pairs"], config["training"]
    os.makedirs(os.path.join(args.work, "ckpt"), exist_ok=True)
    torch.set_num_threads(t["threads"] or 1)
    torch.manual_seed(config["seed"])
    train, _ = load_corpora(args.data, config)
    annotator, tokenizer = weights.load(args.start, simulate_activations=False)
    c = dict(annotator.c)
    annotator.encoder.dropout = t["dropout"]
    for layer in annotator.encoder.layers:
        layer.dropout = t["dropout"]
    annotator.head_dropout = t["head_dropout"]
    model = Joint(annotator, c)
    heads = weights.load_pairs(args.start)
    if heads is not None:
        model.pairs.load_state_dict(heads.state_dict())
    pools = Pools(args.data, train)
    train = {k: v for k, v in train.items() if k != "voa"}      # read below, on the tool's words
    config["share"].update(p["window_share"])
    marked = {s: pairs.read(os.path.join(args.documents, s + ".train.jsonl")) for s in ("voa", "own2", "gum", "ontogum", "gap", "litbank", "kn", "silver")}
    marked.update((s + ".swap", pairs.read(os.path.join(args.documents, s + ".train.jsonl"), swap=True)) for s in ("voa", "own2", "gap"))
    stage = loop.Stage(
        model=model, encode=model.encode, optimisers=optimisers(model, p, t["weight_decay"]),
        epoch=lambda rng: epoch(train, marked, config, tokenizer, rng, pools), batch=Batches(config, tokenizer, c, pools),
        loss_weights={**p["loss"], **config["loss"]}, counts=cases, parts=PARTS)
    loop.train(stage, loop.Schedule(args.minutes or p["minutes"], args.steps or p["steps"], t["warmup_steps"]), config, args.work, args.keep)


if __name__ == "__main__":
    main()
