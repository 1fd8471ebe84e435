// SPDX-License-Identifier: LGPL-2.1-or-later
// Whatever a script hands to any function: an answer or an exception, never a critical (they
// are fatal here).

import Charter from 'gi://Charter?version=1';
import GIRepository from 'gi://GIRepository?version=2.0';
import {called, describe, isMethod, it, ok, samples, walk} from './harness.js';

const TEXTS = ['', ' ', 'x', '2026-01-10T12:00:00Z', '2026-02-30T00:00:00Z', '{}', '[]', '[{}]',
    '{"a": 1}', '['.repeat(200), 'ä'.repeat(300), 'p-ana', 'grant', '12', '-1'];
const NUMBERS = [0, 1, -1, 7, 101, 102, 2 ** 31 - 1, 2 ** 53, -(2 ** 62), NaN];
const OTHERS = [undefined, null, {}, [], () => 1, Symbol('x'), 1n, new Date('nonsense'), Charter];

function junk(argument, i) {
    const {TypeTag} = GIRepository;
    switch (GIRepository.type_info_get_tag(GIRepository.arg_info_get_type(argument))) {
    case TypeTag.UTF8:
    case TypeTag.FILENAME:
        return TEXTS[i % TEXTS.length];
    case TypeTag.INT64:
    case TypeTag.INT32:
    case TypeTag.UINT32:
        return NUMBERS[i % NUMBERS.length];
    case TypeTag.ARRAY:
        return TEXTS.slice(0, i % 4);
    case TypeTag.BOOLEAN:
        return i % 2 === 0;
    }
    return null;
}

function* functions() {
    const things = new Map([['Store', new Charter.MemoryStore()]]);
    for (const thing of samples())
        things.set(thing.constructor.$gtype.name.replace('Charter', ''), thing);
    for (const [owner, ownerName, info] of walk()) {
        const name = info.get_name();
        const place = isMethod(info) ? things.get(ownerName) : owner;
        const given = [];
        for (let i = 0; i < GIRepository.callable_info_get_n_args(info); i++)
            given.push(GIRepository.callable_info_get_arg(info, i));
        if (given.length && place && !/_async$|_finish$|^create$|^import$|^export$/.test(name))
            yield [place, name, given];
    }
}

function tries(place, name, values) {
    try {
        place[name](...values);
        return 0;
    } catch {
        return 1;
    }
}

describe('wrong', () => {
    it('values are refused or answered', () => {
        const before = new Set(called);
        let failed = 0;
        for (const [place, name, given] of functions()) {
            for (let i = 0; i < 60; i++) {
                failed += tries(place, name,
                    given.map((argument, j) => junk(argument, i + j * (1 + Math.floor(i / 18)))));
            }
            for (const other of OTHERS)
                failed += tries(place, name, given.map(() => other));
        }
        ok(failed > 1000, 'that most failed');
        // What junk happened to get through counts for nothing.
        for (const name of called) {
            if (!before.has(name))
                called.delete(name);
        }
    });
});
