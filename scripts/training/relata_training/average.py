"""Averages checkpoints of one run: python -m relata_training.average --out FILE CHECKPOINT …

The states of a run on its way down do better together than the last alone (Izmailov et al. 2018); the relation head in particular learns the
training articles by heart towards the end. Step and configuration are those of the last one named.
"""
import argparse

import torch


def main(argv=None):
    a = argparse.ArgumentParser()
    a.add_argument("--out", required=True)
    a.add_argument("checkpoints", nargs="+")
    args = a.parse_args(argv)
    made, total = None, len(args.checkpoints)
    for path in args.checkpoints:
        last = torch.load(path, weights_only=False)
        share = {k: v.float() / total for k, v in last["model"].items()}
        made = share if made is None else {k: made[k] + v for k, v in share.items()}
    torch.save({**{k: v for k, v in last.items() if k != "opts"}, "model": {k: v.to(last["model"][k].dtype) for k, v in made.items()}}, args.out)


if __name__ == "__main__":
    main()
