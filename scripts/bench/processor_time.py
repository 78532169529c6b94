"""Runs a command and prints its processor seconds, peak memory in MB and wall-clock seconds.

    python3 processor_time.py COMMAND ARGUMENT…
"""

import os
import subprocess
import sys
import time

start = time.monotonic()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
wall = time.monotonic() - start
peak = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1024)
print(f"{usage.ru_utime + usage.ru_stime:.3f} {peak:.0f} {wall:.3f}")
sys.exit(os.waitstatus_to_exitcode(status))
