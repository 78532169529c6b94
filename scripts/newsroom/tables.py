"""Spreadsheets and slides."""
import csv
import io
from datetime import date, datetime

from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Inches

from gold import UNCHECKED, Newsroom
from programs import Office
from stories import FIRMS, PEOPLE, Story

HEAD = ["Shareholder", "Company", "Share in %", "Since"]
SECRET = "Konrad Silber gets the rest"


def make(room: Newsroom, office: Office) -> None:
    """Writes all files of these kinds."""
    workbooks(room, office)
    percentages(room, office)
    delimited(room)
    slides(room, office)


def holdings(number: int, rows: int) -> list[list[str | int | date]]:
    """Rows of a register of shareholders."""
    return [
        [PEOPLE[(number + row * 3) % len(PEOPLE)], FIRMS[(number * 2 + row) % len(FIRMS)], 5 + (number * 7 + row * 11) % 60,
         date(2015 + row, 1 + number % 12, 3 + row)] for row in range(rows)]


def spoken(row: list[str | int | date]) -> str:
    """A row as it must be read; days as ISO 8601."""
    return " ".join(cell.isoformat() if isinstance(cell, date) else str(cell) for cell in row)


def workbook(number: int) -> tuple[bytes, list[str], list[str]]:
    """A workbook, its rows in order, the names of its sheets; with a hidden sheet, a sum and a comment."""
    book = Workbook()
    book.properties.title, book.properties.creator = f"Register of shareholders {number}", "Edith Maddox"
    book.properties.lastModifiedBy = "Desk"
    book.properties.created = book.properties.modified = datetime(2023, 2, number, 12)
    text: list[str] = []
    names = [f"Holding {FIRMS[number]}"[:31], "Trusts in Ostermark"]
    for index, name in enumerate(names):
        sheet = book.active if index == 0 else book.create_sheet()
        sheet.title = name
        rows = holdings(number + index * 4, 4)
        for row in [HEAD, *rows]:
            sheet.append(row)
            text.append(spoken(row))
        for cell in sheet["D"][1:]:
            cell.number_format = "yyyy-mm-dd"
    hidden = book.create_sheet("Working")
    hidden.append([SECRET])
    hidden.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), text, names


def workbooks(room: Newsroom, office: Office) -> None:
    """The register by openpyxl, and by LibreOffice in three formats."""
    for number, name, form in [
        (1, "register.xlsx", ""), (2, "register-lo.xlsx", "Calc MS Excel 2007 XML"), (3, "register.ods", "calc8"),
        (4, "register-old.xls", "MS Excel 97"),
    ]:
        content, text, names = workbook(number)
        if form:
            stem, _, ending = name.partition(".")
            source = office.folder / f"{stem}.xlsx"
            source.write_bytes(content)
            content = office.convert(source, ending, form)
        room.write(name, content)
        room.add(
            name, text, title=f"Register of shareholders {number}", author="Edith Maddox",
            published=f"2023-02-0{number}", optional=names, absent=[SECRET])


def percentages(room: Newsroom, office: Office) -> None:
    """A register with a heading over all columns, shares in per cent, a sum and an amount; saved, and printed."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Owners"
    sheet.append(["Owners of Tallis Offshore"])
    sheet.merge_cells("A1:C1")
    sheet.append(["Owner", "Share", "Paid"])
    for owner, share, paid in [("Anton Wiel", 0.405, 1250000), ("Elmar Stolz", 0.595, 88000)]:
        sheet.append([owner, share, paid])
    sheet.append(["All", "=SUM(B3:B4)", "=SUM(C3:C4)"])
    for row in sheet["B3:C5"]:
        row[0].number_format, row[1].number_format = "0.0%", "0"
    for column in "ABC":
        sheet.column_dimensions[column].width = 16
    source = office.folder / "percent.xlsx"
    book.save(source)
    text = ["Owners of Tallis Offshore", "Owner Share Paid", "Anton Wiel 40.5% 1250000", "Elmar Stolz 59.5% 88000",
            "All 100.0% 1338000"]
    for name, form in [
        ("percent.xlsx", "Calc MS Excel 2007 XML"), ("percent.ods", "calc8"), ("percent.pdf", "calc_pdf_Export"),
    ]:
        room.write(name, office.convert(source, name.partition(".")[2], form))
        room.add(name, text, title=None, author=UNCHECKED, published=UNCHECKED, optional=["Owners", "Page 1"])


def delimited(room: Newsroom) -> None:
    """Tables as text: with commas and UTF-8, with semicolons and Windows-1252, with tabs."""
    for name, mark, encoding, number in [
        ("holders.csv", ",", "utf-8", 7), ("holders-excel.csv", ";", "cp1252", 8), ("holders.tsv", "\t", "utf-8", 9),
    ]:
        rows = [HEAD, *holdings(number, 5), ["Zoë Brandão", "Müller, Roth & Co.", 12, "said \"none\""]]
        lines = io.StringIO()
        csv.writer(lines, delimiter=mark, lineterminator="\r\n").writerows(rows)
        room.write(name, lines.getvalue().encode(encoding))
        room.add(name, [spoken(row) for row in rows], title=None)


def presentation(story: Story, second: Story) -> bytes:
    """Three slides with points, a table and speaker notes."""
    show = Presentation()
    show.core_properties.title, show.core_properties.author = story.title, story.author
    show.core_properties.last_modified_by = "Desk"
    moment = datetime(story.day.year, story.day.month, story.day.day, 9)
    show.core_properties.created = show.core_properties.modified = moment
    opening = show.slides.add_slide(show.slide_layouts[0])
    opening.shapes.title.text, opening.placeholders[1].text = story.title, "For the Tuesday meeting"
    for part in [story, second]:
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = part.title if part is second else "What we know"
        slide.placeholders[1].text = "\n".join(part.paragraphs[:2])
        slide.notes_slide.notes_text_frame.text = part.paragraphs[2]
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "Owners"
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(6), Inches(1)).table
    for row, cells in enumerate([("Owner", "Share"), ("Anton Wiel", "40 percent")]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


def slides(room: Newsroom, office: Office) -> None:
    """Slides by python-pptx, and by LibreOffice in three formats."""
    for name, form in [
        ("slides.pptx", ""), ("slides-lo.pptx", "Impress MS PowerPoint 2007 XML"), ("slides.odp", "impress8"),
        ("slides-old.ppt", "MS PowerPoint 97"), ("slides-print.pdf", "impress_pdf_Export"),
    ]:
        first, second = room.story(), room.story()
        content = presentation(first, second)
        if form:
            stem, _, ending = name.partition(".")
            source = office.folder / f"{stem}.pptx"
            source.write_bytes(content)
            content = office.convert(source, ending, form)
        room.write(name, content)
        text = ["For the Tuesday meeting"]
        for part, head in [(first, "What we know"), (second, second.title)]:
            text += [head, *part.paragraphs[:2]]
        room.add(
            name, [*text, "Owners", "Owner Share", "Anton Wiel 40 percent"], title=first.title, author=first.author,
            published=UNCHECKED if name.endswith("pdf") else first.published,
            loose=[] if name.endswith("pdf") else [first.paragraphs[2], second.paragraphs[2]],
            optional=[first.title, "2", "3", "4"])
