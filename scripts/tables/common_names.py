"""Names that are common English words: python common_names.py TEXTS.jsonl... -- NAMES... > common-names.tsv

One word a line, in lower case: each is a given name or a surname of the US Census of 1990 (public domain) and stands in lower case
at least twice in the texts, which are agency news (Voice of America, public domain) and items written for this project (CC0):
voa.*.jsonl and own*.jsonl of the relation corpus, and the lines "gmb-..." of the silver corpus. NAMES are dist.all.last,
dist.female.first and dist.male.first of the census. Months and days are added, as they have a capital everywhere, and given names that are words of general English.
"""
import collections
import gzip
import json
import re
import sys

LEAST = 2
CALENDAR = """january february march april may june july august september october november december monday tuesday wednesday thursday
friday saturday sunday""".split()
# Given names that are words of general English, rare in agency news.
WORDS = """amber angel april art ash autumn basil bill bob carol chase christian chuck clay cliff colt coral crystal daisy dale dawn dean dick
drew earnest ernest faith fern forest fox frank gay gene ginger glen grace grant guy hazel heath heather holly honor hope hunter iris ivy jack
jade jasmine jay jean jewel josh joy june ken kit lance laurel lily major mark marina mason max may melody merit miles mona nick norm olive opal
pat patience pearl penny piper poppy prudence ray reed rich rick river rob robin rod rose rowan ruby rusty sage sandy skip sterling stew
sue summer tad ted terry tucker victor violet wade ward will willow woody""".split()

split = sys.argv.index("--")
counts = collections.Counter()
for path in sys.argv[1:split]:
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as f:
        for line in f:
            item = json.loads(line)
            if "silver" in path and not item["id"].startswith("gmb-"):
                continue
            counts.update(w for w in re.findall(r"[A-Za-z]+", item["text"]) if w.islower())
names = set()
for path in sys.argv[split + 1:]:
    with open(path) as f:
        names.update(line.split()[0].lower() for line in f)
print("""# Names that are also common words.
# Columns: folded word.
# Source: US Census of 1990 and public-domain news; made by scripts/tables/common_names.py.""")
for word in sorted({w for w in names if counts[w] >= LEAST and len(w) > 1} | set(CALENDAR + WORDS)):
    print(word)
