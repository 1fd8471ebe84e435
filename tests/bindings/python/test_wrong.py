# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whatever a script hands to any function: an answer or an exception, never a critical (they
are fatal here), and nothing is recorded."""

import unittest

import gi._gi as _gi
from gi._gi import Direction, EnumInfo, TypeTag
from harness import Charter, GLib, called, every_kind, python_name, samples, walk

TEXTS = ["", " ", "x", "nothing-here", "2026-01-10T12:00:00Z", "2026-02-30T00:00:00Z", "{}", "[]",
         '{"a": 1}', "[{}]", "[" * 200, "ä" * 300, "\n", "p-ana", "grant", "12", "-1", "1" * 40]
NUMBERS = [0, 1, -1, 7, 101, 102, 2**31 - 1]
LONG = [2**53, -2**62, 2**63 - 1]
FAILURES = (GLib.Error, TypeError, ValueError, OverflowError)


def junk(argument, i):
    kind = argument.get_type()
    tag = kind.get_tag()
    if tag in (TypeTag.UTF8, TypeTag.FILENAME):
        return TEXTS[i % len(TEXTS)]
    if tag == TypeTag.BOOLEAN:
        return bool(i % 2)
    if tag in (TypeTag.INT64, TypeTag.UINT64):
        return (NUMBERS + LONG)[i % len(NUMBERS + LONG)]
    if tag in (TypeTag.INT32, TypeTag.UINT32):
        return NUMBERS[i % len(NUMBERS)]
    if tag == TypeTag.ARRAY:
        return TEXTS[:i % 4]
    if tag == TypeTag.INTERFACE and isinstance(kind.get_interface(), EnumInfo):
        return i % 9
    return None


def functions():
    """Every function with arguments: its name, the function, its arguments."""
    things = {type(thing).__name__: thing for thing in samples()}
    things["Store"] = Charter.MemoryStore()
    repository = _gi.Repository.get_default()
    for owner, info in walk():
        name = python_name(info)
        if name.endswith(("_async", "_finish")) or name in ("create", "import_", "export"):
            continue
        found = repository.find_by_name("Charter", owner or name)
        if owner:
            found = next(one for one in found.get_methods() if one.get_name() == name)
        target = things.get(owner) if found.is_method() else getattr(Charter, owner or "", Charter)
        given = [one for one in found.get_arguments() if one.get_direction() != Direction.OUT]
        if given and target is not None:
            yield f"{owner}.{name}", getattr(target, name), given


class Wrong(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.called = set(called)

    @classmethod
    def tearDownClass(cls):
        """What junk happened to get through counts for nothing."""
        called.intersection_update(cls.called)

    def test_wrong_types(self):
        for name, function, given in functions():
            if all(one.get_type().get_tag() == TypeTag.BOOLEAN for one in given):
                continue
            for bad in (object(), {object()}, Charter):
                with self.subTest(f"{name} {bad!r}"), self.assertRaises((TypeError, ValueError)):
                    function(*[bad] * len(given))

    def test_junk(self):
        failed = 0
        for name, function, given in functions():
            for i in range(60):
                junks = [junk(one, i + j * (1 + i // 18)) for j, one in enumerate(given)]
                try:
                    function(*junks)
                except FAILURES:
                    failed += 1
                except Exception as error:
                    raise AssertionError(f"{name} {junks}") from error
        self.assertGreater(failed, 1000)

    def test_nothing_was_recorded(self):
        partnership = every_kind()
        for name in ("submit", "record_many", "try_submission"):
            for text in TEXTS:
                try:
                    getattr(partnership, name)(text)
                except Charter.RecordError:
                    pass
        self.assertEqual(partnership.head, 101)
