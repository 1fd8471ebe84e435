# SPDX-License-Identifier: LGPL-2.1-or-later
"""What must stay the same, or can only get better, when a case is changed in a known way.

Each property gives None where it does not apply, else the two answers that have to be equal; for
those of one direction, a pair that is equal where it holds.
"""

import copy
import random

from . import library

KEPT = ("closes", "counts", "mode", "opens", "quorate", "quorum", "result", "state", "tests", "winners", "ranking")


def kept(answer, *also):
    return {name: answer.get(name) for name in (*KEPT, *also)}


def decided(scenario, at=None):
    """(answer at the last instant asked, places of entries that were refused)."""
    partnership, refused = library.found(scenario)
    ask = scenario["ask"][0]
    answer = library.decide(partnership.get_view(), ask["decision"], at or ask["at"])
    return answer, refused


def has_decision(scenario, refused):
    return any(e["kind"] == "decision-proposed" and i not in refused for i, e in enumerate(scenario["entries"]))


# -- histories --------------------------------------------------------------------------------


def renamed(value, names):
    if isinstance(value, dict):
        return {k: renamed(v, names) for k, v in value.items()}
    if isinstance(value, list):
        return [renamed(v, names) for v in value]
    return names.get(value, value) if isinstance(value, str) else value


def names_of(scenario, rng):
    """New names for everybody, in another order."""
    old = [e["data"]["id"] for e in scenario["entries"] if e["kind"] in ("person-joined", "partner-joined")]
    new = [f"n{i}" for i in range(len(old))]
    rng.shuffle(new)
    return dict(zip(old, new))


def neutral_to_names(scenario, rng):
    """Renaming people and partners changes nothing but names."""
    if "lot" in scenario["charter"]["rules"][0].get("tie", []):      # drawn from the ballots as recorded
        return None
    names = names_of(scenario, rng)
    other = scenario | {"entries": renamed(scenario["entries"], names)}
    mine, _ = decided(scenario)
    theirs, _ = decided(other)
    return kept(mine, "margin"), kept(theirs, "margin")


def anonymous(scenario, rng):
    """Where all voters are alike, who cast which ballot makes no difference."""
    if any(e["kind"] not in ("person-joined", "decision-proposed", "decision-opened", "ballot-cast", "decision-closed")
           or e["data"].get("constituencies") for e in scenario["entries"]):
        return None
    rule = scenario["charter"]["rules"][0]
    if rule["unit"] != "person" or "voters" in rule or "lot" in rule.get("tie", []):
        return None
    people = [e["data"]["id"] for e in scenario["entries"] if e["kind"] == "person-joined"]
    if any(e["at"] > "2026-01-06" for e in scenario["entries"] if e["kind"] == "person-joined"):
        return None
    others = list(people)
    rng.shuffle(others)
    names = dict(zip(people, others))
    entries = [e | {"data": e["data"] | {"voter": names.get(e["data"]["voter"], e["data"]["voter"])}}
               if e["kind"] == "ballot-cast" else e for e in scenario["entries"]]
    mine, _ = decided(scenario)
    theirs, _ = decided(scenario | {"entries": entries})
    return kept(mine, "margin"), kept(theirs, "margin")


MONOTONE_BASES = {"for+against", "for+against+abstain", "members", "eligible"}


def more_in_favour(scenario, rng):
    """One more in favour never loses a majority rule: cast so one after the other."""
    rule = scenario["charter"]["rules"][0]
    tests = rule.get("tests", [])
    if rule["method"] not in ("majority", "unanimity") or any("at-most" in t or t.get("of", "for") != "for" or "bands" in t
                                           or t.get("base", "for+against") not in MONOTONE_BASES for t in tests):
        return None
    if "for" not in rule.get("quorum", {}).get("counts", ["for"]) or rule.get("fold", "none") != "none":
        return None
    if any(e["kind"] in ("decision-closed", "casting-vote-given") for e in scenario["entries"]):
        return None
    if rule.get("speaks") == "agreed" or rule.get("recast") in ("refused", "invalid") or "early" in rule:
        return None
    _, refused = decided(scenario)
    others = [i for i, e in enumerate(scenario["entries"])
              if e["kind"] == "ballot-cast" and i not in refused and e["data"].get("choice") in ("against", "abstain")]
    if not others:
        return None
    rng.shuffle(others)
    more, carried = copy.deepcopy(scenario), []
    for place in [None, *others]:
        if place is not None:
            more["entries"][place]["data"]["choice"] = "for"
        carried.append(decided(more)[0]["result"] == "carried")
    return carried, sorted(carried)


