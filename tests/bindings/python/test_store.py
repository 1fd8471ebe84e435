# SPDX-License-Identifier: LGPL-2.1-or-later
"""A store written in Python keeps a record like any other, also when it fails."""

import contextlib
import io
import json
import sys
import unittest

from harness import Charter, GLib, GObject, every_kind, run_async, submissions, without_salts


class DictStore(GObject.Object, Charter.Store):
    """Keeps everything in dicts."""

    def __init__(self):
        super().__init__()
        self.head, self.leaves, self.openings, self.seqs = "", [], {}, {}
        self.trouble = {}

    def meet_trouble(self, name):
        if name in self.trouble:
            raise self.trouble[name]

    def do_dup_head(self):
        self.meet_trouble("dup_head")
        return self.head

    def do_append(self, expected, ids, leaves, openings, head):
        self.meet_trouble("append")
        if expected != len(self.leaves):
            raise Charter.Stale(f"the record ends with {len(self.leaves)}, not {expected}")
        for entry_id, leaf in zip(ids, leaves):
            self.leaves.append(leaf)
            self.seqs[entry_id] = len(self.leaves)
        for opening in openings:
            self.openings[self.key(opening)] = opening
        self.head = head
        return True

    @staticmethod
    def key(opening):
        node = json.loads(opening)
        return node["seq"], node["pointer"]

    def do_read_leaves(self, first, last):
        self.meet_trouble("read_leaves")
        return self.leaves[first - 1:last]

    def do_read_openings(self, first, last):
        self.meet_trouble("read_openings")
        return [self.openings[key] for key in sorted(self.openings) if first <= key[0] <= last]

    def do_find_entry(self, entry_id):
        self.meet_trouble("find_entry")
        return self.seqs.get(entry_id, 0)

    def do_erase_openings(self, seq, pointers):
        self.meet_trouble("erase_openings")
        for pointer in pointers:
            self.openings.pop((seq, pointer), None)
        return True


class Stores(unittest.TestCase):
    def test_flow(self):
        store = DictStore()
        partnership = every_kind(store)
        for entry, other in zip(partnership.entries, every_kind().entries):
            self.assertEqual(without_salts(entry.to_dict()), without_salts(other.to_dict()))
        self.assertIs(partnership.store, store)
        again = Charter.Partnership.new_for_store(store)
        self.assertEqual(again.get_view().dump(), partnership.get_view().dump())
        self.assertEqual(again.get_partner("north").name, "North Trust")
        self.assertIsNone(again.get_person("p-ben").name)
        self.assertEqual([key for key in store.openings if key[0] == 7 and "name" in key[1]], [])

    def test_others_append(self):
        store = DictStore()
        one = every_kind(store)
        other = Charter.Partnership.new_for_store(store)
        one.clock = other.clock = "2026-03-02T12:00:00Z"
        more = ("asset-noted", "2026-03-02T12:00:00Z", "p-ana",
                {"of": "south", "area": "food", "text": "A kitchen."})
        other.record(*more)
        with self.assertRaises(Charter.Stale):
            one.record(*more)
        self.assertEqual((one.head, one.refresh()), (102, 0))
        one.record(*more)

    def test_async(self):
        partnership = Charter.Partnership.new_for_store(DictStore())
        entries = run_async(Charter.await_(partnership.record_many_async, submissions()))
        self.assertEqual(len(entries), 101)

    def test_called_as_an_interface(self):
        for store in (DictStore(), Charter.MemoryStore()):
            every_kind(store)
            self.assertTrue(store.dup_head())
            self.assertEqual(len(store.read_leaves(1, 1000)), 101)
            self.assertEqual(store.find_entry("e-003"), 3)
            self.assertEqual(store.find_entry("nothing"), 0)
            self.assertTrue(store.read_openings(3, 3))
            self.assertTrue(store.erase_openings(3, ["/data/name"]))
            self.assertFalse(store.read_openings(3, 3))
            with self.assertRaises(Charter.Stale):
                store.append(7, ["x"], ["{}"], [], "")
        store = DictStore()
        self.assertTrue(store.append(0, ["x"], ["{}"], [], "head"))

    def test_trouble(self):
        """An error of the store is passed on, any other exception is a failure of the store;
        either way nothing has happened."""
        for name in ("append",):
            for trouble, cls in ((Charter.StoreFailed("the shelf broke"), Charter.StoreFailed),
                                 (Charter.Stale("too late"), Charter.Stale),
                                 (ZeroDivisionError("oh"), Charter.StoreFailed)):
                store = DictStore()
                partnership = Charter.Partnership.new_for_store(store)
                partnership.submit(submissions()[0])
                store.trouble = {name: trouble}
                with self.subTest(f"{name} {trouble!r}"):
                    with quiet(), self.assertRaises(cls) as caught:
                        partnership.submit(submissions()[1])
                    if isinstance(trouble, GLib.Error):
                        self.assertIn(trouble.message, caught.exception.message)
                    self.assertEqual((partnership.head, len(store.leaves)), (1, 1))
                    store.trouble = {}
                    partnership.submit(submissions()[1])
                    self.assertEqual(partnership.head, 2)

    def test_trouble_opening(self):
        store = DictStore()
        every_kind(store)
        for name in ("dup_head", "read_leaves"):
            store.trouble = {name: ZeroDivisionError("oh")}
            with self.subTest(name), quiet(), self.assertRaises(Charter.StoreFailed):
                Charter.Partnership.new_for_store(store)


@contextlib.contextmanager
def quiet():
    """PyGObject prints exceptions that C cannot take."""
    hook, sys.excepthook = sys.excepthook, lambda *_: None
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            yield
    finally:
        sys.excepthook = hook
