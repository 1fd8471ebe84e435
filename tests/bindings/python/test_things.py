# SPDX-License-Identifier: LGPL-2.1-or-later
"""The things of a partnership: as objects, by id, as lists, and as they change."""

import datetime
import unittest

from harness import Charter, every_kind, submissions

# list, getter, an id, and the members that are None for it or for another of its sort
THINGS = [
    ("partners", "get_partner", "north", ()),
    ("persons", "get_person", "p-ana", ()),
    ("appointments", "get_appointment", "e-011", ("partner", "until")),
    ("decisions", "get_decision", "grant", ()),
    ("meetings", "get_meeting", "meet-1", ("cancelled",)),
    ("actions", "get_action", "act-1", ("decision", "dropped")),
    ("interests", "get_interest", "int-1", ("since", "until")),
    ("agreements", "get_agreement", "vision", ("version", "until")),
    ("objectives", "get_objective", "goal-1", ("owner",)),
    ("contributions", "get_contribution", "idea-1", ("about",)),
    ("concerns", "get_concern", "con-1", ()),
    ("needs", "get_need", "need-1", ()),
]


class Things(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.partnership = every_kind()

    def test_lists(self):
        for name, getter, thing_id, _ in THINGS:
            with self.subTest(name):
                things = getattr(self.partnership, name)
                self.assertIs(things, getattr(self.partnership, "get_" + name)())
                ids = [thing.id for thing in things]
                self.assertIn(thing_id, ids)
                self.assertIs(getattr(self.partnership, getter)(thing_id),
                              things[ids.index(thing_id)])
                self.assertIsNone(getattr(self.partnership, getter)("nothing"))

    def test_members(self):
        for name, getter, thing_id, absent in THINGS:
            with self.subTest(name):
                thing = getattr(self.partnership, getter)(thing_id)
                self.assertIsInstance(thing.get_entry(), Charter.Entry)
                self.assertEqual(thing.to_dict().get("id", thing_id), thing_id)
                for member in absent:
                    self.assertIsNone(getattr(thing, member), member)
                    self.assertIsNone(getattr(thing, "get_" + member)(), member)

    def test_values(self):
        north = self.partnership.get_partner("north")
        self.assertEqual((north.name, north.sector, north.weight, north.public_body,
                          north.current, north.left, north.redacted, north.group),
                         ("North Trust", "voluntary", 1, False, True, None, False, None))
        west = self.partnership.get_partner("west")
        self.assertEqual(west.left, datetime.datetime(2026, 1, 19, 11,
                                                      tzinfo=datetime.timezone.utc))
        cem = self.partnership.get_person("p-cem")
        self.assertEqual((cem.name, cem.handle, cem.partners, cem.constituencies, cem.expertise),
                         ("Cem", "cem", ["west"], ["lived"], []))
        ben = self.partnership.get_person("p-ben")
        self.assertEqual((ben.name, ben.redacted), (None, True))
        self.assertEqual(self.partnership.find_person("ana"), "p-ana")
        self.assertIsNone(self.partnership.find_person("nobody"))
        role = self.partnership.get_appointment("e-012")
        self.assertEqual((role.role, role.person, role.partner, role.held),
                         ("representative", "p-ana", "north", True))
        self.assertIsInstance(role.from_, datetime.date)
        grant = self.partnership.get_decision("grant")
        self.assertEqual((grant.state, grant.title, grant.text, grant.rule),
                         (grant.get_state_at("2026-01-18T12:00:00Z"), "A grant", "Give 400.",
                          "ordinary"))
        self.assertEqual(grant.get_state_at(datetime.date(2026, 1, 5).isoformat() + "T14:00:00Z"),
                         Charter.DecisionState.OPEN)
        self.assertIsInstance(grant.result, Charter.Result)

    def test_outlive(self):
        partner = every_kind().get_partner("north")
        self.assertEqual(partner.name, "North Trust")

    def test_change(self):
        partnership = Charter.Partnership()
        seen = []
        for entry in submissions():
            partnership.clock = entry["at"]
            partnership.submit(entry)
            if entry["id"] == "e-003":
                north = partnership.get_partner("north")
                north.connect("notify", lambda _, pspec: seen.append(pspec.name))
                partners = partnership.partners
                partners.connect("items-changed", lambda *change: seen.append(change[1:]))
            if entry["id"] == "e-034":
                grant = partnership.get_decision("grant")
                grant.connect("notify::state",
                              lambda self, _: seen.append(self.state.value_nick))
        self.assertIn((1, 0, 1), seen)
        self.assertIn("open", seen)
        self.assertIn("closed", seen)
        self.assertEqual(partners.get_n_items(), 3)
