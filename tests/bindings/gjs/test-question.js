// SPDX-License-Identifier: LGPL-2.1-or-later
// One question asked of many, as a script asks it.

import Charter from 'gi://Charter?version=1';
import {describe, equal, fails, familyBusiness, it} from './harness.js';

const VOTING = '2026-01-08T12:00:00Z';
const PERSONS = ['p-ana', 'p-ben'];

function prepared() {
    const view = familyBusiness().as_of(11);
    return [view, view.prepare('vote', VOTING)];
}

describe('a question', () => {
    it('tells what it asks', () => {
        const [view, question] = prepared();
        equal([question.act, question.at, question.known], ['vote', VOTING, 11]);
        equal([question.get_act(), question.get_at(), question.get_known()], ['vote', VOTING, 11]);
        fails('VALUE', /yesterday/, () => view.prepare('vote', 'yesterday'));
    });

    it('answers as may() does', () => {
        const [view, question] = prepared();
        for (const person of [...PERSONS, 'nobody']) {
            for (const subject of ['grant', null]) {
                const verdict = view.may(person, 'vote', subject, VOTING);
                const allowed = verdict.answer === Charter.Answer.ALLOWED;
                equal(question.answer(person, subject), verdict.answer);
                equal(question.allows(person, subject), allowed);
                equal(question.allows_handles(question.find(person), question.find(subject)),
                    allowed);
                equal(question.explain(person, subject).to_json(), verdict.to_json());
            }
        }
        equal(question.find('nobody'), 0);
        fails('NOT_FOUND', /nothing/, () => question.explain('p-ana', 'nothing'));
    });

    it('is asked of many at once', () => {
        const [, question] = prepared();
        equal([...question.answer_all('grant', null).get_data()],
            PERSONS.map(person => question.answer(person, 'grant')));
        equal(question.list_allowed('grant'), ['p-ben']);
        equal(question.list_conflicted('grant'), ['p-ana']);
        equal(JSON.parse(question.explain_all('grant', null)).map(one => [one.person, one.answer]),
            [['p-ana', 'denied'], ['p-ben', 'allowed']]);
        for (const name of ['answer_all', 'explain_all'])
            fails('NOT_FOUND', /nothing/, () => question[name]('nothing', PERSONS));
        for (const name of ['list_allowed', 'list_conflicted'])
            fails('NOT_FOUND', /nothing/, () => question[name]('nothing'));
    });
});
