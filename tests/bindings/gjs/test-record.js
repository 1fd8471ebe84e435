// SPDX-License-Identifier: LGPL-2.1-or-later
// Recording, importing, exporting, errors and signals.

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import {describe, equal, everyKind, exported, fails, it, ok, stream,
    submissions} from './harness.js';

const NOON = '2026-03-02T12:00:00Z';

describe('record', () => {
    it('takes an entry of every kind', () => {
        const partnership = everyKind();
        equal(partnership.head, 101);
        equal([partnership.id, partnership.title, partnership.zone],
            ['every', 'Every kind', 'Europe/London']);
        const given = submissions();
        for (const [i, entry] of [...partnership.entries].entries()) {
            equal([entry.id, entry.kind, entry.by, entry.late],
                [given[i].id, given[i].kind, given[i].by ?? null, false]);
            equal(entry.get_seq(), i + 1);
        }
        equal(partnership.submit(given[2]).seq, 3);
        equal(partnership.head, 101);
    });

    it('takes many, all or none', () => {
        const partnership = new Charter.Partnership();
        fails('ID_REUSED', /^\/101/, () => partnership.record_many(
            [...submissions(), {...submissions()[2], id: 'again'}]));
        equal([partnership.head, [...partnership.entries].length], [0, 0]);
        equal([...partnership.record_many(submissions())].map(entry => entry.seq).length, 101);
    });

    it('says beforehand what it would refuse', () => {
        const partnership = everyKind();
        equal(partnership.try_submission(submissions()[2]), null);
        const refusal = partnership.try_submission({...submissions()[2], id: 'again'});
        equal(refusal.toJSON(),
            {code: refusal.code, path: refusal.path, message: refusal.message});
    });

    it('imports and exports', () => {
        const text = exported(everyKind(), 'record');
        const partnership = new Charter.Partnership();
        const seen = [];
        partnership.connect('progress', (_, done) => seen.push(done));
        equal(partnership.import(stream(text), null), 101);
        equal(seen.at(-1), 101);
        equal(exported(partnership, 'record'), text);
        equal(exported(partnership, 'submission').trim().split('\n').length, 101);
    });

    it('lives in a file', () => {
        const folder = GLib.Dir.make_tmp('charter-XXXXXX');
        const path = `${folder}/ours.charter`;
        const partnership = Charter.Partnership.create(path);
        partnership.record_many(submissions());
        equal(partnership.store.path, path);
        const other = Charter.Partnership.open(path);
        equal(other.get_view().dump(), partnership.get_view().dump());
        const reader = Charter.Partnership.open_read_only(path);
        ok(reader.read_only && reader.store.read_only);
        fails('READ_ONLY', /./, () => reader.submit({...submissions()[2], id: 'again'}));
        other.record('asset-noted', NOON, 'p-ana', {of: 'south', area: 'food', text: 'A kitchen.'});
        equal([partnership.head, partnership.refresh(), partnership.head], [101, 1, 102]);
        for (const store of [Charter.SqliteStore.open(path),
            Charter.SqliteStore.open_read_only(path)]) {
            equal(Charter.Partnership.new_for_store(store).head, 102);
            equal([store.get_path(), store.get_read_only()], [path, store.read_only]);
        }
        ok(Charter.SqliteStore.create(`${folder}/other.charter`));
        GLib.spawn_command_line_sync(`rm -r ${folder}`);
    });

    it('names what is wrong', () => {
        const partnership = everyKind();
        partnership.set_clock(NOON);
        const asset = {of: 'south', area: 'x', text: '…'};
        const record = (by, more, at = NOON) => () =>
            partnership.record('asset-noted', at, by, {...asset, ...more});
        fails('SYNTAX', /./, () => partnership.record('asset-noted', NOON, 'p-ana', '{'));
        fails('FORMAT', /^\/data.*colour/, record('p-ana', {colour: 'red'}));
        fails('VALUE', /./, record('p-ana', {}, 'yesterday'));
        fails('REFERENCE', /nowhere/, record('p-ana', {of: 'nowhere'}));
        fails('TIME', /./, record('p-ana', {}, '2099-01-01T00:00:00Z'));
        fails('PERMISSION', /p-dee/, record('p-dee', {}));
        fails('NOT_FOUND', /102/, () => partnership.as_of(102));
        fails('NOT_FOUND', /nothing/, () => partnership.decide('nothing', NOON));
        fails('NOT_FOUND', /none\.charter/, () => Charter.Partnership.open('/tmp/none.charter'));
        fails('VERSION', /./, () => Charter.Document.new_from_text({charter: '2'}));
        fails(Gio.IOErrorEnum.IS_DIRECTORY, /./, () =>
            partnership.import(Gio.File.new_for_path('/').read(null), null));
        equal(partnership.head, 101);
    });

    it('reveals what is sealed to those who may see it', () => {
        const partnership = everyKind();
        const concern = [...partnership.entries].find(entry => entry.kind === 'concern-raised');
        equal(JSON.parse(partnership.reveal(concern.id, 'p-ana', NOON)).text, 'It was unfair.');
        fails('PERMISSION', /./, () => partnership.reveal(concern.id, 'p-cem', NOON));
        ok(partnership.get_entry('e-007').redacted);
        equal(JSON.parse(partnership.get_entry('e-007').dup_data()).name, {redacted: true});
    });

    it('notifies in order', () => {
        const partnership = new Charter.Partnership();
        const seen = [];
        partnership.entries.connect('items-changed', (_, ...change) => seen.push(change));
        partnership.connect('notify::head', () => seen.push(partnership.head));
        partnership.connect('entry-appended', (_, entry) => seen.push(entry.seq));
        partnership.record_many(submissions().slice(0, 2));
        equal(seen, [[0, 0, 2], 2, 1, 2]);
    });

    it('is busy inside a handler', () => {
        const partnership = new Charter.Partnership();
        let code = null;
        partnership.connect('entry-appended', () => {
            try {
                partnership.submit(submissions()[1]);
            } catch (error) {
                code = error.code;
            }
        });
        partnership.submit(submissions()[0]);
        equal([code, partnership.head], [Charter.Error.BUSY, 1]);
    });

    it('keeps identity', () => {
        const partnership = everyKind();
        ok(partnership.get_entry('e-003') === partnership.entries.get_item(2));
        ok(partnership.entries === partnership.get_entries());
        ok(partnership.get_partner('north') === partnership.partners.get_item(0));
    });
});
