# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the entries of a scenario say, looked up by going through all of them each time."""

import datetime
import re


class NotCovered(Exception):
    """The history has something that the model does not know."""


KINDS = {
    "attendance-noted": {"meeting", "person", "present", "items"},
    "ballot-cast": {"decision", "voter", "for", "choice", "ranking", "approves", "scores", "reason"},
    "ballot-withdrawn": {"decision", "voter"},
    "casting-vote-given": {"decision", "person", "choice"},
    "conflict-ruled": {"decision", "ruling", "person", "conflicted", "for", "against"},
    "consensus-called": {"decision", "person"},
    "decision-closed": {"decision"},
    "decision-opened": {"decision", "closes"},
    "decision-proposed": {"id", "title", "rule", "about", "options", "meeting", "area"},
    "delegation-made": {"id", "from", "to", "scope", "until"},
    "delegation-recalled": {"delegation"},
    "interest-declared": {"id", "person", "party", "category", "since", "until", "nature"},
    "interest-ended": {"interest"},
    "meeting-called": {"id", "starts", "purpose", "invited", "items"},
    "objection-raised": {"id", "decision", "person", "reason"},
    "objection-answered": {"objection", "standing", "text"},
    "partner-joined": {"id", "name", "group", "weight", "constituencies"},
    "partner-left": {"partner"},
    "person-joined": {"id", "for", "constituencies"},
    "person-left": {"person"},
    "role-ended": {"role", "person"},
    "role-given": {"role", "person", "for", "from", "until"},
    "stepped-in": {"decision", "person"},
    "stepped-out": {"decision", "person"},
}


def instant(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")


def spelled(time):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def day(text):
    return datetime.datetime.strptime(text, "%Y-%m-%d")


def period(text):
    """P7D, PT48H: in a record whose zone is UTC."""
    match = re.fullmatch(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?", text)
    if not match:
        raise NotCovered(f"period {text}")
    weeks, days, hours, minutes = (int(part or 0) for part in match.groups())
    return datetime.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)


def listed(value):
    """One or a list."""
    return [] if value is None else [value] if isinstance(value, str) else value


class Entry:
    def __init__(self, seq, entry):
        self.seq, self.kind, self.id = seq, entry["kind"], entry.get("id")
        self.at, self.data, self.by = instant(entry["at"]), entry["data"], entry.get("by")

    def __getitem__(self, member):
        return self.data[member]

    def get(self, member, default=None):
        return self.data.get(member, default)


class Record:
    """The entries up to one that is known, and what holds by them at an instant."""

    def __init__(self, scenario, known=None):
        self.charter = scenario["charter"]
        self.entries = []
        for seq, entry in enumerate(scenario["entries"], 1):
            extra = set(entry["data"]) - KINDS.get(entry["kind"], set())
            if extra or entry["kind"] not in KINDS:
                raise NotCovered(f"{entry['kind']} {sorted(extra)}")
            self.entries.append(Entry(seq, entry))
            if known is not None and entry.get("id") == known:
                break

    def before(self, entry):
        """The record as it was before an entry."""
        less = Record({"charter": self.charter, "entries": []})
        less.entries = self.entries[:entry.seq - 1]
        return less

    def all(self, kind, **members):
        return [e for e in self.entries if e.kind == kind
                and all(e.get(name) == value for name, value in members.items())]

    def role(self, role):
        return next(r for r in self.charter.get("roles", []) if r["id"] == role)

    # -- who is there ------------------------------------------------------------------------

    def current(self, kind, at):
        """Partners or persons that have joined and not left, in the order of joining."""
        gone = {e[kind] for e in self.all(f"{kind}-left") if e.at <= at}
        return [e for e in self.all(f"{kind}-joined") if e.at <= at and e["id"] not in gone]

    def persons(self, at):
        return [e["id"] for e in self.current("person", at)]

    def acts_for(self, person, at):
        """The partners for whom a person acts."""
        there = {e["id"] for e in self.current("partner", at)}
        for entry in self.current("person", at):
            if entry["id"] == person:
                return [p for p in listed(entry.get("for")) if p in there]
        return []

    def joined(self, party):
        return next(e for e in self.entries
                    if e.kind in ("partner-joined", "person-joined") and e["id"] == party)

    def constituencies(self, party):
        return set(self.joined(party).get("constituencies", []))

    def speaks_for(self, person):
        """The constituencies of a person, and of the partners for whom they act."""
        partners = listed(self.joined(person).get("for"))
        return self.constituencies(person).union(*map(self.constituencies, partners))

    def weight(self, party):
        return self.joined(party).get("weight", 1)

    def holders(self, role, at, partner=None):
        """Who holds a role; where one person holds it, a later one ends the earlier tenure."""
        one = self.role(role).get("holder", "one") == "one"
        held = []
        for entry in self.entries:
            if entry.kind == "role-given" and entry["role"] == role and self.begins(entry) <= at:
                if one:
                    held = [h for h in held if h.get("for") != entry.get("for")]
                held.append(entry)
            if entry.kind == "role-ended" and entry["role"] == role and entry.at <= at:
                held = [h for h in held if h["person"] != entry["person"]]
        there = self.persons(at)
        return [h["person"] for h in held if h["person"] in there and not self.ended(h, at)
                and (partner is None or h.get("for") == partner)]

    @staticmethod
    def begins(entry):
        since = entry.get("since") or entry.get("from")
        return entry.at if since is None or entry.kind == "delegation-made" else day(since)

    @staticmethod
    def ended(entry, at):
        """Through the whole of its last day it holds."""
        until = entry.get("until")
        return until is not None and at >= day(until) + datetime.timedelta(days=1)

    # -- interests -----------------------------------------------------------------------------

    def interests(self, at):
        ended = {e["interest"] for e in self.all("interest-ended") if e.at <= at}
        return [e for e in self.all("interest-declared")
                if self.begins(e) <= at and not self.ended(e, at) and e["id"] not in ended]

    def stepped_out(self, person, decision, at):
        out = False
        for entry in self.entries:
            if (entry.kind in ("stepped-out", "stepped-in") and entry["person"] == person
                    and entry["decision"] == decision and entry.at <= at):
                out = entry.kind == "stepped-out"
        return out

    def ruling(self, person, decision, at):
        """What the others ruled last, None where they have not."""
        rulings = [e for e in self.all("conflict-ruled", decision=decision, person=person)
                   if e.at <= at]
        return rulings[-1]["conflicted"] if rulings else None
