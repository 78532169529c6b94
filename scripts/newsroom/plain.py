"""Text, Markdown, JSON Lines and feeds."""
import json
import textwrap
from email.utils import format_datetime
from datetime import datetime, timezone
from xml.sax.saxutils import escape

from gold import Newsroom
from stories import GERMAN, RUSSIAN, Story


def make(room: Newsroom) -> None:
    """Writes all files of these kinds."""
    texts(room)
    wrapped(room)
    foreign(room)
    layout(room)
    markdown(room)
    json_lines(room)
    rss(room)
    for name in ["ledger.atom", "ledger-feed.xml"]:
        atom(room, name)


def body(story: Story) -> str:
    """Title and paragraphs with blank lines between."""
    return "\n\n".join([story.title, *story.paragraphs]) + "\n"


def texts(room: Newsroom) -> None:
    """Plain text in the encodings that are about."""
    story = room.story()
    room.write("harbour-note.txt", body(story))
    room.add("harbour-note.txt", story.paragraphs, title=story.title, optional=[story.title])
    for name, encoding, mark in [
        ("ledger-utf16le.txt", "utf-16-le", b"\xff\xfe"), ("ledger-utf16be.txt", "utf-16-be", b"\xfe\xff"),
    ]:
        story = room.story()
        room.write(name, mark + body(story).replace("\n", "\r\n").encode(encoding))
        room.add(name, story.paragraphs, title=story.title, optional=[story.title])
    story = room.story()
    extra = "The café in Orléans where they met – Chez Zoë – was closed; the bill of 14 € was paid by Lukasz’ brother."
    room.write("minister-1252.txt", body(story).encode("cp1252") + b"\r\n" + extra.encode("cp1252") + b"\r\n")
    room.add("minister-1252.txt", [*story.paragraphs, extra], title=story.title, optional=[story.title])
    story = room.story()
    lines = [story.title.upper(), f"By {story.author}", f"{story.day:%d %B %Y}", "", *story.paragraphs]
    room.write("2022-agency copy.TXT", "\ufeff" + "\n".join(lines) + "\n")
    room.add(
        "2022-agency copy.TXT", story.paragraphs, title=story.title.upper(), author=story.author,
        published=story.published, optional=lines[:3])
    story = room.story()
    room.write("NOTES", body(story))
    room.add("NOTES", story.paragraphs, title=story.title, optional=[story.title])


def wrapped(room: Newsroom) -> None:
    """Lines broken at a width: at hyphens too, with paragraphs set apart by blank lines or by indents."""
    story = room.story()
    blocks = [textwrap.fill(text, 58) for text in [story.title, *story.paragraphs]]
    room.write("wire-wrapped.txt", "\n\n".join(blocks) + "\n")
    room.add("wire-wrapped.txt", story.paragraphs, title=story.title, optional=[story.title])
    story = room.story()
    blocks = [textwrap.fill(text, 66, initial_indent="    ") for text in story.paragraphs]
    room.write("typescript.txt", story.title + "\n\n" + "\n".join(blocks) + "\n")
    room.add("typescript.txt", story.paragraphs, title=story.title, optional=[story.title])


def layout(room: Newsroom) -> None:
    """UTF-16 that does not say so; and what programs make of printed pages: form feeds, heads, numbers of pages."""
    story = room.story()
    room.write("no-mark-utf16.txt", body(story).encode("utf-16-le"))
    room.add("no-mark-utf16.txt", story.paragraphs, title=story.title, optional=[story.title])
    stories = [room.story() for _ in range(3)]
    pages = [
        f"THE LEDGER{'Archive copy':>60}\n\n" + "\n\n".join(
            textwrap.fill(text, 66, initial_indent="  ", subsequent_indent="  ")
            for text in [story.title, *story.paragraphs])
        + f"\n\n{number:>36}\n" for number, story in enumerate(stories, 1)]
    room.write("print-to-text.txt", "\f".join(pages))
    text = [line for story in stories for line in [story.title, *story.paragraphs]]
    room.add("print-to-text.txt", text[1:], optional=text[:1], absent=["Archive copy"])


def foreign(room: Newsroom) -> None:
    """Two texts that are not in English: kept, and told of."""
    for name, paragraphs, language in [("hafen.txt", GERMAN, "de"), ("port.txt", RUSSIAN, "ru")]:
        room.write(name, "\n\n".join(paragraphs) + "\n")
        room.add(name, paragraphs, language=language)


