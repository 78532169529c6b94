"""Runs a model over documents: names, tags and trees per sentence."""
import numpy as np
import torch
import torch.nn.functional as F

from .decode import spans, transitions, tree, viterbi
from .windows import collate, pack


def annotate(model, tokenizer, documents, trees=True, batch=16):
    """Yields (sentence, result) where result has tags, spans, upos, xpos, heads, deprels."""
    c = model.c
    trans = transitions(c["nerLabels"])
    windows = [w for d in documents for w in pack(d, tokenizer, lambda: c["maxWindowPieces"])]
    windows.sort(key=lambda w: -sum(len(s.words) for s in w))
    with torch.no_grad():
        for k in range(0, len(windows), batch):
            group = windows[k:k + batch]
            b = collate(group, tokenizer, c)
            V = model.word_vectors(b)
            logp = F.log_softmax(model.ner(V), -1).numpy()
            upos, xpos = model.upos(V).argmax(-1).tolist(), model.xpos(V).argmax(-1).tolist()
            for s, (lo, hi) in zip((s for w in group for s in w), b["sentences"]):
                tags = [c["nerLabels"][i] for i in viterbi(logp[lo:hi], trans)]
                r = dict(tags=tags, spans=spans(tags), upos=[c["uposLabels"][i] for i in upos[lo:hi]], xpos=[c["xposLabels"][i] for i in xpos[lo:hi]])
                if trees:
                    r.update(parse(model, V[lo:hi]))
                yield s, r


def parse(model, V):
    """Tree of one sentence from its word vectors (n, 2H)."""
    X = model.with_root(V, torch.arange(len(V))[None])
    scores = model.arc_scores(X)[0].numpy()
    heads = tree(scores)
    labels = model.c["deprelLabels"]
    rel = model.rel_scores(X[0, 1:], X[0, torch.tensor(heads)]).numpy()
    root = labels.index("root")
    out = []
    for h, row in zip(heads, rel):
        if h:
            row = row.copy()
            row[root] = -np.inf
        out.append("root" if h == 0 else labels[int(row.argmax())])
    return dict(arcs=scores, heads=heads, deprels=out)
