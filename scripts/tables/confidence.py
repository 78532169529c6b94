"""Measured precision of the extraction rules → the first two parts of Sources/RelataExtraction/Resources/confidence.yaml.

    relata eval --edges voa.train.jsonl own.train.jsonl own2.train.jsonl --min-confidence 0 --detailed --json | python3 scripts/tables/confidence.py

The third part, `head:`, is fitted by head_confidence.py on development articles: the head has seen the training split.

The precisions are those of the training split of the relation corpus. A rule with few cases is drawn towards the
mean of all rules, a rule and relation towards the rule, so that a handful of cases gives no extreme number. Rules that state
their own precision in `RuleRegistry` because the split has too few cases of them have no line.
"""
import collections
import json
import sys

RULE_PRIOR = 5       # weight, in cases, of the mean of all rules
RELATION_PRIOR = 8   # weight, in cases, of the rule's own precision
LEAST_CASES = 5      # a relation with fewer cases has no line of its own
STATED = {"rule.adjective.v1", "rule.party.v1", "rule.listed.v1", "rule.own-firm.v1", "rule.of-body.v1", "rule.resident.v1",
          "rule.table.v1", "rule.label.v1"}   # their Rule says what they are trusted with and why


def main():
    counts = collections.defaultdict(lambda: [0, 0])
    for row in json.load(sys.stdin):
        kind, _, name = row["score"].partition(" ")
        if kind == "extractor" and name.startswith("rule.") and name.partition(" ")[0] not in STATED:
            counts[name][0] += row["truePositives"]
            counts[name][1] += row["truePositives"] + row["falsePositives"]
    rules = {name: c for name, c in counts.items() if " " not in name}
    mean = sum(c[0] for c in rules.values()) / max(1, sum(c[1] for c in rules.values()))
    precision = {name: (right + RULE_PRIOR * mean) / (cases + RULE_PRIOR) for name, (right, cases) in rules.items()}
    print("# Precision of the rules on the training split of the relation corpus, by rule and by rule and relation.")
    print("# Made by scripts/tables/confidence.py; ConfidenceTable.swift says how it is used.")
    print("rules:")
    for name in sorted(precision):
        print(f"  {name}: {precision[name]:.3f}  # {rules[name][1]} cases")
    print("relations:")
    for name in sorted(counts):
        rule, _, relation = name.partition(" ")
        right, cases = counts[name]
        if relation and cases >= LEAST_CASES:
            print(f"  {name}: {(right + RELATION_PRIOR * precision[rule]) / (cases + RELATION_PRIOR):.3f}  # {cases} cases")


if __name__ == "__main__":
    main()
