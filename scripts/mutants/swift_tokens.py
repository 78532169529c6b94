"""Swift source as tokens: enough to place a fault in code and never in a comment or a message."""

import re
from bisect import bisect_right
from dataclasses import dataclass

OPERATORS = [
    "..<", "...", "===", "!==", "&&=", "||=", "&>>", "&<<", "&&", "||", "==", "!=", "<=", ">=", "->",
    "??", "+=", "-=", "*=", "/=", "%=", "|=", "^=", "&+", "&-", "&*", "<<", ">>",
]
WORD = re.compile(r"`\w+`|[#@]?[A-Za-z_]\w*|\$\d+")
NUMBER = re.compile(r"0x[0-9A-Fa-f_]+|0b[01_]+|\d[\d_]*(\.\d[\d_]*)?([eE][+-]?\d+)?")
CLOSING = {"(": ")", "[": "]", "{": "}"}


@dataclass
class Token:
    kind: str  # word, number, string, operator, mark
    text: str
    start: int
    end: int
    # The other bracket of the pair, and the bracket around this token; -1 if there is none.
    partner: int = -1
    parent: int = -1
    begins_line: bool = False


class Source:
    """A Swift file in tokens, brackets paired. Comments are dropped; a string is one token."""

    def __init__(self, text):
        self.text = text
        self.tokens = list(tokenise(text))
        self.lines = [0] + [m.end() for m in re.finditer("\n", text)]
        stack = []
        for i, token in enumerate(self.tokens):
            if token.kind == "mark" and token.text in CLOSING.values() and stack:
                opening = stack.pop()
                self.tokens[opening].partner, token.partner = i, opening
            token.parent = stack[-1] if stack else -1
            if token.kind == "mark" and token.text in CLOSING:
                stack.append(i)
            token.begins_line = not text[self.lines[self.line(token.start) - 1] : token.start].strip()

    def line(self, offset):
        """The line of a place in the text; the first is 1."""
        return bisect_right(self.lines, offset)

    def is_(self, i, *texts):
        """Whether token `i` exists and is one of `texts`, outside strings."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind != "string" and self.tokens[i].text in texts

    def slice(self, first, last):
        """The text from token `first` to token `last`, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def split(self, first, last, *separators):
        """The stretches of tokens from `first` to `last` between separators of the same level."""
        pieces, start, i = [], first, first
        while i <= last:
            if self.is_(i, *separators):
                if i > start:
                    pieces.append((start, i - 1))
                start = i + 1
            elif self.is_(i, *CLOSING) and self.tokens[i].partner > i:
                i = self.tokens[i].partner
            i += 1
        if start <= last:
            pieces.append((start, last))
        return pieces

    def find(self, first, *texts):
        """The next token of the level of `first` that is one of `texts`, or -1 at the end of the level."""
        i = first
        while i < len(self.tokens):
            if self.is_(i, *texts):
                return i
            if self.is_(i, *CLOSING.values()):
                return -1
            if self.is_(i, *CLOSING) and self.tokens[i].partner > i:
                i = self.tokens[i].partner
            i += 1
        return -1

    def is_spaced(self, i):
        """Whether an operator stands between spaces, as binary ones do."""
        token = self.tokens[i]
        return self.text[token.start - 1].isspace() and self.text[token.end : token.end + 1].isspace()


def tokenise(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif text.startswith("//", i):
            i = text.find("\n", i) if "\n" in text[i:] else len(text)
        elif text.startswith("/*", i):
            i = comment_end(text, i)
        elif c == '"' or c == "#" and re.match(r'#+"', text[i:]):
            end = string_end(text, i)
            yield Token("string", text[i:end], i, end)
            i = end
        elif match := NUMBER.match(text, i) if c.isdigit() else WORD.match(text, i):
            yield Token("number" if c.isdigit() else "word", match.group(), i, match.end())
            i = match.end()
        elif c in "()[]{},;:\\@#":
            yield Token("mark", c, i, i + 1)
            i += 1
        else:
            operator = next((o for o in OPERATORS if text.startswith(o, i)), c)
            yield Token("operator", operator, i, i + len(operator))
            i += len(operator)


def comment_end(text, i):
    depth, i = 1, i + 2
    while i < len(text) and depth:
        step = {"/*": 1, "*/": -1}.get(text[i : i + 2], 0)
        depth += step
        i += 2 if step else 1
    return i


def string_end(text, i):
    """Behind a string literal, whose interpolations may hold strings themselves."""
    hashes = len(re.match(r"#*", text[i:]).group())
    quote = '"""' if text.startswith('"""', i + hashes) else '"'
    close, escape = quote + "#" * hashes, "\\" + "#" * hashes
    i += hashes + len(quote)
    while i < len(text):
        if text.startswith(close, i):
            return i + len(close)
        if text.startswith(escape + "(", i):
            i, depth = i + len(escape) + 1, 1
            while i < len(text) and depth:
                if text[i] == '"':
                    i = string_end(text, i)
                    continue
                depth += {"(": 1, ")": -1}.get(text[i], 0)
                i += 1
        elif text.startswith(escape, i):
            i += len(escape) + 1
        else:
            i += 1
    return i
