"""Features of pairs, computed by the Swift side alone: swift build -c release --product relata-name-features."""
import os
import subprocess
import tempfile
from collections import Counter

import numpy as np

import learn_tables


class Features:
    def __init__(self, program, census_folder):
        self.program = program
        self.census = self._census(census_folder)

    def _run(self, lines, *arguments):
        made = subprocess.run([self.program, *arguments], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
        return made.stdout.rstrip("\n").split("\n")

    def words(self, names):
        """(kind, name) → skeletons of its words."""
        return {n: line.split() for n, line in zip(names, self._run(["\t".join(n) for n in names], "words"))}

    def blocks(self, names):
        """(kind, name) → its blocking keys."""
        return {n: set(line.split()) for n, line in zip(names, self._run(["\t".join(n) for n in names], "blocks"))}

    def verdicts(self, pairs):
        return self._run([f"{p.kind}\t{p.a}\t{p.b}" for p in pairs], "verdicts")

    def pairs(self, pairs, weights, letters):
        """Feature names, a row of numbers for each pair, its links (a, b, way) and the words left over."""
        lines = self._run([f"{p.kind}\t{p.a}\t{p.b}" for p in pairs], "pairs", weights, letters)
        rows = [line.split("\t") for line in lines[1:]]
        links = [[tuple(link.split("=")) for link in row[-2].split()] for row in rows]
        return (lines[0].split("\t")[:-2], np.array([row[:-2] for row in rows], np.float32), links, [row[-1].split() for row in rows])

    def _census(self, folder):
        """Skeleton → share of people who bear it, as given or family name."""
        shares = Counter()
        for name, part in (("all.last", 1), ("female.first", 0.5), ("male.first", 0.5)):
            with open(os.path.join(folder, "uscensus1990_dist." + name)) as f:
                for line in f:
                    word, share = line.split()[:2]
                    if float(share) >= 0.01:
                        shares[word.lower()] += float(share) / 100 * part
        skeletons = self.words([("PERSON", word) for word in sorted(shares)])
        found = Counter()
        for (_, word), words in skeletons.items():
            if len(words) == 1:
                found[words[0]] += shares[word]
        return found

    def learn(self, pairs, weights, letters):
        """Writes the two tables that pairs teach: the letters' costs first, as they say which words are left over."""
        with tempfile.TemporaryDirectory() as folder:
            even, none = os.path.join(folder, "even"), os.path.join(folder, "none")
            with open(even, "w") as f:
                f.write("*\tP\t12\t0\n*\tO\t11\t0\n")
            open(none, "w").close()
            links = self.pairs(pairs, even, none)[2]
            alike = [[link[:2] for link in linked if link[2] == "similar"] for linked in links]
            learn_tables.write_letters(learn_tables.letter_costs(pairs, alike), letters)
            rests = self.pairs(pairs, even, letters)[3]
        skeletons = self.words(sorted({(p.kind, n) for p in pairs for n in (p.a, p.b)}))
        learn_tables.write_weights(learn_tables.weights(pairs, skeletons, rests, self.census), weights)

    def crossed(self, pairs, folds):
        """Feature names and numbers of every pair, by tables that did not see its fold: as a pair of others will be met."""
        numbers, names = None, None
        with tempfile.TemporaryDirectory() as folder:
            tables = [os.path.join(folder, n) for n in ("weights", "letters")]
            for k in sorted(set(folds)):
                inside = [i for i, f in enumerate(folds) if f == k]
                self.learn([p for p, f in zip(pairs, folds) if f != k], *tables)
                names, found, _, _ = self.pairs([pairs[i] for i in inside], *tables)
                if numbers is None:
                    numbers = np.zeros((len(pairs), len(names)), np.float32)
                numbers[inside] = found
        return names, numbers
