# SPDX-License-Identifier: LGPL-2.1-or-later
"""The register of interests: as a table, in JSON, and as CSV."""

import csv
import io
import json
import os
import tempfile

from harness import check, expect, finish, run, run_on_terminal, width

HERE = tempfile.mkdtemp()
CHARTER = {
    "charter": "1", "id": "team", "title": "Team", "calendar": {"zone": "Europe/London"},
    "roles": [{"id": "chair", "name": "Chair"}],
    "rules": [{"id": "ordinary", "method": "majority", "unit": "person"}],
    "conflicts": {"declare-within": "P28D", "confirm-every": "P1Y", "published-for": "P6M"},
    "sections": [{"id": "s", "title": "S", "clauses": [{"id": "fair", "kind": "value", "text": "We are fair."}]}]}


def entry(kind, at, **data):
    return {"kind": kind, "at": at, "data": {name.replace("_", "-"): value for name, value in data.items()}}


ENTRIES = [
    entry("partnership-founded", "2026-01-05T09:00:00Z", id="team", title="Team", zone="Europe/London", origin="x", format="1"),
    entry("charter-adopted", "2026-01-05T09:00:00Z", charter=CHARTER),
    entry("person-joined", "2026-01-05T09:00:00Z", id="p-nia", name="Nia Roberts", handle="nia"),
    entry("person-joined", "2026-01-05T09:00:00Z", id="p-sam", name="Sam\x1b[31m Okoro", handle="sam"),
    entry("interest-declared", "2026-01-10T23:30:00Z", id="i-1", person="p-nia", party="acme", party_name="Acme, Ltd",
          category="financial", nature='=SUM(1) and "more"\nof it', standing=True),
    entry("interest-declared", "2026-01-11T09:00:00Z", id="i-2", person="p-nia", party="secret-place", category="indirect",
          nature="Nobody must know.", sensitive=True),
    entry("meeting-called", "2026-03-01T09:00:00Z", id="m-1", starts="2026-03-02T09:00:00Z", purpose="Board"),
    entry("interest-declared", "2026-03-02T09:00:00Z", id="i-3", person="p-nia", party="bolt", category="financial", meeting="m-1"),
    entry("interest-declared", "2026-03-03T09:00:00Z", id="i-4", person="p-nia", party="bolt", category="financial"),
    entry("interest-ended", "2026-05-31T23:30:00Z", interest="i-4")]
R = "team.jsonl"


def write(name, entries):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as out:
        out.writelines(json.dumps(one) + "\n" for one in entries)


def row(name, args, status=0, **more):
    return expect(name, args, status, cwd=HERE, **more)


write(R, ENTRIES)
write("fine.jsonl", ENTRIES + [entry("nothing-declared", "2026-01-12T09:00:00Z", person="p-sam")])
write("nobody.jsonl", ENTRIES[:2])


def at(day, hour="12:00"):
    return ["--at", f"{day}T{hour}:00Z"]


# the table
SHOW = ["conflicts", R, "--register"]
row("the register, and who has declared nothing", [*SHOW, *at("2026-01-20")], 1,
    out=["Nia Roberts", "Acme, Ltd", "(financial)", "details withheld", "general notice", "nothing heard", "due 2026-02-02",
         "Nothing has been heard of 1 person."], not_out=["secret-place", "Nobody must know", "\x1b", "late"])
row("is overdue from the end of the day", [*SHOW, *at("2026-02-03")], 1, out=["overdue", "1 declaration was or is late."])
row("what was disclosed at a meeting", [*SHOW, *at("2026-03-05")], 1, out=["disclosed", "meeting m-1"], COLUMNS="200")
row("what has ended, by the clock of the place", [*SHOW, *at("2026-06-02")], 1, out=["ended 2026-06-01", "published until 2026-12-01"], COLUMNS="200")
row("and is no longer published", [*SHOW, *at("2026-12-02")], 1, out=["no longer published"], COLUMNS="200")
FINE = ["conflicts", "fine.jsonl", "--register"]
row("everybody has declared, in time", [*FINE, *at("2026-03-05")], 0, out=["nothing to declare", "confirm by"], not_out=["heard"])
row("and has not confirmed a year later", [*FINE, *at("2027-03-04")], 1, out=["confirmation overdue", "2 people have not confirmed in time."])
row("nobody", ["conflicts", "nobody.jsonl", "--register", *at("2026-03-05")], 0, out=["Nobody has to declare"])
row("before anything", [*SHOW, *at("2020-01-01")], 0, out=["Nobody has to declare"])
row("as it was known", [*SHOW, "--known", "4", *at("2026-01-20")], 1, out=["nothing heard"], not_out=["Acme"])
row("at no instant", [*SHOW, "--at", "soon"], 2, err=["“soon” is no instant"])
for columns in (40, 80, 200):
    text = run(*SHOW, *at("2026-06-02"), cwd=HERE, COLUMNS=str(columns))[1]
    wide = [line for line in text.splitlines() if width(line) > columns]
    check(f"it fits {columns} columns", text and not wide, "\n".join(wide))
