# SPDX-License-Identifier: LGPL-2.1-or-later
"""Written charters that cannot be lived by are refused, with their place; strange ones have answers."""

import json
import os

from hostile import call, check, faults_of, finish, here, must, report, row
from rows import CHARTERS, STRANGE, charter, rule

T = ["--at", "2026-01-05T09:00:00Z", "--recorded", "2026-01-05T09:00:00Z"]
must("new", "plain.charter", *T)


def write(document):
    with open(here("charter.json"), "w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False)
    return here("charter.json")


for number, (label, document, path, word, code) in enumerate(CHARTERS):
    words = [path, word] if path else [word]
    write(document)
    row(f"check: {label}", ["check", "charter.json"], 2 if code == "version" else 1, [*words, "cannot be adopted"])
    # Every door leads to the same reader: now and then another is tried.
    if number % 6 == 0:
        row(f"new: {label}", ["new", "none.charter", "--charter", "charter.json", *T], 2, words, [here("none.charter")])
    elif number % 6 == 3:
        row(f"record: {label}", ["record", "plain.charter", "charter-adopted", "charter:=@charter.json", *T], 2,
            ["/data/charter" + path, "Nothing was recorded"], [here("plain.charter")])

out, _ = row("every fault has its line and column", ["check", write({**rule(time={"open": "never"}), "sectoins": 1}),
                                                     "--json"], 1)
check("and its code and path", all({"line", "column", "path", "message", "code"} <= set(fault) and fault["line"] > 0
                                   for fault in json.loads(out)["faults"]))


def ask(name, args, allowed=(0, 1, 2, 3)):
    status, out, err = call(*args)
    faults = faults_of(status, allowed, out, err, [])
    report(not faults, name, "\n".join([" ".join(args), *faults, out.decode()[:500], err.decode()[:3000]]))


for label, document in STRANGE:
    write(document)
    ask(f"check: {label}", ["check", "charter.json"], (0,))
    for name in ("strange.charter", "strange.charter-journal"):
        if os.path.exists(here(name)):
            os.remove(here(name))
    must("new", "strange.charter", "--charter", "charter.json", *T)
    lines = [{"kind": "partner-joined", "data": {"id": "north", "name": "N"}},
             {"kind": "person-joined", "data": {"id": "p-a", "for": ["north"]}}]
    lines += [{"kind": "role-given", "data": {"role": role["id"], "person": "p-a"}} for role in document.get("roles", [])[:3]]
    if "rules" in document and "in-force-from" not in document:
        lines += [{"kind": "decision-proposed", "data": {"id": "d", "title": "t", "rule": "r"}},
                  {"kind": "decision-opened", "data": {"decision": "d", "closes": "2026-01-06T09:00:00Z"}}]
    must("record", "strange.charter", "--file", "-", *T[2:],
         stdin="\n".join(json.dumps({"at": T[1], **line}) for line in lines).encode())
    call("record", "strange.charter", "ballot-cast", "decision=d", "voter=p-a", "choice=for", *T)
    if "rules" in document:
        ask(f"decide: {label}", ["decide", "strange.charter", "d", "--at", "2026-02-01T00:00:00Z"])
    ask(f"assess after four years: {label}", ["assess", "strange.charter", "--at", "2030-01-05T09:00:00Z"])
    ask(f"assess: {label}", ["assess", "strange.charter", "--at", "9999-12-31T23:59:59Z"])
    ask(f"due: {label}", ["due", "strange.charter", "--at", "9999-12-31T23:59:59Z", "--json"])
    ask(f"due until the end of days: {label}", ["due", "strange.charter", "--at", T[1], "--until", "9999-12-31", "--json"])

row("a charter that comes into force in 9999 is not in force", ["new", "later.charter", "--charter",
                                                                write(charter(**{"in-force-from": "9999-12-31"})), *T], 0)
row("and says so", ["show", "later.charter", "--charter"], 1, ["No charter is in force"])

finish()
