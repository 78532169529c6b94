"""The annotator: encoder, word vectors (first ‖ last piece), and linear and biaffine heads, with their losses."""
import torch
import torch.nn.functional as F
from torch import nn

from .encoder import Encoder


class Annotator(nn.Module):
    def __init__(self, c, dropout=0.1, head_dropout=0.25):
        """c: configuration as in the weight file (hidden, layers, …, nerLabels, uposLabels, xposLabels, deprelLabels)."""
        super().__init__()
        self.c = c
        self.encoder = Encoder(c, dropout)
        W, A, R = 2 * c["hidden"], c["arcSize"], c["relSize"]
        self.ner = nn.Linear(W, len(c["nerLabels"]))
        self.upos = nn.Linear(W, len(c["uposLabels"]))
        self.xpos = nn.Linear(W, len(c["xposLabels"]))
        self.arc_dep, self.arc_head = nn.Linear(W, A), nn.Linear(W, A)
        self.rel_dep, self.rel_head = nn.Linear(W, R), nn.Linear(W, R)
        self.W_arc = nn.Parameter(torch.zeros(A + 1, A))
        self.W_rel = nn.Parameter(torch.zeros(len(c["deprelLabels"]), R + 1, R + 1))
        self.root = nn.Parameter(torch.randn(W) * 0.1)
        self.head_dropout = head_dropout

    def word_vectors(self, batch, encoded=None):
        """(all words, 2H) float32 for batch = dict(ids, valid (B,T), first, last: flat piece positions of each word)."""
        x = (self.encoder(batch["ids"], batch["valid"]) if encoded is None else encoded).float()
        flat = x.reshape(-1, x.shape[-1])
        V = torch.cat([flat[batch["first"]], flat[batch["last"]]], -1)
        return F.dropout(V, self.encoder.dropout, self.training)

    def _mlp(self, layer, x):
        return F.dropout(F.leaky_relu(layer(x), 0.1), self.head_dropout, self.training)

    def with_root(self, V, rows):
        """V (words, W), rows (S, n) word indexes padded by -1 → (S, n + 1, W), root first."""
        X = V[rows.clamp(min=0)]
        return torch.cat([self.root.expand(len(rows), 1, -1), X], 1)

    def arc_scores(self, X):
        """X (S, n + 1, W) → (S, n, n + 1): dependants without root, heads with it."""
        d = self._mlp(self.arc_dep, X[:, 1:])
        h = self._mlp(self.arc_head, X)
        d = torch.cat([d, d.new_ones(*d.shape[:-1], 1)], -1)
        return (d @ self.W_arc) @ h.transpose(1, 2)

    def rel_scores(self, dep, head):
        """dep, head (m, W): word vectors of dependants and their heads → (m, labels)."""
        b = self._mlp(self.rel_dep, dep)
        h = self._mlp(self.rel_head, head)
        b = torch.cat([b, b.new_ones(len(b), 1)], -1)
        h = torch.cat([h, h.new_ones(len(h), 1)], -1)
        L, K, _ = self.W_rel.shape
        t = (b @ self.W_rel.permute(1, 0, 2).reshape(K, L * K)).view(len(b), L, K)
        return torch.bmm(t, h.unsqueeze(-1)).squeeze(-1)

    def losses(self, batch, encoded=None):
        """Sums of the losses over words, each a scalar tensor: ner, upos, xpos, arc, rel."""
        V = self.word_vectors(batch, encoded)
        out = {}
        allowed = batch["allowed"]                      # (words, labels) bool
        logp = F.log_softmax(self.ner(V), -1)
        marginal = torch.logsumexp(logp.masked_fill(~allowed, -1e9), -1)
        out["ner"] = -(marginal * batch["ner_weight"]).sum()
        t = batch["tagged"]
        if len(t):
            out["upos"] = F.cross_entropy(self.upos(V[t]), batch["upos"], reduction="sum")
            out["xpos"] = F.cross_entropy(self.xpos(V[t]), batch["xpos"], reduction="sum")
            rows, heads = batch["rows"], batch["heads"]     # (S, n)
            X = self.with_root(V, rows)
            real = rows >= 0
            scores = self.arc_scores(X)
            blocked = torch.cat([real.new_zeros(len(rows), 1), ~real], 1)[:, None, :]
            scores = scores.masked_fill(blocked, -1e9)
            out["arc"] = F.cross_entropy(scores[real], heads[real], reduction="sum")
            s, d = real.nonzero(as_tuple=True)
            out["rel"] = F.cross_entropy(self.rel_scores(X[s, d + 1], X[s, heads[s, d]]), batch["rels"][s, d], reduction="sum")
        return out
