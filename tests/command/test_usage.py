# SPDX-License-Identifier: LGPL-2.1-or-later
"""Bad usage: exit status 2, and a message that says what to do."""

import json
import os
import tempfile

from harness import check, expect, finish, run

COMMANDS = ["new", "check", "audit", "test", "record", "show", "may", "electorate", "conflicts", "decide", "due", "assess", "tally", "export"]
HERE = tempfile.mkdtemp()

expect("help", ["--help"], 0, out=COMMANDS + ["Exit status"])
expect("help as a command", ["help"], 0, out=["Exit status"])
expect("version", ["--version"], 0, out=["charter 0."])
expect("no command", [], 2, err=["A command is missing", "--help"])
expect("unknown command", ["foo"], 2, err=["There is no command “foo”", "--help"])
expect("misspelt command", ["asess"], 2, err=["did you mean “assess”?"])

for command in COMMANDS:
    expect(f"{command} --help", [command, "--help"], 0, out=["charter " + command, "Example:", "Exit status"])
    expect(f"help {command}", ["help", command], 0, out=["charter " + command, "Example:"])
    expect(f"{command} without arguments", [command], 2, err=["charter " + command, "--help"])
    expect(f"{command} with an unknown option", [command, "--frob"], 2, err=["--frob", "--help"])

AT = ["--at", "2026-03-02T12:00:00Z"]
expect("may without an act", ["may", "x.charter", "amira", *AT], 2, err=["ACT is missing", "Usage: charter may PATH PERSON ACT"])
expect("may with too much", ["may", "x.charter", "a", "b", "c", "d", *AT], 2, err=["“d” is one argument too many"])
for args in (["may", "x", "a", "b"], ["decide", "x", "d"], ["due", "x"], ["assess", "x"], ["new", "x"]):
    expect(f"{args[0]} without --at", args, 2, err=["--at is missing", "--at now"])
expect("no such file", ["due", "nowhere.charter", *AT], 2, err=["nowhere.charter"], cwd=HERE)
expect("no such lines", ["due", "nowhere.jsonl", *AT], 2, err=["nowhere.jsonl"], cwd=HERE)
expect("a folder", ["due", ".", *AT], 2, err=["charter due: .:"], cwd=HERE)
expect("a file that is no record", ["due", __file__, *AT], 2, err=["test_usage.py"])
expect("check a missing file", ["check", "nowhere.json"], 2, err=["nowhere.json"], cwd=HERE)
expect("check against a record", ["check", "x.json", "--against", "y"], 2, err=["not built yet"], cwd=HERE)
expect("test a missing file", ["test", "nowhere.json"], 2, out=["nowhere.json", "cannot be used"], cwd=HERE)
expect("tap and json", ["test", "--tap", "--json", "x.json"], 2, err=["exclude each other"], cwd=HERE)
expect("unknown form", ["export", "x.charter", "--form", "csv"], 2, err=["record or submission"], cwd=HERE)
expect("nothing of which conflicts", ["conflicts", "x.charter", *AT], 2, err=["One of DECISION, --person and --register"], cwd=HERE)
for args in (["d", "--register"], ["--person", "a", "--register"], ["d", "--person", "a"]):
    expect("conflicts of " + " ".join(args), ["conflicts", "x.charter", *args, *AT], 2, err=["and only one"], cwd=HERE)
expect("the register without --at", ["conflicts", "x.charter", "--register"], 2, err=["--at is missing"], cwd=HERE)
expect("the register as CSV without --at", ["export", "x.charter", "--register"], 2, err=["--at is missing"], cwd=HERE)
expect("the register in a form", ["export", "x.charter", "--register", "--form", "record", *AT], 2, err=["written as CSV"], cwd=HERE)
expect("the register as JSON and CSV", ["export", "x.charter", "--register", "--json", *AT], 2, err=["written as CSV"], cwd=HERE)
expect("entries that are published", ["export", "x.charter", "--published"], 2, err=["--register"], cwd=HERE)
expect("entries at an instant", ["export", "x.charter", *AT], 2, err=["--register"], cwd=HERE)
expect("entries as known", ["export", "x.charter", "--known", "3"], 2, err=["--register"], cwd=HERE)
expect("unknown model", ["new", "x.charter", "--model", "foo", *AT], 2, err=["foo", "collaborative-working"], cwd=HERE)
expect("model and charter", ["new", "x.charter", "--model", "a", "--charter", "b", *AT], 2, err=["exclude"], cwd=HERE)
expect("record without a kind", ["record", "x.charter", *AT], 2, err=["KIND is missing"], cwd=HERE)
expect("record without --at", ["record", "x.charter", "partner-joined"], 2, err=["--at is missing"], cwd=HERE)
expect("a file and a kind", ["record", "x.charter", "partner-joined", "--file", "y"], 2, err=["--file"], cwd=HERE)
expect("since and a clause", ["assess", "x", "c", "--since", "2026-01-01T00:00:00Z", *AT], 2, err=["--since"], cwd=HERE)
expect("an argument that is not UTF-8", ["may", "x", b"\xff", "vote", *AT], 2, err=["not UTF-8"], cwd=HERE)

