#!/usr/bin/env -S gjs -m
// SPDX-License-Identifier: LGPL-2.1-or-later
// Opens a record and asks it the four questions, in JavaScript. The same in C and Python:
// ../c/quickstart.c and ../python/quickstart.py. All three print the same bytes.
//
//   quickstart.js RECORD.charter | SUBMISSIONS.jsonl

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import System from 'system';

// A .charter file, or JSON Lines taken into memory.
function openRecord(path) {
    if (path.endsWith('.charter'))
        return Charter.Partnership.open_read_only(path);
    const partnership = new Charter.Partnership();
    partnership.import(Gio.File.new_for_path(path).read(null), null);
    return partnership;
}

function main(path) {
    const partnership = openRecord(path);

    // Every question is about one instant: here, that of the last entry.
    const at = [...partnership.entries].at(-1).atDate;
    const [person] = partnership.persons;
    const decision = [...partnership.decisions].at(-1);

    // May the first person vote on the last decision?
    print(partnership.may(person.id, 'vote', decision.id, at).to_json());
    // What was decided?
    print(partnership.decide(decision.id, at).to_json());
    // What is due?
    for (const obligation of partnership.list_obligations(at, null, null))
        print(obligation.to_json());
    // Do we live by it?
    print(partnership.assess(at).to_json());
}

if (ARGV.length !== 1) {
    printerr('Usage: quickstart.js RECORD.charter | SUBMISSIONS.jsonl');
    System.exit(2);
}
try {
    main(ARGV[0]);
} catch (error) {
    printerr(error.message);
    System.exit(2);
}
