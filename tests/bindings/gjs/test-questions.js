// SPDX-License-Identifier: LGPL-2.1-or-later
// The four questions, of a partnership and of a view.

import Charter from 'gi://Charter?version=1';
import {DEAL_AT, describe, equal, everyKind, it, ok, telling} from './harness.js';

const AT = new Date('2026-01-10T12:00:00Z');
const LATER = '2026-01-14T21:00:00Z';
const MARCH = '2026-03-02T12:00:00Z';

function walkReasons(reasons) {
    for (const reason of reasons) {
        ok(reason.code && reason.message && reason.dup_localized_message());
        for (let i = 0; i < reason.n_entries; i++)
            ok(reason.get_entry(i) > 0);
        walkReasons(reason.reasons);
    }
}

// The answer of the view, which is that of the partnership.
function both(partnership, name, ...values) {
    const answer = partnership.get_view()[name](...values);
    equal(answer[Symbol.iterator] && typeof answer !== 'string' ? [...answer] : answer,
        partnership[name](...values)[Symbol.iterator] && typeof answer !== 'string'
            ? [...partnership[name](...values)] : partnership[name](...values));
    return answer;
}

describe('questions', () => {
    it('may I?', () => {
        const partnership = everyKind();
        const verdict = both(partnership, 'may', 'p-ana', 'vote', 'idle', LATER);
        equal(verdict.answer, Charter.Answer.DENIED);
        equal([verdict.person, verdict.act, verdict.subject, verdict.at],
            ['p-ana', 'vote', 'idle', LATER]);
        walkReasons(verdict.reasons);
        for (const ground of verdict.grounds)
            ok(Charter.ground_explain(ground));
        equal(Charter.ground_explain('nothing'), null);
        equal(both(partnership, 'may', 'p-ana', 'see-papers', null, AT).subject, null);
    });

    it('what was decided?', () => {
        const partnership = everyKind();
        const outcome = both(partnership, 'decide', 'grant', new Date('2026-01-14T10:30:00Z'));
        equal([outcome.result, outcome.get_count('for')], [Charter.Result.CARRIED, 2]);
        equal(outcome.toJSON().result, 'carried');
        for (const test of outcome.tests)
            equal([test.id, test.holds, test.constituency], ['majority', true, null]);
        walkReasons(outcome.reasons);
    });

    it('who?', () => {
        const [, view] = telling(everyKind());
        const electorate = view.electorate('deal', DEAL_AT);
        equal(electorate.vote, electorate.toJSON().vote);
        for (const excluded of electorate.excluded)
            equal([excluded.ground, excluded.party, excluded.entry], ['conflict', 'acme', 27]);
        const conflicts = view.list_conflicts('deal', DEAL_AT);
        equal(JSON.parse(Charter.Conflict.list_to_json(conflicts)), [...conflicts]);
        equal([...view.list_interests('p-ben', DEAL_AT)].map(one => one.party), ['acme']);
    });

    it('through whom?', () => {
        const [, view] = telling(everyKind());
        for (const answer of [view.electorate('deal', DEAL_AT), view.decide('deal', DEAL_AT)]) {
            const [falls, holds] = [...answer.delegations];
            equal([falls.id, falls.delegator, falls.delegate, falls.final, falls.ground],
                ['del-3', 'north', 'south', null, 'conflict']);
            equal([holds.id, holds.delegator, holds.delegate, holds.final, holds.ground],
                ['del-2', 'west', 'north', 'north', null]);
            equal([holds.entry, falls.entry, holds.explanation], [31, 32, null]);
            ok(falls.explanation);
        }
        const outcome = view.decide('deals', DEAL_AT);
        equal([outcome.bundled, outcome.taken_out], [['stall'], ['deal']]);
        equal(outcome.toJSON()['taken-out'], ['deal']);
    });

    it('what is due?', () => {
        const partnership = everyKind();
        for (const who of [null, 'p-ana']) {
            for (const obligation of both(partnership, 'list_obligations', MARCH, who, null)) {
                ok(obligation.dueDate instanceof Date && obligation.what && obligation.summary);
                ok(Object.values(Charter.ObligationState).includes(obligation.state));
            }
        }
    });

    it('do we live by it?', () => {
        const partnership = everyKind();
        const assessment = both(partnership, 'assess', MARCH);
        for (const finding of assessment) {
            equal(both(partnership, 'assess_clause', finding.clause, MARCH), finding);
            equal(assessment.find(finding.clause), finding);
            walkReasons(finding.reasons);
        }
        equal(assessment.find('nothing'), null);
        const lived = telling(partnership)[0].assess(MARCH);
        equal([...lived.compare(partnership.as_of(96).assess(MARCH))].map(x => x.clause),
            ['listening']);
        const acting = lived.find('acting');
        equal([acting.get_offending_id(0), acting.get_satisfying_id(0)], ['act-3', 'act-1']);
        ok(acting.get_offending(0) > acting.get_satisfying(0));
        equal(lived.get_count('upheld'), 1);
        for (const section of lived.sections)
            equal(section.get_count(Charter.FindingStatus.UPHELD), 1);
    });

    it('as things stood, and as they would', () => {
        const partnership = everyKind();
        const view = partnership.get_view();
        equal([view.known, partnership.as_of(3).known, partnership.as_known('e-012').known],
            [101, 3, 12]);
        const supposed = view.suppose([{kind: 'partner-left', at: '2026-01-19T11:00:00Z',
            by: 'p-ana', data: {partner: 'south'}}]);
        ok(supposed.dump() !== view.dump());
        for (const id of ['north', 'p-ana', 'grant', 'meet-1'])
            ok(JSON.parse(both(partnership, 'describe', id, MARCH)) instanceof Object);
        equal(partnership.get_charter('2020-01-01T00:00:00Z'), null);
        equal(partnership.get_view().load(), true);
        equal(partnership.get_view().get_charter('2026-01-20T12:00:00Z').id,
            partnership.get_charter('2026-01-20T12:00:00Z').id);
        const empty = new Charter.Partnership();
        equal([empty.id, empty.title, empty.zone, empty.damage, empty.clock],
            [null, null, null, null, null]);
        equal(empty.get_entry('nothing'), null);
    });

    it('whose answers outlive the partnership', () => {
        walkReasons(everyKind().may('p-ana', 'vote', 'idle', LATER).reasons);
        equal(everyKind().assess(MARCH).get_item(0).clause, 'listening');
    });
});
