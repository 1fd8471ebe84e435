// SPDX-License-Identifier: LGPL-2.1-or-later
// Choices among options, as a script sees them.

import Charter from 'gi://Charter?version=1';
import {choices, describe, equal, fails, it, ok} from './harness.js';

const VOTING = '2026-01-09T09:00:00Z';
const AFTER = '2026-02-01T09:00:00Z';

describe('options', () => {
    it('that are tied go through the chain, and a lot tells what it was drawn from', () => {
        const outcome = choices().decide('hall', AFTER);
        const [first, lot] = outcome.ties;
        equal(outcome.result, Charter.Result.CARRIED);
        equal([first.step, [...first.left].sort()], ['first-ranks', ['river', 'town']]);
        equal([lot.step, lot.charter, lot.decision], ['lot', 'choices', 'hall']);
        equal([lot.ballots.length, lot.seed.length, [...lot.order].sort()],
            [64, 64, ['river', 'school', 'town']]);
        equal(outcome.winners, lot.left);
        equal([first.seed, first.person, first.order], [null, null, []]);
        equal(lot.tied.length, 2);
    });

    it('have their numbers', () => {
        const outcome = choices().decide('route', AFTER);
        const [north, south, neither] = outcome.options;
        equal([outcome.winners, outcome.ranking, outcome.vacancies, outcome.tied],
            [['north'], ['north', 'neither'], 0, []]);
        equal([north.id, north.votes_for, north.votes_against, north.first, north.place],
            ['north', 2, 1, 2, 1]);
        equal([north.quorum_needed, north.quorum_counted, north.quorate, north.won], [2, 2, true, true]);
        equal([south.dropped, south.place, neither.score], ['quorum', 0, null]);
        equal([...outcome.tests].map(test => test.option), ['north', 'south']);
    });

    it('have a margin that says who is chosen then, and why no fewer', () => {
        const outcome = choices().decide('hall', AFTER);
        equal([outcome.margin_at_least, outcome.margin_at_most], [1, 1]);
        ok(/^1 voter casting for (.*) alone: then \1 is chosen$/.test(outcome.margin_change));
        equal(outcome.margin_because, 'no change takes fewer than one voter');
        equal(outcome.get_margin_because(), outcome.margin_because);
    });

    it('are voted on with lists and objects', () => {
        const partnership = choices();
        partnership.clock = VOTING;
        partnership.cast_ballot(VOTING, null, 'route', 'p-d', null, {ranking: ['south', ['north', 'neither']]});
        partnership.cast_ballot(VOTING, null, 'paint', 'p-a', null, {scores: {blue: 5, green: 1}});
        partnership.cast_ballot(VOTING, null, 'paint', 'p-b', null, {scores: {green: 4}});
        const paint = partnership.decide('paint', AFTER);
        equal([paint.result, paint.tied], [Charter.Result.TIED, ['blue', 'green']]);
        equal([...paint.options].map(one => one.score), ['5', '5']);
        fails('VALUE', /data\/ranking\/0.*“east”/, () => partnership.cast_ballot(VOTING, null, 'route',
            'p-e', null, {ranking: ['east']}));
        fails('VALUE', /data\/scores\/blue/, () => partnership.cast_ballot(VOTING, null, 'paint',
            'p-e', null, {scores: {blue: 6}}));
        ok(partnership.decide('route', AFTER).winners.length > 0);
    });
});
