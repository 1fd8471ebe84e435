# SPDX-License-Identifier: LGPL-2.1-or-later
"""The four questions, of a partnership and of a view, and everything their answers give."""

import datetime
import json
import unittest

from harness import DEAL_AT, Charter, GObject, every_kind, telling

UTC = datetime.timezone.utc
AT = datetime.datetime(2026, 1, 10, 12, tzinfo=UTC)
LATER = "2026-01-14T21:00:00Z"
SOON = "2026-01-18T21:00:00Z"


def instants(value):
    return value.get_at() == "2026-01-10T12:00:00Z" and value.at == AT


class Questions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.partnership = every_kind()
        cls.view = cls.partnership.get_view()

    def both(self, name, *args, **named):
        """The answer of the view, which is that of the partnership."""
        answer = getattr(self.view, name)(*args, **named)
        same = getattr(self.partnership, name)(*args, **named)
        if isinstance(answer, str):
            self.assertEqual(answer, same)
        elif hasattr(answer, "to_dict"):
            self.assertEqual(answer.to_dict(), same.to_dict())
        else:
            self.assertEqual([item.to_dict() for item in answer],
                             [item.to_dict() for item in same])
        return answer

    def walk_reasons(self, reasons):
        for reason in reasons:
            self.assertIsInstance(reason, Charter.Reason)
            self.assertTrue(reason.code and reason.message)
            self.assertTrue(reason.dup_localized_message())
            self.assertIsInstance(reason.clause, (str, type(None)))
            for i in range(reason.n_entries):
                self.assertGreaterEqual(reason.get_entry(i), 1)
            self.walk_reasons(reason.reasons)

    def test_may(self):
        verdict = self.both("may", "p-ana", "vote", "grant", "2026-01-05T15:00:00Z")
        self.assertEqual(verdict.answer, Charter.Answer.ALLOWED)
        verdict = self.both("may", "p-ana", "vote", at=LATER, subject="idle")
        self.assertEqual((verdict.person, verdict.act, verdict.subject),
                         ("p-ana", "vote", "idle"))
        self.assertEqual(verdict.answer, Charter.Answer.DENIED)
        self.assertTrue(verdict.grounds and verdict.summary)
        self.assertEqual(verdict.at, datetime.datetime(2026, 1, 14, 21, tzinfo=UTC))
        self.assertEqual(set(verdict.to_dict()), {"answer", "changes", "grounds", "reasons"})
        self.walk_reasons(verdict.reasons)
        for ground in verdict.grounds:
            self.assertTrue(Charter.ground_explain(ground))
        self.assertIsNone(Charter.ground_explain("nothing"))
        self.assertIsNone(self.both("may", "p-ana", "see-papers", at=AT).subject)

    def test_decide(self):
        outcome = self.both("decide", "grant", AT)
        self.assertEqual((outcome.decision, outcome.state, outcome.result),
                         ("grant", Charter.DecisionState.OPEN, Charter.Result.PENDING))
        self.assertTrue(instants(outcome))
        self.assertEqual(outcome.get_count("for"), 2)
        self.assertEqual(outcome.get_count(Charter.Choice.ABSTAIN), 1)
        self.assertEqual(outcome.to_dict()["counts"]["for"], 2)
        self.walk_reasons(outcome.reasons)
        closed = self.both("decide", "grant", "2026-01-14T10:30:00Z")
        self.assertEqual(closed.result, Charter.Result.CARRIED)
        self.assertTrue(closed.quorate and closed.counted and closed.summary and closed.mode)
        for test in closed.tests:
            self.assertIsInstance(test, Charter.TestRow)
            self.assertTrue(test.id and test.left and test.compare and test.right)
            self.assertTrue(test.holds)
            self.assertIsNone(test.constituency)
        for name in ("turnout", "silent", "invalid", "quorum_base_count", "quorum_needed",
                     "quorum_counted", "margin_at_least", "margin_at_most"):
            self.assertIsInstance(getattr(closed, name), int, name)
        self.assertIsInstance(closed.recount, Charter.Result)
        self.assertEqual(closed.remedies, [])

    def test_electorate(self):
        electorate = self.view.electorate("grant", at=AT)
        self.assertEqual(electorate.decision, "grant")
        self.assertTrue(instants(electorate))
        body = electorate.to_dict()
        for name in ("papers", "discussion", "presence", "quorum", "vote"):
            self.assertEqual(getattr(electorate, name), body[name])
        self.assertFalse(electorate.indeterminate)
        electorate = self.partnership.as_of(39).electorate("grant", "2026-01-04T19:30:00Z")
        self.assertTrue(len(electorate.excluded))
        for excluded in electorate.excluded:
            self.assertTrue(excluded.who and excluded.ground and excluded.explanation)
            self.assertIn("vote", excluded.from_ + ["vote"])
            self.assertEqual(excluded.entry, 39)
            self.assertIsNone(excluded.party)

    def test_conflicts(self):
        view = telling(self.partnership)[1]
        conflicts = view.list_conflicts("deal", DEAL_AT)
        self.assertEqual([conflict.person for conflict in conflicts], ["p-ben"])
        listed = json.loads(Charter.Conflict.list_to_json(conflicts))
        self.assertEqual(listed, [conflict.to_dict() for conflict in conflicts])
        for conflict in [*conflicts, *view.list_interests("p-ben", DEAL_AT)]:
            self.assertEqual((conflict.person, conflict.party), ("p-ben", "acme"))
            self.assertTrue(conflict.kind and conflict.category and conflict.effect)
            self.assertIsInstance(conflict.path, list)
            self.assertEqual(conflict.entry, 27)
            self.assertFalse(conflict.ruled)
        excluded = view.electorate("deal", DEAL_AT).excluded
        self.assertEqual({one.ground for one in excluded}, {"conflict"})
        self.assertEqual({one.party for one in excluded}, {"acme"})

    def test_delegations(self):
        view = telling(self.partnership)[1]
        for answer in view.electorate("deal", DEAL_AT), view.decide("deal", DEAL_AT):
            falls, holds = answer.delegations
            self.assertEqual((falls.id, falls.delegator, falls.delegate, falls.final, falls.ground),
                             ("del-3", "north", "south", None, "conflict"))
            self.assertEqual((holds.id, holds.delegator, holds.delegate, holds.final, holds.ground),
                             ("del-2", "west", "north", "north", None))
            self.assertEqual((holds.entry, falls.entry), (31, 32))
            self.assertTrue(falls.explanation)
            self.assertIsNone(holds.explanation)
            self.assertEqual([row["id"] for row in answer.to_dict()["delegations"]],
                             ["del-3", "del-2"])

    def test_bundles(self):
        view = telling(self.partnership)[1]
        outcome = view.decide("deals", DEAL_AT)
        self.assertEqual((outcome.bundled, outcome.taken_out), (["stall"], ["deal"]))
        self.assertEqual(outcome.to_dict()["taken-out"], ["deal"])
        self.assertEqual(view.decide("stall", DEAL_AT).bundled, [])
        self.walk_reasons(outcome.reasons)

    def test_due(self):
        obligations = self.both("list_obligations", SOON)
        self.assertTrue(len(obligations))
        for obligation in obligations:
            self.assertIsInstance(obligation.state, Charter.ObligationState)
            self.assertIsInstance(obligation.due, datetime.date)
            self.assertTrue(obligation.what and obligation.summary)
            self.assertIsInstance(obligation.because, int)
        self.both("list_obligations", at=SOON, who="p-ana")
        until = self.both("list_obligations", at=SOON, until="2026-01-31")
        self.assertLessEqual(len(until), len(obligations))
        same = self.both("list_obligations", at=SOON, until=datetime.date(2026, 1, 31))
        self.assertEqual(len(until), len(same))

    def test_assess(self):
        assessment = self.both("assess", SOON)
        clauses = [finding.clause for finding in assessment]
        self.assertEqual(clauses, [clause.id for clause in self.partnership.get_charter(SOON)])
        self.assertEqual(sum(assessment.get_count(status)
                             for status in Charter.FindingStatus.__enum_values__.values()),
                         len(assessment))
        self.assertIs(assessment[clauses[0]].__class__, Charter.Finding)
        self.assertEqual(assessment[clauses[0]].to_dict(), assessment[0].to_dict())
        self.assertIn(clauses[0], assessment)
        self.assertNotIn("nothing", assessment)
        self.assertIsNone(assessment.find("nothing"))
        with self.assertRaises(KeyError):
            assessment["nothing"]
        for section in assessment.sections:
            self.assertTrue(section.id and section.title)
            self.assertIsInstance(section.get_count("upheld"), int)
        for finding in assessment:
            self.check_finding(finding)

    def check_finding(self, finding):
        self.assertEqual(finding.to_dict(), self.both("assess_clause", finding.clause,
                                                      SOON).to_dict())
        self.assertTrue(finding.summary and finding.section)
        self.assertIn(finding.to_dict()["status"], finding.status.value_nick)
        self.walk_reasons(finding.reasons)
        for i in range(finding.n_offending):
            self.assertGreaterEqual(finding.get_offending(i), 0)
            finding.get_offending_id(i)
        for i in range(finding.n_satisfying):
            self.assertGreaterEqual(finding.get_satisfying(i), 0)
            finding.get_satisfying_id(i)

    def test_compare(self):
        at = "2026-03-02T12:00:00Z"
        after = telling(self.partnership)[0].assess(at)
        changes = after.compare(self.partnership.as_of(96).assess(at))
        self.assertEqual([change.clause for change in changes], ["listening"])
        self.assertIs(changes[0].earlier.status, Charter.FindingStatus.NO_EVIDENCE)
        self.assertIs(changes[0].later.status, Charter.FindingStatus.UPHELD)
        self.assertEqual((changes[0].rose, changes[0].fell), (False, False))
        for measure in after["listening"].measures:
            self.assertTrue(measure.name and measure.value and measure.needed)
            self.assertEqual((measure.holds, measure.at_most), (True, False))
        acting = after["acting"]
        self.assertEqual((acting.get_offending_id(0), acting.get_satisfying_id(0)),
                         ("act-3", "act-1"))
        self.assertTrue(acting.get_offending(0) > acting.get_satisfying(0) > 0)
        self.assertEqual((acting.n_offending, acting.n_satisfying), (1, 1))

    def test_views(self):
        self.assertEqual(self.view.known, 101)
        self.assertEqual(self.partnership.as_of(3).known, 3)
        self.assertEqual(self.partnership.as_of(seq=0).known, 0)
        self.assertEqual(self.partnership.as_known("e-012").known, 12)
        self.assertEqual(self.partnership.as_known("12").known, 12)
        supposed = self.view.suppose([{"kind": "partner-left", "at": SOON, "by": "p-ana",
                                       "data": {"partner": "south"}}])
        self.assertIsInstance(supposed, Charter.View)
        self.assertNotEqual(supposed.dump(), self.view.dump())
        self.assertEqual(self.partnership.head, 101)
        self.assertIsInstance(self.view, GObject.Object)

    def test_describe(self):
        for name in ("north", "p-ana", "grant", "meet-1", "act-1"):
            told = json.loads(self.both("describe", name, SOON))
            self.assertIsInstance(told, dict)

    def test_none_before_a_charter(self):
        self.assertIsNone(self.partnership.get_charter("2020-01-01T00:00:00Z"))
        self.assertIsNone(Charter.Partnership().get_charter(AT))
        view = self.partnership.get_view()
        self.assertTrue(view.load())
        self.assertEqual(view.get_charter(SOON).id, self.partnership.get_charter(SOON).id)
        self.assertIsNone(self.partnership.as_of(1).get_charter(SOON))
        empty = Charter.Partnership()
        self.assertEqual((empty.id, empty.title, empty.zone, empty.damage, empty.clock),
                         (None,) * 5)
        self.assertIsNone(empty.get_entry("nothing"))
        self.assertEqual(len(empty.list_obligations(AT)), 0)

    def test_answers_outlive(self):
        verdict = every_kind().may("p-ana", "vote", "idle", LATER)
        self.walk_reasons(verdict.reasons)
        self.assertIsInstance(every_kind().assess(SOON)[0].to_dict(), dict)
