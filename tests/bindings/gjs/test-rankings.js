// SPDX-License-Identifier: LGPL-2.1-or-later
// Rankings that a script has in memory become an election in one call.

import Charter from 'gi://Charter?version=1';
import GLib from 'gi://GLib';
import {describe, equal, fails, it} from './harness.js';

const OPTIONS = ['Lease', 'Buy', 'Wait'];

function election(ranks, options = OPTIONS) {
    return Charter.Election.new_rankings(options, new GLib.Bytes(new Uint8Array(ranks)));
}

describe('rankings in memory', () => {
    it('are ballots', () => {
        const made = election([1, 0, 255, 1, 0, 255, 1, 0, 255, 0, 1, 1, 0, 1, 1]);
        equal(made.get_options(), OPTIONS);
        equal(made.get_n_ballots(), 5);
        equal(made.count('schulze', null, null).get_winners(), ['Buy']);
    });

    it('count by their order alone', () => {
        equal(election([7, 3, 255, 9, 9, 1]).to_json(), election([1, 0, 255, 1, 1, 0]).to_json());
    });

    it('are refused where they are no election', () => {
        fails('VALUE', /no multiple of 3 options/, () => election([0, 1]));
        fails('VALUE', /twice/, () => election([0, 1], ['Buy', 'Buy']));
        fails('LIMIT', /255 options/, () => election([], Array.from({length: 256}, (_, i) => `${i}`)));
    });
});
