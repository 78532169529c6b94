"""Checkpoint → quantised weight file and parity fixture: python -m relata_training.export --checkpoint FILE --vocabulary FILE --out DIR."""
import argparse
import json
import os
import pickle

import torch

from . import weights
from .annotate import parse
from .decode import spans, transitions, viterbi
from .mentions import FEATURE_SIZES, FORMS, MOODS, PAIR_ROLES, RELATIONS, tree_path
from .model import Annotator
from .pairs import relation_tensors
from .sample import Document, Sentence
from .tokenizer import Tokenizer
from .train_pairs import Joint
from .windows import collate, sentence_pieces
from .words import words_and_spaces

TRAINED_ON = ["UD_English-EWT", "UNER_English-EWT", "UD_English-GUM (open genres)", "voa_relations", "Groningen Meaning Bank (silver)", "Re-DocRED dev",
              "CrossNER", "re3d", "Broad Twitter Corpus", "WNUT-17"]
PAIRS_TRAINED_ON = ["OntoGUM (open genres)", "GAP", "LitBank", "KnowledgeNet (folds 1 and 2)"]
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
    ["Ana Duarte founded Lumen Labs in Porto.", "The company hired her brother, and she said it would sue NATO."],
    ["Who did the court convict?", "Nobody", "Maria Ramos is the daughter-in-law of former President José Mujica; her company, R&D Ltd., won the contract."],
]


def model_from(checkpoint):
    """(annotator, pair heads or None, checkpoint)."""
    ck = torch.load(checkpoint, weights_only=False)
    model, state, pairs = Annotator(ck["config"]), ck["model"], None
    if any(k.startswith("pairs.") for k in state):
        joint = Joint(model, ck["config"])
        joint.load_state_dict(state)
        pairs = joint.pairs.eval()
        ck["config"].update(mentionForms=FORMS, relationLabels=RELATIONS, moodLabels=MOODS, pairFeatureSizes=FEATURE_SIZES, antecedentSize=pairs.coref,
                            relationSize=pairs.relation, relationKeySize=pairs.key)
    else:
        model.load_state_dict(state)
    return model.eval(), pairs, ck


def pair_parity(pairs, V, spans, bounds):
    """Antecedent scores without features of all mentions, and relation scores between the first sentence's; mentions: (first, end, form) in the window."""
    mentions = [(a, b, FORMS.index(t)) for a, b, t in spans if t in FORMS]
    if pairs is None or len(mentions) < 2:
        return {}
    H = V.shape[1] // 2
    first, last, form = (torch.tensor(x) for x in zip(*[(a, b - 1, f) for a, b, f in mentions]))
    M = torch.cat([V[first, :H], V[last, H:]], -1)
    i, j = zip(*[(i, j) for i in range(len(mentions)) for j in range(i)])
    scores = pairs.antecedent_scores(M, torch.tensor(i), torch.tensor(j), torch.zeros(len(i), len(FEATURE_SIZES), dtype=torch.long))
    here = [n for n, m in enumerate(mentions) if m[1] <= bounds[0][1]]
    rel = dict(s=[s for s in here for o in here if s != o], o=[o for s in here for o in here if s != o], target=[])
    # a chain of words as tree, and roles by turns, so that every table is read
    ways = [tree_path(list(range(bounds[0][1])), mentions[s][0], mentions[o][0]) for s, o in zip(rel["s"], rel["o"])]
    rel.update(roles=[(s % PAIR_ROLES, o % PAIR_ROLES) for s, o in zip(rel["s"], rel["o"])],
               steps=[min(up, 3) * 4 + min(down, 3) for up, down, _ in ways], path=[way for _, _, way in ways])
    out = dict(mentions=[list(m) for m in mentions], antecedentScores=[round(float(v), 5) for v in scores], relationScores=[], moodScores=[])
    if rel["s"]:
        rel["sentence"] = [0] * len(rel["s"])
        batch = relation_tensors(rel, [tuple(bounds[0])], first, last)
        batch["m_form"] = form
        logits, _, moods = pairs.relation_scores(M, V, batch)
        for name, values in (("relationScores", logits), ("moodScores", moods)):
            out[name] = [[round(float(v), 5) for v in row] for row in values]
    return out


