# SPDX-License-Identifier: LGPL-2.1-or-later
"""Entries that the record must not take: what is wrong is said by its JSON path, and nothing changes."""

import json
import shutil

from hostile import check, finish, here, must, row
from rows import AT, CLOCK, ENTRIES, LATER, colliding, correct, entry, redact, story, text, vote

RECORDED = ["--recorded", CLOCK]
FIRST = [json.loads(line) for line in story(2)]
with open(here("charter.json"), "w", encoding="utf-8") as file:
    json.dump(FIRST[1]["data"]["charter"], file)


def record_after(n):
    """The record that tests/data/every-kind.jsonl has made after so many entries."""
    name = f"after-{n}.charter"
    founded = FIRST[0]["data"]
    must("new", name, "--charter", "charter.json", "--id", founded["id"], "--title", founded["title"], "--zone",
         founded["zone"], "--origin", founded["origin"], "--at", FIRST[0]["at"], "--recorded", FIRST[0]["at"])
    lines = [line.replace('"e-001"', '"%s"' % "e-first") for line in story(n)[2:]]
    must("record", name, "--file", "-", *RECORDED, stdin="\n".join(lines).encode())
    return name


names = {}
for label, after, submission, path, word, code in ENTRIES:
    if after not in names:
        names[after] = record_after(after)
    # The ids that the first two entries got here are drawn.
    if submission.get("data") and submission["data"].get("entry") in ("e-001", "e-002"):
        listed = json.loads(must("show", names[after], "--entries", "--json"))
        submission["data"]["entry"] = listed[int(submission["data"]["entry"][2:]) - 1]["id"]
    row(label, ["record", names[after], "--file", "-", *RECORDED], 1 if code in ("refused", "permission") else 2,
        [path, word, "Line 1", "Nothing was recorded"], [here(names[after])], stdin=text(submission).encode())

# A batch goes in whole or not at all.
lines = [text(entry("partner-joined", {"id": f"n-{i}", "name": "N"}, id=f"i-{i}")) for i in range(10000)]
for label, last, words in (("a thing twice", text(entry("partner-joined", {"id": "n-5", "name": "x"})), ["/data/id", "taken"]),
                           ("an entry's id twice", text(entry("partner-joined", {"id": "n", "name": "x"}, id="i-5")),
                            ["/id", "something else"]),
                           ("half a line", '{"kind":"partner-j', ["column"]),
                           ("an unknown kind", text(entry("partner-jioned", {})), ["/kind", "partner-joined"])):
    row(f"10 000 good lines, then {label}", ["record", names[46], "--file", "-", *RECORDED], 2, ["Line 10001", *words],
        [here(names[46])], stdin="\n".join([*lines, last]).encode())

# Odd, but not wrong: it is recorded, and there are answers.
shutil.copy(here(names[101]), here("odd.charter"))


def odd(label, *submissions):
    row(label, ["record", "odd.charter", "--file", "-", *RECORDED], 0, ["Recorded"],
        stdin="\n".join(text(submission) for submission in submissions).encode())


odd("a redaction twice", redact("e-006", "name"), redact("e-006", "name"))
odd("the same entry twice", entry("partner-joined", {"id": "y", "name": "Y"}, at=LATER, id="same"),
    entry("partner-joined", {"id": "y", "name": "Y"}, at=LATER, id="same"))
odd("corrections one after the other", *[correct("e-016", text=f"text {i}") for i in range(50)])
odd("meetings in the years 1 and 9999", entry("meeting-called", {"id": "m-1", "starts": "0001-01-01T00:00:00Z", "purpose": "p"},
                                             at=LATER),
    entry("meeting-called", {"id": "m-9", "starts": "9999-12-31T23:59:59Z", "purpose": "p"}, at=LATER))
odd("actions due in the years 1 and 9999", entry("action-agreed", {"id": "a-1", "owner": "south", "due": "0001-01-01",
                                                                   "text": "t"}, at=LATER),
    entry("action-agreed", {"id": "a-9", "owner": "south", "due": "9999-12-31", "text": "t"}, at=LATER))
