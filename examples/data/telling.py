# SPDX-License-Identifier: LGPL-2.1-or-later
"""How the story is told: small helpers that turn it into entries.

Times are written as a clock in Pellbridge shows them ("2025-03-11 10:00") and stored in UTC.
Members are written as keywords: `done_when` stands for done-when, `for_` for for.  Entries are
sorted by the time at which they were written down: `at`, or `noted` where that was later.
"""

import datetime
import hashlib
import json

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"

_told = []       # one list [time written down, entry] for each entry, in the order of telling


# - ids and times -

def pseudonym(prefix, word):
    """Twelve letters that stay the same from run to run.  A real record draws them by chance:
    made from a name, as here, they could be guessed."""
    number = int.from_bytes(hashlib.sha256(b"pellbridge/" + word.encode()).digest()[:8], "big")
    letters = ""
    for _ in range(12):
        number, rest = divmod(number, 32)
        letters += LETTERS[rest]
    return prefix + letters


def last_sunday(year, month):
    day = datetime.date(year, month, 31)
    return day - datetime.timedelta(days=(day.weekday() + 1) % 7)


def in_summer(local):
    """Is the clock one hour ahead?  (The change falls on a Sunday morning, when nobody meets.)"""
    return last_sunday(local.year, 3) <= local.date() < last_sunday(local.year, 10)


def moment(text):
    return datetime.datetime.strptime(text, "%Y-%m-%d %H:%M")


def later(text, **span):
    """later("2025-03-11 10:00", minutes=5)"""
    return (moment(text) + datetime.timedelta(**span)).strftime("%Y-%m-%d %H:%M")


def utc(text):
    """A clock time in Pellbridge as an instant; a bare date (for concerns) as its first second."""
    if len(text) == 10:
        return text + "T00:00:00Z"
    local = moment(text)
    local -= datetime.timedelta(hours=1 if in_summer(local) else 0)
    return local.strftime("%Y-%m-%dT%H:%M:00Z")


# - entries -

def tell(kind, when, by=None, /, *, noted=None, **members):
    """One entry.  Returns it, so that a later one can name it: its id is filled in at the end."""
    data = {}
    for name, value in members.items():
        if value is not None:
            data[name.rstrip("_").replace("_", "-")] = value
    entry = {"at": utc(when), "data": data, "kind": kind}
    if by is not None:
        entry["by"] = by
    _told.append([utc(noted or when), entry])
    return entry


def told(kind, **members):
    """The entry of this kind that was told with these members."""
    return next(entry for _, entry in _told if entry["kind"] == kind
                and members.items() <= {k: v for k, v in entry["data"].items()
                                        if isinstance(v, str)}.items())


def write(path):
    """Sorts, gives ids, and writes the entries down, one a line."""
    entries = [entry for _, entry in sorted(_told, key=lambda told: told[0])]
    for number, entry in enumerate(entries, 1):
        entry["id"] = "e-%04d-%s" % (number, entry["kind"])
    for entry in entries:
        for name in ("entry", "view-sought", "view"):
            if isinstance(entry["data"].get(name), dict):
                entry["data"][name] = entry["data"][name]["id"]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for entry in entries:
            file.write(json.dumps(entry, ensure_ascii=False, sort_keys=True,
                                  separators=(",", ":")) + "\n")
    return entries


# - meetings -

def meeting(id, starts, called, by, purpose, place, items, agenda=None, text=None, to=(),
            formats=("email",), **more):
    """A meeting is called, and its agenda sent.  items: id, purpose, bringer, title."""
    rows = []
    for item, aim, bringer, title in items:
        row = {"id": item, "purpose": aim, "title": title}
        if bringer is not None:
            row["by"] = bringer
        rows.append(row)
    tell("meeting-called", called, by, id=id, starts=utc(starts), purpose=purpose, place=place,
         items=rows, **more)
    if agenda is not None:
        tell("notice-sent", agenda, by, id="n-agenda-" + id[2:], about=id, what="agenda",
             to=list(to), format=list(formats), text=text)


def attended(meeting, when, by, here, away=(), noted=None):
    """Who came, and who sent apologies."""
    for number, person in enumerate(here):
        tell("attendance-noted", later(when, minutes=number), by, meeting=meeting, person=person,
             present=True, noted=noted)
    for number, person in enumerate(away):
        tell("attendance-noted", later(when, minutes=len(here) + number), by, meeting=meeting,
             person=person, present=False, excused=True, noted=noted)


def spoke(meeting, when, by, minutes):
    """How long each spoke: {person: minutes}."""
    for number, (person, length) in enumerate(minutes.items()):
        tell("speech-noted", later(when, minutes=number), by, meeting=meeting, person=person,
             minutes=length)


def minuted(meeting, when, by, text, to):
    tell("minutes-drafted", when, by, meeting=meeting, text=text, to=list(to))


# - decisions -

def vote(decision, when, reasons=None, **choices):
    """Ballots, one a minute: vote("d-x", "…", for_=[kai, joan], against=[wilf])."""
    number = 0
    for choice, voters in choices.items():
        for voter in voters:
            tell("ballot-cast", later(when, minutes=number), voter, decision=decision,
                 voter=voter, choice=choice.rstrip("_").replace("_", "-"),
                 reason=(reasons or {}).get(voter))
            number += 1


def publish(decision, when, by, reason, serves, to, views=None):
    """The outcome is made known.  views: {person: (taken, reason)}."""
    rows = [{"person": person, "taken": taken, "reason": why}
            for person, (taken, why) in (views or {}).items()]
    tell("decision-published", when, by, decision=decision, reason=reason, serves=list(serves),
         to=list(to), where="Noticeboards and pellbridge-alliance.example",
         views=rows or None, covers=["reasons", "counts"])


# - what people say of it -

def answers(clause, question, round, when, given, side=None, about=None, event=None, partner=None):
    """One question put to several: {person: score}.  The score may be "cannot-say".
    partner: {person: the partner for which the person answers}."""
    for number, (person, score) in enumerate(given.items()):
        reply = score if isinstance(score, str) else None
        tell("attestation-made", later(when, minutes=2 * number), person, clause=clause,
             question=question, round=round, person=person, score=None if reply else score,
             reply=reply, side=side, about=about, event=event,
             for_=(partner or {}).get(person))


def grid(clause, question, round, when, raters, table):
    """Every partner about every other.  table: a heading of partner ids, then one row a rater
    (a handle): its scores, with "." for itself, "-" for no answer, "?" for cannot say.
    raters: {handle: (person, partner)}."""
    lines = [line.split() for line in table.strip().splitlines()]
    number = 0
    for handle, *scores in lines[1:]:
        person, partner = raters[handle]
        for about, score in zip(lines[0], scores, strict=True):
            if score in ".-":
                continue
            tell("attestation-made", later(when, minutes=number), person, clause=clause,
                 question=question, round=round, person=person, for_=partner, about=about,
                 score=None if score == "?" else int(score),
                 reply="cannot-say" if score == "?" else None)
            number += 1


def tally(clause, question, round, when, by, group, asked, given, cannot_say=0, about=None):
    """The answers of a group outside the record: given is {"4": 7}."""
    row = {"answers": given, "asked": asked, "collected-by": by, "group": group}
    if cannot_say:
        row["cannot-say"] = cannot_say
    tell("attestation-made", when, by, clause=clause, question=question, round=round, about=about,
         tally=row)
