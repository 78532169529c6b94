"""How many pairs of one bearer share a blocking key: python blocking.py --pairs FILE --census DIR --program FILE

"Comparable" are pairs that the shipped model does not take for two bearers': what a key is to find. Keys are few and meet few names.
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
    a = p.parse_args()
    features = Features(a.program, a.census)
    pairs = read(a.pairs)
    verdicts = features.verdicts(pairs)
    for kind in WHAT:
        names = sorted({(p.kind, n) for p in pairs if p.kind == kind for n in (p.a, p.b)})
        keys = features.blocks(names)
        sizes = Counter(k for n in names for k in keys[n])
        found = {v: [bool(keys[kind, p.a] & keys[kind, p.b]) for p, w in zip(pairs, verdicts) if p.kind == kind and p.same and w == v]
                 for v in ("same", "unsure", "different")}
        comparable = found["same"] + found["unsure"]
        every = comparable + found["different"]
        met = sum(sizes[k] - 1 for n in names for k in keys[n]) / len(names)
        print(f"{kind:13} of one bearer {sum(every) / len(every):.3f}, comparable {sum(comparable) / len(comparable):.3f}, same "
              f"{sum(found['same']) / len(found['same']):.3f}; keys per name {sum(map(len, keys.values())) / len(names):.1f}, names per key "
              f"{sum(sizes.values()) / len(sizes):.1f}, names met by a name {met:.0f} of {len(names)}, largest block {max(sizes.values())}")


if __name__ == "__main__":
    main()
