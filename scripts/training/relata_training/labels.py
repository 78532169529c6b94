"""Name labels, and the bit masks that say which labels a word may carry.

A mask is an int whose bit i allows label i of NER_LABELS. Corpora that leave a type unannotated get masks with several bits
set; the loss is then marginal: -log of the summed probability of the allowed labels.
"""

NER_TYPES = ["PERSON", "ORGANIZATION", "LOCATION", "GROUP", "EVENT", "OTHER", "DATE"]
NER_LABELS = ["O"] + [f"{p}-{t}" for t in NER_TYPES for p in "BIES"]
NER_INDEX = {l: i for i, l in enumerate(NER_LABELS)}

UPOS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"]
UPOS_INDEX = {u: i for i, u in enumerate(UPOS)}

OUTSIDE = 1
ANYTHING = (1 << len(NER_LABELS)) - 1


def bits(position, types):
    """Mask of the labels POSITION-TYPE for each type."""
    return sum(1 << NER_INDEX[f"{position}-{t}"] for t in types)


def any_of(types):
    """Mask of every label of the given types, in any position."""
    return sum(bits(p, types) for p in "BIES")


def span_masks(n, spans, outside=OUTSIDE):
    """Masks for a sentence of n words. spans: (start, end, types), end exclusive, not overlapping, types a tuple of names."""
    masks = [outside] * n
    for start, end, types in spans:
        if end - start == 1:
            masks[start] = bits("S", types)
            continue
        masks[start] = bits("B", types)
        masks[end - 1] = bits("E", types)
        for i in range(start + 1, end - 1):
            masks[i] = bits("I", types)
    return masks


def bio_spans(tags):
    """(start, end, type) from BIO or IOB2 tags; a stray I- opens a span."""
    spans, start, kind = [], None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        prefix, _, t = tag.partition("-")
        if start is not None and (prefix != "I" or t != kind):
            spans.append((start, i, kind))
            start = None
        if prefix in ("B", "I") and start is None:
            start, kind = i, t
    return spans
