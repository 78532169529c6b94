"""Training targets of the coreference and relation heads: chunks of consecutive windows with mention pairs."""
import json
import os
import pickle
import random
from dataclasses import dataclass

import numpy as np
import torch

from . import pronouns
from .labels import OUTSIDE, any_of
from .mentions import FEATURE_SIZES, MOODS, RELATION_INDEX, RELATIONS, SYMMETRIC, bucket, candidates, lay_gold, pair_features, pair_role, tree_path
from .readers.raw import _aligned, aliases_in
from .sample import Document, Sentence
from .windows import augment, collate, pack, sentence_pieces

ANTECEDENTS = 100           # earlier mentions looked at
PAIR_MENTIONS = 16          # mentions of a sentence whose pairs are learnt

# KnowledgeNet property → (relation, subject and object swapped, relations left open where it holds)
KNOWLEDGENET = {
    "EMPLOYEE_OR_MEMBER_OF": ("employed_by", False, ["member_of", "leads", "represents", "advises", "spokesperson_for", "founded", "owns", "educated_at"]),
    "CEO": ("leads", True, ["employed_by", "founded", "owns"]),
    "PLACE_OF_RESIDENCE": ("based_in", False, ["born_in", "citizen_of", "located_in", "travelled_to"]),
    "SPOUSE": ("spouse_of", False, []),
    "PLACE_OF_BIRTH": ("born_in", False, ["based_in", "citizen_of"]),
    "EDUCATED_AT": ("educated_at", False, ["employed_by", "member_of"]),
    "HEADQUARTERS": ("based_in", False, ["located_in", "part_of"]),
    "CHILD_OF": ("child_of", False, []),
    "FOUNDED_BY": ("founded", True, ["leads", "owns", "employed_by"]),
    "NATIONALITY": ("citizen_of", False, ["born_in", "based_in"]),
    "POLITICAL_AFFILIATION": ("member_of", False, ["leads", "represents", "employed_by", "affiliated_with"]),
    "SUBSIDIARY_OF": ("owns", True, ["part_of", "controls"]),
}


@dataclass
class Marked:
    """A document with mentions, antecedent features and relation targets."""
    source: str
    sentences: list             # sample.Sentence
    mentions: list
    features: list              # per mention: uint8 (earlier mentions, features), the nearest last
    antecedents: list           # per mention: (gold earlier mentions, allowed earlier mentions, dummy is gold), or None
    trees: list                 # per sentence: (heads, roles of the words for the relation head)
    pairs: list                 # (sentence, subject mention, object mention, {relation: 1, a teacher's probability, or 0 = left open}, only these relations or None, trigger words, moods or None)


def read(path, swap=False):
    """Marked documents of one prepared file, or those with pronouns put for names; cached beside it."""
    cache = path[:-6] + (".swap" if swap else "") + ".pickle"
    if os.path.exists(cache) and os.path.getmtime(cache) > os.path.getmtime(path):
        with open(cache, "rb") as f:
            return pickle.load(f)
    with open(path, encoding="utf-8") as f:
        documents = [json.loads(line) for line in f]
        if swap:
            rng, sexes = random.Random(os.path.basename(path)), pronouns.sexes()
            documents = filter(None, (pronouns.with_pronouns(d, rng, sexes) for d in documents))
        out = [mark(d) for d in documents]
    with open(cache, "wb") as f:
        pickle.dump(out, f, protocol=4)
    return out


def mark(document, every=False):
    """every: features of all mentions, not only of those with a target."""
    mentions = candidates(document)
    relations = lay_gold(document, mentions)
    kind = document["gold"]["kind"]
    sentences = [Sentence(s["words"], s["space"]) for s in document["sentences"]]
    if kind == "voa":
        _names(document, sentences)
    features, antecedents = [], []
    for i in range(len(mentions)):
        lo = max(0, i - ANTECEDENTS)
        target = None if kind in ("kn", "silver") else _antecedents(document, mentions, i, lo)
        antecedents.append(target)
        features.append(np.array([pair_features(document, mentions, i, j) for j in range(lo, i)], np.uint8).reshape(i - lo, len(FEATURE_SIZES))
                        if target or every else None)
    pairs = (_voa_pairs(mentions, relations) if kind == "voa" else _kn_pairs(document, mentions, relations) if kind == "kn"
             else _silver_pairs(mentions, relations) if kind == "silver" else [])
    for m in mentions:
        m.features = None
    trees = [(s["heads"], [pair_role(d) for d in s["deprels"]]) for s in document["sentences"]]
    return Marked(kind, sentences, mentions, features, antecedents, trees, pairs)


