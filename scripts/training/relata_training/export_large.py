"""Checkpoint of the large model → its weight file and parity fixture: python -m relata_training.export_large --help."""
import argparse
import json
import os

import torch

from . import large, weights
from .export import PARITY_TEXTS, pair_parity, replace_file
from .mentions import FEATURE_SIZES, FORMS, MOODS, RELATIONS
from .sample import Sentence
from .windows import collate, sentence_pieces
from .words import words_and_spaces

TRAINED_ON = ["voa_relations (voa, own, own2, gum)", "OntoGUM (open genres)", "GAP", "KnowledgeNet (folds 1 and 2)"]
LICENSE = "Apache-2.0; encoder all-mpnet-base-v2 Apache-2.0"


def configuration(model, tokenizer, version, step):
    c, heads = model.c, model.pairs
    sizes = {k: c[k] for k in ("hidden", "layers", "heads", "intermediate", "maxPositions", "layerNormEps", "positionBuckets", "maxWindowPieces")}
    return dict(
        sizes, name="relata-pairs-1", modelVersion=version, vocabularySize=len(tokenizer.pieces), bos=tokenizer.bos, eos=tokenizer.eos, pad=tokenizer.pad,
        unk=tokenizer.unk, maxLongPieces=510, arcSize=1, relSize=1, nerLabels=[], uposLabels=[], xposLabels=[], deprelLabels=[], nerTypes=[], mentionForms=FORMS,
        relationLabels=RELATIONS, moodLabels=MOODS, pairFeatureSizes=FEATURE_SIZES, antecedentSize=heads.coref, relationSize=heads.relation,
        relationKeySize=heads.key, trainedOn=TRAINED_ON, license=LICENSE, step=step)


def parity(model, tokenizer):
    """One window per text: pieces, word vectors of some words, scores of pairs; mentions are every third word."""
    out = []
    for text in PARITY_TEXTS:
        sentences, bounds = [], []
        for t in text:
            words, space, _ = words_and_spaces(t)
            at = bounds[-1][1] if bounds else 0
            bounds.append([at, at + len(words)])
            sentences.append(Sentence(words, space))
        batch = collate([sentences], tokenizer, model.c)
        with torch.no_grad():
            x = model.encode(batch)
            flat = x.reshape(-1, x.shape[-1])
            V = torch.cat([flat[batch["first"]], flat[batch["last"]]], -1)
            marked = [(i, i + 1, FORMS[i % len(FORMS)]) for i in range(0, bounds[-1][1], 3)]
            made = pair_parity(model.pairs, V, marked, bounds)
        words = [w for s in sentences for w in s.words]
        out.append(dict(words=words, sentences=bounds, pieceIDs=[list(p) for s in sentences for p in sentence_pieces(tokenizer, s)],
                        shapes=[large.mpnet.shape(w) for w in words], norms=[round(float(v.norm()), 4) for v in V],
                        first=[round(float(v), 4) for v in V[0, :16]], **made))
    return out


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("--published", required=True)
    p.add_argument("--small", required=True, help="the small model's weight file, for its labels")
    p.add_argument("--checkpoint", required=True, help="a checkpoint, or a teacher.safetensors")
    p.add_argument("--out", required=True)
    p.add_argument("--version", type=int, default=1)
    p.add_argument("--step", type=int, default=0)
    args = p.parse_args(argv)
    torch.set_num_threads(1)
    model, tokenizer = large.read(args.published, weights.read(args.small)[0], args.checkpoint)
    os.makedirs(args.out, exist_ok=True)
    path = os.path.join(args.out, "pairs.relata-weights")
    config = configuration(model, tokenizer, args.version, args.step)
    replace_file(path, lambda tmp: weights.write(tmp, config, large.named_tensors(model, tokenizer)))
    large.as_shipped(model)

    def write(tmp):
        with open(tmp, "w", encoding="utf-8") as f:
            json.dump(parity(model.eval(), tokenizer), f, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    replace_file(os.path.join(args.out, "pair-parity.json"), write)
    print(f"{path}: {os.path.getsize(path):,} bytes")


if __name__ == "__main__":
    main()
