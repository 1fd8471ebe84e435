# SPDX-License-Identifier: LGPL-2.1-or-later
"""List models read as Python sequences."""

import unittest

from harness import Charter, Gio, GObject, every_kind

NOON = "2026-01-10T12:00:00Z"


class Models(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.partnership = every_kind()

    def models(self):
        partnership = self.partnership
        view = partnership.get_view()
        charter = partnership.get_charter(NOON)
        outcome = partnership.decide("grant", NOON)
        return {
            "entries": partnership.entries, "partners": partnership.partners,
            "persons": partnership.persons, "decisions": partnership.decisions,
            "clauses": charter.clauses, "rules": charter.rules, "sections": charter.sections,
            "obligations": partnership.list_obligations(NOON), "tests": outcome.tests,
            "assessment": partnership.assess(NOON),
            "excluded": view.electorate("grant", NOON).excluded,
            "delegations": outcome.delegations,
            "recorded": Charter.Partnership().record_many("[]"),
            "faults": Charter.Document.check_text("[]"),
        }

    def test_sequences(self):
        for name, model in self.models().items():
            with self.subTest(name):
                self.assertIsInstance(model, Gio.ListModel)
                self.assertEqual(len(model), model.get_n_items())
                self.assertEqual(list(model), [model.get_item(i) for i in range(len(model))])
                self.assertEqual(model[:], list(model))
                self.assertIsNone(model.get_item(len(model)))
                with self.assertRaises(IndexError):
                    model[len(model)]
                for item in model:
                    self.assertIsInstance(item, model.get_item_type().pytype)
                if len(model):
                    self.assertEqual(model[-1], model[len(model) - 1])
                    self.assertIn(model[0], model)

    def test_item_types(self):
        for name, cls in (("entries", Charter.Entry), ("partners", Charter.Partner),
                          ("obligations", Charter.Obligation), ("assessment", Charter.Finding),
                          ("excluded", Charter.Exclusion), ("faults", Charter.Fault),
                          ("delegations", Charter.Delegation)):
            self.assertEqual(self.models()[name].get_item_type(), cls.__gtype__, name)

    def test_truth(self):
        """Lists are true if there is something in them, an assessment is always."""
        self.assertFalse(Charter.Partnership().entries)
        self.assertTrue(self.partnership.entries)
        self.assertTrue(self.partnership.assess(NOON))

    def test_keep_identity(self):
        entries = self.partnership.entries
        kept = entries[5]
        self.assertIs(entries[5], kept)
        self.assertIs(self.partnership.entries, entries)

    def test_in_a_filter(self):
        """GLib's own models work on top of ours."""
        model = Gio.ListStore.new(GObject.Object)
        for entry in self.partnership.entries:
            model.append(entry)
        self.assertEqual(len(model), 101)
