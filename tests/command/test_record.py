# SPDX-License-Identifier: LGPL-2.1-or-later
"""A small partnership from its founding to its assessment, command by command."""

import json
import os
import tempfile

from harness import check, environment, expect, finish, run, run_on_terminal, width

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
TEAM = os.path.join(DATA, "team.json")
HERE = tempfile.mkdtemp()
R = "team.charter"


def then(day, hour="09:00"):
    return ["--at", f"2026-{day}T{hour}:00Z", "--recorded", f"2026-{day}T{hour}:30Z"]


def row(name, args, status=0, **more):
    return expect(name, args, status, cwd=HERE, **more)


# new
row("new from a charter file", ["new", R, "--charter", TEAM, "--title", "The Team", *then("01-05")],
    out=["The Team", "(team)", "Europe/London", "Charter of the Team"])
row("new never touches a file that is there", ["new", R, "--charter", TEAM, *then("01-05")], 2, err=[R])
row("new from a model", ["new", "model.charter", "--model", "collaborative-working", "--json", *then("01-05")],
    is_json=True, out=['"zone":"Europe/London"', '"id":"model"'])
row("new without a charter", ["new", "bare.charter", "--title", "Bare — ünïcode", "--zone", "Europe/Paris", *then("01-05")],
    out=["Bare", "no charter yet"])
row("new with a zone that the charter does not have",
    ["new", "zone.charter", "--charter", TEAM, "--zone", "Asia/Tokyo", *then("01-05")], 2, err=["Asia/Tokyo", "Nothing was made"])
check("a refused new leaves no file", not os.path.exists(os.path.join(HERE, "zone.charter")))
row("a model with another zone", ["new", "zone.charter", "--model", "collaborative-working", "--zone", "UTC", *then("01-05")], 2,
    err=["Europe/London", "Nothing was made"])
row("new with a bad instant", ["new", "bad.charter", "--at", "yesterday"], 2, err=["yesterday", "Nothing was made"])
check("nor does a bad one", not os.path.exists(os.path.join(HERE, "bad.charter")))
row("new with an unknown zone", ["new", "bad.charter", "--zone", "Mars/Olympus", *then("01-05")], 2, err=["Mars/Olympus"])
row("new from a charter with faults", ["new", "bad.charter", "--charter", os.path.join(DATA, "faulty.json"), *then("01-05")], 2,
    err=["faulty.json", "/titel", "did you mean “title”?", "and 1 more problem"])
row("list of models", ["new", "--list-models"], out=["collaborative-working", "co-production"])

# record
row("a partner", ["record", R, "partner-joined", "id=north", "name=North Trust", *then("01-06")], out=["entry 3", "partner-joined"])
row("another, as JSON", ["record", R, "partner-joined", "--data", '{"id": "south", "name": "South"}', "--json", *then("01-06")],
    is_json=True, out=['"seq":4'])
row("one text where a list is wanted",
    ["record", R, "person-joined", "id=p-nia", "handle=nia", "for=north", "constituencies=lived", *then("01-07")], out=["entry 5"])
row("and several", ["record", R, "person-joined", "id=p-sam", "handle=sam", "for=south", "expertise=lived", "expertise=learned", *then("01-07")])
row("a handle for an id", ["record", R, "role-given", "role=representative", "person=nia", "for=north", *then("01-08")])
row("a marked handle", ["record", R, "role-given", "role=representative", "person=@sam", "for=south", *then("01-08")])
row("an unknown handle", ["record", R, "role-given", "role=chair", "person=@zoe", *then("01-08")], 2, err=["“zoe”", "Nothing was recorded"])
row("an unknown kind", ["record", R, "partner-jioned", "id=x", *then("01-08")], 2, err=["partner-jioned", "partner-joined", "Nothing was recorded"])
row("an unknown member", ["record", R, "partner-joined", "id=east", "nmae=East", *then("01-08")], 2,
    err=["/data/nmae (", "): Unknown member “nmae”; did you mean “name”?\n"])
row("an unknown member, and another that is missing", ["record", R, "partner-joined", "nmae=East", *then("01-08")], 2,
    err=["/data/id (", "): Missing member “id”; and 1 more problem"])
