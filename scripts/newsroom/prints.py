"""PDF: by groff, by LibreOffice, locked, scanned."""
import io

from PIL import Image, ImageDraw, ImageFont

from gold import UNCHECKED, Newsroom
from office import FOOTNOTE, RUNNING, flat
from programs import Office, run
from stories import Story


def make(room: Newsroom, office: Office) -> None:
    """Writes all files of this kind."""
    columns(room)
    notes(room)
    letter(room, office)
    locked(room, office)
    scanned(room)


def roff(text: str) -> str:
    """Text as groff takes it."""
    text = text.replace("\\", "\\e").replace("“", "\\[lq]").replace("”", "\\[rq]").replace("’", "\\[cq]")
    text = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in text)
    return f"\\&{text}"


def columns(room: Newsroom) -> None:
    """A newsletter of five items in two columns, with running heads, feet and numbers of pages."""
    stories = [room.story() for _ in range(5)]
    lines = [".nr HM 1.2i", ".nr FM 1i", ".nr PS 11", ".nr VS 13", ".ds LH THE LEDGER", ".ds CH", ".ds RH Weekly review",
             ".ds LF Not for resale", ".ds CF", ".ds RF Page %", ".P1", ".TL", "The Weekly Review", ".2C"]
    for story in stories:
        lines += [".SH", roff(story.title)]
        for text in story.paragraphs:
            lines += [".PP", roff(text)]
    room.write("two-columns.pdf", run("groff", "-Tpdf", "-ms", "-P-pa5", "-dpaper=a5", stdin="\n".join(lines) + "\n"))
    text = [line for story in stories for line in [story.title, *story.paragraphs]]
    room.add(
        "two-columns.pdf", text, title="The Weekly Review", published=UNCHECKED, optional=["The Weekly Review"],
        absent=["THE LEDGER", "Not for resale", "Page 1", "Page 2"])


def notes(room: Newsroom) -> None:
    """A report in one column with footnotes and a table."""
    story = room.story()
    first, *rest = story.paragraphs
    lines = [".nr PS 12", ".nr VS 15", ".TL", roff(story.title), ".AU", story.author, ".LP", roff(first) + "\\**", ".FS",
             FOOTNOTE, ".FE"]
    for text in rest:
        lines += [".PP", roff(text)]
    lines += [".TS", "center box tab(@);", "l l.", "Shareholder@Share", "Anton Wiel@40 percent", "Elmar Stolz@60 percent",
              ".TE"]
    room.write("report-notes.PDF", run("groff", "-Tpdf", "-ms", "-t", "-P-pa4", stdin="\n".join(lines) + "\n"))
    room.add(
        "report-notes.PDF",
        [*story.paragraphs, "Shareholder Share", "Anton Wiel 40 percent", "Elmar Stolz 60 percent"], title=story.title,
        author=UNCHECKED, published=UNCHECKED, loose=[FOOTNOTE], optional=[story.title, story.author, "1", "1"])


def letter(room: Newsroom, office: Office) -> None:
    """A letter on narrow pages: words cut at line ends, ligatures, footnote, head and foot."""
    first, second = room.story(), room.story()
    story = Story(first.title, first.author, first.day, [*first.paragraphs, *second.paragraphs])
    source = office.folder / "letter.fodt"
    source.write_text(flat(story, full=False, width="11cm"))
    room.write("letter.pdf", office.convert(source, "pdf", "writer_pdf_Export"))
    room.add(
        "letter.pdf", story.paragraphs, title=story.title, author=story.author, published=UNCHECKED, loose=[FOOTNOTE],
        optional=[story.title, "1", "1"], absent=[RUNNING, "Page 1", "of 3"])


def locked(room: Newsroom, office: Office) -> None:
    """One that needs a password, one that only forbids printing."""
    story = room.story()
    source = office.folder / "locked.fodt"
    source.write_text(flat(story, full=False, width="11cm"))
    plain = office.folder / "locked.pdf"
    plain.write_bytes(office.convert(source, "pdf", "writer_pdf_Export"))
    for name, password in [("locked.pdf", "quay"), ("no-printing.pdf", "")]:
        run("qpdf", "--static-id", "--static-aes-iv", "--encrypt", password, "owner", "256", "--print=none", "--", plain,
            room.path(name))
    room.expect("locked.pdf", "encrypted")
    room.add(
        "no-printing.pdf", story.paragraphs, title=story.title, author=story.author, published=UNCHECKED,
        loose=[FOOTNOTE], optional=[story.title, "1", "1"], absent=[RUNNING, "Page 1"])


def picture(story: Story) -> Image.Image:
    """A page as a scanner sees it."""
    page = Image.new("L", (1240, 1754), 250)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(font_file(), 26)
    for number, text in enumerate([story.title, *story.paragraphs]):
        pen.multiline_text((120, 120 + number * 160), text[:60] + "\n" + text[60:120], font=font, fill=20)
    return page


def font_file() -> str:
    """A font that fontconfig knows."""
    return run("fc-match", "--format=%{file}", "DejaVu Serif").decode()


def scanned(room: Newsroom) -> None:
    """Two pages that are pictures only."""
    pages = [picture(room.story()) for _ in range(2)]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    room.write("scan.pdf", out.getvalue())
    room.expect("scan.pdf", "scanned")
