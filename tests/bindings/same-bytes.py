# SPDX-License-Identifier: LGPL-2.1-or-later
"""The quickstart in C, Python and JavaScript prints the same bytes.

   same-bytes.py QUICKSTART-IN-C GJS
"""

import os
import subprocess
import sys
import tempfile

import gi
gi.require_version("Charter", "1")
from gi.repository import Charter, Gio

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
EXAMPLES = os.path.join(ROOT, "examples")


def run(command, path):
    return subprocess.run([*command, path], capture_output=True, check=False)


def programs():
    return {"C": [sys.argv[1]],
            "Python": [sys.executable, os.path.join(EXAMPLES, "python", "quickstart.py")],
            "JavaScript": [sys.argv[2], "-m", os.path.join(EXAMPLES, "gjs", "quickstart.js")]}


def as_file(lines, folder):
    path = os.path.join(folder, "record.charter")
    partnership = Charter.Partnership.create(path)
    partnership.import_(Gio.File.new_for_path(lines).read())
    return path


def say(good, number, name, remark=""):
    print(f"{'ok' if good else 'not ok'} {number} {name}")
    if not good and remark:
        print("\n".join("# " + line for line in remark.splitlines()[:20]))
    return not good


def main():
    lines = os.path.join(ROOT, "tests", "data", "every-kind.jsonl")
    failed = number = 0
    with tempfile.TemporaryDirectory() as folder:
        for path, status in ((lines, 0), (as_file(lines, folder), 0), ("/nowhere.charter", 2),
                             (os.path.join(EXAMPLES, "data", "alliance.jsonl"), None)):
            done = {name: run(command, path) for name, command in programs().items()}
            for name, one in done.items():
                same = (one.returncode, one.stdout, one.stderr) == (
                    done["C"].returncode if status is None else status,
                    done["C"].stdout, done["C"].stderr)
                number += 1
                failed += say(same, number, f"{name} on {os.path.basename(path)}",
                              one.stderr.decode())
    print(f"1..{number}")
    return 1 if failed else 0


sys.exit(main())