row("a misspelt member", ["record", R, "partner-joined", "id=east", "name=East", "sectr=public", *then("01-08")], 2, err=["/data/sectr", "sector"])
row("a missing member", ["record", R, "partner-joined", "id=east", *then("01-08")], 2, err=["name"])
row("a wrong text is told as typed", ["record", R, "role-given", "role=chair", "person=p-none", *then("01-08")], 2, err=["/data/person", "p-none"])
row("no key", ["record", R, "partner-joined", "east", *then("01-08")], 2, err=["key=value"])
row("bad JSON", ["record", R, "partner-joined", "--data", '{"id": "east",}', *then("01-08")], 2, err=["--data:"])
row("JSON that is no object", ["record", R, "partner-joined", "--data", "[1]", *then("01-08")], 2, err=["object"])
row("bad JSON of a key", ["record", R, "partner-joined", "id=east", "name:={", *then("01-08")], 2, err=["name: "])
row("the future", ["record", R, "partner-joined", "id=east", "name=East", "--at", "2027-01-01T00:00:00Z", "--recorded", "2026-01-09T00:00:00Z"], 2, err=["future"])
row("only tried", ["record", R, "partner-joined", "id=east", "name=East", "-n", *then("01-08")], out=["would be recorded"])
row("tried and refused", ["record", R, "partner-joined", "id=north", "name=North", "-n", *then("01-08")], 1, out=["would be refused"])
row("nothing was written by trying", ["show", R, "east", "--at", "2026-02-01T00:00:00Z"], 2, err=["east"])
row("a number", ["record", R, "partner-joined", "id=west", "name=West", "weight=1", "public-body=true", *then("01-09")])
row("the same id twice is one entry", ["record", R, "charter-signed", "partner=north", "version=1.0", "--id", "sign-1", *then("01-10")], out=["sign-1"])
row("and says so", ["record", R, "charter-signed", "partner=north", "version=1.0", "--id", "sign-1", *then("01-10")], out=["sign-1"])
row("but not with something else", ["record", R, "charter-signed", "partner=south", "version=1.0", "--id", "sign-1", *then("01-10")], 2, err=["sign-1"])
row("a decision", ["record", R, "decision-proposed", "id=hall", "title=Rent the hall", "rule=ordinary", "--by", "nia", *then("02-01")])
row("opened", ["record", R, "decision-opened", "decision=hall", *then("02-02")])
row("a ballot", ["record", R, "ballot-cast", "decision=hall", "voter=nia", "choice=for", "--by", "nia", *then("02-03")])
row("a ballot of nobody", ["record", R, "ballot-cast", "decision=hall", "voter=p-none", "choice=for", *then("02-03")], 2, err=["/data/voter"])
row("record to JSON Lines", ["record", "x.jsonl", "partner-joined", *then("02-03")], 2, err=["JSON Lines", "charter new"])

# show
row("overview", ["show", R], out=["The Team", "Charter of the Team", "Partners", "North Trust", "Europe/London"])
row("overview in JSON", ["show", R, "--json"], is_json=True, out=['"title":"The Team"'])
row("a partner by id", ["show", R, "north"], out=["North Trust"])
row("a person by handle", ["show", R, "nia"], out=["p-nia"])
row("a thing in JSON", ["show", R, "hall", "--json"], is_json=True, out=["Rent the hall"])
row("an entry by number", ["show", R, "3"], out=["partner-joined", "North Trust"])
row("an entry by id", ["show", R, "sign-1", "--json"], is_json=True, out=['"kind":"charter-signed"'])
row("nothing of that name", ["show", R, "nothing"], 2, err=["nothing"])
row("the entries", ["show", R, "--entries"], out=["person-joined", "decision-opened"])
row("the entries in JSON", ["show", R, "--entries", "--json"], is_json=True)
row("the entries known then", ["show", R, "--entries", "--known", "4"], out=["partner-joined"], not_out=["person-joined"])
row("known by an instant", ["show", R, "--entries", "--known", "2026-01-06T12:00:00Z"], out=["partner-joined"], not_out=["person-joined"])
row("known by nonsense", ["show", R, "--known", "never"], 2, err=["--known"])
row("the charter", ["show", R, "--charter"], out=["What we hold dear", "signed"])
row("the charter in JSON", ["show", R, "--charter", "--json"], is_json=True)
row("no charter", ["show", "bare.charter", "--charter"], 1, err=["No charter is in force"])
for name, word in (("partners", "North Trust"), ("persons", "p-nia"), ("roles", "representative"), ("decisions", "Rent the hall")):
    row(f"list of {name}", ["show", R, f"--{name}"], out=[word])
    row(f"list of {name} in JSON", ["show", R, f"--{name}", "--json"], is_json=True, out=[word])
