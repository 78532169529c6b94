"""MPNet-base (Song et al. 2020) as the large model's encoder, with its WordPiece segmentation of single words and a learnt vector of each word's shape.

The encoder is that of all-mpnet-base-v2 (Apache-2.0) without pooling: post-norm layers with a bias by relative position that all layers share. Being
uncased, it is told how a word is written: a vector by the word's shape is added to the word vectors of all its pieces.
"""
import json
import math
import os
import unicodedata

import torch
import torch.nn.functional as F
from torch import nn

SHAPES = 9                  # 0: no word
MAX_PIECES = 16             # of a word; longer ones keep their first and last 8


def shape(word):
    """1 digits, 2 marks only, 3 lower case, 4 capitals (two letters or more), 5 one capital, 6 capitalised, 7 first letter capital and mixed, 8 other mixed."""
    letters = [ch for ch in word if ch.isalpha()]
    if not letters:
        return 1 if any(ch.isnumeric() for ch in word) else 2
    upper = [unicodedata.category(ch) in ("Lu", "Lt") for ch in letters]
    if not any(upper):
        return 3
    if all(upper):
        return 4 if len(letters) > 1 else 5
    if upper[0]:
        return 7 if any(upper[1:]) else 6
    return 8


class WordPieces:
    """BERT's uncased WordPiece, word by word; the same in Swift (RelataInference): change both or neither."""
    bos, pad, eos, unk = 0, 1, 2, 3
    LONGEST = 100           # characters of a part that is looked up

    def __init__(self, pieces):
        """pieces: in the order of their ids, `<s>`, `<pad>`, `</s>`, `[UNK]` first."""
        self.pieces = pieces
        self.index = {p: i for i, p in enumerate(pieces) if i > 3}
        self.cache = {}

    def word(self, word, space=True):
        """Piece ids of one word: at most 16, never none."""
        ids = self.cache.get(word)
        if ids is None:
            ids = []
            for part in parts(word):
                ids += self.segment(part)
            if len(ids) > MAX_PIECES:
                ids = ids[:MAX_PIECES // 2] + ids[-MAX_PIECES // 2:]
            ids = self.cache[word] = tuple(ids) or (self.unk,)
        return ids

    def segment(self, part):
        """The longest pieces from the left, or the unknown one for all of it."""
        if len(part) > self.LONGEST:
            return [self.unk]
        out, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.index.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    break
            else:
                return [self.unk]
            out.append(piece)
            start = end
        return out


def parts(word):
    """A word in lower case without accents, cut at marks and ideographs."""
    out, fresh = [], True
    for ch in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(ch)
        if category == "Mn" or ch in "\0�" or category in ("Cc", "Cf") and ch not in "\t\n\r":
            continue
        if ch.isspace():
            fresh = True
        elif is_mark(ch, category) or is_ideograph(ch):
            out.append(ch)
            fresh = True
        elif fresh:
            out.append(ch)
            fresh = False
        else:
            out[-1] += ch
    return out


def is_mark(ch, category):
    return "!" <= ch <= "~" and not ch.isalnum() or category[0] == "P"


def is_ideograph(ch):
    return any(a <= ord(ch) <= b for a, b in ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)))


def kept_pieces(vocabulary):
    """Ids of the published vocabulary that text in Latin letters needs, in new order: the four special ones first."""
    special = ["<s>", "<pad>", "</s>", "[UNK]"]
    index = {p: i for i, p in enumerate(vocabulary)}
    keep = [index[p] for p in special]
    for i, p in enumerate(vocabulary):
        body = p[2:] if p.startswith("##") and len(p) > 2 else p
        if p in special or p in ("<unk>", "<mask>") or p.startswith("[") and p.endswith("]") and len(p) > 2:
            continue
        if len(p) > 2 and p.startswith("##") and all(is_mark(ch, unicodedata.category(ch)) for ch in body):
            continue        # marks stand alone
        if all(ch.isascii() or "LATIN" in unicodedata.name(ch, "") or unicodedata.category(ch)[0] == "P" or unicodedata.category(ch) == "Sc" for ch in body):
            keep.append(i)
    return keep


def bucket_of(relative, buckets=32, furthest=128):
    """Bucket of key − query positions: exact to 7, then by the logarithm (T5, Raffel et al. 2020)."""
    n = -relative
    half = buckets // 2
    out = half if n < 0 else 0
    n = abs(n)
    exact = half // 2
    if n < exact:
        return out + n
    return out + min(half - 1, exact + int(math.log(n / exact) / math.log(furthest / exact) * (half - exact)))


