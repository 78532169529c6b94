"""The shape every corpus is read into."""
from dataclasses import dataclass, field


@dataclass
class Sentence:
    words: list                 # surface forms
    space: list                 # bool per word: whitespace before it (the first word: True)
    ner: list = None            # label mask per word (see labels.py); None = nothing known
    upos: list = None           # UPOS names
    xpos: list = None           # PTB tags
    heads: list = None          # 0 = root, else 1-based word index
    deprels: list = None        # relation names with subtypes
    gold: list = None           # (start, end, type) spans for evaluation, where complete
    weight: float = 1.0         # weight of the name loss


@dataclass
class Document:
    source: str
    sentences: list = field(default_factory=list)
