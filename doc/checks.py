# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes doc/checks.md: the page with the table of named checks from the catalogue."""

import json
import sys


def row(check):
    params = check.get("params", {})
    given = ", ".join(f"`{name}` {value}" if value is not None else f"`{name}`" for name, value in sorted(params.items()))
    says = "*not built*" if check.get("built") is False else check.get("says", "").replace("|", "\\|")
    return f"| `{check['id']}` | {check['family']} | {given or '–'} | {says} |"


def main():
    page, catalogue = sys.argv[1:3]
    with open(catalogue, encoding="utf-8") as text:
        checks = json.load(text)["checks"]
    lines = ["| check | family | parameters and their defaults | what it says of the cases |", "|---|---|---|---|"]
    lines += [row(check) for check in sorted(checks, key=lambda c: c["id"])]
    with open(page, encoding="utf-8") as text:
        sys.stdout.write(text.read().replace("@TABLE@", "\n".join(lines)))


if __name__ == "__main__":
    main()
