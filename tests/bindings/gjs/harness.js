// SPDX-License-Identifier: LGPL-2.1-or-later
// What the GJS tests share: describe and it, expectations, TAP, and a list of calls that worked.

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import GIRepository from 'gi://GIRepository?version=2.0';
import GLib from 'gi://GLib';

const decoder = new TextDecoder();
const ROOT = Gio.File.new_for_uri(import.meta.url).get_parent().resolve_relative_path('../../..')
    .get_path();

export function data(path) {
    return decoder.decode(GLib.file_get_contents(`${ROOT}/${path}`)[1]);
}

// — describe, it, expect —

const tests = [];
let group = '';

export function describe(name, body) {
    group = name;
    body();
}

export function it(name, body) {
    tests.push([`${group} ${name}`, body]);
}

export function equal(actual, expected, what = '') {
    const [a, b] = [actual, expected].map(value => sorted(value));
    if (a !== b)
        throw new Error(`${what} expected ${b}, got ${a}`);
}

export function ok(value, what = 'it') {
    if (!value)
        throw new Error(`${what} does not hold`);
}

// A text in which two equal values are equal.
function sorted(value) {
    return JSON.stringify(value, (key, item) =>
        item && typeof item === 'object' && !Array.isArray(item)
            ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => a < b ? -1 : 1))
            : item) ?? String(value);
}

// The call throws: an error of the library with this code, or of this JavaScript class.
export function fails(code, words, call) {
    let thrown = null;
    try {
        call();
    } catch (error) {
        thrown = error;
    }
    judge(code, words, thrown);
}

export async function failsLater(code, words, promise) {
    let thrown = null;
    try {
        await promise;
    } catch (error) {
        thrown = error;
    }
    judge(code, words, thrown);
}

function judge(code, words, error) {
    if (error === null)
        throw new Error('it did not fail');
    const right = typeof code === 'function' ? error instanceof code
        : typeof code === 'string' ? error.matches(Charter.Error, Charter.Error[code]) &&
            error instanceof Charter.Error
            : error.matches(Gio.IOErrorEnum, code);
    if (!right || !words.test(error.message))
        throw new Error(`it failed otherwise: ${error} (${error.code})`);
}

export async function run() {
    let failed = 0;
    for (const [i, [name, body]] of tests.entries()) {
        try {
            await body();
            print(`ok ${i + 1} ${name}`);
        } catch (error) {
            failed++;
            print(`not ok ${i + 1} ${name}`);
            print(`${error}\n${error.stack}`.trimEnd().replace(/^/gm, '# '));
        }
    }
    print(`1..${tests.length}`);
    return failed ? 1 : 0;
}

// — calls that worked —

export const called = new Set();

// Every function, constructor and method in the typelib, as [owner, its name, the function].
export function* walk() {
    const {InfoType} = GIRepository;
    const kinds = new Map([[InfoType.OBJECT, 'object'], [InfoType.INTERFACE, 'interface'],
        [InfoType.ENUM, 'enum']]);
    const repository = GIRepository.Repository.get_default();
    for (let i = 0; i < repository.get_n_infos('Charter'); i++) {
        const info = repository.get_info('Charter', i);
        const kind = kinds.get(info.get_type());
        if (info.get_type() === InfoType.FUNCTION)
            yield [Charter, 'Charter', info];
        for (let j = 0; kind && j < GIRepository[`${kind}_info_get_n_methods`](info); j++) {
            yield [Charter[info.get_name()], info.get_name(),
                GIRepository[`${kind}_info_get_method`](info, j)];
        }
    }
}

export function isMethod(info) {
    return Boolean(GIRepository.function_info_get_flags(info) &
        GIRepository.FunctionInfoFlags.IS_METHOD);
}

for (const [owner, ownerName, info] of walk()) {
    const place = isMethod(info) ? owner.prototype : owner;
    const name = info.get_name();
    const raw = place[name];
    place[name] = function (...values) {
        const result = raw.apply(this, values);
        called.add(`${ownerName}.${name}`);
        return result;
    };
}

// — data —

export function submissions() {
    return data('tests/data/every-kind.jsonl').trim().split('\n').map(line => JSON.parse(line));
}

// A partnership in which everything has happened, recorded entry by entry.
export function everyKind(store = null) {
    const partnership = store ? Charter.Partnership.new_for_store(store)
        : new Charter.Partnership();
    for (const entry of submissions()) {
        partnership.set_clock(entry.at);
        partnership.submit(entry);
    }
    return partnership;
}

export function stream(text) {
    return Gio.MemoryInputStream.new_from_bytes(new TextEncoder().encode(text));
}

