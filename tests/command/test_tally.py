# SPDX-License-Identifier: LGPL-2.1-or-later
"""Ballots in files: counted, shown, drawn, written in other formats."""

import json
import os
import tempfile
import threading

from harness import check, expect, finish, run, run_on_terminal, width

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "elections-text")
HERE = tempfile.mkdtemp()


def file(name, text):
    path = os.path.join(HERE, name)
    with open(path, "wb") as out:
        out.write(text if isinstance(text, bytes) else text.encode())
    return path


def data(name):
    return os.path.join(DATA, name)


def row(name, args, status=0, **more):
    return expect(name, ["tally", *args], status, cwd=HERE, **more)


# The same ballots in every format.
for name in ("schulze-01.cvotes", "schulze-01.abif", "schulze-01.blt", "schulze-01.soc", "schulze-01.csv",
             "schulze-01-options.csv"):
    row(name, [data(name)], out=["The winner is “D”, by the method schulze", "Ballots  21", "1. D", "4. B",
                                 "B  13", "Why", "“D” over “A”: 11 to 10 votes"])

# The method: asked for, the file's, the usual one.
row("the usual method", [data("schulze-01.abif")], out=["schulze, which is usual for such ballots", "Format   abif"])
row("the file's method", [data("dessert.cvotes")], out=["stv, as the file says", "“Chocolate”, “Orange” and", "quota is 6",
                                                        "Strawberry   1  5  5  5"])
row("the method asked for", [data("tennessee.abif"), "--method", "irv"], out=["The winner is “Knoxville, TN”", "Rounds", "58"],
    not_out=["usual", "as the file says"])
row("points that are best when small", [data("tennessee.abif"), "--method", "minimax"],
    out=["Points: the greatest defeat of each, the smallest is best"])
row("points of pairs", [data("tennessee.abif"), "--method", "copeland"], out=["Points: pairs won less pairs lost"])
row("approvals", [data("tennessee-approval.csv")], out=["“Nashville”, by the method approval", "Points"])
row("scores", [data("tennessee-score.csv")], out=["“Nashville”, by the method score", "914/3"], not_out=["Pairs"])
row("the ratings of a text that has ranks", [data("tennessee.abif"), "--format", "abif-scores"],
    out=["by the method score", "abif-scores"])
row("parameters", [data("schulze-01.abif"), "--method", "minimax", "--params", "{\"strength\": \"margins\"}"],
    out=["for it than against it"])
row("seats", [data("dessert.cvotes"), "--seats", "1"], out=["“Chocolate”"], not_out=["Orange” and"])
row("seats and parameters", [data("dessert.cvotes"), "--seats", "2", "--params", "{\"quota\": \"hare\"}"], out=["quota is 10"])
row("a Debian tally sheet", [data("heating_tally.txt")], out=["“District heating”", "debian"])
row("David Hill's form", [data("trustees.hil"), "--method", "stv"], out=["“Abara” and “Bewick”"])

# election-case/1, and the standard input.
CASE = {"options": ["A", "B"], "method": "borda", "ballots": [{"count": 2, "ranking": [["B"], ["A"]]}]}
row("a case", [file("case.json", json.dumps(CASE))], out=["“B”, by the method borda", "as the file says", "json"])
row("the standard input", ["-"], stdin=json.dumps(CASE).encode(), out=["“B”, by the method borda"])
row("ballots on the standard input", ["-"], stdin=b"A > B * 3\nB\n", out=["“A”, by the method schulze", "Ballots  4"])
DECISION = {"options": [], "method": "decision", "ballots": [{"choice": "yes"}, {"choice": "no", "count": 2}], "params": {
    "tests": [{"id": "majority", "kind": "share", "base": "yes+no", "fraction": [1, 2], "compare": "gt"}]}}
row("what is not adopted", [file("no.json", json.dumps(DECISION))], 1, out=["Rejected", "majority"])
DECISION["ballots"][0]["count"] = 3
DECISION["ballots"].append({"choice": "object"})
DECISION["options"] = ["yes", "no"]
row("what is adopted", [file("yes.json", json.dumps(DECISION))], 0,
    out=["Adopted", "Ballots  6", "Votes", "yes      3", "no       2", "abstain  0", "object   1"], not_out=["Options"])
DECISION["params"]["tests"][0]["fraction"] = "3/2"
row("more than all", [file("more.json", json.dumps(DECISION))], 2, err=["/params/tests/0/fraction (line 1, ", "this must be a share from 0 to 1"])