shown = run_on_terminal(*SHOW, *at("2026-06-02"), cwd=HERE, columns=100)[1]
check("it has colours on a terminal", "\x1b[" in shown and "\x1b[31m Okoro" not in shown, shown)

# JSON
LIST = json.loads(row("in JSON", [*SHOW, "--json", *at("2026-03-05")], 1, is_json=True, not_out=["secret-place"]))
check("a row for each", [(one["person"], one["kind"], one.get("interest")) for one in LIST] == [
    ("p-nia", "declared", "i-1"), ("p-nia", "declared", "i-2"), ("p-nia", "declared", "i-3"), ("p-nia", "declared", "i-4"),
    ("p-sam", "neither", None)], LIST)
check("standing and meeting are told", LIST[0]["standing"] is True and LIST[2]["meeting"] == "m-1" and "standing" not in LIST[3])

# CSV
SHEET = ["export", R, "--register"]


def table(*args):
    status, out, err = run(*args, cwd=HERE)
    check(" ".join(args), status == 0 and not err and out.endswith("\r\n"), err)
    return list(csv.DictReader(io.StringIO(out, newline="")))


ALL = table(*SHEET, *at("2026-06-02"))
check("every row", [one["Declaration"] for one in ALL] == ["declared"] * 4 + ["neither"], ALL)
check("a formula is none, and quotes and lines are kept", ALL[0]["Nature"] == "'=SUM(1) and \"more\"\nof it" and ALL[0]["Party name"] == "Acme, Ltd", ALL[0])
check("what is sensitive is withheld", ALL[1]["Nature"] == "(details withheld)" and not ALL[1]["Party"] + ALL[1]["Category"], ALL[1])
check("notice, meeting, lateness", (ALL[0]["General notice"], ALL[2]["Meeting"], ALL[4]["Late"], ALL[4]["Due"]) == ("yes", "m-1", "yes", "2026-02-02"), ALL)
check("days are those of the place", (ALL[3]["Ended"], ALL[0]["Declared"]) == ("2026-06-01", "2026-01-10"), ALL)
PUBLIC = table(*SHEET, "--published", *at("2026-12-02"))
check("what is public, without what is not", len(PUBLIC) == 3 and "Late" not in PUBLIC[0] and "Entry" not in PUBLIC[0], PUBLIC)
check("as known then", table(*SHEET, "--known", "5", *at("2026-06-02"))[1]["Declaration"] == "neither")
row("to a file", [*SHEET, "-o", "register.csv", *at("2026-06-02")])
with open(os.path.join(HERE, "register.csv"), encoding="utf-8", newline="") as file:
    check("it is the same", list(csv.DictReader(file)) == ALL)
row("to a folder that is not there", [*SHEET, "-o", "no/register.csv", *at("2026-06-02")], 2, err=["no/register.csv"])
row("at no instant, and no file", [*SHEET, "-o", "none.csv", "--at", "soon"], 2, err=["“soon” is no instant"])
check("nothing was written", not os.path.exists(os.path.join(HERE, "none.csv")))
for locale in ("C", "de_DE.UTF-8", "tr_TR.UTF-8"):
    check(f"the same in {locale}", run(*SHEET, *at("2026-06-02"), cwd=HERE, LC_ALL=locale, TZ="Asia/Tokyo")[1]
          == run(*SHEET, *at("2026-06-02"), cwd=HERE)[1])

finish()
