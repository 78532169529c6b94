"""Mechanical faults: each operator gives places in a file and what to write there instead."""

import re
from dataclasses import dataclass

from swift_tokens import CLOSING, Source


@dataclass(frozen=True)
class Fault:
    operator: str
    start: int  # replaced part of the file
    end: int
    replacement: str
    # Faults of one group (the words of one list) stand for each other: a draw takes `share` of them.
    group: str = ""
    share: int = 0


# Words of one list or characters of one string, and lines of one table, that a draw may choose from.
LIST_SHARE = 4
TABLE_SHARE = 40

SHIFTED = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "===": "!==", "!==": "===",
    "&&": "||", "||": "&&", "..<": "...", "...": "..<", "+=": "-=", "-=": "+=",
}
PAIRS = [
    ("first", "last"), ("firstIndex", "lastIndex"), ("min", "max"), ("prefix", "suffix"),
    ("hasPrefix", "hasSuffix"), ("lowerBound", "upperBound"), ("dropFirst", "dropLast"),
    ("removeFirst", "removeLast"), ("start", "end"), ("startIndex", "endIndex"),
    ("subject", "object"), ("source", "target"), ("lhs", "rhs"), ("isSubset", "isSuperset"),
    ("isLower", "isUpper"), ("isLowercase", "isUppercase"), ("intersection", "union"),
]
SWAPPED = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
# Code that says what a fault of our own is, or words for a reader.
SILENT_CALLS = ("precondition", "assert", "preconditionFailure", "assertionFailure", "fatalError", "RelataError")
SILENT_PROPERTIES = ("description", "debugDescription", "errorDescription")
KEYWORDS = set(
    """let var return if guard for while switch case default func static private package public init
    throw try defer repeat do struct class enum extension protocol import continue break fallthrough
    typealias subscript else catch where in mutating internal fileprivate nonisolated final override
    lazy weak indirect associatedtype deinit get set yield await actor""".split()
)
EXPRESSION_BEGINS = ("(", "[", "{", ",", ":", "=", "return", "in", "if", "guard", "while", "where", "else",
                     "&&", "||", "?", "??", ";", "case", "->")
EXPRESSION_ENDS = (")", "]", "}", "{", ",", ":", "else", "where", "&&", "||", "?", "??", ";", "=")


def swift_faults(text):
    """All faults of a Swift file, in order of the text."""
    source = Source(text)
    silent = silent_stretches(source)
    faults = []
    for operator in (
        conditions, wheres, comparisons, operands, steps, ternaries, members, literals, arguments,
        switches, branches, lists, strings, statements, early_returns,
    ):
        faults += operator(source)
    kept = {
        (f.start, f.end, f.replacement): f
        for f in faults
        if not any(a <= f.start and f.end <= b for a, b in silent)
        and text[f.start : f.end] != f.replacement
    }
    return sorted(kept.values(), key=lambda f: (f.start, f.end, f.operator, f.replacement))


def silent_stretches(source):
    stretches = []
    for i, token in enumerate(source.tokens):
        if token.kind == "word" and token.text in SILENT_CALLS and source.is_(i + 1, "("):
            stretches.append((token.start, source.tokens[source.tokens[i + 1].partner].end))
        if source.is_(i, "var", "func") and source.is_(i + 1, *SILENT_PROPERTIES):
            body = source.find(i + 2, "{")
            if body >= 0:
                stretches.append((token.start, source.tokens[source.tokens[body].partner].end))
        if source.is_(i, "import"):
            stretches.append((token.start, source.tokens[i + 1].end))
    return stretches


def replace(source, operator, first, last, replacement, group="", share=0):
    """A fault that writes something else for the tokens `first` to `last`."""
    return Fault(
        operator, source.tokens[first].start, source.tokens[last].end, replacement, group, share)


def negated(source, first, last):
    text = source.slice(first, last)
    plain = source.split(first + 1, last, "&&", "||", "==", "!=", "<", ">", "<=", ">=", "??", "?")
    if source.is_(first, "!") and len(plain) == 1:
        return text[1:]
    return f"!({text})"