# What a secretary wrote and what is counted.
row("a voter twice in a table", [file("twice.csv", "voter,A,B\namy,1,\nben,,1\n,1,\n,1,\namy,1,\n")], 2,
    err=["twice.csv: Line 6, column 1: Ballot 5: “amy” has a ballot already, in line 2; nobody has two"])
row("a voter once, and many without a name", [file("once.csv", "voter,A,B\namy,1,\nben,,1\n,1,\n")], out=["“A”"])
row("a recused voter without a ballot", [file("once.csv", "voter,A,B\namy,1,\nben,,1\n,1,\n"), "--method", "schulze",
                                         "--params", "{\"excluded_voters\": [\"ben\", \"any\"]}"], 2,
    err=["--params: /excluded_voters/1 (line 1, ", "“any” is the voter of no ballot"])
UNWEIGHED = file("unweighed.cvotes", "A > B ^2\nB > A ^3 * 2\nB ^1\n")
row("weights that the text does not allow", [UNWEIGHED], out=["Weights in the text are passed over (2 lines with one)", "Ballots  4"])
check("they are not written", run("tally", UNWEIGHED, "--to", "cef")[1]
      == run("tally", file("plain.cvotes", "A > B\nB > A * 2\nB\n"), "--to", "cef")[1])
row("one of them", [file("one-weight.cvotes", "A > B ^2\n")], out=["A weight in the text is passed over"])
row("weights that it allows", [file("weighed.cvotes", "#/Weight Allowed: true\nA > B ^2\n")], not_out=["passed over"])
row("seats that stay empty", [file("one.cvotes", "B > A\n"), "--method", "stv", "--seats", "5"],
    out=["3 of the 5 seats stay empty: there are no more options."])
row("seats that are filled", [file("one.cvotes", "B > A\n"), "--method", "stv", "--seats", "2"], not_out=["stay empty"])
row("blank ballots", [file("blank.cvotes", "#/Candidates: A ; B\n/EMPTY_RANKING/ * 3\n")], 1,
    out=["There is no winner: all ballots are blank.", "Ballots  3"], not_out=["nobody voted"])

# No one result.
row("nobody voted", [file("nobody.cvotes", "#/Candidates: A ; B\n")], 1, out=["There is no winner"])
row("a tie", [file("tie.cvotes", "A > B\nB > A\n")], 1, out=["Tied by the method schulze: “A” and “B”"])
row("one voter", [file("one.cvotes", "B > A\n")], out=["“B”"])
row("no options", [file("none.blt", "0 1\n0\n\"T\"\n")], 1, out=["There is no winner"])
row("ties in too many orders", [file("many.cvotes", "".join(f"n{i}\n" for i in range(9))), "--method", "irv", "--params",
                                "{\"orders_max\": 2}"], 3, out=["cannot be worked out"])

# Faults.
row("an option twice", [file("twice.abif", "3:A>B>A\n")], 2, err=["twice.abif: Line 1, column 7: Ballot 1: “A” stands here"])
row("an unknown option", [file("unknown.blt", "2 1\n1 3 0\n0\n\"A\"\n\"B\"\n\"T\"\n")], 2, err=["Line 2, column 3", "no option 3"])
row("counts past 2^63", [file("big.abif", "9223372036854775807:A\n1:B\n")], 2, err=["Line 2, column 1: Ballot 2", "more than can be counted"])
row("zero bytes", [file("zero.cvotes", b"A > B\0\n")], 2, err=["zero.cvotes: Line 1, column 6"])
row("no UTF-8", [file("latin.cvotes", b"\xc4rger > B\n")], 2, err=["Line 1, column 1", "UTF-8"])
row("an empty text", [file("empty.blt", "")], 2, err=["empty.blt: Line 1, column 1"])
row("no such file", ["nowhere.blt"], 2, err=["nowhere.blt"])
row("a folder", ["."], 2, err=["“.” is a folder; name a file with ballots"])
os.mkfifo(os.path.join(HERE, "pipe.cvotes"))
threading.Thread(target=file, args=("pipe.cvotes", "B > A\n")).start()
row("a pipe", ["pipe.cvotes"], out=["The winner is “B”", "cef"])
row("another format than it is", [data("tennessee.abif"), "--format", "blt"], 2, err=["Line 1, column 1"])
row("an unknown format", [data("tennessee.abif"), "--format", "xml"], 2, err=["There is no format “xml”"])
row("an unknown method", [data("tennessee.abif"), "--method", "schultze"], 2, err=["schultze", "schulze"])
row("parameters that are no JSON", [data("tennessee.abif"), "--method", "schulze", "--params", "{"], 2, err=["tennessee.abif: --params: "])
row("a member that there is not", [data("tennessee.abif"), "--params", "{\"strenght\": 1}"], 2,
    err=["--params: /strenght", "strength"])
