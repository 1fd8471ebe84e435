# SPDX-License-Identifier: LGPL-2.1-or-later
"""The type stub names what is there, and nothing else."""

import ast
import os
import unittest

from harness import ROOT, Charter, GObject

STUB = os.path.join(ROOT, "bindings", "python", "gi-stubs", "repository", "Charter.pyi")


def named(body):
    return {node.name: node for node in body
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))}


def public(item, base):
    return {name for name in vars(item) if not name.startswith("_")
            and not name.startswith("do_") and name != "props" and not hasattr(base, name)}


class Stubs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(STUB, encoding="utf-8") as file:
            cls.stub = named(ast.parse(file.read()).body)

    def test_namespace(self):
        names = {name for name in dir(Charter) if not name.startswith("_")
                 and not name.endswith(("Class", "Interface"))}
        self.assertEqual(set(self.stub), names, "run bindings/python/make-stubs.py")

    def test_classes(self):
        for name, node in self.stub.items():
            item = getattr(Charter, name)
            if isinstance(item, type) and issubclass(item, (GObject.Object, GObject.GInterface)):
                names = {part for part in named(node.body) if not part.startswith("_")}
                with self.subTest(name):
                    self.assertEqual(names, public(item, GObject.Object),
                                     "run bindings/python/make-stubs.py")

    def test_enums(self):
        for name, node in self.stub.items():
            item = getattr(Charter, name)
            if isinstance(item, type) and issubclass(item, GObject.GEnum):
                values = [part.target.id for part in node.body if isinstance(part, ast.AnnAssign)]
                self.assertEqual(values, [value.value_nick.upper().replace("-", "_")
                                          for value in item.__enum_values__.values()])
