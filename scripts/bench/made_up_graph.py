"""Writes extractions of a made-up graph, one document for each 100 edges.

    python3 made_up_graph.py EDGES [PEOPLE] > extracted.jsonl

Names and edges depend on the number alone, so that measurements can be repeated.
"""

import hashlib
import json
import sys


def generator(seed: int):
    """Yields 32-bit numbers of a linear congruential generator (Numerical Recipes)."""
    state = seed
    while True:
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        yield state >> 8


def documents(edges: int, people: int):
    numbers = generator(17)
    relations = ["met_with", "hired", "supports", "accused", "paid"]
    for number, start in enumerate(range(0, edges, 100)):
        entities: dict[str, str] = {}
        assertions, sentences, text = [], [], ""
        for edge in range(start, min(edges, start + 100)):
            # Every third edge goes to one of a few hubs, as in news.
            a = next(numbers) % people
            b = next(numbers) % (people // 100 + 3) if edge % 3 == 0 else next(numbers) % people
            if a == b:
                b = (b + 1) % people
            names = [f"Person Number {n}" for n in (a, b)]
            ids = [entities.setdefault(name, f"e{len(entities) + 1}") for name in names]
            relation = relations[next(numbers) % len(relations)]
            sentence = f"{names[0]} {relation.replace('_', ' ')} {names[1]}."
            span = {"start": len(text), "end": len(text) + len(sentence)}
            text += sentence + "\n"
            assertions.append({
                "id": f"a{len(assertions) + 1}", "subject": ids[0], "relation": relation,
                "object": ids[1], "predicate": relation.replace("_", " "), "polarity": "positive",
                "status": "asserted", "tense": "current", "attribution": None, "time": None,
                "place": None, "confidence": 0.5 + (next(numbers) % 50) / 100,
                "extractor": "made-up", "evidence": {"sentence": len(sentences), **span,
                "subject": None, "object": None, "trigger": None}})
            sentences.append(span)
        yield {
            "schemaVersion": 1,
            "document": {"id": f"d{number:06}", "source": f"Paper {number % 40}", "title": None,
                         "published": None, "sha256": hashlib.sha256(text.encode()).hexdigest()},
            "text": text, "furniture": [], "sentences": sentences, "mentions": [],
            "entities": [{"id": i, "name": n, "type": "PERSON", "aliases": [], "roles": []}
                         for n, i in entities.items()],
            "assertions": assertions}


size = int(sys.argv[1])
for document in documents(size, int(sys.argv[2]) if len(sys.argv) > 2 else max(30, size // 5)):
    print(json.dumps(document))