for name in ("interests", "meetings", "actions", "agreements", "concerns"):
    row(f"empty list of {name}", ["show", R, f"--{name}"], out=["none"])

# may
row("may, yes", ["may", R, "nia", "vote", "hall", "--at", "2026-02-03T12:00:00Z"], out=["Yes: nia, vote on hall"])
row("may, no", ["may", R, "p-none", "vote", "hall", "--at", "2026-02-03T12:00:00Z"], 1, out=["No", "not-a-member"])
row("may in JSON", ["may", R, "nia", "vote", "hall", "--at", "2026-02-03T12:00:00Z", "--json"], is_json=True, out=['"answer":"allowed"'])
row("may with a bad instant", ["may", R, "nia", "vote", "--at", "2026-02-30T12:00:00Z"], 2, err=["2026-02-30"])
row("may about nothing", ["may", R, "nia", "vote", "nothing", "--at", "2026-02-03T12:00:00Z"], 2, err=["nothing"])

# decide
row("pending", ["decide", R, "hall", "--at", "2026-02-04T12:00:00Z"], 3, out=["Rent the hall (hall)", "Not decided yet", "Quorum"])
row("the second ballot", ["record", R, "ballot-cast", "decision=hall", "voter=@sam", "choice=for", "--by", "@sam", *then("02-05")])
row("carried", ["decide", R, "hall", "--at", "2026-02-20T12:00:00Z"], 0, out=["Carried", "for 2", "majority"])
row("without the second ballot", ["decide", R, "hall", "--at", "2026-02-20T12:00:00Z", "--known", "2026-02-04T00:00:00Z"], 1, out=["no quorum"])
row("decide in JSON", ["decide", R, "hall", "--at", "2026-02-20T12:00:00Z", "--json"], is_json=True, out=['"result":"carried"'])
row("decide nothing", ["decide", R, "nothing", "--at", "2026-02-20T12:00:00Z"], 2, err=["nothing"])

# electorate and conflicts
row("an interest", ["record", R, "interest-declared", "id=int-1", "person=nia", "party=roofers", "category=financial", "nature=Owns a share", *then("02-06")])
row("about it", ["record", R, "decision-proposed", "id=roof", "title=Mend the roof", "rule=ordinary", "about=roofers", "--by", "sam", *then("02-07")])
row("who is conflicted", ["conflicts", R, "roof", "--at", "2026-02-08T12:00:00Z"], 1, out=["nia", "roofers", "financial"])
row("in JSON", ["conflicts", R, "roof", "--at", "2026-02-08T12:00:00Z", "--json"], 1, is_json=True, out=['"person":"p-nia"'])
row("nobody is", ["conflicts", R, "hall", "--at", "2026-02-08T12:00:00Z"], 0, out=["Nobody"])
row("what one person declared", ["conflicts", R, "--person", "nia", "--at", "2026-02-08T12:00:00Z"], 1, out=["roofers"])
row("one of the two", ["conflicts", R, "--at", "2026-02-08T12:00:00Z"], 2, err=["DECISION, --person"])
row("the electorate", ["electorate", R, "roof", "--at", "2026-02-08T12:00:00Z"], 0, out=["Discuss     sam", "Left out", "conflict"])
row("the electorate in JSON", ["electorate", R, "roof", "--at", "2026-02-08T12:00:00Z", "--json"], 0, is_json=True, out=['"ground":"conflict"'])
row("the electorate of nothing", ["electorate", R, "nothing", "--at", "2026-02-08T12:00:00Z"], 2, err=["nothing"])

# due
row("an action", ["record", R, "action-agreed", "id=keys", "owner=nia", "line-manager=sam", "due=2026-03-31", "text=Fetch the keys", *then("02-20")])
row("due", ["due", R, "--at", "2026-02-21T12:00:00Z", "--until", "2026-12-31", "--who", "nia"], 0, out=["2026-03-31", "act", "keys", "1 met late"], not_out=["sam"])
row("due, all of it", ["due", R, "--at", "2026-02-21T12:00:00Z", "--all", "--who", "nia"], 0, out=["late", "declare-interests"])
row("something overdue", ["due", R, "--at", "2026-02-21T12:00:00Z"], 1, out=["sam", "overdue"])
row("due in JSON", ["due", R, "--at", "2026-02-21T12:00:00Z", "--json"], 1, is_json=True, out=['"what":"act"'])
row("nothing due", ["due", "bare.charter", "--at", "2026-02-21T12:00:00Z"], 0, out=["Nothing is due"])
row("nothing due in JSON", ["due", "bare.charter", "--at", "2026-02-21T12:00:00Z", "--json"], 0, is_json=True)
row("a bad until", ["due", R, "--at", "2026-02-21T12:00:00Z", "--until", "soon"], 2, err=["soon"])

