// SPDX-License-Identifier: LGPL-2.1-or-later
// Memory does not grow with the number of calls.

import Charter from 'gi://Charter?version=1';
import GLib from 'gi://GLib';
import System from 'system';
import {describe, everyKind, it, ok} from './harness.js';

const AT = '2026-01-10T12:00:00Z';

function resident() {
    const statm = new TextDecoder().decode(GLib.file_get_contents('/proc/self/statm')[1]);
    return Number(statm.split(' ')[1]) * 4096;
}

function repeat(call, calls) {
    for (let i = 0; i < calls; i++) {
        call();
        if (i % 500 === 0)
            System.gc();
    }
    System.gc();
}

describe('slope', () => {
    if (GLib.getenv('CHARTER_SANITIZED'))
        return;
    const partnership = everyKind();
    const view = partnership.get_view();
    const text = partnership.get_charter(AT).to_json();
    const entry = partnership.entries.get_item(46);
    const refuse = () => {
        try {
            partnership.record('partner-joined', AT, 'p-ana', {id: 'north', name: 'North'});
        } catch {
        }
    };
    for (const [name, call, calls] of [
        ['may', () => view.may('p-ana', 'vote', 'grant', AT), 20000],
        ['reasons', () => [...view.may('p-ana', 'vote', 'grant', AT).reasons], 20000],
        ['decide', () => view.decide('grant', AT).toJSON(), 20000],
        ['assess', () => view.assess(AT).get_item(0).summary, 2000],
        ['refused', refuse, 20000],
        ['toJSON', () => entry.toJSON(), 20000],
        ['models', () => [...partnership.persons].map(person => person.partners), 20000],
        ['document', () => [...Charter.Document.new_from_text(text)], 2000]]) {
        it(`of ${name} is flat`, () => {
            repeat(call, calls / 2);
            const before = resident();
            repeat(call, calls);
            const slope = (resident() - before) / calls;
            ok(slope < 64, `${slope} bytes a call: that it is flat`);
        });
    }
});
