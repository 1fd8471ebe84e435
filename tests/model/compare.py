# SPDX-License-Identifier: LGPL-2.1-or-later
"""The model beside the library; what differs is made as small as it can be made."""

import copy
import json
from fractions import Fraction

from . import elections, histories, library
from .record import NotCovered

# -- values -----------------------------------------------------------------------------------


def number(value):
    """Numbers however they are spelled."""
    if isinstance(value, bool) or not isinstance(value, (int, str, Fraction)):
        return value
    try:
        return Fraction(value)
    except ValueError:
        return value


def same(mine, theirs):
    """Whether the library says all that the model says, and the same."""
    if isinstance(mine, dict):
        return isinstance(theirs, dict) and all(k in theirs and same(v, theirs[k]) for k, v in mine.items())
    if isinstance(mine, list):
        return isinstance(theirs, list) and len(mine) == len(theirs) and all(map(same, mine, theirs))
    return number(mine) == number(theirs)


# -- histories ----------------------------------------------------------------------------------


def margin_fits(mine, theirs):
    if theirs is None:
        return mine is None
    low, high = theirs.get("at-least"), theirs.get("at-most")
    if mine is None:
        return high is None
    return (low is None or low <= mine) and (high is None or mine <= high)


def turning_fits(one, margin):
    """A bound below is sound, and a change of one voter that is told is there."""
    if one is None or margin is None:
        return True
    return not (one and margin.get("at-least", 0) > 1 or not one and margin.get("at-most", 2) == 1)


CHOOSING = ("approval", "score", "schulze", "ranked-pairs", "copeland", "minimax", "borda",
            "instant-runoff", "stv")


def is_beyond(rule):
    """What doc/options.md and doc/decision-time.md say cannot be expressed of a choice."""
    early = rule.get("early", {})
    late = rule.get("time", {}).get("late-quorum", "P0D") != "P0D"
    return rule["method"] in CHOOSING and (
        early.get("on") in ("safe", "tests") or "tests" in early
        or (late and rule.get("quorum", {}).get("per") == "option")
        or (rule["method"] == "instant-runoff" and rule.get("seats", 1) > 1))


def history_differences(scenario, margin=True):
    """[(at, member, model, library)]"""
    try:
        partnership, refused = library.found(scenario)
    except library.Charter.RecordError as error:
        return [(None, "charter", "taken", error.message)]
    view = partnership.get_view()
    admitted = scenario | {"entries": [e for i, e in enumerate(scenario["entries"]) if i not in refused]}
    if not any(e["kind"] == "decision-proposed" for e in admitted["entries"]):
        return []
    wrong = list(gate_differences(scenario, refused))
    for question in scenario["ask"]:
        decision, at = question["decision"], question["at"]
        mine = histories.decide(admitted, decision, at, margin=margin)
        theirs = library.decide(view, decision, at)
        if theirs.get("result") == "cannot-express" and is_beyond(scenario["charter"]["rules"][0]):
            raise NotCovered("the library cannot express it, and its pages say so")
        for member, value in mine.items():
            if member == "turned by one":
                if not turning_fits(value, theirs.get("margin")):
                    wrong.append((at, member, value, theirs.get("margin")))
            elif member == "margin":
                if not margin_fits(value, theirs.get("margin")):
                    wrong.append((at, member, value, theirs.get("margin")))
            elif member == "winners":
                if sorted(value) != sorted(theirs.get(member) or []):
                    wrong.append((at, member, value, theirs.get(member)))
            elif not same(value, theirs.get(member)):
                wrong.append((at, member, value, theirs.get(member)))
    return wrong


def gate_differences(scenario, refused):
    """Ballots: whether they are let in is the electorate's answer, as known when they are entered."""
    before = []
    for place, entry in enumerate(scenario["entries"]):
        judge = {"ballot-cast": histories.admits, "decision-opened": histories.opens,
                 "decision-closed": histories.closes}.get(entry["kind"])
        if judge and any(e["kind"] == "decision-proposed" for e in before):
            admits = judge(scenario | {"entries": before}, entry)
            if admits is not None and admits != (place not in refused):
                yield entry["at"], f"{entry['kind']} admitted", admits, refused.get(place, "admitted")
        if place not in refused:
            before.append(entry)


def smaller_histories(scenario):
    """Each with something taken out."""
    for i in reversed(range(len(scenario["ask"]))):
        if len(scenario["ask"]) > 1:
            yield scenario | {"ask": scenario["ask"][:i] + scenario["ask"][i + 1:]}
    for i in reversed(range(len(scenario["entries"]))):
        if scenario["entries"][i]["kind"] not in ("decision-proposed", "decision-opened"):
            yield scenario | {"entries": scenario["entries"][:i] + scenario["entries"][i + 1:]}
    for i, entry in enumerate(scenario["entries"]):
        for member in entry["data"]:
            if member not in ("id", "decision", "person", "voter", "choice", "rule", "title", "name"):
                less = copy.deepcopy(scenario)
                del less["entries"][i]["data"][member]
                yield less
    yield from smaller_charters(scenario)


