// SPDX-License-Identifier: LGPL-2.1-or-later
// Every method without arguments and every property, twice, with the garbage collected in
// between: what is freed once too often shows here. Criticals are fatal.

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import GIRepository from 'gi://GIRepository?version=2.0';
import System from 'system';
import {DEAL_AT, describe, equal, everyKind, isMethod, it, telling, walk} from './harness.js';

const AT = '2026-03-02T12:00:00Z';

function* samples() {
    const partnership = everyKind();
    const view = partnership.get_view();
    const charter = partnership.get_charter(AT);
    const outcome = partnership.decide('grant', '2026-01-14T10:30:00Z');
    const [lived, deal] = telling(partnership);
    const [told, assessment] = [lived.assess(AT), partnership.assess(AT)];
    yield* [partnership, partnership.store, view, charter, outcome, assessment,
        view.electorate('grant', AT), partnership.may('p-ana', 'vote', 'grant', AT),
        partnership.try_submission({kind: 'x', at: AT, data: {}})];
    const models = [partnership.entries, deal.list_conflicts('deal', DEAL_AT),
        deal.electorate('deal', DEAL_AT).excluded, partnership.list_obligations(AT, null, null),
        outcome.tests, outcome.reasons, told, told.sections, told.compare(assessment),
        Charter.Document.check_text('['),
        ...['sections', 'clauses', 'constituencies', 'roles', 'rules', 'cycles']
            .map(name => charter[name]),
        ...['partners', 'persons', 'appointments', 'decisions', 'meetings', 'actions',
            'interests', 'agreements', 'objectives', 'contributions', 'concerns', 'needs']
            .map(name => partnership[name]),
        ...[...told].map(finding => finding.measures)];
    for (const model of models)
        yield* model;
}

function look(value) {
    return value instanceof Gio.ListModel ? [...value].slice(0, 3).map(String) : String(value);
}

function check(thing, methods) {
    const properties = thing.constructor.list_properties()
        .map(pspec => pspec.get_name().replaceAll('-', '_'));
    const read = () => [...methods.map(name => look(thing[name]())),
        ...properties.map(name => look(thing[name]))].map(
        seen => String(seen).replace(/0x[0-9a-f]+/g, ''));
    const first = read();
    System.gc();
    equal(read(), first);
    System.gc();
}

describe('twice', () => {
    it('gives the same', () => {
        const methods = new Map();
        for (const [, owner, info] of walk()) {
            if (isMethod(info) && GIRepository.callable_info_get_n_args(info) === 0 &&
                info.get_name() !== 'refresh')
                methods.set(owner, [...methods.get(owner) ?? [], info.get_name()]);
        }
        const seen = new Map();
        for (const thing of samples()) {
            const name = thing.constructor.$gtype.name.replace('Charter', '');
            seen.set(name, (seen.get(name) ?? 0) + 1);
            if (seen.get(name) < 6)
                check(thing, [...methods.get(name) ?? [],
                    ...thing instanceof Charter.Store ? methods.get('Store') : []]);
        }
        equal([...methods.keys()].filter(name => !seen.has(name)), ['SqliteStore', 'Store']);
    });
});