# assess
row("assess", ["assess", R, "--at", "2026-02-21T12:00:00Z"], 1, out=["The Team", "What we hold dear", "signed", "kindness", "no evidence"])
row("assess in JSON", ["assess", R, "--at", "2026-02-21T12:00:00Z", "--json"], 1, is_json=True, out=['"counts"'])
row("one clause", ["assess", R, "kindness", "--at", "2026-02-21T12:00:00Z"], 3, out=["We are kind", "no evidence"])
row("one clause in JSON", ["assess", R, "signed", "--at", "2026-02-21T12:00:00Z", "--json"], 1, is_json=True, out=['"status"'])
row("no such clause", ["assess", R, "courage", "--at", "2026-02-21T12:00:00Z"], 2, err=["courage"])
row("the others sign", ["record", R, "charter-signed", "partner=south", "version=1.0", *then("02-22")])
row("all of them", ["record", R, "charter-signed", "partner=west", "version=1.0", *then("02-22")])
row("compared", ["assess", R, "--at", "2026-02-23T12:00:00Z", "--since", "2026-02-21T12:00:00Z"], 0, out=["Changed since", "signed: "])
row("compared in JSON", ["assess", R, "--at", "2026-02-23T12:00:00Z", "--since", "2026-02-21T12:00:00Z", "--json"], 0, is_json=True, out=['"since"'])
row("no charter to assess", ["assess", "bare.charter", "--at", "2026-02-23T12:00:00Z"], 2, err=["No charter is in force"])
row("--at now", ["assess", R, "--at", "now"], 0, out=["As at 20"])

# export, import, JSON Lines as a record
LINES = row("export", ["export", R, "--form", "submission"], out=['"kind":"partnership-founded"', "North Trust"])
row("export to a file", ["export", R, "-o", "copy.jsonl"])
check("record lines have entries and openings", '{"entry":' in open(os.path.join(HERE, "copy.jsonl"), encoding="utf-8").read())
check("a new file is nobody else's to read", os.stat(os.path.join(HERE, "copy.jsonl")).st_mode & 0o077 == 0)
for form in ("record", "submission"):
    text = run("export", R, "--form", form, cwd=HERE)[1].encode()
    row(f"assess {form} lines from a pipe", ["assess", "-", "--at", "2026-02-23T12:00:00Z", "--json"], stdin=text, is_json=True)
SAME = run("assess", R, "--at", "2026-02-23T12:00:00Z", "--json", cwd=HERE)[1]
with open(os.path.join(HERE, "sub.jsonl"), "w", encoding="utf-8") as out:
    out.write(LINES)
check("the same answer from the file, from record lines and from submissions",
      SAME == run("assess", "copy.jsonl", "--at", "2026-02-23T12:00:00Z", "--json", cwd=HERE)[1]
      == run("assess", "sub.jsonl", "--at", "2026-02-23T12:00:00Z", "--json", cwd=HERE)[1])
BAD = LINES.replace('"voter":"p-sam"', '"voter":"p-tom"')
row("a bad line is named", ["assess", "-", "--at", "2026-02-23T12:00:00Z"], 2, stdin=BAD.encode(), err=["the standard input" if False else "-", "line"])
row("a line that is no JSON", ["assess", "-", "--at", "2026-02-23T12:00:00Z"], 2, stdin=b"{oops\n", err=["line 1"])
row("import needs a record", ["record", "none.charter", "--file", "copy.jsonl"], 2, err=["none.charter"])
row("a record to import into", ["new", "other.charter", "--title", "Other", *then("01-05")])
row("an import is all or nothing", ["record", "other.charter", "--file", "-", "--recorded", "2026-03-01T00:00:00Z"], 2,
    stdin=b'{"kind":"partner-joined","at":"2026-01-06T00:00:00Z","data":{"id":"a","name":"A"}}\n{"kind":"nonsense"}\n',
    err=["Line 2", "Nothing was recorded"])
row("so nothing came in", ["show", "other.charter", "--partners"], out=["none"])
row("an import", ["record", "other.charter", "--file", "-", "--json", "--recorded", "2026-03-01T00:00:00Z"],
    stdin=b'{"kind":"partner-joined","at":"2026-01-06T00:00:00Z","data":{"id":"a","name":"A"}}\n', is_json=True, out=['{"recorded":1}'])