def smaller_charters(scenario):
    for member in ("conflicts", "constituencies", "roles"):
        if member in scenario["charter"]:
            less = copy.deepcopy(scenario)
            del less["charter"][member]
            yield less
    for path in paths(scenario["charter"]["rules"][0]):
        less = copy.deepcopy(scenario)
        at = less["charter"]["rules"][0]
        for step in path[:-1]:
            at = at[step]
        del at[path[-1]]
        if less["charter"]["rules"][0].get("tests") != []:
            yield less


def paths(value, so_far=()):
    if isinstance(value, dict):
        for name, item in value.items():
            if so_far + (name,) not in (("id",), ("method",), ("unit",), ("time",), ("time", "open")):
                yield so_far + (name,)
            yield from paths(item, so_far + (name,))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield so_far + (i,)
            yield from paths(item, so_far + (i,))


# -- elections ------------------------------------------------------------------------------------


def rows_of(case):
    """One case for each method that is asked."""
    rows = []
    for row in [case, *case["more"]]:
        rows.append(case | {"method": row["method"], "params": row["params"], "expected": {}, "more": []})
    return rows


SETS = ("winners", "smith_set", "failed")


def election_differences(case):
    """[(method, member, model, library)]"""
    wrong = []
    for one in rows_of(case):
        try:
            mine = elections.count(one)
        except elections.Refused:
            mine = "refused"
        except elections.TooMany:
            continue
        theirs = library.count(one)
        wrong += [(f"{one['method']} {one['params']}", *row) for row in answer_differences(mine, theirs)]
    return wrong


def answer_differences(mine, theirs):
    if isinstance(mine, str) or isinstance(theirs, str):
        if mine != "refused" or not isinstance(theirs, str):
            yield "answer", mine, theirs
        return
    if theirs.get("indeterminate"):
        return
    for member, value in mine.items():
        other = theirs.get(member)
        if member in SETS and isinstance(other, list):
            value, other = sorted(value), sorted(other)
        if member in ("ranking", "ranking_of_survivors") and isinstance(other, list):
            value, other = [sorted(g) for g in value], [sorted(g) for g in other]
        if member == "beats" and isinstance(other, list):
            value, other = sorted(value), sorted(other)
        if not same(value, other):
            yield member, value, other


def smaller_elections(case):
    rows = rows_of(case)
    if len(rows) > 1:
        yield from rows
    for i in range(len(case["ballots"])):
        yield case | {"ballots": case["ballots"][:i] + case["ballots"][i + 1:]}
    for option in case["options"]:
        if case["method"] != "decision" and case["params"].get("default_option") != option:
            yield without_option(case, option)
    for i, ballot in enumerate(case["ballots"]):
        for member in ("count", "weight", "voter", "constituency"):
            if member in ballot:
                less = copy.deepcopy(case)
                del less["ballots"][i][member]
                yield less
        if ballot.get("ranking"):
            less = copy.deepcopy(case)
            less["ballots"][i]["ranking"].pop()
            yield less
    for member in ("excluded_voters", "majority", "quorum_over_default"):
        if case["params"].get(member):
            less = copy.deepcopy(case)
            del less["params"][member]
            yield less
    for i in range(len(case["params"].get("tests", []))):
        if len(case["params"]["tests"]) > 1:
            less = copy.deepcopy(case)
            del less["params"]["tests"][i]
            yield less


def without_option(case, option):
    less = copy.deepcopy(case)
    less["options"].remove(option)
    for ballot in less["ballots"]:
        if "ranking" in ballot:
            ballot["ranking"] = [r for r in ([o for o in rank if o != option] for rank in ballot["ranking"]) if r]
        if "approves" in ballot:
            ballot["approves"] = [o for o in ballot["approves"] if o != option]
        ballot.get("scores", {}).pop(option, None)
    less["params"].get("majority", {}).pop(option, None)
    return less


# -- making it small ------------------------------------------------------------------------------


def shrink(case, differs, smaller):
    """Takes out, as long as the same members differ, whatever can be taken out."""
    members = {row[1] for row in differs(case)}
    again = True
    while again:
        again = False
        for less in smaller(case):
            try:
                found = {row[1] for row in differs(less)}
            except Exception:  # no case at all any more
                continue
            if found & members:
                case, again = less, True
                break
    return case


def shrunk_history(scenario):
    case = shrink(scenario, history_differences, smaller_histories)
    return case, history_differences(case)


def shrunk_election(case):
    less = shrink(case, election_differences, smaller_elections)
    return less, election_differences(less)


# -- either kind ----------------------------------------------------------------------------------


def check(kind, case):
    """(differences, what was counted on the way)."""
    if kind == "history":
        try:
            return history_differences(case), [case["charter"]["rules"][0]["method"]]
        except (NotCovered, elections.TooMany) as why:
            return [], [f"not covered: {why or 'too many orders'}"]
        except elections.Refused as why:
            return [(None, "ballots", f"refused: {why}", "let in")], []
    return election_differences(case), [row["method"] for row in rows_of(case)]


def parts(kind, case):
    """What properties are asked of: an election is asked about with each method."""
    return [case] if kind == "history" else rows_of(case)


def smallest(kind, case):
    return shrunk_history(case) if kind == "history" else shrunk_election(case)


def told(case):
    """A case as a file that can be handed in."""
    def plain(value):
        return int(value) if isinstance(value, Fraction) and value.denominator == 1 else str(value)
    return json.dumps(case, indent=1, ensure_ascii=False, default=plain)
