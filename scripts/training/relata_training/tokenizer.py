"""SentencePiece unigram segmentation of single words (NFKC + "▁"), exactly as the Swift runtime does it."""
import unicodedata


class Tokenizer:
    def __init__(self, pieces, scores, bos, eos, pad, unk):
        self.pieces, self.scores = pieces, scores
        self.bos, self.eos, self.pad, self.unk = bos, eos, pad, unk
        special = {bos, eos, pad, unk}
        self.index = {}
        for i, p in enumerate(pieces):
            if i not in special and p and p not in self.index:
                self.index[p] = i
        self.longest = max(map(len, self.index))
        self.unknown_score = min(scores[i] for i in self.index.values()) - 10.0
        self.cache = {}

    def word(self, word, space):
        """Piece ids of one word: at most 16, never none."""
        key = (word, space)
        ids = self.cache.get(key)
        if ids is None:
            ids = self._word(word, space)
            self.cache[key] = ids
        return ids

    def _word(self, word, space):
        text = unicodedata.normalize("NFKC", word)
        if not text.strip():
            return (self.unk,)
        if len(text) > 100:
            text = text[:50] + text[-50:]
        ids = self.segment(("▁" if space else "") + text)
        if len(ids) > 16:
            ids = ids[:8] + ids[-8:]
        return tuple(ids) or (self.unk,)

    def segment(self, text):
        """Viterbi; of equal paths the one found first stays."""
        n = len(text)
        best, back = [None] * (n + 1), [None] * (n + 1)
        best[0] = 0.0
        for start in range(n):
            base = best[start]
            covered = False
            for end in range(start + 1, min(n, start + self.longest) + 1):
                piece = self.index.get(text[start:end])
                if piece is None:
                    continue
                if end == start + 1:
                    covered = True
                score = base + self.scores[piece]
                if best[end] is None or score > best[end]:
                    best[end], back[end] = score, (start, piece)
            if not covered:
                score = base + self.unknown_score
                if best[start + 1] is None or score > best[start + 1]:
                    best[start + 1], back[start + 1] = score, (start, self.unk)
        ids, end = [], n
        while end:
            start, piece = back[end]
            if not (piece == self.unk and ids and ids[-1] == self.unk):
                ids.append(piece)
            end = start
        return ids[::-1]

    def count(self, words, space):
        return sum(len(self.word(w, s)) for w, s in zip(words, space))
