"""The large model: MPNet with the pair heads, its 4-bit weights and its weight file.

Weights of the encoder are 4-bit in groups of 32 along the inputs (see `quantise4`), those of the pair heads 8-bit by row. The
runtime turns a group-wise matrix into 7 bits by row when it loads it, so that its kernels are the small model's.
"""
import numpy as np
import torch
from torch import nn

from . import mpnet, weights
from .mentions import FEATURE_SIZES, FORMS, MOODS, RELATIONS
from .model import PairHeads

GROUP = 32
SIZES = dict(coref=192, relation=512, key=96)
WINDOW = 254                # pieces


class Large(nn.Module):
    """lowest: how many lower layers are not learnt."""

    def __init__(self, c, lowest=0, dropout=0.1):
        super().__init__()
        self.c, self.lowest = c, lowest
        self.encoder = mpnet.MPNet(c, dropout)
        self.pairs = PairHeads(c["hidden"], len(RELATIONS), len(MOODS), len(FORMS), FEATURE_SIZES, **SIZES)

    def encode(self, batch):
        return self.encoder(batch["ids"], batch["valid"], mpnet.piece_shapes(batch, batch["words"]), self.lowest)

    def losses(self, batch, encoded):
        x = encoded.float()
        flat = x.reshape(-1, x.shape[-1])
        V = torch.cat([flat[batch["first"]], flat[batch["last"]]], -1)
        V = nn.functional.dropout(V, self.encoder.dropout, self.training)
        return self.pairs.losses(flat, V, batch)


def from_published(folder, small):
    """(model, tokenizer) with the published encoder and fresh heads; small: the small model's configuration, whose labels batches are made with."""
    vocabulary, config, tensors = mpnet.read_published(folder)
    keep = mpnet.kept_pieces(vocabulary)
    labels = {k: small[k] for k in ("nerLabels", "uposLabels", "xposLabels", "deprelLabels")}
    model = Large(dict(config, **labels, vocabularySize=len(keep), maxWindowPieces=WINDOW))
    mpnet.load_state(model.encoder, tensors, keep)
    with torch.no_grad():
        model.encoder.shape.weight.zero_()
    return model, mpnet.WordPieces([vocabulary[i] for i in keep])


def load_teacher(model, path):
    """Fills the model from `teacher.safetensors` (8 bits by row); its word embeddings are the published ones."""
    from safetensors.torch import load_file
    raw, tensors = load_file(path), {}
    for name, t in raw.items():
        if name.endswith(".q"):
            tensors[name[:-2]] = t.float() * raw[name[:-2] + ".s"].view(-1, *[1] * (t.dim() - 1))
        elif not name.endswith(".s") or name[:-2] + ".q" not in raw:
            tensors[name] = t.float()
    prefix = "annotator.encoder.m."
    words = prefix + "embeddings.word_embeddings.weight"
    kept = model.encoder.word.weight.detach().clone()
    tensors[words] = kept
    mpnet.load_state(model.encoder, tensors, list(range(len(kept))), prefix)
    with torch.no_grad():
        model.encoder.shape.weight.copy_(tensors["annotator.encoder.shape.weight"])
        state = {k[6:]: v.view(model.pairs.state_dict()[k[6:]].shape) for k, v in tensors.items() if k.startswith("pairs.")}
        model.pairs.load_state_dict(state)


def read(published, small, path, rounded=False):
    """(model, tokenizer) of a checkpoint, or of a teacher.safetensors; rounded: its encoder in 4 bits."""
    model, tokenizer = from_published(published, small)
    if path.endswith(".safetensors"):
        load_teacher(model, path)
    else:
        model.load_state_dict(plain(torch.load(path, weights_only=False)["model"]))
    if rounded:
        model.lowest = model.c["layers"]
        round_lower(model)
        model.lowest = 0
    return model, tokenizer