def clauses(source, i):
    """The clauses of `if`, `guard` or `while` at token `i` and where its body or `else` begins."""
    end = source.find(i + 1, "else" if source.is_(i, "guard") else "{")
    return (source.split(i + 1, end - 1, ","), end) if end > i + 1 else ([], -1)


def is_condition(source, piece):
    return not source.is_(piece[0], "let", "var", "case", "#available", "_", "await")


def statements_with_clauses(source):
    for i, token in enumerate(source.tokens):
        if source.is_(i, "if", "guard", "while") and not source.is_(i - 1, "."):
            pieces, end = clauses(source, i)
            if end >= 0:
                yield i, pieces, end


def conditions(source):
    """A condition negated; one of several conditions left out."""
    for i, pieces, _ in statements_with_clauses(source):
        for k, (first, last) in enumerate(pieces):
            if not is_condition(source, (first, last)):
                continue
            yield replace(source, "condition negated", first, last, negated(source, first, last))
            if len(pieces) > 1:
                if k:
                    yield replace(source, "condition left out", first - 1, last, "")
                else:
                    yield replace(source, "condition left out", first, last + 1, "")


def wheres(source):
    """The condition of a loop or case negated or left out."""
    for i, token in enumerate(source.tokens):
        if not source.is_(i, "where"):
            continue
        end = source.find(i + 1, "{", ":", ",")
        text = source.slice(i + 1, end - 1) if end > i + 1 else ""
        # A constraint of a generic declaration is no condition.
        if text and not re.match(r"[\w.]+ *(:|== *[A-Z])", source.text[source.tokens[i + 1].start :]):
            yield replace(source, "condition negated", i + 1, end - 1, negated(source, i + 1, end - 1))
            yield replace(source, "condition left out", i, end - 1, "")


def is_comparator(source, i):
    """Whether `<` stands between $0 and $1: then `<=` hardly differs, the other direction does."""
    line = source.line(source.tokens[i].start)
    same = [t.text for t in source.tokens[max(0, i - 25) : i + 25] if source.line(t.start) == line]
    return "$0" in same and "$1" in same


def comparisons(source):
    """A comparison or connective shifted."""
    for i, token in enumerate(source.tokens):
        if token.kind != "operator" or token.text not in SHIFTED:
            continue
        if token.text in ("..<", "..."):
            if source.text[token.start - 1] in " ([" or source.text[token.end] in " )],":
                continue
        elif not source.is_spaced(i) or source.is_(i - 1, "func"):
            continue
        shifted = SHIFTED[token.text]
        if token.text in ("<", ">") and is_comparator(source, i):
            shifted = ">" if token.text == "<" else "<"
        yield replace(source, "comparison shifted", i, i, shifted)


def operand_bounds(source, i):
    """The tokens of the operands beside the operator at token `i`."""
    first = i - 1
    while first >= 0:
        if source.is_(first, *CLOSING.values()):
            first = source.tokens[first].partner
        if source.is_(first - 1, *EXPRESSION_BEGINS) or first == 0:
            break
        first -= 1
    last = i + 1
    while last < len(source.tokens):
        if source.is_(last, *CLOSING) and source.tokens[last].partner > last:
            last = source.tokens[last].partner
        after = last + 1
        if after >= len(source.tokens) or source.is_(after, *EXPRESSION_ENDS):
            break
        following = source.tokens[after]
        if following.begins_line and following.kind != "operator":
            break
        last = after
    return first, last


def operands(source):
    """One side of `&&` or `||` left out; the sides of a difference swapped."""
    for i, token in enumerate(source.tokens):
        if source.is_(i, "&&", "||") and source.is_spaced(i):
            first, last = operand_bounds(source, i)
            if not any(source.is_(k, "let", "case") for k in (first, i + 1)):
                yield replace(source, "condition left out", i, last, "")
                yield replace(source, "condition left out", first, i, "")
        elif source.is_(i, "-", "<", ">") and source.is_spaced(i):
            first, last = simple_before(source, i), simple_after(source, i)
            if token.text == "-" and first >= 0 and last >= 0:
                swapped = f"{source.slice(i + 1, last)} - {source.slice(first, i - 1)}"
                yield replace(source, "ends swapped", first, last, swapped)


