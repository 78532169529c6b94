"""Checkpoint → quantised weight file and parity fixture: python -m relata_training.export --checkpoint FILE --vocabulary FILE --out DIR."""
import argparse
import json
import os
import pickle

import torch

from . import weights
from .annotate import parse
from .decode import transitions, viterbi
from .model import Annotator
from .sample import Document, Sentence
from .tokenizer import Tokenizer
from .windows import collate, sentence_pieces
from .words import words_and_spaces

TRAINED_ON = ["UD_English-EWT", "UNER_English-EWT", "UD_English-GUM (open genres)", "voa_relations", "Groningen Meaning Bank (silver)", "Re-DocRED dev",
              "CrossNER", "re3d", "Broad Twitter Corpus", "WNUT-17"]
LICENSE = "CC-BY-SA-4.0; encoder multilingual-e5-small MIT"

# written for this fixture
PARITY_TEXTS = [
    ["Zoë Brontë-Müller told the Süddeutsche Zeitung on Tuesday that Gdańsk-based Łukasiewicz Holdings had paid her brother's firm.",
     "She denied it."],
    ["“We don't know who owns the ship,” said Capt. Nguyễn Văn Ánh, whose employer, Donaudampfschifffahrtsgesellschaftskapitänsversicherung AG, "
     "is based in Vienna."],
    ["Breaking 🚢💥: U.S. officials say the O'Neill family sold 62% of Qumran Shipping to three Saudi investors for $4.5 million!"],
    ["The Iraqi prime minister, Haider al-Abadi, met NATO's secretary-general in Brussels.", "\"I cannot promise anything,\" he said.",
     "Kurdish leaders weren't invited."],
    ["MOSCOW (Reuters) - Путин's aide and Αθήνα mayor visited 東京 in March 2019."],
    ["Who did the court convict?", "Nobody", "Maria Ramos is the daughter-in-law of former President José Mujica; her company, R&D Ltd., won the contract."],
]


def model_from(checkpoint):
    ck = torch.load(checkpoint, weights_only=False)
    model = Annotator(ck["config"])
    model.load_state_dict(ck["model"])
    return model.eval(), ck


def parity(model, tokenizer):
    """Fixture from the quantised model: one window per text."""
    out, c = [], model.c
    trans = transitions(c["nerLabels"])
    r5 = lambda x: [[round(float(v), 5) for v in row] for row in x]
    for text in PARITY_TEXTS:
        sentences, bounds = [], []
        for t in text:
            words, space, _ = words_and_spaces(t)
            at = bounds[-1][1] if bounds else 0
            bounds.append([at, at + len(words)])
            sentences.append(Sentence(words, space))
        b = collate([sentences], tokenizer, c)
        with torch.no_grad():
            V = model.word_vectors(b)
            ner = model.ner(V)
            logp = torch.log_softmax(ner, -1).numpy()
            trees = [parse(model, V[lo:hi]) for lo, hi in bounds]
            tags = [c["nerLabels"][i] for lo, hi in bounds for i in viterbi(logp[lo:hi], trans)]
            upos, xpos = model.upos(V), model.xpos(V)
        out.append(dict(words=[w for s in sentences for w in s.words], spaceBefore=[sp for s in sentences for sp in s.space], sentences=bounds,
                        pieceIDs=[list(p) for s in sentences for p in sentence_pieces(tokenizer, s)], nerLogits=r5(ner), uposLogits=r5(upos),
                        xposLogits=r5(xpos), arcScores=r5(trees[0]["arcs"]), heads=[h for t in trees for h in t["heads"]],
                        deprels=[d for t in trees for d in t["deprels"]], nerTags=tags))
    return out


def replace_file(path, write):
    write(path + ".tmp")
    os.replace(path + ".tmp", path)


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("--checkpoint", required=True)
    p.add_argument("--vocabulary", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--temperature", type=float, default=1.0, help="name temperature, see calibrate.py")
    p.add_argument("--parity", help="where to write parity.json (default: beside the weights)")
    args = p.parse_args(argv)
    torch.set_num_threads(1)
    model, ck = model_from(args.checkpoint)
    with open(args.vocabulary, "rb") as f:
        v = pickle.load(f)
    tokenizer = Tokenizer(v["pieces"], v["scores"], v["bos"], v["eos"], v["pad"], v["unk"])
    config = {k: x for k, x in ck["config"].items() if k != "types"}
    config.update(trainedOn=TRAINED_ON, license=LICENSE, step=ck["step"], nerTemperature=args.temperature)
    os.makedirs(args.out, exist_ok=True)
    path = os.path.join(args.out, "annotator.relata-weights")
    replace_file(path, lambda tmp: weights.write(tmp, config, weights.named_tensors(model, tokenizer)))
    quantised, tokenizer = weights.load(path)
    fixture = parity(quantised, tokenizer)

    def write(tmp):
        with open(tmp, "w", encoding="utf-8") as f:
            json.dump(fixture, f, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    replace_file(args.parity or os.path.join(args.out, "parity.json"), write)
    print(f"{path}: {os.path.getsize(path):,} bytes, step {ck['step']}")


if __name__ == "__main__":
    main()
