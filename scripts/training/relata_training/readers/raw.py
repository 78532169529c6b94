"""Corpora with running text and character offsets: voa_relations and re3d."""
import json
import os
import re

from ..labels import ANYTHING, OUTSIDE, any_of, span_masks
from ..nationality import is_nationality
from ..sample import Document, Sentence
from ..titles import TITLES, strip_titles
from ..words import words_and_spaces

_PARTICLES = {"al", "bin", "ibn", "van", "von", "de", "der", "del", "della", "di", "da", "dos", "el", "la", "le", "ag", "abu", "ould", "ben", "d'", "ur", "ul"}
_DETERMINER = re.compile(r"^(?:the|The|THE|a|an|A|An|its|his|her|their)\s+")


def name_of(alias, kind):
    """The proper-name part of an alias ("President Bush" → "Bush"), or None for a description."""
    text = _DETERMINER.sub("", alias.strip())
    if text.endswith(("'s", "’s")):
        text = text[:-2]
    words = text.split()
    if not words:
        return None
    if kind == "PERSON":
        words = words[strip_titles(words):]
    first = re.split(r"[-'’]", words[0])[0].lower()
    if words[0][0].islower() and not (first in _PARTICLES and any(c.isupper() for c in " ".join(words))):
        return None
    last = words[-1]
    if last[0].islower() and not any(c.isupper() for c in last):
        return None
    if not any(c.isupper() for w in words for c in w):
        return None
    # "The Agency" at a sentence start: a lone capital word after "The" that is lower-cased elsewhere is judged by the caller
    return " ".join(words)


_NOMINAL_WORDS = set("""agency fund foundation ministry institute company group family clan party court council army bank commission committee city
country government president minister university church council movement coalition parliament hospital school""".split())


def _candidates(article):
    """(surface, type, is name) to look for in the text."""
    found = {}
    lowered = {a[4:] for e in article["entities"] for a in e["aliases"] if a.startswith("the ")}
    for entity in article["entities"]:
        for alias in entity["aliases"]:
            name = name_of(alias, entity["type"])
            if name and (alias.startswith(("The ", "A ")) and len(name.split()) == 1 and (name.lower() in _NOMINAL_WORDS or name.lower() in lowered)):
                name = None
            if name is None:
                bare = _DETERMINER.sub("", alias.strip())
                found.setdefault(bare, (entity["type"], False))
                continue
            kind = entity["type"]
            if kind == "LOCATION" and is_nationality(name):
                kind = "GROUP"
            if found.get(name, (None, False))[1] is False or kind == "PERSON" and len(name.split()) > 1:
                found[name] = (kind, True)
    return [(s, k, n) for s, (k, n) in found.items() if s]


def _find(text, surface):
    start = text.find(surface)
    while start >= 0:
        end = start + len(surface)
        if (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum()):
            yield start, end
        start = text.find(surface, start + 1)


def aliases_in(article):
    """Where the aliases stand: names (start, end, type) without overlap, longest first, and descriptions, in the text of the article."""
    text = article["text"]
    taken, spans, loose = bytearray(len(text) + 1), [], []
    for surface, kind, is_name in sorted(_candidates(article), key=lambda c: -len(c[0])):
        for start, end in _find(text, surface):
            if is_name:
                if not any(taken[start:end]):
                    taken[start:end] = b"\1" * (end - start)
                    spans.append((start, end, kind))
            else:
                loose.append((start, end, kind))
    return spans, loose


def label_article(article, weight=1.0, source="voa"):
    """A document with name masks from the article's entity aliases."""
    text = article["text"]
    spans, loose = aliases_in(article)
    document = Document(source)
    for s0, s1 in article["sentences"]:
        words, space, offsets = words_and_spaces(text[s0:s1])
        if not words:
            continue
        document.sentences.append(_aligned(words, space, [(a + s0, b + s0) for a, b in offsets], spans, loose,
                                           OUTSIDE | any_of(["DATE"]), weight))
    return document


def _aligned(words, space, offsets, spans, loose, outside, weight):
    starts = {a: i for i, (a, _) in enumerate(offsets)}
    ends = {b: i + 1 for i, (_, b) in enumerate(offsets)}
    typed, broken = [], []
    for a, b, kind in spans:
        if b <= offsets[0][0] or a >= offsets[-1][1]:
            continue
        if a in starts and b in ends:
            typed.append((starts[a], ends[b], (kind,)))
        else:
            broken.append((a, b))
    masks = span_masks(len(words), typed, outside)
    named = {i for a, b, _ in typed for i in range(a, b)}
    for i, (a, b) in enumerate(offsets):
        if i in named:
            continue
        if any(a < e and s < b for s, e in broken):
            masks[i] = ANYTHING
            continue
        for s, e, kind in loose:
            if s <= a and b <= e:
                if words[i][0].isupper() and i > 0:
                    masks[i] = ANYTHING         # capitalised word inside a description: unclear
                elif kind in ("EVENT", "OTHER"):
                    masks[i] |= any_of([kind])  # "civil war": may or may not be taken as a name
    return Sentence(words, space, masks, gold=[(a, b, k[0]) for a, b, k in typed], weight=weight)


