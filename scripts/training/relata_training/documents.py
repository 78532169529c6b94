"""Documents read by the tool itself, with gold coreference and relations laid over its words.

The second stage of training (coreference and relations) needs words, tags, trees and names as they will be at run time, so it takes them from
`relata annotate --format jsonl` with the weights of the first stage:

    python -m relata_training.documents --data DIR --relata FILE --out DIR
"""
import argparse
import gzip
import json
import os
import re
import subprocess
from collections import defaultdict

from .mentions import MOODS
from .readers.raw import _find, name_of
from .readers.ud import GUM_OPEN

NAMES = ("PERSON", "ORGANIZATION", "LOCATION", "GROUP", "EVENT", "OTHER")


def voa(data, part, families=("voa", "own")):
    """Raw documents of voa_relations; gold: entities (name spans), relations (character spans)."""
    for family in families:
        with open(os.path.join(data, "voa_relations", f"{family}.{part}.jsonl"), encoding="utf-8") as f:
            for line in f:
                a = json.loads(line)
                spans, taken, where = [], bytearray(len(a["text"]) + 1), {}
                names = [(name_of(x, e["type"]), e) for e in a["entities"] for x in e["aliases"]]
                for name, e in sorted(((n, e) for n, e in names if n), key=lambda x: -len(x[0])):
                    for start, end in _find(a["text"], name):
                        if not any(taken[start:end]):
                            taken[start:end] = b"\1" * (end - start)
                            spans.append([start, end, e["id"], e["type"]])
                relations = [[r["evidence"]["subject"], r["relation"], r["evidence"]["object"], r["evidence"]["trigger"], r["subject"], r["object"],
                              r["evidence"]["sentence"], moods(r)] for r in a["relations"]]
                yield dict(id=a["id"], text=a["text"], gold=dict(kind="voa", names=sorted(spans), relations=relations,
                                                                 entities=a["entities"]))


def moods(relation):
    """Which of mentions.MOODS hold of an annotated relation, 0 or 1 each."""
    values = (relation["polarity"], relation["status"], relation["tense"])
    return [int(m in values) for m in MOODS]


def ontogum(data, part):
    """OntoGUM over the text of GUM; gold: clusters of character spans, complete but for single mentions."""
    texts = {}
    with open(os.path.join(data, "ud_english_gum", f"en_gum-ud-{part}.conllu"), encoding="utf-8") as f:
        doc, end_of_word, glue = None, 0, True
        for line in f:
            if line.startswith("# newdoc"):
                doc = line.split("=")[-1].strip()
                texts[doc] = dict(text="", words=[])
                glue, paragraph, until = True, False, 0
            elif line.startswith("# newpar ") or line.strip() == "# newpar":
                paragraph = True
            elif line.strip() and line[0] != "#":
                c = line.rstrip("\n").split("\t")
                if "." in c[0]:
                    continue
                t = texts[doc]
                if "-" in c[0]:
                    until, after = int(c[0].split("-")[1]), "SpaceAfter=No" in c[9]
                    continue
                if c[0] == "1" and t["text"]:
                    t["text"] += "\n\n" if paragraph else " " if not glue else ""
                    paragraph = False
                elif not glue:
                    t["text"] += " "
                paragraph = False
                t["words"].append((len(t["text"]), len(t["text"]) + len(c[1])))
                t["text"] += c[1]
                i = int(c[0])
                glue = True if i < until else after if i == until else "SpaceAfter=No" in c[9]
                if i == until:
                    until = 0
    for doc, t in texts.items():
        path = os.path.join(data, "ontogum", "conll", doc + ".conll")
        if doc.split("_")[1] not in GUM_OPEN or not os.path.exists(path):
            continue
        clusters, opened, n = defaultdict(list), defaultdict(list), 0
        with open(path, encoding="utf-8") as f:
            for line in f:
                c = line.rstrip("\n").split("\t")
                if len(c) < 3:
                    continue
                for mark in re.findall(r"\(?\d+\)?", c[-1]):
                    key = mark.strip("()")
                    if mark[0] == "(":
                        opened[key].append(n)
                    if mark[-1] == ")" and opened[key]:
                        clusters[key].append([t["words"][opened[key].pop()][0], t["words"][n][1]])
                n += 1
        if n != len(t["words"]):
            print("skipped", doc, n, len(t["words"]))
            continue
        yield dict(id=doc, text=t["text"], gold=dict(kind="ontogum", clusters=sorted(clusters.values())))


def gap(data, part):
    """GAP: one pronoun, two names, and which of them it means."""
    with open(os.path.join(data, "gap", f"gap-{part}.tsv"), encoding="utf-8") as f:
        next(f)
        for line in f:
            c = line.rstrip("\n").split("\t")
            at = lambda text, offset: [int(offset), int(offset) + len(text)]
            yield dict(id=c[0], text=c[1], gold=dict(kind="gap", pronoun=at(c[2], c[3]), a=at(c[4], c[5]), b=at(c[7], c[8]),
                                                     is_a=c[6] == "TRUE", is_b=c[9] == "TRUE"))


