# SPDX-License-Identifier: LGPL-2.1-or-later
"""Quorum, pass tests, ties and the margin, from the choices of voting units."""

import math
from fractions import Fraction
from itertools import combinations, product

from .record import NotCovered

CHOICES = ("for", "against", "abstain", "object", "stand-aside", "silent", "invalid")


class Count:
    """Units with their choices, and what the rule makes of them."""

    def __init__(self, question, units, delegations, at):
        self.at = at
        self.question, self.rule = question, question.rule
        self.units, self.made = units, delegations
        self.settle()
        self.regime = question.regime()
        self.anyone_barred = any(u.barred for u in units)

    def settle(self):
        """From the ballots of their own to what counts."""
        self.question.delegate(self.units, self.made)
        self.kept = self.question.fold_identical(self.units)

    # -- sums -----------------------------------------------------------------------------------------

    def total(self, units, heads):
        return sum(1 if heads else u.weight for u in units)

    def voting(self, choice, constituency=None):
        return [u for u in self.kept if u.votes() and u.choice == choice
                and (constituency is None or constituency in u.constituencies)]

    def counts(self):
        heads = False
        return {c: self.total(self.voting(c), heads) for c in CHOICES}

    def base(self, name, heads, constituency=None):
        units = [u for u in self.units if constituency is None or constituency in u.constituencies]
        if self.regime["leaves"] and name in ("eligible", "present"):
            units = [u for u in units if not u.barred]
        if name == "present":
            units = [u for u in units if u.came]
        if name == "invited":
            units = [u for u in units if self.invited(u)]
        return self.total(units, heads)

    def invited(self, unit):
        question = self.question
        called = question.record.all("meeting-called", id=question.meeting)
        guests = called[0].get("invited", []) if called else []
        return any(who == unit.name or who in unit.people for who in guests)

    def sum(self, text, heads, constituency=None, more=0):
        """for+against and so on; `more` in favour."""
        value = 0
        for part in text.split("+"):
            if part in ("eligible", "members", "present", "invited"):
                value += self.base(part, heads, constituency)
            elif part == "cast":
                value += sum(self.total(self.voting(c, constituency), heads)
                             for c in ("for", "against", "abstain", "object", "stand-aside")) + more
            elif part == "quorum":
                value += self.counted()
            else:
                value += self.total(self.voting(part, constituency), heads) + (more if part == "for" else 0)
        return value

    # -- quorum ---------------------------------------------------------------------------------------

    def heads(self):
        return self.rule.get("quorum", {}).get("by") == "heads"

    def counts_towards_quorum(self, unit):
        wanted = self.rule.get("quorum", {}).get("counts", ["for", "against", "abstain"])
        if unit.barred:
            return self.regime["counted"] and unit.present
        return unit in self.kept and (unit.choice in wanted or "present" in wanted and unit.present)

    def counted(self):
        return self.total([u for u in self.units if self.counts_towards_quorum(u)], self.heads())

    def needed(self):
        """(base-count, the smallest whole number that does), or None without a quorum."""
        quorum = self.rule.get("quorum")
        base = None
        needed = 0
        if quorum:
            base = self.base(quorum.get("base", "members"), self.heads())
            if "at-least" in quorum:
                needed = math.ceil(Fraction(quorum["at-least"]))
            elif "sqrt-of" in quorum:
                needed = self.smallest_root(quorum, base)
            else:
                right = rounded(Fraction(quorum["share"]) * base, quorum.get("round", "exact"))
                right += quorum.get("plus", 0)
                needed = smallest(right, quorum.get("compare", ">="))
        if self.anyone_barred:
            needed = max(needed, self.question.policy.get("floor", 0))
            if self.question.policy.get("regime") == "qualified-majority":
                needed = max(needed, 2)
        return base, max(needed, 0)

    def smallest_root(self, quorum, base):
        """The share of a square root, compared by squaring."""
        name = quorum["sqrt-of"]
        if isinstance(name, str):
            base = self.base(name, self.heads())
        share, plus, n = Fraction(quorum["share"]), quorum.get("plus", 0), 0
        while True:
            left = n - plus
            if left >= 0 and (left * left > share * share * base
                              or left * left == share * share * base and quorum.get("compare", ">=") == ">="):
                return n
            n += 1

    def requires(self):
        rows = []
        for row in self.rule.get("quorum", {}).get("requires", []):
            counted = sum(self.is_of(u, row) for u in self.units if self.counts_towards_quorum(u))
            needed = math.ceil(Fraction(row["at-least"]))
            rows.append({"needed": needed, "counted": counted, "holds": counted >= needed,
                         **{k: row[k] for k in ("constituency", "role") if k in row}})
        return rows

    def is_of(self, unit, row):
        if "constituency" not in row:
            raise NotCovered("a required role")
        people = {unit.caster, *unit.there} - {None}
        named = set(unit.constituencies)
        for person in people:
            named |= self.question.record.constituencies(person)
        return row["constituency"] in named

    def quorum(self):
        base, needed = self.needed()
        counted, requires = self.counted(), self.requires()
        holds = counted >= needed and all(row["holds"] for row in requires)
        answer = {"needed": needed, "counted": counted, "holds": holds}
        if base is not None:
            answer |= {"base": self.rule["quorum"].get("base", "members"), "base-count": base}
        if requires:
            answer["requires"] = requires
        return answer, holds

    # -- tests ----------------------------------------------------------------------------------------

    def rows(self):
        if "tests" in self.rule:
            rows = list(self.rule["tests"])
        else:
            rows = [{"id": "majority", "of": "for", "base": "for+against", "share": "1/2", "compare": ">"}]
        if self.anyone_barred and self.question.policy.get("regime") == "qualified-majority":
            rows += [{"id": "qualified-majority", "of": "for", "base": "for+against", "share": "1/2", "compare": ">"},
                     {"id": "qualified-two", "of": "for", "at-least": 2, "by": "heads"}]
        return rows

    def test(self, row, more=0):
        """The answer's row for one test."""
        if "veto" in row:
            raise NotCovered("veto")
        heads, constituency = row.get("by") == "heads", row.get("constituency")
        left = Fraction(self.sum(row.get("of", "for"), heads, constituency, more))
        answer = {"id": row["id"], "left": left}
        if constituency:
            answer["constituency"] = constituency
        if "at-least" in row:
            right, compare = Fraction(row["at-least"]), ">="
        elif "at-most" in row:
            right, compare = Fraction(row["at-most"]), "<="
        else:
            band = self.band(row)
            if band is None:
                return answer | {"holds": False}
            base = self.sum(row.get("base", "for+against"), heads, constituency, more)
            share = Fraction(band["share"])
            right = rounded(share * base, row.get("round", "exact")) + row.get("plus", 0)
            compare = band.get("compare", ">" if share <= Fraction(1, 2) else ">=")
        holds = {">": left > right, ">=": left >= right, "<=": left <= right}[compare]
        return answer | {"right": right, "compare": compare, "holds": holds}

    def band(self, row):
        """By turnout: for, against and abstain over the members; the last band that fits."""
        if "bands" not in row:
            return row
        heads = row.get("by") == "heads"
        members = self.base("members", heads)
        turnout = Fraction(self.sum("for+against+abstain", heads), members) if members else Fraction(0)
        fits = None
        for band in row["bands"]:
            if "from" in band and turnout >= Fraction(band["from"]):
                fits = band
            if "above" in band and turnout > Fraction(band["above"]):
                fits = band
        return fits

    def tests(self, more=0):
        return [self.test(row, more) for row in self.rows()]

    def passes(self, more=0):
        favour = self.sum("for", False, None, more)
        return favour > 0 and all(row["holds"] for row in self.tests(more))

    # -- result ---------------------------------------------------------------------------------------

    def is_tie(self):
        """As many for as against, and somebody is, where one more in favour would carry it."""
        counts = self.counts()
        return counts["for"] > 0 and counts["for"] == counts["against"] and self.passes(more=1)

    def result(self):
        if self.rule["method"] != "majority":
            raise NotCovered(self.rule["method"])
        _, quorate = self.quorum()
        if not quorate:
            return "no-quorum"
        if self.passes():
            return "carried"
        if self.is_tie():
            return self.broken()
        return "not-carried"

    def broken(self):
        for way in self.rule.get("tie", ["status-quo"]):
            if way == "casting-vote":
                given = [e for e in self.question.record.all("casting-vote-given", decision=self.question.decision)
                         if e.at <= self.at]
                if not given:
                    return "tied"
                return "carried" if given[-1]["choice"] == "for" else "not-carried"
            if way == "status-quo":
                return "not-carried"
            raise NotCovered(f"tie {way}")
        return "not-carried"

    # -- margin ---------------------------------------------------------------------------------------

    WAYS = ("for", "against", "abstain", None)

    def margin(self):
        """The fewest voters who have to cast otherwise to turn whether it is carried; None where
        no number does."""
        carried = self.result() == "carried"
        voters = [u for u in self.units if u.votes()]
        kept = {u: u.own for u in voters}
        for many in range(1, len(voters) + 1):
            for some in combinations(voters, many):
                for ways in product(self.WAYS, repeat=many):
                    for unit in voters:
                        unit.own = kept[unit]
                    for unit, way in zip(some, ways):
                        unit.own = way
                    self.settle()
                    turned = (self.result() == "carried") != carried
                    for unit in voters:
                        unit.own = kept[unit]
                    self.settle()
                    if turned:
                        return many
        return None


def rounded(value, how):
    return {
        "exact": lambda: value,
        "up": lambda: Fraction(math.ceil(value)),
        "down": lambda: Fraction(math.floor(value)),
        "nearest": lambda: Fraction(math.floor(value + Fraction(1, 2))),
    }[how]()


def smallest(right, compare):
    return math.floor(right) + 1 if compare == ">" else math.ceil(right)
