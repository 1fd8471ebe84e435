# SPDX-License-Identifier: LGPL-2.1-or-later
"""The model checked on the scenario files whose answers are published, as far as it covers them."""

import glob
import json
import os
from fractions import Fraction

from . import histories
from .record import NotCovered

FOLDER = os.path.join(os.environ.get("CHARTER_SOURCE") or os.path.join(os.path.dirname(__file__), "..", ".."), "tests", "scenarios")
MEMBERS = ("result", "counts", "quorate", "quorum", "tests", "closes", "opens", "winners", "state")


def fits(expected, got):
    """As scenario files are matched: members that are named, numbers however they are spelled."""
    if isinstance(expected, dict):
        return isinstance(got, dict) and all(k in got and fits(v, got[k]) for k, v in expected.items())
    if isinstance(expected, list):
        left = list(got)
        for item in expected:
            found = next((x for x in left if fits(item, x)), None)
            if found is None:
                return False
            left.remove(found)
        return True
    if isinstance(got, (int, Fraction)) and not isinstance(got, bool) and not isinstance(expected, bool):
        return Fraction(expected) == got
    return expected == got


def refused(scenario):
    return {q["entry"] for q in scenario["ask"] if q["question"] == "refused"}


def check(scenario):
    """[(question, member, expected, got)]; NotCovered where the model cannot tell."""
    if not isinstance(scenario["charter"], dict):
        raise NotCovered("a model charter")
    out = refused(scenario)
    scenario = scenario | {"entries": [e for e in scenario["entries"] if e.get("id") not in out]}
    wrong = []
    for question in scenario["ask"]:
        if question["question"] != "decision" or question["expect"].get("result") == "cannot-express":
            continue
        got = histories.decide(scenario, question["decision"], question["at"], question.get("known"),
                               "margin" in question["expect"])
        for member, value in question["expect"].items():
            if member == "margin" and value.get("at-least") == value.get("at-most"):
                if "margin" in got and got["margin"] != value["at-least"]:
                    wrong.append((question, member, value, got["margin"]))
            elif member in MEMBERS and member in got and not fits(value, got.get(member)):
                wrong.append((question, member, value, got.get(member)))
    return wrong


def run():
    """(files, questions checked, files left out with the reason, differences)."""
    files, asked, out, wrong = 0, 0, {}, []
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.json"))):
        with open(path, encoding="utf-8") as text:
            scenario = json.load(text, parse_float=Fraction)
        many = sum(q["question"] == "decision" for q in scenario["ask"])
        if not many:
            continue
        try:
            differences = check(scenario)
        except NotCovered as why:
            out[os.path.basename(path)] = str(why)
            continue
        files, asked = files + 1, asked + many
        wrong += [(os.path.basename(path), *row) for row in differences]
    return files, asked, out, wrong
