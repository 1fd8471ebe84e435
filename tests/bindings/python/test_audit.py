# SPDX-License-Identifier: LGPL-2.1-or-later
"""Look before you sign, as a script sees it."""

import copy
import json
import unittest

from harness import Charter, Gio, GLib, every_kind, run_async

AT = "2026-03-01T09:00:00Z"
CHARTER = {
    "charter": "1", "id": "team", "title": "Team",
    "constituencies": [{"id": "lived"}, {"id": "learned"}],
    "rules": [{"id": "ordinary", "method": "majority", "amends-charter": True,
               "quorum": {"base": "members", "share": "1/2", "compare": ">"},
               "voters": ["constituency:lived", "constituency:learned"]}],
    "conflicts": {"remedies": ["adjourn"]},
    "sections": [{"id": "s", "title": "S", "clauses": [
        {"id": "fair", "kind": "value", "text": "We are fair.",
         "checks": [{"check": "voices-heard"}]}]}]}
VOTERS = [{"id": "north", "weight": 3, "constituencies": ["lived"]},
          {"id": "south", "constituencies": ["learned"]},
          {"id": "east", "constituencies": ["learned"]}]
await_ = Charter.await_


def document(**members):
    return Charter.Document.new_from_text({**copy.deepcopy(CHARTER), **members})


class Audit(unittest.TestCase):
    def test_anybody(self):
        audit = Charter.Audit.document(document())
        self.assertEqual(audit.kind, "anybody")
        self.assertIsNone(audit.at)
        self.assertEqual([finding.code for finding in audit], ["inquorate-after"])
        self.assertEqual(audit.get_count("note"), 1)
        self.assertEqual(audit.get_count(Charter.AuditSeverity.ERROR), 0)
        self.assertEqual(len(audit.powers), 0)
        self.assertEqual(audit.to_dict()["counts"], {"error": 0, "note": 1, "warning": 0})

    def test_finding(self):
        finding, = Charter.Audit.document(document())
        self.assertEqual(finding.severity, Charter.AuditSeverity.NOTE)
        self.assertIn("1 of 3, 1 of 4, 2 of 5", finding.message)
        self.assertEqual(finding.dup_localized_message(), finding.message)
        self.assertEqual(finding.dup_localized_suggestion(), finding.suggestion)
        self.assertEqual(finding.path, "/rules/0/quorum")
        self.assertEqual(finding.rules, ["ordinary"])
        self.assertEqual(finding.who, [])
        self.assertIsNone(finding.role)
        self.assertIsNone(finding.clause)
        self.assertEqual(len(finding.reasons), 0)
        self.assertEqual(finding.to_dict(), json.loads(finding.to_json()))
        self.assertEqual(finding.to_dict()["code"], "inquorate-after")

    def test_voters(self):
        audit = Charter.Audit.document(document(), VOTERS)
        self.assertEqual(audit.kind, "stated")
        dictator = next(finding for finding in audit if finding.code == "dictator")
        self.assertEqual(dictator.who, ["north"])
        north, south, _ = audit.powers
        self.assertEqual((north.rule, north.voter, north.weight), ("ordinary", "north", 3))
        self.assertEqual((north.shapley, north.banzhaf, north.penrose, north.swings),
                         ("1", "1", "1", "4"))
        self.assertTrue(north.blocks and north.decides)
        self.assertFalse(south.blocks or south.decides)
        self.assertEqual(south.swings, "0")
        self.assertEqual(Charter.Audit.document(document(), "3").kind, "number")
        self.assertEqual(Charter.Audit.document(document(), {"lived": 2, "others": 1}).kind, "stated")

    def test_voters_that_cannot_be_read(self):
        with self.assertRaisesRegex(Charter.RecordError, "/0: There is no role “king”"):
            Charter.Audit.document(document(), [{"roles": ["king"]}])
        with self.assertRaises(TypeError):
            Charter.Audit.document(document(), 3)

    def test_members(self):
        view = every_kind().get_view()
        audit = Charter.Audit.members(view, None, AT)
        self.assertEqual(audit.kind, "members")
        self.assertEqual(audit.get_at(), AT)
        self.assertTrue(audit.powers)
        other = Charter.Audit.members(view, document(), AT)
        self.assertNotEqual(other.to_dict()["charter"], audit.to_dict()["charter"])
        with self.assertRaises(Charter.RecordError):
            Charter.Audit.members(view, None, "2000-01-01T00:00:00Z")

    def test_compare(self):
        stricter = copy.deepcopy(CHARTER["rules"])
        stricter[0]["quorum"]["share"] = "2/3"
        change, = Charter.Audit.compare(document(rules=stricter), document())
        self.assertEqual((change.code, change.path), ("changed", "/rules/0/quorum/share"))
        self.assertEqual([reason.message for reason in change.reasons],
                         ["More must take part than before."])
        self.assertIsNone(change.suggestion)
        same = Charter.Audit.compare(document(), document())
        self.assertEqual((len(same), same.kind), (0, "changes"))
        self.assertTrue(same)

    def test_codes(self):
        codes = Charter.Audit.list_codes()
        self.assertEqual(codes, sorted(codes))
        self.assertIn("lockout", codes)

    def test_async(self):
        async def work():
            one = await await_(Charter.Audit.document_async, document(), VOTERS)
            self.assertEqual(one.to_json(), Charter.Audit.document(document(), VOTERS).to_json())
            view = every_kind().get_view()
            two = await await_(Charter.Audit.members_async, view, None, AT)
            self.assertEqual(two.to_json(), Charter.Audit.members(view, None, AT).to_json())
            with self.assertRaises(Charter.RecordError):
                await await_(Charter.Audit.members_async, view, None, "then")
            stopped = Gio.Cancellable()
            stopped.cancel()
            with self.assertRaises(GLib.Error) as caught:
                await await_(Charter.Audit.document_async, document(), cancellable=stopped)
            self.assertTrue(caught.exception.matches(Gio.io_error_quark(),
                                                     Gio.IOErrorEnum.CANCELLED))
        run_async(work())
