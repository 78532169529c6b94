"""Decoding: BIOES Viterbi for names and Chu-Liu/Edmonds for trees."""
import numpy as np


def transitions(labels):
    """(start, allowed, end): 0 or -inf scores for BIOES-legal sequences."""
    split = [l.partition("-")[::2] for l in labels]
    n = len(labels)
    allowed = np.full((n, n), -np.inf, np.float32)
    for i, (p, t) in enumerate(split):
        for j, (q, u) in enumerate(split):
            if p in "OES" and q in "OBS" or p in "BI" and q in "IE" and t == u:
                allowed[i, j] = 0
    start = np.array([0 if p in "OBS" else -np.inf for p, _ in split], np.float32)
    end = np.array([0 if p in "OES" else -np.inf for p, _ in split], np.float32)
    return start, allowed, end


def viterbi(logp, trans):
    """Label indexes of the best legal path over (words, labels) log probabilities."""
    start, allowed, end = trans
    score, back = logp[0] + start, []
    for row in logp[1:]:
        m = score[:, None] + allowed
        back.append(m.argmax(0))
        score = m.max(0) + row
    path = [int((score + end).argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return path[::-1]


def spans(tags):
    """(start, end, type) of legal BIOES tags."""
    out, start = [], None
    for i, tag in enumerate(tags):
        p, _, t = tag.partition("-")
        if p in ("B", "S"):
            start = i
        if p in ("E", "S"):
            out.append((start, i + 1, t))
    return out


def tree(scores):
    """scores (n, n + 1), column 0 the root → heads (1-based, 0 = root) of the best tree with one root child."""
    n = len(scores)
    s = np.full((n + 1, n + 1), -np.inf)
    s[1:] = scores
    np.fill_diagonal(s, -np.inf)
    s[1:, 0] -= 1e6     # a second root child never pays
    heads = s.argmax(1)
    heads[0] = 0
    if _cycle(heads) is None:
        return heads[1:].tolist()
    return _edmonds(s)[1:].tolist()


def _cycle(heads):
    state = [0] * len(heads)
    state[0] = 2
    for i in range(1, len(heads)):
        path, v = [], i
        while state[v] == 0:
            state[v] = 1
            path.append(v)
            v = heads[v]
        if state[v] == 1:
            return path[path.index(v):]
        for p in path:
            state[p] = 2
    return None


def _edmonds(s):
    """s[d, h]; node 0 is the root. Heads of the maximum arborescence."""
    heads = s.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [v for v in range(len(s)) if v not in inside]
    k = len(outside)
    t = np.full((k + 1, k + 1), -np.inf)
    t[:k, :k] = s[np.ix_(outside, outside)]
    kept = np.array([s[c, heads[c]] for c in cycle])
    enter = s[np.ix_(cycle, outside)] - kept[:, None]     # replace c's cycle head by an outside head
    t[k, :k] = enter.max(0)
    leave = s[np.ix_(outside, cycle)]
    t[:k, k] = leave.max(1)
    t[0, :] = -np.inf
    sub = _edmonds(t)
    result = heads.copy()
    for a in range(1, k):
        result[outside[a]] = cycle[leave[a].argmax()] if sub[a] == k else outside[sub[a]]
    new = sub[k]
    result[cycle[enter[:, new].argmax()]] = outside[new]
    return result
