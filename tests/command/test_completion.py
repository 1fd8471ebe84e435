# SPDX-License-Identifier: LGPL-2.1-or-later
"""What bash offers, and that completion and man page know every command and option."""

import os
import re
import subprocess
import sys
import tempfile

from harness import CHARTER, check, environment, finish, run

TOOLS = sys.argv[1]
HERE = tempfile.mkdtemp()
for name in ("a.charter", "b.jsonl", "c.json", "d.txt"):
    open(os.path.join(HERE, name), "w", encoding="utf-8").close()


def offered(*words):
    script = f"""source {TOOLS}/completion/charter
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _charter; printf '%s\\n' "${{COMPREPLY[@]}}\""""
    done = subprocess.run(["bash", "-c", script, "bash", CHARTER, *words], cwd=HERE, capture_output=True, text=True,
                          env=environment(), check=False)
    return done.stdout.split()


def has(name, words, *expected, without=()):
    got = offered(*words)
    check(name, all(word in got for word in expected) and not any(word in got for word in without), f"{words}: {got}")


has("commands", ["a"], "assess")
has("all commands", [""], "new", "may", "--version")
has("records", ["due", ""], "a.charter", "b.jsonl", without=["c.json", "d.txt"])
has("records to write", ["record", ""], "a.charter", without=["b.jsonl"])
has("charters", ["check", ""], "c.json", without=["a.charter"])
has("options", ["assess", "--"], "--since", "--at", without=["--until"])
has("models", ["new", "x", "--model", ""], "collaborative-working")
has("kinds", ["record", "a.charter", "partner-"], "partner-joined", "partner-left")
has("kinds after options", ["record", "--at", "now", "a.charter", "ballot"], "ballot-cast")
has("acts", ["may", "a.charter", "nia", "v"], "vote")
has("forms", ["export", "a.charter", "--form", ""], "record", "submission")

commands = re.findall(r"^  ([a-z]+) ", run("--help")[1], re.MULTILINE)
bash = open(os.path.join(TOOLS, "completion", "charter"), encoding="utf-8").read()
zsh = open(os.path.join(TOOLS, "completion", "_charter"), encoding="utf-8").read()
man = open(os.path.join(TOOLS, "charter.1"), encoding="utf-8").read().replace("\\-", "-")
check("there are commands", len(commands) >= 10, commands)
for command in commands:
    options = set(re.findall(r"--[a-z-]+", run(command, "--help")[1].split("Example:")[0])) - {"--file", "--list-models"}
    missing = sorted(option for option in options if option not in offered(command, "--"))
    check(f"bash knows the options of {command}", not missing, missing)
    check(f"zsh knows the options of {command}", all(option in zsh for option in options))
    check(f"the man page knows {command} and its options", f"charter {command}" in man and all(option in man or option.lstrip("-") in man for option in options),
          sorted(option for option in options if option not in man))

finish()