def _voa(data, names):
    out = []
    for name in names:
        with open(os.path.join(data, "voa_relations", name), encoding="utf-8") as f:
            out.extend(label_article(json.loads(line)) for line in f)
    return out


RE3D_TYPES = {"Organisation": "ORGANIZATION", "Location": "LOCATION", "Person": "PERSON", "Nationality": "GROUP", "Temporal": "DATE"}
_NO_NAMES = {"We", "He", "She", "They", "It", "I", "Us", "Our", "You", "Government", "Coalition", "Minister"}
# a state that acts is still a place
_STATES = set("""U.S. US USA UK Britain Russia Syria Iraq Iran Turkey France Germany Jordan Lebanon Israel Egypt Qatar Bahrain Kuwait Australia Canada
Italy China Spain""".split()) | {"United States", "United Kingdom", "Saudi Arabia", "United Arab Emirates", "United States of America"}
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"']?\s+(?=[A-Z“\"'])|\n+")


_ABBREVIATION = re.compile(r"(?:\b(?:Gen|Lt|Col|Maj|Sgt|Mr|Mrs|Ms|Dr|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Adm|Capt|Brig|No)|[A-Z])\.$")


def _re3d(data):
    """All documents, ordered by id."""
    root = os.path.join(data, "re3d")
    docs = []
    for folder in sorted(os.listdir(root)):
        path = os.path.join(root, folder, "documents.json")
        if not os.path.exists(path):
            continue
        entities = {}
        for line in open(os.path.join(root, folder, "entities.json"), encoding="utf-8-sig"):
            if line.strip():
                e = json.loads(line)
                entities.setdefault(e["documentId"], []).append(e)
        for line in open(path, encoding="utf-8-sig"):
            if line.strip():
                d = json.loads(line)
                docs.append((d["_id"], d["text"], entities.get(d["_id"], [])))
    return [_re3d_document(*d) for d in sorted(docs)]


def _re3d_document(_, text, entities):
    spans, loose = [], []
    taken = bytearray(len(text) + 1)
    for e in sorted(entities, key=lambda e: e["begin"] - e["end"]):
        kind, a, b = RE3D_TYPES.get(e["type"]), e["begin"], e["end"]
        if kind is None:
            continue
        value = text[a:b]
        while value and value[-1] in " ,.;" and not value.endswith("U.S."):
            value = value[:-1]
        name = value if kind == "DATE" and len(value.split()) < 6 else name_of(value, kind)
        if name and kind != "DATE" and ("," in name or any(w[0].islower() and w not in ("of", "the", "and", "for", "in", "al", "on") and "-" not in w for w in name.split())):
            name = None
        if name and kind != "DATE":
            name = name.lstrip("0123456789 ")
            if not name or name in _NO_NAMES or all(w in TITLES for w in name.split()):
                name = None
        at = value.find(name) if name else -1
        if at < 0 or any(taken[a + at:a + at + len(name)]):
            loose.append((a, b, "EVENT"))
            continue
        if kind in ("LOCATION", "ORGANIZATION") and is_nationality(name):
            kind = "GROUP"
        elif kind == "ORGANIZATION" and name in _STATES:
            kind = "LOCATION"
        taken[a + at:a + at + len(name)] = b"\1" * len(name)
        spans.append((a + at, a + at + len(name), kind))
    document, start = Document("re3d"), 0
    for m in list(_SENTENCE_END.finditer(text)) + [None]:
        if m and _ABBREVIATION.search(text[:m.start()]) and "\n" not in m.group():
            continue
        end = m.start() if m else len(text)
        words, space, offsets = words_and_spaces(text[start:end])
        if words:
            s = _aligned(words, space, [(a + start, b + start) for a, b in offsets], spans, loose, OUTSIDE | any_of(["EVENT", "OTHER"]), 1.0)
            document.sentences.append(s)
        start = m.end() if m else end
    return document


def load(data, config, train, dev):
    train["voa"] = _voa(data, ["voa.train.jsonl", "own.train.jsonl"])
    dev["voa"] = _voa(data, ["voa.dev.jsonl", "own.dev.jsonl"])
    documents = _re3d(data)
    cut = len(documents) * 8 // 10
    train["re3d"], dev["re3d"] = documents[:cut], documents[cut:]