def parity(model, tokenizer, pairs):
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
            upos, xpos, starts = model.upos(V), model.xpos(V), model.start(V).squeeze(-1)
        out.append(dict(words=[w for s in sentences for w in s.words], spaceBefore=[sp for s in sentences for sp in s.space], sentences=bounds,
                        pieceIDs=[list(p) for s in sentences for p in sentence_pieces(tokenizer, s)], nerLogits=r5(ner), uposLogits=r5(upos),
                        xposLogits=r5(xpos), startLogits=[round(float(v), 5) for v in starts], arcScores=r5(trees[0]["arcs"]), heads=[h for t in trees for h in t["heads"]],
                        deprels=[d for t in trees for d in t["deprels"]], nerTags=tags))
        with torch.no_grad():
            out[-1].update(pair_parity(pairs, V, spans(tags), bounds))
    return out


def replace_file(path, write):
    write(path + ".tmp")
    os.replace(path + ".tmp", path)


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("--checkpoint", required=True)
    p.add_argument("--vocabulary", help="vocabulary.pickle of the first stage")
    p.add_argument("--start", help="second stage: the weight file that it went on from")
    p.add_argument("--out", required=True)
    p.add_argument("--average", type=float, default=0.0, help="share of the start's weights in the average of both (Wortsman et al. 2022)")
    p.add_argument("--temperature", type=float, default=1.0, help="name temperature, see calibrate.py")
    p.add_argument("--parity", help="where to write parity.json (default: beside the weights)")
    args = p.parse_args(argv)
    torch.set_num_threads(1)
    model, pairs, ck = model_from(args.checkpoint)
    if args.start:
        first, tokenizer = weights.load(args.start, simulate_activations=False)
        if args.average:
            known = weights.read(args.start)[1]

            def mix(new, old, prefix=""):
                """The average; parts that the start does not have stay as they are."""
                fresh = [k for k in new if prefix + k.split(".")[0] not in known and k.split(".")[0] in weights.HEADS + weights.PAIR_LINEAR]
                return {k: v if k in fresh else (1 - args.average) * v + args.average * old[k] for k, v in new.items()}
            model.load_state_dict(mix(model.state_dict(), first.state_dict()))
            heads = weights.load_pairs(args.start)
            if heads is not None:
                pairs.load_state_dict(mix(pairs.state_dict(), heads.state_dict(), "pair."))
    else:
        with open(args.vocabulary, "rb") as f:
            v = pickle.load(f)
        tokenizer = Tokenizer(v["pieces"], v["scores"], v["bos"], v["eos"], v["pad"], v["unk"])
    config = {k: x for k, x in ck["config"].items() if k != "types"}
    config.update(trainedOn=TRAINED_ON + (PAIRS_TRAINED_ON if pairs is not None else []), modelVersion=1 if pairs is None else 4, license=LICENSE, step=ck["step"], nerTemperature=args.temperature)
    os.makedirs(args.out, exist_ok=True)
    path = os.path.join(args.out, "annotator.relata-weights")
    replace_file(path, lambda tmp: weights.write(tmp, config, weights.named_tensors(model, tokenizer, pairs)))
    quantised, tokenizer = weights.load(path)
    fixture = parity(quantised, tokenizer, weights.load_pairs(path))

    def write(tmp):
        with open(tmp, "w", encoding="utf-8") as f:
            json.dump(fixture, f, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    replace_file(args.parity or os.path.join(args.out, "parity.json"), write)
    print(f"{path}: {os.path.getsize(path):,} bytes, step {ck['step']}")


if __name__ == "__main__":
    main()
