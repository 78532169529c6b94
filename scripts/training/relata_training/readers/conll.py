"""Token-per-line and pre-tokenised corpora without spacing: GMB, CrossNER, Broad Twitter, WNUT-17, Re-DocRED."""
import json
import os
import re

from ..labels import ANYTHING, OUTSIDE, any_of, bio_spans, span_masks
from ..nationality import is_nationality
from ..sample import Document, Sentence
from ..titles import TITLES, strip_titles
from ..words import detokenize

NO_DATE = OUTSIDE | any_of(["DATE"])
THREE_TYPES = OUTSIDE | any_of(["DATE", "GROUP", "EVENT", "OTHER"])
MISC = ("EVENT", "OTHER", "GROUP")

GMB = {"LOC": ("LOCATION",), "GPE": ("GROUP",), "TIME": ("DATE",), "PER": ("PERSON",), "ORG": ("ORGANIZATION",), "MISC": MISC}
TWEETS = {"PER": ("PERSON",), "LOC": ("LOCATION",), "ORG": ("ORGANIZATION",)}
WNUT = {"person": ("PERSON",), "location": ("LOCATION",), "corporation": ("ORGANIZATION",), "group": ("ORGANIZATION", "GROUP"),
        "product": ("OTHER",), "creative-work": ("OTHER",)}
CROSSNER = {t: ("OTHER",) for t in """award astronomicalobject musicgenre book album chemicalcompound algorithm product field task song
    literarygenre academicjournal metrics protein poem magazine enzyme discipline programlang musicalinstrument chemicalelement theory""".split()}
CROSSNER.update({t: ("LOCATION",) for t in ("country", "location")})
CROSSNER.update({t: ("PERSON",) for t in "person politician scientist writer musicalartist researcher".split()})
CROSSNER.update({t: ("ORGANIZATION",) for t in "organisation politicalparty university band".split()})
CROSSNER.update({"election": ("EVENT",), "event": ("EVENT",), "conference": ("EVENT", "OTHER"), "misc": ("GROUP", "OTHER", "EVENT")})
# lower-case concepts ("machine translation", "jazz") are no names for us: leave them open
CROSSNER_CONCEPTS = {"algorithm", "field", "task", "metrics", "discipline", "musicgenre", "literarygenre", "musicalinstrument", "chemicalcompound",
                     "chemicalelement", "protein", "enzyme", "theory"}
REDOCRED = {"PER": ("PERSON",), "ORG": ("ORGANIZATION",), "LOC": ("LOCATION",), "TIME": ("DATE",), "MISC": MISC}


def build(tokens, spans, types, outside, weight=1.0, strip=False, gold=False, glue_hyphens=False):
    """A sentence from bare tokens; spans are (start, end, corpus type)."""
    words, space, spans = detokenize(tokens, spans, glue_hyphens)
    if strip:
        spans = _without_bare_titles(words, spans)
    typed, open_spans = [], []
    for a, b, t in spans:
        kind = types.get(t)
        if kind is None:
            open_spans.append((a, b, None))
            continue
        text = " ".join(words[a:b])
        if kind != ("DATE",) and is_nationality(text):
            kind = ("GROUP",)
        elif (t in CROSSNER_CONCEPTS or kind == MISC) and not any(w[0].isupper() for w in words[a:b]):
            open_spans.append((a, b, "OTHER"))
            continue
        if strip and kind == ("PERSON",):
            a += strip_titles(words[a:b])
        if kind != ("DATE",) and b - a > 1 and words[a].lower() == "the":
            a += 1
        typed.append((a, b, kind))
    masks = span_masks(len(words), typed, outside)
    for a, b, kind in open_spans:
        for i in range(a, b):
            masks[i] = OUTSIDE | any_of([kind]) if kind else ANYTHING
    return Sentence(words, space, masks, weight=weight, gold=[(a, b, k[0] if len(k) == 1 else "MISC") for a, b, k in typed] if gold else None)


def _without_bare_titles(words, spans):
    """GMB at times tags "Mr." as a person and the surname after it as a place: one person."""
    out, after_title = [], -1
    for a, b, t in spans:
        if t == "PER" and all(w in TITLES for w in words[a:b]):
            after_title = b
            continue
        out.append((a, b, "PER" if a == after_title else t))
    return out


