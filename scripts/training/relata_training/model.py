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
        self.start = nn.Linear(W, 1)        # whether a sentence begins with the word
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
        """Sums of the losses over words, each a scalar tensor: ner, upos, xpos, arc, rel, start."""
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
            out["start"] = F.binary_cross_entropy_with_logits(self.start(V[t]).squeeze(-1), batch["starts"], reduction="sum")
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


class PairHeads(nn.Module):
    """Scores of mention pairs: antecedents (coreference) and relations, on the encoder's piece vectors.

    A mention is [first piece of its first word ‖ last piece of its last word]. Antecedents: a bilinear term and one hidden layer over both ends and
    feature embeddings, against a score of 0 for "none" (Lee et al. 2017; on head words as Dobrovolskii 2021). Relations: both ends, their forms, their
    distance and their places in the tree, and the product of two further projections of the ends, ask the sentence's words with two attention
    heads, the first of which learns to look at the trigger. Moods: how a relation is stated, read from the same hidden layer.
    """

    def __init__(self, hidden, relations, moods, forms, feature_sizes, coref=128, relation=256, key=64, dropout=0.1, head_dropout=0.25):
        super().__init__()
        W = 2 * hidden
        self.coref, self.relation, self.key, self.dropout, self.head_dropout = coref, relation, key, dropout, head_dropout
        self.a_left, self.a_right = nn.Linear(W, coref), nn.Linear(W, coref)
        self.h_left, self.h_right = nn.Linear(W, coref), nn.Linear(W, coref)
        self.features = nn.ParameterList(nn.Parameter(torch.zeros(n, coref)) for n in feature_sizes)
        self.c_out = nn.Linear(coref, 1)
        self.r_subject, self.r_object = nn.Linear(W, relation), nn.Linear(W, relation)
        self.r_left, self.r_right = nn.Linear(W, relation), nn.Linear(W, relation)
        self.r_key, self.r_value = nn.Linear(W, 2 * key), nn.Linear(W, relation)
        self.r_query = nn.Linear(relation, 2 * key)
        self.r_forms = nn.Parameter(torch.zeros(2, forms, relation))
        self.r_distances = nn.Parameter(torch.zeros(18, relation))
        self.r_places = nn.Parameter(torch.zeros(2, 6))
        self.r_roles = nn.Parameter(torch.zeros(2, 14, relation))
        self.r_steps = nn.Parameter(torch.zeros(16, relation))
        self.r_path = nn.Parameter(torch.zeros(2, 2))
        self.r_out = nn.Linear(relation, relations)
        self.r_mood = nn.Linear(relation, moods)
        nn.init.constant_(self.r_out.bias, -5.0)
        nn.init.zeros_(self.r_right.weight)
        nn.init.zeros_(self.r_right.bias)

    def mention_vectors(self, flat, batch):
        """(mentions, 2H) from (all pieces, H)."""
        M = torch.cat([flat[batch["first"][batch["m_first"]]], flat[batch["last"][batch["m_last"]]]], -1)
        return F.dropout(M, self.dropout, self.training)

    def antecedent_scores(self, M, i, j, features):
        """(pairs,): the score of mention j as the antecedent of mention i."""
        bilinear = (self.a_left(M)[i] * self.a_right(M)[j]).sum(-1) / self.coref ** 0.5
        h = self.h_left(M)[i] + self.h_right(M)[j]
        for k, table in enumerate(self.features):
            h = h + table[features[:, k]]
        h = F.dropout(F.leaky_relu(h, 0.1), self.head_dropout, self.training)
        return bilinear + self.c_out(h).squeeze(-1)

    def relation_scores(self, M, V, batch):
        """(logits (pairs, relations), attention (2, pairs, words of the longest sentence), mood logits (pairs, moods))."""
        s, o, row, words = batch["r_s"], batch["r_o"], batch["r_row"], batch["r_words"]
        form = batch["m_form"]
        h = self.r_subject(M)[s] + self.r_object(M)[o] + self.r_forms[0, form[s]] + self.r_forms[1, form[o]] + self.r_distances[batch["r_distance"]]
        h = h + self.r_left(M)[s] * self.r_right(M)[o]
        h = h + self.r_roles[0, batch["r_roles"][:, 0]] + self.r_roles[1, batch["r_roles"][:, 1]] + self.r_steps[batch["r_steps"]]
        q = self.r_query(F.leaky_relu(h, 0.1))
        real = words >= 0
        X = V[words.clamp(min=0)]
        K, U = self.r_key(X)[row], self.r_value(X)[row]                # (pairs, n, 2 key), (pairs, n, relation)
        half, ctx, attention = self.relation // 2, [], []
        for t in range(2):
            a = torch.einsum("pk,pnk->pn", q[:, t * self.key:(t + 1) * self.key], K[..., t * self.key:(t + 1) * self.key]) / self.key ** 0.5
            a = (a + self.r_places[t][batch["r_place"]] + self.r_path[t][batch["r_path"]]).masked_fill(~real[row], -1e9).softmax(-1)
            attention.append(a)
            ctx.append(torch.einsum("pn,pnd->pd", a, U[..., t * half:(t + 1) * half]))
        h = F.dropout(F.leaky_relu(h + torch.cat(ctx, -1), 0.1), self.head_dropout, self.training)
        return self.r_out(h), torch.stack(attention), self.r_mood(h)

    def losses(self, flat, V, batch):
        """Sums of losses: coref (over anaphors), relation (over pairs), trigger (over pairs with one), mood (over pairs with a relation)."""
        out = {}
        if "m_first" not in batch:
            return out
        M = self.mention_vectors(flat, batch)
        if "a_i" in batch:
            scores = self.antecedent_scores(M, batch["a_i"], batch["a_j"], batch["a_features"])
            rows, n = batch["a_row"], len(batch["a_dummy"])
            everything = _row_logsumexp(scores, rows, torch.zeros(n), n)
            none = torch.where(batch["a_dummy"], 0.0, -1e9)
            right = _row_logsumexp(scores.masked_fill(~batch["a_gold"], -1e9), rows, none, n)
            out["coref"] = (everything - right).sum()
        if "r_s" in batch:
            logits, attention, moods = self.relation_scores(M, V, batch)
            loss = F.binary_cross_entropy_with_logits(logits, batch["r_target"], reduction="none")
            out["relation"] = (loss * batch["r_weight"]).sum()
            t = batch["r_trigger"]
            has = t.any(-1)
            if has.any():
                out["trigger"] = -(attention[0][has] * t[has]).sum(-1).clamp(min=1e-6).log().sum()
            stated = batch["r_moods"][:, 0] >= 0
            if stated.any():
                out["mood"] = F.binary_cross_entropy_with_logits(moods[stated], batch["r_moods"][stated], reduction="sum")
        return out


def _row_logsumexp(scores, rows, extra, n):
    """log Σ exp over the scores of each row and one extra score for it."""
    top = torch.maximum(extra, torch.full((n,), -1e9).scatter_reduce(0, rows, scores.detach(), "amax"))
    total = (extra - top).exp().scatter_add(0, rows, (scores - top[rows]).exp())
    return top + total.log()
