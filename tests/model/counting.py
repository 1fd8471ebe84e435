# SPDX-License-Identifier: LGPL-2.1-or-later
"""Quorum, pass tests, ties and the margin, from the choices of voting units."""

import math
from fractions import Fraction
from itertools import combinations, product

from .record import NotCovered, instant, listed, period

CHOICES = ("for", "against", "abstain", "object", "stand-aside", "silent", "invalid")


class Count:
    """Units with their choices, and what the rule makes of them."""

    def __init__(self, question, units, delegations, at, moment):
        self.at, self.moment = at, moment
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

    def objecting(self, constituency=None):
        """Whose objection stands: cast with a reason, or raised. Where votes are counted, whoever
        cast one. Equal ballots of one affiliation count once; what was raised is no ballot."""
        hears = self.question.hears()
        return [u for u in self.units if u.votes() and (constituency is None or constituency in u.constituencies)
                and (u.objects or u in self.kept and u.choice == "object" and (not hears or self.reasoned(u)))]

    def reasoned(self, unit):
        """Of its own ballot, or of the one through which it votes."""
        if unit.own is not None:
            return unit.reason
        behind = self.question.behind(unit, self.units, self.made)
        return behind is not None and behind.reason

    def base(self, name, heads, constituency=None):
        if name == "mean-attendance":
            return self.mean_attendance(heads)
        units = [u for u in self.units if constituency is None or constituency in u.constituencies]
        if self.regime["leaves"] and name in ("eligible", "present"):
            units = [u for u in units if not u.barred]
        if name == "present":
            units = [u for u in units if u.came]
        if name == "invited":
            units = [u for u in units if self.invited(u)]
        return self.total(units, heads)

    def guests(self):
        called = self.question.record.all("meeting-called", id=self.question.meeting)
        return called[0].get("invited", []) if called else []

    def invited(self, unit):
        """By its name or that of a person who acts for it; a person also by the partner's."""
        record = self.question.record
        partners = listed(record.joined(unit.name).get("for"))
        acting = [e["id"] for e in record.all("person-joined") if unit.name in listed(e.get("for"))]
        return any(who == unit.name or who in acting or who in partners for who in self.guests())

    def met(self):
        """The last meetings begun before the electorate's instant at which attendance was noted."""
        record, moment = self.question.record, self.moment
        begun = [e for e in record.all("meeting-called") if e.at <= moment and instant(e["starts"]) < moment
                 and any(a.at <= moment for a in record.all("attendance-noted", meeting=e["id"]))]
        begun.sort(key=lambda e: instant(e["starts"]))
        return begun[-self.rule["quorum"].get("meetings", 1):]

    def mean_attendance(self, heads):
        met = self.met()
        if not met:
            return Fraction(0)
        came = 0
        for meeting in met:
            there = [u for u in self.question.units(instant(meeting["starts"]))
                     if any(self.question.was_at(meeting["id"], p, self.moment) for p in u.people)]
            came += self.total(there, heads)
        return Fraction(came, len(met))

    def untold(self):
        """A base that nothing tells."""
        base = self.quorum_base() if "quorum" in self.rule else None
        if "share" not in self.rule.get("quorum", {}):
            return False
        return base == "invited" and not self.guests() or base == "mean-attendance" and not self.met()

    def sum(self, text, heads, constituency=None, more=0):
        """for+against and so on; `more` in favour."""
        value = 0
        for part in text.split("+"):
            if part in ("eligible", "members", "present", "invited"):
                value += self.base(part, heads, constituency)
            elif part == "cast":
                value += sum(self.total(self.voting(c, constituency), heads)
                             for c in ("for", "against", "abstain", "object", "stand-aside", "invalid")) + more
            elif part == "quorum":
                value += self.counted()
            elif part == "object":
                value += self.total(self.objecting(constituency), heads)
            else:
                value += self.total(self.voting(part, constituency), heads) + (more if part == "for" else 0)
        return value

    # -- quorum ---------------------------------------------------------------------------------------

    def heads(self):
        return self.rule.get("quorum", {}).get("by") == "heads"

    def counts_towards_quorum(self, unit):
        wanted = self.rule.get("quorum", {}).get("counts", ["for", "against", "abstain"])
        if self.rule.get("quorum", {}).get("per", "item") == "meeting":
            moment = self.moment
            return any(self.question.began(p, moment) for p in unit.people)
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
            base = self.base(self.quorum_base(), self.heads())
            if "at-least" in quorum:
                needed = math.ceil(Fraction(quorum["at-least"]))
            elif "sqrt-of" in quorum:
                needed = self.smallest_root(quorum, base)
            else:
                right = rounded(Fraction(quorum["share"]) * base, quorum.get("round", "exact"))
                right += quorum.get("plus", 0)
                needed = smallest(right, quorum.get("compare", ">="))
            if "share" in quorum and "at-least" in quorum:
                raise NotCovered("a share and a number")
        if self.anyone_barred:
            needed = max(needed, self.question.policy.get("floor", 0))
            if self.question.policy.get("regime") == "qualified-majority":
                needed = max(needed, 2)
        return base, max(needed, 0)

    def quorum_base(self):
        quorum = self.rule["quorum"]
        named = quorum.get("sqrt-of")
        return named if isinstance(named, str) else quorum.get("base", "members")

    def smallest_root(self, quorum, base):
        """The share of a square root, which is never worked out but compared by squaring."""
        square = Fraction(quorum["share"]) ** 2 * base
        plus, how, compare = quorum.get("plus", 0), quorum.get("round", "exact"), quorum.get("compare", ">=")
        if how != "exact":
            return smallest(rounded_root(square, how) + plus, compare)
        n = plus
        while not ((n - plus) ** 2 > square or (n - plus) ** 2 == square and compare == ">="):
            n += 1
        return n

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
            named |= self.question.record.speaks_for(person)
        return row["constituency"] in named

    def quorum(self):
        base, needed = self.needed()
        counted, requires = self.counted(), self.requires()
        holds = counted >= needed and all(row["holds"] for row in requires) and not self.untold()
        quorate = holds and (self.rule["method"] != "role-holder" or any(u.votes() for u in self.units))
        answer = {"needed": needed, "counted": counted, "holds": holds}
        if base is not None:
            answer |= {"base": self.quorum_base(), "base-count": base}
        if requires:
            answer["requires"] = requires
        return answer, quorate

    # -- tests ----------------------------------------------------------------------------------------

    MAJORITY = {"id": "majority", "of": "for", "base": "for+against", "share": "1/2", "compare": ">"}
    UNANIMITY = {"id": "unanimity", "of": "for", "base": "for+against", "share": "1", "compare": ">="}
    DEFAULTS = {"majority": [MAJORITY], "role-holder": [MAJORITY], "unanimity": [UNANIMITY]}

    def rows(self):
        rows = list(self.rule.get("tests", ()))
        if "tests" not in self.rule:
            rows += self.DEFAULTS.get(self.rule["method"], [])
        if self.question.hears() and not any(r.get("of") == "object" for r in rows):
            rows += [{"id": "no-objection", "of": "object", "at-most": 0}]
        if self.anyone_barred and self.question.policy.get("regime") == "qualified-majority":
            rows += [{"id": "qualified-majority", "of": "for", "base": "for+against", "share": "1/2", "compare": ">"},
                     {"id": "qualified-two", "of": "for", "at-least": 2, "by": "heads"}]
        return rows

    def test(self, row, more=0):
        """The answer's row for one test."""
        if "veto" in row:
            many = self.vetoes(row)
            return {"id": row["id"], "left": many, "right": 0, "compare": "<=", "holds": many == 0}
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
            band = self.band(row, more)
            if band is None:
                first = row["bands"][0]
                above = "above" in first
                return answer | {"left": self.turnout(row, more), "right": Fraction(first["above" if above else "from"]),
                                 "compare": ">" if above else ">=", "holds": False}
            base = self.sum(row.get("base", "for+against"), heads, constituency, more)
            share = Fraction(band["share"])
            right = rounded(share * base, row.get("round", "exact")) + row.get("plus", 0)
            compare = band.get("compare", ">" if share <= Fraction(1, 2) else ">=")
        holds = {">": left > right, ">=": left >= right, "<=": left <= right}[compare]
        return answer | {"right": right, "compare": compare, "holds": holds}

    def vetoes(self, row):
        """Of how many holders a ballot stands: their own, and not one through which they vote."""
        return sum(unit.votes() and self.is_vetoed_by(unit, row)
                   and any(self.holds_veto(unit, who) for who in row["holders"]) for unit in self.kept)

    @staticmethod
    def is_vetoed_by(unit, row):
        """An objection that it raised, whose reason is its own, or its ballot, with the ballot's."""
        if unit.objects and row["veto"] == "object":
            return True
        return unit.own == row["veto"] and (unit.reason or not row.get("needs-reason", False))

    def holds_veto(self, unit, who):
        kind, _, name = who.partition(":")
        question, people = self.question, {unit.name, unit.caster}
        if kind == "role":
            return bool(people & set(question.record.holders(name, self.moment)))
        if kind == "constituency":
            return any(name in question.record.constituencies(party) for party in people)
        if kind in ("person", "partner"):
            return name in people
        return who == ("partners" if question.rule.get("unit", "partner") == "partner" else "persons")

    def turnout(self, row, more=0):
        """For, against and abstain over the members."""
        heads, constituency = row.get("by") == "heads", row.get("constituency")
        members = self.base("members", heads, constituency)
        return Fraction(self.sum("for+against+abstain", heads, constituency, more), members) if members else Fraction(0)

    def band(self, row, more=0):
        """The last band that fits the turnout."""
        if "bands" not in row:
            return row
        turnout, fits = self.turnout(row, more), None
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
        if self.question.hears():
            favour = favour or self.assents()
            if self.rule["method"] == "consensus" and not self.question.called(self.at):
                return False
        return favour > 0 and all(row["holds"] for row in self.tests(more))

    def assents(self):
        """Silence does where the rule says so, its quorum is reached or everybody had the whole
        time, and whoever proposed it is not barred."""
        question = self.question
        if self.rule.get("silence", "nothing") != "assents":
            return False
        whole = question.closes - question.opens >= period(self.rule["time"]["open"])
        proposer = question.proposed.by
        barred = proposer is not None and question.conflicted(proposer, self.moment) is not False
        return ("quorum" in self.rule or whole) and not barred

    # -- result ---------------------------------------------------------------------------------------

    def is_tie(self):
        """As many for as against, and somebody is, where one more in favour would carry it."""
        counts = self.counts()
        return counts["for"] > 0 and counts["for"] == counts["against"] and self.passes(more=1)

    METHODS = ("majority", "unanimity", "role-holder", "consent", "consensus", "lazy-consensus")

    def result(self):
        if self.rule["method"] not in self.METHODS:
            raise NotCovered(self.rule["method"])
        if self.untold():
            return "indeterminate"
        if not self.quorum()[1]:
            return "no-quorum"
        if self.is_blocked():
            return "blocked"
        if self.passes():
            return "carried"
        if self.is_tie():
            return self.broken()
        return "not-carried"

    def is_blocked(self):
        """A veto stands, or more objections than are tolerated."""
        return any("veto" in row and self.vetoes(row) > 0 or
                   self.question.hears() and row.get("of") == "object" and not self.test(row)["holds"]
                   for row in self.rows())

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

    def ways(self):
        named = "object" in str(self.rule.get("quorum", {})) + str(self.rule.get("tests", []))
        return ("for", "against", "abstain", None) + (("object",) if self.question.hears() or named else ())

    def margin(self):
        """The fewest voters who have to cast otherwise to turn whether it is carried; None where
        no number does."""
        carried = self.result() == "carried"
        voters = [u for u in self.units if u.votes()]
        kept = {u: (u.own, u.reason) for u in voters}
        for many in range(1, len(voters) + 1):
            for some in combinations(voters, many):
                for ways in product(self.ways(), repeat=many):
                    for unit, way in zip(some, ways):
                        if way != unit.own:
                            unit.own, unit.reason = way, True
                    self.settle()
                    turned = (self.result() == "carried") != carried
                    for unit in voters:
                        unit.own, unit.reason = kept[unit]
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


def rounded_root(square, how):
    """The square root of a number, rounded to a whole one."""
    n = 0
    while {"down": (n + 1) ** 2 <= square, "up": n ** 2 < square,
           "nearest": (2 * n + 1) ** 2 <= 4 * square}[how]:
        n += 1
    return n


def smallest(right, compare):
    return math.floor(right) + 1 if compare == ">" else math.ceil(right)
