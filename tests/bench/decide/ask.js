// SPDX-License-Identifier: LGPL-2.1-or-later
// Counting through GJS, against the same calls from C, measured in the same run.
//
//   gjs -m ask.js [--check] FOLDER          with what `decide FOLDER` left there

import Charter from 'gi://Charter?version=1';
import GLib from 'gi://GLib';
import System from 'system';

const PASSES = 25;
const PASS = 1000;    // microseconds, at least
const [GOAL, AIM] = [0.8, 0.95];
const BULK = ['U-10x100k', 'R-10x100k', 'U-10x1M'];   // what the goals are for
const check = ARGV[0] === '--check';
const folder = ARGV[ARGV.length - 1];
let missed = false;

function read(path) {
    return GLib.file_get_contents(path)[1];
}

// CPU time of the thread that asks; no clock of GLib's tells it.  The kernel brings it up to date
// when the thread sleeps.
function now() {
    GLib.usleep(200);
    return Number(new TextDecoder().decode(read('/proc/thread-self/schedstat')).split(' ')[0]) / 1e3;
}

function orderOf(count) {
    return Array.from({length: count.get_n_layers()}, (_, i) => count.dup_layer(i)
        .map(name => Number(name.slice(1))).sort((a, b) => a - b).join('=')).join(' ');
}

// The least of the passes: what other load disturbs least.  A pass takes a millisecond or more, so that
// waking up is a small part of it.
function least(call, expected) {
    const times = [];
    const calls = Math.ceil(PASS / expected);
    for (let i = 0; i <= PASSES; i++) {
        System.gc();
        const start = now();
        for (let k = 0; k < calls; k++)
            call();
        times.push((now() - start) / calls);
    }
    return Math.min(...times);
}

function fromText(path) {
    return Charter.Election.new_from_file(path, 'cef').count('schulze', null, null);
}

function fromMemory(options, ranks) {
    return Charter.Election.new_rankings(options, ranks).count('schulze', null, null);
}

function verdict(name, share) {
    if (!BULK.includes(name))
        return '';
    return ` (goal: ${GOAL}, aim ${AIM}): ${
        share >= AIM ? 'aim reached' : share >= GOAL ? 'reached' : 'MISSED'}`;
}

for (const line of new TextDecoder().decode(read(`${folder}/figures.txt`)).trim().split('\n')) {
    const [name, n, text, memory, , ...rest] = line.split(' ');
    const options = Array.from({length: Number(n)}, (_, i) => `c${String(i).padStart(2, '0')}`);
    const ranks = new GLib.Bytes(read(`${folder}/${name}.ranks`));
    const path = `${folder}/${name}.cvotes`;
    for (const [what, base, call] of [
        ['text to result', Number(text), () => fromText(path)],
        ['ranks in memory to result', Number(memory), () => fromMemory(options, ranks)],
    ]) {
        const order = orderOf(call());
        if (order !== rest.join(' '))
            throw new Error(`${name}, ${what}: the order is ${order}`);
        const took = least(call, base);
        const share = base / took;
        print(`${name.padEnd(10)} ${what.padEnd(26)} ${took.toFixed(1).padStart(10)} us, from C ${
            base.toFixed(1).padStart(10)} us: ${share.toFixed(2).padStart(5)} of its speed${
            verdict(name, share)}`);
        missed ||= check && BULK.includes(name) && share < GOAL;
    }
}
System.exit(missed ? 1 : 0);
