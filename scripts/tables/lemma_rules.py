"""Suffix rules of the lemmatiser, learnt from UD English EWT and GUM: python lemma_rules.py TRAIN.conllu… > lemma-rules.tsv

Each line: class (UPOS/XPOS), suffix, number of scalars to cut, what to append. The longest matching suffix decides;
a suffix that begins with ^ is a whole word. A rule is kept only where it changes what shorter suffixes say.
"""
import sys
from collections import Counter, defaultdict

IDENTITY = (0, "")
LONGEST = 6


def change(form, lemma):
    n = 0
    while n < min(len(form), len(lemma)) and form[n] == lemma[n]:
        n += 1
    return len(form) - n, lemma[n:]


def read(paths):
    counts = defaultdict(Counter)
    for path in paths:
        for line in open(path, encoding="utf-8"):
            f = line.rstrip("\n").split("\t")
            if len(f) != 10 or not f[0].isdigit() or f[2] == "_" or "Typo=Yes" in f[5] or "goeswith" in f[7]:
                continue
            if f[3] in ("PUNCT", "SYM", "X", "NUM", "INTJ") or f[3] == "PROPN" and f[4] != "NNPS":
                continue
            counts[f"{f[3]}/{f[4]}"][f[1].lower().replace("’", "'"), f[2].lower().replace("’", "'")] += 1
    return counts


IRREGULAR = """arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|
bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|
build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|
cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|
fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|
hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|
lead led led|leave left left|lend lent lent|let let let|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid|
put put put|quit quit quit|read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|
sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|
shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|
spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|
tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|understand understood understood|
undergo underwent undergone|undertake undertook undertaken|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven|
weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|wring wrung wrung|
write wrote written|overthrow overthrew overthrown|oversee oversaw overseen|overcome overcame overcome|overtake overtook overtaken|mislead misled misled|
misunderstand misunderstood misunderstood|rebuild rebuilt rebuilt|rewrite rewrote rewritten|retake retook retaken|foresee foresaw foreseen|
outbid outbid outbid|resell resold resold|forgo forwent forgone|lie lay lain"""
REGULAR = {
    "VBD": {(1, ""), (2, ""), (3, ""), (3, "y")}, "VBN": {(1, ""), (2, ""), (3, ""), (3, "y")}, "VBG": {(3, ""), (3, "e"), (4, ""), (4, "ie")},
    "VBZ": {(1, ""), (2, ""), (3, "y")}, "NNS": {(1, ""), (2, ""), (3, "y"), (3, "f"), (3, "fe"), (0, ""), (2, "is")}, "NNPS": {(1, ""), (2, ""), (3, "y"), (0, "")},
    "JJR": {(1, ""), (2, ""), (3, ""), (3, "y")}, "JJS": {(2, ""), (3, ""), (4, ""), (4, "y")}, "RBR": {(1, ""), (2, "")}, "RBS": {(3, "")},
}
# more members of e-final verbs than the treebanks have
MORE_VERBS = """provoke invoke revoke evoke accuse advise allege allocate annihilate apologise approve arrange authorize assassinate capture cease
charge chase circulate close collaborate collude compete conceive conclude condone conspire convene cooperate coordinate criticise criticize damage
deceive decline decrease dedicate defile denounce deplore depose deprive describe designate detonate devise dictate disagree disclose dispute
dissolve donate dominate elevate eliminate embrace emerge encourage endorse enforce engage enrage ensue entice erase escalate escape evacuate
evade excite execute exclude expire explode explore expose fabricate finance fire force forge freelance fuse gauge generate guide hate
hijack humiliate imagine implicate impose improve incite include increase infiltrate infuse initiate inspire institute interfere intervene
interrogate invade invite involve issue liberate license lure manage massacre mediate merge mobilise motivate negotiate nominate notice
observe oblige operate oppose orchestrate organise organize oversee persuade plunge police praise prepare presume privatize procure produce
promise promote propose prosecute provide purchase purge pursue raise realise rebuke recognise recognize reconcile reduce refuse reinstate
relate release remove renounce replace require rescue resemble resolve resume retaliate retire reuse revive revise rule sanctione sabotage scrape
seize separate serve settle share siege smuggle solve squeeze stage strangle strike struggle subscribe sue suppose surge surprise survive
suspecte tackle terminate terrorize torture trace trade translate trouble tumble undermine unite urge utilise validate value vaporize venture
violate vote voice wage welcome wipe withdraw fade overrule reunite relocate rename restore reshuffle ridicule salvage sideline strangle
subsidize surface tile trample underscore unseat vandalize verge""".split()


# what the data is too thin for: (class, suffix, cut, append)
BY_HAND = [(f"NOUN/{t}", *r) for t in ("NNS",) for r in (
    ("men", 2, "an"), ("children", 3, ""), ("^series", 0, ""), ("^species", 0, ""), ("^earnings", 0, ""), ("^people", 0, ""), ("^goods", 0, ""),
    ("^proceeds", 0, ""), ("^headquarters", 0, ""), ("^troops", 1, ""), ("^forces", 1, ""), ("^media", 0, ""), ("^aircraft", 0, ""))]
