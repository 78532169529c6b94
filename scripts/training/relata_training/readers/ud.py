"""UD English EWT (with the UNER names of the same sentences) and the openly licensed genres of GUM."""
import os

from ..labels import OUTSIDE, any_of, bio_spans, span_masks
from ..nationality import is_nationality
from ..sample import Document, Sentence
from . import gum_names

GUM_OPEN = {"news", "interview", "bio", "voyage", "academic", "court", "textbook", "vlog", "conversation", "speech"}
UNER_TYPES = {"PER": ("PERSON",), "ORG": ("ORGANIZATION",), "LOC": ("LOCATION",), "OTH": ("GROUP", "EVENT", "OTHER")}


def read_conllu(path):
    """Documents whose sentences carry trees; yields (doc id, [(sent id, Sentence)])."""
    doc, sentences, rows, sent_id = None, [], [], None
    no_space = False
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if sentences:
                    yield doc, sentences
                doc, sentences = line.split("=")[-1].strip(), []
            elif line.startswith("# sent_id"):
                sent_id = line.split("=", 1)[1].strip()
            elif line and line[0] != "#":
                c = line.split("\t")
                if "." in c[0]:
                    continue
                if "-" in c[0]:
                    rows.append(("mwt", "SpaceAfter=No" in c[9], int(c[0].split("-")[1])))
                    continue
                rows.append(c)
            elif not line and rows:
                made = _sentence(rows)
                if doc and doc.startswith("GUM_"):
                    made.ner, _ = gum_names.masks(made, [c for c in rows if c[0] != "mwt"])
                    made.weight = 0.6
                sentences.append((sent_id, made))
                rows = []
    if sentences:
        yield doc, sentences


def _sentence(rows):
    s = Sentence([], [], None, [], [], [], [])
    glue, mwt_end, mwt_glue = False, 0, False
    for c in rows:
        if c[0] == "mwt":
            mwt_glue, mwt_end = c[1], c[2]
            continue
        index = int(c[0])
        s.words.append(c[1])
        s.space.append(index == 1 or not glue)
        s.upos.append(c[3])
        s.xpos.append(c[4])
        s.heads.append(int(c[6]))
        s.deprels.append(c[7])
        if index < mwt_end:
            glue = True
        elif index == mwt_end:
            glue, mwt_end = mwt_glue, 0
        else:
            glue = "SpaceAfter=No" in c[9]
    return s


def _read_uner(path):
    tags, sent_id, out = [], None, {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("# sent_id"):
                sent_id = line.split("=", 1)[1].strip()
            elif line.strip() and line[0] != "#":
                tag = line.rstrip("\n").split("\t")[2]
                tags.append("O" if tag in ("B-O", "I-O") else tag)
            elif not line.strip() and tags:
                out[sent_id] = tags
                tags = []
    if tags:
        out[sent_id] = tags
    return out


def _ewt(data, part, uner_file):
    names = _read_uner(os.path.join(data, "uner_english", uner_file))
    documents = []
    for _, sentences in read_conllu(os.path.join(data, "ud_english_ewt", f"en_ewt-ud-{part}.conllu")):
        for sent_id, s in sentences:
            tags = names.get(sent_id)
            if not tags or len(tags) != len(s.words):
                continue
            spans = bio_spans(tags)
            s.gold = [(a, b, UNER_TYPES[t][0]) for a, b, t in spans if t in ("PER", "ORG", "LOC")]
            typed = []
            for a, b, t in spans:
                kind = UNER_TYPES.get(t, ("OTHER",))
                if t == "OTH" and b - a == 1 and is_nationality(s.words[a]):
                    kind = ("GROUP",)
                typed.append((a, b, kind))
            s.ner = span_masks(len(s.words), typed, OUTSIDE | any_of(["DATE"]))
        documents.append(Document("ewt", [s for _, s in sentences]))
    return documents


def load(data, config, train, dev):
    train["ewt"] = _ewt(data, "train", "en_ewt-ud-train.DRAFT-2022-12.iob2")
    dev["ewt"] = _ewt(data, "dev", "en_ewt-ud-dev.iob2")
    for part, target in (("train", train), ("dev", dev)):
        path = os.path.join(data, "ud_english_gum", f"en_gum-ud-{part}.conllu")
        target["gum"] = [Document("gum", [s for _, s in sentences]) for doc, sentences in read_conllu(path)
                         if doc.split("_")[1] in GUM_OPEN]
