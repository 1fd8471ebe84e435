// SPDX-License-Identifier: LGPL-2.1-or-later
// Every function, constructor and method of the library has been called by a test, and worked.
// This comes last.

import {called, describe, equal, it, walk} from './harness.js';

describe('walk', () => {
    it('leaves nothing uncalled', () => {
        const all = [...walk()].map(([, owner, info]) => `${owner}.${info.get_name()}`);
        print(`# ${called.size} of ${all.length} functions and methods were called`);
        equal(all.filter(name => !called.has(name)), []);
    });
});