def markdown(room: Newsroom) -> None:
    """One with all that Markdown has, one as a reporter types it."""
    story = room.story()
    first, second, *rest = story.paragraphs
    linked = second.replace(" ", " [", 1).replace(".", "](https://www.ledger.example/a_b?c=1).", 1)
    room.write("quarry.md", "\n".join([
        "---", f"title: \"{story.title}\"", f"author: {story.author}", f"date: {story.published}", f"url: {story.url}",
        "tags: [dust, quarry]", "---", "", f"# {story.title}", "", first.replace(" the ", " **the** ", 1), "",
        "<!-- check with the lawyer before this goes out -->", "", linked, "",
        "The deal was ~~stopped by Bernard Ruck~~ approved in May.[^1]", "",
        *[f"> {text}\n" for text in rest[:1]], *[f"{text}\n" for text in rest[1:]],
        "| Owner | Share |", "|:------|------:|", "| Anton Wiel | 40 % |", "| Elmar Stolz | 60 % |", "",
        "[^1]: Minutes of the board, page 7.", "", "![A chart](chart.png)", ""]))
    room.add(
        "quarry.md",
        [first, second, "The deal was approved in May.", *rest, "Owner Share", "Anton Wiel 40 %", "Elmar Stolz 60 %"],
        title=story.title, author=story.author, published=story.published, url=story.url,
        loose=["Minutes of the board, page 7."], optional=[story.title, "A chart", "1", "1"],
        absent=["Bernard Ruck", "check with the lawyer", "ledger.example", "chart.png", "tags", "quarry dust quarry"])
    story = room.story()
    points = ["Ask Cornelia Vogt about the flat.", "Get the deed from the land office."]
    room.write("notebook.markdown", "\n".join([
        story.title, "=" * len(story.title), "", *[textwrap.fill(text, 70) + "\n" for text in story.paragraphs],
        "## To do", "", *[f"- [ ] {point}" for point in points], "",
        "```", "select name from payments", "```", ""]))
    room.add(
        "notebook.markdown", [*story.paragraphs, "To do", *points], title=story.title,
        optional=[story.title, "select name from payments"])


def json_lines(room: Newsroom) -> None:
    """Articles as a scraper or an archive keeps them."""
    lines: list[str] = []
    for number in range(3):
        story = room.story()
        record = {
            "id": f"ledger-{number}", "url": story.url, "title": story.title, "author": story.author, "language": "en",
            "source": "The Ledger", "published": f"{story.published}T09:30:00Z", "text": "\n\n".join(story.paragraphs)}
        lines.append(json.dumps(record, ensure_ascii=number == 1))
        room.add(
            "archive.jsonl", story.paragraphs, member=f"ledger-{number}", title=story.title, author=story.author,
            published=story.published, url=story.url)
    german = {"id": "ledger-de", "language": "de", "title": "Der Hafen", "text": "\n\n".join(GERMAN[:2])}
    lines.append(json.dumps(german))
    room.add("archive.jsonl", GERMAN[:2], member="ledger-de", title="Der Hafen", language="de")
    room.write("archive.jsonl", "\n".join(lines) + "\n")


def markup(story: Story) -> str:
    """The paragraphs as HTML."""
    return "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)


def rss(room: Newsroom) -> None:
    """RSS with whole texts."""
    items: list[str] = []
    for number in range(2):
        story = room.story()
        moment = format_datetime(datetime(story.day.year, story.day.month, story.day.day, 11, tzinfo=timezone.utc))
        items.append(
            f"<item><title>{escape(story.title)}</title><link>{story.url}</link><dc:creator>{story.author}</dc:creator>"
            f"<pubDate>{moment}</pubDate><guid isPermaLink=\"false\">{number}</guid>"
            f"<description>{escape(story.paragraphs[0])}</description>"
            f"<content:encoded><![CDATA[{markup(story)}<p><img src=\"x.jpg\" alt=\"The quay\"/></p>]]></content:encoded>"
            "</item>")
        room.add(
            "ledger.rss", story.paragraphs, member=story.title, title=story.title, author=story.author,
            published=story.published, url=story.url, optional=[story.title], absent=["Latest from The Ledger"])
    room.write("ledger.rss", (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Ledger</title>'
        "<link>https://www.ledger.example/</link><description>Latest from The Ledger</description>"
        f"{''.join(items)}</channel></rss>\n"))


def atom(room: Newsroom, name: str) -> None:
    """Atom with HTML and XHTML."""
    entries: list[str] = []
    for kind in ["html", "xhtml"]:
        story = room.story()
        content = escape(markup(story))
        if kind == "xhtml":
            content = f'<div xmlns="http://www.w3.org/1999/xhtml">{markup(story)}</div>'
        entries.append(
            f"<entry><title>{escape(story.title)}</title><id>urn:x:{kind}</id><author><name>{story.author}</name></author>"
            f"<published>{story.published}T08:00:00Z</published><updated>2024-02-01T08:00:00Z</updated>"
            f'<link rel="self" href="https://api.ledger.example/{kind}"/><link rel="alternate" href="{story.url}"/>'
            f'<summary>{escape(story.paragraphs[0])}</summary><content type="{kind}">{content}</content></entry>')
        room.add(
            name, story.paragraphs, member=story.title, title=story.title, author=story.author,
            published=story.published, url=story.url, optional=[story.title])
    room.write(name, (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ledger</title>'
        f"<id>urn:x</id><updated>2024-02-01T08:00:00Z</updated>{''.join(entries)}</feed>\n"))
