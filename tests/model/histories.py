# SPDX-License-Identifier: LGPL-2.1-or-later
"""What was decided? The rules of a charter on a history of entries, counted the slow way.

`decide (scenario, decision, at)` gives members of the answer to the question `decision`
(SCENARIOS.md). Who may vote is worked out from the entries each time; the margin by trying every
other way of casting, one voter more at a time.
"""

import math
from fractions import Fraction
from itertools import combinations, product

from .record import NotCovered, Record, instant, period, spelled

CHOICES = ("for", "against", "abstain", "object", "stand-aside", "silent", "invalid")

# What a conflict does to the quorum: whether the barred are counted there, and whether they
# leave the bases `eligible` and `present` (DESIGN, section 5).
REGIMES = {
    "counts-present": {"counted": True, "leaves": False},
    "fixed-base": {"counted": False, "leaves": False},
    "authorised-without": {"counted": False, "leaves": False},
    "qualified-majority": {"counted": False, "leaves": True},
    "units-removed": {"counted": False, "leaves": True},
    "colleagues-decide": {"counted": False, "leaves": True},
}


def rule_of(charter, name):
    return next(r for r in charter.get("rules", []) if r["id"] == name)


class Unit:
    """One that has a vote: a person, or a partner with everyone who acts for it."""

    def __init__(self, name, weight, constituencies, people):
        self.name, self.weight, self.people = name, weight, people
        self.constituencies = constituencies
        self.barred = False         # from voting
        self.present = False
        self.ballots = []           # (entry, person) that count, in order
        self.own = None             # the choice of its own ballot
        self.caster = None          # who cast it
        self.choice = "silent"      # its own, or that through which it votes

    def votes(self):
        """Not barred, and somebody is there who could cast for it, or has."""
        return not self.barred and bool(self.people or self.ballots)


