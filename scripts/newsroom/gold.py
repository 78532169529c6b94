"""What a newsroom folder holds, and what a reader must find in it."""
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from stories import Story, story

UNCHECKED = "unchecked"


@dataclass
class Gold:
    """One document of a file. A field of metadata is text, None (the file states none) or unchecked.

    `text` must be read, in this order; `loose` must be read, anywhere; `optional` may be; `absent` must not.
    """

    file: str
    text: list[str]
    member: str | None = None
    title: str | None = UNCHECKED
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    loose: list[str] = field(default_factory=list)
    optional: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)

    def record(self) -> dict[str, object]:
        """The entry of the manifest, without the metadata that are not checked."""
        return {key: value for key, value in asdict(self).items() if value != UNCHECKED}


class Newsroom:
    """Collects files, the documents in them, and what is no document; hands out stories, none of them twice."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.files = out / "files"
        self.files.mkdir(parents=True)
        self.documents: list[Gold] = []
        self.others: list[dict[str, str]] = []
        self._next = 0

    def story(self) -> Story:
        """The next story."""
        self._next += 1
        return story(self._next - 1)

    def path(self, name: str) -> Path:
        """Where a file of this name goes; the folder is made."""
        path = self.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def write(self, name: str, content: bytes | str) -> None:
        """Writes a file; text as UTF-8, lines as they are."""
        self.path(name).write_bytes(content.encode() if isinstance(content, str) else content)

    def add(self, file: str, text: list[str], **rest: object) -> None:
        """Notes a document."""
        self.documents.append(Gold(file, text, **rest))

    def expect(self, file: str, what: str) -> None:
        """Notes a file that is no document, and how it must be told of."""
        self.others.append({"file": file, "expect": what})

    def save(self) -> None:
        """Writes the manifest."""
        manifest = {"documents": [gold.record() for gold in self.documents], "others": self.others}
        (self.out / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
