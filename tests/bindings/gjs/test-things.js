// SPDX-License-Identifier: LGPL-2.1-or-later
// The things of a partnership: as objects, by id, as lists, and as they change.

import Charter from 'gi://Charter?version=1';
import {describe, equal, everyKind, fails, it, ok, submissions} from './harness.js';

// list, getter, an id, and members that are null for it
const THINGS = [
    ['partners', 'get_partner', 'north', ['left', 'group']],
    ['persons', 'get_person', 'p-ana', []],
    ['appointments', 'get_appointment', 'e-011', ['partner', 'until']],
    ['decisions', 'get_decision', 'grant', []],
    ['meetings', 'get_meeting', 'meet-1', ['cancelled']],
    ['actions', 'get_action', 'act-1', ['decision', 'dropped']],
    ['interests', 'get_interest', 'int-1', ['since', 'until']],
    ['agreements', 'get_agreement', 'vision', ['version', 'until']],
    ['objectives', 'get_objective', 'goal-1', ['owner']],
    ['contributions', 'get_contribution', 'idea-1', ['about']],
    ['concerns', 'get_concern', 'con-1', []],
    ['needs', 'get_need', 'need-1', []],
];

describe('things', () => {
    it('are found in lists and by id', () => {
        const partnership = everyKind();
        for (const [list, getter, id, absent] of THINGS) {
            const things = [...partnership[list]];
            ok(partnership[list] === partnership[`get_${list}`](), list);
            const thing = partnership[getter](id);
            ok(things.includes(thing), list);
            equal(thing.toJSON().id ?? id, id);
            ok(thing.get_entry() instanceof Charter.Entry, list);
            equal(partnership[getter]('nothing'), null);
            for (const member of absent)
                equal([thing[member], thing[`get_${member}`]()], [null, null], member);
        }
    });

    it('have values', () => {
        const partnership = everyKind();
        const cem = partnership.get_person('p-cem');
        equal([cem.name, cem.handle, cem.partners, cem.constituencies, cem.expertise],
            ['Cem', 'cem', ['west'], ['lived'], []]);
        const ben = partnership.get_person('p-ben');
        equal([ben.name, ben.redacted], [null, true]);
        equal([partnership.find_person('ana'), partnership.find_person('x')], ['p-ana', null]);
        const grant = partnership.get_decision('grant');
        equal(grant.get_state_at(new Date('2026-01-05T14:00:00Z')), Charter.DecisionState.OPEN);
        fails('VALUE', /./, () => grant.get_state_at('noon'));
        equal(partnership.get_partner('west').leftDate.toISOString(), '2026-01-19T11:00:00.000Z');
    });

    it('outlive their partnership', () => {
        equal(everyKind().get_partner('north').name, 'North Trust');
    });

    it('notify', () => {
        const partnership = new Charter.Partnership();
        const seen = [];
        let grant;
        for (const entry of submissions()) {
            partnership.set_clock(entry.at);
            partnership.submit(entry);
            if (entry.id === 'e-003')
                partnership.partners.connect('items-changed', (_, ...change) => seen.push(change));
            if (entry.id !== 'e-034')
                continue;
            grant = partnership.get_decision('grant');
            grant.connect('notify::state', () => seen.push(grant.state));
        }
        ok(JSON.stringify(seen).includes('[1,0,1]'), 'items-changed');
        ok(seen.includes(Charter.DecisionState.OPEN), 'notify::state');
    });
});
