// SPDX-License-Identifier: LGPL-2.1-or-later
// The written charter.

import Charter from 'gi://Charter?version=1';
import Gio from 'gi://Gio';
import Json from 'gi://Json';
import {data, describe, equal, fails, it, ok} from './harness.js';

const TEXT = data('tests/data/charters/full.json');
const MINIMAL = {charter: '1', id: 'm', title: 'M', version: '1', sections: []};
const FULL = Gio.File.new_for_uri(import.meta.url)
    .resolve_relative_path('../../../data/charters/full.json');

describe('document', () => {
    it('is read from anywhere', async () => {
        const documents = [
            Charter.Document.new_from_text(TEXT),
            Charter.Document.new_from_text(JSON.parse(TEXT)),
            Charter.Document.new_from_bytes(new TextEncoder().encode(TEXT)),
            Charter.Document.new_from_node(Json.from_string(TEXT)),
            Charter.Document.new_from_file(FULL, null),
            await Charter.Document.new_from_file_async(FULL),
        ];
        for (const document of documents) {
            equal(document.get_digest(), documents[0].digest);
            equal(document.toJSON(), JSON.parse(document.to_pretty()));
            equal(JSON.parse(Json.to_string(document.to_node(), false)), document.toJSON());
        }
    });

    it('can be walked', () => {
        const document = Charter.Document.new_from_text(TEXT);
        const clauses = [...document];
        equal(clauses.map(clause => clause.id), [...document.clauses].map(clause => clause.id));
        equal(clauses.length, [...document.sections].flatMap(section => [...section]).length);
        ok(clauses[0] === document.find_clause(clauses[0].id));
        equal([...Charter.Document.new_from_text(MINIMAL)], []);
    });

    it('has parts, by id', () => {
        const document = Charter.Document.new_from_text(TEXT);
        for (const [parts, find] of [['sections', 'find_section'], ['clauses', 'find_clause'],
            ['constituencies', 'find_constituency'], ['roles', 'find_role'],
            ['rules', 'find_rule'], ['cycles', 'find_cycle']]) {
            ok([...document[parts]].length > 0, parts);
            for (const part of document[parts])
                ok(document[find](part.id) === part, parts);
            equal(document[find]('nothing'), null);
        }
        equal(document.inForceFromDate.toISOString().slice(0, 10), document.in_force_from);
    });

    it('comes as a model', () => {
        const models = Charter.Document.list_models();
        equal(models.length, 5);
        for (const model of models) {
            for (const clause of Charter.Document.new_from_model(model)) {
                equal(clause.has_checks, clause.checks !== null);
                equal(clause.has_attestation, clause.dup_attestations() !== null);
            }
        }
        fails('NOT_FOUND', /nothing/, () => Charter.Document.new_from_model('nothing'));
    });

    it('says what is missing and what is wrong', () => {
        const document = Charter.Document.new_from_text(MINIMAL);
        equal([document.in_force_from, document.source, document.inForceFromDate],
            [null, null, null]);
        const faults = [...Charter.Document.check_text({...MINIMAL, versoin: '1'})];
        equal(faults.map(fault => [fault.path, fault.code]),
            [['/versoin', Charter.Error.FORMAT]]);
        fails('SYNTAX', /./, () => Charter.Document.new_from_text('['));
        fails(Gio.IOErrorEnum.NOT_FOUND, /./, () => Charter.Document.new_from_file(
            Gio.File.new_for_path('/nowhere/at/all'), null));
    });
});
