"""Scores what `relata extract` reads of a folder that make.py made: `score.py OUT --relata PATH`."""
import argparse
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

RECALL, PRECISION, ORDER = 0.98, 0.95, 0.98
METADATA = ["title", "author", "published", "url"]
FOREIGN = r"RL1108"
#: What a line of standard error says of a file of each kind.
SIGNS = {
    "media": r"left out: (picture|sound|film)|picture", "skipped": r"left out|RL110[67]", "empty": r"empty",
    "encrypted": r"RL1013", "scanned": r"RL1014", "unreadable": r"error: .*RL10\d\d",
}
BAD_INPUT = 65
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def words(text: str) -> list[str]:
    """The word tokens, in one way of writing."""
    return WORD.findall(unicodedata.normalize("NFC", text).replace("’", "'").casefold())


@dataclass
class Reading:
    """A document as Relata read it."""

    source: str
    text: str
    metadata: dict[str, str | None]
    sentences: list[str]
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = words(self.text)


@dataclass
class Score:
    """How well one document was read."""

    gold: dict
    reading: Reading | None
    recall: float = 0
    precision: float = 0
    order: float = 0
    whole_paragraphs: int = 0
    leaked: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    glued: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    wrong: dict[str, tuple[object, object]] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        """Whole, in order, and with nothing that must not be read."""
        return (
            self.reading is not None and self.recall >= RECALL and self.precision >= PRECISION
            and self.order >= ORDER and not self.leaked)


def reading(line: str) -> Reading:
    """A line of the extraction; what is marked as furniture is not read, unless that is all."""
    record = json.loads(line)
    text, document = record["text"], record["document"]
    kept = list(text)
    spans = [(span["start"], span["end"]) for span in record["furniture"]]
    if not any(start == 0 and end >= len(text.rstrip()) for start, end in spans):
        for start, end in spans:
            kept[start:end] = "\n" * (end - start)
    return Reading(
        document["source"], "".join(kept), {key: document[key] for key in METADATA},
        [text[span["start"]:span["end"]] for span in record["sentences"]
         if kept[span["start"]:span["end"]] == list(text[span["start"]:span["end"]])])


def blocks(first: list[str], second: list[str]) -> list[tuple[int, int, int]]:
    """Runs of the same words in the same order."""
    return [tuple(block) for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()]


def holds(tokens: list[str], phrase: list[str]) -> bool:
    """Whether the phrase stands in the tokens in one piece."""
    return f" {' '.join(phrase)} " in f" {' '.join(tokens)} "


def judged(gold: dict, found: Reading) -> Score:
    """Compares a document with its gold."""
    score = Score(gold, found)
    paragraphs = [words(text) for text in gold["text"]]
    loose = [words(text) for text in gold["loose"]]
    ordered = [word for paragraph in paragraphs for word in paragraph]
    wanted = Counter(ordered + [word for text in loose for word in text])
    allowed = Counter(word for text in gold["optional"] for word in words(text))
    read = Counter(found.words)
    common = wanted & read
    extra = read - wanted - allowed
    score.recall = common.total() / wanted.total()
    score.precision = common.total() / max(1, common.total() + extra.total())
    in_order = sum(block[2] for block in blocks(ordered, found.words))
    score.order = in_order / max(1, (Counter(ordered) & read).total())
    score.broken = [
        text for text, tokens in zip(gold["text"] + gold["loose"], paragraphs + loose) if not holds(found.words, tokens)]
    score.whole_paragraphs = len(paragraphs) + len(loose) - len(score.broken)
    score.glued, score.cut = glued(gold, found), cut(gold, found)
    score.lost, score.surplus = list((wanted - read).elements()), list(extra.elements())
    score.leaked = [phrase for phrase in gold["absent"] if holds(found.words, words(phrase))]
    for key in METADATA:
        if key in gold and not same(key, gold[key], found.metadata[key]):
            score.wrong[key] = (gold[key], found.metadata[key])
    return score


