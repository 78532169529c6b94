"""Trains the annotator: python -m relata_training.train --data DIR --e5 FILE --work DIR [--smoke] [--minutes N]."""
import argparse
import os
import random
import time
import tomllib

import numpy as np
import torch

from . import nationality, readers
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


def save(path, model, opts, state):
    torch.save(dict(model=model.state_dict(), opts=[o.state_dict() for o in opts], config=model.c, **state), path + ".tmp")
    os.replace(path + ".tmp", path)


def pick_threads(t, own):
    """threads = 0: two threads while nobody else computes."""
    if t["threads"]:
        return t["threads"]
    running = int(open("/proc/loadavg").read().split()[3].split("/")[0])
    return 2 if running <= own else 1


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
    opts = optimisers(model, t)
    bases = [[g["lr"] for g in o.param_groups] for o in opts]
    last = os.path.join(args.work, "ckpt", "last.pt")
    step, epoch, spent, skip = 0, 0, 0.0, 0
    if os.path.exists(last):
        ck = torch.load(last, weights_only=False)
        model.load_state_dict(ck["model"])
        for o, s in zip(opts, ck["opts"]):
            o.load_state_dict(s)
        step, epoch, spent, skip = ck["step"], ck["epoch"], ck["spent"], ck["in_epoch"]
        print(f"resumed at step {step}, epoch {epoch}, {spent / 60:.1f} min")
    total = t["minutes"] * 60
    begun, saved, shown = time.time() - spent, time.time(), time.time()
    sums, words = {}, 0
    limit = args.steps or t["steps"]
    while t["steps"] or time.time() - begun < total:
        rng = random.Random(config["seed"] * 1000 + epoch)
        work = batches(epoch_windows(train, config, tokenizer, rng, pools), tokenizer, t["batch_tokens"], rng)
        print(f"epoch {epoch}: {len(work)} batches", flush=True)
        for index in range(skip, len(work)):
            spent = time.time() - begun
            if (spent >= total and not t["steps"]) or (limit and step >= limit):
                break
            if step % 10 == 0:
                torch.set_num_threads(pick_threads(t, torch.get_num_threads()))
            done = step / t["steps"] if t["steps"] else spent / total
            factor = min(1.0, (step + 1) / t["warmup_steps"]) * max(0.0, 1 - done)
            for o, base in zip(opts, bases):
                for g, lr in zip(o.param_groups, base):
                    g["lr"] = lr * factor
            torch.manual_seed(config["seed"] + step)
            noise = np.random.default_rng(config["seed"] * 100003 + step)
            batch = collate(work[index], tokenizer, c, noise, t["piece_mask"])
            model.train()
            with torch.autocast("cpu", torch.bfloat16, enabled=t["bf16"]):
                x = model.encoder(batch["ids"], batch["valid"])
            losses = model.losses(batch, x)
            n = len(batch["first"])
            loss = sum(config["loss"][k] * v for k, v in losses.items()) / n
            for o in opts:
                o.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([q for g in opts[0].param_groups for q in g["params"]], t["clip"])
            for o in opts:
                o.step()
            step += 1
            words += n
            for k, v in losses.items():
                sums[k] = sums.get(k, 0.0) + float(v.detach())
            tree = max(1, sums.setdefault("trees", 0))
            sums["trees"] += len(batch["tagged"])
            if step % 50 == 0 or step in (5, 10, 20, 30):
                tree = max(1, sums["trees"])
                text = " ".join(f"{k} {sums.get(k, 0) / (words if k == 'ner' else tree):.3f}" for k in ("ner", "upos", "xpos", "arc", "rel"))
                print(f"step {step} epoch {epoch} {index}/{len(work)} {spent / 60:.1f} min lr {factor:.3f} {text} "
                      f"{(time.time() - shown) / 50:.2f} s/50 threads {torch.get_num_threads()}", flush=True)
                sums, words, shown = {}, 0, time.time()
            if time.time() - saved > t["checkpoint_minutes"] * 60:
                save(last, model, opts, dict(step=step, epoch=epoch, spent=time.time() - begun, in_epoch=index + 1))
                saved = time.time()
        else:
            epoch, skip = epoch + 1, 0
            save(last, model, opts, dict(step=step, epoch=epoch, spent=time.time() - begun, in_epoch=0))
            saved = time.time()
            continue
        break
    save(last, model, opts, dict(step=step, epoch=epoch, spent=time.time() - begun, in_epoch=0))
    save(os.path.join(args.work, "ckpt", "final.pt"), model, [], dict(step=step, epoch=epoch))
    print("done", flush=True)


if __name__ == "__main__":
    main()
