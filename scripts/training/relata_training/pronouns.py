"""Puts pronouns where a text repeats a person's name: examples of "whom does 'he' mean" without annotation (Kocijan et al. 2019, WikiCREM)."""
import os
import re

from .mentions import head_of


NAMES = os.path.join(os.path.dirname(__file__), "..", "..", "..", "Sources", "CRelataTables", "Tables", "given-names.tsv")
REACH = 3               # sentences back to the last mention of the same person
SWAPPED = 0.7           # share of the names that could be swapped
# dependency relation of the name → column of the pronoun
_CASES = {"nsubj": 0, "nsubj:pass": 0, "obj": 1, "iobj": 1, "obl": 1, "nmod": 1, "obl:agent": 1, "nmod:poss": 2}
_WORDS = {"M": ("he", "him", "his"), "F": ("she", "her", "her")}


def sexes():
    """Given name in lower case → M or F."""
    with open(NAMES, encoding="utf-8") as f:
        return dict(line.rstrip("\n").split("\t") for line in f if line[0] != "#" and "\t" in line)


def _titles(s, a):
    """Words of the title before a name, or of whatever else it alone takes along."""
    out, i = [], a - 1
    while i >= 0 and s["heads"][i] - 1 == a and s["deprels"][i].split(":")[0] in ("compound", "flat", "nmod", "appos", "amod", "det"):
        out.append(i)
        i -= 1
    return out


def _alone(s, a):
    """Whether a name has no dependants but a title before it and a possessive mark behind it."""
    own = {i for i, h in enumerate(s["heads"]) if h == a + 1 and s["deprels"][i] not in ("case", "punct")}
    return own <= set(_titles(s, a))


def with_pronouns(document, rng, sexes):
    """A copy with some one-word person names replaced by pronouns, or None if it has none to replace.

    Replaced are names whose bearer was named at most REACH sentences before while another person stands nearer or as near. Names of unknown sex count as men's,
    as most people in these corpora are. Gold: kind "swap", keys by (sentence, word) of all person names and of the new pronouns.
    """
    people = [(k, a, b) for k, a, b, kind in document["names"] if kind == "PERSON"]
    words = [s["words"] for s in document["sentences"]]
    surname = lambda p: words[p[0]][p[2] - 1].lower()
    given = {}
    for p in people:
        if p[2] - p[1] > 1:
            given.setdefault(surname(p), words[p[0]][p[1]].lower())
    swaps, keys = {}, {}
    for n, p in enumerate(people):
        k, a, b = p
        key = surname(p)
        before = [q for q in people[:n] if k - q[0] <= REACH]
        case = _CASES.get(document["sentences"][k]["deprels"][a])
        if (b - a == 1 and _alone(document["sentences"][k], a) and case is not None and any(surname(q) == key and (q[0], q[1]) not in swaps for q in before) and key in given
                and any(surname(q) != key for q in before) and rng.random() < SWAPPED):
            swaps[k, a] = _WORDS[sexes.get(given[key], "M")][case]
        keys[p] = key
    if not swaps:
        return None
    sentences, moved = [], {}
    for k, s in enumerate(document["sentences"]):
        drop = {i for (j, a) in swaps if j == k for i in _titles(s, a)}
        drop |= {a + 1 for (j, a), w in swaps.items() if j == k and s["deprels"][a] == "nmod:poss" and a + 1 < len(s["words"])
                and re.fullmatch(r"['’]s?", s["words"][a + 1])}
        place, n = {}, 0
        for i in range(len(s["words"])):
            place[i] = n
            moved[k, i] = n
            n += i not in drop
        new = {c: [v for i, v in enumerate(s[c]) if i not in drop] for c in ("words", "space", "spans", "upos", "xpos", "deprels", "lemmas")}
        new["heads"] = [h and place[h - 1] + 1 for i, h in enumerate(s["heads"]) if i not in drop]
        for (j, a), w in swaps.items():
            if j == k:
                i = place[a]
                new["words"][i] = w.capitalize() if i == 0 else w
                new["space"][i] = s["space"][min([a, *_titles(s, a)])]
                new["lemmas"][i], new["upos"][i], new["xpos"][i] = w, "PRON", "PRP$" if new["deprels"][i] == "nmod:poss" else "PRP"
        sentences.append(new)
    names = [[k, moved[k, a], moved[k, b - 1] + 1, kind] for k, a, b, kind in document["names"] if (k, a) not in swaps]

    gold = {}
    for (k, a, b), key in keys.items():
        i = moved[k, a]
        gold[k, i if (k, a) in swaps else head_of(sentences[k], i, moved[k, b - 1] + 1)] = key
    return dict(document, sentences=sentences, names=names, gold=dict(kind="swap", keys=gold))