def order_is_nothing(scenario, rng):
    """Ballots of one instant, of different voters, in another order."""
    rule = scenario["charter"]["rules"][0]
    if rule.get("fold", "none") != "none" or rule["unit"] != "person" or "lot" in rule.get("tie", []):
        return None
    if "early" in rule or "late-quorum" in rule.get("time", {}):     # the first ballot that does it
        return None
    entries = list(scenario["entries"])
    swapped = False
    for i in range(len(entries) - 1):
        a, b = entries[i], entries[i + 1]
        if (a["kind"], b["kind"]) == ("ballot-cast", "ballot-cast") and a["data"]["voter"] != b["data"]["voter"]:
            at = max(a["at"], b["at"])
            entries[i], entries[i + 1] = b | {"at": at}, a | {"at": at}
            swapped = True
            break
    if not swapped:
        return None
    straight = list(scenario["entries"])
    straight[i], straight[i + 1] = entries[i + 1], entries[i]
    mine, _ = decided(scenario | {"entries": straight})
    theirs, _ = decided(scenario | {"entries": entries})
    return kept(mine, "margin"), kept(theirs, "margin")


def barred_never_count(scenario, rng):
    """A ballot of somebody who is barred at the closing, left out of the record: the same count."""
    mine, refused = decided(scenario)
    rule = scenario["charter"]["rules"][0]
    if any(e["kind"] == "decision-closed" for e in scenario["entries"]) or mine.get("result") == "pending" or "late-quorum" in rule.get("time", {}) or "early" in rule:
        return None
    out = {row["who"] for row in mine.get("excluded", []) if row["ground"] in ("conflict", "own-matter", "withdrew")
           and "vote" in row["from"]}
    if rule["unit"] != "person" or not out:
        return None
    less = [e for e in scenario["entries"] if e["kind"] != "ballot-cast" or e["data"]["voter"] not in out]
    if len(less) == len(scenario["entries"]):
        return None
    theirs, _ = decided(scenario | {"entries": less})
    return kept(mine, "margin"), kept(theirs, "margin")


def replayed(scenario, rng):
    """The view of an earlier moment is that of a record which ends there; and what was exported and
    read in again gives the same answers."""
    partnership, refused = library.found(scenario)
    admitted = [e for i, e in enumerate(scenario["entries"]) if i not in refused]
    many = rng.randint(1, len(admitted))
    part = scenario | {"entries": admitted[:many]}
    if not any(e["kind"] == "decision-proposed" for e in part["entries"]):
        return None
    ask = rng.choice(scenario["ask"])
    then = library.decide(partnership.as_of(many + 2), ask["decision"], ask["at"])
    alone = library.decide(library.found(part)[0].get_view(), ask["decision"], ask["at"])
    return then, alone


HISTORIES = {
    "names": neutral_to_names,
    "anonymity": anonymous,
    "more in favour": more_in_favour,
    "order of entries": order_is_nothing,
    "barred never count": barred_never_count,
    "replay": replayed,
}


# -- elections ----------------------------------------------------------------------------------


def asked(case):
    """The library's answer to the main question, or the fault it finds."""
    return library.count(case)


def plain(answer):
    """Sets as sets, so that the order of options does not matter; no matrices, whose order it is."""
    if isinstance(answer, str):
        return answer
    out = {}
    for name, value in answer.items():
        if name in ("winners", "smith_set"):
            out[name] = sorted(value)
        elif name in ("ranking", "ranking_of_survivors"):
            out[name] = [sorted(group) for group in value]
        elif name == "beats":
            out[name] = sorted(map(tuple, value))
        elif name in ("scores", "dropped", "unique", "elimination_tie", "quota", "condorcet_winner", "outcome", "failed",
                      "tally"):
            out[name] = value
    return out


