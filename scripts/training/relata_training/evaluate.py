"""Scores a weight file on the development sets: python -m relata_training.evaluate --data DIR --weights FILE [--float] [--out FILE]."""
import argparse
import time
from collections import Counter

import torch

from . import weights
from .annotate import annotate
from .labels import ANYTHING
from .train import load_config, load_corpora

SETS = [("ewt", ["PERSON", "ORGANIZATION", "LOCATION"]), ("voa", ["PERSON", "ORGANIZATION", "LOCATION", "GROUP", "EVENT", "OTHER"]),
        ("crossner", ["PERSON", "ORGANIZATION", "LOCATION", "EVENT"]), ("re3d", ["PERSON", "ORGANIZATION", "LOCATION", "GROUP", "DATE"]),
        ("wnut", ["PERSON", "ORGANIZATION", "LOCATION"]), ("twitter", ["PERSON", "ORGANIZATION", "LOCATION"])]


def f1(tp, fp, fn):
    return 200.0 * tp / max(1, 2 * tp + fp + fn)


def names(model, tokenizer, documents, types, trees=False):
    """Strict span counts; spans over words of unknown label are ignored."""
    c = Counter()
    for s, r in annotate(model, tokenizer, documents, trees=trees):
        count_trees(c, s, r)
        if s.gold is None:
            continue
        unknown = lambda a, b: s.ner is not None and any(s.ner[i] == ANYTHING for i in range(a, b))
        gold = {x for x in map(tuple, s.gold) if x[2] in types}
        found = {x for x in r["spans"] if x[2] in types and not unknown(x[0], x[1])}
        for kind, group in (("tp", gold & found), ("fp", found - gold), ("fn", gold - found)):
            for x in group:
                c[kind, x[2]] += 1
                c[kind] += 1
    return c


def count_trees(c, s, r):
    if not s.heads:
        return
    c["words"] += len(s.words)
    c["upos"] += sum(a == b for a, b in zip(s.upos, r["upos"]))
    c["xpos"] += sum(a == b for a, b in zip(s.xpos, r["xpos"]))
    if "heads" in r:
        c["uas"] += sum(a == b for a, b in zip(s.heads, r["heads"]))
        c["las"] += sum(a == b and x == y for a, b, x, y in zip(s.heads, r["heads"], s.deprels, r["deprels"]))


def report(model, tokenizer, dev):
    lines = ["| set | P | R | F1 | by type |", "|---|---|---|---|---|"]
    tree_lines = ["| set (gold tokens) | UPOS | XPOS | UAS | LAS |", "|---|---|---|---|---|"]
    for name, types in SETS + [("gum", [])]:
        if name not in dev:
            continue
        c = names(model, tokenizer, dev[name], set(types), trees=name in ("ewt", "gum"))
        if types:
            each = " ".join(f"{t[:3]} {f1(c['tp', t], c['fp', t], c['fn', t]):.1f}/{c['tp', t] + c['fn', t]}" for t in types)
            lines.append(f"| {name} | {100 * c['tp'] / max(1, c['tp'] + c['fp']):.1f} | {100 * c['tp'] / max(1, c['tp'] + c['fn']):.1f} "
                         f"| **{f1(c['tp'], c['fp'], c['fn']):.2f}** | {each} |")
        if c["words"]:
            tree_lines.append(f"| {name} | " + " | ".join(f"{100 * c[k] / c['words']:.2f}" for k in ("upos", "xpos", "uas", "las")) + " |")
    return "\n".join(lines + [""] + tree_lines)


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--weights", required=True)
    p.add_argument("--float", action="store_true", help="do not round activations to 8 bits")
    p.add_argument("--smoke", action="store_true")
    p.add_argument("--out")
    args = p.parse_args(argv)
    torch.set_num_threads(1)
    model, tokenizer = weights.load(args.weights, simulate_activations=not args.float)
    _, dev = load_corpora(args.data, load_config(), args.smoke)
    begun = time.time()
    text = report(model, tokenizer, dev)
    print(text)
    print(f"{time.time() - begun:.0f} s")
    if args.out:
        with open(args.out, "a") as f:
            f.write(f"\n## {time.strftime('%H:%M')} {args.weights} step {model.c.get('step', '?')}\n{text}\n")


if __name__ == "__main__":
    main()
