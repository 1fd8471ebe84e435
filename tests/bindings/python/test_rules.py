# SPDX-License-Identifier: LGPL-2.1-or-later
"""What an outcome tells of objections, dissent, means and the clauses it serves."""

import unittest

from harness import Charter, consent

AFTER = "2026-02-01T09:00:00Z"


class Rules(unittest.TestCase):
    def setUp(self):
        self.outcome = consent().decide("plan", AFTER)

    def test_blocked(self):
        self.assertEqual(self.outcome.result, Charter.Result.BLOCKED)
        self.assertEqual(self.outcome.summary, "Blocked: the objection of south stands.")
        self.assertEqual([(test.id, test.left, test.compare, test.right, test.holds)
                          for test in self.outcome.tests], [("no-objection", "1", "<=", "0", False)])
        self.assertEqual((self.outcome.margin_at_least, self.outcome.margin_at_most), (1, 1))

    def test_dissent(self):
        rows = [(row.who, row.person, row.choice, row.reasoned, row.objection, row.stands)
                for row in self.outcome.dissent]
        self.assertEqual(rows, [
            ("south", "p-south", Charter.Choice.OBJECT, True, None, True),
            ("west", "p-west", Charter.Choice.STAND_ASIDE, False, None, False),
            ("east", "p-east", Charter.Choice.OBJECT, True, "o-1", False)])
        self.assertEqual([row.entry for row in self.outcome.dissent],
                         sorted(row.get_entry() for row in self.outcome.dissent))
        self.assertEqual([row["who"] for row in self.outcome.to_dict()["dissent"]],
                         ["south", "west", "east"])

    def test_getters(self):
        for row in self.outcome.get_dissent():
            self.assertEqual((row.get_who(), row.get_person(), row.get_choice()),
                             (row.who, row.person, row.choice))
            self.assertEqual((row.get_reasoned(), row.get_objection(), row.get_stands()),
                             (row.reasoned, row.objection, row.stands))

    def test_serves(self):
        self.assertEqual([(clause.id, clause.text) for clause in self.outcome.serves],
                         [("honesty", "We are honest.")])
        self.assertEqual(len(self.outcome.get_serves()), 1)

    def test_mean(self):
        self.assertEqual((self.outcome.quorum_base, self.outcome.quorum_base_count,
                          self.outcome.get_quorum_base_exact(), self.outcome.quorum_needed),
                         ("mean-attendance", 2, "8/3", 2))
        self.assertEqual(self.outcome.quorum_base_exact, "8/3")
