"""Scores the pair heads on development documents: python -m relata_training.evaluate_pairs --documents DIR (--checkpoint FILE --start FILE | --weights FILE).

The large model: --weights of the small one, for its labels, --published DIR and --large FILE (a checkpoint, or a teacher.safetensors); --round reads its
encoder in 4 bits.

Relations with gold names and coreference (what the head itself can do); coreference on head words, clusters of two and more; GAP.
The figures that count are those of `relata eval`, from raw text.
"""
import argparse
import json
import os
from collections import defaultdict

import numpy as np
import torch
from scipy.optimize import linear_sum_assignment

from . import large, nationality, pairs, weights
from .mentions import RELATIONS, SYMMETRIC
from .train_pairs import Joint


def forward(model, tokenizer, marked):
    """(flat vectors, word vectors, batch) of a whole document, or None for an empty one."""
    items = pairs.chunks(marked, tokenizer, model.c["maxWindowPieces"], 10 ** 6)
    if not items or not marked.mentions:
        return None
    batch = pairs.collate_chunks(items, tokenizer, model.c)
    x = model.encode(batch).float()
    flat = x.reshape(-1, x.shape[-1])
    return flat, torch.cat([flat[batch["first"]], flat[batch["last"]]], -1), batch


def antecedents(model, marked, flat, batch):
    """Best earlier mention of each mention, or −1, with all features known; mentions of the document in order."""
    M = model.pairs.mention_vectors(flat, batch)
    i, j, f = [], [], []
    for n, features in enumerate(marked.features):
        if features is None:
            continue
        lo = n - len(features)
        i += [n] * len(features)
        j += range(lo, n)
        f.append(features)
    best, score = [-1] * len(marked.mentions), [0.0] * len(marked.mentions)
    if i:
        s = model.pairs.antecedent_scores(M, torch.tensor(i), torch.tensor(j), torch.from_numpy(np.concatenate(f).astype(np.int64))).tolist()
        for a, b, v in zip(i, j, s):
            if v > score[a]:
                best[a], score[a] = b, v
    return best


def clusters_of(best):
    root = list(range(len(best)))
    for i, j in enumerate(best):
        if j >= 0:
            root[i] = root[j]
    groups = defaultdict(set)
    for i, r in enumerate(root):
        groups[r].add(i)
    return [g for g in groups.values() if len(g) > 1]


class CoNLL:
    """Sums of MUC, B³ and CEAFφ4 over documents."""

    def __init__(self):
        self.sums = np.zeros((3, 4))

    def add(self, gold, found):
        of_g = {m: k for k, g in enumerate(gold) for m in g}
        of_f = {m: k for k, g in enumerate(found) for m in g}

        def muc(a, of_b):
            return sum(len(g) - len({of_b.get(m, ("x", m)) for m in g}) for g in a), sum(len(g) - 1 for g in a)

        def b3(a, b, of_b):
            return sum(len(g & b[of_b[m]]) / len(g) for g in a for m in g if m in of_b), sum(map(len, a))
        r, p = muc(gold, of_f), muc(found, of_g)
        self.sums[0] += [p[0], p[1], r[0], r[1]]
        r, p = b3(gold, found, of_f), b3(found, gold, of_g)
        self.sums[1] += [p[0], p[1], r[0], r[1]]
        total = 0.0
        if gold and found:
            sim = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold])
            a, b = linear_sum_assignment(-sim)
            total = sim[a, b].sum()
        self.sums[2] += [total, len(found), total, len(gold)]

    def f1(self):
        out = []
        for a, b, c, d in self.sums:
            p, r = a / max(b, 1e-9), c / max(d, 1e-9)
            out.append(200 * p * r / max(p + r, 1e-9))
        return out, sum(out) / 3


def coreference(model, tokenizer, documents, head_baseline=False):
    score = CoNLL()
    for d in documents:
        made = forward(model, tokenizer, d)
        if made is None:
            continue
        gold = defaultdict(set)
        for n, m in enumerate(d.mentions):
            if m.key is not None and not m.singleton:
                gold[m.key].add(n)
        score.add([g for g in gold.values() if len(g) > 1], clusters_of(antecedents(model, d, made[0], made[2])))
    return score.f1()


