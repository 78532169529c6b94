"""How many texts hold a word: python word_counts.py TEXTS.jsonl... > word-counts.tsv

One stem a line with the number of texts that hold it, of those that at least LEAST hold; what is not in the table is rare. The texts are
agency news (Voice of America, public domain) and items written for this project (CC0): voa.*.jsonl and own*.jsonl of the relation corpus and
silver.jsonl.gz. A stem is what WordRarity.stem gives: lower case, the commonest endings cut.
"""
import collections
import gzip
import json
import re
import sys

LEAST = 8


def stem(word):
    for ending, least, instead in (("ies", 5, "y"), ("ing", 6, ""), ("ed", 5, ""), ("es", 5, "")):
        if len(word) >= least and word.endswith(ending):
            return word[: -len(ending)] + instead
    if len(word) >= 4 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word[:-1] if len(word) >= 5 and word.endswith("e") else word


texts, counts = 0, collections.Counter()
for path in sys.argv[1:]:
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as f:
        for line in f:
            texts += 1
            words = re.findall(r"[A-Za-z]+", json.loads(line)["text"])
            counts.update({stem(word.lower()) for word in words if len(word) > 3})
print(f"""# In how many of {texts} texts a word occurs, of those that occur in {LEAST} or more.
# Columns: stem, number of texts.
# Source: public-domain news and items written for Relata; made by scripts/tables/word_counts.py.""")
for word in sorted(counts):
    if counts[word] >= LEAST:
        print(f"{word}\t{counts[word]}")
