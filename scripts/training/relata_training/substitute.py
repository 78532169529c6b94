"""Augmentation: names replaced by other names of their kind, word for word, so that the model reads the context, not only the name."""
import os
from dataclasses import replace

from .labels import NER_INDEX

_KIND = {1 << NER_INDEX[f"{p}-{t}"]: (p, t) for t in ("PERSON", "LOCATION", "ORGANIZATION") for p in "BIES"}


def _plain(word):
    return len(word) > 2 and word[0].isupper() and word[1:].islower() and word.isalpha()


class Pools:
    """Replacement words: persons by word, one-word places and organisations. Taken from the training names and the gazetteers."""

    def __init__(self, data, train):
        person, place, organisation = set(), set(), set()
        for source in ("ewt", "voa", "redocred", "crossner", "re3d"):
            for d in train.get(source, []):
                for s in d.sentences:
                    for w, m in zip(s.words, s.ner or []):
                        p, t = _KIND.get(m, (None, None))
                        if p and _plain(w):
                            if t == "PERSON":
                                person.add(w)
                            elif p == "S":
                                (place if t == "LOCATION" else organisation).add(w)
        root = os.path.join(data, "names_lists")
        lists = {}
        for name, count in (("all.last", 6000), ("female.first", 1500), ("male.first", 900)):
            with open(os.path.join(root, f"uscensus1990_dist.{name}")) as f:
                lists[name] = [line.split()[0].capitalize() for _, line in zip(range(count), f)]
        with open(os.path.join(root, "geonames_cities15000.tsv"), encoding="utf-8") as f:
            cities = [line.split("\t")[1] for line in f][1:]
        cities = [c for c in cities if _plain(c)]
        self.words = {"PERSON": [sorted(person), lists["all.last"] + lists["female.first"] + lists["male.first"]],
                      "LOCATION": [sorted(place), cities],
                      "ORGANIZATION": [sorted(organisation), sorted(person), cities]}

    def draw(self, kind, rng):
        return rng.choice(rng.choice(self.words[kind]))


def substitute(window, pools, rng, rate):
    """A window where each distinct name word is replaced with the given rate, the same word always by the same one."""
    mapping, out = {}, []
    for s in window:
        if not s.ner:
            out.append(s)
            continue
        words = list(s.words)
        for i, m in enumerate(s.ner):
            p, kind = _KIND.get(m, (None, None))
            if not p or (kind != "PERSON" and p != "S") or not _plain(words[i]):
                continue
            key = (words[i], kind)
            if key not in mapping:
                mapping[key] = pools.draw(kind, rng) if rng.random() < rate else words[i]
            words[i] = mapping[key]
        out.append(replace(s, words=words))
    return out