def gap(model, tokenizer, prepared):
    """Share of (pronoun, name) decisions that are right, and F1 of the positive ones."""
    tp = fp = fn = tn = 0
    for d in prepared:
        marked, (p, a, b), g = d
        made = forward(model, tokenizer, marked) if p is not None else None
        if made is None:
            for yes in (g["is_a"], g["is_b"]):
                fn, tn = fn + yes, tn + (not yes)
            continue
        groups = clusters_of(antecedents(model, marked, made[0], made[2]))
        with_p = next((x for x in groups if p in x), {p})
        for n, yes in ((a, g["is_a"]), (b, g["is_b"])):
            hit = n is not None and n in with_p
            tp, fp, fn, tn = tp + (hit and yes), fp + (hit and not yes), fn + (yes and not hit), tn + (not yes and not hit)
    return 200 * tp / max(1, 2 * tp + fp + fn), 100 * (tp + tn) / max(1, tp + fp + fn + tn), (tp, fp, fn)


def relations(model, tokenizer, documents, thresholds=(0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)):
    """Precision, recall and F1 of (entity, relation, entity) in a document at each threshold; gold includes those without a pair of mentions."""
    best, gold, per = [], 0, defaultdict(lambda: [0, 0, 0])
    for d, all_gold in documents:
        gold += len(all_gold)
        made = forward(model, tokenizer, d)
        if made is None or "r_s" not in made[2]:
            continue
        flat, V, batch = made
        M = model.pairs.mention_vectors(flat, batch)
        p = model.pairs.relation_scores(M, V, batch)[0].sigmoid().numpy()
        scores = {}
        for row, s, o in zip(p, batch["r_s"].tolist(), batch["r_o"].tolist()):
            a, b = d.mentions[s].key, d.mentions[o].key
            for k, v in enumerate(row):
                if v >= 0.1:
                    r = RELATIONS[k]
                    key = (min(a, b), r, max(a, b)) if r in SYMMETRIC else (a, r, b)
                    scores[key] = max(v, scores.get(key, 0))
        best += [(v, key in all_gold, key[1]) for key, v in scores.items()]
    lines = []
    for t in thresholds:
        tp = sum(y for v, y, _ in best if v >= t)
        n = sum(v >= t for v, _, _ in best)
        lines.append(f"{t:.1f}: P {100 * tp / max(1, n):.1f} R {100 * tp / gold:.1f} F1 {200 * tp / max(1, n + gold):.1f}")
    return lines


def voa_gold(path):
    out = []
    for line in open(path, encoding="utf-8"):
        d = json.loads(line)
        out.append({(min(s, o), r, max(s, o)) if r in SYMMETRIC else (s, r, o) for _, r, _, _, s, o, *_ in d["gold"]["relations"]})
    return out


def main(argv=None):
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--documents", required=True)
    a.add_argument("--checkpoint")
    a.add_argument("--start", help="weight file that gave the checkpoint its vocabulary")
    a.add_argument("--weights", help="a weight file to score as it is, instead of a checkpoint")
    a.add_argument("--large")
    a.add_argument("--published")
    a.add_argument("--round", action="store_true")
    a.add_argument("--parts", nargs="*", default=["voa.dev", "own2.dev", "gum.dev", "coreference", "gap"])
    a.add_argument("--threads", type=int, default=1)
    args = a.parse_args(argv)
    torch.set_num_threads(args.threads)
    nationality.configure(args.data)
    if args.large:
        return report(*large.read(args.published, weights.read(args.weights)[0], args.large, args.round), args)
    annotator, tokenizer = weights.load(args.weights or args.start, simulate_activations=bool(args.weights))
    model = Joint(annotator, dict(annotator.c))
    if args.weights:
        model.pairs.load_state_dict(weights.load_pairs(args.weights).state_dict())
    else:
        model.load_state_dict(torch.load(args.checkpoint, weights_only=False)["model"])
    report(model, tokenizer, args)


def report(model, tokenizer, args):
    model.eval()
    path = lambda n: os.path.join(args.documents, n + ".jsonl")
    with torch.no_grad():
        for part in ("voa.dev", "own2.dev", "gum.dev"):
            if part in args.parts:
                scores = relations(model, tokenizer, list(zip(pairs.read(path(part)), voa_gold(path(part)))))
                print(f"relations {part} (gold names and coreference)", *scores, sep="\n  ", flush=True)
        if "coreference" in args.parts:
            print("coreference ontogum.dev: MUC, B3, CEAF", *coreference(model, tokenizer, pairs.read(path("ontogum.dev"))), flush=True)
        if "gap" in args.parts:
            raw = [json.loads(line) for line in open(path("gap.dev"), encoding="utf-8")]
            prepared = [(pairs.mark(d, every=True), d["gap"], d["gold"]) for d in raw]
            print("GAP validation: F1, accuracy", *gap(model, tokenizer, prepared), flush=True)


if __name__ == "__main__":
    main()
