"""Word processing: by LibreOffice from flat OpenDocument, by python-docx with raw marks, by pandoc."""
import io
from datetime import datetime
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from gold import UNCHECKED, Newsroom
from programs import Office, run
from stories import Story

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "dc": "http://purl.org/dc/elements/1.1/",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "xlink": "http://www.w3.org/1999/xlink",
}
DELETED = "Gustav Hempel paid for the house"
INSERTED = "The file was closed on a Friday."
REMARK = "Ask legal whether Selma Roth may be named"
HIDDEN = "Source for this is Kuno Berg"
FOOTNOTE = "Letter of the ministry to Ludmila Sorin, page 3."
BOX = "Timeline: Armin Falk joined the firm in May."
RUNNING = "Draft for internal use only"


def make(room: Newsroom, office: Office) -> None:
    """Writes all files of these kinds."""
    for name, form in [
        ("report.odt", "writer8"), ("report-lo.docx", "MS Word 2007 XML"), ("report-lo.rtf", "Rich Text Format"),
        ("report-old.doc", "MS Word 97"),
    ]:
        libre(room, office, name, form)
    exported_page(room, office)
    word(room)
    pandoc(room)


def flat(story: Story, *, full: bool = True, width: str = "17cm", size: str = "11pt") -> str:
    """A letter in flat OpenDocument; `full` adds what an office document holds beside its text."""
    first, second, third, *rest = [escape(text) for text in story.paragraphs]
    last = rest[-1] if rest else third
    note = (
        '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f"<text:p>{FOOTNOTE}</text:p></text:note-body></text:note>")
    head, _, tail = first.partition(", ")
    first = f"{head}{note}, {tail}" if tail else f"{first}{note}"
    paragraphs = [first, second, third, *rest]
    changes = ""
    if full:
        half = second.index(" ", len(second) // 2)
        paragraphs[1] = (
            f'{second[:half]}<text:change text:change-id="c1"/><office:annotation office:name="a1"><dc:creator>Desk'
            f"</dc:creator><dc:date>2024-01-05T10:00:00</dc:date><text:p>{REMARK}</text:p></office:annotation>"
            f'<text:span text:style-name="Loud">{second[half:half + 4]}</text:span>{second[half + 4:]}')
        paragraphs[2] = (
            f'<text:change-start text:change-id="c2"/>{INSERTED} <text:change-end text:change-id="c2"/>{third}'
            f'<text:span text:style-name="Hidden"> {HIDDEN}</text:span>')
        paragraphs[-1] = last + (
            '<draw:frame draw:name="Box" text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm" svg:x="9cm" '
            f'svg:y="1cm"><draw:text-box><text:p>{BOX}</text:p></draw:text-box></draw:frame>')
        who = "<office:change-info><dc:creator>Desk</dc:creator><dc:date>2024-01-05T10:00:00</dc:date></office:change-info>"
        changes = (
            f'<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:deletion>{who}<text:p> {DELETED}'
            f'</text:p></text:deletion></text:changed-region><text:changed-region xml:id="c2" text:id="c2"><text:insertion>'
            f"{who}</text:insertion></text:changed-region></text:tracked-changes>")
    body = "".join(f'<text:p text:style-name="Body">{text}</text:p>' for text in paragraphs)
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:meta>'
        f"<dc:title>{escape(story.title)}</dc:title><meta:initial-creator>{story.author}</meta:initial-creator>"
        f"<dc:creator>Desk</dc:creator><meta:creation-date>{story.published}T10:00:00</meta:creation-date>"
        f"<dc:date>{story.published}T11:00:00</dc:date></office:meta><office:styles>"
        '<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" '
        'fo:hyphenation-ladder-count="no-limit" fo:margin-bottom="0.3cm"/><style:text-properties fo:font-family="'
        f"'Linux Libertine O'\" fo:font-size=\"{size}\" fo:language=\"en\" fo:country=\"GB\" fo:hyphenate=\"true\" "
        'fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>'
        '<style:style style:name="Loud" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '</office:styles><office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties '
        f'fo:page-width="{width}" fo:page-height="14cm" fo:margin="2cm"/><style:header-style/><style:footer-style/>'
        '</style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="pm"><style:header><text:p>{RUNNING}</text:p></style:header><style:footer><text:p>Page '
        "<text:page-number/> of <text:page-count/></text:p></style:footer></style:master-page></office:master-styles>"
        f'<office:body><office:text>{changes}<text:h text:outline-level="1">{escape(story.title)}</text:h>{body}'
        "</office:text></office:body></office:document>")


def libre(room: Newsroom, office: Office, name: str, form: str) -> None:
    """A report with everything, in the formats of LibreOffice."""
    story = room.story()
    stem, _, ending = name.partition(".")
    source = office.folder / f"{stem}.fodt"
    source.write_text(flat(story))
    room.write(name, office.convert(source, ending, form))
    text = list(story.paragraphs)
    text[2] = f"{INSERTED} {text[2]}"
    room.add(
        name, text, title=story.title, author=story.author, published=story.published,
        loose=[FOOTNOTE, BOX], optional=[story.title, "1", "1"], absent=[DELETED, REMARK, HIDDEN, RUNNING, "Page 1"])


def exported_page(room: Newsroom, office: Office) -> None:
    """A letter that LibreOffice saved as a page; without tracked changes, which it would write as text."""
    story = room.story()
    source = office.folder / "letter-page.fodt"
    source.write_text(flat(story, full=False))
    room.write("letter-page.html", office.convert(source, "html", "HTML (StarWriter)"))
    room.add(
        "letter-page.html", story.paragraphs, title=story.title, author=story.author, published=story.published,
        loose=[FOOTNOTE], optional=[story.title, "1", "1"], absent=[RUNNING, "Page 1"])


def raw(paragraph: Paragraph, inner: str) -> None:
    """Appends WordprocessingML to a paragraph."""
    wrapped = parse_xml(f'<w:p {nsdecls("w", "r")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
                        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
                        'xmlns:v="urn:schemas-microsoft-com:vml" '
                        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
                        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' + inner + "</w:p>")
    for child in list(wrapped):
        paragraph._p.append(child)


def plain_run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def split_runs(text: str, width: int = 7) -> str:
    """Runs that begin and end within words, with the marks between them that a spelling check leaves."""
    pieces = [text[start:start + width] for start in range(0, len(text), width)]
    mark = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="9" w:name="b"/><w:bookmarkEnd w:id="9"/>'
    return mark.join(plain_run(piece) for piece in pieces)


def field(instruction: str, result: str) -> str:
    """A field in its long form."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{plain_run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def box(text: str) -> str:
    """A text box as Word writes it: for new programs, and once more for old ones."""
    inner = f"<w:txbxContent><w:p>{plain_run(text)}</w:p></w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
        f"{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>")


def word(room: Newsroom) -> None:
    """Minutes as they come back from three colleagues and a lawyer."""
    story = room.story()
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = story.title, story.author, "Desk"
    properties.created = properties.modified = datetime(story.day.year, story.day.month, story.day.day, 9)
    document.sections[0].header.paragraphs[0].text = RUNNING
    document.add_heading(story.title, level=1)
    first, second, third, *rest = story.paragraphs
    raw(document.add_paragraph(), split_runs(first))
    change = 'w:id="5" w:author="Desk" w:date="2024-01-05T10:00:00Z"'
    paragraph = document.add_paragraph()
    half = second.index(" ", len(second) // 2)
    raw(paragraph, plain_run(second[:half]) + f"<w:del {change}><w:r><w:delText xml:space=\"preserve\"> {DELETED}"
        f"</w:delText></w:r></w:del><w:ins {change}>{plain_run(second[half:half + 9])}</w:ins>"
        + plain_run(second[half + 9:]))
    document.add_comment(paragraph.runs, text=REMARK, author="Desk", initials="D")
    paragraph = document.add_paragraph()
    raw(paragraph, split_runs(third, 19) + '<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> '
        f"{HIDDEN}</w:t></w:r>{box(BOX)}")
    paragraph = document.add_paragraph()
    raw(paragraph, plain_run("See ") + field('HYPERLINK "https://www.registry.example/deed"', "the deed")
        + plain_run(" of 7 May, signed by Jürgen") + "<w:r><w:noBreakHyphen/></w:r>"
        + plain_run("Paul Sattler in the off") + "<w:r><w:softHyphen/></w:r>" + plain_run("ice of the notary,")
        + "<w:r><w:tab/></w:r>" + plain_run("room 4.")
        + f"<w:moveFrom {change}>{plain_run(' Oskar Blei was there.')}</w:moveFrom>")
    content = f"<w:sdt><w:sdtContent>{plain_run('The board met on a Sunday.')}</w:sdtContent></w:sdt>"
    raw(document.add_paragraph(), content)
    for text in rest:
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=2)
    rows = [("Owner", "Share"), ("Anton Wiel", "40 %"), ("Elmar Stolz", "60 %")]
    for cells in rows:
        for cell, text in zip(table.add_row().cells, cells):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    room.write("minutes.docx", out.getvalue())
    room.add(
        "minutes.docx",
        [first, second, third, "See the deed of 7 May, signed by Jürgen-Paul Sattler in the office of the notary, room 4.",
         "The board met on a Sunday.", *rest, *(" ".join(cells) for cells in rows)],
        title=story.title, author=story.author, published=story.published, loose=[BOX], optional=[story.title],
        absent=[DELETED, REMARK, HIDDEN, RUNNING, "registry example", "Oskar Blei"])


def source_markdown(story: Story) -> str:
    """What pandoc makes DOCX, RTF and EPUB of."""
    first, *rest = story.paragraphs
    return "\n".join([
        "---", f"title: \"{story.title}\"", f"author: {story.author}", f"date: {story.published}", "---", "",
        f"{first}[^1]", "", *[f"{text}\n" for text in rest], "- One ton of *ice*", "- Two tons of fish", "",
        f"[^1]: {FOOTNOTE}", ""])


def pandoc(room: Newsroom) -> None:
    """A report in the formats of pandoc, an EPUB of two chapters."""
    for name in ["report-pandoc.docx", "report-pandoc.rtf", "report-pandoc.odt"]:
        story = room.story()
        target = room.path(name)
        run("pandoc", "--standalone", "-f", "markdown", "-o", target, stdin=source_markdown(story))
        stated = not name.endswith("rtf")
        room.add(
            name, [*story.paragraphs, "One ton of ice", "Two tons of fish"],
            title=story.title, author=story.author if stated else UNCHECKED, published=UNCHECKED, loose=[FOOTNOTE],
            optional=[story.title, story.author, story.published, "1"])
    first, second = room.story(), room.story()
    chapters = "\n\n".join(
        f"# {story.title}\n\n" + "\n\n".join(story.paragraphs) for story in [first, second])
    head = f"---\ntitle: The Ledger Reader\nauthor: {first.author}\ndate: {first.published}\n---\n\n"
    run("pandoc", "-f", "markdown", "--toc", "-o", room.path("reader.epub"), stdin=head + chapters)
    room.add(
        "reader.epub", [*first.paragraphs, second.title, *second.paragraphs], title="The Ledger Reader",
        author=first.author, published=first.published,
        optional=[first.title, "The Ledger Reader", first.author, first.published])
