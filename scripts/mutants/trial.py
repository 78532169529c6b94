"""A copy of the working tree in which one fault at a time is built and tested."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

# A build that takes longer is a type checker lost in a fault: as good as not compilable.
BUILD_SECONDS = 1500
# Processor time that tests of a fault may take: a loop without end is caught, not waited for.
CPU_FACTOR, CPU_EXTRA = 4, 20
# By the clock: other work may share the machine; a test that waits for ever spends no processor time.
WALL_FACTOR, WALL_EXTRA = 8, 120
MEMORY_BYTES = 16 << 30


class Trial:
    def __init__(self, checkout, folder):
        self.checkout, self.folder = Path(checkout), Path(folder)

    def copy(self):
        """Copies the files that git would keep, and the checkouts of packages, so that none is fetched."""
        names = subprocess.run(
            ["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=self.checkout, check=True,
            stdout=subprocess.PIPE).stdout.decode().split("\0")
        wanted = {n for n in names if n and (self.checkout / n).is_file()} | {"Package.resolved"}
        for old in self.files() - wanted:
            (self.folder / old).unlink()
        for name in sorted(wanted):
            source, target = self.checkout / name, self.folder / name
            if not source.exists():
                continue
            # Unchanged files keep their time, so that a kept folder builds only what changed.
            if target.exists() and target.read_bytes() == source.read_bytes():
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            shutil.copymode(source, target)
        build = self.folder / ".build"
        for part in ("repositories", "checkouts", "workspace-state.json"):
            source = self.checkout / ".build" / part
            if source.is_dir() and not (build / part).exists():
                shutil.copytree(source, build / part, symlinks=True)
            elif source.is_file() and not (build / part).exists():
                build.mkdir(exist_ok=True)
                shutil.copyfile(source, build / part)

    def files(self):
        """The files of the copy, build results left out."""
        found = set()
        for root, folders, files in os.walk(self.folder):
            folders[:] = [f for f in folders if f != ".build"]
            found |= {os.path.relpath(os.path.join(root, f), self.folder) for f in files}
        return found

    def build(self, room):
        """Whether the room and its tests compile, and the compiler's first error."""
        try:
            done = subprocess.run(
                ["swift", "build", "--product", "relataPackageTests"], cwd=self.folder,
                env=self.environment(room), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                timeout=BUILD_SECONDS)
        except subprocess.TimeoutExpired:
            return False, "the build takes too long"
        error = re.search(rb"error: (.*)", done.stdout)
        return done.returncode == 0, error.group(1).decode(errors="replace") if error else ""

    def environment(self, room):
        return os.environ | {"RELATA_TESTS": f"{room}Tests", "SWIFT_BACKTRACE": "enable=no"}

    def command(self):
        """Runs the built tests: directly where the bundle is a program (Linux), else by SwiftPM."""
        binary = self.folder / ".build/debug/relataPackageTests.xctest"
        if binary.is_file():
            return [str(binary), "--testing-library", "swift-testing"]
        return ["swift", "test", "--skip-build", "--disable-xctest"]

    def test(self, room, cpu=None, wall=None):
        """Runs the room's tests up to the first failure.

        Returns the outcome ("passed", "failed", "crashed", "timeout"), the failure's line and the processor
        seconds spent.
        """
        before = resource.getrusage(resource.RUSAGE_CHILDREN)

        def limit():
            os.setsid()
            if cpu:
                resource.setrlimit(resource.RLIMIT_CPU, (int(cpu), int(cpu) + 5))
            if sys.platform == "linux":
                resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        process = subprocess.Popen(
            self.command(), cwd=self.folder, env=self.environment(room), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, preexec_fn=limit)
        is_late = threading.Event()
        timer = threading.Timer(wall or 3600, lambda: (is_late.set(), kill(process)))
        timer.start()
        failure, seen_end = "", False
        for raw in process.stdout:
            line = raw.decode(errors="replace")
            if " recorded an issue" in line:
                failure = re.sub(r"\x1b\[[\d;]*m", "", line).strip()
                kill(process)
                break
            seen_end |= "Test run with" in line
        process.stdout.close()
        code = process.wait()
        timer.cancel()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if failure:
            return "failed", failure, spent
        if is_late.is_set() or code in (-signal.SIGXCPU, 128 + signal.SIGXCPU):
            return "timeout", "", spent
        if code != 0 or not seen_end:
            return "crashed", f"exit {code}", spent
        return "passed", "", spent


def kill(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def now():
    return time.monotonic()
