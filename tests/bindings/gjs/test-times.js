// SPDX-License-Identifier: LGPL-2.1-or-later
// The times of a decision, as a script sees them.

import Charter from 'gi://Charter?version=1';
import {describe, equal, it, ok} from './harness.js';

const CHARTER = {
    charter: '1', id: 'team', title: 'Team',
    rules: [{
        id: 'ordinary', method: 'majority', unit: 'person',
        admission: {'of': 'seconded', 'at-least': 1, 'within': 'P2D'},
        early: {on: 'all-voted'},
        time: {discussion: 'P1D', reflection: 'P2D', open: 'P7D', standstill: 'P1D', review: 'P1Y'},
    }],
    sections: [{id: 's', title: 'S', clauses: [
        {id: 'fair', kind: 'value', text: 'We are fair.'}]}],
};
const THEN = '2026-01-05T09:00:00Z';

function team() {
    const partnership = new Charter.Partnership();
    partnership.set_clock(new Date('2026-03-01T12:00:00Z'));
    partnership.found(THEN, 'team', 'Team', 'UTC', 'team.example', null);
    partnership.record('charter-adopted', THEN, {charter: CHARTER});
    for (const id of ['nia', 'sam'])
        partnership.record('person-joined', THEN, {id});
    for (const id of ['grant', 'idle'])
        partnership.record('decision-proposed', '2026-01-06T09:00:00Z', {id, title: 'T', rule: 'ordinary'});
    partnership.record('decision-seconded', '2026-01-07T09:00:00Z', {decision: 'grant', person: 'sam'});
    partnership.record('decision-opened', '2026-01-10T09:00:00Z', {decision: 'grant'});
    for (const voter of ['nia', 'sam']) {
        partnership.record('ballot-cast', '2026-01-11T09:00:00Z',
            {decision: 'grant', voter, choice: 'for'});
    }
    partnership.record('decision-closed', '2026-01-11T09:00:00Z', {decision: 'grant'});
    return partnership;
}

describe('the times of a decision', () => {
    it('begin once it was seconded', () => {
        const outcome = team().decide('grant', '2026-01-07T09:00:00Z');
        equal(outcome.state, Charter.DecisionState.DISCUSSION);
        equal([outcome.get_discussion_until(), outcome.get_reflection_until()],
            ['2026-01-08T09:00:00Z', '2026-01-10T09:00:00Z']);
        equal([outcome.discussion_until, outcome.reflection_until],
            ['2026-01-08T09:00:00Z', '2026-01-10T09:00:00Z']);
        equal(outcome.reflectionUntilDate.toISOString(), '2026-01-10T09:00:00.000Z');
        equal([outcome.admission_needed, outcome.get_admission_needed()], [1, 1]);
        equal([outcome.admission_counted, outcome.get_admission_counted()], [1, 1]);
        equal([outcome.admission_until, outcome.get_admission_until()],
            ['2026-01-08T09:00:00Z', '2026-01-08T09:00:00Z']);
        ok(outcome.admission_holds && outcome.get_admission_holds());
        equal([outcome.get_standstill_until(), outcome.get_review_on()], [null, null]);
    });

    it('go on after it was carried', () => {
        const outcome = team().decide('grant', '2026-01-11T09:00:00Z');
        equal(outcome.state, Charter.DecisionState.STANDSTILL);
        equal([outcome.standstill_until, outcome.get_standstill_until()],
            ['2026-01-12T09:00:00Z', '2026-01-12T09:00:00Z']);
        equal([outcome.review_on, outcome.get_review_on()], ['2027-01-11', '2027-01-11']);
    });

    it('end where it was not seconded in time', () => {
        const outcome = team().decide('idle', '2026-01-08T09:00:01Z');
        equal(outcome.state, Charter.DecisionState.LAPSED);
        ok(!outcome.admission_holds);
        equal(outcome.discussion_until, null);
    });
});
