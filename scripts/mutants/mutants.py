"""Draws faults by a seed, plants one at a time and tells which ones the rooms' own tests catch."""

import argparse
import fcntl
import fnmatch
import hashlib
import json
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from fault_operators import swift_faults, table_faults
from trial import CPU_EXTRA, CPU_FACTOR, WALL_EXTRA, WALL_FACTOR, Trial, now

ROOMS = "RelataExtraction,RelataAnnotation,RelataGraph"


class Site:
    """A fault in a file of a room."""

    def __init__(self, room, path, text, fault):
        self.room, self.path, self.fault = room, path, fault
        self.line = text.count("\n", 0, fault.start) + 1
        self.before = excerpt(text, fault.start, fault.end)
        changed = text[: fault.start] + fault.replacement + text[fault.end :]
        self.after = excerpt(changed, fault.start, fault.start + len(fault.replacement))
        self.name = f"{path}:{fault.start}:{fault.end}:{fault.operator}:{fault.replacement}"

    def chance(self, seed):
        """A number that the seed gives this site, the same on every machine."""
        return hashlib.sha256(f"{seed} {self.name}".encode()).hexdigest()


def excerpt(text, start, end):
    """The lines around a stretch of text, on one line."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = " ".join(text[first : last if last >= 0 else len(text)].split())
    return line if len(line) <= 160 else line[:100] + " … " + line[-57:]


def all_sites(checkout, rooms, pattern):
    sites = []
    for room in rooms:
        folder = Path(checkout) / "Sources" / room
        if not folder.is_dir():
            sys.exit(f"mutants: there is no room '{room}' under Sources")
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(checkout).as_posix()
            if path.suffix not in (".swift", ".tsv", ".yaml") or "Documentation.docc" in name:
                continue
            if pattern and not fnmatch.fnmatch(name, pattern):
                continue
            text = path.read_text(encoding="utf-8")
            faults = swift_faults(text) if path.suffix == ".swift" else table_faults(text, name)
            sites += [Site(room, name, text, fault) for fault in faults]
    return sites


def in_order_of_draw(sites, seed):
    """Every site has the same chance; of the words of one list only a few take part."""
    taken, drawn = Counter(), []
    for site in sorted(sites, key=lambda s: s.chance(seed)):
        fault = site.fault
        if fault.group:
            key = site.path, fault.group
            if taken[key] == fault.share:
                continue
            taken[key] += 1
        drawn.append(site)
    # The share of a list is settled first, the order of all drawn anew: no list is early for being long.
    return sorted(drawn, key=lambda s: s.chance(f"order {seed}"))


def run(options, drawn):
    folder = Path(options.keep or tempfile.mkdtemp(prefix="relata-mutants."))
    folder.mkdir(parents=True, exist_ok=True)
    lock = open(f"{folder}.lock", "w", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit(f"mutants: another run works in {folder}")
    report = open(options.report, "a", encoding="utf-8") if options.report else None
    results = []
    try:
        trial = Trial(options.checkout, folder)
        trial.copy()
        limits = {}
        wanted = drawn[: options.count]
        while wanted:
            again = 0
            # Rooms one after another, since each builds other tests.
            for room in options.rooms:
                for site in (s for s in wanted if s.room == room):
                    if room not in limits:
                        limits[room] = baseline(trial, room)
                    result = attempt(trial, site, limits[room], options.seed)
                    results.append(result)
                    if report:
                        report.write(json.dumps(result, ensure_ascii=False) + "\n")
                        report.flush()
                    print(row(result), flush=True)
                    again += result["outcome"] == "not compilable"
            # A fault that does not compile is drawn again.
            position = len(results)
            wanted = drawn[position : position + again]
    finally:
        if report:
            report.close()
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
            Path(lock.name).unlink(missing_ok=True)
    return results


def baseline(trial, room):
    """Limits for the tests of a room, from a run without a fault."""
    print(f"mutants: building {room} and its tests", file=sys.stderr, flush=True)
    compiles, error = trial.build(room)
    if not compiles:
        sys.exit(f"mutants: {room} does not build without a fault: {error}")
    start = now()
    outcome, failure, cpu = trial.test(room)
    wall = now() - start
    if outcome != "passed":
        sys.exit(f"mutants: the tests of {room} fail without a fault: {failure or outcome}")
    print(f"mutants: tests of {room} take {cpu:.0f} s of processor time", file=sys.stderr, flush=True)
    return cpu * CPU_FACTOR + CPU_EXTRA, wall * WALL_FACTOR + WALL_EXTRA


def attempt(trial, site, limits, seed):
    path = trial.folder / site.path
    original = path.read_text(encoding="utf-8")
    fault = site.fault
    start = now()
    try:
        path.write_text(
            original[: fault.start] + fault.replacement + original[fault.end :], encoding="utf-8")
        compiles, detail = trial.build(site.room)
        outcome = "not compilable"
        if compiles:
            outcome, detail, _ = trial.test(site.room, *limits)
    finally:
        path.write_text(original, encoding="utf-8")
    return {
        "seed": seed, "room": site.room, "file": site.path, "line": site.line,
        "operator": fault.operator, "before": site.before, "after": site.after,
        "outcome": {"passed": "survived", "failed": "caught"}.get(outcome, outcome),
        "detail": detail, "seconds": round(now() - start, 1),
    }


def row(result):
    return (
        f"{result['outcome']:<14} {result['file']}:{result['line']}  {result['operator']}\n"
        f"    - {result['before']}\n    + {result['after']}"
    )


def summary(results, rooms):
    lines, total = [], Counter()
    for room in rooms:
        outcomes = Counter(r["outcome"] for r in results if r["room"] == room)
        if outcomes:
            total += outcomes
            lines.append(share(room, outcomes))
    return "\n".join(lines + [share("all", total)])


def share(label, outcomes):
    tried = sum(outcomes.values()) - outcomes["not compilable"]
    caught = tried - outcomes["survived"]
    percent = f"{100 * caught / tried:.1f} %" if tried else "–"
    return (
        f"{label:<18} caught {caught} of {tried} ({percent}): {outcomes['caught']} by a failed test,"
        f" {outcomes['crashed']} by a crash, {outcomes['timeout']} by time;"
        f" {outcomes['not compilable']} more did not compile")


def main():
    parser = argparse.ArgumentParser(prog="scripts/mutants.sh", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="what draws the faults (default 1)")
    parser.add_argument("--count", type=int, default=60, help="faults that compile (default 60)")
    parser.add_argument("--rooms", "--roots", default=ROOMS, help=f"default {ROOMS}")
    parser.add_argument("--files", help="only files whose path matches this pattern")
    parser.add_argument("--list", action="store_true", help="print what would be planted")
    parser.add_argument("--keep", metavar="DIR", help="work there and keep the build for another run")
    parser.add_argument("--report", metavar="FILE", help="append a JSON line for each fault")
    parser.add_argument("--checkout", default=str(Path(__file__).parents[2]), help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.rooms = options.rooms.split(",")
    drawn = in_order_of_draw(all_sites(options.checkout, options.rooms, options.files), options.seed)
    if options.list:
        for site in drawn[: options.count]:
            print(f"{site.path}:{site.line}  {site.fault.operator}\n    - {site.before}\n    + {site.after}")
        places = Counter(s.room for s in drawn)
        print(", ".join(f"{room}: {places[room]} faults to draw from" for room in options.rooms))
        return
    results = run(options, drawn)
    print("\n" + summary(results, options.rooms))


if __name__ == "__main__":
    main()