class Layer(nn.Module):
    def __init__(self, H, heads, ff, eps, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv, self.ao, self.aln = nn.Linear(H, 3 * H), nn.Linear(H, H), nn.LayerNorm(H, eps)
        self.fi, self.fo, self.oln = nn.Linear(H, ff), nn.Linear(ff, H), nn.LayerNorm(H, eps)

    def forward(self, x, mask):
        B, T, H = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, H // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(B, T, H)
        x = self.aln(x + F.dropout(self.ao(y), self.dropout, self.training))
        return self.oln(x + F.dropout(self.fo(F.gelu(self.fi(x))), self.dropout, self.training))


class MPNet(nn.Module):
    """(B, T) pieces → (B, T, H)."""

    def __init__(self, c, dropout=0.1):
        super().__init__()
        H = c["hidden"]
        self.word = nn.Embedding(c["vocabularySize"], H)
        self.pos = nn.Embedding(c["maxPositions"], H)       # row 0 is the first piece's
        self.shape = nn.Embedding(SHAPES, H)
        self.ln = nn.LayerNorm(H, c["layerNormEps"])
        self.bias = nn.Embedding(c["positionBuckets"], c["heads"])
        self.layers = nn.ModuleList(Layer(H, c["heads"], c["intermediate"], c["layerNormEps"], dropout) for _ in range(c["layers"]))
        self.dropout = dropout
        self.buckets = torch.tensor([bucket_of(d, c["positionBuckets"]) for d in range(1 - c["maxPositions"], c["maxPositions"])])

    def mask(self, valid):
        """(B, heads, T, T): bias by position, −10,000 where there is no piece."""
        T = valid.shape[1]
        at = torch.arange(T)
        relative = at[None, :] - at[:, None] + self.pos.num_embeddings - 1
        bias = self.bias(self.buckets[relative]).permute(2, 0, 1)[None]
        return bias + torch.zeros(valid.shape).masked_fill(~valid, -1e4)[:, None, None, :]

    def embed(self, ids, shapes):
        x = self.word(ids) + self.pos.weight[:ids.shape[1]] + self.shape(shapes)
        return F.dropout(self.ln(x), self.dropout, self.training)

    def forward(self, ids, valid, shapes, lowest=None):
        """lowest: how many lower layers are read without noise and are not learnt."""
        training = self.training
        mask = self.mask(valid)
        if lowest:
            with torch.no_grad():
                self.eval()
                x = self.embed(ids, shapes)
                for layer in self.layers[:lowest]:
                    x = layer(x, mask)
                self.train(training)
            mask = mask.detach()
        else:
            x = self.embed(ids, shapes)
        for layer in self.layers[lowest or 0:]:
            x = layer(x, mask)
        return x


def piece_shapes(batch, words):
    """(B, T): each word's shape at all its pieces; words in the order of batch["first"]."""
    out = torch.zeros(batch["ids"].shape, dtype=torch.long)
    flat = out.view(-1)
    for word, a, b in zip(words, batch["first"].tolist(), batch["last"].tolist()):
        flat[a:b + 1] = shape(word)
    return out


def read_published(folder):
    """(vocabulary, {name: tensor}) of the unpacked all-mpnet-base-v2."""
    from safetensors.torch import load_file
    with open(os.path.join(folder, "vocab.txt"), encoding="utf-8") as f:
        vocabulary = [line.rstrip("\n") for line in f]
    with open(os.path.join(folder, "config.json"), encoding="utf-8") as f:
        c = json.load(f)
    config = dict(hidden=c["hidden_size"], layers=c["num_hidden_layers"], heads=c["num_attention_heads"], intermediate=c["intermediate_size"],
                  maxPositions=c["max_position_embeddings"] - 2, layerNormEps=c["layer_norm_eps"], positionBuckets=c["relative_attention_num_buckets"])
    return vocabulary, config, load_file(os.path.join(folder, "model.safetensors"))


def load_state(model, tensors, keep, prefix=""):
    """Fills the encoder from tensors named as in `transformers`; keep: ids of the kept pieces, in new order."""
    def put(p, name):
        p.data.copy_(tensors[prefix + name])
    with torch.no_grad():
        model.word.weight.copy_(tensors[prefix + "embeddings.word_embeddings.weight"][keep])
        model.pos.weight.copy_(tensors[prefix + "embeddings.position_embeddings.weight"][2:])
        put(model.ln.weight, "embeddings.LayerNorm.weight")
        put(model.ln.bias, "embeddings.LayerNorm.bias")
        put(model.bias.weight, "encoder.relative_attention_bias.weight")
        H = model.ln.weight.shape[0]
        for i, l in enumerate(model.layers):
            at = f"encoder.layer.{i}."
            for j, n in enumerate("qkv"):
                put(l.qkv.weight[j * H:(j + 1) * H], at + f"attention.attn.{n}.weight")
                put(l.qkv.bias[j * H:(j + 1) * H], at + f"attention.attn.{n}.bias")
            for part, n in ((l.ao, "attention.attn.o"), (l.aln, "attention.LayerNorm"), (l.fi, "intermediate.dense"), (l.fo, "output.dense"), (l.oln, "output.LayerNorm")):
                put(part.weight, at + n + ".weight")
                put(part.bias, at + n + ".bias")
