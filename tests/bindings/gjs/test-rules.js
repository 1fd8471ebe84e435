// SPDX-License-Identifier: LGPL-2.1-or-later
// What an outcome tells of objections, dissent, means and the clauses it serves.

import Charter from 'gi://Charter?version=1';
import {consent, describe, equal, it} from './harness.js';

const AFTER = '2026-02-01T09:00:00Z';

describe('an outcome', () => {
    it('says who objected and stood aside', () => {
        const outcome = consent().decide('plan', AFTER);
        equal(outcome.result, Charter.Result.BLOCKED);
        equal(outcome.summary, 'Blocked: the objection of south stands.');
        equal([...outcome.get_dissent()].map(row => [row.who, row.person, row.choice, row.reasoned,
            row.objection, row.stands]), [
            ['south', 'p-south', Charter.Choice.OBJECT, true, null, true],
            ['west', 'p-west', Charter.Choice.STAND_ASIDE, false, null, false],
            ['east', 'p-east', Charter.Choice.OBJECT, true, 'o-1', false]]);
        for (const row of outcome.dissent) {
            equal([row.get_who(), row.get_person(), row.get_choice(), row.get_reasoned()],
                [row.who, row.person, row.choice, row.reasoned]);
            equal([row.get_objection(), row.get_stands(), row.get_entry()],
                [row.objection, row.stands, row.entry]);
        }
    });

    it('says which clauses the decision serves', () => {
        const outcome = consent().decide('plan', AFTER);
        equal([...outcome.get_serves()].map(clause => [clause.id, clause.text]),
            [['honesty', 'We are honest.']]);
        equal(outcome.serves.get_n_items(), 1);
    });

    it('gives a mean as a fraction', () => {
        const outcome = consent().decide('plan', AFTER);
        equal([outcome.quorum_base, outcome.quorum_base_count, outcome.quorum_needed],
            ['mean-attendance', 2, 2]);
        equal([outcome.quorum_base_exact, outcome.get_quorum_base_exact()], ['8/3', '8/3']);
    });
});