def quantise4(w):
    """(nibbles 0…15, int8 group scales, float32 row scales) of a matrix whose rows are a multiple of 32 long: w = (nibble − 8) · group scale · row scale.

    The entry of a group furthest from zero becomes −8 of 16 steps.
    """
    g = w.reshape(w.shape[0], -1, GROUP)
    wanted = g.gather(-1, g.abs().argmax(-1, keepdim=True)).squeeze(-1) / -8
    rows = (wanted.abs().amax(1, keepdim=True) / 127).clamp(min=1e-12)
    groups = (wanted / rows).round().clamp(-127, 127)
    step = (groups * rows).unsqueeze(-1)
    q = torch.where(step == 0, 0, g / torch.where(step == 0, 1, step)).round().clamp(-8, 7)
    return (q + 8).to(torch.uint8).reshape(w.shape), groups.to(torch.int8), rows.squeeze(1)


def rounded4(w):
    q, groups, rows = quantise4(w)
    step = groups.float() * rows[:, None]
    return ((q.float() - 8).reshape(w.shape[0], -1, GROUP) * step.unsqueeze(-1)).reshape(w.shape)


class Rounding(nn.Module):
    """Weights as they will be in 4 bits; the gradient passes as if they were not rounded (Bengio et al. 2013)."""

    def forward(self, w):
        return w + (rounded4(w) - w).detach()


def matrices(encoder, lowest=0):
    return [getattr(l, n) for l in encoder.layers[lowest:] for n in ("qkv", "ao", "fi", "fo")]


def round_lower(model):
    """Rounds for good what is not learnt: the lower layers and the word table."""
    with torch.no_grad():
        for m in matrices(model.encoder)[:4 * model.lowest] + [model.encoder.word]:
            m.weight.copy_(rounded4(m.weight))


def as_shipped(model):
    """Rounds weights and activations as the runtime does: 4 bits, then 7 by row, inputs 8 by word; pair heads 8 by row."""
    model.lowest = model.c["layers"]
    round_lower(model)
    model.lowest = 0
    with torch.no_grad():
        model.encoder.pos.weight.copy_(_by_row(model.encoder.pos.weight, 127))
        for m in matrices(model.encoder):
            m.weight.copy_(_by_row(m.weight, 63))
            m.register_forward_pre_hook(weights.round_inputs)
        for n in weights.PAIR_LINEAR:
            layer = getattr(model.pairs, n)
            layer.weight.copy_(_by_row(layer.weight, 127))


def _by_row(w, limit):
    q, scale = weights.quantise(w, limit)
    return torch.from_numpy(q.astype(np.float32) * scale[:, None])


def learn_rounded(model):
    """From here on the learnt layers are read in 4 bits."""
    for m in matrices(model.encoder, model.lowest):
        nn.utils.parametrize.register_parametrization(m, "weight", Rounding())


def plain(state):
    """A checkpoint's state without parametrisations."""
    return {k.replace(".parametrizations.weight.original", ".weight"): v for k, v in state.items()}


def packed(q):
    """Two nibbles a byte, the lower one first."""
    flat = q.numpy().reshape(-1)
    return (flat[0::2] | flat[1::2] << 4).astype(np.uint8)


def named_tensors(model, tokenizer):
    out, e, H = {}, model.encoder, model.c["hidden"]

    def f32(name, p):
        out[name] = p.detach().float().numpy().astype("<f4")

    def four(name, w, b=None):
        q, groups, rows = quantise4(w.detach())
        out[name] = packed(q).reshape(q.shape[0], -1)
        out[name + ".groups"] = groups.numpy()
        out[name + ".scale"] = rows.numpy().astype("<f4")
        if b is not None:
            f32(name + ".b", b)
    four("emb.word", e.word.weight)
    out["emb.pos"], out["emb.pos.scale"] = weights.quantise(e.pos.weight, 127)
    for name, p in (("emb.shape", e.shape.weight), ("emb.ln.w", e.ln.weight), ("emb.ln.b", e.ln.bias), ("bias", e.bias.weight)):
        f32(name, p)
    for i, l in enumerate(e.layers):
        four(f"l{i}.qkv", l.qkv.weight, l.qkv.bias)
        for n in ("ao", "fi", "fo"):
            four(f"l{i}.{n}", getattr(l, n).weight, getattr(l, n).bias)
        for n in ("aln", "oln"):
            f32(f"l{i}.{n}.w", getattr(l, n).weight)
            f32(f"l{i}.{n}.b", getattr(l, n).bias)
    weights.pair_tensors(out, model.pairs)
    weights.vocabulary(out, tokenizer)
    return out