def shuffled_ballots(case, rng):
    """Anonymity: the order of ballots is nothing, nor whether equal ones are written as one."""
    ballots = []
    for ballot in case["ballots"]:
        if "voter" in ballot:       # one voter has one ballot
            ballots.append(ballot)
            continue
        many = ballot.get("count", 1)
        ballots += [{k: v for k, v in ballot.items() if k != "count"} for _ in range(many)]
    rng.shuffle(ballots)
    return plain(asked(case)), plain(asked(case | {"ballots": ballots}))


def shuffled_options(case, rng):
    """Neutrality: other names in another order change nothing but names."""
    if case["method"] == "decision":
        return None
    old = list(case["options"])
    new = [f"o{i}" for i in range(len(old))]
    rng.shuffle(new)
    names = dict(zip(old, new))
    other = relabelled(case, names)
    rng.shuffle(other["options"])
    mine = asked(case)
    if not isinstance(mine, str):
        mine = relabel_answer(mine, names)
    theirs = asked(other)
    return plain(mine), plain(theirs)


def relabelled(case, names):
    out = copy.deepcopy(case)
    out["options"] = [names[o] for o in case["options"]]
    for ballot in out["ballots"]:
        if "ranking" in ballot:
            ballot["ranking"] = [[names[o] for o in rank] for rank in ballot["ranking"]]
        if "approves" in ballot:
            ballot["approves"] = [names[o] for o in ballot["approves"]]
        if "scores" in ballot:
            ballot["scores"] = {names[o]: s for o, s in ballot["scores"].items()}
    if "default_option" in out["params"]:
        out["params"]["default_option"] = names[out["params"]["default_option"]]
        out["params"]["majority"] = {names[o]: m for o, m in out["params"]["majority"].items()}
    return out


def relabel_answer(answer, names):
    if isinstance(answer, dict):
        return {names.get(k, k): relabel_answer(v, names) for k, v in answer.items()}
    if isinstance(answer, list):
        return [relabel_answer(v, names) for v in answer]
    return names.get(answer, answer) if isinstance(answer, str) else answer


def excluded_are_absent(case, rng):
    """A ballot of the recused never counts: without it the answer is the same."""
    out = set(case["params"].get("excluded_voters", []))
    if not out or any(t.get("base") == "eligible" or t["kind"] == "turnout" for t in case["params"].get("tests", [])):
        return None
    ballots = [b for b in case["ballots"] if b.get("voter") not in out]
    params = {name: value for name, value in case["params"].items() if name != "excluded_voters"}
    return plain(asked(case)), plain(asked(case | {"ballots": ballots, "params": params}))


MONOTONE = ("schulze", "ranked-pairs", "minimax", "copeland", "borda")


def raised_still_wins(case, rng):
    """Monotonicity: who wins alone, and is put first on one ballot more, wins still."""
    if case["method"] not in MONOTONE or case["params"].get("unranked") == "ignored":
        return None
    mine = asked(case)
    if isinstance(mine, str) or len(mine["winners"]) != 1 or not case["ballots"]:
        return None
    best = mine["winners"][0]
    place = rng.randrange(len(case["ballots"]))
    ballots = copy.deepcopy(case["ballots"])
    ranking = [[o for o in rank if o != best] for rank in ballots[place]["ranking"]]
    ballots[place]["ranking"] = [[best]] + [rank for rank in ranking if rank]
    theirs = asked(case | {"ballots": ballots})
    return True, best in theirs["winners"]


ELECTIONS = {
    "anonymity": shuffled_ballots,
    "neutrality": shuffled_options,
    "recused never count": excluded_are_absent,
    "monotonicity": raised_still_wins,
}


def broken(kind, case, seed):
    """(properties that applied, [(property, one answer, the other)] of those that do not hold)."""
    applied, wrong = [], []
    for name, check in {"history": HISTORIES, "election": ELECTIONS}[kind].items():
        pair = check(case, random.Random(f"{name} {seed}"))
        if pair is not None:
            applied.append(name)
            if pair[0] != pair[1]:
                wrong.append((name, *pair))
    return applied, wrong


