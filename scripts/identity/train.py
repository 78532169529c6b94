"""Learns what two names alone say about being one bearer's: python train.py --pairs FILE --census DIR --program FILE [--held-out] [--out DIR]

Cross-validates within the four fifths of the bearers that are not held out; --held-out also scores the fifth, --out trains on every
pair and writes the tables of the Swift side (name-weights, name-letters, name-forest-*).
"""
import argparse
import os

import numpy as np

import forest
import learn_tables
from pairs import fold, is_held_out, read
from swift_features import Features

WHAT = {"PERSON": "people", "ORGANIZATION": "organizations"}
# Below the greatest probability under which so many of a hundred pairs are two bearers'.
SURELY_DIFFERENT = 0.9


def of_kind(kind, pairs):
    return np.array([p.kind == kind for p in pairs])


def labels(pairs):
    return np.array([p.same for p in pairs])


def tell(what, kind, s):
    print(f"{what:14} {kind:13} P {s['precision']:.3f} R {s['recall']:.3f} F1 {s['f1']:.3f}   recall at precision .98: {s['sure_recall']:.3f}", flush=True)


def validated(features, pairs, seed):
    """Feature names and numbers of the pairs, and the probability of each by models that did not see its bearer."""
    folds = np.array([fold(p, seed) for p in pairs])
    names, numbers = features.crossed(pairs, list(folds))
    same, found = labels(pairs), np.zeros(len(pairs))
    for kind in WHAT:
        for k in set(folds):
            seen, unseen = of_kind(kind, pairs) & (folds != k), of_kind(kind, pairs) & (folds == k)
            found[unseen] = forest.fit(names, numbers[seen], same[seen]).predict(numbers[unseen])
    return names, numbers, found


def thresholds(same, found):
    s = forest.scores(same, found)
    order = np.argsort(found, kind="stable")
    wrong = np.cumsum(same[order]) / np.arange(1, len(order) + 1)
    low = np.flatnonzero(wrong <= 1 - SURELY_DIFFERENT)
    different = float(found[order][low[-1]]) if len(low) else 0.0
    return dict(same=s["same"], even=s["even"], different=min(different, s["even"]))


def held_out_scores(features, names, numbers, train, held, out):
    weights, letters = os.path.join(out, "weights.tsv"), os.path.join(out, "letters.tsv")
    features.learn(train, weights, letters)
    _, unseen, _, _ = features.pairs(held, weights, letters)
    for kind in WHAT:
        inside = of_kind(kind, train)
        model = forest.fit(names, numbers[inside], labels(train)[inside])
        tell("held-out fifth", kind, forest.scores(labels(held)[of_kind(kind, held)], model.predict(unseen[of_kind(kind, held)])))


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--pairs", required=True, help="type, name, name, 1 or 0, separated by tabs")
    p.add_argument("--census", required=True, help="folder of uscensus1990_dist.*")
    p.add_argument("--program", required=True, help=".build/release/relata-name-features")
    p.add_argument("--work", default="/tmp", help="folder for what is only looked at once (default: /tmp)")
    p.add_argument("--held-out", action="store_true", help="also score the fifth that is held out")
    p.add_argument("--out", help="train on every pair and write the tables there")
    a = p.parse_args()
    features = Features(a.program, a.census)
    pairs = read(a.pairs)
    train, held = [x for x in pairs if not is_held_out(x)], [x for x in pairs if is_held_out(x)]
    names, numbers, found = validated(features, train, "cv")
    for kind in WHAT:
        inside = of_kind(kind, train)
        tell("crossed", kind, forest.scores(labels(train)[inside], found[inside]))
    if a.held_out:
        held_out_scores(features, names, numbers, train, held, a.work)
    if a.out:
        names, numbers, found = validated(features, pairs, "all")
        features.learn(pairs, os.path.join(a.out, "name-weights.tsv"), os.path.join(a.out, "name-letters.tsv"))
        for kind, what in WHAT.items():
            inside, same = of_kind(kind, pairs), labels(pairs)
            model = forest.fit(names, numbers[inside], same[inside])
            forest.write(model, names, thresholds(same[inside], found[inside]), os.path.join(a.out, f"name-forest-{kind.lower()}.tsv"),
                         what, learn_tables.LISTS)
            tell("all, crossed", kind, forest.scores(same[inside], found[inside]))


if __name__ == "__main__":
    main()
