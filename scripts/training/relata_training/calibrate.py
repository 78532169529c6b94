"""Fits the name temperature on development sets: python -m relata_training.calibrate --data DIR --weights FILE. Prints the temperature."""
import argparse

import torch

from . import weights
from .train import load_config, load_corpora
from .windows import collate, pack

SOURCES = ("voa", "ewt")


def collect(model, tokenizer, documents):
    """(logits, allowed) of all words that carry information."""
    logits, allowed = [], []
    windows = [w for d in documents for w in pack(d, tokenizer, lambda: model.c["maxWindowPieces"])]
    with torch.no_grad():
        for k in range(0, len(windows), 16):
            b = collate(windows[k:k + 16], tokenizer, model.c)
            keep = ~b["allowed"].all(-1)
            logits.append(model.ner(model.word_vectors(b))[keep])
            allowed.append(b["allowed"][keep])
    return torch.cat(logits), torch.cat(allowed)


def fit(logits, allowed):
    """Temperature of least marginal loss, to 0.05."""
    def loss(T):
        logp = torch.log_softmax(logits / T, -1).masked_fill(~allowed, -1e9)
        return -torch.logsumexp(logp, -1).mean().item()
    return min((round(0.5 + 0.05 * i, 2) for i in range(51)), key=loss)


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--weights", required=True)
    p.add_argument("--smoke", action="store_true")
    args = p.parse_args(argv)
    torch.set_num_threads(1)
    model, tokenizer = weights.load(args.weights)
    _, dev = load_corpora(args.data, load_config(), args.smoke)
    found = [collect(model, tokenizer, dev[s]) for s in SOURCES]
    T = fit(torch.cat([a for a, _ in found]), torch.cat([b for _, b in found]))
    print("temperature", T)
    return T


if __name__ == "__main__":
    main()
