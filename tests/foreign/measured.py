"""Runs a command and writes what it took, as JSON, to a file: python measured.py FILE COMMAND…"""

import json
import os
import sys
import time

file, *command = sys.argv[1:]
began = time.monotonic()
child = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(child, 0)
with open(file, "w", encoding="utf-8") as out:
    # Linux counts the resident set in units of 1024 bytes.
    json.dump(
        {"seconds": time.monotonic() - began, "processor": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * 1024},
        out,
    )
sys.exit(os.waitstatus_to_exitcode(status))
