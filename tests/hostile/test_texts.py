# SPDX-License-Identifier: LGPL-2.1-or-later
"""Texts that are no JSON, or none that is allowed, through every door of the command."""

import json
import os

from hostile import HERE, here, must, row, finish
from rows import DATA, TEAM, TEXTS, colliding, story

R = here("team.charter")
T = ["--at", "2026-01-05T09:00:00Z", "--recorded", "2026-01-05T09:00:00Z"]
must("new", R, "--charter", TEAM, *T)


def write(name, content):
    with open(here(name), "wb") as file:
        file.write(content)
    return here(name)


# JSON as it should be, and a charter with faults; all others are none.
READABLE = ["1000 colliding names", "2^53", "-2^53", "1.5"]
for number, (label, content, word, code) in enumerate(TEXTS):
    words = [word] if word else []
    path = write("bad.json", content)
    lines = write("bad.jsonl", content)
    blank = not content.strip()
    # JSON Lines end at a line feed, and what is empty has no lines.
    row(f"check: {label}", ["check", path], 1 if label in READABLE else 2, words)
    row(f"new: {label}", ["new", "bad.charter", "--charter", path, *T], 2, [*words, "bad.json"], [here("bad.charter")])
    row(f"record --file: {label}", ["record", R, "--file", path], 0 if blank else 2,
        ["Recorded 0 entries"] if blank else [*words, "Line 1", "Nothing was recorded"], [R])
    row(f"show: {label}", ["show", lines], 2, ["bad.jsonl", "no entries" if blank else "line 1"])
    # The other doors lead to the same reader: each is tried with every third.
    if number % 3 == 0:
        row(f"test: {label}", ["test", path], 2, ["bad.json", "cannot be used"])
    if number % 3 == 1:
        row(f"record key:=@FILE: {label}", ["record", R, "partner-joined", f"id:=@{path}", "name=x", *T], 2,
            ["Nothing was recorded"], [R])
    if number % 3 == 2 and len(content) < 100000 and b"\0" not in content:
        try:
            row(f"record --data: {label}", ["record", R, "partner-joined", "--data", content.decode("utf-8"), *T], 2,
                ["Nothing was recorded"], [R])
        except UnicodeDecodeError:
            row(f"record --data: {label}", ["record", R, "partner-joined", "--data", content, *T], 2, ["UTF-8"], [R])

# Cut anywhere, a charter is none, and says where it ends.
with open(os.path.join(DATA, "charters", "full.json"), "rb") as file:
    FULL = file.read().rstrip()
for length in [*range(0, len(FULL), 337), *range(len(FULL) - 4, len(FULL))]:
    row(f"a charter cut after {length} bytes", ["check", "-"], 2, ["-:", "fault"], stdin=FULL[:length])

LINE = story(46)[1].encode()
for length in range(1, len(LINE), 397):
    row(f"a line cut after {length} bytes", ["record", R, "--file", "-", *T[2:]], 2, ["Line 1", "Nothing was recorded"],
        [R], stdin=LINE[:length])
row("a line in the middle that is cut", ["record", R, "--file", "-", *T[2:]], 2, ["Line 2: ", "column"], [R],
    stdin=b"\n".join([b'{"kind":"partner-joined","at":"2026-01-05T09:00:00Z","data":{"id":"a","name":"A"}}', LINE[:200],
                      b"{}"]))
row("lines ended as on other systems", ["record", R, "--file", "-", *T[2:]], 2, ["Line 2"], [R],
    stdin=b'{"kind":"partner-joined","at":"2026-01-05T09:00:00Z","data":{"id":"a","name":"A"}}\r\n{"kind":"x"}\r\n')

# What has no end is not read to it.
for args in (["check", "/dev/zero"], ["test", "/dev/zero"], ["record", R, "--file", "/dev/zero"],
             ["record", R, "partner-joined", "id:=@/dev/zero", *T], ["new", "z.charter", "--charter", "/dev/zero", *T]):
    row(" ".join(args[:1]) + " of /dev/zero", args, 2, ["/dev/zero"] if args[0] != "record" or "--file" in args else ["id"],
        [R, here("z.charter")])

# What is no file.
for name in (".", "nothing.json", "", "nothing/nothing.json"):
    row(f"check of {name!r}", ["check", name], 2)
    row(f"record --file {name!r}", ["record", R, "--file", name], 2, ["Nothing was recorded"], [R])
    row(f"test of {name!r}", ["test", name], 2, ["cannot be used"])

