# SPDX-License-Identifier: LGPL-2.1-or-later
""""May P vote on D?" through PyGObject, against the same question written by hand in Python and
measured in the same run.

   ask.py [--check] FOLDER          with what `may --write SIZE FOLDER` wrote
"""

import json
import statistics
import sys
import time

import gi
gi.require_version("Charter", "1")
from gi.repository import Charter, Gio

ASKED = "2026-06-01T12:00:00Z"
DAY = ASKED[:10]
PASSES = 5


def read(folder):
    with open(folder + "/questions.txt", encoding="ascii") as file:
        rows = [line.split() for line in file]
    return [(person, decision) for person, decision, _ in rows], [int(row[2]) for row in rows]


def load(path):
    partnership = Charter.Partnership()
    partnership.clock = "2026-01-05T09:00:00Z"
    partnership.import_(Gio.File.new_for_path(path).read(None), None)
    return partnership


class ByHand:
    """Dictionaries and sets, and a walk from the parties concerned to their owners."""

    def __init__(self, path):
        self.roles, self.interests, self.owners, self.about = {}, {}, {}, {}
        self.joined = []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                entry = json.loads(line)
                take = getattr(self, entry["kind"].replace("-", "_"), None)
                if take:
                    take(entry["data"])

    def person_joined(self, data):
        self.joined.append(data["id"])

    def role_given(self, data):
        if data.get("until", "9999") >= DAY:
            self.roles.setdefault(data["person"], set()).add(data["role"])

    def interest_declared(self, data):
        self.interests.setdefault(data["person"], set()).add(data["party"])

    def link_stated(self, data):
        self.owners.setdefault(data["to"], []).append(data["from"])

    def decision_proposed(self, data):
        self.about[data["id"]] = data["about"]

    def may(self, person, decision):
        roles = self.roles.get(person, ())
        if "mandate" not in roles or "voting" not in roles or "suspended" in roles:
            return False
        mine, left, seen = self.interests.get(person, ()), list(self.about[decision]), set()
        while left:
            party = left.pop()
            if party in seen:
                continue
            seen.add(party)
            if party in mine:
                return False
            left.extend(self.owners.get(party, ()))
        return True

    def why(self, person, decision):
        roles, found = self.roles.get(person, ()), []
        found += [role for role in ("mandate", "voting") if role not in roles]
        if "suspended" in roles:
            found.append("suspended")
        mine, before = self.interests.get(person, ()), {p: None for p in self.about[decision]}
        left = list(before)
        while left:
            party = left.pop()
            if party in mine:
                path = [party]
                while before[path[-1]]:
                    path.append(before[path[-1]])
                found.append(path)
            for owner in self.owners.get(party, ()):
                if owner not in before:
                    before[owner] = party
                    left.append(owner)
        return found


def median(call, n):
    times = []
    call()
    for _ in range(PASSES):
        start = time.process_time()
        call()
        times.append((time.process_time() - start) * 1e6 / n)
    return statistics.median(times)


class Bench:
    def __init__(self, check):
        self.check, self.missed = check, False

    def tell(self, what, value, base, goal=None):
        ratio = base / value
        print(f"{what:<46} {value:9.3f} us, by hand {base:9.3f} us, {ratio:8.2f} times as fast"
              + (f" (goal: at least {goal})" if goal else ""))
        self.missed |= bool(self.check and goal and ratio < goal)


def main():
    check = sys.argv[1] == "--check"
    folder = sys.argv[-1]
    questions, masks = read(folder)
    view = load(folder + "/record.jsonl").get_view()
    question = view.prepare("vote", ASKED)
    hand = ByHand(folder + "/record.jsonl")
    right = [mask == 0 for mask in masks]
    assert [hand.may(*one) for one in questions] == right
    assert [not hand.why(*one) for one in questions] == right
    assert [question.allows(*one) for one in questions] == right
    n = len(questions)
    handles = [(question.find(person), question.find(decision)) for person, decision in questions]
    persons = list(hand.joined)
    bench = Bench(check)
    yes = median(lambda: [hand.may(*one) for one in questions], n)
    why = median(lambda: [hand.why(*one) for one in questions], n)
    bench.tell("yes or no, handles",
               median(lambda: [question.allows_handles(*one) for one in handles], n), yes, 2)
    bench.tell("yes or no, ids",
               median(lambda: [question.allows(*one) for one in questions], n), yes, 1)
    bench.tell("verdicts, an object each, the answer read",
               median(lambda: [question.explain(*one).get_answer() for one in questions], n), why,
               0.5)
    bench.tell("verdicts, an object each, the grounds read",
               median(lambda: [question.explain(*one).get_grounds() for one in questions], n), why)
    decision, m = questions[0][1], len(persons)
    bench.tell("everybody in one call, a person",
               median(lambda: question.answer_all(decision, None), m),
               median(lambda: [hand.may(one, decision) for one in persons], m), 25)
    bench.tell("everybody's verdict as one text, a person",
               median(lambda: question.explain_all(decision, None), m),
               median(lambda: [hand.why(one, decision) for one in persons], m), 5)
    return 1 if bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