def _handles(tokens, tags):
    """Joins "@" "name" into one token, whose label stays open."""
    out, kinds, i = [], [], 0
    while i < len(tokens):
        if tokens[i] in ("@", "#") and i + 1 < len(tokens):
            out.append(tokens[i] + tokens[i + 1])
            kinds.append("B-handle")
            i += 2
            continue
        out.append(tokens[i])
        kinds.append(tags[i])
        i += 1
    return out, kinds


def read_columns(path):
    """Sentences as (tokens, tags) from token<TAB>tag lines."""
    tokens, tags = [], []
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if not line.strip():
                if tokens:
                    yield tokens, tags
                tokens, tags = [], []
                continue
            token, _, tag = line.rpartition("\t")
            if token.strip():
                tokens.append(token.strip())
                tags.append(tag.strip())
    if tokens:
        yield tokens, tags


def _columns(path, source, types, outside, weight=1.0, gold=False):
    """Every sentence is a document of its own (the corpora mix sources)."""
    out = []
    for tokens, tags in read_columns(path):
        if source == "twitter":
            tokens, tags = _handles(tokens, tags)
        out.append(Document(source, [build(tokens, bio_spans(tags), types, outside, weight, gold=gold)]))
    return out


def _key(text):
    return re.sub(r"[\W_]+", "", text.lower())


def _gmb(data, config, exclude):
    """Blocks of consecutive sentences, without those of voa_relations."""
    root, documents, block = os.path.join(data, "gmb"), [], []
    with open(os.path.join(root, "text_train.txt"), encoding="utf-8") as f, open(os.path.join(root, "labels_train.txt"), encoding="utf-8") as g:
        for text, tags in zip(f, g):
            tokens, tags = text.split(), tags.split()
            bad = len(tokens) != len(tags) or not tokens or _key(text) in exclude
            if not bad:
                block.append(build(tokens, bio_spans(tags), GMB, OUTSIDE | any_of(["EVENT", "OTHER"]), config["weights"]["gmb"], strip=True))
            if block and (bad or len(block) == 8):
                documents.append(Document("gmb", block))
                block = []
    return documents


def _redocred(data):
    documents = []
    for item in json.load(open(os.path.join(data, "redocred", "dev_revised.json"), encoding="utf-8")):
        spans = [dict() for _ in item["sents"]]
        for cluster in item["vertexSet"]:
            for m in cluster:
                spans[m["sent_id"]][tuple(m["pos"])] = m["type"]
        document = Document("redocred")
        for tokens, found in zip(item["sents"], spans):
            tokens = [t if t.strip() else "_" for t in tokens]
            kept, used = [], set()
            for (a, b), t in sorted(found.items(), key=lambda x: x[0][0] - x[0][1]):
                if not used & set(range(a, b)):
                    used |= set(range(a, b))
                    kept.append((a, b, t))
            document.sentences.append(build(tokens, sorted(kept), REDOCRED, OUTSIDE, glue_hyphens=True))
        documents.append(document)
    return documents


def load(data, config, train, dev):
    exclude = set()
    for part in (train, dev):
        for d in part["voa"]:
            for s in d.sentences:
                exclude.add(_key("".join(s.words)))
    train["gmb"] = _gmb(data, config, exclude)
    train["redocred"] = _redocred(data)
    train["crossner"] = []
    for domain in ("politics", "science", "literature", "music", "ai"):
        root = os.path.join(data, "crossner", domain)
        train["crossner"] += _columns(os.path.join(root, "train.txt"), "crossner", CROSSNER, NO_DATE)
        if domain == "politics":
            dev["crossner"] = _columns(os.path.join(root, "dev.txt"), "crossner", CROSSNER, NO_DATE, gold=True)
        else:
            train["crossner"] += _columns(os.path.join(root, "dev.txt"), "crossner", CROSSNER, NO_DATE)
    w = config["weights"]
    train["twitter"] = [d for p in "abg" for d in _columns(os.path.join(data, "broad_twitter", f"{p}.conll"), "twitter", TWEETS, THREE_TYPES, w["twitter"])]
    dev["twitter"] = _columns(os.path.join(data, "broad_twitter", "e.conll"), "twitter", TWEETS, THREE_TYPES, gold=True)
    train["wnut"] = _columns(os.path.join(data, "wnut17", "train.conll"), "wnut", WNUT, THREE_TYPES, w["wnut"])
    dev["wnut"] = _columns(os.path.join(data, "wnut17", "dev.conll"), "wnut", WNUT, THREE_TYPES, gold=True)
