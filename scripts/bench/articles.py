"""Writes the example articles over and over until they are of a given size.

    python3 articles.py BYTES jsonl|text ARTICLE…    JSON Lines of articles, or one text
"""

import json
import sys

size, form, paths = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
texts = [open(path, encoding="utf-8").read().strip() for path in paths]
written, number = 0, 0
while written < size:
    text = texts[number % len(texts)]
    # The last one is cut, so that small sizes are as small as they say.
    text = text.encode()[: max(size - written, 200)].decode(errors="ignore")
    number += 1
    line = json.dumps({"id": f"{number}", "text": text}) + "\n" if form == "jsonl" else text + "\n\n"
    written += len(text.encode())
    sys.stdout.write(line)