# Scenario files
SCENARIO = {"scenario": "1", "name": "n", "charter": json.load(open(TEAM, encoding="utf-8")), "entries": [], "ask": []}
for label, change, word in (
        ("a newer scenario", {"scenario": "2"}, "/scenario"),
        ("no question", {"ask": []}, "/ask"),
        ("an unknown question", {"ask": [{"question": "myay", "expect": {}}]}, "may"),
        ("a question of a wrong type", {"ask": [5]}, "/ask/0"),
        ("entries that are none", {"entries": {"a": 1}, "ask": [{"question": "due", "at": "x", "expect": {}}]}, "/entries"),
        ("a charter that is nowhere", {"charter": "file:nowhere.json", "ask": [{"question": "due", "at": "x",
                                                                                "expect": {}}]}, "nowhere.json"),
        ("a charter without end", {"charter": "file:/dev/zero", "ask": [{"question": "due", "at": "x", "expect": {}}]},
         "/dev/zero"),
        ("an unknown model", {"charter": "model:nothing", "ask": [{"question": "due", "at": "x", "expect": {}}]},
         "nothing")):
    path = write("scenario.json", json.dumps({**SCENARIO, **change}).encode())
    row(f"test: {label}", ["test", path], 2, [word, "cannot be used"])

NAMES = colliding(32768, ("ar", "c0"))
path = write("scenario.json", json.dumps({**SCENARIO, "ask": [{"question": "refused", "entry": name, "expect": {}}
                                                              for name in NAMES]}).encode())
row("test: 32 768 entries asked about whose ids collide", ["test", path], 1, ["32768 not"])

# Arguments
BAD = b"\xff\xfe"
for args in (["show", BAD], ["show", R, BAD], ["record", R, BAD, *T], ["record", R, "partner-joined", b"id=" + BAD, *T],
             ["record", R, "partner-joined", BAD + b"=x", *T], ["record", R, "partner-joined", "id=x", "--by", BAD, *T],
             ["record", R, "partner-joined", "id=x", "--id", BAD, *T], ["may", R, BAD, "vote", "--at", "now"],
             ["may", R, "x", "vote", "--at", BAD], ["may", R, "x", "vote", "--at", "now", "--known", BAD],
             ["due", R, "--at", "now", "--until", BAD], ["due", R, "--at", "now", "--who", BAD],
             ["new", "z.charter", "--title", BAD, *T], ["new", "z.charter", "--id", BAD, *T],
             ["new", "z.charter", "--model", BAD, *T], ["check", BAD], ["test", BAD], [BAD],
             ["assess", R, BAD, "--at", "now"], ["assess", R, "--at", "now", "--since", BAD],
             ["export", R, "--form", BAD], ["conflicts", R, "--person", BAD, "--at", "now"]):
    row("not UTF-8: " + " ".join(str(arg) for arg in args if arg not in T and arg != R), args, 2, ["UTF-8"],
        [R, here("z.charter")])
LONG = "x" * 100000
for args in (["show", R, LONG], ["decide", R, LONG, "--at", "now"], ["record", R, LONG, *T],
             ["record", R, "partner-joined", "id=" + LONG, "name=x", *T], ["may", R, "x", "vote", "--at", LONG],
             ["show", R, "--known", LONG], ["new", "z.charter", "--zone", LONG, *T], ["new", "z.charter", "--model", LONG, *T],
             [LONG]):
    row("very long: " + " ".join(arg[:12] for arg in args if arg not in T and arg != R), args, 2, (), [R, here("z.charter")])
for value in ("1e400", "-0", "18446744073709551616", "9007199254740992", "1.5", "-1", "NaN", "0x10"):
    row(f"a weight of {value}", ["record", R, "partner-joined", "id=q", "name=q", f"weight={value}", *T], 2,
        ["/data/weight", "whole number"], [R])
for args, word in ((["record", R, "partner-joined", "id=a\x1b[31m", "name=\x07", *T], "\\u001b"),
                   (["show", R, "\x1b[31mred"], "red"), (["decide", R, "\u202eevil", "--at", "now"], "evil"),
                   (["record", R, "partner-joined", "=x", *T], "key=value"),
                   (["record", R, "partner-joined", "id:=@", *T], "missing"),
                   (["record", R, "partner-joined", "id=@", *T], "handle"),
                   (["record", R, "", "id=x", *T], "/kind"), (["record", R, "partner-joined", "id=", "name=", *T], "/data/id"),
                   (["show", R, "--known", "-1"], "--known"), (["show", R, "--known", "99999999999999999999"], "--known"),
                   (["show", R, "--known", "0"], "no entries"), (["may", R, "x", "vote", "--at", ""], "instant"),
                   (["due", R, "--at", "now", "--until", "never"], "never")):
    row("strange: " + " ".join(arg for arg in args if arg not in T and arg != R).encode("ascii", "replace").decode(), args,
        2, [word], [R])

finish()
