# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every scenario names another one as its twin, and the run of scenarios compares the two."""

import glob
import json
import os
import subprocess
import sys


def fault(path):
    with open(path, encoding="utf-8") as text:
        twin = json.load(text).get("twin")
    if twin is None:
        return "it names no twin: another file that differs in one entry or one number"
    if twin == os.path.basename(path):
        return "it names itself"
    if not os.path.exists(os.path.join(os.path.dirname(path), twin)):
        return f"there is no {twin}"
    return None


def asked(runner, folder):
    """What the run would call, with echo in the place of the charter command."""
    return subprocess.run([sys.executable, runner, folder], env={**os.environ, "CHARTER": "/bin/echo"},
                          capture_output=True, text=True, check=True).stdout.split()


def main():
    runner, folder = sys.argv[1:]
    paths = sorted(glob.glob(os.path.join(folder, "**", "*.json"), recursive=True))
    print(f"1..{len(paths) + 1}")
    words = asked(runner, folder)
    good = "--twins" in words and set(paths) <= set(words)
    bad = not good
    print(f"{'ok' if good else 'not ok'} 1 - the run takes every scenario, with --twins")
    for number, path in enumerate(paths, 2):
        why = fault(path)
        bad = bad or why is not None
        print(f"{'ok' if why is None else 'not ok'} {number} - {os.path.relpath(path, folder)} has a twin")
        if why is not None:
            print(f"# {why}")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
