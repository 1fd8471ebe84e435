# SPDX-License-Identifier: LGPL-2.1-or-later
"""A folder's objects need only what its own folder and those below define (DESIGN §2)."""

import subprocess
import sys


def symbols(nm, archive):
    out = subprocess.run([nm, "-A", archive], check=True, capture_output=True, text=True).stdout
    defined, needed = set(), set()
    for line in out.splitlines():
        parts = line.split()
        kind, name = parts[-2], parts[-1]
        if "charter" not in name:
            continue
        (needed if kind == "U" else defined).add(name)
    return defined, needed - defined


def main():
    nm, archives = sys.argv[1], sys.argv[2:]
    below, above = [], [symbols(nm, a) for a in archives]
    print(f"1..{len(archives)}")
    bad = 0
    for number, archive in enumerate(archives, 1):
        defined, needed = above.pop(0)
        wrong = sorted(n for n in needed if any(n in d for d, _ in above))
        bad += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {archive.rsplit('/', 1)[-1]}")
        for name in wrong:
            print(f"# {name} is defined by a layer above")
        below.append(defined)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