class Question:
    """One decision, as at one instant."""

    def __init__(self, record, decision):
        self.record, self.decision = record, decision
        self.proposed = next(e for e in record.all("decision-proposed", id=decision))
        self.rule = rule_of(record.charter, self.proposed["rule"])
        self.policy = record.charter.get("conflicts", {})
        opened = record.all("decision-opened", decision=decision)
        self.opens = opened[0].at if opened else None
        self.closes = self.first_closing(opened[0]) if opened else None
        self.meeting = self.proposed.get("meeting")
        if self.rule.get("secret") or any("bars" in r or "substitutes" in r
                                          for r in record.charter.get("roles", [])):
            raise NotCovered("a secret vote, substitutes or suspension")
        about = self.proposed.get("about", [])
        self.about = [about] if isinstance(about, str) else about

    def first_closing(self, opened):
        if opened.get("closes"):
            return instant(opened["closes"])
        return opened.at + period(self.rule["time"]["open"])

    # -- who is barred ---------------------------------------------------------------------------

    def regime(self):
        name = self.policy.get("regime", "fixed-base")
        if name in REGIMES:
            return REGIMES[name]
        own = next(r for r in self.policy["regimes"] if r["id"] == name)
        quorum = own.get("quorum", "fixed-base")
        if own.get("vote", False) or quorum == "counts" and not own.get("presence", False):
            raise NotCovered("regime")
        return {"counted": quorum == "counts", "leaves": quorum in ("shrinking-base", "units-removed")}

    def conflicted(self, party, at):
        """Whether somebody is out of it: True, False, or None where it awaits a ruling."""
        if party in self.about or self.record.stepped_out(party, self.decision, at):
            return True
        ruled = self.record.ruling(party, self.decision, at)
        if ruled is not None:
            return ruled
        if not any(e["person"] == party and e["party"] in self.about for e in self.record.interests(at)):
            return False
        needed = self.policy.get("needs-ruling") or self.policy.get("regime") == "colleagues-decide"
        return None if needed else True

    def awaits_ruling(self, at):
        parties = self.record.persons(at) + [e["id"] for e in self.record.current("partner", at)]
        return any(self.conflicted(party, at) is None for party in parties)

    # -- units -------------------------------------------------------------------------------------

    def units(self, at):
        """The voting units at an instant, barred ones too."""
        record, units = self.record, []
        if self.rule.get("unit", "partner") == "person":
            for person in record.persons(at):
                if self.votes(person, [person], at):
                    unit = Unit(person, 1, record.constituencies(person), [person])
                    unit.barred = self.conflicted(person, at) is not False
                    units.append(unit)
        else:
            for partner in [e["id"] for e in record.current("partner", at)]:
                people = [p for p in record.persons(at) if partner in record.acts_for(p, at)]
                if self.votes(partner, people, at):
                    unit = Unit(partner, record.weight(partner), record.constituencies(partner), people)
                    unit.barred = self.conflicted(partner, at) is not False or bool(people) and all(
                        self.conflicted(p, at) is not False for p in people)
                    units.append(unit)
        if self.rule.get("fold") == "affiliates":
            units = self.folded(units)
        for unit in units:
            unit.came = any(self.is_present(person, at) for person in unit.people)
            unit.there = [p for p in unit.people if self.is_present(p, at)
                          and not self.record.stepped_out(p, self.decision, at)
                          and (self.regime()["counted"] or self.conflicted(p, at) is False)]
            unit.present = bool(unit.there)
        return units

    def votes(self, unit, people, at):
        """`voters` of the rule; all units where it has none."""
        wanted = self.rule.get("voters")
        if wanted is None:
            return True
        partner = self.rule.get("unit", "partner") == "partner"
        for who in wanted:
            kind, _, name = who.partition(":")
            if kind == "role" and any(p in self.record.holders(name, at) for p in people):
                return True
            if kind == "constituency" and name in self.record.constituencies(unit):
                return True
            if kind in ("partner", "person") and name == unit:
                return True
            if who == ("partners" if partner else "persons"):
                return True
        return False

    def folded(self, units):
        """Affiliates have one vote together, under the one that joined first."""
        first, kept = {}, []
        for unit in units:
            group = self.record.joined(unit.name).get("group")
            if group is not None and group in first:
                head = first[group]
                if not head.people:
                    head.barred = unit.barred
                elif unit.people:
                    head.barred = head.barred and unit.barred
                head.people = head.people + [p for p in unit.people if p not in head.people]
                continue
            if group is not None:
                first[group] = unit
            kept.append(unit)
        return kept

    def is_present(self, person, at):
        """Noted present at the decision's meeting, for its item where items are given."""
        if self.meeting is None:
            return False
        here = False
        for entry in self.record.all("attendance-noted", meeting=self.meeting, person=person):
            if entry.at <= at and (entry.get("items") is None or self.decision in entry["items"]):
                here = entry["present"]
        return here

    # -- ballots -----------------------------------------------------------------------------------

    def in_time(self, at, closes):
        if self.rule.get("closes-inclusive", False):
            return self.opens <= at <= closes
        return self.opens <= at < closes

    def unit_of(self, entry, units):
        """The unit for which a ballot was cast."""
        if self.rule.get("unit", "partner") == "person":
            return next((u for u in units if u.name == entry["voter"]), None)
        partner = self.partner(entry)
        for unit in units:
            if unit.name == partner or self.rule.get("fold") == "affiliates" and (
                    self.record.joined(unit.name).get("group") is not None
                    and self.record.joined(unit.name).get("group") == self.record.joined(partner).get("group")):
                return unit
        return None

    def partner(self, entry):
        """For which partner a person casts."""
        if entry.get("for"):
            return entry["for"]
        acting = self.record.joined(entry["voter"]).get("for", [])
        if len(acting) != 1:
            raise NotCovered("a ballot for one of several partners")
        return acting[0]

    def entitled(self, entry, moment):
        """Entitled when casting it, and at the electorate's instant."""
        person, at = entry["voter"], entry.at
        persons = self.rule.get("unit", "partner") == "person"
        for time in (at, moment):
            if self.conflicted(person, time) is not False:
                return False
            if (persons or time == at) and person not in self.record.persons(time):
                return False
        unit = self.unit_of(entry, self.units(at))
        if unit is None or unit.barred or person not in unit.people:
            return False
        return persons or self.speaks(person, entry, unit)

    def speaks(self, person, entry, unit):
        """Whether this person casts for the partner: its representative does where that role is
        one for each partner, unless the rule says otherwise."""
        roles = {r["id"]: r for r in self.record.charter.get("roles", [])}
        how = self.rule.get("speaks") or ("representative" if "representative" in roles else "last")
        if how != "representative":
            return True
        partner = self.partner(entry)
        return person in self.record.holders("representative", entry.at, partner)

    def cast(self, units, moment, closes, until, seq=None):
        """Puts on each unit the ballots that count for it, up to the instant asked about."""
        for entry in self.record.entries:
            if entry.at > until or seq is not None and entry.seq > seq or entry.get("decision") != self.decision:
                continue
            if entry.kind == "ballot-withdrawn":
                for unit in units:
                    unit.ballots = [b for b in unit.ballots if b["voter"] != entry["voter"]]
            if entry.kind == "ballot-cast" and self.in_time(entry.at, closes):
                unit = self.unit_of(entry, units)
                if unit is not None and not unit.barred and self.entitled(entry, moment):
                    unit.ballots.append(entry)
        for unit in units:
            self.read(unit)

    def read(self, unit):
        """What a unit's ballots come to."""
        if not unit.ballots:
            return
        last = unit.ballots[-1]
        unit.own, unit.caster = last["choice"], last["voter"]
        if self.rule.get("recast") == "invalid":
            voters = [b["voter"] for b in unit.ballots]
            if self.rule.get("fold") == "affiliates" and len({self.partner(b) for b in unit.ballots}) > 1:
                voters = ["as if one had cast both" for _ in voters]
            if voters.count(voters[-1]) > 1:
                unit.own = "invalid"
        if self.rule.get("speaks") == "agreed":
            own = {b["voter"]: b["choice"] for b in unit.ballots}
            again = self.rule.get("recast") == "invalid" and len(own) < len(unit.ballots)
            if again or len(set(own.values())) > 1:
                unit.own = "invalid"

    def fold_identical(self, units):
        """Equal ballots of one affiliation count once: the one that was entered first. Gives the
        units that are left."""
        if self.rule.get("fold") != "identical":
            return units
        taken, kept = set(), []
        order = sorted(units, key=lambda u: (not u.ballots, u.ballots[-1].seq if u.ballots else 0))
        for unit in order:
            group = self.affiliation(unit)
            if unit.choice in ("silent", "invalid") or group is None or (group, unit.choice) not in taken:
                kept.append(unit)
                taken.add((group, unit.choice))
        return [u for u in units if u in kept]

    def affiliation(self, unit):
        if self.rule.get("unit", "partner") == "partner":
            return self.record.joined(unit.name).get("group") or unit.name
        partners = self.record.joined(unit.name).get("for", [])
        if not partners:
            return None
        return self.record.joined(partners[0]).get("group") or partners[0]

    # -- delegations ---------------------------------------------------------------------------------

    def scope(self, entry):
        """How narrow a delegation is for this decision, None where it is not for it."""
        scope = entry.get("scope")
        if scope is None:
            return 0
        kind, _, name = scope.partition(":")
        if (kind, name) == ("rule", self.proposed["rule"]):
            return 1
        if kind == "area" and name == self.proposed.get("area"):
            return 2
        return 3 if (kind, name) == ("decision", self.decision) else None

    def delegations(self, at):
        """voting unit -> to whom: the narrowest scope, then the newest."""
        recalled = {e["delegation"] for e in self.record.all("delegation-recalled") if e.at <= at}
        made = {}
        for entry in self.record.all("delegation-made"):
            width = self.scope(entry)
            if (entry.at > at or entry["id"] in recalled or self.record.ended(entry, at) or width is None):
                continue
            start, end = self.head(entry["from"]), self.head(entry["to"])
            if start not in made or made[start][0] <= width:
                made[start] = (width, end)
        return {who: to for who, (_, to) in made.items()}

    def head(self, party):
        """Whose vote is meant: an affiliate's is the one that it shares."""
        group = self.record.joined(party).get("group")
        if self.rule.get("fold") != "affiliates" or group is None:
            return party
        return next(e["id"] for e in self.record.all("partner-joined", group=group))

    def delegate(self, units, made):
        """Who cast no ballot votes through the one it delegated to, and so on; a link falls where
        either end is barred or has no vote, and a circle leads to nobody."""
        named = {u.name: u for u in units if u.votes()}
        for unit in units:
            here, seen = named.get(unit.name), set()
            while here is not None and here.own is None and here.name not in seen:
                seen.add(here.name)
                here = named.get(made.get(here.name))
            found = here is not None and here.own is not None
            unit.choice = here.own if found else "silent"

    # -- the count ------------------------------------------------------------------------------------

    def moment(self, at):
        """The instant of the electorate: opening, or closing; before it the instant asked about."""
        which = self.rule.get("electorate-as-at", "closing")
        if which == "ballot":
            raise NotCovered("electorate-as-at ballot")
        return self.opens if which == "opening" else min(at, self.closing(at))

    def closing(self, at):
        """As it stands at that instant, with one extension where the quorum is reached late: it was not there when the length of
        the extension was left, and a ballot after that reaches it."""
        extension = period(self.rule.get("time", {}).get("late-quorum", "P0D"))
        if not extension:
            return self.closes
        late = self.closes - extension
        if self.quorate_by(late):
            return self.closes
        for entry in self.record.all("ballot-cast", decision=self.decision):
            if late < entry.at <= at and self.in_time(entry.at, self.closes) and self.quorate_by(entry.at, entry.seq):
                return entry.at + extension
        return self.closes

    def quorate_by(self, at, seq=None):
        """Whether what was cast by then reaches the quorum."""
        moment = self.opens if self.rule.get("electorate-as-at") == "opening" else at
        units = self.units(moment)
        self.cast(units, moment, self.closes, at, seq)
        return Count(self, units, self.delegations(moment)).quorum()[1]

    def count(self, at):
        moment = self.moment(at)
        units = self.units(moment)
        self.cast(units, moment, self.closing(at), at)
        return Count(self, units, self.delegations(moment))


