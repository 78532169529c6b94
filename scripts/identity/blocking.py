"""How many pairs of one bearer share a blocking key: python blocking.py --pairs FILE --census DIR --program FILE

"Alike" are pairs with a word that stands for a word of the other; no key could find the others. Keys are few per name and meet few names.
"""
import argparse
from collections import Counter

from pairs import read
from swift_features import Features
from train import WHAT


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("pairs", "census", "program"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--tables", required=True, help="folder of name-weights.tsv and name-letters.tsv")
    a = p.parse_args()
    features = Features(a.program, a.census)
    pairs = read(a.pairs)
    links = features.pairs(pairs, a.tables + "/name-weights.tsv", a.tables + "/name-letters.tsv")[2]
    for kind in WHAT:
        names = sorted({(p.kind, n) for p in pairs if p.kind == kind for n in (p.a, p.b)})
        keys = features.blocks(names)
        sizes = Counter(k for n in names for k in keys[n])
        same = [(p, l) for p, l in zip(pairs, links) if p.kind == kind and p.same]

        def found(some):
            return sum(bool(keys[p.kind, p.a] & keys[p.kind, p.b]) for p, _ in some) / len(some)

        met = sum(len(set()) + sum(sizes[k] - 1 for k in keys[n]) for n in names) / len(names)
        print(f"{kind:13} of one bearer {found(same):.3f}, alike {found([x for x in same if x[1]]):.3f}; keys per name "
              f"{sum(len(keys[n]) for n in names) / len(names):.1f}, names per key {sum(sizes.values()) / len(sizes):.1f}, "
              f"names met by a name {met:.0f} of {len(names)}, largest block {max(sizes.values())}")
        print([(k, c) for k, c in sizes.most_common(8)])
        missed = [(p.a, p.b) for p, l in same if l and not keys[p.kind, p.a] & keys[p.kind, p.b]]
        for x in missed[:25]: print("   ", x)


if __name__ == "__main__":
    main()
