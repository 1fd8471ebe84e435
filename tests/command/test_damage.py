# SPDX-License-Identifier: LGPL-2.1-or-later
"""Records that break off, and records of nothing: every command says so, and none looks fine."""

import json
import os
import shutil
import sqlite3
import tempfile

from harness import check, expect, finish, run

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
HERE = tempfile.mkdtemp()
AT = ["--at", "2026-02-20T12:00:00Z"]


def then(day, hour="09:00"):
    return ["--at", f"2026-{day}T{hour}:00Z", "--recorded", f"2026-{day}T{hour}:30Z"]


def row(name, args, status=0, **more):
    return expect(name, args, status, cwd=HERE, **more)


def broken(name, seq, old='"kind"', new='"knid"'):
    """The record, broken off at an entry."""
    path = os.path.join(HERE, name)
    shutil.copy(os.path.join(HERE, "whole.charter"), path)
    with sqlite3.connect(path) as file:
        file.execute("UPDATE entry SET leaf = replace (leaf, ?, ?) WHERE seq = ?", (old, new, seq))
    return name


row("a record", ["new", "whole.charter", "--charter", os.path.join(DATA, "team.json"), *then("01-05")], out=["Made"])
for args in (["partner-joined", "id=north", "name=North"], ["partner-joined", "id=south", "name=South"],
             ["person-joined", "id=nia", "for=north"], ["person-joined", "id=sam", "for=south"],
             ["role-given", "role=representative", "person=nia", "for=north"],
             ["role-given", "role=representative", "person=sam", "for=south"]):
    run("record", "whole.charter", *args, *then("01-06"), cwd=HERE)
run("record", "whole.charter", "decision-proposed", "id=hall", "title=Hall", "rule=ordinary", "--by", "nia", *then("02-01"), cwd=HERE)
run("record", "whole.charter", "decision-opened", "decision=hall", *then("02-02"), cwd=HERE)
for who in ("nia", "sam"):
    run("record", "whole.charter", "ballot-cast", f"decision=hall", f"voter={who}", "choice=for", "--by", who, *then("02-03"), cwd=HERE)
row("the last entry", ["record", "whole.charter", "charter-signed", "partner=north", "version=1.0", *then("02-04")], out=["entry 13"])

QUESTIONS = (("may", ["nia", "discuss", "hall", *AT], 0), ("decide", ["hall", *AT], 0), ("due", [*AT, "--who", "north"], 0),
             ("assess", [*AT], 1), ("assess", ["signed", *AT], 1), ("electorate", ["hall", *AT], 0),
             ("conflicts", ["hall", *AT], 0), ("show", [], 0), ("show", ["hall"], 0), ("show", ["3"], 0),
             ("show", ["--entries"], 0), ("show", ["--charter"], 0), ("show", ["--partners"], 0), ("export", [], 0),
             ("export", ["--form", "submission"], 0))
LAST = broken("last.charter", 13)
for command, args, status in QUESTIONS:
    _, whole, _ = run(command, "whole.charter", *args, cwd=HERE)
    for json_too in ([], ["--json"]) if command != "export" else ([],):
        words = " ".join([command, *args[:1], *json_too])
        row(f"{words}, of a whole record", [command, "whole.charter", *args, *json_too], status)
        out = row(f"{words}, of a damaged one", [command, LAST, *args, *json_too], 3, err=["Only part of the record could be read", "Entry 13"])
        check(f"{words}, answers from the good part", out.strip(), out)
row("a no is no no either", ["may", LAST, "p-none", "vote", "hall", *AT], 3, out=["No"], err=["Entry 13"])
row("what is not there", ["decide", LAST, "nothing", *AT], 2, err=["nothing", "Entry 13"])
row("export to a file does what it can", ["export", LAST, "-o", "part.jsonl"], 3, err=["Entry 13"])
check("twelve entries are saved", len(open(os.path.join(HERE, "part.jsonl"), encoding="utf-8").readlines()) == 12)
row("and make a record again", ["new", "again.charter", "--from", "part.jsonl"], 0, out=["12 entries", "Charter of the Team"])
row("of which nothing is missing", ["decide", "again.charter", "hall", *AT], 0, out=["Carried"])
row("nothing is added", ["record", LAST, "partner-joined", "id=x", "name=X", *AT], 2, err=["Entry 13", "Nothing was recorded"])

# Broken off at every entry, and of nothing at all: an answer or an error, never a crash.
with open(os.path.join(HERE, "empty.jsonl"), "w", encoding="utf-8"):
    pass
records = [broken(f"at-{seq}.charter", seq) for seq in range(1, 13)]
records += [broken("foreign.charter", 1, '"kind":"partnership-founded"', '"kind":"partner-left"'),
            broken("no-text.charter", 1, '{', ''), "empty.jsonl"]
