"""Archives of documents."""
import gzip
import io
import tarfile
import zipfile

from gold import Newsroom
from plain import body

MOMENT = (2024, 1, 5, 10, 0, 0)


def make(room: Newsroom) -> None:
    """Writes all files of these kinds."""
    zipped(room, "transfer.zip", "Übergabe", ["minutes.docx", "page-meta.html"])
    zipped(room, "plain-transfer.zip", "handover", ["minutes.docx", "page-meta.html"])
    old_names(room)
    tarred(room)


def take(room: Newsroom, archive: str, member: str, source: str) -> bytes:
    """The bytes of a file made before, which becomes a document of the archive as well."""
    original = next(gold for gold in room.documents if gold.file == source)
    room.add(
        archive, original.text, member=member, title=original.title, author=original.author,
        published=original.published, url=original.url, loose=original.loose, optional=original.optional,
        absent=original.absent)
    return (room.files / source).read_bytes()


def zipped(room: Newsroom, name: str, folder: str, sources: list[str]) -> None:
    """A transfer from a colleague's Macintosh: folders, an archive within, and what that system adds."""
    first, second = room.story(), room.story()
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        put(archive, "inner note.txt", body(second).encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        put(archive, f"{folder}/note.txt", body(first).encode())
        for source in sources:
            put(archive, f"{folder}/{source}", take(room, name, source, source))
        put(archive, f"{folder}/more.zip", inner.getvalue())
        put(archive, f"{folder}/IMG_0001.jpg", b"\xff\xd8\xff\xe0" + bytes(60))
        put(archive, f"__MACOSX/{folder}/._note.txt", b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        ")
        put(archive, f"{folder}/.DS_Store", b"\x00\x00\x00\x01Bud1" + bytes(60))
    room.write(name, out.getvalue())
    for story, member in [(first, "note.txt"), (second, "inner note.txt")]:
        room.add(name, story.paragraphs, member=member, title=story.title, optional=[story.title])


def old_names(room: Newsroom) -> None:
    """An archive of Windows: names in the letters of its console, not marked as such."""
    story = room.story()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        put(archive, "?bergabe.txt", body(story).encode())
    room.write("windows.zip", out.getvalue().replace(b"?bergabe.txt", b"\x9abergabe.txt"))
    room.add("windows.zip", story.paragraphs, member="bergabe.txt", title=story.title, optional=[story.title])


def put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Adds a file with a fixed date."""
    info = zipfile.ZipInfo(name, MOMENT)
    info.compress_type = archive.compression
    archive.writestr(info, content)


def tarred(room: Newsroom) -> None:
    """A tar.gz with a text, a message and a PDF; and a single text under gzip."""
    name = "leak.tar.gz"
    story = room.story()
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for member, content in [
            ("leak/text.txt", body(story).encode()), ("leak/plain.eml", take(room, name, "plain.eml", "plain.eml")),
            ("leak/no-printing.pdf", take(room, name, "no-printing.pdf", "no-printing.pdf")),
        ]:
            info = tarfile.TarInfo(member)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    room.write(name, gzip.compress(out.getvalue(), mtime=0))
    room.add(name, story.paragraphs, member="text.txt", title=story.title, optional=[story.title])
    story = room.story()
    room.write("single.txt.gz", gzip.compress(body(story).encode(), mtime=0))
    room.add("single.txt.gz", story.paragraphs, title=story.title, optional=[story.title])
