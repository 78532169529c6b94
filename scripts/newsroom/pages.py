"""Web pages: HTML, XHTML, saved ones, MHTML, WARC, print."""
import gzip
import io
import json
import quopri
from email.header import Header
from pathlib import Path
from xml.sax.saxutils import escape

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from gold import Newsroom
from programs import printed
from stories import Story

CLUTTER = [
    "We use cookies to improve your experience", "Subscribe to our newsletter", "Most read today",
    "Pier collapses in a storm off Nordhaven", "All rights reserved", "Share this on Facebook",
    "Dieter Kalb bought the zoo", "Skip to content",
]
CAPTION = "The quay in winter. Photograph: Lotte Ahrens"


def make(room: Newsroom, folder: Path) -> None:
    """Writes all files of these kinds; `folder` is for what is in between."""
    html(room)
    old_pages(room)
    saved(room)
    mhtml(room)
    warc(room)
    print_out(room, folder)


def meta_tags(story: Story) -> str:
    """Open Graph, the article's properties and the canonical address."""
    return (
        f'<meta property="og:title" content="{escape(story.title)}"><meta property="og:site_name" content="The Ledger">'
        f'<meta name="author" content="{story.author}"><link rel="canonical" href="{story.url}">'
        f'<meta property="article:published_time" content="{story.published}T07:15:00+01:00">'
        '<meta property="article:modified_time" content="2024-04-04T07:15:00+01:00">')


def linked_data(story: Story) -> str:
    """The same as linked data."""
    data = {
        "@context": "https://schema.org", "@graph": [
            {"@type": "WebSite", "name": "The Ledger", "url": "https://www.ledger.example/"},
            {"@type": "NewsArticle", "headline": story.title, "datePublished": f"{story.published}T07:15:00+01:00",
             "dateModified": "2024-04-04", "author": [{"@type": "Person", "name": story.author}],
             "mainEntityOfPage": {"@id": story.url}}]}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def page(story: Story, head: str, charset: str = "utf-8") -> str:
    """A page of an outlet, with the things around an article that such pages have."""
    paragraphs = [f"<p>{escape(text)}</p>" for text in story.paragraphs]
    paragraphs.insert(2, '<aside class="newsletter"><p>Subscribe to our newsletter</p></aside>')
    figure = f'<figure><img src="quay.jpg" alt=""><figcaption>{CAPTION}</figcaption></figure>'
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="{charset}"><title>{escape(story.title)} | The Ledger'
        f"</title>{head}<style>.x{{color:red}}</style><script>var tracker = 'pixel beacon';</script></head><body>"
        '<a href="#main">Skip to content</a><div id="cookie-banner"><p>We use cookies to improve your experience</p>'
        "</div><header><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/world\">World</a></li></ul></nav></header>"
        f"<main id=\"main\"><article><h1>{escape(story.title)}</h1><p class=\"byline\">By <a href=\"/x\">{story.author}"
        f'</a></p><time datetime="{story.published}T07:15">{story.day:%d %B %Y}</time>'
        '<div class="share"><a href="#">Share this on Facebook</a></div>'
        f"{figure}{''.join(paragraphs)}</article>"
        "<section class=\"related\"><h2>Most read today</h2><ul><li><a href=\"/1\">Pier collapses in a storm off "
        "Nordhaven</a></li></ul></section><section id=\"comments\"><h2>Comments</h2><p>Dieter Kalb bought the zoo, I "
        "heard.</p></section></main><footer><p>© 2024 The Ledger. All rights reserved</p></footer>"
        '<div style="display:none"><p>Paywall text for robots</p></div></body></html>\n')


def note(room: Newsroom, file: str, story: Story, member: str | None = None) -> None:
    """Notes a page of the outlet."""
    room.add(
        file, story.paragraphs, member=member, title=story.title, author=story.author, published=story.published,
        url=story.url, optional=[story.title, CAPTION, f"By {story.author}", f"{story.day:%d %B %Y}"],
        absent=[*CLUTTER, "pixel beacon", "Paywall text"])