# check
row("check a charter", ["check", TEAM], 0, out=["warning", "“kindness”", "can be adopted"], not_out=["“signed”"])
row("check in JSON", ["check", TEAM, "--json"], 0, is_json=True, out=['"faults":[]', "kindness"])
FAULTY = os.path.join(DATA, "faulty.json")
row("every fault with its place", ["check", FAULTY], 1, out=["faulty.json:4:", "/titel", "faulty.json:6:", "valeu", "cannot be adopted"])
row("faults in JSON", ["check", FAULTY, "--json"], 1, is_json=True, out=['"line":4', '"path":"/titel"'])
row("check a pipe", ["check", "-"], 2, stdin=b"{", out=["-:1:"])
row("check a charter of a newer format", ["check", "-"], 2, stdin=b'{"charter":"2","id":"a"}', out=["format 2"])
row("check what is no object", ["check", "-"], 2, stdin=b"[]", out=["Expected an object"])
row("check a role that is not there", ["check", "-"], 1, out=["no role “chiar”", "cannot be adopted"],
    stdin=b'{"charter":"1","id":"a","title":"A","sections":[],"permissions":[{"act":"chair","to":["role:chiar"]}]}')
row("check a text with a zero byte", ["check", "-"], 2, stdin=b"{}\0{}", err=["zero byte"])

# widths, colours, pipes, locales
for columns in (40, 80, 200):
    for args in (["assess", R, "--at", "2026-02-23T12:00:00Z"], ["due", R, "--at", "2026-02-23T12:00:00Z"],
                 ["electorate", R, "roof", "--at", "2026-02-08T12:00:00Z"], ["conflicts", R, "roof", "--at", "2026-02-08T12:00:00Z"],
                 ["show", R, "--entries"], ["decide", R, "hall", "--at", "2026-02-20T12:00:00Z"],
                 ["may", R, "p-none", "vote", "hall", "--at", "2026-02-03T12:00:00Z"], ["show", R]):
        status, out, err = run(*args, cwd=HERE, COLUMNS=str(columns))
        wide = [line for line in out.splitlines() if width(line) > columns]
        check(f"{args[0]} fits {columns} columns", out and not wide, "\n".join(wide))
        check(f"{args[0]} has no colours in a pipe", "\033" not in out)
status, shown = run_on_terminal("assess", R, "--at", "2026-02-23T12:00:00Z", cwd=HERE, columns=60)
plain = "".join(part.split("m", 1)[-1] if i else part for i, part in enumerate(shown.split("\033[")))
check("colours on a terminal", "\033[32m" in shown, shown)
check("the terminal's width is kept", all(width(line) <= 60 for line in plain.splitlines()), plain)
status, shown = run_on_terminal("assess", R, "--at", "2026-02-23T12:00:00Z", cwd=HERE, NO_COLOR="1")
check("NO_COLOR", "\033" not in shown and "upheld" in shown, shown)
status, shown = run_on_terminal("show", R, "--json", cwd=HERE)
check("JSON has no colours", "\033" not in shown and json.loads(shown), shown)
for locale in ("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"):
    check(f"JSON is the same in {locale}", run("assess", R, "--at", "2026-02-23T12:00:00Z", "--json", cwd=HERE, LC_ALL=locale)[1] == SAME)
status, out, err = run("assess", R, "--at", "2026-02-23T12:00:00Z", cwd=HERE, LC_ALL="C")
check("plain letters where the locale has no others", out.isascii() and "+ upheld" in out, out)
status, out, err = run("show", "bare.charter", "--json", cwd=HERE, LC_ALL="C")
check("but JSON is UTF-8", "ünïcode" in out, out)

ESC = "Evil \x1b[31m"
row("a name with an escape", ["new", "evil.charter", "--title", ESC, *then("01-05")], 0, not_out=["\x1b"])
row("is shown without it", ["show", "evil.charter"], 0, not_out=["\x1b"], out=["Evil"])

import subprocess
full = subprocess.run([os.environ["CHARTER"], "show", R, "--json"], cwd=HERE, stdout=open("/dev/full", "w"), stderr=subprocess.PIPE,
                      env=environment(), check=False)
check("an answer that cannot be written is an error", full.returncode == 2 and b"could not be written" in full.stderr, full.stderr)

finish()
