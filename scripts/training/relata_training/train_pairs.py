"""Second stage: goes on from a weight file and adds the coreference and relation heads.

    python -m relata_training.train_pairs --data DIR --start FILE --documents DIR --work DIR [--minutes N]

--documents holds what relata_training.documents made with the tool and the weights of the first stage.
"""
import argparse
import os
import random
import time

import numpy as np
import torch

from . import pairs, weights
from .mentions import FEATURE_SIZES, FORMS, MOODS, RELATIONS
from .model import PairHeads
from .substitute import Pools
from .train import epoch_windows, load_config, load_corpora, pick_threads, save
from .windows import augment, batches, collate

PARTS = ("ner", "upos", "xpos", "arc", "rel", "start", "coref", "relation", "trigger", "mood")


class Joint(torch.nn.Module):
    """The annotator of the first stage and the pair heads."""

    def __init__(self, annotator, c):
        super().__init__()
        self.annotator = annotator
        self.pairs = PairHeads(c["hidden"], len(RELATIONS), len(MOODS), len(FORMS), FEATURE_SIZES)
        self.c = c

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
    marked = {s: pairs.read(os.path.join(args.documents, s + ".train.jsonl")) for s in ("voa", "ontogum", "gap", "litbank", "kn")}
    marked.update((s + ".swap", pairs.read(os.path.join(args.documents, s + ".train.jsonl"), swap=True)) for s in ("voa", "gap"))
    opts = optimisers(model, p, t["weight_decay"])
    bases = [[g["lr"] for g in o.param_groups] for o in opts]
    last = os.path.join(args.work, "ckpt", "last.pt")
    step, turn, spent, skip = 0, 0, 0.0, 0
    if os.path.exists(last):
        ck = torch.load(last, weights_only=False)
        missing = model.load_state_dict(ck["model"], strict=False).missing_keys
        if missing:                 # a head has grown since: its new parts start afresh, and so do the moments
            print("new:", *missing)
        else:
            for o, s in zip(opts, ck["opts"]):
                o.load_state_dict(s)
        step, turn, spent, skip = ck["step"], ck["epoch"], ck["spent"], ck["in_epoch"]
        print(f"resumed at step {step}, epoch {turn}, {spent / 60:.1f} min", flush=True)
    total, limit = (args.minutes or p["minutes"]) * 60, args.steps or p["steps"]
    begun, saved, shown = time.time() - spent, time.time(), time.time()
    sums, counts = {}, {}
    over = False
    while not over:
        rng = random.Random(config["seed"] * 1000 + turn)
        work = epoch(train, marked, config, tokenizer, rng, pools)
        print(f"epoch {turn}: {len(work)} batches, {sum(k == 'chunks' for k, _ in work)} of chunks", flush=True)
        for index in range(skip, len(work)):
            spent = time.time() - begun
            done = step / limit if limit else spent / total
            if done >= 1:
                over = True
                break
            if step % 10 == 0:
                torch.set_num_threads(pick_threads(t, torch.get_num_threads()))
            factor = min(1.0, (step + 1) / t["warmup_steps"]) * (1 - done)
            for o, base in zip(opts, bases):
                for g, lr in zip(o.param_groups, base):
                    g["lr"] = lr * factor
            torch.manual_seed(config["seed"] + step)
            noise = np.random.default_rng(config["seed"] * 100003 + step)
            kind, items = work[index]
            if kind == "windows":
                batch = collate(items, tokenizer, c, noise, t["piece_mask"])
            else:
                change_rng = random.Random(config["seed"] * 7 + step)

                def change(windows):
                    flat = [s for w in windows for s in w]
                    made = iter(augment(flat, change_rng, config["augment"], pools))
                    return [[next(made) for _ in w] for w in windows]
                batch = pairs.collate_chunks(items, tokenizer, c, noise, t["piece_mask"], change)
            model.train()
            with torch.autocast("cpu", torch.bfloat16, enabled=t["bf16"]):
                x = annotator.encoder(batch["ids"], batch["valid"])
            losses = model.losses(batch, x)
            n = len(batch["first"])
            loss = sum((config["loss"].get(k) or p["loss"][k]) * v for k, v in losses.items()) / n
            for o in opts:
                o.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([q for g in opts[0].param_groups for q in g["params"]], t["clip"])
            for o in opts:
                o.step()
            step += 1
            for k, v in losses.items():
                sums[k] = sums.get(k, 0.0) + float(v.detach())
                counts[k] = counts.get(k, 0) + {"ner": int((batch["ner_weight"] > 0).sum()), "coref": len(batch.get("a_dummy", ())),
                                                "relation": len(batch.get("r_s", ())), "trigger": int(batch["r_trigger"].any(-1).sum()) if "r_trigger" in batch else 0,
                                                "mood": int((batch["r_moods"][:, 0] >= 0).sum()) if "r_moods" in batch else 0
                                                }.get(k, len(batch["tagged"]))
            if step % 50 == 0 or step in (5, 10, 20):
                text = " ".join(f"{k} {sums.get(k, 0) / max(1, counts.get(k, 0)):.3f}" for k in PARTS)
                print(f"step {step} epoch {turn} {index}/{len(work)} {spent / 60:.1f} min lr {factor:.3f} {text} "
                      f"{(time.time() - shown) / 50:.2f} s threads {torch.get_num_threads()}", flush=True)
                sums, counts, shown = {}, {}, time.time()
            if time.time() - saved > t["checkpoint_minutes"] * 60:
                save(last, model, opts, dict(step=step, epoch=turn, spent=time.time() - begun, in_epoch=index + 1))
                if args.keep:
                    save(os.path.join(args.work, "ckpt", f"{step}.pt"), model, [], dict(step=step, epoch=turn))
                saved = time.time()
        else:
            turn, skip = turn + 1, 0
    save(last, model, opts, dict(step=step, epoch=turn, spent=time.time() - begun, in_epoch=index))
    save(os.path.join(args.work, "ckpt", "final.pt"), model, [], dict(step=step, epoch=turn))
    print("done", flush=True)


if __name__ == "__main__":
    main()