def litbank(data):
    """LitBank: mentions and chains of novels (words are spaced; lines are sentences)."""
    root = os.path.join(data, "litbank", "coref", "brat")
    for name in sorted(os.listdir(root)):
        if not name.endswith(".ann"):
            continue
        with open(os.path.join(root, name[:-4] + ".txt"), encoding="utf-8", newline="") as f:
            raw = f.read()
        clusters = defaultdict(list)
        for line in open(os.path.join(root, name), encoding="utf-8"):
            c = line.rstrip("\n").split("\t")
            if len(c) == 3 and c[0].startswith("T"):
                label, a, b = c[1].split(" ")[:3]
                if not re.match(r"(PROP|NOM|PRON)_", label):
                    clusters[label].append([int(a), int(b)])
        text, moved = _respaced(raw)
        groups = [sorted([moved[a], moved[b - 1] + 1] for a, b in v) for v in clusters.values() if len(v) > 1]
        yield dict(id=name[:-9], text=text, gold=dict(kind="litbank", clusters=sorted(groups)))


def _respaced(raw):
    """Tokenised text with the spaces of running text, and where each character went."""
    out, moved = [], []
    for i, ch in enumerate(raw):
        moved.append(len(out))
        if ch == "\n":
            out.append(" ")
        elif ch == " " and (raw[i + 1:i + 2] in ",.;:?!)'’" or raw[i + 1:i + 4] in ("n't", "n’t") or raw[i - 1:i] in "("):
            continue
        else:
            out.append(ch)
    return "".join(out), moved


def knowledgenet(data, folds):
    """KnowledgeNet passages: facts and the properties they were read for."""
    root, passages = os.path.join(data, "knowledgenet"), {}
    for name in ("facts_folds1-3.jsonl", "no_fact_passages_folds1-3.jsonl"):
        with open(os.path.join(root, name), encoding="utf-8") as f:
            for line in f:
                r = json.loads(line)
                if r["fold"] not in folds:
                    continue
                key = (r["doc"], r["passage_start"])
                p = passages.setdefault(key, dict(id=f"kn-{key[0]}-{key[1]}", text=r["passage"], gold=dict(kind="kn", facts=[], read=[])))
                if r["property"] not in p["gold"]["read"]:
                    p["gold"]["read"].append(r["property"])
                if "subject" in r and r.get("span_check"):
                    p["gold"]["facts"].append([r["subject"], r["property"], r["object"]])
    yield from (passages[k] for k in sorted(passages))


def silver(data):
    """Stretches of text with a teacher's probabilities; gold: its mentions (sentence, first and last character, form) and pairs of them."""
    with gzip.open(os.path.join(data, "silver_relations", "silver.jsonl.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            a = json.loads(line)
            yield dict(id=a["id"], text=a["text"], gold=dict(kind="silver", mentions=a["mentions"], pairs=a["pairs"]))


def annotate(relata, documents):
    """Adds the tool's sentences and names: sentences of (words, space, spans, upos, xpos, heads, deprels, lemmas), names (sentence, first, last + 1, type)."""
    documents = list(documents)
    lines = "".join(json.dumps(dict(id=d["id"], text=d["text"]), ensure_ascii=False) + "\n" for d in documents)
    made = subprocess.run([relata, "annotate", "--format", "jsonl", "--input-format", "jsonl", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    read = [json.loads(line) for line in made.stdout.decode().split("\n") if line]
    assert [r["document"]["id"] for r in read] == [d["id"] for d in documents]
    for d, r in zip(documents, read):
        assert r["text"] == d["text"], d["id"]
        d["sentences"], place = [], {}
        for s in r["sentences"]:
            T = s["tokens"]
            if s["furniture"] or not T:
                continue
            k = len(d["sentences"])
            d["sentences"].append(dict(
                words=[t["form"] for t in T], space=[i == 0 or T[i - 1]["end"] != t["start"] for i, t in enumerate(T)],
                spans=[[t["start"], t["end"]] for t in T], upos=[t["upos"] for t in T], xpos=[t["xpos"] for t in T],
                heads=[t["head"] + 1 for t in T], deprels=[t["deprel"] for t in T], lemmas=[t["lemma"] for t in T]))
            for i, t in enumerate(T):
                place[t["start"]], place[-t["end"]] = (k, i), (k, i)
        d["names"] = []
        for m in r["mentions"]:
            a, b = place.get(m["start"]), place.get(-m["end"])
            if m["kind"] == "name" and m["type"] in NAMES and a and b and a[0] == b[0]:
                d["names"].append([a[0], a[1], b[1] + 1, m["type"]])
        yield d


SETS = {
    "voa.train": lambda data: voa(data, "train"), "voa.dev": lambda data: voa(data, "dev"),
    "own2.train": lambda data: voa(data, "train", ("own2",)), "own2.dev": lambda data: voa(data, "dev", ("own2",)),
    "gum.train": lambda data: voa(data, "train", ("gum",)), "gum.dev": lambda data: voa(data, "dev", ("gum",)),
    "silver.train": silver,
    "ontogum.train": lambda data: ontogum(data, "train"), "ontogum.dev": lambda data: ontogum(data, "dev"),
    "gap.train": lambda data: gap(data, "development"), "gap.dev": lambda data: gap(data, "validation"),
    "litbank.train": litbank,
    "kn.train": lambda data: knowledgenet(data, (1, 2)), "kn.dev": lambda data: knowledgenet(data, (3,)),
}


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--relata", required=True, help="the built tool, with the weights of the first stage")
    p.add_argument("--out", required=True)
    p.add_argument("--only", nargs="*")
    args = p.parse_args(argv)
    os.makedirs(args.out, exist_ok=True)
    for name, read in SETS.items():
        if args.only and name not in args.only:
            continue
        with open(os.path.join(args.out, name + ".jsonl"), "w", encoding="utf-8") as f:
            n = 0
            for d in annotate(args.relata, read(args.data)):
                f.write(json.dumps(d, ensure_ascii=False) + "\n")
                n += 1
        print(name, n, flush=True)


if __name__ == "__main__":
    main()
