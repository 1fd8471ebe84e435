// SPDX-License-Identifier: LGPL-2.1-or-later
// Instants, JSON, enums and texts, in and out.

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import {describe, equal, everyKind, exported, fails, it, ok} from './harness.js';

const NOON = new Date('2026-03-02T12:00:00.999Z');
const AT = '2026-01-10T12:00:00Z';

function founded() {
    const partnership = new Charter.Partnership();
    partnership.found(NOON, 'ours', 'Ours', 'Europe/London', 'ours.example', null);
    return partnership;
}

describe('values', () => {
    it('take a Date for an instant and give one', () => {
        const partnership = new Charter.Partnership();
        partnership.set_clock(NOON);
        equal(partnership.clock, '2026-03-02T12:00:00Z');
        equal(partnership.clockDate.getTime(), Date.UTC(2026, 2, 2, 12));
        partnership.set_clock(null);
        equal(partnership.clockDate, null);
        fails(TypeError, /no instant/, () => partnership.set_clock(new Date('nonsense')));
    });

    it('give a Date for everything that reads as a time', () => {
        const partnership = everyKind();
        const things = [...partnership.entries, ...partnership.partners, ...partnership.decisions,
            ...partnership.meetings, ...partnership.actions, ...partnership.interests,
            ...partnership.concerns, ...partnership.contributions, ...partnership.appointments,
            ...partnership.objectives, ...partnership.needs, ...partnership.agreements,
            ...partnership.get_charter(AT).cycles, ...partnership.list_obligations(AT, null, null),
            partnership.decide('grant', AT), partnership.may('p-ana', 'vote', 'grant', AT),
            partnership.get_charter(AT), partnership.assess(AT), ...partnership.assess(AT)];
        const found = new Set();
        for (const thing of things) {
            for (const pspec of thing.constructor.list_properties()) {
                const value = thing[pspec.get_name().replaceAll('-', '_')];
                if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(T[\d:]+Z)?$/.test(value))
                    continue;
                const name = pspec.get_name().replace(/-(.)/g, (_, x) => x.toUpperCase());
                ok(thing[`${name}Date`] instanceof Date, `${thing} ${name}`);
                equal(thing[`${name}Date`].toISOString().slice(0, 10), value.slice(0, 10));
                found.add(name);
            }
        }
        for (const name of ['at', 'recorded', 'closes', 'closed', 'starts', 'due'])
            ok(found.has(name), name);
    });

    it('take objects and arrays for JSON', () => {
        const partnership = founded();
        const entry = partnership.record('partner-joined', NOON, null,
            {'id': 'north', 'name': 'Nörth “Trust”', 'public-body': true});
        equal(entry.toJSON().data, {'id': 'north', 'name': 'Nörth “Trust”', 'public-body': true});
        equal(JSON.parse(JSON.stringify(entry)), JSON.parse(entry.to_json()));
        equal(partnership.record('link-stated', NOON,
            {id: 'l', from: 'north', to: 'acme', relation: 'owns', since: '2025-01-01'}).seq, 3);
        equal(Charter.json_canonicalize([NOON, {b: 1, a: 2}]),
            '["2026-03-02T12:00:00Z",{"a":2,"b":1}]');
        equal(partnership.record('partner-joined', NOON, null, '{"id":"south","name":"S"}').seq, 4);
    });

    it('refuse what is none', () => {
        const partnership = founded();
        fails('FORMAT', /./, () => partnership.record('partner-joined', NOON));
        fails('VALUE', /./, () => partnership.record('partner-joined', 'noon', {}));
        fails(TypeError, /zero character/, () => partnership.get_entry('a\0b'));
        fails(Error, /./, () => partnership.record());
        fails(Error, /./, () => partnership.get_entry());
        equal(partnership.head, 1);
    });

    it('take the spelling of an enum, and never a wrong one', () => {
        const partnership = founded();
        ok(exported(partnership, 'record').includes('openings'));
        equal(exported(partnership, Charter.LineForm.RECORD), exported(partnership, 'record'));
        const out = Gio.MemoryOutputStream.new_resizable();
        for (const wrong of ['records', '', null, undefined, 7, 0.5, {}, 'prototype']) {
            fails(TypeError, /none of: submission, record/,
                () => partnership.export(out, wrong, null));
        }
        const outcome = everyKind().decide('grant', AT);
        equal(outcome.get_count('stand-aside'), outcome.get_count(Charter.Choice.STAND_ASIDE));
    });

    it('are named by toString', () => {
        const partnership = everyKind();
        equal(`${partnership}`, '[Charter.Partnership every]');
        equal(`${partnership.entries.get_item(2)}`, '[Charter.Entry e-003]');
        equal(`${partnership.get_view()}`, '[Charter.View 101]');
        equal(`${new Charter.MemoryStore()}`, '[Charter.MemoryStore]');
    });
});
