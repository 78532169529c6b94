"""Mentions of a document: candidates from names, pronouns and noun heads, with gold entities laid over them; features of mention pairs.

A mention's core is its name, or else its head word; the heads read the first piece of the core's first word and the last piece of its last.
The definitions here are repeated in Swift (RelataAnnotation): change both or neither.
"""
from dataclasses import dataclass, field

import numpy as np

from .ontology import RELATIONS, SYMMETRIC

FORMS = ["PERSON", "ORGANIZATION", "LOCATION", "GROUP", "EVENT", "OTHER", "PRONOUN", "NOMINAL"]
MOODS = ["negative", "claimed", "planned", "hypothetical", "former"]        # how a relation is stated; several may hold
RELATION_INDEX = {r: i for i, r in enumerate(RELATIONS)}

# classes of reference
NAME, DEFINITE, DEMONSTRATIVE_NP, POSSESSED, INDEFINITE, HE, SHE, IT, THEY, I, WE, YOU, RELATIVE, DEMONSTRATIVE = range(14)
CLASSES = 14
PRONOUNS = {}
for _class, _words in ((HE, "he him his himself"), (SHE, "she her hers herself"), (IT, "it its itself"), (THEY, "they them their theirs themselves themself"),
                       (I, "i me my mine myself"), (WE, "we us our ours ourselves"), (YOU, "you your yours yourself yourselves"),
                       (RELATIVE, "who whom whose which"), (DEMONSTRATIVE, "this that these those")):
    for _w in _words.split():
        PRONOUNS[_w] = _class
_PARTS = {"compound", "flat", "fixed", "goeswith", "punct", "nummod", "det"}
_ROLES = {"nsubj": 1, "obj": 2, "iobj": 2, "obl": 3, "nmod": 4, "appos": 5, "conj": 6, "root": 7, "dep": 0}


@dataclass
class Mention:
    sentence: int
    start: int                  # core, words
    end: int
    form: int                   # index into FORMS
    kind: int                   # class of reference
    head: int
    key: object = None          # gold entity or cluster; None: unknown
    singleton: bool = False     # known to corefer with nothing before it
    features: dict = field(default_factory=dict)


def candidates(document):
    """Mentions in order of their heads' positions."""
    out, named = [], {}
    for k, a, b, kind in document["names"]:
        for i in range(a, b):
            named[k, i] = True
        s = document["sentences"][k]
        out.append(Mention(k, a, b, FORMS.index(kind), NAME, head_of(s, a, b)))
    for k, s in enumerate(document["sentences"]):
        children = [[] for _ in s["words"]]
        for i, h in enumerate(s["heads"]):
            if h:
                children[h - 1].append(i)
        for i, (w, u, d) in enumerate(zip(s["words"], s["upos"], s["deprels"])):
            if (k, i) in named:
                continue
            base = d.split(":")[0]
            low = w.lower()
            if u in ("PRON", "DET") and low in PRONOUNS and (u == "PRON" or d == "nmod:poss"):
                out.append(Mention(k, i, i + 1, 6, PRONOUNS[low], i))
            elif u in ("NOUN", "PROPN") and base not in _PARTS and d != "nmod:desc":
                if u == "PROPN" and any((k, c) in named and s["deprels"][c] in ("flat", "appos") for c in children[i]):
                    continue
                out.append(Mention(k, i, i + 1, 7, _determination(s, i, children[i]), i))
    out.sort(key=lambda m: (m.sentence, m.start, m.end))
    for m in out:
        m.features = _features(document["sentences"][m.sentence], m)
    return out


def head_of(s, a, b):
    """The word of a span whose head lies outside it."""
    for i in range(a, b):
        h = s["heads"][i] - 1
        if not a <= h < b:
            return i
    return a


def _determination(s, i, children):
    for c in children:
        w, d = s["words"][c].lower(), s["deprels"][c].split(":")[0]
        if d == "det":
            if w == "the":
                return DEFINITE
            if w in ("this", "that", "these", "those"):
                return DEMONSTRATIVE_NP
            return INDEFINITE
        if s["deprels"][c] == "nmod:poss":
            return POSSESSED
    return INDEFINITE


