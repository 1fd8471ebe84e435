// SPDX-License-Identifier: LGPL-2.1-or-later
// Runs the GJS tests in one process: the last, the walk, wants to know what the others called.
//
//   gjs -m run.js [MODULE…]

import System from 'system';
import {run} from './harness.js';

const MODULES = ['namespace', 'values', 'record', 'calls', 'things', 'document', 'questions',
    'conflicts', 'options', 'question', 'election', 'register', 'async', 'store', 'wrong', 'twice', 'slope', 'walk'];

for (const name of ARGV.length ? ARGV : MODULES)
    await import(`./test-${name}.js`);
System.exit(await run());
