// SPDX-License-Identifier: LGPL-2.1-or-later
// The register of interests, as a script sees it.

import Charter from 'gi://Charter?version=1';
import {describe, equal, fails, it, ok} from './harness.js';

const CHARTER = {
    charter: '1', id: 'team', title: 'Team', calendar: {zone: 'Europe/London'},
    rules: [{id: 'ordinary', method: 'majority', unit: 'person'}],
    conflicts: {'declare-within': 'P28D', 'confirm-every': 'P1Y', 'published-for': 'P6M'},
    sections: [{id: 's', title: 'S', clauses: [
        {id: 'fair', kind: 'value', text: 'We are fair.'}]}],
};
const THEN = '2026-01-05T09:00:00Z';
const NOW = new Date('2027-03-01T12:00:00Z');

function team() {
    const partnership = new Charter.Partnership();
    partnership.set_clock(NOW);
    partnership.found(THEN, 'team', 'Team', 'Europe/London', 'team.example', null);
    partnership.record('charter-adopted', THEN, {charter: CHARTER});
    for (const id of ['nia', 'sam', 'tom'])
        partnership.record('person-joined', THEN, {id, name: `Name of ${id}`});
    partnership.record('meeting-called', THEN,
        {id: 'm-1', starts: '2026-01-09T09:00:00Z', purpose: 'Board'});
    partnership.record('interest-declared', '2026-01-10T09:00:00Z', {
        'id': 'i-1', 'person': 'nia', 'party': 'acme', 'party-name': '=Acme',
        'category': 'financial', 'nature': 'Owns "half",\nhe says', 'since': '2025-04-01',
        'until': '2026-12-31', 'standing': true, 'meeting': 'm-1',
    });
    partnership.record('interest-declared', '2026-01-11T09:00:00Z', {
        id: 'i-2', person: 'nia', party: 'hidden', category: 'indirect', nature: 'Secret',
        sensitive: true,
    });
    partnership.record('interest-ended', '2026-02-01T09:00:00Z', {interest: 'i-1'});
    partnership.record('nothing-declared', '2026-02-03T09:00:00Z', {person: 'sam'});
    partnership.record('person-left', '2026-03-01T09:00:00Z', {person: 'nia'});
    return partnership;
}

describe('the register', () => {
    it('has a row for everybody, the same of a view and a partnership', () => {
        const partnership = team();
        const rows = partnership.list_register(NOW);
        equal([...rows].map(row => [row.person, row.kind, row.interest]),
            [['nia', 'declared', 'i-1'], ['nia', 'declared', 'i-2'], ['sam', 'nothing', null],
                ['tom', 'neither', null]]);
        equal([...partnership.get_view().list_register(NOW)], [...rows]);
        equal(JSON.parse(Charter.register_to_json(rows)), [...rows]);
        equal(`${rows.get_item(3)}`, '[Charter.RegisterEntry tom]');
    });

    it('has rows with every property', () => {
        const row = team().list_register(NOW).get_item(0);
        const expected = {
            'person': 'nia', 'person-name': 'Name of nia', 'kind': 'declared', 'interest': 'i-1',
            'party': 'acme', 'party-name': '=Acme', 'category': 'financial',
            'nature': 'Owns "half",\nhe says', 'redacted': false, 'sensitive': false,
            'standing': true, 'meeting': 'm-1', 'since': '2025-04-01', 'until': '2026-12-31',
            'ended': '2026-02-01T09:00:00Z', 'declared': '2026-01-10T09:00:00Z',
            'current': false, 'published': false, 'published-until': '2026-08-01',
            'due': '2026-02-07', 'late': false, 'confirm-by': null, 'confirm-overdue': false,
            'left': '2026-03-01T09:00:00Z', 'entry': 7,
        };
        const read = {};
        for (const pspec of row.constructor.list_properties()) {
            const name = pspec.get_name();
            const snake = name.replaceAll('-', '_');
            read[name] = row[snake];
            equal(row[`get_${snake}`](), row[snake], name);
        }
        equal(read, expected);
        for (const date of ['since', 'until', 'ended', 'declared', 'publishedUntil', 'due', 'left'])
            ok(row[`${date}Date`] instanceof Date, date);
        equal(row.confirmByDate, null);
    });

    it('withholds what is sensitive', () => {
        const view = team().get_view();
        const row = view.list_register(NOW).get_item(1);
        equal([row.sensitive, row.party, row.party_name, row.category, row.nature],
            [true, null, null, null, null]);
        ok(!(row.to_json() + view.export_register(NOW, false)).includes('hidden'));
    });

    it('tells who is late', () => {
        const [, , nil, neither] = team().list_register(NOW);
        equal([nil.late, nil.due, nil.confirm_by, nil.confirm_overdue],
            [true, '2026-02-02', '2027-02-03', true]);
        equal([neither.late, neither.due, neither.declared, neither.entry],
            [true, '2026-02-02', null, 0]);
    });

    it('is as was known, and as at an instant', () => {
        const partnership = team();
        equal([...partnership.as_of(5).list_register(NOW)].map(row => row.kind),
            ['neither', 'neither', 'neither']);
        equal([...partnership.list_register('2026-01-01T00:00:00Z')], []);
        fails('VALUE', /no instant/, () => partnership.list_register('soon'));
        fails('VALUE', /no instant/, () => partnership.get_view().export_register('soon', true));
    });

    it('is written as CSV, without formulas', () => {
        const view = team().get_view();
        const text = view.export_register(NOW, false);
        equal(text.split('\r\n').length, 6);
        ok(text.includes(',acme,\'=Acme,financial,"Owns ""half"",\nhe says",2025-04-01,'), text);
        equal(view.export_register(NOW, true).split('\r\n').length, 3);
    });
});
