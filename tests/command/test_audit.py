# SPDX-License-Identifier: LGPL-2.1-or-later
"""Look before you sign: for anybody, for stated voters, for members, against an older version."""

import copy
import json
import os
import tempfile

from harness import check, expect, finish, run, run_on_terminal, width

HERE = tempfile.mkdtemp()
RULE = {"id": "ordinary", "method": "majority", "amends-charter": True}
CHARTER = {
    "charter": "1", "id": "team", "title": "Team",
    "constituencies": [{"id": "lived"}, {"id": "learned"}],
    "roles": [{"id": "secretary", "term": "P1Y", "acts": ["record"]},
              {"id": "chair", "acts": ["record"]}],
    "permissions": [{"act": act, "to": ["persons"]} for act in ("chair", "handle-concern", "record-for", "see-sealed")],
    "rules": [{"id": "ordinary", "method": "majority", "amends-charter": True, "voters": ["constituency:lived", "constituency:learned"],
               "quorum": {"base": "members", "share": "1/2", "compare": ">"}}],
    "conflicts": {"remedies": ["adjourn"]},
    "sections": [{"id": "s", "title": "S", "clauses": [
        {"id": "fair", "kind": "value", "text": "We are fair.", "checks": [{"check": "voices-heard"}]}]}]}


def write(name, value):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as out:
        out.write(value if isinstance(value, str) else json.dumps(value))


def changed(**members):
    return {**copy.deepcopy(CHARTER), **members}


def row(name, args, status, **more):
    return expect(name, ["audit", *args], status, cwd=HERE, COLUMNS="400", **more)


write("fine.json", CHARTER)
write("hard.json", changed(rules=[{**RULE, "quorum": {"at-least": 9}}]))
write("strict.json", changed(version="2", rules=[{**CHARTER["rules"][0], "quorum": {"base": "members", "share": "2/3"}}]))
write("unguarded.json", changed(rules=[{"id": "ordinary", "method": "majority"}]))
write("broken.json", "{")
write("voters.json", [{"id": "north", "weight": 3, "constituencies": ["lived"]},
                      {"id": "south", "constituencies": ["learned"]}, {"id": "east", "constituencies": ["learned"]}])
write("team.jsonl", "\n".join(json.dumps(one) for one in (
    {"kind": "partnership-founded", "at": "2026-01-05T09:00:00Z",
     "data": {"id": "team", "title": "Team", "zone": "UTC", "origin": "x", "format": "1"}},
    {"kind": "charter-adopted", "at": "2026-01-05T09:00:00Z", "data": {"charter": CHARTER}},
    {"kind": "partner-joined", "at": "2026-01-05T09:00:00Z", "data": {"id": "north", "name": "N", "constituencies": ["lived"]}},
    {"kind": "partner-joined", "at": "2026-01-05T09:00:00Z", "data": {"id": "south", "name": "S", "constituencies": ["learned"]}},
    {"kind": "person-joined", "at": "2026-01-05T09:00:00Z", "data": {"id": "p-ana", "handle": "ana", "name": "Ana", "for": ["north", "south"]}},
    {"kind": "role-given", "at": "2026-01-05T09:00:00Z", "data": {"role": "secretary", "person": "p-ana"}})))

# for anybody
row("nothing worse than a note", ["fine.json"], 0, out=["note: inquorate-after /rules/0/quorum", "1 of 3, 1 of 4",
                                                        "any number of voters", "0 errors, 0 warnings, 1 note."])
row("nothing that amends it", ["unguarded.json"], 1,
    out=["warning: unguarded-charter /rules", "can adopt another version without a decision", "→ Say “amends-charter”"])
row("a number that is asked for", ["hard.json"], 0, out=["only once 9 have a vote"])
row("in JSON", ["fine.json", "--json"], 0, is_json=True, out=['"kind":"anybody"', '"counts":{"error":0,"note":1,"warning":0}'])

# for stated voters
row("a number", ["hard.json", "--voters", "5"], 1, out=["error: unreachable-quorum", "at least 9 must take part, and there are 5"])
row("enough", ["hard.json", "--voters", "20"], 0, out=["once 12 of 20 are missing"], not_out=["unreachable"])
row("by constituency", ["fine.json", "--voters", '{"lived": 2, "learned": 1}'], 0, out=["“lived” 2/3, “learned” 1/3"])
row("one who decides", ["fine.json", "--voters", "voters.json"], 1, out=["warning: dictator", "north alone decides"])
row("power in JSON", ["fine.json", "--voters", "voters.json", "--json"], 1, is_json=True,
    out=['"shapley":"1"', '"swings":"4"', '"voter":"north"'])
row("nobody", ["fine.json", "--voters", "0"], 2, err=["Expected at least one voter"])
row("no constituency", ["fine.json", "--voters", '{"livid": 2}'], 2, err=["/livid: There is no constituency “livid”"])
row("no such file", ["fine.json", "--voters", "none.json"], 2, err=["none.json"])
row("no JSON", ["fine.json", "--voters", "[1"], 2, err=["charter audit"])
many = json.dumps([{"weight": 1000 + i * i, "constituencies": ["lived"]} for i in range(70)])
row("power that is too much", ["fine.json", "--voters", many], 3, out=["power-not-computed", "70 voters"])

# for members
AT = ["--at", "2026-12-01T12:00:00Z"]
row("members", ["fine.json", "--record", "team.jsonl", *AT], 1,
    out=["After 2027-01-04 nobody may make entries", "Only ana may do this: record", "members of the record"], not_out=["p-ana"])
row("members in JSON keep their ids", ["fine.json", "--record", "team.jsonl", "--json", *AT], 1, is_json=True,
    out=["Only p-ana may do this"])
row("members far from the end", ["fine.json", "--record", "team.jsonl", "--at", "2026-02-01T12:00:00Z"], 1,
    out=["note: lockout", "After 2027-01-04"])
row("members need an instant", ["fine.json", "--record", "team.jsonl"], 2, err=["--at"])
row("an instant needs members", ["fine.json", *AT], 2, err=["--record"])
row("not both", ["fine.json", "--record", "team.jsonl", "--voters", "3", *AT], 2, err=["side by side"])
row("no such record", ["fine.json", "--record", "none.charter", *AT], 2, err=["none.charter"])

# against an older version
row("what changes", ["strict.json", "--against", "fine.json"], 0,
    out=["What changes", "Changed: rule “ordinary”, quorum/share: \"1/2\" before, \"2/3\" now.", "More must take part than before."])
row("nothing changes", ["fine.json", "--against", "fine.json"], 0, out=["Nothing."])
row("changes in JSON", ["strict.json", "--against", "fine.json", "--json"], 0, is_json=True, out=['{"audit":{', '"changes":{', '"kind":"changes"'])
row("an older version that is none", ["strict.json", "--against", "broken.json"], 2, err=["broken.json"])

# what is no charter
row("no charter", ["broken.json"], 2, err=["broken.json"])
row("nothing", [], 2, err=["FILE"])

# the same bytes in every locale; nothing wider than the terminal
texts = {run("audit", "fine.json", "--voters", "voters.json", "--json", cwd=HERE, LC_ALL=locale)[1] for locale in ("C", "C.UTF-8", "tr_TR.UTF-8")}
check("the same bytes", len(texts) == 1, texts)
for columns in (40, 80):
    shown = run_on_terminal("audit", "fine.json", "--voters", "voters.json", cwd=HERE, columns=columns)[1]
    lines = [line for line in shown.replace("\x1b", "").splitlines() if width(line) > columns + 12]
    check(f"fits {columns} columns", not lines, lines)

finish()
