"""Names in GUM, from its entity spans: a span whose head is a proper noun, cut down to the proper name around that head."""
import re

from ..labels import ANYTHING, OUTSIDE, any_of, span_masks
from ..nationality import is_nationality, is_state
from ..titles import TITLES, strip_titles

_TYPES = {"person": ("PERSON",), "organization": ("ORGANIZATION",), "place": ("LOCATION",), "event": ("EVENT",)}
_LINKS = {"of", "the", "and", "for", "&", "-", "de", "la", "del", "al", "von", "van", "der", "du", "di", "da", "'", ".", "/"}


def spans(rows):
    """(first, end, type, head) of the entity mentions that begin and end in one sentence; rows: CoNLL-U columns of its words."""
    opened, out = [], []
    for i, c in enumerate(rows):
        misc = next((m[7:] for m in c[9].split("|") if m.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]+|\d*\)", misc):
            if part[0] == "(":
                f = part[1:].split("-")
                single = len(f) > 5
                opened.append((f[0], f[1] if single else "", i, int(f[5].split(",")[0]) if single and f[5].split(",")[0].isdigit() else 1))
                continue
            key = part[:-1]
            for k in range(len(opened) - 1, -1, -1):
                if not key or opened[k][0] == key:
                    _, kind, start, head = opened.pop(k)
                    out.append((start, i + 1, kind, start + head - 1))
                    break
    return out


def masks(sentence, rows):
    """Label masks; words of unclear status may be anything."""
    n = len(sentence.words)
    proper = [u == "PROPN" for u in sentence.upos]
    found = []
    for a, b, kind, head in spans(rows):
        if kind not in _TYPES or head >= n or not proper[head]:
            continue
        first, last = head, head
        name = lambda i: proper[i] or sentence.words[i][0].isupper() or sentence.words[i][0].isdigit()
        while first > a and (name(first - 1) or sentence.words[first - 1].lower() in _LINKS and first - 1 > a and name(first - 2)):
            first -= 1
        while last + 1 < b and (name(last + 1) or sentence.words[last + 1].lower() in _LINKS and last + 2 < b and proper[last + 2]):
            last += 1
        while first < last and sentence.words[first].lower() in ("the", "a", "an"):
            first += 1
        words = sentence.words[first:last + 1]
        if kind == "person":
            first += min(strip_titles(words), last - first)
        types = _TYPES[kind]
        text = " ".join(sentence.words[first:last + 1])
        if first == last and is_nationality(text):
            types = ("GROUP",)
        elif kind == "organization" and is_state(text):
            types = ("LOCATION",)       # a state that acts is still a place
        elif kind == "person" and (text in TITLES or sentence.xpos[last] == "NNPS") or kind == "event" and first == last:
            continue
        found.append((first, last + 1, types))
    taken, kept = set(), []
    for a, b, types in sorted(found, key=lambda x: (x[0] - x[1], x[0])):
        if not taken & set(range(a, b)):
            taken |= set(range(a, b))
            kept.append((a, b, types))
    out = span_masks(n, kept, OUTSIDE | any_of(["DATE"]))
    for i in range(n):
        if i not in taken:
            if proper[i]:
                out[i] = ANYTHING
            elif is_nationality(sentence.words[i]) and sentence.words[i][0].isupper():
                out[i] = span_masks(1, [(0, 1, ("GROUP",))])[0]
    return out, kept
