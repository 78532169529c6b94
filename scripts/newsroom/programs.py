"""The other programs: found or asked for, and run in a way that gives the same file twice as far as they can."""
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

NEEDED = {
    "soffice": "libreoffice-writer libreoffice-calc libreoffice-impress hyphen-en-gb",
    "groff": "groff",
    "pandoc": "pandoc",
    "chromium": "chromium",
    "qpdf": "qpdf",
    "zip": "zip",
    "fc-list": "fontconfig fonts-linuxlibertine fonts-dejavu-core",
}
ENVIRONMENT = os.environ | {"SOURCE_DATE_EPOCH": "1700000000", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def check() -> None:
    """Ends the program with what to install where a program is missing."""
    missing = [packages for name, packages in NEEDED.items() if shutil.which(name) is None]
    if missing:
        sys.exit(f"make.py: programs are missing; apt-get install --no-install-recommends {' '.join(missing)}")


def run(*command: str | Path, stdin: str | None = None) -> bytes:
    """Standard output of a command; its own words and the end of this program where it fails."""
    done = subprocess.run(
        [str(word) for word in command], input=stdin.encode() if stdin is not None else None, capture_output=True,
        env=ENVIRONMENT, timeout=300)
    if done.returncode != 0:
        sys.exit(f"make.py: {command[0]} failed ({done.returncode}): {done.stderr.decode(errors='replace')[-800:]}")
    return done.stdout


class Office:
    """LibreOffice with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def convert(self, source: Path, ending: str, form: str) -> bytes:
        """The file in another format, `form` being LibreOffice's name for it."""
        target = self.folder / "converted"
        run(
            "soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
            f"{ending}:{form}", "--outdir", target, source)
        made = target / f"{source.stem}.{ending}"
        if not made.exists():
            sys.exit(f"make.py: soffice made no {ending} of {source.name}")
        return made.read_bytes()


def printed(page: str, path: str, folder: Path) -> bytes:
    """The PDF that Chromium prints of a page which it gets from http://www.ledger.example/PATH."""
    root = Path(tempfile.mkdtemp(dir=folder))
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pdf = root / "printed.pdf"
    try:
        run(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={root}/profile",
            f"--host-resolver-rules=MAP * 127.0.0.1:{server.server_port}", f"--print-to-pdf={pdf}",
            f"http://www.ledger.example/{path}")
    finally:
        server.shutdown()
    return pdf.read_bytes()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""
