"""The relations as Sources/RelataCore/Resources/ontology.yaml has them: what training knows of their meaning is read there, never repeated."""
import os

import yaml

PATH = os.path.join(os.path.dirname(__file__), "..", "..", "..", "Sources", "RelataCore", "Resources", "ontology.yaml")


def entries(path=PATH):
    with open(path, encoding="utf-8") as f:
        return yaml.safe_load(f)["relations"]


_entries = entries()
RELATIONS = [r["id"] for r in _entries]                 # the training list: one output of the head each, in this order
SYMMETRIC = {r["id"] for r in _entries if r["symmetric"]}
