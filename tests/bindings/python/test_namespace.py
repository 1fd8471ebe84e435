# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is in the namespace, and nothing else."""

import keyword
import os
import unittest

from harness import ROOT, Charter, GIRepository, GObject

ERRORS = ["Busy", "Damaged", "IdReused", "Invalid", "NotFound", "PermissionRefused", "ReadOnly",
          "RecordError", "Refused", "Stale", "StoreFailed", "TooNew"]


def classes():
    for name in dir(Charter):
        item = getattr(Charter, name)
        if isinstance(item, type) and issubclass(item, GObject.Object):
            yield item


class Namespace(unittest.TestCase):
    def test_names(self):
        """The names are those of names.txt: no macro has leaked, nothing has vanished."""
        repository = GIRepository.Repository.get_default()
        infos = [repository.get_info("Charter", i)
                 for i in range(repository.get_n_infos("Charter"))]
        names = [info.get_name() for info in infos
                 if info.get_type() != GIRepository.InfoType.STRUCT]
        with open(os.path.join(ROOT, "tests", "bindings", "names.txt"), encoding="utf-8") as file:
            self.assertEqual(file.read().split(), names)

    def test_structs(self):
        repository = GIRepository.Repository.get_default()
        for i in range(repository.get_n_infos("Charter")):
            info = repository.get_info("Charter", i)
            if info.get_type() == GIRepository.InfoType.STRUCT:
                self.assertTrue(info.get_name().endswith(("Class", "Interface")), info.get_name())

    def test_additions(self):
        for name in ERRORS:
            self.assertTrue(issubclass(getattr(Charter, name), Charter.RecordError))
            self.assertEqual(getattr(Charter, name).__module__, "gi.repository.Charter")
            self.assertTrue(getattr(Charter, name).__doc__)
        self.assertTrue(callable(Charter.await_))
        self.assertEqual(Charter.Error.quark(), Charter.error_quark())
        self.assertEqual(Charter.MemoryStore.new().dup_head(), "")

    def test_every_class(self):
        """Only stores and partnerships are made by programs; the rest says so."""
        for cls in classes():
            with self.subTest(cls.__name__):
                if cls in (Charter.MemoryStore, Charter.Partnership):
                    self.assertIsInstance(cls(), cls)
                else:
                    with self.assertRaisesRegex(TypeError, cls.__name__):
                        cls()

    def test_properties_are_attributes(self):
        for cls in classes():
            for pspec in cls.list_properties():
                name = pspec.name.replace("-", "_")
                name += "_" if keyword.iskeyword(name) else ""
                with self.subTest(f"{cls.__name__}.{name}"):
                    self.assertIsInstance(getattr(cls, name), property)

    def test_read_only_properties(self):
        partnership = Charter.Partnership()
        with self.assertRaises(AttributeError):
            partnership.title = "Ours"

    def test_every_enum_has_spellings(self):
        for name in dir(Charter):
            item = getattr(Charter, name)
            if isinstance(item, type) and issubclass(item, GObject.GEnum):
                for value in item.__enum_values__.values():
                    self.assertRegex(value.value_nick, "^[a-z]+(-[a-z]+)*$")
