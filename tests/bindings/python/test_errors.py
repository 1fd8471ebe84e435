# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every error that matters, by its class, its code and its words."""

import os
import tempfile
import unittest

from harness import Charter, Gio, GLib, every_kind, stream, submissions

NOON = "2026-03-02T12:00:00Z"


class Errors(unittest.TestCase):
    def fails(self, cls, code, words, call, *args, **named):
        with self.assertRaises(cls) as caught:
            call(*args, **named)
        error = caught.exception
        self.assertIsInstance(error, GLib.Error)
        self.assertIs(type(error), cls)
        self.assertTrue(error.matches(Charter.error_quark(), getattr(Charter.Error, code)))
        self.assertRegex(error.message, words)
        self.assertEqual(str(error), error.message)
        self.assertIn(cls.__name__, repr(error))

    def test_codes(self):
        partnership = every_kind()
        partnership.clock = NOON
        record = partnership.record
        self.fails(Charter.Invalid, "SYNTAX", ".", record, "asset-noted", NOON, "p-ana", "{")
        self.fails(Charter.Invalid, "LIMIT", ".", record, "asset-noted", NOON, "p-ana",
                   "[" * 100 + "]" * 100)
        self.fails(Charter.Invalid, "FORMAT", "^/data.*colour", record, "asset-noted", NOON,
                   "p-ana", of="south", text="…", area="x", colour="red")
        self.fails(Charter.Invalid, "VALUE", ".", record, "asset-noted", "yesterday", "p-ana",
                   of="south", text="…", area="x")
        self.fails(Charter.Invalid, "REFERENCE", "nowhere", record, "asset-noted", NOON, "p-ana",
                   of="nowhere", text="…", area="x")
        self.fails(Charter.Invalid, "TIME", ".", record, "asset-noted", "2099-01-01T00:00:00Z",
                   "p-ana", of="south", text="…", area="x")
        self.fails(Charter.IdReused, "ID_REUSED", "north", record, "partner-joined", NOON,
                   "p-ana", id="north", name="North")
        self.fails(Charter.PermissionRefused, "PERMISSION", "p-cem|p-dee", record, "asset-noted",
                   NOON, "p-dee", of="south", text="…", area="x")
        self.fails(Charter.Refused, "REFUSED", ".", record, "ballot-cast", NOON, "p-ana",
                   decision="grant", voter="p-ana", choice="for")
        self.fails(Charter.NotFound, "NOT_FOUND", "102", partnership.as_of, 102)
        self.fails(Charter.NotFound, "NOT_FOUND", "nothing", partnership.as_known, "nothing")
        self.assertEqual(partnership.head, 101)

    def test_questions(self):
        partnership = every_kind()
        self.fails(Charter.NotFound, "NOT_FOUND", "nothing", partnership.decide, "nothing", NOON)
        self.fails(Charter.NotFound, "NOT_FOUND", "nothing", partnership.assess_clause, "nothing",
                   NOON)
        self.fails(Charter.NotFound, "NOT_FOUND", "nothing", partnership.describe, "nothing", NOON)
        for ask in (partnership.assess, partnership.list_obligations, partnership.get_charter):
            self.fails(Charter.Invalid, "VALUE", "no instant", ask, "2026-02-30T10:00:00Z")

    def test_versions(self):
        self.fails(Charter.TooNew, "VERSION", "2", Charter.Document.new_from_text,
                   {"charter": "2", "id": "x", "title": "X", "version": "1"})

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x.charter")
            self.fails(Charter.NotFound, "NOT_FOUND", "x.charter", Charter.Partnership.open, path)
            with open(path, "w", encoding="utf-8") as file:
                file.write("This is no record at all, but it is long enough to be one. " * 99)
            self.fails(Charter.Damaged, "DAMAGED", ".", Charter.Partnership.open, path)

    def test_other_domains(self):
        with self.assertRaises(GLib.Error) as caught:
            Charter.Partnership().import_(Gio.File.new_for_path("/").read())
        self.assertNotIsInstance(caught.exception, Charter.RecordError)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(),
                                                 Gio.IOErrorEnum.IS_DIRECTORY))

    def test_raising(self):
        """What a script raises has the code of its class."""
        for cls, code in ((Charter.Stale, "STALE"), (Charter.StoreFailed, "STORE"),
                          (Charter.Invalid, "VALUE"), (Charter.NotFound, "NOT_FOUND")):
            self.fails(cls, code, "so", lambda cls=cls: (_ for _ in ()).throw(cls("so")))

    def test_hierarchy(self):
        self.assertTrue(issubclass(Charter.PermissionRefused, Charter.Refused))
        self.assertTrue(issubclass(Charter.Stale, Charter.StoreFailed))
        self.assertTrue(issubclass(Charter.Refused, Charter.RecordError))

    def test_lines_are_named(self):
        lines = '{"kind": "partnership-founded"}\n'
        self.fails(Charter.Invalid, "FORMAT", "^Line 1: ", Charter.Partnership().import_,
                   stream(lines))
        good = submissions()[0]
        self.fails(Charter.Invalid, "FORMAT", "^/1", Charter.Partnership().record_many,
                   [good, {"kind": "partner-joined"}])