BY_HAND += [(f"VERB/{t}", *r) for t in ("VBD", "VBN") for r in (
    ("^fled", 1, "e"), ("^faked", 1, ""), ("^eyed", 1, ""), ("^rooted", 2, ""), ("^subpoenaed", 2, ""), ("^took", 3, "ake"), ("controlled", 3, ""),
    ("^channelled", 3, ""), ("^cancelled", 3, ""), ("^travelled", 3, ""), ("^labelled", 3, ""), ("^modelled", 3, ""), ("^compelled", 3, ""),
    ("^expelled", 3, ""), ("^propelled", 3, ""), ("^repelled", 3, ""), ("^rebelled", 3, ""), ("^patrolled", 3, ""), ("^fuelled", 3, ""),
    ("^signalled", 3, ""), ("^quarrelled", 3, ""), ("^counselled", 3, ""), ("^dispelled", 3, ""), ("^enrolled", 3, ""), ("^fulfilled", 3, ""))]
BY_HAND += [("VERB/VBG", *r) for r in (
    ("controlling", 4, ""), ("^channelling", 4, ""), ("^cancelling", 4, ""), ("^travelling", 4, ""), ("^compelling", 4, ""), ("^expelling", 4, ""),
    ("^rebelling", 4, ""), ("^patrolling", 4, ""), ("^fuelling", 4, ""), ("^signalling", 4, ""), ("^faking", 3, "e"), ("^eyeing", 3, ""))]


def past(lemma):
    """(past, gerund, third person) of a regular verb, or None where doubling is unsure."""
    if lemma.endswith("ee"):
        return lemma + "d", lemma + "ing", lemma + "s"
    if lemma.endswith("ie"):
        return lemma + "d", lemma[:-2] + "ying", lemma + "s"
    if lemma.endswith("e"):
        return lemma + "d", lemma[:-1] + "ing", lemma + "s"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied", lemma + "ing", lemma[:-1] + "ies"
    if len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou":
        return None
    return lemma + "ed", lemma + "ing", lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh", "z", "o")) else "s")


def complete_verbs(counts):
    """Regular forms of every verb seen in any form, and the irregular ones."""
    irregular = [line.split() for line in IRREGULAR.replace("\n", "").split("|")]
    known = {lemma for name, pairs in counts.items() if name.startswith("VERB/VB") for (form, lemma), n in pairs.items() if n > 1 or len(lemma) > 4}
    known -= {v[0] for v in irregular}
    for lemma in sorted(known | {v for v in MORE_VERBS if v not in ("sanctione", "suspecte", "hijack", "unseat", "withdraw", "strike", "oversee")}):
        forms = past(lemma) if lemma.isalpha() and len(lemma) > 2 else None
        for tag, form in zip(("VBD", "VBG", "VBZ"), forms or ()):
            counts[f"VERB/{tag}"][form, lemma] += 1
            if tag == "VBD":
                counts["VERB/VBN"][form, lemma] += 1
    for lemma, second, third in irregular:
        counts["VERB/VBD"][second, lemma] += 3
        counts["VERB/VBN"][third, lemma] += 3
        if third == "gotten":
            counts["VERB/VBN"]["got", "get"] += 3


def rules(pairs, tag):
    allowed = REGULAR.get(tag, {IDENTITY})
    best = {}
    for (form, lemma), n in pairs.items():
        if n > best.get(form, ("", 0))[1]:
            best[form] = (lemma, n)
    nodes = defaultdict(Counter)
    for form, (lemma, n) in best.items():
        c = change(form, lemma)
        for k in range(min(LONGEST, len(form)) + 1):
            nodes[form[len(form) - k:]][c] += 1
        nodes["^" + form][c] += n
    out = {}

    def decide(suffix):
        if suffix in out:
            return out[suffix]
        return decide(suffix[1:]) if suffix else IDENTITY
    for suffix in sorted((s for s in nodes if not s.startswith("^")), key=len):
        (top, n), = nodes[suffix].most_common(1)
        total = sum(nodes[suffix].values())
        parent = decide(suffix[1:]) if suffix else None
        if top != parent and n >= 2 and top in allowed and n > nodes[suffix].get(parent, 0) and n * 2 > total and top[0] <= max(len(suffix), 1):
            out[suffix] = top
    for whole in sorted(s for s in nodes if s.startswith("^")):
        form = whole[1:]
        (top, n), = nodes[whole].most_common(1)
        if top != decide(form[-LONGEST:]) and (n >= 2 or top in allowed):
            out[whole] = top
    return {s: t for s, t in out.items() if s != "" or t != IDENTITY}


def main():
    print("# Suffix rules of the lemmatiser, made by scripts/tables/lemma_rules.py from the train parts of UD English EWT and GUM (CC BY-SA 4.0).")
    counts = read(sys.argv[1:])
    complete_verbs(counts)
    by_hand = {(c, s) for c, s, _, _ in BY_HAND}
    for name, suffix, cut, append in BY_HAND:
        print(f"{name}\t{suffix}\t{cut}\t{append}")
    for name, pairs in sorted(counts.items()):
        for suffix, (cut, append) in sorted(rules(pairs, name.split("/")[1]).items()):
            if "\t" not in suffix and " " not in suffix and (name, suffix) not in by_hand:
                print(f"{name}\t{suffix}\t{cut}\t{append}")


if __name__ == "__main__":
    main()
