"""What lies in a folder and is no document, or is one that cannot be read."""
import io
import random
import sqlite3
import zipfile

from msoffcrypto.format.ooxml import OOXMLFile as OfficeFile
from PIL import Image

from gold import Newsroom
from programs import Office, run
from packed import put
from plain import body


def make(room: Newsroom, office: Office) -> None:
    """Writes all files of these kinds."""
    pictures(room)
    locked(room)
    database(room, office)
    broken(room)
    misnamed(room)


def pictures(room: Newsroom) -> None:
    """A photograph, a screenshot, and a photograph with a name that says text."""
    for name, form in [("quay.jpg", "JPEG"), ("screenshot.PNG", "PNG"), ("photo.txt", "JPEG")]:
        out = io.BytesIO()
        Image.linear_gradient("L").save(out, form)
        room.write(name, out.getvalue())
        room.expect(name, "media" if name != "photo.txt" else "unreadable")


def locked(room: Newsroom) -> None:
    """A Word document, an archive and a message that need a password or a key."""
    document = OfficeFile(io.BytesIO((room.files / "minutes.docx").read_bytes()))
    out = io.BytesIO()
    document.encrypt("quay", out)
    room.write("locked.docx", out.getvalue())
    room.expect("locked.docx", "encrypted")
    run("zip", "-q", "-X", "-j", "-P", "quay", room.path("locked.zip"), room.files / "harbour-note.txt")
    room.expect("locked.zip", "encrypted")
    room.write("locked.eml", (
        "From: Ines Okafor <ines@ledger.example>\nSubject: Secret\nDate: Fri, 5 Jan 2024 10:00:00 +0000\n"
        "MIME-Version: 1.0\nContent-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=\"x\"\n\n"
        "--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--x\nContent-Type: application/octet-stream\n\n"
        "-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n-----END PGP MESSAGE-----\n--x--\n"))
    room.expect("locked.eml", "encrypted")


def database(room: Newsroom, office: Office) -> None:
    """An SQLite database that calls itself a text."""
    path = office.folder / "contacts.db"
    connection = sqlite3.connect(path)
    connection.execute("create table contacts (name text)")
    connection.execute("insert into contacts values ('Egon Tharau')")
    connection.commit()
    connection.close()
    room.write("contacts.txt", path.read_bytes())
    room.expect("contacts.txt", "unreadable")


def broken(room: Newsroom) -> None:
    """Empty, cut off, unknown, and what office programs leave beside an open file."""
    noise = random.Random(7).randbytes(4000)
    for name, content, what in [
        ("empty.txt", b"", "empty"), ("blank.docx", b"", "empty"),
        ("truncated.docx", (room.files / "minutes.docx").read_bytes()[:-9000], "unreadable"),
        ("truncated.pdf", (room.files / "letter.pdf").read_bytes()[:1500], "unreadable"),
        ("recording.q7z", noise, "unreadable"), ("DUMP", noise, "unreadable"),
        ("~$minutes.docx", b"\x04Desk" + bytes(157), "skipped"),
        (".~lock.report.odt#", b",desk,host,05.01.2024 10:00,file:///x;", "hidden"),
    ]:
        room.write(name, content)
        room.expect(name, what)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        put(archive, "a.jpg", b"\xff\xd8\xff\xe0" + bytes(60))
    room.write("pictures.zip", out.getvalue())
    room.expect("pictures.zip", "media")


def misnamed(room: Newsroom) -> None:
    """Documents whose names say something else."""
    story = room.story()
    page = f"<html><head><title>{story.title}</title></head><body><h1>{story.title}</h1>"
    page += "".join(f"<p>{text.replace('&', '&amp;')}</p>" for text in story.paragraphs) + "</body></html>"
    room.write("really-html.txt", page.replace("&amp;amp;", "&amp;"))
    room.add("really-html.txt", story.paragraphs, title=story.title, optional=[story.title])
    for source, name in [("report-pandoc.docx", "really-docx.doc"), ("letter.pdf", "really-pdf")]:
        original = next(gold for gold in room.documents if gold.file == source)
        room.write(name, (room.files / source).read_bytes())
        room.add(
            name, original.text, title=original.title, author=original.author, published=original.published,
            loose=original.loose, optional=original.optional, absent=original.absent)
    story = room.story()
    room.write("story.log.txt", body(story).replace("\n", "\r"))
    room.add("story.log.txt", story.paragraphs, title=story.title, optional=[story.title])
