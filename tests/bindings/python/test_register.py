# SPDX-License-Identifier: LGPL-2.1-or-later
"""The register of interests, as a script sees it."""

import csv
import datetime
import io
import json
import unittest

from harness import Charter, every_kind

UTC = datetime.timezone.utc
CHARTER = {
    "charter": "1", "id": "team", "title": "Team", "calendar": {"zone": "Europe/London"},
    "rules": [{"id": "ordinary", "method": "majority", "unit": "person"}],
    "conflicts": {"declare-within": "P28D", "confirm-every": "P1Y", "published-for": "P6M"},
    "sections": [{"id": "s", "title": "S", "clauses": [
        {"id": "fair", "kind": "value", "text": "We are fair."}]}]}
THEN = datetime.datetime(2026, 1, 5, 9, tzinfo=UTC)
NOW = datetime.datetime(2027, 3, 1, 12, tzinfo=UTC)


def team():
    partnership = Charter.Partnership()
    partnership.clock = NOW
    partnership.found(THEN, "team", "Team", "Europe/London", "team.example")
    partnership.record("charter-adopted", THEN, charter=CHARTER)
    for person in ("nia", "sam", "tom"):
        partnership.record("person-joined", THEN, id=person, name=f"Name of {person}")
    partnership.record("meeting-called", THEN, id="m-1", starts="2026-01-09T09:00:00Z",
                       purpose="Board")
    partnership.record("interest-declared", "2026-01-10T09:00:00Z", id="i-1", person="nia",
                       party="acme", party_name="=Acme", category="financial",
                       nature='Owns "half",\nhe says', since=datetime.date(2025, 4, 1),
                       until=datetime.date(2026, 12, 31), standing=True, meeting="m-1")
    partnership.record("interest-declared", "2026-01-11T09:00:00Z", id="i-2", person="nia",
                       party="hidden", category="indirect", nature="Secret", sensitive=True)
    partnership.record("interest-ended", "2026-02-01T09:00:00Z", interest="i-1")
    partnership.record("nothing-declared", "2026-02-03T09:00:00Z", person="sam")
    partnership.record("person-left", "2026-03-01T09:00:00Z", person="nia")
    return partnership


class Register(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.partnership = team()
        cls.view = cls.partnership.get_view()
        cls.rows = cls.view.list_register(at=NOW)

    def test_rows(self):
        self.assertEqual([(row.person, row.kind, row.interest) for row in self.rows],
                         [("nia", "declared", "i-1"), ("nia", "declared", "i-2"),
                          ("sam", "nothing", None), ("tom", "neither", None)])
        self.assertEqual([row.to_dict() for row in self.rows],
                         [row.to_dict() for row in self.partnership.list_register(NOW)])
        self.assertEqual([row.to_dict() for row in self.rows],
                         json.loads(Charter.register_to_json(self.rows)))

    def test_every_property(self):
        row = self.rows[0]
        expected = {
            "person": "nia", "person_name": "Name of nia", "kind": "declared", "interest": "i-1",
            "party": "acme", "party_name": "=Acme", "category": "financial",
            "nature": 'Owns "half",\nhe says', "redacted": False, "sensitive": False,
            "standing": True, "meeting": "m-1", "since": datetime.date(2025, 4, 1),
            "until": datetime.date(2026, 12, 31),
            "ended": datetime.datetime(2026, 2, 1, 9, tzinfo=UTC),
            "declared": datetime.datetime(2026, 1, 10, 9, tzinfo=UTC), "current": False,
            "published": False, "published_until": datetime.date(2026, 8, 1),
            "due": datetime.date(2026, 2, 7), "late": False, "confirm_by": None,
            "confirm_overdue": False, "left": datetime.datetime(2026, 3, 1, 9, tzinfo=UTC),
            "entry": 7}
        self.assertEqual({pspec.name.replace("-", "_") for pspec in row.list_properties()},
                         set(expected))
        for name, value in expected.items():
            self.assertEqual(getattr(row, name), value, name)
            raw = getattr(row, "get_" + name)()
            self.assertEqual(row.get_property(name.replace("_", "-")), raw, name)

    def test_withheld(self):
        row = self.rows[1]
        self.assertTrue(row.sensitive)
        self.assertEqual((row.party, row.party_name, row.category, row.nature), (None,) * 4)
        self.assertNotIn("hidden", row.to_json() + self.view.export_register(NOW, False))

    def test_late(self):
        nil, neither = self.rows[2], self.rows[3]
        self.assertEqual((nil.late, nil.due), (True, datetime.date(2026, 2, 2)))
        self.assertEqual((nil.confirm_by, nil.confirm_overdue),
                         (datetime.date(2027, 2, 3), True))
        self.assertEqual((neither.late, neither.due, neither.declared, neither.entry),
                         (True, datetime.date(2026, 2, 2), None, 0))
        self.assertEqual(repr(neither), "<Charter.RegisterEntry tom>")

    def test_erased(self):
        partnership = every_kind()
        partnership.clock = "2026-02-01T09:00:00Z"
        before = [row.nature for row in partnership.list_register("2026-01-18T21:00:00Z")]
        self.assertIn("Sister owns it.", before)
        partnership.record("entry-redacted", "2026-02-01T09:00:00Z", by="p-ana", entry="e-027",
                           members=["nature"], rule="retention")
        row = next(row for row in partnership.list_register("2026-01-18T21:00:00Z")
                   if row.interest == "int-1")
        self.assertEqual((row.nature, row.redacted, row.party), (None, True, "acme"))
        self.assertIn("(erased)", partnership.get_view().export_register(
            "2026-01-18T21:00:00Z", False))

    def test_known(self):
        self.assertEqual([row.kind for row in self.partnership.as_of(5).list_register(NOW)],
                         ["neither"] * 3)
        self.assertEqual(len(self.partnership.as_of(0).list_register(NOW)), 0)
        self.assertEqual(len(self.view.list_register("2026-01-01T00:00:00Z")), 0)
        with self.assertRaisesRegex(Charter.Invalid, "no instant"):
            self.view.list_register("soon")
        with self.assertRaisesRegex(Charter.Invalid, "no instant"):
            self.view.export_register("soon", True)

    def test_csv(self):
        text = self.view.export_register(NOW, False)
        self.assertEqual(text.count("\r\n"), 5)
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        self.assertEqual((rows[0]["Party name"], rows[0]["Nature"]),
                         ("'=Acme", 'Owns "half",\nhe says'))
        self.assertEqual((rows[0]["Left"], rows[0]["Ended"], rows[0]["General notice"]),
                         ("2026-03-01", "2026-02-01", "yes"))
        self.assertEqual([row["Late"] for row in rows], ["no", "no", "yes", "yes"])
        public = list(csv.DictReader(io.StringIO(
            self.view.export_register(at=NOW, only_published=True), newline="")))
        self.assertEqual([row["Declaration"] for row in public], ["nothing"])
        self.assertNotIn("Late", public[0])
