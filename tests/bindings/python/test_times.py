# SPDX-License-Identifier: LGPL-2.1-or-later
"""The times of a decision, as a script sees them."""

import datetime
import unittest

from harness import Charter

UTC = datetime.timezone.utc
CHARTER = {
    "charter": "1", "id": "team", "title": "Team",
    "rules": [{"id": "ordinary", "method": "majority", "unit": "person",
               "admission": {"of": "seconded", "at-least": 1, "within": "P2D"},
               "early": {"on": "all-voted"},
               "time": {"discussion": "P1D", "reflection": "P2D", "open": "P7D",
                        "standstill": "P1D", "review": "P1Y"}}],
    "sections": [{"id": "s", "title": "S", "clauses": [
        {"id": "fair", "kind": "value", "text": "We are fair."}]}]}
THEN = datetime.datetime(2026, 1, 5, 9, tzinfo=UTC)
NOW = datetime.datetime(2026, 3, 1, 12, tzinfo=UTC)


def day(number, hour=9):
    return datetime.datetime(2026, 1, number, hour, tzinfo=UTC)


def team():
    partnership = Charter.Partnership()
    partnership.clock = NOW
    partnership.found(THEN, "team", "Team", "UTC", "team.example")
    partnership.record("charter-adopted", THEN, charter=CHARTER)
    for person in ("nia", "sam"):
        partnership.record("person-joined", THEN, id=person)
    for decision in ("grant", "idle"):
        partnership.record("decision-proposed", day(6), id=decision, title="T", rule="ordinary")
    partnership.record("decision-seconded", day(7), decision="grant", person="sam")
    partnership.record("decision-opened", day(10), decision="grant")
    for person in ("nia", "sam"):
        partnership.record("ballot-cast", day(11), decision="grant", voter=person, choice="for")
    partnership.record("decision-closed", day(11), decision="grant")
    return partnership


class Times(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.partnership = team()

    def outcome(self, decision, at):
        return self.partnership.decide(decision, at)

    def test_before(self):
        outcome = self.outcome("grant", day(7))
        self.assertEqual(outcome.state, Charter.DecisionState.DISCUSSION)
        self.assertEqual((outcome.get_discussion_until(), outcome.get_reflection_until()),
                         ("2026-01-08T09:00:00Z", "2026-01-10T09:00:00Z"))
        self.assertEqual((outcome.discussion_until, outcome.reflection_until), (day(8), day(10)))
        self.assertEqual((outcome.admission_needed, outcome.get_admission_needed()), (1, 1))
        self.assertEqual((outcome.admission_counted, outcome.get_admission_counted()), (1, 1))
        self.assertEqual((outcome.admission_until, outcome.get_admission_until()),
                         (day(8), "2026-01-08T09:00:00Z"))
        self.assertTrue(outcome.admission_holds and outcome.get_admission_holds())
        self.assertIsNone(outcome.standstill_until)
        self.assertIsNone(outcome.review_on)
        self.assertEqual(outcome.to_dict()["admission"],
                         {"counted": 1, "holds": True, "needed": 1,
                          "until": "2026-01-08T09:00:00Z"})
        self.assertIn("seconded", [reason.code for reason in outcome.reasons[0].reasons])

    def test_after(self):
        outcome = self.outcome("grant", day(11))
        self.assertEqual((outcome.state, outcome.closes),
                         (Charter.DecisionState.STANDSTILL, day(11)))
        self.assertEqual((outcome.standstill_until, outcome.get_standstill_until()),
                         (day(12), "2026-01-12T09:00:00Z"))
        self.assertEqual((outcome.review_on, outcome.get_review_on()),
                         (datetime.date(2027, 1, 11), "2027-01-11"))
        reviews = [item.due for item in self.partnership.list_obligations(NOW)
                   if item.what == "review"]
        self.assertEqual(reviews, [datetime.date(2027, 1, 11)])

    def test_lapsed(self):
        outcome = self.outcome("idle", day(8))
        self.assertEqual(outcome.state, Charter.DecisionState.PROPOSED)
        outcome = self.outcome("idle", day(8, 10))
        self.assertEqual(outcome.state, Charter.DecisionState.LAPSED)
        self.assertFalse(outcome.admission_holds)
        self.assertIsNone(outcome.discussion_until)
        self.assertEqual(outcome.reasons[0].code, "lapsed")
