"""Tables that pairs of names teach: how rare words are, which may be left out, what it costs to read one letter as another."""
import math
from collections import Counter, defaultdict

KINDS = {"PERSON": "P", "ORGANIZATION": "O"}
HEAD = "# {}\n# Columns: {}\n# Source: {}, by scripts/identity/train.py.\n"
LISTS = "names of the U.S. Treasury's sanctions list and the US Census of 1990 (public domain)"


def weights(pairs, skeletons, rests, census, fewest=2):
    """Rows of name-weights.tsv. skeletons: (kind, name) → words; rests: words left over in each pair; census: skeleton → share of people."""
    rows = []
    for kind, letter in KINDS.items():
        bearers = defaultdict(set)
        for p in pairs:
            if p.kind == kind:
                for name, bearer in zip((p.a, p.b), p.bearers):
                    for word in skeletons[kind, name]:
                        bearers[word].add(bearer)
        total = len(set().union(*bearers.values()))
        left = {0: Counter(), 1: Counter()}
        for p, rest in zip(pairs, rests):
            if p.kind == kind:
                left[p.same].update(set(rest))
        prior = sum(left[1].values()) / max(1, sum(left[1].values()) + sum(left[0].values()))
        shares = {w: len(b) / total for w, b in bearers.items() if len(b) >= fewest}
        if kind == "PERSON":
            for word, share in census.items():
                shares[word] = max(share, shares.get(word, 0))
        rows.append(("*", letter, -math.log2(0.7 / total), 0))
        for word, share in shares.items():
            kept, lost = left[1][word], left[0][word]
            omission = 0.0
            if kept + lost >= 3:
                omission = math.log((kept + 4 * prior) / (lost + 4 * (1 - prior))) - math.log(prior / (1 - prior))
            rows.append((word, letter, min(-math.log2(share), -math.log2(0.7 / total)), omission))
    rows.sort(key=lambda r: (r[0].encode(), r[1]))
    return rows


def write_weights(rows, path):
    with open(path, "w", encoding="utf-8") as f:
        f.write(HEAD.format("How rare words are in names, and how readily a name leaves them out.",
                            "skeleton, * for every other word; P for people, O for others; bits of information; log odds that a bearer's other name has it not", LISTS))
        for word, kind, rarity, omission in rows:
            f.write(f"{word}\t{kind}\t{rarity:.1f}\t{omission:.1f}\n")


def edits(a, b):
    """Letters of a cheapest alignment: pairs, "-" for none."""
    rows = [[(i + j if not i or not j else 0) for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            rows[i][j] = min(rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]), rows[i - 1][j] + 1, rows[i][j - 1] + 1)
    i, j = len(a), len(b)
    while i or j:
        if i and j and rows[i][j] == rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            yield a[i - 1], b[j - 1]
            i, j = i - 1, j - 1
        elif i and rows[i][j] == rows[i - 1][j] + 1:
            yield a[i - 1], "-"
            i -= 1
        else:
            yield "-", b[j - 1]
            j -= 1


def letter_costs(pairs, links, least=0.15, smoothing=2.0):
    """Rows of name-letters.tsv, from words that look alike in pairs of one bearer and of two."""
    seen = {0: Counter(), 1: Counter()}
    for p, linked in zip(pairs, links):
        for a, b in linked:
            if a != b:
                seen[p.same].update(tuple(sorted(e)) for e in edits(a, b) if e[0] != e[1])
    total = {k: sum(c.values()) for k, c in seen.items()}
    rows = []
    for edit in set(seen[1]):
        if edit[0].isdigit() or edit[1].isdigit() or seen[1][edit] < 3:
            continue
        base = (seen[1][edit] + seen[0][edit]) / (total[1] + total[0])
        ratio = (seen[1][edit] + smoothing) / total[1] / ((seen[0][edit] + smoothing) / total[0])
        rows.append((*edit, min(1.0, max(least, 0.5 - 0.25 * math.log2(ratio)))))
    return sorted(rows)


def write_letters(rows, path):
    with open(path, "w", encoding="utf-8") as f:
        f.write(HEAD.format("What it costs to read one letter of a skeleton as another; what is not here costs 1.",
                            "two letters, - for none; cost, 0 to 1", LISTS))
        for a, b, cost in rows:
            f.write(f"{a}\t{b}\t{cost:.2f}\n")
