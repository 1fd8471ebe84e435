// SPDX-License-Identifier: LGPL-2.1-or-later
// The asynchronous twins give what the calls give, and can be cancelled.

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import {describe, equal, everyKind, exported, failsLater, it, stream,
    submissions} from './harness.js';

const NOON = '2026-01-10T12:00:00Z';

describe('async', () => {
    it('records', async () => {
        const partnership = new Charter.Partnership();
        const [first, ...rest] = submissions();
        equal((await partnership.record_async(first.kind, new Date(first.at), null,
            first.data)).seq, 1);
        equal([...await partnership.record_many_async(rest)].length, 100);
        await failsLater('ID_REUSED', /north/, partnership.record_async('partner-joined',
            '2026-01-19T11:00:00Z', 'p-ana', {id: 'north', name: 'North'}, null));
    });

    it('takes turns', async () => {
        const partnership = new Charter.Partnership();
        const all = await Promise.all(submissions().map(
            entry => partnership.record_many_async([entry])));
        equal(all.flatMap(entries => [...entries]).map(entry => entry.id),
            submissions().map(entry => entry.id));
    });

    it('imports and exports', async () => {
        const one = everyKind();
        const out = Gio.MemoryOutputStream.new_resizable();
        equal(await one.export_async(out, 'record', null), true);
        out.close(null);
        const text = new TextDecoder().decode(out.steal_as_bytes().toArray());
        equal(text, exported(one, 'record'));
        equal(await new Charter.Partnership().import_async(stream(text), null), 101);
        await failsLater('SYNTAX', /^Line 1/, new Charter.Partnership().import_async(stream('{')));
    });

    it('opens', async () => {
        const folder = GLib.Dir.make_tmp('charter-XXXXXX');
        Charter.Partnership.create(`${folder}/x.charter`).record_many(submissions());
        equal((await Charter.Partnership.open_async(`${folder}/x.charter`)).head, 101);
        await failsLater('NOT_FOUND', /./, Charter.Partnership.open_async(`${folder}/y.charter`));
        GLib.spawn_command_line_sync(`rm -r ${folder}`);
    });

    it('assesses', async () => {
        const partnership = everyKind();
        equal(await partnership.assess_async(NOON, null), partnership.assess(NOON));
        await failsLater('VALUE', /./, partnership.assess_async('noon'));
    });

    it('calls back', async () => {
        const partnership = everyKind();
        const assessment = await new Promise(resolve => partnership.assess_async(NOON, null,
            (source, result) => resolve(source.assess_finish(result))));
        equal(assessment, partnership.assess(NOON));
    });

    it('is cancelled', async () => {
        const partnership = everyKind();
        const cancelled = new Gio.Cancellable();
        cancelled.cancel();
        for (const promise of [
            partnership.record_async('asset-noted', NOON, 'p-ana', {}, cancelled),
            partnership.record_many_async([], cancelled),
            partnership.import_async(stream(''), cancelled),
            partnership.export_async(Gio.MemoryOutputStream.new_resizable(), 'record', cancelled),
            partnership.assess_async(NOON, cancelled),
            Charter.Partnership.open_async('/nowhere/x.charter', cancelled)])
            await failsLater(Gio.IOErrorEnum.CANCELLED, /./, promise);
        equal(partnership.head, 101);
    });
});
