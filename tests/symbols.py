# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the library exports is the committed list, and every exported function is dated."""

import os
import re
import subprocess
import sys


def exported(nm, library):
    out = subprocess.run([nm, "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    return sorted({line.split()[-1] for line in out.splitlines() if line})


def undated(sources, names):
    """Functions whose doc comment has no `Since:`; types and quarks of enums have none of their own."""
    text = ""
    for folder, _, files in os.walk(sources):
        for name in files:
            if name.endswith((".c", ".h")):
                with open(os.path.join(folder, name), encoding="utf-8") as source:
                    text += source.read()
    blocks = {m.group(1): m.group(0) for m in re.finditer(r"/\*\*\n \* (\w+):.*?\*/", text, re.DOTALL)}
    return [n for n in names if not n.endswith("_get_type") and "Since:" not in blocks.get(n, "")]


def main():
    nm, library, committed, sources = sys.argv[1:5]
    names = exported(nm, library)
    with open(committed, encoding="utf-8") as lines:
        wanted = lines.read().split()
    if len(sys.argv) > 5 and sys.argv[5] == "--write":
        with open(committed, "w", encoding="utf-8") as out:
            out.write("\n".join(names) + "\n")
        return 0
    print("1..2")
    same = names == wanted
    print(f"{'ok' if same else 'not ok'} 1 - exported symbols are those of charter.symbols")
    for name in sorted(set(names) ^ set(wanted)):
        print(f"# {'exported, not listed' if name in names else 'listed, not exported'}: {name}")
    missing = undated(sources, names)
    print(f"{'ok' if not missing else 'not ok'} 2 - every exported function has a doc comment with Since:")
    for name in missing:
        print(f"# {name}")
    return 0 if same and not missing else 1


if __name__ == "__main__":
    sys.exit(main())
