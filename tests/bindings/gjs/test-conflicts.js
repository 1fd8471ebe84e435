// SPDX-License-Identifier: LGPL-2.1-or-later
// Conflicts along the links of the record, as a script sees them.

import Charter from 'gi://Charter?version=1';
import {describe, equal, everyKind, fails, familyBusiness, it, ok} from './harness.js';

const VOTING = '2026-01-08T12:00:00Z';
const AFTER = '2026-02-01T09:00:00Z';

describe('conflicts', () => {
    it('are told by the shortest path, with each holding', () => {
        const [one, ...more] = familyBusiness().as_of(11).list_conflicts('grant', VOTING);
        equal(more.length, 0);
        equal([one.person, one.party, one.kind, one.via, one.share],
            ['p-ana', 'acme', 'direct', 'substantial-interest', '21/100']);
        equal([one.path, one.exemption, one.withheld], [['p-ana', 'acme'], null, false]);
        equal([...one.holdings].map(held => [held.holder, held.share, held.path]).sort(),
            [['n-cora', '9/100', ['n-cora', 'acme']], ['p-ana', '3/25', ['p-ana', 'acme']]]);
    });

    it('say what would change the answer', () => {
        const verdict = familyBusiness().get_view().may('p-ana', 'vote', 'grant', VOTING);
        equal(verdict.grounds, ['conflict']);
        ok([...verdict.changes].some(change => change.code === 'holding'));
    });

    it('that were found later flag the decision', () => {
        const partnership = familyBusiness();
        const view = partnership.get_view();
        equal([...view.decide('grant', AFTER).flagged].map(one => one.person), ['p-ben']);
        equal(view.list_flagged(AFTER), ['grant']);
        equal(partnership.as_of(11).list_flagged(AFTER), []);
    });

    it('are looked for as a preset says', () => {
        const presets = Charter.Document.list_presets();
        equal(presets.length, 5);
        for (const preset of presets)
            ok(JSON.parse(Charter.Document.get_preset(preset)).paths.length > 0);
        fails('NOT_FOUND', /charities-act-2011/,
            () => Charter.Document.get_preset('charities-act-2012'));
    });

    it('are shown with the names of parties', () => {
        const view = everyKind().get_view();
        equal([view.dup_party_name('north'), view.dup_party_name('nobody')], ['North Trust', null]);
    });
});