status, out, err = run("--help", COLUMNS="40")
check("help is wrapped at 40", status == 0 and all(len(line) <= 40 or line.startswith("Usage") for line in out.splitlines()), out)

# What heads the page of a decision that comes to nothing, or that nobody may look into yet.
ENDS = [
    {"kind": "partnership-founded", "at": "2026-01-05T09:00:00Z",
     "data": {"id": "t", "title": "T", "zone": "UTC", "origin": "x", "format": "1"}},
    {"kind": "charter-adopted", "at": "2026-01-05T09:00:00Z", "data": {"charter": {
        "charter": "1", "id": "c", "title": "C", "rules": [
            {"id": "r", "method": "majority", "unit": "person", "time": {"open": "P7D"}, "secret": True},
            {"id": "s", "method": "majority", "unit": "person", "time": {"open": "P7D"},
             "admission": {"of": "seconded", "at-least": 1, "within": "P7D"}}],
        "sections": [{"id": "s", "title": "S", "clauses": [{"id": "f", "kind": "value", "text": "We are fair."}]}]}}},
    {"kind": "person-joined", "at": "2026-01-05T09:00:00Z", "data": {"id": "ana"}},
    {"kind": "decision-proposed", "at": "2026-01-06T09:00:00Z", "data": {"id": "lost", "title": "L", "rule": "s"}},
    {"kind": "decision-proposed", "at": "2026-01-06T09:00:00Z", "data": {"id": "gone", "title": "G", "rule": "r"}},
    {"kind": "decision-proposed", "at": "2026-01-06T09:00:00Z", "data": {"id": "held", "title": "H", "rule": "r"}},
    {"kind": "decision-withdrawn", "at": "2026-01-06T10:00:00Z", "data": {"decision": "gone"}},
    {"kind": "decision-opened", "at": "2026-01-07T09:00:00Z", "data": {"decision": "held"}},
    {"kind": "ballot-cast", "at": "2026-01-08T09:00:00Z", "data": {"decision": "held", "voter": "ana", "choice": "for"}}]
with open(os.path.join(HERE, "ends.jsonl"), "w", encoding="utf-8") as lines:
    lines.write("\n".join(json.dumps(one) for one in ENDS))
for decision, out, not_out in (("lost", "Lapsed: too few seconded it in time", "Not decided yet"),
                               ("gone", "Withdrawn\n", "Not decided yet"), ("held", "Turnout  1", "for 1")):
    expect(f"the head of {decision}", ["decide", "ends.jsonl", decision, "--at", "2026-01-20T09:00:00Z"], 3, out=[out],
           not_out=[not_out], cwd=HERE)

# Whoever may make entries changes no model charter without a decision.
for model in ("co-production", "collaborative-care", "collaborative-working", "partnership-behaviour", "user-led-partnership"):
    other = {**ENDS[1]["data"]["charter"], "calendar": {"zone": "Europe/London"}}
    made = ["--at", "2026-01-05T09:00:00Z", "--recorded", "2026-01-05T09:00:00Z"]
    expect(f"a record under {model}", ["new", f"{model}.charter", "--model", model, *made], 0, cwd=HERE)
    expect(f"{model} is not replaced just so", ["record", f"{model}.charter", "charter-adopted", "--at", "2026-01-05T09:00:00Z",
                                               "--data", json.dumps({"charter": other})], 1,
           err=["“charter-change”", "name the decision"], cwd=HERE)

finish()