row("seats for a method without", [data("tennessee.abif"), "--method", "schulze", "--seats", "2"], 2,
    err=["--seats goes with the method stv; these ballots are counted by schulze"])
row("seats for rankings", [data("tennessee.abif"), "--seats", "2"], 2, err=["goes with the method stv"])
row("no seats", [data("tennessee.abif"), "--seats", "-1"], 2, err=["1 or more"])
row("equal ranks that the method refuses", [file("equal.cvotes", "A = B > C\n"), "--method", "irv"], 2, err=["equal"])
row("json and dot", [data("tennessee.abif"), "--json", "--dot"], 2, err=["exclude each other"])
row("to and a method", [data("tennessee.abif"), "--to", "blt", "--method", "irv"], 2, err=["counts nothing"])

# Other shapes.
out = row("json", [data("schulze-01.abif"), "--json"], is_json=True)
answer = json.loads(out)
check("json has what a case expects", answer["winners"] == ["D"] and answer["pairwise"][0] == [0, 8, 14, 10]
      and answer["ranking"] == [["D"], ["A"], ["C"], ["B"]] and answer["method"] == "schulze", out)
check("json is the same in every locale", run("tally", data("schulze-01.abif"), "--json", LC_ALL="de_DE.UTF-8")[1] == out)
row("a tie in json", [file("tie.cvotes", "A > B\nB > A\n"), "--json"], 1, is_json=True)
row("dot", [data("schulze-01.abif"), "--dot"], out=["digraph", "->"])

texts = {}
for form in ("cef", "blt", "abif", "preflib", "csv", "csv-options", "json"):
    texts[form] = row(f"to {form}", [data("schulze-01.blt"), "--to", form])
    status, back, _ = run("tally", "-", "--json", "--method", "schulze", stdin=texts[form].encode())
    check(f"{form} is read again", status == 0 and json.loads(back)["winners"] == ["D"], back)
check("blt is written", "8 1 3 4 2 0\n" in texts["blt"] and texts["blt"].startswith("4 1\n"), texts["blt"])
row("what a format cannot say", [data("tennessee-score.csv"), "--to", "blt"], 3, err=["BLT cannot write scores"])
row("ratings of rankings", [data("schulze-01.blt"), "--to", "abif-scores"], 3, err=["holds ratings, and these ballots are rankings", "abif"])
row("ratings of scores", [file("whole.csv", "form,A,B\nscores,3,0\n"), "--to", "abif-scores"], out=["rated", "A/3,B/0"])
row("a format that is only read", [data("tennessee.abif"), "--to", "debian"], 2, err=["only read"])

# It fits the terminal, also with many and long names.
wide = "0\n" + "".join(f"\"A candidate with a long name, number {i}\"\n" for i in range(30)) + "\"T\"\n"
path = file("wide.blt", "30 1\n" + "".join(f"{1000 * i + 7} {i + 1} {(i * 7) % 30 + 1 if (i * 7) % 30 != i else 0} 0\n".replace(" 0 0", " 0")
                                            for i in range(30)) + wide)
for columns in (40, 80, 120):
    status, shown = run_on_terminal("tally", path, columns=columns, NO_COLOR="1")
    longest = max(width(line) for line in shown.splitlines())
    check(f"it fits {columns} columns", status in (0, 1) and longest <= columns and "30 A cand" in shown, f"{longest}\n{shown[:3000]}")
status, shown, _ = run("tally", file("names.csv", "\"a\x1b[31mb\",B\n1,2\n"), "--method", "schulze")
check("names cannot harm the terminal", status == 0 and "\x1b" not in shown, shown)
status, shown, _ = run("tally", file("hundred.cvotes", " > ".join(f"n{i}" for i in range(100)) + "\n"))
check("a large table is left out", status == 0 and "--json" in shown and len(shown) < 60000, shown[:2000])

finish()
