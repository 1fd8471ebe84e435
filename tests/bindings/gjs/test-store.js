// SPDX-License-Identifier: LGPL-2.1-or-later
// A store written in JavaScript keeps a record like any other, also when it fails.

import Charter from 'gi://Charter?version=1';
import GLib from 'gi://GLib';
import GObject from 'gi://GObject';
import {describe, equal, everyKind, fails, it, ok, submissions,
    withoutSalts} from './harness.js';

const MapStore = GObject.registerClass({Implements: [Charter.Store]},
class MapStore extends GObject.Object {
    _init() {
        super._init();
        this.head = '';
        this.leaves = [];
        this.openings = new Map();
        this.seqs = new Map();
        this.trouble = {};
    }

    meetTrouble(name) {
        if (this.trouble[name])
            throw this.trouble[name];
    }

    vfunc_dup_head() {
        this.meetTrouble('dup_head');
        return this.head;
    }

    vfunc_append(expected, ids, leaves, openings, head) {
        this.meetTrouble('append');
        if (expected !== this.leaves.length) {
            throw new GLib.Error(Charter.Error, Charter.Error.STALE,
                `the record ends with ${this.leaves.length}`);
        }
        for (const [i, id] of ids.entries()) {
            this.leaves.push(leaves[i]);
            this.seqs.set(id, this.leaves.length);
        }
        for (const opening of openings) {
            const {seq, pointer} = JSON.parse(opening);
            this.openings.set(`${seq} ${pointer}`, [seq, pointer, opening]);
        }
        this.head = head;
        return true;
    }

    vfunc_read_leaves(first, last) {
        this.meetTrouble('read_leaves');
        return this.leaves.slice(first - 1, last);
    }

    vfunc_read_openings(first, last) {
        this.meetTrouble('read_openings');
        return [...this.openings.values()].filter(([seq]) => first <= seq && seq <= last)
            .sort(([a, p], [b, q]) => a - b || (p < q ? -1 : 1)).map(([, , opening]) => opening);
    }

    vfunc_find_entry(id) {
        return this.seqs.get(id) ?? 0;
    }

    vfunc_erase_openings(seq, pointers) {
        for (const pointer of pointers)
            this.openings.delete(`${seq} ${pointer}`);
        return true;
    }
});

const MORE = ['asset-noted', '2026-03-02T12:00:00Z', 'p-ana',
    {of: 'south', area: 'food', text: 'A kitchen.'}];

describe('store', () => {
    it('keeps everything', async () => {
        const store = new MapStore();
        const partnership = everyKind(store);
        const others = [...everyKind().entries];
        for (const [i, entry] of [...partnership.entries].entries())
            equal(withoutSalts(entry), withoutSalts(others[i]));
        ok(partnership.store === store);
        const again = Charter.Partnership.new_for_store(store);
        equal(again.get_view().dump(), partnership.get_view().dump());
        equal([again.get_partner('north').name, again.get_person('p-ben').name],
            ['North Trust', null]);
        equal([...await Charter.Partnership.new_for_store(new MapStore())
            .record_many_async(submissions())].length, 101);
    });

    it('is shared', () => {
        const store = new MapStore();
        const one = everyKind(store);
        const other = Charter.Partnership.new_for_store(store);
        one.set_clock(MORE[1]);
        other.set_clock(MORE[1]);
        other.record(...MORE);
        fails('STALE', /102/, () => one.record(...MORE));
        equal(one.head, 102);
        equal(one.record(...MORE).seq, 103);
    });

    it('is an interface', () => {
        for (const store of [new MapStore(), Charter.MemoryStore.new()]) {
            everyKind(store);
            ok(store.dup_head());
            equal(store.read_leaves(1, 1000).length, 101);
            equal([store.find_entry('e-003'), store.find_entry('nothing')], [3, 0]);
            equal(store.read_openings(3, 3).length, 1);
            equal(store.erase_openings(3, ['/data/name']), true);
            equal(store.read_openings(3, 3), []);
            fails('STALE', /./, () => store.append(7, ['x'], ['{}'], [], ''));
        }
        equal(new MapStore().append(0, ['x'], ['{}'], [], 'head'), true);
    });

    it('may fail, and then nothing has happened', () => {
        for (const [trouble, code] of [
            [new GLib.Error(Charter.Error, Charter.Error.STORE, 'the shelf broke'), 'STORE'],
            [new GLib.Error(Charter.Error, Charter.Error.STALE, 'too late'), 'STALE'],
            [new RangeError('oh'), Error]]) {
            const store = new MapStore();
            const partnership = Charter.Partnership.new_for_store(store);
            partnership.submit(submissions()[0]);
            store.trouble = {append: trouble};
            fails(code, /./, () => partnership.submit(submissions()[1]));
            equal([partnership.head, store.leaves.length], [1, 1]);
            store.trouble = {};
            partnership.submit(submissions()[1]);
            equal(partnership.head, 2);
        }
        for (const name of ['dup_head', 'read_leaves']) {
            const store = new MapStore();
            everyKind(store);
            store.trouble = {[name]: new RangeError('oh')};
            fails(Error, /./, () => Charter.Partnership.new_for_store(store));
        }
    });
});