def simple_before(source, i):
    """The first token of the name or member chain that ends before token `i`, or -1."""
    k = i - 1
    if source.tokens[k].kind not in ("word",):
        return -1
    while source.is_(k - 1, ".") and source.tokens[k - 2].kind == "word":
        k -= 2
    return k if source.is_(k - 1, *EXPRESSION_BEGINS, "<", ">", "..<", "==", "<=", ">=") else -1


def simple_after(source, i):
    k = i + 1
    if k >= len(source.tokens) or source.tokens[k].kind != "word":
        return -1
    while source.is_(k + 1, ".") and source.tokens[k + 2].kind == "word":
        k += 2
    ends = source.is_(k + 1, *EXPRESSION_ENDS, "<", ">", "..<", "==", "<=", ">=")
    return k if ends or source.tokens[min(k + 1, len(source.tokens) - 1)].begins_line else -1


def steps(source):
    """One more instead of one less."""
    for i, token in enumerate(source.tokens):
        if source.is_(i, "+", "-") and source.is_spaced(i) and source.is_(i + 1, "1"):
            yield replace(source, "comparison shifted", i, i, "-" if token.text == "+" else "+")


def ternaries(source):
    """The two values of `a ? b : c` swapped."""
    for i, token in enumerate(source.tokens):
        if not (source.is_(i, "?") and source.is_spaced(i)):
            continue
        colon = source.find(i + 1, ":", "?")
        if colon > i + 1 and source.is_(colon, ":"):
            _, last = operand_bounds(source, colon)
            swapped = f"{source.slice(colon + 1, last)} : {source.slice(i + 1, colon - 1)}"
            yield replace(source, "ends swapped", i + 1, last, swapped)


def members(source):
    """The other end: `first` for `last`, `min` for `max`, `prefix` for `suffix`."""
    for i, token in enumerate(source.tokens):
        if token.kind != "word" or token.text not in SWAPPED:
            continue
        is_member = source.is_(i - 1, ".") and source.tokens[i - 1].end == token.start
        is_call = token.text in ("min", "max") and source.is_(i + 1, "(") and not source.is_(i - 1, "func")
        if is_member or is_call:
            yield replace(source, "ends swapped", i, i, SWAPPED[token.text])


def literals(source):
    """`true` for `false`; a negative number made positive; a negation dropped outside conditions."""
    for i, token in enumerate(source.tokens):
        if source.is_(i, "true", "false") and not source.is_(i - 1, "."):
            yield replace(source, "literal negated", i, i, "false" if token.text == "true" else "true")
        following = source.tokens[i + 1] if i + 1 < len(source.tokens) else None
        if source.is_(i, "-", "!") and following and token.end == following.start:
            is_prefix = source.text[token.start - 1] in " (["
            if is_prefix and (token.text == "!" or following.kind == "number"):
                yield replace(source, "literal negated", i, i, "")


def is_declaration(source, opening):
    """Whether a parenthesis holds parameters or the parts of a type, not arguments."""
    before = opening - 1
    while source.is_(before, ">"):
        before = next((k for k in range(before, -1, -1) if source.is_(k, "<")), 0) - 1
    if source.is_(before, "init", "subscript"):
        return not source.is_(before - 1, ".")
    return source.is_(before - 1, "func", "case", "indirect", "struct", "class", "macro") or source.is_(
        before, ":", "->")


def arguments(source):
    """Two neighbouring arguments that are names swapped; a fault of types does not compile."""
    for i, token in enumerate(source.tokens):
        if not source.is_(i, "(") or token.partner < 0 or is_declaration(source, i):
            continue
        # Their order says nothing.
        if source.is_(i - 1, "min", "max", "zip"):
            continue
        values = []
        for first, last in source.split(i + 1, token.partner - 1, ","):
            if source.is_(first + 1, ":") and source.tokens[first].kind == "word":
                first += 2
            plain = first <= last and all(
                t.kind in ("word", "number") or t.text == "." for t in source.tokens[first : last + 1])
            values.append((first, last) if plain else None)
        for a, b in zip(values, values[1:]):
            if a and b and source.slice(*a) != source.slice(*b):
                between = source.text[source.tokens[a[1]].end : source.tokens[b[0]].start]
                swapped = source.slice(*b) + between + source.slice(*a)
                yield replace(source, "ends swapped", a[0], b[1], swapped)


