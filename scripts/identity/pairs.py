"""Pairs of names, split by who bears them."""
import hashlib
from collections import namedtuple

Pair = namedtuple("Pair", "kind a b same bearers")
FIFTHS = 5


def read(path):
    """All pairs of a file of type, name, name and 1 or 0; a bearer is all names that "same" joins, directly or by others."""
    with open(path, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f]
    rows = [r for r in rows if r[0] != "type"]
    parent = {}

    def root(x):
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for kind, a, b, same in rows:
        ra, rb = root((kind, a)), root((kind, b))
        if same == "1":
            parent[max(ra, rb)] = min(ra, rb)
    return [Pair(kind, a, b, int(same), (root((kind, a)), root((kind, b)))) for kind, a, b, same in rows]


def fold(pair, seed=""):
    """0 to 4, by the bearer of the first name, about whom the pair asks."""
    return int(hashlib.md5((seed + "|".join(pair.bearers[0])).encode()).hexdigest(), 16) % FIFTHS


def is_held_out(pair):
    return fold(pair) == 0
