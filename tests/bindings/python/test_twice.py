# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every method without arguments and every property, twice, with the garbage collected in
between: what is freed once too often shows here. Criticals are fatal."""

import gc
import unittest

from harness import Charter, GIRepository, python_name, samples, walk


def free_of_arguments(info):
    """A method that needs nothing and does nothing but tell."""
    return GIRepository.function_info_get_flags(info) & GIRepository.FunctionInfoFlags.IS_METHOD \
        and GIRepository.callable_info_get_n_args(info) == 0 and info.get_name() != "refresh"


def look(thing, value):
    if hasattr(value, "get_n_items"):
        value = [item for item in value][:3]
    return repr(value)


class Twice(unittest.TestCase):
    def test_everything(self):
        methods = {}
        for owner, info in walk():
            if owner and free_of_arguments(info):
                methods.setdefault(owner, []).append(python_name(info))
        seen = {}
        for thing in samples():
            name = type(thing).__name__
            if seen.get(name, 0) < 12:
                seen[name] = seen.get(name, 0) + 1
                calls = methods.get(name, []) + (methods["Store"] if "Store" in name else [])
                self.check(thing, calls)
        classes = {owner for owner, _ in walk() if owner and hasattr(Charter, owner)
                   and hasattr(getattr(Charter, owner), "props")}
        self.assertEqual(classes - set(seen), {"SqliteStore"})

    def check(self, thing, methods):
        first = [look(thing, getattr(thing, name)()) for name in methods]
        values = [look(thing, thing.get_property(pspec.name)) for pspec in thing.list_properties()]
        gc.collect()
        again = [look(thing, getattr(thing, name)()) for name in methods]
        gc.collect()
        self.assertEqual([one.split(" object")[0] for one in first],
                         [one.split(" object")[0] for one in again])
        self.assertEqual(len(values), len([thing.get_property(pspec.name)
                                           for pspec in thing.list_properties()]))
