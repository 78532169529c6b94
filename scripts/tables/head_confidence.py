"""How far the relation head's probability is to be trusted → the `head:` part of Sources/RelataExtraction/Resources/confidence.yaml.

    python3 scripts/tables/head_confidence.py RELATA small|large voa.dev.jsonl own.dev.jsonl own2.dev.jsonl

Runs the tool over development articles, compares what it extracts with their relations and fits two logistic models: rule and head together,
and the head alone with a term for each relation that is drawn towards nothing. Prints the lines to put into the file.
"""
import json
import math
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict

import yaml

LEAST_DOUBT = 0.15 # what a lower probability of the head counts as beside a rule; the same in ConfidenceTable.swift
PRIOR = 3.0        # strength of the pull of a relation's term towards 0
ONTOLOGY = os.path.join(os.path.dirname(__file__), "..", "..", "Sources", "RelataCore", "Resources", "ontology.yaml")
with open(ONTOLOGY, encoding="utf-8") as _f:
    SYMMETRIC = {r["id"] for r in yaml.safe_load(_f)["relations"] if r["symmetric"]}


def norm(name):
    return re.sub(r"^(the|mr\.?|mrs\.?|ms\.?) ", "", name.lower()).removesuffix("'s").removesuffix("’s").strip()


def rows(relata, model, files):
    """What supports every assertion, and whether it is right. references: ends that are no names; doubt: what the names' scores lack to 1;
    links: what the links of the other ends lack to 1; gap: logarithm of the characters between the ends."""
    gold = {}
    for path in files:
        with open(path, encoding="utf-8") as f:
            for line in f:
                a = json.loads(line)
                gold[a["id"]] = a
    lines = "".join(json.dumps(dict(id=a["id"], text=a["text"])) + "\n" for a in gold.values())
    made = subprocess.run([relata, "extract", "--quiet", "--model", model, "--input-format", "jsonl", "--min-confidence", "0", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    out = []
    for line in made.stdout.decode().splitlines():
        d = json.loads(line)
        a = gold[d["document"]["id"]]
        ids = {norm(x): e["id"] for e in a["entities"] for x in e["aliases"] + [e["name"]]}
        entity = {}
        for e in d["entities"]:
            votes = Counter(ids[norm(x)] for x in [e["name"]] + e["aliases"] if norm(x) in ids)
            entity[e["id"]] = votes.most_common(1)[0][0] if votes else None
        stated = {(r["subject"], r["relation"], r["object"]) for r in a["relations"]}
        stated |= {(o, r, s) for s, r, o in stated if r in SYMMETRIC}
        names = {(m["start"], m["end"]): m["score"] for m in d["mentions"] if m["kind"] == "name"}
        others = [m for m in d["mentions"] if m["kind"] != "name"]

        def link(end):
            """The score of the reference that an end is, or holds, or stands in."""
            near = [m["score"] for m in others if m["start"] >= end[0] and m["end"] <= end[1] or m["start"] <= end[0] and m["end"] >= end[1]]
            return near[0] if near else 0.7
        for x in d["assertions"]:
            if x.get("support"):
                right = (entity[x["subject"]], x["relation"], entity[x["object"]]) in stated
                ends = [(x["evidence"][k]["start"], x["evidence"][k]["end"]) for k in ("subject", "object")]
                out.append(dict(rule=x["support"]["rule"], head=x["support"]["head"], relation=x["relation"], right=right,
                                references=sum(e not in names for e in ends), doubt=sum(1 - names.get(e, 1) for e in ends),
                                links=sum(1 - link(e) for e in ends if e not in names),
                                gap=math.log(1 + max(0, max(ends[0][0], ends[1][0]) - min(ends[0][1], ends[1][1])))))
    return out


def logit(p, least=0.01):
    p = min(max(p, least), 1 - least)
    return math.log(p / (1 - p))


def fit(features, right, prior):
    """Weights of a logistic model by Newton's method on one coordinate after another; prior: pull of each weight towards 0."""
    w = [0.0] * len(prior)
    z = [0.0] * len(features)
    columns = [[(i, x[k]) for i, x in enumerate(features) if x.get(k)] for k in range(len(prior))]
    for _ in range(200):
        moved = 0.0
        for k, column in enumerate(columns):
            g, h = -prior[k] * w[k], prior[k] + 1e-6
            for i, x in column:
                p = 1 / (1 + math.exp(-max(-30, min(30, z[i]))))
                g += x * (right[i] - p)
                h += x * x * p * (1 - p)
            step = max(-1.0, min(1.0, g / h))
            w[k] += step
            moved = max(moved, abs(step))
            for i, x in column:
                z[i] += step * x
        if moved < 1e-5:
            break
    return w


def main():
    found = rows(sys.argv[1], sys.argv[2], sys.argv[3:])
    both = [x for x in found if x["rule"] is not None and x["head"] is not None]
    w = fit([{0: 1.0, 1: logit(x["rule"]), 2: logit(max(x["head"], LEAST_DOUBT))} for x in both], [x["right"] for x in both], [0.01] * 3)
    alone = [x for x in found if x["rule"] is None and x["head"] is not None]
    names = sorted({x["relation"] for x in alone})
    place = {r: 6 + i for i, r in enumerate(names)}
    v = fit([{0: 1.0, 1: logit(x["head"], 0.003), 2: x["references"], 3: x["doubt"], 4: x["links"], 5: x["gap"], place[x["relation"]]: 1.0} for x in alone],
            [x["right"] for x in alone], [0.01] * 6 + [PRIOR] * len(names))
    cases = Counter(x["relation"] for x in alone)
    print(f"# Fitted by scripts/tables/head_confidence.py on {len(found)} assertions of development articles.")
    print("head:" if sys.argv[2] == "small" else f"{sys.argv[2]}:")
    print(f"  agreement: [{', '.join(f'{x:.3f}' for x in w)}]  # {len(both)} cases")
    print(f"  alone: [{', '.join(f'{x:.3f}' for x in v[:6])}]  # {len(alone)} cases")
    print("  relations:")
    for r in names:
        print(f"    {r}: {v[place[r]]:.3f}  # {cases[r]} cases")


if __name__ == "__main__":
    main()
