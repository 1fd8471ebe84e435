# SPDX-License-Identifier: LGPL-2.1-or-later
"""Recording, importing, exporting, and what the record says of itself."""

import json
import os
import tempfile
import unittest

from harness import Charter, Gio, every_kind, stream, submissions

NOON = "2026-03-02T12:00:00Z"


def exported(partnership, form):
    out = Gio.MemoryOutputStream.new_resizable()
    partnership.export(out, form)
    out.close()
    return out.steal_as_bytes().get_data().decode()


class Recording(unittest.TestCase):
    def test_every_kind(self):
        partnership = every_kind()
        self.assertEqual(partnership.head, 101)
        self.assertEqual(len({entry.kind for entry in partnership.entries}), 81)
        self.assertEqual((partnership.id, partnership.title, partnership.zone),
                         ("every", "Every kind", "Europe/London"))
        for entry, given in zip(partnership.entries, submissions()):
            self.assertEqual((entry.id, entry.kind, entry.by, entry.late),
                             (given["id"], given["kind"], given.get("by"), False))

    def test_submit_again(self):
        partnership = every_kind()
        entry = partnership.submit(submissions()[2])
        self.assertEqual((entry.seq, partnership.head), (3, 101))

    def test_record_many(self):
        partnership = Charter.Partnership()
        entries = partnership.record_many(submissions())
        self.assertEqual([entry.seq for entry in entries], list(range(1, 102)))
        lines = "\n".join(map(json.dumps, submissions()))
        self.assertEqual(len(Charter.Partnership().record_many(lines)), 101)

    def test_all_or_none(self):
        partnership = Charter.Partnership()
        with self.assertRaises(Charter.IdReused):
            partnership.record_many(submissions() + [dict(submissions()[2], id="again")])
        self.assertEqual(partnership.head, 0)
        self.assertEqual(len(partnership.entries), 0)

    def test_try(self):
        partnership = every_kind()
        self.assertIsNone(partnership.try_submission(submissions()[2]))
        refusal = partnership.try_submission(dict(submissions()[2], id="again"))
        self.assertIsInstance(refusal, Charter.Refusal)
        self.assertEqual(set(refusal.to_dict()), {"code", "path", "message"})
        self.assertEqual(refusal.to_dict(), {"code": refusal.code, "path": refusal.path,
                                             "message": refusal.message})
        self.assertEqual(partnership.head, 101)
        with self.assertRaises(Charter.Invalid):
            partnership.try_submission("{")

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "ours.charter")
            partnership = Charter.Partnership.create(path)
            partnership.record_many(submissions())
            dump = partnership.get_view().dump()
            other = Charter.Partnership.open(path)
            self.assertEqual(other.get_view().dump(), dump)
            reader = Charter.Partnership.open_read_only(path)
            self.assertTrue(reader.read_only)
            with self.assertRaises(Charter.ReadOnly):
                reader.submit(dict(submissions()[2], id="again"))
            other.record("asset-noted", NOON, "p-ana", of="south", area="food", text="A kitchen.")
            self.assertEqual((partnership.head, partnership.refresh(), partnership.head),
                             (101, 1, 102))
            with self.assertRaises(Charter.RecordError):
                Charter.Partnership.create(path)
            for store in (Charter.SqliteStore.open(path),
                          Charter.SqliteStore.open_read_only(path)):
                self.assertEqual(Charter.Partnership.new_for_store(store).head, 102)
                self.assertEqual((store.get_path(), store.get_read_only()),
                                 (store.path, store.read_only))
            self.assertFalse(Charter.SqliteStore.create(path + "2").read_only)

    def test_lines(self):
        partnership = every_kind()
        for form in ("submission", "record"):
            text = exported(partnership, form)
            self.assertEqual(len(text.splitlines()), 101)
            again = Charter.Partnership()
            if form == "record":
                self.assertEqual(again.import_(stream(text)), 101)
                self.assertEqual(exported(again, "record"), text)

    def test_progress(self):
        partnership = Charter.Partnership()
        seen = []
        partnership.connect("progress", lambda _, done, total: seen.append((done, total)))
        partnership.import_(stream(exported(every_kind(), "record")))
        self.assertTrue(seen)
        self.assertEqual(seen[-1][0], 101)

    def test_reveal(self):
        partnership = every_kind()
        concern = next(entry for entry in partnership.entries if entry.kind == "concern-raised")
        with self.assertRaises(Charter.RecordError):
            partnership.reveal(concern.id, "p-cem", NOON)
        told = json.loads(partnership.reveal(concern.id, "p-ana", NOON))
        self.assertEqual(told["text"], "It was unfair.")
        self.assertNotIn("text", concern.data)

    def test_redacted(self):
        entry = every_kind().get_entry("e-007")
        self.assertTrue(entry.redacted)
        self.assertEqual(entry.data["name"], {"redacted": True})

    def test_entries_outlive_the_partnership(self):
        entries = every_kind().entries
        self.assertEqual(entries[0].to_dict()["kind"], "partnership-founded")

    def test_identity(self):
        partnership = every_kind()
        self.assertIs(partnership.get_entry("e-003"), partnership.entries[2])
        self.assertIs(partnership.get_partner("north"), partnership.partners[0])


class Signals(unittest.TestCase):
    def test_order(self):
        partnership = Charter.Partnership()
        seen = []
        partnership.entries.connect("items-changed", lambda *change: seen.append(change[1:]))
        partnership.connect("notify::head", lambda self, _: seen.append(self.head))
        partnership.connect("notify::title", lambda self, _: seen.append(self.title))
        partnership.connect("entry-appended", lambda self, entry: seen.append(entry.seq))
        partnership.record_many(submissions()[:3])
        self.assertEqual(seen, [(0, 0, 3), "Every kind", 3, 1, 2, 3])

    def test_busy(self):
        partnership = Charter.Partnership()
        seen = []

        def append(self, entry):
            try:
                self.submit(submissions()[1])
            except Charter.Busy as error:
                seen.append((error, self.head))
        partnership.connect("entry-appended", append)
        partnership.submit(submissions()[0])
        self.assertEqual((len(seen), seen[0][1], partnership.head), (1, 1, 1))

    def test_clock(self):
        partnership = Charter.Partnership()
        seen = []
        partnership.connect("notify::clock", lambda self, _: seen.append(self.get_clock()))
        partnership.clock = NOON
        partnership.clock = NOON
        partnership.clock = None
        self.assertEqual(seen, [NOON, None])
