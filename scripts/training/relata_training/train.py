"""Trains the annotator: python -m relata_training.train --data DIR --e5 FILE --work DIR [--smoke] [--minutes N]."""
import argparse
import os
import tomllib

import torch

from . import loop, nationality, readers
from .labels import NER_LABELS, NER_TYPES, UPOS
from .encoder import read_e5
from .model import Annotator
from .prune import pruned_vocabulary
from .substitute import Pools
from .tokenizer import Tokenizer
from .windows import augment, batches, collate, pack

HERE = os.path.dirname(__file__)


def load_config(path=None):
    with open(path or os.path.join(HERE, "config.toml"), "rb") as f:
        return tomllib.load(f)


def load_corpora(data, config, smoke=False):
    nationality.configure(data)
    train, dev = readers.load_all(data, config)
    if smoke:
        train = {k: v[:6 if k in ("ewt", "gum") else 10] for k, v in train.items()}
        dev = {k: v[:3] for k, v in dev.items()}
    return train, dev


def model_config(config, vocabulary, e5, train):
    """The configuration written into the weight file."""
    trees = [s for d in train["ewt"] + train["gum"] for s in d.sentences]
    m = config["model"]
    return dict(name=m["name"], modelVersion=m["modelVersion"], hidden=e5["hidden"], layers=m["layers"], heads=e5["heads"],
                intermediate=e5["intermediate"], maxPositions=e5["maxPositions"], types=e5["types"], layerNormEps=e5["layerNormEps"],
                vocabularySize=len(vocabulary["pieces"]), bos=vocabulary["bos"], eos=vocabulary["eos"], pad=vocabulary["pad"],
                unk=vocabulary["unk"], maxWindowPieces=m["maxWindowPieces"], maxLongPieces=m["maxLongPieces"], arcSize=m["arcSize"],
                relSize=m["relSize"], nerLabels=NER_LABELS, nerTypes=NER_TYPES, uposLabels=UPOS,
                xposLabels=sorted({t for s in trees for t in s.xpos}), deprelLabels=sorted({r for s in trees for r in s.deprels}),
                nerTemperature=1.0)


def setup(data, e5_path, work, config, smoke):
    """(train, dev, tokenizer, model configuration, model with e5 weights)."""
    os.makedirs(os.path.join(work, "ckpt"), exist_ok=True)
    train, dev = load_corpora(data, config, smoke)
    vocabulary = pruned_vocabulary(data, train, e5_path, config["model"]["vocabulary"], os.path.join(work, "vocabulary.pickle"))
    e5, _, _, tensors = read_e5(e5_path)
    c = model_config(config, vocabulary, e5, train)
    tokenizer = Tokenizer(vocabulary["pieces"], vocabulary["scores"], c["bos"], c["eos"], c["pad"], c["unk"])
    model = Annotator(c, config["training"]["dropout"], config["training"]["head_dropout"])
    model.encoder.load_e5(tensors, vocabulary["keep"])
    return train, dev, tokenizer, c, model


def epoch_windows(train, config, tokenizer, rng, pools=None):
    a, limit = config["augment"], config["model"]["maxWindowPieces"]

    def budget():
        r = rng.random()
        return limit if r < a["full_windows"] else limit // 2 if r < a["full_windows"] + a["half_windows"] else 0
    windows = []
    for source in sorted(train):
        documents = train[source]
        share = config["share"].get(source, 1.0)
        if share < 1:
            documents = rng.sample(documents, max(1, int(len(documents) * share)))
        for d in documents:
            windows.extend(augment(w, rng, a, pools) for w in pack(d, tokenizer, budget))
    return windows


def optimisers(model, t):
    encoder, heads = [], []
    for name, p in model.named_parameters():
        if name != "encoder.word.weight":
            (encoder if name.startswith("encoder.") else heads).append(p)
    adam = torch.optim.AdamW([dict(params=encoder, lr=t["encoder_lr"]), dict(params=heads, lr=t["head_lr"])],
                             weight_decay=t["weight_decay"], betas=(0.9, 0.98))
    sparse = torch.optim.SparseAdam([model.encoder.word.weight], lr=t["embedding_lr"], betas=(0.9, 0.98))
    return [adam, sparse]


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--e5", required=True)
    p.add_argument("--work", required=True)
    p.add_argument("--config")
    p.add_argument("--minutes", type=float)
    p.add_argument("--steps", type=int, default=0)
    p.add_argument("--smoke", action="store_true")
    args = p.parse_args(argv)
    config = load_config(args.config)
    t = config["training"]
    if args.minutes:
        t["minutes"] = args.minutes
    if args.smoke:
        t["steps"] = args.steps or 30
    torch.set_num_threads(t["threads"] or 1)
    torch.manual_seed(config["seed"])
    train, dev, tokenizer, c, model = setup(args.data, args.e5, args.work, config, args.smoke)
    pools = Pools(args.data, train)
    stage = loop.Stage(
        model=model, encode=lambda batch: model.encoder(batch["ids"], batch["valid"]), optimisers=optimisers(model, t),
        epoch=lambda rng: batches(epoch_windows(train, config, tokenizer, rng, pools), tokenizer, t["batch_tokens"], rng),
        batch=lambda item, step, noise: collate(item, tokenizer, c, noise, t["piece_mask"]),
        loss_weights=config["loss"], counts=lambda batch, name: len(batch["first"] if name == "ner" else batch["tagged"]),
        parts=("ner", "upos", "xpos", "arc", "rel"))
    loop.train(stage, loop.Schedule(t["minutes"], t["steps"], t["warmup_steps"], stop=args.steps), config, args.work)


if __name__ == "__main__":
    main()
