"""Fills the templates with names: `python3 scripts/readings/make.py > Tests/Benchmark/readings.jsonl`.

Each template is filled four times; which names it gets follows from its number, so that the same templates
always give the same file.
"""
import json
import re

from templates import NAMES, TEMPLATES

FILLS = 4


def filled(number, fill):
    """Slot → name of one reading; two slots of a kind never get the same name."""
    slots = {}
    for kind, names in NAMES.items():
        start = (number * 3 + fill * 5) % len(names)
        for k, suffix in enumerate(["", "2", "3"]):
            slots[kind + suffix] = names[(start + k * 3) % len(names)]
    slots["Y"], slots["Z"] = slots.pop("X2"), slots.pop("X3")
    return slots


def edge(line, slots):
    subject, relation, object, polarity, status = line.split("|")

    def name(end):
        return " ".join(slots.get(word, word) for word in end.split(" ")) if set(end.split(" ")) & set(slots) else end

    return [name(subject), relation, name(object), {"+": "positive", "-": "negative"}[polarity], status]


def main():
    number = 0
    for kind, templates in TEMPLATES.items():
        for template, edges in templates:
            number += 1
            for fill in range(FILLS):
                slots = filled(number, fill)
                text = re.sub(r"\{(\w+)\}", lambda match: slots[match.group(1)], template)
                want = [edge(line, slots) for line in edges]
                full = [s for s in re.findall(r"\{(\w+)\}", template) if s[0] in "MWXYZ"]
                names = sorted({slots[s] for s in full} | {end for e in want for end in (e[0], e[2])})
                print(json.dumps({
                    "id": f"r{number:03}-{fill + 1}", "kind": kind, "template": template, "text": text, "want": want,
                    "names": names}, ensure_ascii=False))


if __name__ == "__main__":
    main()
