# SPDX-License-Identifier: LGPL-2.1-or-later
"""Conflicts along the links of the record, as a script sees them."""

import json
import unittest

from harness import Charter, every_kind, family_business

VOTING = "2026-01-08T12:00:00Z"
AFTER = "2026-02-01T09:00:00Z"


class Conflicts(unittest.TestCase):
    def setUp(self):
        self.partnership = family_business()
        self.view = self.partnership.get_view()

    def test_shortest_path_and_holdings(self):
        conflicts = list(self.partnership.as_of(11).list_conflicts("grant", VOTING))
        self.assertEqual([one.person for one in conflicts], ["p-ana"])
        one = conflicts[0]
        self.assertEqual((one.party, one.kind, one.via, one.share),
                         ("acme", "direct", "substantial-interest", "21/100"))
        self.assertEqual((one.path, one.exemption, one.withheld), (["p-ana", "acme"], None, False))
        held = {holding.holder: (holding.share, holding.path) for holding in one.holdings}
        self.assertEqual(held, {"p-ana": ("3/25", ["p-ana", "acme"]),
                                "n-cora": ("9/100", ["n-cora", "acme"])})
        body = one.to_dict()
        self.assertEqual(body["links"][0]["id"], "l-own")
        self.assertEqual(len(body["holdings"]), 2)

    def test_what_would_change_it(self):
        verdict = self.view.may("p-ana", "vote", "grant", VOTING)
        self.assertEqual((verdict.answer, verdict.grounds), (Charter.Answer.DENIED, ["conflict"]))
        self.assertIn("holding", [change.code for change in verdict.changes])
        self.assertEqual(verdict.to_dict()["changes"][0]["message"],
                         verdict.changes[0].message)
        self.assertEqual(verdict.reasons[len(verdict.reasons) - 1].code, "basis")

    def test_found_later(self):
        outcome = self.view.decide("grant", AFTER)
        self.assertEqual([one.person for one in outcome.flagged], ["p-ben"])
        self.assertEqual(self.view.list_flagged(AFTER), ["grant"])
        self.assertEqual(self.partnership.as_of(11).list_flagged(AFTER), [])
        with self.assertRaises(Charter.Invalid):
            self.view.list_flagged("yesterday")

    def test_presets(self):
        presets = Charter.Document.list_presets()
        self.assertEqual(len(presets), 5)
        for preset in presets:
            self.assertIn("paths", json.loads(Charter.Document.get_preset(preset)))
        with self.assertRaises(Charter.NotFound):
            Charter.Document.get_preset("charities-act-2012")

    def test_names_of_parties(self):
        view = every_kind().get_view()
        self.assertEqual(view.dup_party_name("north"), "North Trust")
        self.assertIsNone(view.dup_party_name("nobody"))