def switches(source):
    """A case of a switch dropped, or one of its patterns."""
    for i in range(len(source.tokens)):
        if not source.is_(i, "switch") or source.is_(i - 1, "."):
            continue
        body = source.find(i + 1, "{")
        if body < 0:
            continue
        end = source.tokens[body].partner
        labels = [
            k for k in range(body + 1, end)
            if source.is_(k, "case", "default") and source.tokens[k].parent == body
            and source.tokens[k].begins_line
        ]
        for label, following in zip(labels, labels[1:] + [end]):
            colon = source.find(label + 1, ":")
            if source.is_(label, "default") or colon < 0:
                continue
            yield replace(source, "case dropped", label, following - 1, "")
            patterns = source.split(label + 1, colon - 1, ",")
            for k, (first, last) in enumerate(patterns if len(patterns) > 1 else []):
                ends = (first - 1, last) if k else (first, last + 1)
                group = f"patterns {source.tokens[label].start}"
                yield replace(source, "word dropped", *ends, "", group, LIST_SHARE)


def branches(source):
    """An `if` or `guard` left out with its body, or an `else`."""
    for i, pieces, end in statements_with_clauses(source):
        if source.is_(i, "while"):
            continue
        if source.is_(i, "guard"):
            body = end + 1
            if source.is_(body, "{") and all(is_condition(source, p) for p in pieces):
                yield replace(source, "branch left out", i, source.tokens[body].partner, "")
            continue
        close = source.tokens[end].partner
        if source.is_(close + 1, "else"):
            body = close + 2
            if source.is_(body, "{"):
                yield replace(source, "branch left out", close + 1, source.tokens[body].partner, "")
            elif source.is_(body, "if") and not source.is_(i - 1, "else"):
                yield replace(source, "branch left out", i, close + 1, "")
        elif source.is_(i - 1, "else"):
            yield replace(source, "branch left out", i - 1, close, "")
        else:
            yield replace(source, "branch left out", i, close, "")


def lists(source):
    """An element of a literal list, set or dictionary dropped."""
    for i, token in enumerate(source.tokens):
        if not source.is_(i, "[") or token.partner < 0:
            continue
        before = source.tokens[i - 1] if i else None
        if before and (before.kind == "string" or before.text in (")", "]", "}", "?", "!", "->", "<")):
            if before.end == token.start:
                continue
        if before and before.kind == "word" and before.end == token.start:
            continue
        pieces = source.split(i + 1, token.partner - 1, ",")
        for k, (first, last) in enumerate(pieces if len(pieces) > 1 else []):
            ends = (first - 1, last) if k else (first, last + 1)
            yield replace(source, "word dropped", *ends, "", f"list {token.start}", LIST_SHARE)


def strings(source):
    """A word of a list in one string dropped, or a character of a set of characters."""
    for i, token in enumerate(source.tokens):
        if token.kind != "string":
            continue
        group = f"string {token.start}"
        if token.text.startswith('"""') and "\\" not in token.text:
            for word in re.finditer(r"\S+", token.text[3:-3]):
                start = token.start + 3 + word.start()
                yield Fault("word dropped", start, start + len(word.group()), "", group, LIST_SHARE)
        elif source.is_(i + 1, ".") and source.is_(i + 2, "unicodeScalars", "contains"):
            for character in re.finditer(r"\\u\{\w+\}|\\.|[^\\]", token.text[1:-1]):
                start = token.start + 1 + character.start()
                yield Fault("word dropped", start, start + len(character.group()), "", group, LIST_SHARE)


