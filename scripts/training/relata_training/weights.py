"""The .relata-weights file: writing from a trained model, reading back into one (dequantised)."""
import hashlib
import json
import struct

import numpy as np
import torch

from .mentions import MOODS
from .model import Annotator, PairHeads
from .tokenizer import Tokenizer

HEADS = ["ner", "upos", "xpos", "arc_dep", "arc_head", "rel_dep", "rel_head", "start"]


def quantise(w, limit):
    """(int8, float32 scale per row), symmetric."""
    w = w.detach().float().numpy()
    scale = np.maximum(np.abs(w).max(1), 1e-12).astype(np.float32) / np.float32(limit)
    q = np.clip(np.rint(w / scale[:, None]), -limit, limit).astype(np.int8)
    return q, scale


PAIR_LINEAR = ["a_left", "a_right", "h_left", "h_right", "r_subject", "r_object", "r_left", "r_right", "r_key", "r_value", "r_query", "r_out", "r_mood"]

PAIR_TABLES = ["r_forms", "r_distances", "r_places", "r_roles", "r_steps", "r_path"]


def pair_tensors(out, pairs):
    """Adds the tensors of the pair heads."""
    for n in PAIR_LINEAR:
        layer = getattr(pairs, n)
        out["pair." + n], out["pair." + n + ".scale"] = quantise(layer.weight, 127)
        out["pair." + n + ".b"] = _f32(layer.bias)
    for i, table in enumerate(pairs.features):
        out[f"pair.features.{i}"], out[f"pair.features.{i}.scale"] = quantise(table, 127)
    out["pair.c_out"], out["pair.c_out.b"] = _f32(pairs.c_out.weight), _f32(pairs.c_out.bias)
    for n in PAIR_TABLES:
        out["pair." + n] = _f32(getattr(pairs, n))


def vocabulary(out, tokenizer):
    """Adds the pieces."""
    blobs = [p.encode("utf-8") for p in tokenizer.pieces]
    out["vocab.pieces"] = np.frombuffer(b"".join(blobs), np.uint8)
    out["vocab.offsets"] = np.cumsum([0] + [len(b) for b in blobs]).astype("<i4")


def _f32(p):
    return p.detach().float().numpy().astype("<f4")


def named_tensors(model, tokenizer, pairs=None):
    """Ordered (name, array) of the file; pairs: the PairHeads of the second stage, if any."""
    out = {}

    def f32(name, p):
        out[name] = _f32(p)

    def linear(name, w, b, limit):
        out[name], out[name + ".scale"] = quantise(w, limit)
        if b is not None:
            f32(name + ".b", b)
    e, H = model.encoder, model.c["hidden"]
    linear("emb.word", e.word.weight, None, 127)
    f32("emb.pos", e.pos.weight)
    f32("emb.type", e.types)
    f32("emb.ln.w", e.ln.weight)
    f32("emb.ln.b", e.ln.bias)
    for i, l in enumerate(e.layers):
        for j, n in enumerate("qkv"):
            linear(f"l{i}.{n}", l.qkv.weight[j * H:(j + 1) * H], l.qkv.bias[j * H:(j + 1) * H], 63)
        for n in ("ao", "fi", "fo"):
            linear(f"l{i}.{n}", getattr(l, n).weight, getattr(l, n).bias, 63)
        for n in ("aln", "oln"):
            f32(f"l{i}.{n}.w", getattr(l, n).weight)
            f32(f"l{i}.{n}.b", getattr(l, n).bias)
    for n in HEADS:
        linear(n, getattr(model, n).weight, getattr(model, n).bias, 127)
    for n in ("W_arc", "root"):
        f32(n, getattr(model, n))
    linear("W_rel", model.W_rel.reshape(-1, model.W_rel.shape[-1]), None, 127)
    if pairs is not None:
        pair_tensors(out, pairs)
    vocabulary(out, tokenizer)
    out["vocab.scores"] = np.array(tokenizer.scores, "<f4")
    return out


_DTYPES = {"float32": "f32", "int8": "i8", "uint8": "u8", "int32": "i32"}


