# SPDX-License-Identifier: LGPL-2.1-or-later
"""The samples in README.md compile, run, and say the same.

   readme.py CC GJS [CFLAG…]
"""

import json
import os
import re
import subprocess
import sys
import tempfile

import gi
gi.require_version("Charter", "1")
from gi.repository import Charter, Gio

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def samples():
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        return dict(re.findall(r"^```(c|python|js)\n(.*?)^```$", file.read(), re.M | re.S))


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def compile_c(folder, source):
    """As README.md says, but for this build."""
    program = os.path.join(folder, "app")
    plain = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcharter-1"], env=plain,
                           capture_output=True, text=True, check=True).stdout.split()
    subprocess.run([sys.argv[1], "-Wall", "-Werror", *sys.argv[3:], source, *flags, "-o", program],
                   env=plain, check=True)
    return [program]


def make_record(folder):
    path = os.path.join(folder, "record.charter")
    partnership = Charter.Partnership.create(path)
    partnership.import_(Gio.File.new_for_path(
        os.path.join(ROOT, "tests", "data", "every-kind.jsonl")).read())
    return path


def clauses(language, output):
    """The ids of the clauses that a sample told of, in order."""
    if language == "c":
        return [finding["clause"] for finding in json.loads(output)["findings"]]
    return [re.match(r"[a-z0-9._-]+", line)[0] for line in output.splitlines()]


def main():
    with tempfile.TemporaryDirectory() as folder:
        record = make_record(folder)
        sources = {language: write(os.path.join(folder, "app." + language), text)
                   for language, text in samples().items()}
        commands = {"c": compile_c(folder, sources["c"]),
                    "python": [sys.executable, sources["python"]],
                    "js": [sys.argv[2], "-m", sources["js"]]}
        told = {}
        for number, (language, command) in enumerate(commands.items(), 1):
            done = subprocess.run([*command, record], capture_output=True, text=True, check=False)
            good = done.returncode == 0
            told[language] = clauses(language, done.stdout) if good else None
            print(f"{'ok' if good else 'not ok'} {number} {language}")
            print("".join(f"# {line}\n" for line in done.stderr.splitlines()), end="")
    same = told["c"] and told["c"] == told["python"] == told["js"]
    print(f"{'ok' if same else 'not ok'} 4 all tell of the same clauses\n1..4")
    return 0 if same else 1


sys.exit(main())