def glued(gold: dict, found: Reading) -> list[str]:
    """Sentences that run from one paragraph, or the title, into the next."""
    parts = [words(text) for text in ([gold["title"]] if gold.get("title") else []) + gold["text"]]
    seams = [first[-2:] + second[:2] for first, second in zip(parts, parts[1:])]
    return [text for text in found.sentences if any(holds(words(text), seam) for seam in seams)]


def cut(gold: dict, found: Reading) -> list[str]:
    """Sentences within a paragraph that end without a mark, as if a line's end were theirs."""
    paragraphs = [words(text) for text in gold["text"] + gold["loose"]]
    return [
        text for text in found.sentences if not re.search(r"[.!?…:;][\"'”’“»)]*\s*$", text) and any(
            holds(paragraph, words(text)) and paragraph[-2:] != words(text)[-2:] for paragraph in paragraphs)]


def same(key: str, wanted: str | None, got: str | None) -> bool:
    """Whether metadata are right; a title that the file does not state may be made up from its text."""
    if wanted is None:
        return key == "title" or got is None
    if got is None:
        return False
    if key == "published":
        return got[:10] == wanted
    return words(wanted) == words(got) if key != "url" else wanted == got


def overlap(gold: dict, found: Reading) -> float:
    """Which share of the words of both they have in common."""
    first, second = Counter(words(" ".join(gold["text"]))), Counter(found.words)
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def of_file(found: Reading, file: str) -> bool:
    """Whether the source of a document names this file."""
    name = Path(file).name
    return found.source == name or found.source.startswith(name + ", ")


def matched(golds: list[dict], readings: list[Reading]) -> list[Score]:
    """Each gold document with the reading that is most like it: of its own file, or, where Relata names the outlet
    as the source, of any."""
    pairs = sorted((
        (of_file(found, gold["file"]), overlap(gold, found), -g, -r)
        for g, gold in enumerate(golds) for r, found in enumerate(readings)
        if of_file(found, gold["file"]) or not any(of_file(found, other["file"]) for other in golds)), reverse=True)
    taken: dict[int, int] = {}
    for _, share, g, r in pairs:
        if share > 0.3 and -g not in taken and -r not in taken.values():
            taken[-g] = -r
    return [judged(gold, readings[taken[g]]) if g in taken else Score(gold, None) for g, gold in enumerate(golds)]


def label(gold: dict) -> str:
    """File and member."""
    return gold["file"] + (f" › {gold['member']}" if gold["member"] else "")


def clip(text: str, width: int) -> str:
    """The text, cut to the width of its column."""
    return text if len(text) <= width else text[:width - 1] + "…"


def table(scores: list[Score]) -> None:
    """A line for each document."""
    print(f"{'document':52} {'read':4} {'rec':>5} {'prec':>5} {'order':>5} {'par':>6} leak sent  wrong metadata")
    for score in scores:
        name = clip(label(score.gold), 52)
        if score.reading is None:
            print(f"{name:52} NO")
            continue
        count = len(score.gold["text"]) + len(score.gold["loose"])
        seams = len(score.glued) + len(score.cut)
        print(
            f"{name:52} {'yes' if score.clean else 'part':4} {score.recall:5.3f} {score.precision:5.3f} "
            f"{score.order:5.3f} {score.whole_paragraphs:3}/{count:<2} {len(score.leaked):4} {seams:4}  "
            f"{' '.join(score.wrong)}")