def html(room: Newsroom) -> None:
    """Pages with metadata of several kinds."""
    story = room.story()
    room.write("page-meta.html", page(story, meta_tags(story)))
    note(room, "page-meta.html", story)
    story = room.story()
    room.write("page-linked-data.htm", page(story, linked_data(story)))
    note(room, "page-linked-data.htm", story)
    story = room.story()
    room.write("page-1252.html", page(story, meta_tags(story), "windows-1252").encode("cp1252"))
    note(room, "page-1252.html", story)
    story = room.story()
    cut = [text.replace("tion", "\u00adtion").replace(" the ", "\u00a0the ") for text in story.paragraphs]
    room.write("page.xhtml", (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">'
        f"<head><title>{escape(story.title)}</title><meta name=\"DC.creator\" content=\"{story.author}\"/>"
        f'<meta name="DC.date" content="{story.published}"/><link rel="canonical" href="{story.url}"/></head><body>'
        f"<h1>{escape(story.title)}</h1>{''.join(f'<p>{escape(text)}<br/></p>' for text in cut)}</body></html>\n"))
    room.add(
        "page.xhtml", story.paragraphs, title=story.title, author=story.author, published=story.published, url=story.url,
        optional=[story.title])


def old_pages(room: Newsroom) -> None:
    """A page of 1999, one without an article element, one with lists, a table and a quotation."""
    story = room.story()
    lines = "<BR><BR>\n".join(escape(text) for text in story.paragraphs)
    lines = lines.replace("“", "&#147;").replace("”", "&#148;").replace("’", "&#146;")
    room.write("page-1999.htm", (
        '<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">'
        f"<TITLE>{escape(story.title)}</TITLE></HEAD><BODY BGCOLOR=white><CENTER><FONT SIZE=5><B>{escape(story.title)}"
        f"</B></FONT></CENTER><P><FONT FACE=Times>{lines} Chez Zo\xeb, 14 \x80.</FONT></BODY></HTML>").encode("latin-1"))
    room.add(
        "page-1999.htm", [*story.paragraphs, "Chez Zoë, 14 €."], title=story.title, optional=[story.title])
    story = room.story()
    links = "".join(f'<div class="teaser"><a href="/{n}">Dieter Kalb bought the zoo number {n}</a></div>' for n in range(6))
    blocks = "".join(f'<div class="paragraph">{escape(text)}</div>' for text in story.paragraphs)
    room.write("page-blocks.html", (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(story.title)}</title></head><body>'
        f'<div id="top-menu"><a href="/">Home</a> <a href="/w">World</a></div><div id="story"><h1>{escape(story.title)}</h1>'
        f'{blocks}</div><div id="sidebar">{links}</div></body></html>'))
    room.add("page-blocks.html", story.paragraphs, title=story.title, optional=[story.title], absent=["Dieter Kalb"])
    story = room.story()
    first, second, third, *rest = [f"<p>{escape(text)}</p>" for text in story.paragraphs]
    room.write("page-parts.html", (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(story.title)}</title></head><body>'
        f"<article><h1>{escape(story.title)}</h1>{first}<ul><li>Anton Wiel owns the yard.</li><li>Elmar Stolz runs it.</li>"
        f"</ul>{second}<blockquote>{third}</blockquote><h2>The owners</h2><table><thead><tr><th>Owner</th><th>Share</th>"
        "</tr></thead><tbody><tr><td>Anton Wiel</td><td>40&nbsp;%</td></tr><tr><td>Elmar Stolz</td><td>60&nbsp;%</td></tr>"
        f"</tbody></table>{''.join(rest)}<details><summary>Method</summary><p>We read 400 deeds.</p></details></article>"
        "</body></html>"))
    paragraphs = story.paragraphs
    room.add(
        "page-parts.html",
        [paragraphs[0], "Anton Wiel owns the yard.", "Elmar Stolz runs it.", *paragraphs[1:3], "The owners", "Owner Share",
         "Anton Wiel 40 %", "Elmar Stolz 60 %", *paragraphs[3:], "Method", "We read 400 deeds."],
        title=story.title, optional=[story.title])