def _features(s, m):
    words = [w.lower() for w in s["words"][m.start:m.end]]
    role = _ROLES.get(s["deprels"][m.head].split(":")[0], 0)
    if s["deprels"][m.head] == "nmod:poss":
        role = 8
    plural = s["xpos"][m.head] in ("NNS", "NNPS")
    return dict(words=words, last=s["lemmas"][m.end - 1].lower() if m.form == 7 else words[-1], set=set(w for w in words if len(w) > 1 or w.isalnum()),
                initials="".join(w[0] for w in s["words"][m.start:m.end] if w[0].isupper()), joined=" ".join(words), role=role, plural=plural,
                quoted=_quoted(s, m.head))


def _quoted(s, i):
    """Whether an odd number of quotation marks stands before the word in its sentence."""
    return sum(w in ('"', "“", "”", "``", "''") for w in s["words"][:i]) % 2 == 1


def _above(s, i, j):
    """Whether word i is an ancestor of word j."""
    while s["heads"][j]:
        j = s["heads"][j] - 1
        if j == i:
            return True
    return False


PAIR_ROLES = 14
_PAIR_ROLES = {"nsubj": 1, "obj": 2, "iobj": 2, "obl": 3, "nmod": 4, "appos": 5, "conj": 6, "root": 7, "amod": 9, "compound": 10, "flat": 13}


def pair_role(deprel):
    """How the head of a mention hangs in the tree, for the relation head: below PAIR_ROLES."""
    exact = {"nmod:poss": 8, "nsubj:pass": 11, "obl:agent": 12, "nmod:desc": 13}.get(deprel)
    return exact if exact is not None else _PAIR_ROLES.get(deprel.split(":")[0], 0)


def tree_path(heads, a, b):
    """(steps up from word a, steps down to word b, words on the way with both ends) in a tree of 1-based heads, 0 the root."""
    above, word = [a], a
    while heads[word]:
        word = heads[word] - 1
        above.append(word)
    down, word = [b], b
    while word not in above:
        if not heads[word]:
            return 3, 3, [a, b]
        word = heads[word] - 1
        down.append(word)
    up = above.index(word)
    return up, len(down) - 1, above[:up + 1] + down[:-1]


def bucket(n):
    """0 1 2 3 4 → themselves, then 5–7, 8–15, 16–31, 32 and more."""
    return n if n < 5 else 5 if n < 8 else 6 if n < 16 else 7 if n < 32 else 8


FEATURE_SIZES = [9, 9, CLASSES * CLASSES, 7, 64, 6, 81, 4, 4]


def pair_features(document, mentions, i, j):
    """Nine indexes below FEATURE_SIZES for the later mention i and the earlier mention j (mention positions)."""
    a, b = mentions[i], mentions[j]
    f, g = a.features, b.features
    if a.form == 6 or b.form == 6:
        match = 6
    elif f["joined"] == g["joined"]:
        match = 1
    elif f["last"] == g["last"]:
        match = 2
    elif f["set"] <= g["set"] or g["set"] <= f["set"]:
        match = 3
    elif len(f["joined"]) > 1 and f["joined"] == g["initials"].lower() or len(g["joined"]) > 1 and g["joined"] == f["initials"].lower():
        match = 4
    elif f["set"] & g["set"]:
        match = 5
    else:
        match = 0
    s = document["sentences"][a.sentence]
    relation = 0
    if a.sentence == b.sentence:
        if _above(s, b.head, a.head):
            relation = 2
        elif _above(s, a.head, b.head):
            relation = 3
        elif s["heads"][a.head] == s["heads"][b.head]:
            relation = 1
        elif s["deprels"][b.head].startswith("nsubj"):
            relation = 4
        else:
            relation = 5
    number = 2 * f["plural"] + g["plural"] if a.form != 6 and b.form != 6 else (3 if g["plural"] else 0) if a.kind in (THEY, WE) else (1 if g["plural"] else 0)
    return [bucket(a.sentence - b.sentence), bucket(i - j), a.kind * CLASSES + b.kind, match, a.form * 8 + b.form, relation, f["role"] * 9 + g["role"],
            2 * f["quoted"] + g["quoted"], number]