def details(scores: list[Score]) -> None:
    """What is wrong, with the smallest evidence."""
    for score in scores:
        found = score.reading
        if found is None:
            continue
        lines = [f"  leaked: {phrase}" for phrase in score.leaked]
        if score.recall < 1:
            lines.append(f"  lost: {' '.join(score.lost[:25])}")
        if score.precision < 1:
            lines.append(f"  surplus: {' '.join(score.surplus[:25])}")
        lines += [f"  paragraph in pieces: {clip(text, 110)}" for text in score.broken[:3]]
        lines += [f"  sentence across paragraphs: {text!r}" for text in score.glued[:3]]
        lines += [f"  sentence cut: {text!r}" for text in score.cut[:3]]
        lines += [f"  {key}: wanted {wanted!r}, got {got!r}" for key, (wanted, got) in score.wrong.items()]
        if lines:
            print(f"{label(score.gold)}\n" + "\n".join(lines))


def diagnostics(manifest: dict, messages: list[str], folder: Path, found: set[str]) -> tuple[list[str], list[str]]:
    """What is wrong with what was said of files that are no documents; which files nothing was said of."""
    faults: list[str] = []
    for other in manifest["others"]:
        name = Path(other["file"]).name
        told = [message for message in messages if name in message]
        if other["expect"] == "hidden":
            continue
        if not told:
            faults.append(f"{name}: nothing said; wanted {other['expect']}")
        elif not any(re.search(SIGNS[other["expect"]], message) for message in told):
            faults.append(f"{name}: wanted {other['expect']}, said: {told[0]}")
    hidden = {other["file"] for other in manifest["others"] if other["expect"] == "hidden"}
    everything = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    silent = [
        file for file in everything
        if file not in found and file not in hidden and not any(Path(file).name in message for message in messages)]
    return faults, silent


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--relata", type=Path, required=True)
    parser.add_argument("--details", action="store_true", help="say what is wrong with each document")
    options = parser.parse_args()
    manifest = json.loads((options.out / "manifest.json").read_text())
    folder = options.out / "files"
    if not options.relata.is_file():
        sys.exit(f"score.py: {options.relata} is not there; build it first")
    done = subprocess.run([options.relata, "extract", folder], capture_output=True, text=True)
    readings = [reading(line) for line in done.stdout.splitlines()]
    messages = done.stderr.splitlines()
    scores = matched(manifest["documents"], readings)
    table(scores)
    if options.details:
        print()
        details(scores)
    report(manifest, scores, readings, messages, folder)
    if done.returncode != BAD_INPUT:
        print(f"exit status {done.returncode}, wanted {BAD_INPUT}")


def report(
    manifest: dict, scores: list[Score], readings: list[Reading], messages: list[str], folder: Path,
) -> None:
    """Totals, documents that nobody asked for, and what was said of the rest."""
    read = [score for score in scores if score.reading is not None]
    used = {id(score.reading) for score in read}
    surplus = [found for found in readings if id(found) not in used]
    found = {score.gold["file"] for score in read}
    faults, silent = diagnostics(manifest, messages, folder, found)
    foreign = [gold["file"] for gold in manifest["documents"] if gold["language"] != "en"]
    unwarned = [file for file in foreign if not any(file in line and re.search(FOREIGN, line) for line in messages)]
    count, others = len(scores), len(manifest["others"])
    print(f"\ndocuments read           {len(read)}/{count}")
    print(f"whole and clean          {sum(score.clean for score in scores)}/{count}")
    print(f"every paragraph in one   {sum(not score.broken for score in read)}/{count}")
    print(f"no sentence glued or cut {sum(not score.glued and not score.cut for score in read)}/{count}")
    print(f"metadata right           {sum(not score.wrong for score in read)}/{count}")
    print(f"documents of no gold     {len(surplus)}")
    print(f"other files told of      {others - len(faults)}/{others}")
    print(f"left out silently        {len(silent)}")
    for found_one in surplus:
        print(f"no gold: {found_one.source}: {clip(' '.join(found_one.text.split()), 90)}")
    for line in [*faults, *(f"{file}: no word on its language" for file in unwarned)]:
        print(f"diagnostics: {line}")
    for file in silent:
        print(f"silent: {file}")


if __name__ == "__main__":
    main()
