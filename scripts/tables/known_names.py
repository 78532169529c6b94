"""Names that the news knows without more words: python known_names.py silver.jsonl.gz > known-names.tsv

Full names of people, and names and acronyms of organizations, that a teacher found in LEAST texts or more of public-domain agency news
(silver.jsonl.gz). Left out are family names alone and bodies of which every country has one.
"""
import collections
import gzip
import json
import re
import sys
import unicodedata

LEAST = 12
OF_EVERY_COUNTRY = set("""senate congress parliament court supreme ministry foreign interior defense defence justice health finance police army
navy republican republicans democratic democrats democrat party state department house representatives central bank government treasury
security council cabinet labor labour agriculture education commission election electoral national assembly air force military lower upper
high constitutional independent coast guard marine corps border conservative liberal socialist communist opposition energy transportation
homeland commerce us human rights press justice general intelligence""".split())

# Names that many bear, and words that are more than names.
OTHERS_TOO = {"john paul", "christopher hill", "john howard", "robert gates", "jack straw", "post", "fox", "eta", "marines", "christianity", "au",
              "us embassy", "who", "us marines"}


def folded(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not 0x300 <= ord(c) <= 0x36F)
    return re.findall(r"\w+", re.sub(r"[.'’ʼ`]", "", plain.replace("'s", "")))


counts = collections.Counter()
with gzip.open(sys.argv[1], "rt") as f:
    for line in f:
        item = json.loads(line)
        counts.update({(kind, item["text"][start:end]) for _, start, end, kind in item["mentions"] if kind in (0, 1)})
names = collections.Counter()
for (kind, name), count in counts.items():
    words = folded(name)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if not words or (kind == 0 and len(words) < 2) or set(words) <= OF_EVERY_COUNTRY or " ".join(words) in OTHERS_TOO:
        continue
    names[" ".join(words), "PO"[kind]] += count
print("""# Names that the news knows without more words: of people (P) and organizations (O).
# Columns: folded name; P or O.
# Source: public-domain news; made by scripts/tables/known_names.py.""")
best = {}
for (name, kind), count in names.items():
    if count >= LEAST and count > best.get(name, ("", 0))[1]:
        best[name] = (kind, count)
for name in sorted(best, key=str.encode):
    print(name, best[name][0], sep="\t")