def lay_gold(document, mentions):
    """Sets the gold keys; returns relations as (subject mention, relation, object mention, trigger words, subject key, object key, moods)."""
    gold = document["gold"]
    start_at, covering = {}, {}
    for k, s in enumerate(document["sentences"]):
        for i, (a, b) in enumerate(s["spans"]):
            for c in range(a, b):
                covering[c] = (k, i)

    def words_of(span):
        """(sentence, first, end) of the words a character span touches."""
        touched = [covering[c] for c in range(span[0], span[1]) if c in covering]
        if not touched or touched[0][0] != touched[-1][0]:
            return None
        return touched[0][0], touched[0][1], touched[-1][1] + 1

    at = {}
    for n, m in enumerate(mentions):
        for i in range(m.start, m.end):
            at[m.sentence, i] = n

    def mention_of(span):
        """The candidate a gold span stands for: the name it equals, or the one at its head."""
        w = words_of(span)
        if w is None:
            return None
        k, a, b = w
        n = at.get((k, a))
        if n is not None and mentions[n].start == a and mentions[n].end == b:
            return n
        return at.get((k, head_of(document["sentences"][k], a, b)))
    kind = gold["kind"]
    if kind == "swap":
        for n, m in enumerate(mentions):
            m.key = gold["keys"].get((m.sentence, m.head), ("name", n) if m.form < 6 else None)
        return []
    if kind in ("ontogum", "litbank"):
        for key, spans in enumerate(gold["clusters"]):
            for span in sorted(spans, key=lambda x: x[1] - x[0]):
                n = mention_of(span)
                if n is not None and mentions[n].key is None:
                    mentions[n].key = key
        for m in mentions:
            if m.key is None and kind == "ontogum":
                m.key, m.singleton = ("single", m.sentence, m.start), True
        return []
    if kind == "voa":
        for a, b, key, etype in gold["names"]:
            w = words_of([a, b])
            if w is None:
                continue
            k, first, end = w
            touching = {at[k, i] for i in range(first, end) if (k, i) in at}
            exact = [n for n in touching if mentions[n].start == first and mentions[n].end == end and mentions[n].form < 6]
            n = exact[0] if exact else None
            if n is None:
                # the tool found other borders: take the gold ones
                for t in touching:
                    for i in range(mentions[t].start, mentions[t].end):
                        at.pop((k, i), None)
                    mentions[t] = None
                s = document["sentences"][k]
                form = FORMS.index(etype) if etype in FORMS else 5
                m = Mention(k, first, end, form, NAME, head_of(s, first, end))
                m.features = _features(s, m)
                mentions.append(m)
                n = len(mentions) - 1
                for i in range(first, end):
                    at[k, i] = n
            mentions[n].key = key
        order = sorted((n for n, m in enumerate(mentions) if m is not None), key=lambda n: (mentions[n].sentence, mentions[n].start, mentions[n].end))
        moved = {n: i for i, n in enumerate(order)}
        mentions[:] = [mentions[n] for n in order]
        at = {(m.sentence, i): n for n, m in enumerate(mentions) for i in range(m.start, m.end)}
        out = []
        for subject, relation, obj, trigger, sid, oid, _, moods in gold["relations"]:
            ends = []
            for span, key in ((subject, sid), (obj, oid)):
                if span is None:
                    ends.append(None)
                    continue
                w = words_of(span)
                n = None
                if w:
                    inside = [at[w[0], i] for i in range(w[1], w[2]) if (w[0], i) in at and mentions[at[w[0], i]].key == key]
                    n = inside[0] if inside else mention_of(span)
                if n is not None and mentions[n].key is None:
                    mentions[n].key = key
                ends.append(n if n is not None and mentions[n].key == key else None)
            t = words_of(trigger) if trigger else None
            out.append((ends[0], relation, ends[1], t, sid, oid, moods))
        return out
    if kind == "gap":
        p, a, b = (mention_of(gold[x]) for x in ("pronoun", "a", "b"))
        document["gap"] = (p, a, b)
        return []
    if kind == "kn":
        return [(mention_of(s), prop, mention_of(o)) for s, prop, o in gold["facts"]]
    if kind == "silver":
        return _scored(gold, {(m.sentence, m.start, m.end): n for n, m in enumerate(mentions)}, words_of)
    return []


SCORED_MENTIONS = 14        # mentions of a sentence whose pairs the teacher scored


def _scored(gold, at, words_of):
    """(subject mention, object mention, probabilities, moods or None) of the pairs that a teacher scored; unlisted pairs have no probabilities."""
    here, number, listed = {}, [], {(i, j): (p, moods[0] if moods else None) for i, j, p, *moods in gold["pairs"]}
    for sentence, start, end, _ in gold["mentions"]:
        group = here.setdefault(sentence, [])
        number.append(at.get(words_of([start, end])) if len(group) < SCORED_MENTIONS else None)
        group.append(len(number) - 1)
    out = []
    for group in here.values():
        group = [n for n in group if number[n] is not None]
        out += [(number[i], number[j], *listed.get((i, j), ({}, None))) for i in group for j in group if i != j]
    return out
