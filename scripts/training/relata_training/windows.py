"""From documents to windows of whole sentences, and from windows to padded batches."""
from dataclasses import replace

import numpy as np
import torch

from .labels import ANYTHING, NER_LABELS
from .substitute import substitute


def sentence_pieces(tokenizer, s):
    """Piece ids per word; the first word of a sentence counts as preceded by space."""
    return [tokenizer.word(w, sp or i == 0) for i, (w, sp) in enumerate(zip(s.words, s.space))]


def cut(s, lo, hi):
    """Words lo..hi of a sentence, without its tree (used for over-long sentences only)."""
    part = lambda x: x[lo:hi] if x is not None else None
    return replace(s, words=s.words[lo:hi], space=s.space[lo:hi], ner=part(s.ner), upos=None, xpos=None, heads=None, deprels=None, gold=None)


def pack(document, tokenizer, budget):
    """Windows (lists of sentences); budget() gives the piece limit of the next window, 0 for a single sentence."""
    windows, window, used, limit = [], [], 0, budget()
    for s in document.sentences:
        n = sum(map(len, sentence_pieces(tokenizer, s)))
        if window and used + n > limit:
            windows.append(window)
            window, used, limit = [], 0, budget()
        if n > 510:
            windows.extend(_long(s, tokenizer))
            continue
        window.append(s)
        used += n
    if window:
        windows.append(window)
    return windows


def _long(s, tokenizer):
    pieces, lo, used, out = sentence_pieces(tokenizer, s), 0, 0, []
    for i, p in enumerate(pieces):
        if used + len(p) > 510:
            out.append([cut(s, lo, i)])
            lo, used = i, 0
        used += len(p)
    return out + [[cut(s, lo, len(pieces))]]


def augment(window, rng, a, pools=None):
    """Other names, case changes and lost final punctuation."""
    if pools and rng.random() < a["substitute_windows"]:
        window = substitute(window, pools, rng, a["substitute_words"])
    r = rng.random()
    change = str.lower if r < a["lower"] else str.upper if r < a["lower"] + a["upper"] else str.title if r < a["lower"] + a["upper"] + a["title"] else None
    if change:
        window = [replace(s, words=[change(w) if not w.startswith("http") else w for w in s.words]) for s in window]
    if rng.random() < a["no_final_punctuation"]:
        out = []
        for s in window:
            n = len(s.words)
            if n > 2 and s.words[-1] in ".!?" and (s.heads is None or n not in s.heads):
                part = lambda x: x[:-1] if x is not None else None
                s = replace(s, words=s.words[:-1], space=s.space[:-1], ner=part(s.ner), upos=part(s.upos), xpos=part(s.xpos),
                            heads=part(s.heads), deprels=part(s.deprels))
            out.append(s)
        window = out
    return window


def batches(windows, tokenizer, tokens, rng):
    """Length-sorted batches of about `tokens` padded pieces, in random order."""
    sized = [(sum(map(len, (p for s in w for p in sentence_pieces(tokenizer, s)))) + 2, w) for w in windows]
    sized = sorted(sized, key=lambda x: x[0] + rng.random() * 4)
    out, batch, longest = [], [], 0
    for n, w in sized:
        if batch and max(longest, n) * (len(batch) + 1) > tokens:
            out.append(batch)
            batch, longest = [], 0
        batch.append(w)
        longest = max(longest, n)
    if batch:
        out.append(batch)
    rng.shuffle(out)
    return out


def collate(batch, tokenizer, c, rng=None, mask_rate=0.0):
    """Tensors of a batch of windows (see Annotator.losses)."""
    xindex, rindex = {t: i for i, t in enumerate(c["xposLabels"])}, {t: i for i, t in enumerate(c["deprelLabels"])}
    uindex = {t: i for i, t in enumerate(c["uposLabels"])}
    rows, first, last, allowed, weight, tagged, starts, upos, xpos, trees, sentences = [], [], [], [], [], [], [], [], [], [], []
    pieces = [[sentence_pieces(tokenizer, s) for s in w] for w in batch]
    T = 2 + max(sum(len(p) for s in w for p in s) for w in pieces)
    ids = np.full((len(batch), T), tokenizer.pad, np.int64)
    for b, (window, wp) in enumerate(zip(batch, pieces)):
        line = [tokenizer.bos]
        for s, sp in zip(window, wp):
            base = len(first)
            sentences.append((base, base + len(s.words)))
            for i, p in enumerate(sp):
                first.append(b * T + len(line))
                line.extend(p)
                last.append(b * T + len(line) - 1)
                allowed.append(s.ner[i] if s.ner else ANYTHING)
                weight.append(s.weight if s.ner else 0.0)
            if s.heads:
                tagged.extend(range(base, base + len(s.words)))
                starts.extend(float(i == 0) for i in range(len(s.words)))
                upos.extend(uindex.get(t, 0) for t in s.upos)
                xpos.extend(xindex.get(t, 0) for t in s.xpos)
                trees.append((base, s))
        line.append(tokenizer.eos)
        ids[b, :len(line)] = line
    valid = np.zeros(ids.shape, bool)
    for b, w in enumerate(pieces):
        valid[b, :2 + sum(len(p) for s in w for p in s)] = True
    if rng is not None and mask_rate:
        hit = (rng.random(ids.shape) < mask_rate) & valid & (ids != tokenizer.bos) & (ids != tokenizer.eos)
        noise = np.where(rng.random(ids.shape) < 0.6, tokenizer.unk, rng.integers(4, len(tokenizer.pieces), ids.shape))
        ids = np.where(hit, noise, ids)
    bits = np.array(allowed, np.int64)[:, None] >> np.arange(len(NER_LABELS)) & 1
    out = dict(ids=torch.from_numpy(ids), valid=torch.from_numpy(valid), first=torch.tensor(first), last=torch.tensor(last),
               allowed=torch.from_numpy(bits.astype(bool)), ner_weight=torch.tensor(weight), tagged=torch.tensor(tagged, dtype=torch.long),
               starts=torch.tensor(starts), upos=torch.tensor(upos, dtype=torch.long), xpos=torch.tensor(xpos, dtype=torch.long), sentences=sentences,
               words=[w for window in batch for s in window for w in s.words])
    if trees:
        n = max(len(s.words) for _, s in trees)
        rows, heads, rels = (np.full((len(trees), n), v, np.int64) for v in (-1, 0, 0))
        for k, (base, s) in enumerate(trees):
            m = len(s.words)
            rows[k, :m] = np.arange(base, base + m)
            heads[k, :m] = s.heads
            rels[k, :m] = [rindex.get(r, 0) for r in s.deprels]
        out.update(rows=torch.from_numpy(rows), heads=torch.from_numpy(heads), rels=torch.from_numpy(rels))
    return out