def write(path, config, tensors):
    data, entries = bytearray(), []
    for name, a in tensors.items():
        data += b"\0" * (-len(data) % 64)
        raw = np.ascontiguousarray(a).tobytes()
        entries.append(dict(name=name, dtype=_DTYPES[a.dtype.name], shape=list(a.shape), offset=len(data), bytes=len(raw)))
        data += raw
    header = json.dumps(dict(config=config, tensors=entries), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    out = b"RELATAWT" + struct.pack("<II", 1, len(header)) + header
    out += b"\0" * (-len(out) % 64) + bytes(data)
    with open(path, "wb") as f:
        f.write(out + hashlib.sha256(out).digest())


def read(path):
    """(config, {name: array})."""
    blob = open(path, "rb").read()
    assert blob[:8] == b"RELATAWT" and hashlib.sha256(blob[:-32]).digest() == blob[-32:], "damaged weight file"
    _, n = struct.unpack_from("<II", blob, 8)
    header = json.loads(blob[16:16 + n])
    base = (16 + n + 63) // 64 * 64
    kinds = {"f32": "<f4", "i8": np.int8, "u8": np.uint8, "i32": "<i4"}
    tensors = {}
    for t in header["tensors"]:
        tensors[t["name"]] = np.frombuffer(blob, kinds[t["dtype"]], int(np.prod(t["shape"])), base + t["offset"]).reshape(t["shape"])
    return header["config"], tensors


def load(path, simulate_activations=True):
    """(model, tokenizer) with dequantised weights; encoder linears may round their inputs to 8 bits as the runtime does."""
    c, t = read(path)
    c = dict(c, types=t["emb.type"].shape[0])
    model, H = Annotator(c), c["hidden"]

    def full(name):
        a = t[name].astype(np.float32)
        return torch.from_numpy(a * t[name + ".scale"][:, None] if name + ".scale" in t else a)
    e = model.encoder
    with torch.no_grad():
        e.word.weight.copy_(full("emb.word"))
        e.pos.weight.copy_(full("emb.pos"))
        e.types.copy_(full("emb.type"))
        e.ln.weight.copy_(full("emb.ln.w"))
        e.ln.bias.copy_(full("emb.ln.b"))
        for i, l in enumerate(e.layers):
            for j, n in enumerate("qkv"):
                l.qkv.weight[j * H:(j + 1) * H].copy_(full(f"l{i}.{n}"))
                l.qkv.bias[j * H:(j + 1) * H].copy_(full(f"l{i}.{n}.b"))
            for n in ("ao", "fi", "fo"):
                getattr(l, n).weight.copy_(full(f"l{i}.{n}"))
                getattr(l, n).bias.copy_(full(f"l{i}.{n}.b"))
            for n in ("aln", "oln"):
                getattr(l, n).weight.copy_(full(f"l{i}.{n}.w"))
                getattr(l, n).bias.copy_(full(f"l{i}.{n}.b"))
        for n in HEADS:
            if n not in t:
                continue            # older than the head
            getattr(model, n).weight.copy_(full(n))
            getattr(model, n).bias.copy_(full(n + ".b"))
        for n in ("W_arc", "W_rel", "root"):
            getattr(model, n).copy_(full(n).reshape(getattr(model, n).shape))
    if simulate_activations:
        for l in e.layers:
            for n in ("qkv", "ao", "fi", "fo"):
                getattr(l, n).register_forward_pre_hook(round_inputs)
    blob, offsets = t["vocab.pieces"].tobytes(), t["vocab.offsets"]
    pieces = [blob[offsets[i]:offsets[i + 1]].decode("utf-8") for i in range(len(offsets) - 1)]
    tokenizer = Tokenizer(pieces, t["vocab.scores"].tolist(), c["bos"], c["eos"], c["pad"], c["unk"])
    return model.eval(), tokenizer


def load_pairs(path):
    """The PairHeads of a weight file, or None."""
    c, t = read(path)
    if "relationLabels" not in c:
        return None
    pairs = PairHeads(c["hidden"], len(c["relationLabels"]), len(MOODS), len(c["mentionForms"]), c["pairFeatureSizes"], c["antecedentSize"], c["relationSize"],
                      c["relationKeySize"])

    def full(name):
        a = t["pair." + name].astype(np.float32)
        return torch.from_numpy(a * t["pair." + name + ".scale"][:, None] if "pair." + name + ".scale" in t else a)
    with torch.no_grad():
        for n in PAIR_LINEAR + ["c_out"]:
            if "pair." + n not in t:
                continue            # older than this part
            getattr(pairs, n).weight.copy_(full(n))
            getattr(pairs, n).bias.copy_(full(n + ".b"))
        for i, table in enumerate(pairs.features):
            table.copy_(full(f"features.{i}"))
        for n in PAIR_TABLES:
            getattr(pairs, n).copy_(full(n))
    return pairs.eval()


def round_inputs(module, args):
    x = args[0]
    scale = x.abs().amax(-1, keepdim=True).clamp(min=1e-12) / 127
    return ((x / scale).round().clamp(-127, 127) * scale,)
