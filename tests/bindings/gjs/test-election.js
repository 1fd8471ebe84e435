// SPDX-License-Identifier: LGPL-2.1-or-later
// Elections and their counts, as a script has them.

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import {describe, equal, fails, it} from './harness.js';

const CITIES = ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'];
const BALLOTS = [[42, 'Memphis Nashville Chattanooga Knoxville'],
    [26, 'Nashville Chattanooga Knoxville Memphis'],
    [15, 'Chattanooga Knoxville Nashville Memphis'],
    [17, 'Knoxville Chattanooga Nashville Memphis']];

function tennessee() {
    const election = Charter.Election.new(CITIES);
    for (const [count, ranking] of BALLOTS) {
        const ballot = {count, ranking: ranking.split(' ').map(city => [city])};
        equal(election.add_ballot(JSON.stringify(ballot)), true);
    }
    return election;
}

function counted(election, method, params = {}) {
    return Charter.Election.new_from_json(JSON.stringify(election))
        .count(method, JSON.stringify(params), null);
}

describe('an election', () => {
    it('is made of options and ballots', () => {
        const election = tennessee();
        equal([election.get_options(), election.options], [CITIES, CITIES]);
        equal([election.get_n_ballots(), election.n_ballots], [100, 100]);
        equal([election.get_method(), election.method], [null, null]);
        fails('VALUE', /twice/, () => Charter.Election.new(['a', 'a']));
        // What may be null at the end can be left out, and what may not is asked for.
        const plain = Charter.Election.new_from_json(JSON.stringify(
            {options: ['a', 'b'], ballots: [{ranking: [['b'], ['a']]}]}));
        equal(plain.count('schulze').get_winners(), ['b']);
        equal(plain.count('stv', {seats: 2}).get_elected(), ['b', 'a']);
        fails('VALUE', /names no method/, () => plain.count());
        fails('VALUE', /names no method/, () => election.count(null, null, null));
    });

    it('is written and read again', () => {
        const election = tennessee();
        const again = Charter.Election.new_from_json(election.to_json());
        equal(again.to_json(), election.to_json());
        equal(again.count('schulze', null, null).to_json(),
            election.count('schulze', null, null).to_json());
    });

    it('refuses what is no ballot', () => {
        const election = tennessee();
        const bad = [['VALUE', /twice/, {ranking: [['Memphis'], ['Memphis']]}],
            ['REFERENCE', /none of the options/, {ranking: [['Paris']]}],
            ['VALUE', /at least 0/, {ranking: [], weight: -1}],
            ['FORMAT', /exactly one/, {}]];
        for (const [code, words, ballot] of bad)
            fails(code, words, () => election.add_ballot(JSON.stringify(ballot)));
        equal(election.n_ballots, 100);
    });

    it('can be stopped while it is counted', () => {
        const stop = new Gio.Cancellable();
        stop.cancel();
        let caught = null;
        try {
            tennessee().count('schulze', null, stop);
        } catch (error) {
            caught = error;
        }
        equal(caught.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED), true);
    });
});

describe('a count', () => {
    it('gives winners, layers and reasons', () => {
        const count = tennessee().count('ranked-pairs', null, null);
        equal([count.get_method(), count.method], ['ranked-pairs', 'ranked-pairs']);
        equal([count.get_winners(), count.winners], [['Nashville'], ['Nashville']]);
        equal([count.get_n_layers(), count.n_layers], [4, 4]);
        equal([count.dup_layer(0), count.dup_layer(3), count.dup_layer(4)],
            [['Nashville'], ['Memphis'], []]);
        equal([count.get_unique(), count.unique], [true, true]);
        equal([count.get_indeterminate(), count.indeterminate], [false, false]);
        equal([count.get_summary(), count.summary],
            Array(2).fill('The winner is “Nashville”, by the method ranked-pairs.'));
        equal([count.get_reasons().get_item(0).code, count.reasons.get_item(0).code],
            ['won', 'won']);
        equal(JSON.parse(count.to_json()).smith_set, ['Nashville']);
        equal(count.to_dot().includes('n1 -> n0 [label="58 : 42"];'), true);
    });

    it('gives every pair', () => {
        const bytes = tennessee().count('schulze', null, null).dup_pairwise().toArray();
        const votes = [...new BigInt64Array(bytes.slice().buffer)].map(Number);
        equal(votes.slice(0, 8), [0, 42, 42, 42, 58, 0, 68, 68]);
        const approved = counted({options: ['a'], ballots: [{approves: ['a']}]}, 'approval');
        equal(approved.dup_pairwise(), null);
    });

    it('gives seats in order', () => {
        const count = tennessee().count('stv', '{"seats": 2}', null);
        equal([count.get_elected(), count.elected], Array(2).fill(['Memphis', 'Nashville']));
    });

    it('adopts or rejects', () => {
        const election = {options: ['yes', 'no'],
            ballots: [{choice: 'yes', count: 2}, {choice: 'no'}]};
        const most = {id: 'most', kind: 'share', base: 'cast', fraction: [2, 3], compare: 'gt'};
        const count = counted(election, 'decision', {tests: [most]});
        equal([count.get_adopted(), count.adopted], [false, false]);
        equal([count.get_failed(), count.failed], [['most'], ['most']]);
        equal(counted(election, 'decision', {tests: [{...most, compare: 'ge'}]}).adopted, true);
    });
});
