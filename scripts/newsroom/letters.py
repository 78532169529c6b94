"""Mail: single messages and a mailbox."""
import mailbox
import textwrap
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from xml.sax.saxutils import escape

from gold import UNCHECKED, Newsroom
from stories import Story

SIGNATURE = "Torsten Ulm\nEditor, The Ledger\n+49 555 0199"
QUOTED = "Walburga Stein bought the island from the state."
OLDER = "Ottokar Lenz sold the castle."


def make(room: Newsroom) -> None:
    """Writes all files of these kinds."""
    plain(room)
    alternative(room)
    html_only(room)
    attachments(room)
    reply(room)
    outlook_reply(room)
    forwarded(room)
    web_reply(room)
    inline_forward(room)
    flowed(room)
    box(room)


def message(story: Story, sender: str = "desk@ledger.example") -> EmailMessage:
    """A message with heads and no text."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = formataddr((story.author, sender))
    mail["To"] = "Kiran Oberoi <kiran@ledger.example>"
    mail["Subject"] = story.title
    zone = timezone(timedelta(hours=1))
    mail["Date"] = format_datetime(datetime(story.day.year, story.day.month, story.day.day, 12, 30, tzinfo=zone))
    mail["Message-ID"] = f"<{story.slug}@ledger.example>"
    return mail


def save(room: Newsroom, name: str, mail: EmailMessage) -> None:
    """Writes a message with edges that are the same each time."""
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        if part.get_content_type() != "message/rfc822":
            part.set_boundary(f"=_edge_{number}_=")
    room.write(name, mail.as_bytes())


def note(room: Newsroom, name: str, story: Story, **rest: object) -> None:
    """Notes the text of a message."""
    known = {"title": story.title, "author": story.author, "published": story.published, "optional": [story.title]}
    room.add(name, rest.pop("text", story.paragraphs), **(known | rest))


def plain(room: Newsroom) -> None:
    """Lines of 72 letters, 8 bit, as many programs still send."""
    story = room.story()
    mail = message(story)
    mail.set_content("\n\n".join(textwrap.fill(text, 72) for text in story.paragraphs) + "\n", cte="8bit")
    save(room, "plain.eml", mail)
    note(room, "plain.eml", story)


def alternative(room: Newsroom) -> None:
    """Text and HTML of the same, in quoted-printable, with heads in other letters."""
    story = room.story()
    story = Story("Öffentliche Gelder – „" + story.title + "“", "Zoë Brandão", story.day, story.paragraphs)
    mail = message(story)
    mail.set_content("\n\n".join(story.paragraphs) + "\n", cte="quoted-printable")
    page = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
    mail.add_alternative(f"<html><body>{page}</body></html>", subtype="html", cte="quoted-printable")
    save(room, "alternative.eml", mail)
    note(room, "alternative.eml", story)


def html_only(room: Newsroom) -> None:
    """A newsletter without text, in base64."""
    story = room.story()
    mail = message(story)
    page = "".join(f"<tr><td>{escape(text)}</td></tr>" for text in story.paragraphs)
    mail.set_content(
        f"<html><head><style>td{{color:red}}</style></head><body><div style=\"display:none\">Preview of the week</div>"
        f"<table>{page}</table><p><a href=\"https://x.example/u\">Unsubscribe</a></p></body></html>",
        subtype="html", cte="base64")
    save(room, "newsletter.eml", mail)
    note(room, "newsletter.eml", story, absent=["Preview of the week", "Unsubscribe"])


def attachments(room: Newsroom) -> None:
    """A cover letter with a DOCX and a PDF of other kinds made before, and a picture."""
    story = room.story()
    mail = message(story)
    mail.set_content("\n\n".join(story.paragraphs) + "\n\n-- \n" + SIGNATURE + "\n")
    for source, name, kind in [
        ("minutes.docx", "Minutes – März.docx", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("letter.pdf", "letter.pdf", "pdf"),
    ]:
        content = (room.files / source).read_bytes()
        mail.add_attachment(content, maintype="application", subtype=kind, filename=name)
        original = next(gold for gold in room.documents if gold.file == source)
        room.add("attached.eml", original.text, member=name, title=original.title, author=original.author,
                 published=original.published, loose=original.loose, optional=original.optional, absent=original.absent)
    mail.add_attachment(b"\xff\xd8\xff\xe0" + bytes(60), maintype="image", subtype="jpeg", filename="IMG_1.jpg")
    save(room, "attached.eml", mail)
    note(room, "attached.eml", story, absent=[SIGNATURE.split("\n")[0]])


def reply(room: Newsroom) -> None:
    """An answer above what it answers, with a signature."""
    story = room.story()
    mail = message(story)
    mail.replace_header("Subject", f"Re: {story.title}")
    quoted = "\n".join(f"> {line}" for line in [QUOTED, "", f"> {OLDER}"])
    mail.set_content(
        "\n\n".join(story.paragraphs) + f"\n\n-- \n{SIGNATURE}\n\nOn Tue, 5 Mar 2024 at 10:12, Kiran Oberoi "
        f"<kiran@ledger.example>\nwrote:\n{quoted}\n")
    save(room, "reply.eml", mail)
    note(room, "reply.eml", story, title=UNCHECKED, absent=[QUOTED, OLDER, "Torsten Ulm", "Kiran Oberoi"])


def outlook_reply(room: Newsroom) -> None:
    """An answer in the way of Outlook: nothing marks the older text but its heads."""
    story = room.story()
    mail = message(story)
    mail.set_content(
        "\n\n".join(story.paragraphs) + "\n\nKind regards,\nTorsten\n\n-----Original Message-----\n"
        "From: Kiran Oberoi <kiran@ledger.example>\nSent: Tuesday, March 5, 2024 10:12 AM\n"
        f"To: Torsten Ulm <desk@ledger.example>\nSubject: Island\n\n{QUOTED}\n\n{OLDER}\n")
    save(room, "outlook-reply.eml", mail)
    note(room, "outlook-reply.eml", story, optional=[story.title, "Kind regards, Torsten"],
         absent=[QUOTED, OLDER, "Kiran Oberoi"])


def forwarded(room: Newsroom) -> None:
    """A leaked message, attached to a covering one."""
    outer, inner = room.story(), room.story()
    leaked = message(inner, "leak@ministry.example")
    leaked.set_content("\n\n".join(inner.paragraphs) + "\n")
    mail = message(outer)
    mail.set_content("\n\n".join(outer.paragraphs) + "\n")
    mail.add_attachment(leaked)
    save(room, "forwarded.eml", mail)
    note(room, "forwarded.eml", outer)
    note(room, "forwarded.eml", inner, member=inner.title)


def web_reply(room: Newsroom) -> None:
    """An answer from a web mail: HTML only, what it answers in a block of its own."""
    story = room.story()
    mail = message(story)
    lines = "".join(f"<div>{escape(text)}</div><div><br></div>" for text in story.paragraphs)
    mail.set_content(
        f'<div dir="ltr">{lines}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Mar 5, 2024 at '
        "10:12 AM Kiran Oberoi &lt;<a href=\"mailto:k@x.example\">k@x.example</a>&gt; wrote:<br></div><blockquote "
        f'class="gmail_quote" style="margin:0"><div>{QUOTED}</div></blockquote></div>', subtype="html",
        cte="quoted-printable")
    save(room, "web-reply.eml", mail)
    note(room, "web-reply.eml", story, absent=[QUOTED, "Kiran Oberoi"])


def inline_forward(room: Newsroom) -> None:
    """A message passed on within another: what it says is why it was passed on."""
    outer, inner = room.story(), room.story()
    mail = message(outer)
    mail.replace_header("Subject", f"Fwd: {inner.title}")
    mail.set_content(
        "See below.\n\n---------- Forwarded message ---------\n"
        f"From: {inner.author} <leak@ministry.example>\nDate: Tue, 5 Mar 2024 at 10:12\nSubject: {inner.title}\n"
        "To: <desk@ledger.example>\n\n" + "\n\n".join(inner.paragraphs) + "\n")
    save(room, "inline-forward.eml", mail)
    room.add(
        "inline-forward.eml", inner.paragraphs, author=UNCHECKED, published=UNCHECKED,
        optional=["See below", "Forwarded message", "From Date Tue 5 Mar 2024 at 10 12 Subject To desk ledger example",
                  f"{inner.author} leak ministry example {inner.title}"])


def flowed(room: Newsroom) -> None:
    """Lines that end in a space go on in the next one; in Latin-1."""
    story = room.story()
    mail = message(story)
    text = "\r\n\r\n".join(" \r\n".join(textwrap.wrap(text, 68)) for text in [*story.paragraphs, "The café has moved."])
    for quote, straight in [("“", '"'), ("”", '"'), ("’", "'")]:
        text = text.replace(quote, straight)
    head = mail.as_bytes().rstrip(b"\r\n")
    room.write("flowed.eml", head + (
        b"\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n") + text.encode("latin-1") + b"\r\n")
    note(room, "flowed.eml", story, text=[*story.paragraphs, "The café has moved."])


def box(room: Newsroom) -> None:
    """Three messages; in one of them a line begins with the word that divides messages."""
    target = mailbox.mbox(room.path("inbox.mbox"))
    for number in range(3):
        story = room.story()
        mail = message(story)
        text = [*story.paragraphs, "From the archive we learned that the deed is missing."] if number else story.paragraphs
        mail.set_content("\n\n".join(text) + "\n")
        held = mailbox.mboxMessage(mail)
        held.set_from(f"desk@ledger.example {story.day:%a %b %d} 12:30:00 {story.day.year}")
        target.add(held)
        note(room, "inbox.mbox", story, member=f"message {number + 1}", text=text)
    target.close()