def statements(source):
    """A call or assignment left out."""
    for i, token in enumerate(source.tokens):
        is_first = token.begins_line and source.is_(token.parent, "{")
        if not is_first or token.kind != "word" or token.text in KEYWORDS or token.text[0] in "#@":
            continue
        end, k = i, i
        while k < len(source.tokens):
            if source.is_(k, *CLOSING) and source.tokens[k].partner > k:
                k = source.tokens[k].partner
            end, k = k, k + 1
            if k >= len(source.tokens) or source.is_(k, "}"):
                break
            following = source.tokens[k]
            if following.begins_line and following.kind != "operator" and following.text != "{":
                break
        is_alone = source.is_(i - 1, "{", "in") and source.is_(end + 1, "}")
        assigns = source.find(i, "=", "+=", "-=", "*=", "|=")
        is_assignment = i < assigns <= end
        is_call = source.is_(end, ")", "}") and not source.is_(i + 1, ":")
        follows_value = source.is_(i - 1, ":", "=", "return", "->", "&&", "||", "?", "(", ",")
        if (is_assignment or is_call and not is_alone) and not follows_value:
            yield replace(source, "statement left out", i, end, "")


def empty_values(kind):
    if kind in ("", "Void"):
        return ["return"]
    if kind == "Bool":
        return ["return false", "return true"]
    if kind.endswith("?"):
        return ["return nil"]
    if kind.startswith("[") and kind.endswith("]"):
        depth, is_dictionary = 0, False
        for c in kind[1:-1]:
            depth += {"[": 1, "(": 1, "<": 1, "]": -1, ")": -1, ">": -1}.get(c, 0)
            is_dictionary |= c == ":" and depth == 0
        return ["return [:]" if is_dictionary else "return []"]
    if kind.startswith("Set<"):
        return ["return []"]
    return {"String": ['return ""'], "Int": ["return 0"], "Double": ["return 0"], "Float": ["return 0"]}.get(kind, [])


def early_returns(source):
    """A function that returns at once, with nothing in hand."""
    for i in range(len(source.tokens)):
        if source.is_(i, "func"):
            opening = source.find(i + 1, "(")
            after = source.tokens[opening].partner + 1 if opening >= 0 else -1
        elif source.is_(i, "var") and source.is_(i + 2, ":"):
            after = i + 2
        else:
            continue
        body = source.find(after, "{") if after > 0 else -1
        between = range(after, body)
        if body < 0 or any(source.is_(k, "}", "=", "func", "let", "var", "case") for k in between):
            continue
        if source.is_(body + 1, "get", "set", "didSet", "willSet"):
            continue
        arrow = source.find(after, "->", ":", "{")
        until = source.find(after, "where", "{")
        kind = source.slice(arrow + 1, until - 1) if not source.is_(arrow, "{") else ""
        at = source.tokens[body].end
        for value in empty_values(kind):
            # The semicolon keeps what follows from being read as the value.
            yield Fault("early return", at, at, f" {value};")


def table_faults(text, path):
    """A line of a table of tab-separated values dropped, or a word or line of a YAML table."""
    offset = 0
    for line in text.splitlines(keepends=True):
        start, offset = offset, offset + len(line)
        body = line.strip()
        if not body or body.startswith("#"):
            continue
        if path.endswith(".tsv"):
            yield Fault("word dropped", start, offset, "", "table", TABLE_SHARE)
            continue
        words = re.search(r"\[(.*)\]\s*$", line)
        if words:
            for word in re.finditer(r'"[^"]*"|[^,\s]+', words.group(1)):
                first = start + words.start(1) + word.start()
                last = start + words.start(1) + word.end()
                rest = re.match(r",\s*", text[last:])
                last += len(rest.group()) if rest else 0
                if not rest:
                    before = re.search(r",?\s*$", text[start:first])
                    first = start + before.start()
                yield Fault("word dropped", first, last, "", "table", TABLE_SHARE)
        elif body.startswith("- "):
            yield Fault("word dropped", start, offset, "", "table", TABLE_SHARE)
            for word in re.finditer(r'(?<=[" ])[\w+\'-]+ (?=[^":]*:)', line):
                yield Fault(
                    "word dropped", start + word.start(), start + word.end(), "", "table", TABLE_SHARE)
