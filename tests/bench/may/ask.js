// SPDX-License-Identifier: LGPL-2.1-or-later
// "May P vote on D?" through GJS, against the same question written by hand in JavaScript and
// measured in the same run.
//
//   gjs -m ask.js [--check] FOLDER          with what `may --write SIZE FOLDER` wrote

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import System from 'system';

const ASKED = '2026-06-01T12:00:00Z';
const DAY = ASKED.slice(0, 10);
const PASSES = 5;
const check = ARGV[0] === '--check';
const folder = ARGV[ARGV.length - 1];
let missed = false;

function lines(name) {
    const [, bytes] = GLib.file_get_contents(`${folder}/${name}`);
    return new TextDecoder().decode(bytes).trim().split('\n');
}

// Maps and sets, and a walk from the parties concerned to their owners.
class ByHand {
    constructor() {
        [this.roles, this.interests, this.owners, this.about] = [0, 0, 0, 0].map(() => new Map());
        this.joined = [];
        const put = (map, key, value) => map.set(key, (map.get(key) ?? new Set()).add(value));
        const takes = {
            'person-joined': data => this.joined.push(data.id),
            'role-given': data => (data.until ?? '9999') >= DAY &&
                put(this.roles, data.person, data.role),
            'interest-declared': data => put(this.interests, data.person, data.party),
            'link-stated': data => put(this.owners, data.to, data.from),
            'decision-proposed': data => this.about.set(data.id, data.about),
        };
        for (const line of lines('record.jsonl')) {
            const {kind, data} = JSON.parse(line);
            takes[kind]?.(data);
        }
    }

    may(person, decision) {
        const roles = this.roles.get(person);
        if (!roles?.has('mandate') || !roles.has('voting') || roles.has('suspended'))
            return false;
        const mine = this.interests.get(person);
        const [left, seen] = [[...this.about.get(decision)], new Set()];
        while (left.length) {
            const party = left.pop();
            if (seen.has(party))
                continue;
            seen.add(party);
            if (mine?.has(party))
                return false;
            for (const owner of this.owners.get(party) ?? [])
                left.push(owner);
        }
        return true;
    }
}

function median(call, n) {
    const times = [];
    call();
    for (let i = 0; i < PASSES; i++) {
        const start = GLib.get_monotonic_time();
        call();
        times.push((GLib.get_monotonic_time() - start) / n);
    }
    return times.sort((a, b) => a - b)[Math.floor(PASSES / 2)];
}

function tell(what, value, base, goal) {
    const ratio = base / value;
    print(`${what.padEnd(46)} ${value.toFixed(3).padStart(9)} us, by hand ${
        base.toFixed(3).padStart(9)} us, ${ratio.toFixed(2).padStart(8)} times as fast${
        goal ? ` (goal: at least ${goal})` : ''}`);
    missed ||= check && goal !== undefined && ratio < goal;
}

const partnership = new Charter.Partnership();
partnership.clock = '2026-01-05T09:00:00Z';
partnership.import(Gio.File.new_for_path(`${folder}/record.jsonl`).read(null), null);
const question = partnership.get_view().prepare('vote', ASKED);
const hand = new ByHand();
const questions = lines('questions.txt').map(line => line.split(' '));
for (const [person, decision, mask] of questions) {
    const right = mask === '0';
    if (hand.may(person, decision) !== right || question.allows(person, decision) !== right)
        throw new Error(`${person} on ${decision}: the answer is ${mask}`);
}
const handles = questions.map(([person, decision]) =>
    [question.find(person), question.find(decision)]);
const persons = hand.joined;
const decision = questions[0][1];
const yes = median(() => questions.forEach(([p, d]) => hand.may(p, d)), questions.length);

tell('yes or no, handles',
    median(() => handles.forEach(([p, d]) => question.allows_handles(p, d)), questions.length),
    yes, 1.5);
tell('yes or no, ids',
    median(() => questions.forEach(([p, d]) => question.allows(p, d)), questions.length), yes);
tell('everybody in one call, a person',
    median(() => question.answer_all(decision, null), persons.length),
    median(() => persons.forEach(p => hand.may(p, decision)), persons.length), 25);
System.exit(missed ? 1 : 0);