for record in records:
    faults = []
    for command, args, _ in (*QUESTIONS, ("conflicts", ["--person", "nia", *AT], 0), ("show", ["--known", "0"], 0), ("show", ["--decisions", *AT], 0),
                             ("show", ["--charter", "--known", "1"], 0), ("may", ["nia", "vote", *AT, "--known", "0"], 0)):
        for json_too in ([], ["--json"]):
            status, out, err = run(command, record, *args, *json_too, cwd=HERE)
            allowed = (0, 1, 2, 3) if record == "empty.jsonl" else (2, 3)
            if status not in allowed or "CRITICAL" in err or "Sanitizer" in err or (status == 2 and not err):
                faults.append(f"{command} {args} {json_too}: {status}: {err}")
            if json_too and status != 2 and out and command != "export":
                json.loads(out)
    check(f"no command fails on {record}", not faults, "\n".join(faults))
row("show, of nothing readable", ["show", "at-1.charter"], 3, err=["Entry 1", "no entries to show"])
row("show, of nothing", ["show", "empty.jsonl"], 2, err=["no entries to show"])
row("the entries of nothing readable", ["show", "at-1.charter", "--entries", "--json"], 3, out=["[]"], err=["Entry 1"])

# --known, and new --from
row("the charter known then", ["show", "whole.charter", "--charter", "--known", "1"], 1,
    err=["No charter is in force", "With --known 1, only what had been recorded by then"])
row("and in the overview", ["show", "whole.charter", "--known", "1"], 0, out=["Charter    none"])
row("the charter known later", ["show", "whole.charter", "--charter", "--known", "2"], 0, out=["What we hold dear"])
row("nothing to assess by then", ["assess", "whole.charter", *AT, "--known", "2026-01-01T00:00:00Z"], 2,
    err=["No charter is in force", "only what had been recorded by then"])
row("no decision by then", ["decide", "whole.charter", "hall", *AT, "--known", "4"], 2, err=["hall", "only what had been recorded by then"])
row("without --known nothing is said of it", ["decide", "whole.charter", "none", *AT], 2, err=["There is no decision"])
check("nothing", "recorded by then" not in run("decide", "whole.charter", "none", *AT, cwd=HERE)[2])

SUBMISSIONS = run("export", "whole.charter", "--form", "submission", cwd=HERE)[1]
with open(os.path.join(HERE, "sub.jsonl"), "w", encoding="utf-8") as file:
    file.write(SUBMISSIONS)
row("new from submissions", ["new", "sub.charter", "--from", "sub.jsonl", "--recorded", "2026-03-01T00:00:00Z"], 0, out=["13 entries", "It lives by"])
row("gives the same decision", ["decide", "sub.charter", "hall", *AT], 0, out=["Carried"])
row("new from a pipe", ["new", "pipe.charter", "--from", "-", "--json"], 0, stdin=SUBMISSIONS.encode(), is_json=True, out=['"recorded":13'])
row("new from lines where a file is", ["new", "sub.charter", "--from", "sub.jsonl"], 2, err=["already there"])
check("which is not touched", run("decide", "sub.charter", "hall", *AT, cwd=HERE)[0] == 0)
for name, text, word in (("a line is refused", SUBMISSIONS + '{"kind":"nonsense"}\n', "Line 14"),
                         ("no founding", SUBMISSIONS.split("\n", 1)[1], "partnership-founded"),
                         ("no entries", "\n\n", "no entries"), ("no JSON", "{oops", "Line 1")):
    row(f"new from lines: {name}", ["new", "never.charter", "--from", "-"], 2, stdin=text.encode(), err=[word, "Nothing was made"])
    check(f"and no file is left: {name}", not [f for f in os.listdir(HERE) if f.startswith("never")])
row("from a file that is not there", ["new", "never.charter", "--from", "nowhere.jsonl"], 2, err=["nowhere.jsonl", "Nothing was made"])
check("leaves no file", not os.path.exists(os.path.join(HERE, "never.charter")))
row("from lines and a model", ["new", "never.charter", "--from", "sub.jsonl", "--model", "co-production"], 2, err=["--model cannot stand beside it"])
row("from lines and an instant", ["new", "never.charter", "--from", "sub.jsonl", *AT], 2, err=["--at cannot stand beside it"])
row("record says how a new file is made", ["record", "never.charter", "--file", "sub.jsonl"], 2, err=["never.charter", "charter new PATH --from FILE"])
row("and so it does of JSON Lines", ["record", "sub.jsonl", "partner-joined", *AT], 2, err=["charter new RECORD --from sub.jsonl"])

finish()
