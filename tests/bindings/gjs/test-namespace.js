// SPDX-License-Identifier: LGPL-2.1-or-later
// What is in the namespace, and nothing else.

import Charter from 'gi://Charter?version=1';
import GIRepository from 'gi://GIRepository?version=2.0';
import GObject from 'gi://GObject';
import {data, describe, equal, fails, it, ok, walk} from './harness.js';

function* infos() {
    const repository = GIRepository.Repository.get_default();
    for (let i = 0; i < repository.get_n_infos('Charter'); i++)
        yield repository.get_info('Charter', i);
}

describe('namespace', () => {
    it('has the names of names.txt: no macro has leaked, nothing has vanished', () => {
        const names = [...infos()].filter(info => info.get_type() !== GIRepository.InfoType.STRUCT)
            .map(info => info.get_name());
        equal(names, data('tests/bindings/names.txt').trim().split('\n'));
    });

    it('makes stores and partnerships only', () => {
        for (const info of infos()) {
            if (info.get_type() !== GIRepository.InfoType.OBJECT)
                continue;
            const name = info.get_name();
            if (name === 'MemoryStore' || name === 'Partnership')
                ok(new Charter[name]() instanceof Charter[name], name);
            else
                fails(TypeError, /the library makes/, () => new Charter[name]());
        }
    });

    it('has everything that the typelib has', () => {
        for (const [owner, name, info] of walk())
            ok((owner[info.get_name()] ?? owner.prototype[info.get_name()]) !== undefined, name);
    });

    it('has the interface that scripts implement', () => {
        equal(GObject.type_is_a(Charter.MemoryStore, Charter.Store), true);
        equal(Charter.Error.quark(), Charter.error_quark());
    });
});
