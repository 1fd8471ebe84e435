// SPDX-License-Identifier: LGPL-2.1-or-later
// Every method without arguments and every property, twice, with the garbage collected in
// between: what is freed once too often shows here. Criticals are fatal.

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import GIRepository from 'gi://GIRepository?version=2.0';
import System from 'system';
import {describe, equal, isMethod, it, samples, walk} from './harness.js';

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