def saved(room: Newsroom) -> None:
    """What "Save page as, complete" leaves: a page, and a folder with a framed advertisement and pictures."""
    story = room.story()
    text = page(story, meta_tags(story)).replace(
        "<html", f"<!-- saved from url=({len(story.url):04d}){story.url} -->\n<html", 1)
    room.write("Saved page.html", text.replace("quay.jpg", "Saved%20page_files/pier.jpg"))
    room.write("Saved page_files/saved_resource.html", "<html><body><p>Buy the mower of Hugo Zapf today.</p></body></html>")
    room.write("Saved page_files/pier.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(64))
    room.write("Saved page_files/app.js", "var a = 1;\n")
    for name in ["saved_resource.html", "pier.jpg", "app.js"]:
        room.expect(f"Saved page_files/{name}", "hidden")
    note(room, "Saved page.html", story)


def mhtml(room: Newsroom) -> None:
    """A page as Chromium saves it in one file."""
    story = room.story()
    edge = "----MultipartBoundary--q7Yd3----"
    body = quopri.encodestring(page(story, meta_tags(story)).encode()).decode().replace("\n", "\r\n")
    subject = Header(f"{story.title} | The Ledger", "utf-8").encode()
    picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    room.write("page.mhtml", (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {story.url}\r\nSubject: {subject}\r\n"
        f"Date: Thu, 4 Apr 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        f'\ttype="text/html";\r\n\tboundary="{edge}"\r\n\r\n\r\n--{edge}\r\nContent-Type: text/html\r\n'
        f"Content-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: "
        f"{story.url}\r\n\r\n{body}\r\n--{edge}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://www.ledger.example/quay.jpg\r\n\r\n{picture}\r\n--{edge}\r\nContent-Type: text/css\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: cid:css-1@mhtml.blink\r\n\r\n"
        f"@charset \"utf-8\";\r\n.x {{ color: red; }}\r\n--{edge}--\r\n"))
    note(room, "page.mhtml", story)


def warc(room: Newsroom) -> None:
    """Crawls: with a request, a picture, a redirect and an error page beside the pages."""
    story = room.story()
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    record(writer, "https://www.ledger.example/old", b"", "text/html", "301 Moved Permanently")
    record(writer, story.url, page(story, linked_data(story)).encode(), "text/html; charset=utf-8")
    record(writer, "https://www.ledger.example/quay.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(64), "image/jpeg")
    lost = b"<html><body><h1>Not found</h1><p>The page of Rudolf Enz is not here any more.</p></body></html>"
    record(writer, "https://www.ledger.example/lost", lost, "text/html", "404 Not Found")
    room.write("crawl.warc", out.getvalue())
    note(room, "crawl.warc", story, story.url)
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for packed in [True, False]:
        story = room.story()
        content = page(story, "").encode()
        record(writer, story.url, gzip.compress(content, mtime=0) if packed else content, "text/html", packed=packed)
        room.add(
            "crawl-two.warc.gz", story.paragraphs, member=story.url, title=story.title, author=story.author,
            published=story.published, url=story.url,
            optional=[story.title, CAPTION, f"By {story.author}", f"{story.day:%d %B %Y}"], absent=CLUTTER)
    room.write("crawl-two.warc.gz", out.getvalue())


def record(
    writer: WARCWriter, url: str, content: bytes, kind: str, status: str = "200 OK", packed: bool = False,
) -> None:
    """Writes a response with fixed ids and dates."""
    heads = [("Content-Type", kind), ("Content-Length", str(len(content)))]
    if packed:
        heads.append(("Content-Encoding", "gzip"))
    number = len(url) * 1000 + len(content)
    made = writer.create_warc_record(
        url, "response", payload=io.BytesIO(content), http_headers=StatusAndHeaders(status, heads, protocol="HTTP/1.1"),
        warc_headers_dict={
            "WARC-Date": "2024-04-04T10:00:00Z", "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>"})
    writer.write_record(made)


def print_out(room: Newsroom, folder: Path) -> None:
    """A page printed from the browser: heads and feet with the day of printing, title and address."""
    first, second = room.story(), room.story()
    both = Story(first.title, first.author, first.day, [*first.paragraphs, *second.paragraphs])
    look = "<style>@page{size:A5} body{font:15px/1.6 'DejaVu Serif'} p{text-align:justify}</style>"
    text = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(both.title)}</title>{look}</head>'
        f"<body><h1>{escape(both.title)}</h1>{''.join(f'<p>{escape(text)}</p>' for text in both.paragraphs)}</body></html>")
    room.write("printed-page.pdf", printed(text, f"{both.slug}.html", folder))
    room.add(
        "printed-page.pdf", both.paragraphs, title=both.title, optional=[both.title],
        absent=["ledger example", "1 2", "1 3", "2 3"])
