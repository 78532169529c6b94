"""Raw text to words in the manner of the English UD treebanks, and the other way round for corpora without spacing."""
import re

_ABBREVIATIONS = ("Mr Mrs Ms Dr Prof St Ft Mt Gen Brig Sen Rep Reps Sens Gov Lt Col Sgt Capt Maj Adm Rev Hon Jr Sr Inc Corp Co Ltd Bros "
                  "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun vs etc al No Ave Blvd Messrs").split()
_PREFIXES = set("non pre post co semi e pro mid re multi anti ex sub mini pan inter intra ultra counter pseudo neo un cross self-".split()) - {"self-"}
_TOKEN = re.compile(r"""
    https?://\S*[\w/] | www\.\S*[\w/] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | [@\#]\w+
  | (?:[A-Za-z]\.){2,} | (?:Ph\.D\.|Ph\.D)
  | (?:%s)\.(?!\w)
  | [A-Z]\.(?=\s+\S|$)
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])
  | [^\W_]+(?:['’.&][^\W\d_]+)*(?:_[^\W_]+)*
  | \.{2,} | -{2,} | –+ | —+ | (?:[:;][-']?[)(DP])(?!\w)
  | \S
""" % "|".join(_ABBREVIATIONS), re.X)
_CLITIC = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|m|re|ve|ll|d))$")


def _split_word(text, start):
    """Clitics off; (text, start) pairs."""
    m = _CLITIC.match(text)
    if m and m.group(1) and not text.startswith(("http", "www", "@", "#")):
        return [(m.group(1), start), (m.group(2), start + len(m.group(1)))]
    if text.lower() == "cannot":
        return [(text[:3], start), (text[3:], start + 3)]
    return [(text, start)]


def tokenize(text):
    """List of (word, start, end) over one sentence."""
    raw = [(m.group(), m.start()) for m in _TOKEN.finditer(text)]
    out, i = [], 0
    while i < len(raw):
        word, start = raw[i]
        # prefix-word stays together (anti-war), other hyphens split (oil - rich)
        if i + 2 < len(raw) and raw[i + 1][0] == "-" and word.lower() in _PREFIXES and raw[i + 1][1] == start + len(word) \
                and raw[i + 2][1] == start + len(word) + 1 and raw[i + 2][0][0].isalnum():
            word, i = word + "-" + raw[i + 2][0], i + 2
        # 's alone after a non-word, e.g. U.S.'s
        if word in "'’" and i + 1 < len(raw) and raw[i + 1][1] == start + 1 and raw[i + 1][0].lower() in ("s", "m", "re", "ve", "ll", "d") \
                and start > 0 and not text[start - 1].isspace():
            word, i = word + raw[i + 1][0], i + 1
        out.extend(_split_word(word, start))
        i += 1
    return [(w, s, s + len(w)) for w, s in out]


def words_and_spaces(text):
    """Words and space flags of one sentence, plus (start, end) offsets."""
    tokens = tokenize(text)
    space = [i == 0 or tokens[i - 1][2] < s for i, (_, s, _) in enumerate(tokens)]
    return [t[0] for t in tokens], space, [(s, e) for _, s, e in tokens]


_BARE_CLITIC = re.compile(r"(?i)^(?:n['’]t|['’](?:s|m|re|ve|ll|d))$")
_NO_SPACE_BEFORE = {",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "...", "'", "n't", "n’t", "”", "’"}
_NO_SPACE_AFTER = {"(", "[", "{", "$", "£", "€", "“", "‘"}
_PTB = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}


def detokenize(tokens, spans, glue_hyphens=False):
    """Tokens without spacing → UD-like words, spaces, and the spans moved to the new words."""
    words, space, first, open_quote, glue = [], [], [], False, True
    for token in tokens:
        token = _PTB.get(token, token)
        first.append(len(words))
        before = not glue
        glue = False
        if token == '"':
            before = before and not open_quote
            glue = not open_quote
            open_quote = not open_quote
        elif token in _NO_SPACE_BEFORE or _BARE_CLITIC.match(token):
            before = False
        elif token == "-" and glue_hyphens:
            before, glue = False, True
        if token in _NO_SPACE_AFTER:
            glue = True
        parts = [(token, 0, len(token))] if _BARE_CLITIC.match(token) else tokenize(token) or [(token, 0, len(token))]
        for j, (w, s, _) in enumerate(parts):
            words.append(w)
            space.append(before if j == 0 else False)
    first.append(len(words))
    if space:
        space[0] = True
    return words, space, [(first[a], first[b], t) for a, b, t in spans]