def _names(document, sentences):
    """Name masks on the tool's words, as readers.raw gives them on its own."""
    spans, loose = aliases_in(dict(entities=document["gold"]["entities"], text=document["text"]))
    for s, d in zip(sentences, document["sentences"]):
        made = _aligned(d["words"], d["space"], [tuple(x) for x in d["spans"]], spans, loose, OUTSIDE | any_of(["DATE"]), 1.0)
        s.ner, s.gold = made.ner, made.gold


def _antecedents(document, mentions, i, lo):
    m, kind = mentions[i], document["gold"]["kind"]
    earlier = range(lo, i)
    if kind == "gap":
        return _gap(document, mentions, i, lo)
    if m.key is None:
        return None
    gold = [j for j in earlier if mentions[j].key == m.key]
    if kind == "swap" and m.form != 6:
        return None             # names find their like without being taught
    if kind in ("voa", "swap"):
        if not gold and m.form >= 6 and (kind == "swap" or m.form == 6):
            return None         # what a pronoun means may stand where nothing is annotated; a first description is new
        return gold, [j for j in earlier if mentions[j].key is not None], not gold
    return gold, list(earlier), not gold


def _gap(document, mentions, i, lo):
    p, a, b = document["gap"]
    g = document["gold"]
    if i != p:
        return None
    ends = [(n, yes) for n, yes in ((a, g["is_a"]), (b, g["is_b"])) if n is not None and lo <= n < i]
    if not ends:
        return None
    words = lambda n: {w.lower() for w in document["sentences"][mentions[n].sentence]["words"][mentions[n].start:mentions[n].end]}
    people = [j for j in range(lo, i) if mentions[j].form == 0]
    true = [n for n, yes in ends if yes]
    if true:
        alike = [j for j in people if j not in true and any(words(j) & words(n) for n in true)]
        return true, [j for j in set(people) | {n for n, _ in ends} if j not in alike], False
    if g["is_a"] or g["is_b"]:
        return None             # the right name comes later
    wrong = [n for n, _ in ends]
    alike = [j for j in people if j not in wrong and any(words(j) & words(n) for n in wrong)]
    others = [j for j in people if j not in alike and j not in wrong]
    return others, others + wrong, True


def _voa_pairs(mentions, relations):
    stated, spans, triggers, moods = {}, {}, {}, {}
    for s, relation, o, trigger, sid, oid, how in relations:
        for a, b, x, y in ((sid, oid, s, o),) + (((oid, sid, o, s),) if relation in SYMMETRIC else ()):
            stated.setdefault((a, b), set()).add(relation)
            if x is not None and y is not None and mentions[x].sentence == mentions[y].sentence:
                spans.setdefault((x, y), set()).add(relation)
                moods[x, y] = how if (x, y) not in moods or moods[x, y] == how else None
                if trigger and trigger[0] == mentions[x].sentence:
                    triggers.setdefault((x, y), set()).update(range(trigger[1], trigger[2]))
    out = []
    for k, group in _by_sentence(mentions):
        group = [n for n in group if mentions[n].key is not None][:PAIR_MENTIONS]
        for i in group:
            for j in group:
                if mentions[i].key == mentions[j].key:
                    continue
                yes = spans.get((i, j), set())
                targets = {r: 1 for r in yes}
                targets.update((r, 0) for r in stated.get((mentions[i].key, mentions[j].key), set()) - yes)
                out.append((k, i, j, targets, None, sorted(triggers.get((i, j), set())), moods.get((i, j))))
    return out


def _kn_pairs(document, mentions, facts):
    read = [KNOWLEDGENET[p][0] for p in document["gold"]["read"] if p in KNOWLEDGENET]
    yes, ends = {}, set()
    for s, prop, o in facts:
        if prop not in KNOWLEDGENET or s is None or o is None or s == o or mentions[s].sentence != mentions[o].sentence:
            continue
        relation, swapped, open_ = KNOWLEDGENET[prop]
        for x, y in ((o, s),) if swapped else ((s, o), (o, s)) if relation in SYMMETRIC else ((s, o),):
            t = yes.setdefault((x, y), {})
            for r in open_:
                t.setdefault(r, 0)
            t[relation] = 1
        ends |= {s, o}
    out = []
    for k, group in _by_sentence(mentions):
        group = [n for n in group if mentions[n].form < 6 or n in ends][:PAIR_MENTIONS]
        for i in group:
            for j in group:
                if i != j:
                    out.append((k, i, j, yes.get((i, j), {}), read, [], None))
    return out


