# SPDX-License-Identifier: LGPL-2.1-or-later
"""Rankings that a script has in memory become an election in one call."""

import unittest

from harness import Charter, GLib

OPTIONS = ["Lease", "Buy", "Wait"]


def election(ranks, options=OPTIONS):
    return Charter.Election.new_rankings(options, GLib.Bytes.new(bytes(ranks)))


class Rankings(unittest.TestCase):
    def test_bytes_are_ballots(self):
        made = election([1, 0, 255] * 3 + [0, 1, 1] * 2)
        self.assertEqual(made.get_options(), OPTIONS)
        self.assertEqual(made.get_n_ballots(), 5)
        count = made.count("schulze", None, None)
        self.assertEqual(count.get_winners(), ["Buy"])

    def test_only_the_order_counts(self):
        self.assertEqual(election([7, 3, 255, 9, 9, 1]).to_json(), election([1, 0, 255, 1, 1, 0]).to_json())

    def test_what_is_no_election_is_refused(self):
        for code, ranks, options in ((Charter.Error.VALUE, [0, 1], OPTIONS),
                                     (Charter.Error.VALUE, [0, 1], ["Buy", "Buy"]),
                                     (Charter.Error.LIMIT, [], [str(i) for i in range(256)])):
            with self.assertRaises(GLib.Error) as caught:
                election(ranks, options)
            self.assertTrue(caught.exception.matches(Charter.error_quark(), code), caught.exception)
