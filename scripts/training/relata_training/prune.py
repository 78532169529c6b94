"""Cuts the encoder's 250k pieces to those that English and Latin-script names need."""
import os
import pickle
import re
import unicodedata
from collections import Counter

import numpy as np

from .encoder import read_e5
from .tokenizer import Tokenizer


def _list_words(data):
    """Names of the gazetteers, in reading case."""
    root = os.path.join(data, "names_lists")
    words = Counter()

    def add(text):
        for w in re.findall(r"[^\s,()/|]+", text):
            words[w] += 1
    for name in ("uscensus1990_dist.all.last", "uscensus1990_dist.female.first", "uscensus1990_dist.male.first"):
        with open(os.path.join(root, name)) as f:
            for i, line in enumerate(f):
                if i < 20000:
                    add(line.split()[0].capitalize())
    with open(os.path.join(root, "geonames_cities15000.tsv"), encoding="utf-8") as f:
        for i, line in enumerate(f):
            add(line.split("\t")[1])
    for name in ("mledoze_countries.jsonl", "geonames_countries.json", "geonames_us_states.json", "sp500_constituents.csv",
                 "us_executive.yaml", "us_legislators-current.yaml"):
        text = open(os.path.join(root, name), encoding="utf-8").read()
        for w in re.findall(r"[A-Za-zÀ-ɏ][\w'’-]+", text):
            words[w] += 1
    return words


def corpus_words(data, train):
    """Counter of (word, space) over all training text, the gazetteers and the Wikinews sentences."""
    counts = Counter()
    for documents in train.values():
        for d in documents:
            for s in d.sentences:
                counts.update(zip(s.words, s.space))
    for w, n in _list_words(data).items():
        counts[(w, True)] += 1
    with open(os.path.join(data, "qamr_wikinews_sentences", "wikinews_sentences.tsv"), encoding="utf-8") as f:
        for line in f:
            counts.update((w, True) for w in line.rstrip("\n").split("\t")[-1].split())
    return counts


def _latin(piece):
    body = piece.replace("▁", "")
    return bool(body) and all(c.isascii() or "LATIN" in unicodedata.name(c, "") for c in body)


_RANGES = [(0x20, 0x24F), (0x1E00, 0x1EFF), (0x370, 0x3FF), (0x400, 0x45F), (0x2010, 0x2044), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF),
           (0x2600, 0x27BF), (0x1F300, 0x1F64F), (0x621, 0x64A)]


def choose(tokenizer, counts, limit):
    """Ids of the kept pieces, original order: special, used by the text, single characters, then the highest-scoring Latin ones."""
    used = Counter()
    for (word, space), n in counts.items():
        used.update({i: n for i in tokenizer.word(word, space)})
        lower = tokenizer.word(word.lower(), space)
        used.update({i: n * 0.05 for i in lower})
    keep = {tokenizer.bos, tokenizer.eos, tokenizer.pad, tokenizer.unk}
    for p, i in tokenizer.index.items():
        body = p.replace("▁", "")
        if len(body) <= 1 and (not body or any(a <= ord(body) <= b for a, b in _RANGES)):
            keep.add(i)
    for i, n in used.most_common():
        if len(keep) >= limit:
            break
        keep.add(i)
    seen = len(keep)
    rest = sorted((i for p, i in tokenizer.index.items() if i not in keep and _latin(p)), key=lambda i: -tokenizer.scores[i])
    keep.update(rest[: max(0, limit - len(keep))])
    return sorted(keep), seen, len(used)


def pruned_vocabulary(data, train, e5_path, limit, cache):
    """dict with keep, pieces, scores, config; cached on disk."""
    if cache and os.path.exists(cache):
        with open(cache, "rb") as f:
            return pickle.load(f)
    config, pieces, scores, _ = read_e5(e5_path)
    full = Tokenizer(pieces, scores.tolist(), config["bos"], config["eos"], config["pad"], config["unk"])
    keep, seen, used = choose(full, corpus_words(data, train), limit)
    new = {old: i for i, old in enumerate(keep)}
    out = dict(keep=np.array(keep), pieces=[pieces[i] for i in keep], scores=[float(scores[i]) for i in keep],
               **{k: new[config[k]] for k in ("bos", "eos", "pad", "unk")})
    print(f"vocabulary: {len(keep)} pieces kept, {used} used by the texts, {len(keep) - seen} filled by score")
    if cache:
        with open(cache, "wb") as f:
            pickle.dump(out, f)
    return out