odd("a role until the year 9999", entry("role-given", {"role": "treasurer", "person": "p-ben", "until": "9999-12-31"}, at=LATER))
odd("a delegation there and back, each of its own scope",
    *[entry("delegation-made", {"id": f"ring-{a}", "from": a, "to": b, "scope": scope}, at=LATER)
      for a, b, scope in (("north", "south", "area:housing"), ("south", "north", "rule:ordinary"))])
odd("links in a ring", *[entry("link-stated", {"id": f"own-{i}", "from": f"firm-{i}", "to": f"firm-{(i + 1) % 500}",
                                               "relation": "owns", "share": "1/2"}, at=LATER)
                         for i in range(500)])
odd("500 holders of what cannot be added up", *[
    entry("link-stated", {"id": f"part-{i}", "from": f"holder-{i}", "to": "firm", "relation": "owns",
                          "share": f"1/{9007199254740991 - i}"}, at=LATER) for i in range(500)])
shutil.copy(here("odd.charter"), here("ring.charter"))
row("a long ring of owners", ["record", "ring.charter", "--file", "-", *RECORDED], 1,
    ["Line 500", "/data/to", "would own itself", "Nothing was recorded"], [here("ring.charter")],
    stdin="\n".join(text(entry("link-stated", {"id": f"ring-{i}", "from": f"ring-firm-{i}",
                                               "to": f"ring-firm-{(i + 1) % 500}", "relation": "controls"}, at=LATER))
                    for i in range(500)).encode())
odd("1100 partners of the greatest weight", *[entry("partner-joined", {"id": f"h-{i}", "name": "H",
                                                                       "weight": 9007199254740991}, at=LATER)
                                              for i in range(1100)])
odd("1024 persons whose ids collide", *[entry("person-joined", {"id": name, "for": ["north"]}, at=LATER, id=name)
                                        for name in colliding(1024, ("ar", "c0"))])
odd("a decision of all that", entry("decision-proposed", {"id": "odd", "rule": "ordinary", "title": "t", "about": ["firm-0"]},
                                    at=LATER), entry("decision-opened", {"decision": "odd", "closes": "9999-12-31T23:59:59Z"},
                                                     at=LATER))
for at in ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"):
    for args in (["assess", "odd.charter"], ["due", "odd.charter"], ["decide", "odd.charter", "odd"],
                 ["decide", "odd.charter", "grant"], ["electorate", "odd.charter", "odd"], ["conflicts", "odd.charter", "odd"],
                 ["may", "odd.charter", "p-ben", "vote", "odd"], ["show", "odd.charter", "meet-1"]):
        row(" ".join(args) + " at " + at[:4], [*args, "--at", at], (0, 1, 2, 3))
row("due until the end of days", ["due", "odd.charter", "--at", AT, "--until", "9999-12-31"], (0, 1))

# Decisions that rest on each other.
shutil.copy(here(names[46]), here("each.charter"))
BOTH = [entry("decision-proposed", {"id": "second", "rule": "ordinary", "title": "x", "about": ["p-dee"]}, by="p-ben"),
        entry("decision-opened", {"decision": "second"}),
        entry("decision-proposed", {"id": "fourth", "rule": "ordinary", "title": "x"}, by="p-ben"),
        entry("decision-proposed", {"id": "fifth", "rule": "ordinary", "title": "x"}, by="p-ben")]
BOTH += [{**vote(person, person), "data": {"decision": decision, "voter": person, "choice": "for"}}
         for decision in ("grant", "second") for person in ("p-ana", "p-ben", "p-cem")]
BOTH += [entry("decision-closed", {"decision": decision}, at=LATER) for decision in ("grant", "second")]
BOTH += [entry("conflict-ruled", {"decision": item, "ruling": "second", "person": "p-dee", "conflicted": True}, at=LATER)
         for item in ("grant", "second")]
