"""Writes extractions of many small made-up articles, as news has them.

    python3 small_documents.py COUNT [FIRST] > extracted.jsonl

Each names four to six of its own affair, somebody whom every twentieth article names, and a place. There are as many
affairs as articles by twelve. An article depends on its number alone: those from FIRST on (default 0) are the same
whatever stands before them.
"""

import hashlib
import json
import random
import sys

GIVEN = ["Anna", "Boris", "Clara", "Daniel", "Edith", "Farid", "Greta", "Hamid", "Irina", "Jonas", "Karel", "Lena",
         "Marek", "Nadia", "Omar", "Petra", "Rashid", "Sofia", "Tomas", "Vera"]
SYLLABLES = ["bar", "den", "fol", "gri", "hal", "kov", "lin", "mor", "nes", "pra", "ros", "sel", "tar", "ul", "vin",
             "wes", "zor", "dra", "kel", "mun"]
KINDS = ["Shipping", "Bank", "Holding", "Timber", "Gas", "Trust", "Cement", "Media"]
HUBS = ["Viktor Hale", "Amrullah Karimov", "Ministry of Ports", "Selmark Harbour Authority", "Mira Tansel"]
PLACES = ["Selmark", "Bexley Port", "Kabul", "Prague", "Odesa", "Tallinn", "Nairobi", "Lagos"]
RELATIONS = ["met_with", "hired", "supports", "accused", "paid", "leads", "owns"]
WORDS = ["tender", "quarry", "dredger", "invoice", "canteen", "ferry", "orchestra", "customs", "larkspur", "violin"]


def word(number: int) -> str:
    return "".join(SYLLABLES[number // 20**i % 20] for i in range(3)).capitalize()


def cast(affair: int) -> list[tuple[str, str]]:
    draw = random.Random(affair * 7919 + 1)
    people = [(f"{draw.choice(GIVEN)} {word(draw.randrange(8000))}", "PERSON") for _ in range(4)]
    firms = [(f"{word(draw.randrange(8000))} {draw.choice(KINDS)}", "ORGANIZATION") for _ in range(2)]
    return people + firms


def document(number: int) -> dict:
    draw = random.Random(number)
    affair = number // 12
    named = draw.sample(cast(affair), draw.randint(4, 6)) + [(draw.choice(PLACES), "LOCATION")]
    if number % 20 < len(HUBS):
        hub = HUBS[number % 20]
        named.append((hub, "ORGANIZATION" if " of " in hub or "Authority" in hub else "PERSON"))
    entities = [{"id": f"e{i + 1}", "name": n, "type": t, "aliases": [], "roles": []} for i, (n, t) in enumerate(named)]
    text, sentences, mentions, assertions = "", [], [], []
    for i in range(len(named) - 1):
        a, b = entities[i], entities[draw.randrange(len(named) - 1)]
        if a is b:
            b = entities[(i + 1) % len(named)]
        relation = draw.choice(RELATIONS)
        verb = relation.replace("_", " ")
        rare = f"{WORDS[affair % len(WORDS)]} {word(affair)}"
        start = len(text)
        sentence = f"{a['name']} {verb} {b['name']} over the {rare} no. {number * 7 + i}."
        spans = {"a": (start, start + len(a["name"]))}
        object_start = start + len(a["name"]) + len(verb) + 2
        spans["b"] = (object_start, object_start + len(b["name"]))
        text += sentence + "\n"
        whole = {"start": start, "end": start + len(sentence)}
        for entity, key in [(a, "a"), (b, "b")]:
            mentions.append({"id": f"m{len(mentions) + 1}", "start": spans[key][0], "end": spans[key][1],
                             "type": entity["type"], "kind": "name", "entity": entity["id"], "score": 1.0})
        assertions.append({
            "id": f"a{i + 1}", "subject": a["id"], "relation": relation, "object": b["id"], "predicate": verb,
            "polarity": "positive", "status": "asserted", "tense": "current", "attribution": None, "time": None,
            "place": None, "confidence": 0.8, "extractor": "made-up",
            "evidence": {"sentence": i, **whole, "subject": {"start": spans["a"][0], "end": spans["a"][1]},
                         "object": {"start": spans["b"][0], "end": spans["b"][1]}, "trigger": None}})
        sentences.append(whole)
    day = f"20{10 + number % 15}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return {
        "schemaVersion": 1,
        "document": {"id": f"d{number:06}", "source": f"Paper {number % 40}", "title": None, "published": day,
                     "sha256": hashlib.sha256(text.encode()).hexdigest()},
        "text": text, "furniture": [], "sentences": sentences, "mentions": mentions, "entities": entities,
        "assertions": assertions}


first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
for index in range(first, first + int(sys.argv[1])):
    print(json.dumps(document(index)))