class Count:
    """Units with their choices, and what the rule makes of them."""

    def __init__(self, question, units, delegations):
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


def decide(scenario, decision, at, known=None, margin=False):
    record = Record(scenario, known)
    question = Question(record, decision)
    at = instant(at)
    if question.opens is None or at < question.opens:
        return {"result": "pending"}
    count = question.count(at)
    count.at = at
    quorum, quorate = count.quorum()
    answer = {
        "opens": spelled(question.opens),
        "closes": spelled(question.closing(at)),
        "counts": count.counts(),
        "quorate": quorate,
        "tests": count.tests(),
    }
    if "quorum" in question.rule:
        answer["quorum"] = quorum
    if at < question.closing(at):
        return answer | {"result": "pending", "state": "open"}
    answer["result"] = "indeterminate" if question.awaits_ruling(question.moment(at)) else count.result()
    if margin and answer["result"] not in ("tied", "indeterminate"):
        answer["margin"] = count.margin()
    return answer


def admits(scenario, entry):
    """Whether the gate lets a ballot in by what is known then; None where the model cannot tell."""
    try:
        record = Record(scenario)
        question = Question(record, entry["data"]["decision"])
        cast = Record(scenario | {"entries": scenario["entries"] + [entry]}).entries[-1]
        if question.opens is None or not question.in_time(cast.at, question.closing(cast.at)):
            return False
        if cast["voter"] not in [e["id"] for e in record.all("person-joined")]:
            return False
        if question.awaits_ruling(cast.at):
            return None
        own = [b for b in record.all("ballot-cast", decision=cast["decision"], voter=cast["voter"])]
        if question.rule.get("recast") == "refused" and own:
            return None if record.all("ballot-withdrawn", voter=cast["voter"]) else False
        moment = question.opens if question.rule.get("electorate-as-at") == "opening" else cast.at
        return question.entitled(cast, moment)
    except (NotCovered, StopIteration):
        return None
