// SPDX-License-Identifier: LGPL-2.1-or-later
// The typed calls: one partnership told through them is the same as one told in JSON.

import Charter from 'gi://Charter?version=1';
import {data, describe, equal, everyKind, it, submissions, withoutSalts} from './harness.js';

const CALLS = JSON.parse(data('tests/bindings/calls.json'));
const ids = new Map();

function take(object, member) {
    const value = object[member] ?? null;
    delete object[member];
    return value;
}

function argument(entry, members, member) {
    switch (member) {
    case 'by':
        return entry.by ?? null;
    case 'data.by':
        return take(members, 'by');
    case 'charter':
        return Charter.Document.new_from_text(take(members, 'charter'));
    case 'entry':
        return ids.get(take(members, 'entry'));
    }
    return take(members, member);
}

function tell(partnership, entry) {
    partnership.set_clock(entry.at);
    const members = {...entry.data};
    let told;
    if (CALLS[entry.kind]) {
        const [name, ...named] = CALLS[entry.kind];
        const given = named.map(member => argument(entry, members, member));
        if (entry.kind === 'partnership-founded')
            delete members.format;
        told = partnership[name](entry.at, ...given, Object.keys(members).length ? members : null);
    } else {
        told = partnership.record(entry.kind, entry.at, entry.by, members);
    }
    ids.set(entry.id, told.id);
    return told;
}

function plain(entry) {
    const {id: _, data: {entry: _entry, id: _id, ...members}, ...rest} =
        withoutSalts(entry.toJSON());
    return {...rest, data: members};
}

describe('calls', () => {
    it('say what record says', () => {
        const partnership = new Charter.Partnership();
        const told = submissions().map(entry => tell(partnership, entry));
        const others = [...everyKind().entries];
        for (const [i, entry] of told.entries())
            equal(plain(entry), plain(others[i]), entry.kind);
        equal(partnership.head, 101);
    });
});
