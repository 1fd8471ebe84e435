# SPDX-License-Identifier: LGPL-2.1-or-later
"""The model itself, checked on every election with a published answer."""

import json
import os
from fractions import Fraction

from . import elections


def folder():
    shared = os.environ.get("CHARTER_SHARED") or os.path.join(os.path.dirname(__file__), "../../../shared")
    return os.path.join(shared, "elections")


def there():
    return os.path.isdir(folder())


def load(path):
    with open(path, encoding="utf-8") as text:
        return json.load(text, parse_float=Fraction)


def plain(member, value):
    """Sets as sets, and groups of a ranking as sets."""
    if member in ("winners", "smith_set"):
        return set(value)
    if member in ("ranking", "ranking_of_survivors"):
        return [set(group) for group in value]
    if member == "beats":
        return {tuple(pair) for pair in value}
    return value


def differences(case):
    """[(method, member, expected, got)] over the main expectation and all of `more`."""
    for row in [case, *case["more"]]:
        asked = case | {"method": row["method"], "params": row["params"]}
        got = elections.count(asked)
        for member, value in row["expected"].items():
            if member == "note":
                continue
            mine = got.get(member, "nothing")
            if mine == "nothing" or plain(member, mine) != plain(member, value):
                yield row["method"], row["params"], member, value, mine


def run():
    """(cases, answers, differences)."""
    names = sorted(n for n in os.listdir(folder()) if n.endswith(".json"))
    answers, wrong = 0, []
    for name in names:
        case = load(os.path.join(folder(), name))
        answers += 1 + len(case["more"])
        wrong += [(name, *row) for row in differences(case)]
    return len(names), answers, wrong