BOTH += [entry("decision-proposed", {"id": "third", "rule": "ordinary", "title": "x", "bundle": ["fourth", "fifth"]},
               at=LATER, by="p-cem"),
         entry("decision-proposed", {"id": "sixth", "rule": "ordinary", "title": "x", "about": ["third", "sixth"]},
               at=LATER, by="p-cem")]
row("decisions that rest on each other", ["record", "each.charter", "--file", "-", *RECORDED], 0, ["Recorded 16"],
    stdin="\n".join(map(text, BOTH)).encode())
for decision in ("grant", "second", "third", "fourth", "sixth"):
    row(f"decide {decision}", ["decide", "each.charter", decision, "--at", "2026-02-01T10:00:00Z"], (0, 1, 3))
row("assess", ["assess", "each.charter", "--at", "2026-02-01T10:00:00Z"], (0, 1, 3))

# What has been recorded badly in JSON Lines is told by its line.
good = story(46)
for label, bad, words in (("a ballot by nobody", text(vote("nobody")), ["line 47", "/data/voter"]),
                          ("half a line", good[30][:100], ["line 47", "column"]),
                          ("a zero byte", good[46 - 1][:-1] + "\0}", ["line 47", "zero byte"])):
    with open(here("bad.jsonl"), "w", encoding="utf-8") as file:
        file.write("\n".join([*good, bad]))
    row(f"show JSON Lines with {label}", ["show", "bad.jsonl"], (1, 2), ["bad.jsonl", *words], [here("bad.jsonl")])

# Record lines are not judged anew, but must be what a record holds.
lines = [json.loads(line) for line in must("export", names[101], "--form", "record").decode().splitlines()]
check("all was written out", len(lines) == 101)


def restored(label, change, *words):
    changed = json.loads(json.dumps(lines))
    change(changed)
    with open(here("lines.jsonl"), "w", encoding="utf-8") as file:
        file.write("\n".join(text(line) for line in changed))
    row(f"record lines: {label}", ["show", "lines.jsonl", "--entries"], 2, ["lines.jsonl", *words], [here("lines.jsonl")])


def with_data(seq, **members):
    return lambda changed: changed[seq - 1]["entry"]["data"].update(members)


restored("without the founding", lambda changed: changed.pop(0), "Line 1")
restored("one left out", lambda changed: changed.pop(50), "Line 51", "/seq")
restored("one twice", lambda changed: changed.insert(50, changed[50]), "Line 52", "/seq")
restored("an id twice", lambda changed: changed[50]["entry"].update(id="e-040"), "Line 51", "e-040")
restored("an unknown kind", lambda changed: changed[50]["entry"].update(kind="moon-landed"), "Line 51", "moon-landed")
restored("no entry", lambda changed: changed[50].update(entry=None), "Line 51", "/entry")
restored("no openings", lambda changed: changed[50].pop("openings"), "Line 51", "/openings")
restored("something else beside them", lambda changed: changed[50].update(more=1), "Line 51", "only")
restored("a private value in clear", with_data(7, name="Ben"), "Line 7", "commitment")
restored("an opening of another entry", lambda changed: changed[5]["openings"].reverse() or changed[5]["openings"][0].update(seq=9),
         "Line 6", "does not fit")
restored("an opening of another value", lambda changed: changed[5]["openings"][0].update(value="Eve"), "Line 6", "does not fit")
restored("a salt that is none", lambda changed: changed[5]["openings"][0].update(salt="00"), "Line 6", "salt")
restored("a reference to nobody", with_data(10, partner="nobody"), "Line 10", "nobody")
restored("a correction with a wrong type", lambda changed: with_data(97, set={"text": 5})(changed)
         or changed[96].update(openings=changed[96]["openings"][:1]), "Line 97", "/data/set/text", "commitment")
restored("a correction of a reference", lambda changed: with_data(97, set={"of": "nobody"})(changed)
         or changed[96].update(openings=changed[96]["openings"][:1]), "Line 97", "/data/set/of", "cannot be corrected")
restored("a newer record", with_data(1, format="2"), "Line 1", "format 2")

finish()
