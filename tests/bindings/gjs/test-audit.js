// SPDX-License-Identifier: LGPL-2.1-or-later
// Look before you sign, as a script sees it.

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import {describe, equal, everyKind, fails, failsLater, it, ok} from './harness.js';

const AT = '2026-03-01T09:00:00Z';
const CHARTER = {
    charter: '1', id: 'team', title: 'Team',
    rules: [{id: 'ordinary', method: 'majority', 'amends-charter': true,
        quorum: {base: 'members', share: '1/2', compare: '>'}}],
    conflicts: {remedies: ['adjourn']},
    sections: [{id: 's', title: 'S', clauses: [
        {id: 'fair', kind: 'value', text: 'We are fair.', checks: [{check: 'voices-heard'}]}]}],
};
const VOTERS = [{id: 'north', weight: 3}, {id: 'south'}, {id: 'east'}];

function document(members = {}) {
    return Charter.Document.new_from_text({...CHARTER, ...members});
}

describe('an audit', () => {
    it('holds for any number of voters', () => {
        const audit = Charter.Audit.document(document(), null, null);
        equal([audit.kind, audit.at], ['anybody', null]);
        equal([...audit].map(finding => finding.code), ['inquorate-after']);
        equal(audit.get_count('note'), 1);
        equal(audit.get_count(Charter.AuditSeverity.ERROR), 0);
        equal([...audit.powers], []);
        equal(JSON.parse(audit.to_json()).counts, {error: 0, note: 1, warning: 0});
    });

    it('explains what it found', () => {
        const [finding] = Charter.Audit.document(document(), null, null);
        equal(finding.severity, Charter.AuditSeverity.NOTE);
        ok(finding.message.includes('1 of 3, 1 of 4, 2 of 5'));
        equal(finding.dup_localized_message(), finding.message);
        equal(finding.dup_localized_suggestion(), finding.suggestion);
        equal([finding.path, finding.rules, finding.who, finding.role, finding.clause],
            ['/rules/0/quorum', ['ordinary'], [], null, null]);
        equal([...finding.reasons], []);
        equal(JSON.parse(finding.to_json()).code, 'inquorate-after');
    });

    it('knows whose vote decides', () => {
        const audit = Charter.Audit.document(document(), VOTERS, null);
        equal([...audit].find(finding => finding.code === 'dictator').who, ['north']);
        const [north, south] = audit.powers;
        equal([north.rule, north.voter, north.weight], ['ordinary', 'north', 3]);
        equal([north.shapley, north.banzhaf, north.penrose, north.swings], ['1', '1', '1', '4']);
        equal([north.blocks, north.decides, south.blocks, south.decides],
            [true, true, false, false]);
        fails('REFERENCE', /^\/0: There is no role/,
            () => Charter.Audit.document(document(), [{roles: ['king']}], null));
    });

    it('looks at the members of a record', () => {
        const view = everyKind().get_view();
        const audit = Charter.Audit.members(view, null, AT, null);
        equal([audit.kind, audit.at], ['members', AT]);
        ok([...audit.powers].length > 0);
        equal(Charter.Audit.members(view, document(), new Date(AT), null).kind, 'members');
        fails('NOT_FOUND', /No charter was in force/,
            () => Charter.Audit.members(view, null, '2000-01-01T00:00:00Z', null));
    });

    it('says what a new version changes', () => {
        const quorum = {...CHARTER.rules[0].quorum, share: '2/3'};
        const [change] = Charter.Audit.compare(
            document({rules: [{...CHARTER.rules[0], quorum}]}), document());
        equal([change.code, change.path, change.suggestion],
            ['changed', '/rules/0/quorum/share', null]);
        equal([...change.reasons].map(reason => reason.message),
            ['More must take part than before.']);
        equal([...Charter.Audit.compare(document(), document())], []);
    });

    it('lists its codes', () => {
        const codes = Charter.Audit.list_codes();
        equal(codes, [...codes].sort());
        ok(codes.includes('lockout'));
    });

    it('can be waited for, and stopped', async () => {
        const one = await Charter.Audit.document_async(document(), VOTERS);
        equal(one.to_json(), Charter.Audit.document(document(), VOTERS, null).to_json());
        const view = everyKind().get_view();
        const two = await Charter.Audit.members_async(view, null, AT);
        equal(two.to_json(), Charter.Audit.members(view, null, AT, null).to_json());
        await failsLater('VALUE', /then/, Charter.Audit.members_async(view, null, 'then'));
        const stopped = new Gio.Cancellable();
        stopped.cancel();
        let error = null;
        try {
            await Charter.Audit.document_async(document(), null, stopped);
        } catch (caught) {
            error = caught;
        }
        ok(error.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED));
    });
});
