# SPDX-License-Identifier: LGPL-2.1-or-later
"""The written charter, as a sequence of clauses and otherwise."""

import json
import os
import tempfile
import unittest

from harness import DATA, Charter, Gio, GLib, run_async
import gi
gi.require_version("Json", "1.0")
from gi.repository import Json

FULL = os.path.join(DATA, "charters", "full.json")
with open(FULL, encoding="utf-8") as _file:
    TEXT = _file.read()
MINIMAL = {"charter": "1", "id": "m", "title": "M", "version": "1", "sections": []}


class Documents(unittest.TestCase):
    def test_reading(self):
        node = Json.from_string(TEXT)
        documents = [Charter.Document.new_from_text(TEXT),
                     Charter.Document.new_from_text(json.loads(TEXT)),
                     Charter.Document.new_from_bytes(GLib.Bytes.new(TEXT.encode())),
                     Charter.Document.new_from_node(node),
                     Charter.Document.new_from_file(Gio.File.new_for_path(FULL)),
                     run_async(Charter.await_(Charter.Document.new_from_file_async,
                                              Gio.File.new_for_path(FULL)))]
        for document in documents:
            self.assertEqual(document.digest, documents[0].digest)
            self.assertEqual(document.to_dict(), documents[0].to_dict())
            self.assertEqual(json.loads(Json.to_string(document.to_node(), False)),
                             document.to_dict())
            self.assertEqual(json.loads(document.to_pretty()), document.to_dict())

    def test_models(self):
        models = Charter.Document.list_models()
        self.assertEqual(len(models), 5)
        for model in models:
            document = Charter.Document.new_from_model(model)
            self.assertTrue(len(document) > 5 and document.title)
        with self.assertRaises(Charter.NotFound):
            Charter.Document.new_from_model("nothing")

    def test_sequence(self):
        document = Charter.Document.new_from_text(TEXT)
        self.assertEqual(len(document), len(document.clauses))
        self.assertEqual([clause.id for clause in document],
                         [clause.id for section in document.sections for clause in section])
        self.assertIs(document[0], document.clauses[0])
        self.assertIs(document[-1], document.clauses[len(document) - 1])
        self.assertEqual(document[0:2], [document[0], document[1]])
        first = document[0].id
        self.assertIs(document[first], document[0])
        self.assertIn(first, document)
        self.assertIn(document[0], document)
        self.assertNotIn("nothing", document)
        with self.assertRaises(KeyError):
            document["nothing"]
        with self.assertRaises(IndexError):
            document[len(document)]
        section = document.sections[0]
        self.assertIs(section[0], section.clauses[0])
        self.assertTrue(len(section))

    def test_truth(self):
        self.assertTrue(Charter.Document.new_from_text(MINIMAL))
        self.assertEqual(len(Charter.Document.new_from_text(MINIMAL)), 0)

    def test_parts(self):
        document = Charter.Document.new_from_text(TEXT)
        for parts, find in (("sections", document.find_section),
                            ("clauses", document.find_clause),
                            ("constituencies", document.find_constituency),
                            ("roles", document.find_role), ("rules", document.find_rule),
                            ("cycles", document.find_cycle)):
            with self.subTest(parts):
                self.assertTrue(len(getattr(document, parts)))
                for part in getattr(document, parts):
                    self.assertIs(find(part.id), part)
                self.assertIsNone(find("nothing"))
        self.assertEqual(document.format, "1")

    def test_clauses(self):
        document = Charter.Document.new_from_model("collaborative-working")
        for clause in document:
            self.assertIsInstance(clause.kind, Charter.ClauseKind)
            self.assertEqual(clause.has_checks, bool(clause.checks))
            self.assertEqual(clause.has_attestation, bool(clause.attestations))
            self.assertIn(clause, document.find_section(clause.section_id).clauses)

    def test_absent(self):
        document = Charter.Document.new_from_text(MINIMAL)
        for name in ("in_force_from", "source"):
            self.assertIsNone(getattr(document, name))
        self.assertEqual(document.zone, "UTC")

    def test_parts_outlive(self):
        clause = Charter.Document.new_from_text(TEXT)[0]
        self.assertTrue(clause.text)

    def test_faults(self):
        faults = Charter.Document.check_text({"charter": "1", "title": "T", "versoin": "1",
                                              "sections": []})
        self.assertTrue(len(faults) > 1)
        by_path = {fault.path: fault for fault in faults}
        self.assertEqual(by_path["/versoin"].code, Charter.Error.FORMAT)
        self.assertIn("version", by_path["/versoin"].suggestion or by_path["/versoin"].message)
        self.assertIsInstance(faults[0].line + faults[0].column, int)
        self.assertEqual(len(Charter.Document.check_text(MINIMAL)), 0)
        with self.assertRaises(Charter.Invalid):
            Charter.Document.new_from_text("[")

    def test_file_errors(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaises(GLib.Error) as caught:
                Charter.Document.new_from_file(Gio.File.new_for_path(folder + "/none"), None)
            self.assertFalse(isinstance(caught.exception, Charter.Invalid))
