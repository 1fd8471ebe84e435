# SPDX-License-Identifier: LGPL-2.1-or-later
"""charter test: what it says of scenario files, good and bad."""

import json
import os
import tempfile

from harness import check, expect, finish, run

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
HERE = tempfile.mkdtemp()


def made(name, scenario):
    path = os.path.join(HERE, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write(scenario if isinstance(scenario, str) else json.dumps(scenario))
    return path


expect("all as expected", ["test", "vote.json"], 0, out=["ok      vote.json: two of three partners carry it: decision hall", "1 file: 5 as expected, 0 not"], cwd=DATA)
expect("TAP", ["test", "--tap", "vote.json"], 0, out=["TAP version 13", "ok 1 - ", "ok 5 - ", "1..5"], not_out=["not ok"], cwd=DATA)
expect("JSON", ["test", "--json", "vote.json", "wrong.json"], 1, is_json=True, out=['"as-expected":8', '"differs":2'], cwd=DATA)
expect("what differs, member by member", ["test", "wrong.json"], 1,
       out=["not ok  wrong.json", "counts/for: expected 3, got 2", 'answer: expected "denied", got "allowed"'], cwd=DATA)
expect("differences in TAP", ["test", "--tap", "wrong.json"], 1, out=["not ok 1 - ", "#   counts/for: expected 3, got 2"], cwd=DATA)
expect("twins", ["test", "--twins", "vote.json", "vote-twin.json"], 0, out=["its twin vote-twin.json", "2 files: 12 as expected"], cwd=DATA)
expect("twins in JSON", ["test", "--twins", "--json", "vote.json"], 0, is_json=True, out=['"twin":{"status":"as-expected"}'], cwd=DATA)
expect("a twin that differs in nothing", ["test", "--twins", "wrong.json"], 1, out=["differ in one entry or one number"], cwd=DATA)
expect("beyond the library, and the file says so", ["test", "needs.json"], 0, out=["cannot", "cannot be expressed"], cwd=DATA)
expect("the same in TAP", ["test", "--tap", "needs.json"], 0, out=["ok 1 - ", "# SKIP cannot express"], cwd=DATA)
expect("beyond the library, and the file does not", ["test", "beyond.json"], 1, out=["not ok"], cwd=DATA)
expect("an entry is refused", ["test", "refused.json"], 1, out=["entries[3] (person-joined) was refused", "nowhere"], cwd=DATA)
expect("a charter that is faulty", ["test", made("f.json", {"scenario": "1", "charter": {"charter": "1", "id": "x"}, "ask": [{"question": "assessment", "at": "2026-01-01T00:00:00Z", "expect": {}}]})],
       2, out=["The charter was refused: /charter/sections: Missing member"])

GOOD = {"scenario": "1", "charter": "file:" + os.path.join(DATA, "team.json"), "entries": [],
        "ask": [{"question": "due", "at": "2026-01-01T00:00:00Z", "expect": []}]}
expect("no entries", ["test", made("g.json", GOOD)], 0)
expect("a model", ["test", made("g.json", {**GOOD, "charter": "model:co-production", "ask": [{"question": "state", "of": "partnership", "at": "2026-01-01T00:00:00Z", "expect": {"id": "partnership"}}]})], 0)
for name, change, word in (
        ("another version", {"scenario": "2"}, "/scenario"),
        ("no charter", {"charter": 7}, "/charter"),
        ("an unknown model", {"charter": "model:foo"}, "foo"),
        ("a missing charter file", {"charter": "file:nowhere.json"}, "nowhere.json"),
        ("no questions", {"ask": []}, "/ask"),
        ("entries that are no list", {"entries": {}}, "/entries"),
        ("an entry that is no object", {"entries": [1]}, "/entries/0"),
        ("a misspelt question", {"ask": [{"question": "mya", "expect": {}}]}, "did you mean “may”?"),
        ("a number for a text", {"ask": [{"question": "may", "person": 5, "act": "vote", "at": "2026-01-01T00:00:00Z", "expect": {}}]}, "“person” must be a text"),
        ("a question that is no object", {"ask": ["may"]}, "/ask/0"),
        ("a list for a scenario", {"ask": [{"question": "due", "at": ["x"], "expect": {}}]}, "“at” must be a text"),
        ("a misspelt member of a question", {"ask": [{**GOOD["ask"][0], "knwon": 1}]}, "/ask/0: Unknown member “knwon”; did you mean “known”?"),
        ("another one", {"ask": [{**GOOD["ask"][0], "untill": "2026-03-01"}]}, "did you mean “until”?"),
        ("a misspelt sibling of expect", {"ask": [{**GOOD["ask"][0], "exacly": True}]}, "did you mean “exactly”?"),
        ("another sibling", {"ask": [{**GOOD["ask"][0], "abset": ["what"]}]}, "did you mean “absent”?"),
        ("a member of another question", {"ask": [{**GOOD["ask"][0], "clause": "x"}]}, "Unknown member “clause”; there can be: question, at"),
        ("a text for exactly", {"ask": [{**GOOD["ask"][0], "exactly": "true"}]}, "“exactly” must be true or false"),
        ("one name for absent", {"ask": [{**GOOD["ask"][0], "absent": "what"}]}, "“absent” must be a list"),
        ("a list for known", {"ask": [{**GOOD["ask"][0], "known": [1]}]}, "“known” must be"),
        ("nothing for known", {"ask": [{**GOOD["ask"][0], "known": None}]}, "“known” must be"),
        ("a misspelt member of the scenario", {"entires": []}, "/: Unknown member “entires”; did you mean “entries”?"),
        ("an unknown member of the scenario", {"comment": "x"}, "Unknown member “comment”"),
        ("a twin that is no text", {"twin": ["x"]}, "/twin"),
        ("needs that are no list", {"needs": "x"}, "/needs"),
        ("a number with an exponent", {"ask": [{**GOOD["ask"][0], "expect": "@"}]}, "/ask/0/expect (line 1, column"),
        ("a question without at", {"ask": [{"question": "due", "expect": []}]}, "“at” is missing"),
        ("a question without expect", {"ask": [{"question": "due", "at": "2026-01-01T00:00:00Z"}]}, "“expect” is missing")):
    text = json.dumps({**GOOD, **change}).replace('"@"', "1e2")
    status, out, err = run("test", made("b.json", text))
    check(name, status == 2 and word in " ".join(out.split()) and "cannot be used" in out and not err, out + err)
expect("no JSON", ["test", made("n.json", "{")], 2, out=["n.json", "line 1"])
expect("deeper than allowed", ["test", made("d.json", "[" * 100000)], 2, out=["d.json"])
expect("bad and good together", ["test", made("n.json", "{"), made("g.json", GOOD)], 2, out=["1 as expected", "1 file cannot be used"])
expect("the same in TAP", ["test", "--tap", made("n.json", "{"), made("g.json", GOOD)], 2, out=["not ok 1 - ", "ok 2 - ", "1..2"])
expect("the same in JSON", ["test", "--json", made("n.json", "{"), made("g.json", GOOD)], 2, is_json=True, out=['"unusable":1'])


# Matching: a record of three partners in two constituencies, described.
def asks(expectation, **beside):
    base = json.load(open(os.path.join(DATA, "vote.json"), encoding="utf-8"))
    base.pop("twin")
    base["entries"].pop()
    base["charter"] = "file:" + os.path.join(DATA, "team.json")
    base["ask"] = [{"question": "decision", "decision": "hall", "at": "2026-02-20T12:00:00Z", "expect": expectation, **beside}]
    return made("m.json", base)


TEST = {"id": "majority", "left": 2, "right": 1, "holds": True}
for name, good, expectation, beside in (
        ("a whole number as a fraction", True, {"counts": {"for": "4/2"}}, {}),
        ("a whole number as a decimal", True, {"counts": {"for": 2.0}}, {}),
        ("a whole number as a text", True, {"counts": {"for": "2"}}, {}),
        ("a whole number as a longer decimal", True, {"counts": {"for": "2.000"}}, {}),
        ("another decimal", False, {"counts": {"for": 2.9}}, {}),
        ("a decimal just beside it", False, {"counts": {"for": 2.0000000000000004}}, {}),
        ("another number", False, {"counts": {"for": "5/2"}}, {}),
        ("a list of objects in part", True, {"tests": [{"id": "majority"}]}, {}),
        ("exactly, and it is", True, {"tests": [TEST]}, {"exactly": True}),
        ("one object twice", False, {"tests": [{"id": "majority"}, {"holds": True}]}, {}),
        ("objects by their first member", True, {"tests": ["majority"]}, {}),
        ("by another first member", False, {"tests": ["minority"]}, {}),
        ("more texts than objects", False, {"tests": ["majority", "other"]}, {}),
        ("an empty list is empty", False, {"tests": []}, {}),
        ("a member that must not be there", False, {}, {"absent": ["mode"]}),
        ("a member that is not there", True, {}, {"absent": ["reporter"]}),
        ("a member that is missing", False, {"ranking": ["a"]}, {}),
        ("truth is not a number", False, {"quorate": 1}, {})):
    expect(f"matching: {name}", ["test", asks(expectation, **beside)], 0 if good else 1, out=["ok"])

status, out, err = run("test", "--json", asks({"counts": {"for": 7}, "state": "open"}))
differences = json.loads(out)["files"][0]["questions"][0]["differences"]
check("each difference has path, expected and actual", [d["path"] for d in differences] == ["counts/for", "state"]
      and differences[0]["expected"] == "7" and differences[0]["actual"] == "2", out)


# Numbers that are not whole: more than 3/4 of two votes is more than 3/2.
def weighed(right):
    base = json.load(open(os.path.join(DATA, "vote.json"), encoding="utf-8"))
    base.pop("twin")
    base["entries"].pop()
    base["charter"] = json.load(open(os.path.join(DATA, "team.json"), encoding="utf-8"))
    base["charter"]["rules"][0]["tests"][0]["share"] = "3/4"
    base["ask"] = [{"question": "decision", "decision": "hall", "at": "2026-02-20T12:00:00Z",
                    "expect": {"tests": [{"id": "majority", "right": "@"}]}}]
    return made("w.json", json.dumps(base).replace('"@"', right))


RIGHT = json.loads(run("test", "--json", weighed('"?"'))[1])["files"][0]["questions"][0]["answer"]["tests"][0]["right"]
check("the threshold is a fraction", RIGHT == "3/2", RIGHT)
for right in ("1.5", "1.50", '"1.5"', '"3/2"', '"6/4"'):
    expect(f"{right} is 3/2", ["test", weighed(right)], 0, out=["1 as expected"])
for right, told in (("1.4999999999999999", '"14999999999999999/10000000000000000"'), ("1", "1"), ("-1.5", '"-3/2"'), ("15", "15"), ("2.9", '"29/10"')):
    expect(f"{right} is not", ["test", weighed(right)], 1, out=["expected " + told + ", got " + '"3/2"'])

# What "charter check" refuses is no charter here either.
text = open(os.path.join(DATA, "team.json"), encoding="utf-8").read()
made("decimal-charter.json", text.replace('"share": "1/2", "compare": ">"}]', '"share": 0.5, "compare": ">"}]'))
expect("a decimal in a charter's file", ["test", made("g.json", {**GOOD, "charter": "file:decimal-charter.json"})], 2,
       out=["The charter was refused", "0.5"])

# Two countings, the file's and the record's, each told apart.
again = json.load(open(os.path.join(DATA, "vote.json"), encoding="utf-8"))
again.pop("twin")
again["charter"] = "file:" + os.path.join(DATA, "team.json")
again["entries"].pop()
again["entries"].insert(3, {"kind": "partner-joined", "id": "twice", "at": "2026-01-05T09:00:00Z", "data": {"id": "south", "name": "Again"}})
expect("an entry that another stands in the way of", ["test", made("again.json", again)], 1,
       out=["entries[3] (id “twice”, partner-joined) was refused: ", "“south” is taken: entry 4 of the record (entries[1])"])
again["ask"] = [{"question": "due", "at": "2026-02-20T12:00:00Z", "known": 99, "expect": []}]
again["entries"].pop(3)
expect("a number of the record that is too high", ["test", made("again.json", again)], 1, out=["There is no entry 99 of the record"])

finish()
