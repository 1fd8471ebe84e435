# SPDX-License-Identifier: LGPL-2.1-or-later
"""Choices among options, as a script sees them."""

import hashlib
import json
import unittest

from harness import Charter, GLib, choices

VOTING = "2026-01-09T09:00:00Z"
AFTER = "2026-02-01T09:00:00Z"


def draw(charter, decision, ballots, options):
    """The order that doc/options.md says follows."""
    seed = hashlib.sha256("\0".join(["charter-lot-1", charter, decision, ballots]).encode()).hexdigest()
    words, order = [], sorted(options)
    for counter in range(100):
        block = hashlib.sha256(f"{seed}\0{counter}".encode()).digest()
        words += [int.from_bytes(block[i:i + 8], "big") for i in range(0, 32, 8)]
    for i in range(len(order), 1, -1):
        last = (2 ** 64 - 1) - (2 ** 64 - 1) % i
        while words[0] >= last:
            words.pop(0)
        k = words.pop(0) % i
        order[k], order[i - 1] = order[i - 1], order[k]
    return seed, order


class Options(unittest.TestCase):
    def setUp(self):
        self.partnership = choices()

    def test_a_lot_can_be_drawn_again(self):
        outcome = self.partnership.decide("hall", AFTER)
        self.assertEqual(outcome.result, Charter.Result.CARRIED)
        first, lot = outcome.ties
        self.assertEqual((first.step, sorted(first.tied), sorted(first.left)),
                         ("first-ranks", ["river", "town"], ["river", "town"]))
        self.assertEqual((first.order, first.seed, first.person), ([], None, None))
        ballots = "".join(
            json.dumps(data, sort_keys=True, separators=(",", ":")) + "\n"
            for data in (json.loads(entry.to_json())["data"] for entry in self.partnership.entries
                         if entry.kind == "ballot-cast")
            if data["decision"] == "hall")
        self.assertEqual(lot.ballots, hashlib.sha256(ballots.encode()).hexdigest())
        seed, order = draw(lot.charter, lot.decision, lot.ballots, ["town", "river", "school"])
        self.assertEqual((lot.step, lot.charter, lot.decision, lot.seed, lot.order),
                         ("lot", "choices", "hall", seed, order))
        winner = next(one for one in order if one != "school")
        self.assertEqual((outcome.winners, lot.left), ([winner], [winner]))

    def test_each_option_has_its_numbers(self):
        outcome = self.partnership.decide("route", AFTER)
        self.assertEqual((outcome.winners, outcome.ranking, outcome.vacancies, outcome.tied),
                         (["north"], ["north", "neither"], 0, []))
        north, south, neither = outcome.options
        self.assertEqual((north.id, north.votes_for, north.votes_against, north.first),
                         ("north", 2, 1, 2))
        self.assertEqual((north.quorum_needed, north.quorum_counted, north.quorate, north.won),
                         (2, 2, True, True))
        self.assertEqual((north.place, neither.place, south.place), (1, 2, 0))
        self.assertEqual((south.dropped, north.dropped, north.score), ("quorum", None, None))
        self.assertEqual((neither.votes_for, neither.quorum_needed), (0, 0))
        self.assertEqual([(test.id, test.option, test.holds) for test in outcome.tests],
                         [("ahead", "north", True), ("ahead", "south", False)])
        answer = outcome.to_dict()
        self.assertEqual(answer["options"][1]["dropped"], "quorum")
        self.assertTrue(answer["count"]["winners"])

    def test_a_margin_says_who_is_chosen_then_and_why_no_fewer(self):
        outcome = self.partnership.decide("hall", AFTER)
        self.assertEqual((outcome.margin_at_least, outcome.margin_at_most), (1, 1))
        self.assertRegex(outcome.margin_change, "^1 voter casting for (.*) alone: then \\1 is chosen$")
        self.assertEqual(outcome.margin_because, "no change takes fewer than one voter")
        self.assertEqual(outcome.get_margin_because(), outcome.to_dict()["margin"]["because"])

    def test_ballots_are_lists_and_dicts(self):
        cast = self.partnership.cast_ballot
        self.partnership.clock = VOTING
        cast(VOTING, None, "route", "p-d", None, {"ranking": ["south", ["north", "neither"]]})
        cast(VOTING, None, "hall", "p-d", None, {"approves": ["school"]})
        cast(VOTING, None, "paint", "p-a", None, {"scores": {"blue": 5, "green": 1}})
        cast(VOTING, None, "paint", "p-b", None, {"scores": {"green": 4}})
        self.assertEqual(self.partnership.decide("hall", AFTER).options[2].votes_for, 2)
        paint = self.partnership.decide("paint", AFTER)
        self.assertEqual(paint.result, Charter.Result.TIED)
        self.assertEqual((paint.winners, paint.tied), ([], ["blue", "green"]))
        self.assertEqual([(one.id, one.score) for one in paint.options],
                         [("blue", "5"), ("green", "5")])
        self.partnership.clock = AFTER
        self.partnership.record("casting-vote-given", AFTER, None,
                                {"decision": "paint", "person": "p-e", "choice": "green"})
        paint = self.partnership.decide("paint", AFTER)
        self.assertEqual((paint.winners, paint.ties[0].person), (["green"], "p-e"))

    def test_what_is_wrong_is_said_with_its_path(self):
        for decision, more, told in (
                ("route", {"ranking": ["north", "east"]}, "/data/ranking/1: “east”"),
                ("route", {"ranking": ["north", "north"]}, "/data/ranking/1"),
                ("hall", {"scores": {"town": 1}}, "/data/scores"),
                ("paint", {"scores": {"blue": 6}}, "/data/scores/blue")):
            with self.assertRaises(GLib.Error) as caught:
                self.partnership.clock = VOTING
                self.partnership.cast_ballot(VOTING, None, decision, "p-d", None, more)
            self.assertIn(told, caught.exception.message)

    def test_the_closing_keeps_it(self):
        before = self.partnership.decide("hall", AFTER).to_dict()
        self.partnership.clock = AFTER
        self.partnership.close_decision(AFTER, None, "hall")
        closed = self.partnership.decide("hall", AFTER)
        self.assertFalse(closed.disputed)
        for name in ("winners", "ranking", "options", "ties"):
            self.assertEqual(closed.to_dict()[name], before[name])
        self.assertEqual([step.order for step in closed.ties],
                         [step.get("order", []) for step in before["ties"]])
