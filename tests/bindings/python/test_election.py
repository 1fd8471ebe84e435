# SPDX-License-Identifier: LGPL-2.1-or-later
"""Elections and their counts, as a script has them."""

import array
import json
import os
import unittest

from harness import DATA, Charter, GLib, GObject, Gio

CITIES = ["Memphis", "Nashville", "Chattanooga", "Knoxville"]
BALLOTS = [(42, "Memphis Nashville Chattanooga Knoxville"),
           (26, "Nashville Chattanooga Knoxville Memphis"),
           (15, "Chattanooga Knoxville Nashville Memphis"),
           (17, "Knoxville Chattanooga Nashville Memphis")]


def tennessee():
    election = Charter.Election.new(CITIES)
    for count, ranking in BALLOTS:
        ballot = {"count": count, "ranking": [[city] for city in ranking.split()]}
        assert election.add_ballot(json.dumps(ballot))
    return election


def counted(case, method=None, **params):
    election = Charter.Election.new_from_json(json.dumps(case))
    return election.count(method, json.dumps(params) if params else None, None)


class Election(unittest.TestCase):
    def test_made_of_options(self):
        election = tennessee()
        self.assertEqual(list(election.get_options()), CITIES)
        self.assertEqual(list(election.options), CITIES)
        self.assertEqual((election.n_ballots, election.get_n_ballots()), (100, 100))
        self.assertIsNone(election.get_method())
        self.assertIsNone(election.method)
        with self.assertRaisesRegex(Charter.Invalid, "twice"):
            Charter.Election.new(["a", "a"])

    def test_there_and_back(self):
        with open(os.path.join(DATA, "elections", "stv-dessert.json"), encoding="utf-8") as text:
            election = Charter.Election.new_from_json(text.read())
        again = Charter.Election.new_from_json(election.to_json())
        self.assertEqual(again.to_json(), election.to_json())
        self.assertEqual(election.get_method(), "stv")
        self.assertEqual(list(again.count(None, None, None).get_elected()),
                         ["Chocolate", "Orange", "Strawberry"])

    def test_bad_ballots(self):
        election = tennessee()
        for ballot, words in ((dict(ranking=[["Memphis"], ["Memphis"]]), "/ranking/1/0.*twice"),
                              (dict(ranking=[["Paris"]]), "/ranking/0/0.*none of the options"),
                              (dict(ranking=[], weight=-1), "/weight.*at least 0"),
                              (dict(ranking=[], count=0), "/count.*at least 1"),
                              (dict(ranking=[], weight=2**63 - 1), "2\\^63"),
                              (dict(choice="yes"), "cast in another"),
                              (dict(), "exactly one")):
            with self.assertRaisesRegex(GLib.Error, words):
                election.add_ballot(json.dumps(ballot))
        self.assertEqual(election.n_ballots, 100)

    def test_can_be_stopped(self):
        stop = Gio.Cancellable()
        stop.cancel()
        with self.assertRaises(GLib.Error) as raised:
            tennessee().count("schulze", None, stop)
        self.assertTrue(raised.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


class Count(unittest.TestCase):
    def test_layers_and_reasons(self):
        count = tennessee().count("ranked-pairs", '{"strength": "margins"}', None)
        self.assertIsInstance(count, GObject.Object)
        self.assertEqual((count.get_method(), count.method), ("ranked-pairs", "ranked-pairs"))
        self.assertEqual((count.get_winners(), count.winners), (["Nashville"], ["Nashville"]))
        self.assertEqual(count.get_n_layers(), count.n_layers)
        self.assertEqual([count.dup_layer(i) for i in range(count.n_layers + 1)],
                         [["Nashville"], ["Chattanooga"], ["Knoxville"], ["Memphis"], []])
        self.assertEqual((count.get_unique(), count.unique), (True, True))
        self.assertEqual((count.get_indeterminate(), count.indeterminate), (False, False))
        self.assertEqual(count.get_summary(), "The winner is “Nashville”, by the method ranked-pairs.")
        self.assertEqual(count.summary, count.get_summary())
        reasons = [reason.message for top in count.get_reasons() for reason in top.reasons]
        self.assertIn("“Nashville” over “Memphis”: 58 to 42 votes.", reasons)
        self.assertEqual(count.reasons[0].code, "won")
        self.assertEqual(json.loads(count.to_json())["condorcet_winner"], "Nashville")

    def test_pairwise(self):
        count = tennessee().count("schulze", None, None)
        votes = array.array("q", count.dup_pairwise().get_data())
        self.assertEqual(votes.tolist(), [0, 42, 42, 42, 58, 0, 68, 68, 58, 32, 0, 83, 58, 32, 17, 0])
        approved = counted({"options": ["a"], "ballots": [{"approves": ["a"]}]}, "approval")
        self.assertIsNone(approved.dup_pairwise())

    def test_graph(self):
        case = {"options": ['"\\<&\n', "b"], "ballots": [{"ranking": [["b"]]}]}
        self.assertEqual(counted(case, "copeland").to_dot(),
                         'digraph defeats {\n  rankdir=TB;\n  node [shape=box];\n'
                         '  n0 [label="\\"\\\\<&amp; \\n-1"];\n  n1 [label="b\\n1", peripheries=2];\n'
                         '  n1 -> n0 [label="1 : 0"];\n}\n')

    def test_seats(self):
        count = tennessee().count("stv", '{"seats": 2}', None)
        self.assertEqual(count.get_elected(), ["Memphis", "Nashville"])
        self.assertEqual(count.elected, count.get_elected())
        self.assertEqual(count.n_layers, 0)

    def test_decision(self):
        case = {"options": ["yes", "no"], "ballots": [{"choice": "yes", "count": 2}, {"choice": "no"}]}
        test = {"id": "most", "kind": "share", "base": "cast", "fraction": [2, 3], "compare": "gt"}
        count = counted(case, "decision", tests=[test])
        self.assertEqual((count.get_adopted(), count.get_failed()), (False, ["most"]))
        self.assertEqual((count.adopted, count.failed), (False, ["most"]))
        self.assertTrue(counted(case, "decision", tests=[{**test, "compare": "ge"}]).adopted)

    def test_nobody(self):
        count = Charter.Election.new(["a", "b"]).count("schulze", None, None)
        self.assertEqual(count.winners, [])
        self.assertEqual(count.summary, "There is no winner: nobody voted.")

    def test_methods_are_named(self):
        for method, params, words in (("schulz", None, "schulze"), (None, None, "names no method"),
                                      ("stv", "{", "line 1"), ("stv", '{"seats": 0}', "/seats"),
                                      ("stv", '{"seat": 1}', "seats"), ("score", None, "rankings"),
                                      ("irv", '{"order": ["Memphis"]}', "all options")):
            with self.assertRaisesRegex(GLib.Error, words):
                tennessee().count(method, params, None)


if __name__ == "__main__":
    unittest.main()