def _silver_pairs(mentions, scored):
    """The teacher's probabilities are the targets; relations it gave less than 0.04 are not stated."""
    return [(mentions[i].sentence, i, j, p, None, [], moods) for i, j, p, moods in scored
            if mentions[i].sentence == mentions[j].sentence]


def _by_sentence(mentions):
    groups = {}
    for n, m in enumerate(mentions):
        groups.setdefault(m.sentence, []).append(n)
    return sorted(groups.items())


def chunks(marked, tokenizer, limit, windows_in_chunk=8):
    """(windows, first sentence, end sentence, document) of consecutive full windows."""
    out, at = [], 0
    windows = pack(Document(marked.source, marked.sentences), tokenizer, lambda: limit)
    for k in range(0, len(windows), windows_in_chunk):
        part = windows[k:k + windows_in_chunk]
        n = sum(map(len, part))
        out.append((part, at, at + n, marked))
        at += n
    # over-long sentences are cut by pack(): such documents have other sentence counts and are left out
    return out if at == len(marked.sentences) and all(len(w) for w in windows) else []


def chunk_batches(items, tokenizer, tokens, rng):
    """Batches of chunks of about `tokens` padded pieces, in random order."""
    size = lambda w: sum(len(p) for s in w for p in sentence_pieces(tokenizer, s)) + 2
    sized = sorted(((max(size(w) for w in c[0]), len(c[0]), rng.random(), c) for c in items), key=lambda x: (x[0] // 16, x[2]))
    out, batch, longest, count = [], [], 0, 0
    for n, windows, _, c in sized:
        if batch and max(longest, n) * (count + windows) > tokens:
            out.append(batch)
            batch, longest, count = [], 0, 0
        batch.append(c)
        longest, count = max(longest, n), count + windows
    if batch:
        out.append(batch)
    rng.shuffle(out)
    return out


def collate_chunks(batch, tokenizer, c, rng=None, mask_rate=0.0, change=None):
    """Tensors of `collate` for the windows of the chunks, and those of the pair heads.

    change: function from the windows of a chunk to other windows with the same words in the same places (augmentation).
    """
    windows, starts = [], []
    for part, lo, hi, marked in batch:
        starts.append(sum(len(w) for w in windows))
        windows.extend(change(part) if change else part)
    out = collate(windows, tokenizer, c, rng, mask_rate)
    bounds = out["sentences"]
    first, last, form = [], [], []
    ante = dict(i=[], j=[], features=[], row=[])
    rows, dummy, gold, allowed = 0, [], [], []
    rel = dict(s=[], o=[], sentence=[], target=[], weight=[], trigger=[], moods=[], roles=[], path=[], steps=[])
    for (part, lo, hi, marked), start in zip(batch, starts):
        number = {}
        for n, m in enumerate(marked.mentions):
            if lo <= m.sentence < hi:
                base, end = bounds[start + m.sentence - lo]
                if base + m.end > end:
                    continue        # the final word was dropped
                number[n] = len(first)
                first.append(base + m.start)
                last.append(base + m.end - 1)
                form.append(m.form)
        for n, target in enumerate(marked.antecedents):
            if target is None or n not in number:
                continue
            gold_set, allowed_list, is_dummy = target
            lowest = n - len(marked.features[n])
            here = [j for j in allowed_list if j in number]
            g = [j in gold_set for j in here]
            if not any(g) and not is_dummy:
                if marked.source == "gap" or marked.mentions[n].form >= 6 and marked.source in ("voa", "swap"):
                    continue
                is_dummy = True         # its antecedents lie before the chunk
            if not here and marked.source != "ontogum":
                continue
            ante["i"].extend([number[n]] * len(here))
            ante["j"].extend(number[j] for j in here)
            ante["features"].append(marked.features[n][[j - lowest for j in here]])
            ante["row"].extend([rows] * len(here))
            gold.extend(g)
            dummy.append(is_dummy)
            rows += 1
        for k, i, j, targets, only, trigger, moods in marked.pairs:
            if not lo <= k < hi or i not in number or j not in number:
                continue
            base, end = bounds[start + k - lo]
            rel["s"].append(number[i])
            rel["o"].append(number[j])
            rel["sentence"].append(start + k - lo)
            heads, roles = marked.trees[k]
            a, b = marked.mentions[i].head, marked.mentions[j].head
            up, down, path = tree_path(heads, a, b)
            rel["roles"].append((roles[a], roles[b]))
            rel["steps"].append(min(up, 3) * 4 + min(down, 3))
            rel["path"].append([base + x for x in path if base + x < end])
            t, w = np.zeros(len(RELATIONS), np.float32), np.ones(len(RELATIONS), np.float32)
            if only is not None:
                w[:] = 0
                w[[RELATION_INDEX[r] for r in only]] = 1
            for r, yes in targets.items():
                t[RELATION_INDEX[r]] = yes
                w[RELATION_INDEX[r]] = yes > 0
            rel["target"].append(t)
            rel["weight"].append(w)
            rel["trigger"].append([base + x for x in trigger if base + x < end])
            rel["moods"].append([-1] * len(MOODS) if moods is None else moods)
    if first:
        out.update(m_first=torch.tensor(first), m_last=torch.tensor(last), m_form=torch.tensor(form))
    if ante["i"]:
        out.update(a_i=torch.tensor(ante["i"]), a_j=torch.tensor(ante["j"]), a_row=torch.tensor(ante["row"]), a_gold=torch.tensor(gold),
                   a_dummy=torch.tensor(dummy), a_features=torch.from_numpy(np.concatenate(ante["features"]).astype(np.int64)))
    if rel["s"]:
        out.update(relation_tensors(rel, bounds, out["m_first"], out["m_last"]))
    return out


def relation_tensors(rel, bounds, first, last):
    """Index tensors of the relation head: words of each pair's sentence, places of words relative to both ends, targets."""
    used = sorted(set(rel["sentence"]))
    n = max(bounds[k][1] - bounds[k][0] for k in used)
    words = np.full((len(used), n), -1, np.int64)
    for r, k in enumerate(used):
        a, b = bounds[k]
        words[r, :b - a] = np.arange(a, b)
    row = {k: r for r, k in enumerate(used)}
    s, o = torch.tensor(rel["s"]), torch.tensor(rel["o"])
    rows = torch.tensor([row[k] for k in rel["sentence"]])
    W = torch.from_numpy(words)[rows]
    out = dict(r_s=s, r_o=o, r_row=rows, r_words=torch.from_numpy(words), r_place=places(W, first[s], last[s], first[o], last[o]),
               r_distance=torch.tensor([distance(int(a), int(b), int(c), int(d)) for a, b, c, d in zip(first[s], last[s], first[o], last[o])]))
    if rel["roles"]:
        on_path = np.zeros((len(rel["s"]), n), bool)
        for p, (k, ws) in enumerate(zip(rel["sentence"], rel["path"])):
            on_path[p, [w - bounds[k][0] for w in ws]] = True
        out.update(r_roles=torch.tensor(rel["roles"]), r_steps=torch.tensor(rel["steps"]), r_path=torch.from_numpy(on_path).long())
    if rel["target"]:
        trigger = np.zeros((len(rel["s"]), n), bool)
        for p, (k, ws) in enumerate(zip(rel["sentence"], rel["trigger"])):
            for w in ws:
                trigger[p, w - bounds[k][0]] = True
        out.update(r_target=torch.from_numpy(np.stack(rel["target"])), r_weight=torch.from_numpy(np.stack(rel["weight"])), r_trigger=torch.from_numpy(trigger),
                   r_moods=torch.tensor(rel["moods"], dtype=torch.float32))
    return out


def places(W, s0, s1, o0, o1):
    """Where words stand: 0 before both ends, 1 in the subject, 2 between, subject first, 3 between, object first, 4 in the object, 5 after both."""
    s0, s1, o0, o1 = (x[:, None] for x in (s0, s1, o0, o1))
    p = torch.zeros_like(W)
    p[(W > torch.maximum(s1, o1))] = 5
    p[(W > s1) & (W < o0)] = 2
    p[(W > o1) & (W < s0)] = 3
    p[(W >= s0) & (W <= s1)] = 1
    p[(W >= o0) & (W <= o1)] = 4
    return p


def distance(s0, s1, o0, o1):
    """Bucket of the words between the ends; 9 more where the object stands first."""
    return bucket(max(0, o0 - s1 - 1)) if s0 <= o0 else 9 + bucket(max(0, s0 - o1 - 1))
