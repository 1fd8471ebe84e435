// SPDX-License-Identifier: LGPL-2.1-or-later
// Ballots as text, as a script reads and writes them.

import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Charter from 'gi://Charter?version=1';
import {describe, equal, fails, it} from './harness.js';

const ABIF = '=Memph:[Memphis, TN]\n=Nash:[Nashville, TN]\n42:Memph>Nash\n58:Nash>Memph\n';
const FOLDER = Gio.File.new_for_uri(import.meta.url).get_parent()
    .resolve_relative_path('../../data/elections-text').get_path();
const FORMATS = ['cef', 'blt', 'abif', 'preflib', 'csv', 'csv-options', 'json'];

function read(text, format = null) {
    return Charter.Election.new_from_text(new TextEncoder().encode(text), format);
}

describe('ballots as text', () => {
    it('are read', () => {
        const election = read(ABIF);
        equal([election.get_format(), election.get_form(), election.get_method()], ['abif', 'ranking', null]);
        equal([election.format, election.form], ['abif', 'ranking']);
        equal(election.get_options(), ['Memphis, TN', 'Nashville, TN']);
        equal(election.get_n_ballots(), 100);
        equal(election.count('schulze', null, null).get_winners(), ['Nashville, TN']);
        equal(Charter.Election.new(['A']).get_format(), null);
        equal(read('3:A/1>B/0\n', 'abif-scores').get_form(), 'scores');
    });

    it('have faults with a place', () => {
        fails('VALUE', /^Line 1, column 5: Ballot 1: /, () => read('3:A>A'));
        fails('VALUE', /^There is no format “xml”/, () => read('A', 'xml'));
        fails('SYNTAX', /^Line 1, column 2: There is a zero byte/, () => read('1\0', 'blt'));
    });

    it('stand in files', () => {
        for (const [name, winner] of [['schulze-01.soc', 'D'], ['tennessee.abif', 'Nashville, TN']]) {
            const election = Charter.Election.new_from_file(`${FOLDER}/${name}`, null);
            equal(election.count('schulze', null, null).get_winners(), [winner]);
        }
        let caught = null;
        try {
            Charter.Election.new_from_file(`${FOLDER}/nowhere.blt`, null);
        } catch (error) {
            caught = error;
        }
        equal(caught?.matches(GLib.file_error_quark(), GLib.FileError.NOENT), true);
    });

    it('are written', () => {
        const election = Charter.Election.new_from_file(`${FOLDER}/schulze-01.blt`, null);
        for (const name of FORMATS)
            equal(read(election.to_text(name)).count('schulze', null, null).get_winners(), ['D']);
        fails('REFUSED', /^BLT cannot write scores$/, () => read('form,A\nscores,1\n', 'csv').to_text('blt'));
        fails('VALUE', /only read/, () => election.to_text('debian'));
    });
});
