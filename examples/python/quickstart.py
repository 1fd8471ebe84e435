#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Opens a record and asks it the four questions, in Python. The same in C and JavaScript:
../c/quickstart.c and ../gjs/quickstart.js. All three print the same bytes.

   quickstart.py RECORD.charter | SUBMISSIONS.jsonl
"""

import sys

import gi
gi.require_version("Charter", "1")
from gi.repository import Charter, Gio


def open_record(path):
    """A .charter file, or JSON Lines taken into memory."""
    if path.endswith(".charter"):
        return Charter.Partnership.open_read_only(path)
    partnership = Charter.Partnership()
    partnership.import_(Gio.File.new_for_path(path).read())
    return partnership


def main():
    if len(sys.argv) != 2:
        sys.exit(f"Usage: {sys.argv[0]} RECORD.charter | SUBMISSIONS.jsonl")
    partnership = open_record(sys.argv[1])

    # Every question is about one instant: here, that of the last entry.
    at = partnership.entries[-1].at
    person = partnership.persons[0]
    decision = partnership.decisions[-1]

    # May the first person vote on the last decision?
    print(partnership.may(person.id, "vote", decision.id, at).to_json())
    # What was decided?
    print(partnership.decide(decision.id, at).to_json())
    # What is due?
    for obligation in partnership.list_obligations(at):
        print(obligation.to_json())
    # Do we live by it?
    print(partnership.assess(at).to_json())


try:
    main()
except Charter.RecordError as error:
    print(error, file=sys.stderr)
    sys.exit(2)
