# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every public header compiles alone, as C and as C++; charter.h includes them all."""

import os
import subprocess
import sys
import tempfile


def compiles(compiler, language, header, flags):
    with tempfile.NamedTemporaryFile("w", suffix=".c" if language == "c" else ".cpp") as source:
        source.write(f"#include <charter/{header}>\n#include <charter/{header}>\nint main (void) {{ return 0; }}\n")
        source.flush()
        done = subprocess.run([compiler, "-x", language, "-Wall", "-Werror", "-fsyntax-only", *flags, source.name],
                              capture_output=True, text=True)
    return done.returncode == 0, done.stderr


def main():
    cc, cxx, folder, *flags = sys.argv[1:]
    headers = sorted(h for h in os.listdir(folder) if h.endswith(".h"))
    print(f"1..{len(headers) * 2 + 1}")
    number = bad = 0
    for header in headers:
        for compiler, language in ((cc, "c"), (cxx, "c++")):
            number += 1
            good, message = compiles(compiler, language, header, flags)
            bad += not good
            print(f"{'ok' if good else 'not ok'} {number} - {header} as {language}")
            for line in message.splitlines()[:8]:
                print(f"# {line}")
    with open(os.path.join(folder, "charter.h"), encoding="utf-8") as umbrella:
        text = umbrella.read()
    missing = [h for h in headers if h != "charter.h" and f"<charter/{h}>" not in text]
    bad += bool(missing)
    print(f"{'not ok' if missing else 'ok'} {number + 1} - charter.h includes every header")
    for header in missing:
        print(f"# {header}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
