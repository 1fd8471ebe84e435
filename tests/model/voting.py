# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who has a vote on a decision at an instant, and which ballot counts for whom."""

from . import counting, options
from .record import NotCovered, instant, listed, period

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
        self.able = people          # those who may cast for it
        self.present = False
        self.ballots = []           # (entry, person) that count, in order
        self.own = None             # the choice of its own ballot
        self.caster = None          # who cast it
        self.entered = None         # when
        self.choice = "silent"      # its own, or that through which it votes
        self.own_paper = self.paper = None      # the same among options: what the ballot says
        self.reason = False         # whether its own ballot gives one
        self.objects = False        # an objection of it stands that was raised and not cast

    def votes(self):
        """Not barred, and somebody is there who could cast for it, or has."""
        return not self.barred and bool(self.able or self.ballots)


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
        if "admission" in self.rule:
            raise NotCovered("admission")
        if self.rule.get("secret") or any("bars" in r or "substitutes" in r
                                          for r in record.charter.get("roles", [])):
            raise NotCovered("a secret vote, substitutes or suspension")
        self.about = listed(self.proposed.get("about"))

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
            unit.able = [p for p in unit.people if self.conflicted(p, at) is False]
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
                head.barred = head.barred and unit.barred
                head.people = head.people + [p for p in unit.people if p not in head.people]
                continue
            if group is not None:
                first[group] = unit
            kept.append(unit)
        return kept

    def is_present(self, person, at):
        """Noted present at the decision's meeting, for its item where items are given."""
        return self.meeting is not None and self.was_at(self.meeting, person, at, self.decision)

    def was_at(self, meeting, person, at, item=None):
        here = False
        for entry in self.record.all("attendance-noted", meeting=meeting, person=person):
            if entry.at <= at and (item is None or entry.get("items") is None or item in entry["items"]):
                here = entry["present"]
        return here

    def began(self, person, at):
        """Whether somebody was there when the meeting began: for the whole of it, or for the first
        item of its agenda."""
        called = self.record.all("meeting-called", id=self.meeting)
        items = called[0].get("items", []) if called else []
        first = items[0]["id"] if items else None
        here = False
        for entry in self.record.all("attendance-noted", meeting=self.meeting, person=person):
            if entry.at <= at and (entry.get("items") is None or first in entry["items"]):
                here = entry["present"]
        return here

    def called(self, at):
        """Whether somebody who may chair has called consensus, from the opening on."""
        return any(self.opens <= e.at <= at for e in self.record.all("consensus-called", decision=self.decision))

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
        acting = listed(self.record.joined(entry["voter"]).get("for"))
        if len(acting) != 1:
            raise NotCovered("a ballot for one of several partners")
        return acting[0]

    def has_cast(self, entry):
        """Whether the same person has before, or an affiliate with whom the vote is one."""
        group = self.record.joined(self.partner(entry)).get("group") if self.unites() else None
        for ballot in self.record.all("ballot-cast", decision=self.decision):
            if ballot["voter"] == entry["voter"]:
                return True
            if group is not None and self.partner(ballot) != self.partner(entry) and (
                    self.record.joined(self.partner(ballot)).get("group") == group):
                return True
        return False

    def unites(self):
        """Whether affiliates cast as if one had cast both."""
        return (self.rule.get("fold") == "affiliates" and self.rule.get("speaks") != "agreed"
                and self.rule.get("unit", "partner") == "partner")

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
        unit.entered = last.seq
        unit.caster, unit.reason = last["voter"], "reason" in last.data
        if self.among_options():
            unit.own_paper = options.paper_of(self.rule, last)
            unit.own = options.choice_of(unit.own_paper)
        else:
            unit.own = last["choice"]
        if self.rule.get("recast") == "invalid":
            voters = [b["voter"] for b in unit.ballots]
            if self.unites() and len({self.partner(b) for b in unit.ballots}) > 1:
                voters = ["as if one had cast both" for _ in voters]
            if voters.count(voters[-1]) > 1:
                unit.own = "invalid"
        if self.rule.get("speaks") == "agreed":
            say = (lambda b: options.paper_of(self.rule, b)) if self.among_options() else lambda b: b["choice"]
            own = {b["voter"]: say(b) for b in unit.ballots}
            unit.reason = any("reason" in b.data for b in {b["voter"]: b for b in unit.ballots}.values())
            again = self.rule.get("recast") == "invalid" and len(own) < len(unit.ballots)
            if again or len(set(own.values())) > 1:
                unit.own = "invalid"

    def fold_identical(self, units):
        """Equal ballots of one affiliation count once: the one that was entered first. Gives the
        units that are left."""
        if self.rule.get("fold") != "identical":
            return units
        taken, kept = set(), []
        order = sorted(units, key=lambda u: (u.entered is None, u.entered))
        for unit in order:
            group = self.affiliation(unit)
            if unit.choice in ("silent", "invalid") or group is None or (group, unit.choice, unit.paper) not in taken:
                kept.append(unit)
                taken.add((group, unit.choice, unit.paper))
        return [u for u in units if u in kept]

    def affiliation(self, unit):
        if self.rule.get("unit", "partner") == "partner":
            return self.record.joined(unit.name).get("group") or unit.name
        partners = listed(self.record.joined(unit.name).get("for"))
        if not partners:
            return None
        return self.record.joined(partners[0]).get("group") or partners[0]

    # -- objections ----------------------------------------------------------------------------------

    HEARING = ("consent", "consensus", "lazy-consensus")

    def among_options(self):
        return self.rule["method"] in options.METHODS

    def options(self):
        return [row["id"] for row in self.proposed.get("options", []) if "left-out" not in row]

    def hears(self):
        return self.rule["method"] in self.HEARING

    def object(self, units, moment, closes, until):
        """Marks the units of which an objection stands: raised until voting ends, and not found
        to stand no more."""
        if not self.hears() and "object" not in str(self.rule.get("quorum", {})) + str(self.rule.get("tests", [])):
            return
        for entry in self.record.all("objection-raised", decision=self.decision):
            if entry.at > until or not (entry.at < closes or entry.at == closes and self.rule.get("closes-inclusive")):
                continue
            answers = [a for a in self.record.all("objection-answered", objection=entry["id"]) if a.at <= until]
            if answers and not answers[-1]["standing"]:
                continue
            for unit in units:
                if entry["person"] not in self.record.persons(entry.at):
                    continue
                if entry["person"] in unit.people and unit.votes() and all(
                        self.conflicted(entry["person"], time) is False for time in (entry.at, moment)):
                    unit.objects = True
                    unit.entered = unit.entered or entry.seq
        for unit in units:
            if unit.objects and unit.own is None:
                unit.own, unit.reason, unit.caster = "object", True, None

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
        for unit in units:
            behind = self.behind(unit, units, made)
            unit.choice = behind.own if behind is not None else "silent"
            unit.paper = behind.own_paper if behind is not None else None

    @staticmethod
    def behind(unit, units, made):
        """Whose ballot counts for a unit: itself, or whom it delegated to, and so on."""
        named = {u.name: u for u in units if u.votes()}
        here, seen = named.get(unit.name), set()
        while here is not None and here.own is None and here.name not in seen:
            seen.add(here.name)
            here = named.get(made.get(here.name))
        return here if here is not None and here.own is not None else None

    # -- the count ------------------------------------------------------------------------------------

    def moment(self, at):
        """The instant of the electorate: opening, or closing; before it the instant asked about."""
        which = self.rule.get("electorate-as-at", "closing")
        if which == "ballot":
            raise NotCovered("electorate-as-at ballot")
        return self.opens if which == "opening" else min(at, self.closing(at))

    def closing(self, at):
        return self.end(at)[0]

    def end(self, at):
        """(closing instant, last entry that counts or None), as it stands at that instant."""
        closes = self.extended(at)
        on = self.rule.get("early", {}).get("on", "never")
        if on != "never":
            for entry in self.record.all("ballot-cast", decision=self.decision):
                if entry.at <= at and self.in_time(entry.at, closes) and self.is_settled(on, entry):
                    return entry.at, entry.seq
        return closes, None

    def extended(self, at):
        """With one extension, from the first ballot that reaches the quorum, where that is late: it
        was not there when the length of the extension was left."""
        extension = period(self.rule.get("time", {}).get("late-quorum", "P0D"))
        if not extension:
            return self.closes
        late = self.closes - extension
        if self.so_far(late).quorum()[1]:
            return self.closes
        for entry in self.record.all("ballot-cast", decision=self.decision):
            if entry.at <= at and self.in_time(entry.at, self.closes):
                if self.so_far(entry.at, entry.seq).quorum()[1]:
                    return entry.at + extension if entry.at > late else self.closes
        return self.closes

    def so_far(self, at, seq=None):
        """The count of what was cast by then, whenever voting may close."""
        moment = self.opens if self.rule.get("electorate-as-at") == "opening" else at
        units = self.units(moment)
        closes = self.closes + period(self.rule["time"].get("late-quorum", "P0D"))
        self.cast(units, moment, closes, at, seq)
        self.object(units, moment, closes, at)
        return counting.Count(self, units, self.delegations(moment), at, moment)

    def is_settled(self, on, entry):
        """Whether voting closes with this ballot."""
        count = self.so_far(entry.at, entry.seq)
        if on == "all-voted":
            return all(u.choice != "silent" for u in count.units if u.votes())
        if on == "tests":
            further = [count.test(row) for row in self.rule["early"].get("tests", [])]
            return count.quorum()[1] and count.passes() and all(row["holds"] for row in further)
        raise NotCovered(f"early on {on}")

    def count(self, at, seq=None):
        """The count of what was cast by then."""
        moment, units = self.moment(at), self.units(self.moment(at))
        closes, last = self.end(at)
        self.cast(units, moment, self.extended(at) if last else closes, at, seq or last)
        self.object(units, moment, closes, at)
        return counting.Count(self, units, self.delegations(moment), at, moment)