export function exported(partnership, form) {
    const out = Gio.MemoryOutputStream.new_resizable();
    partnership.export(out, form, null);
    out.close(null);
    return decoder.decode(out.steal_as_bytes().toArray());
}

// Commitments differ from one record to the next.
export function withoutSalts(value) {
    return JSON.parse(JSON.stringify(value, (key, item) => key === 'commitment' ? '…' : item));
}

const ATTESTED = [['p-ana', 'south'], ['p-ana', 'west'], ['p-ben', 'west'], ['p-cem', 'south']]
    .map(([by, about]) => ({
        kind: 'attestation-made', at: '2026-01-18T19:00:00Z', by,
        data: {clause: 'listening', question: 'q-listened', person: by, about, score: 5},
    }));
const OVERDUE = [{
    kind: 'action-agreed', at: '2026-01-18T20:00:00Z', by: 'p-ana',
    data: {id: 'act-3', owner: 'north', due: '2026-02-01', text: 'Write.'},
}];
const DEAL = [{
    kind: 'decision-proposed', at: '2026-01-03T12:10:00Z', by: 'p-ana',
    data: {id: 'deal', title: 'A deal', rule: 'ordinary', about: ['acme']},
}, {
    kind: 'decision-proposed', at: '2026-01-03T12:11:00Z', by: 'p-ana',
    data: {id: 'stall', title: 'A stall', rule: 'ordinary'},
}, {
    kind: 'decision-proposed', at: '2026-01-03T12:12:00Z', by: 'p-ana',
    data: {id: 'deals', title: 'Both', rule: 'ordinary', bundle: ['stall', 'deal']},
}, ...[['del-2', 'west', 'north'], ['del-3', 'north', 'south']].map(([id, from, to]) => ({
    kind: 'delegation-made', at: '2026-01-03T12:13:00Z', by: 'p-ana', data: {id, from, to},
}))];
export const DEAL_AT = '2026-01-03T12:30:00Z';

// A view in which there are findings of all sorts on 2 March, and one in which somebody is
// conflicted on a deal at DEAL_AT.
export function telling(partnership) {
    return [partnership.as_of(96).suppose([...ATTESTED, ...OVERDUE]),
        partnership.as_of(27).suppose(DEAL)];
}

const MARCH = '2026-03-02T12:00:00Z';

// At least one object of every class.
export function choices() {
    const partnership = new Charter.Partnership();
    for (const line of data('tests/data/choices.jsonl').trim().split('\n')) {
        partnership.clock = JSON.parse(line).at;
        partnership.submit(line);
    }
    return partnership;
}

export function familyBusiness() {
    const partnership = new Charter.Partnership();
    for (const line of data('tests/data/family-business.jsonl').trim().split('\n')) {
        partnership.clock = JSON.parse(line).at;
        partnership.submit(line);
    }
    return partnership;
}

export function* samples() {
    const partnership = everyKind();
    const view = partnership.get_view();
    const charter = partnership.get_charter(MARCH);
    const outcome = partnership.decide('grant', '2026-01-14T10:30:00Z');
    const [lived, deal] = telling(partnership);
    const [told, assessment] = [lived.assess(MARCH), partnership.assess(MARCH)];
    yield* [partnership, partnership.store, view, charter, outcome, assessment,
        view.prepare('vote', MARCH), view.electorate('grant', MARCH),
        partnership.may('p-ana', 'vote', 'grant', MARCH),
        partnership.try_submission({kind: 'x', at: MARCH, data: {}})];
    const election = Charter.Election.new_from_json(JSON.stringify(
        {options: ['lease', 'buy'], ballots: [{ranking: [['lease']]}], method: 'schulze'}));
    yield* [election, election.count(null, null, null)];
    const models = [partnership.entries, deal.list_conflicts('deal', DEAL_AT),
        deal.electorate('deal', DEAL_AT).excluded, deal.electorate('deal', DEAL_AT).delegations,
        partnership.list_obligations(MARCH, null, null),
        partnership.list_register(MARCH),
        outcome.tests, outcome.reasons, told, told.sections, told.compare(assessment),
        Charter.Document.check_text('['),
        ...['sections', 'clauses', 'constituencies', 'roles', 'rules', 'cycles']
            .map(name => charter[name]),
        ...['partners', 'persons', 'appointments', 'decisions', 'meetings', 'actions',
            'interests', 'agreements', 'objectives', 'contributions', 'concerns', 'needs']
            .map(name => partnership[name]),
        ...[...told].map(finding => finding.measures),
        ...[...familyBusiness().get_view().list_conflicts('grant', '2026-01-08T12:00:00Z')]
            .map(conflict => conflict.holdings),
        ...['options', 'ties'].map(name => choices().decide('hall', '2026-02-01T09:00:00Z')[name])];
    for (const model of models)
        yield* model;
}
