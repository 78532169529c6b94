"""Makes a folder of documents as a newsroom has them, with other programs: `make.py OUT`.

OUT must not exist; OUT/files gets the files, OUT/manifest.json what a reader must find in them.
"""
import argparse
import sys
import tempfile
from pathlib import Path

import programs


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    if out.exists():
        sys.exit(f"make.py: {out} exists; name a folder that does not")
    programs.check()
    try:
        write(out)
    except ModuleNotFoundError as error:
        sys.exit(f"make.py: the module {error.name} is missing; pip install -r scripts/newsroom/requirements.txt")


def write(out: Path) -> None:
    """Writes everything."""
    import letters
    import office
    import others
    import packed
    import pages
    import plain
    import prints
    import tables
    from gold import Newsroom

    room = Newsroom(out)
    with tempfile.TemporaryDirectory() as folder:
        libre = programs.Office(Path(folder))
        plain.make(room)
        pages.make(room, Path(folder))
        office.make(room, libre)
        prints.make(room, libre)
        tables.make(room, libre)
        letters.make(room)
        packed.make(room)
        others.make(room, libre)
    room.save()
    print(f"{len(room.documents)} documents and {len(room.others)} other files in {out}")


if __name__ == "__main__":
    main()
