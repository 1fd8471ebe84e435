# SPDX-License-Identifier: LGPL-2.1-or-later
"""Memory does not grow with the number of calls."""

import gc
import os
import unittest

from harness import Charter, every_kind

CALLS = 20000
AT = "2026-01-10T12:00:00Z"
PAGE = os.sysconf("SC_PAGESIZE")


def resident():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * PAGE


@unittest.skipIf(os.environ.get("CHARTER_SANITIZED"), "a sanitizer keeps what was freed")
class Slope(unittest.TestCase):
    def slope(self, call, calls=CALLS):
        for _ in range(calls // 10):
            call()
        gc.collect()
        before = resident()
        for _ in range(calls):
            call()
        gc.collect()
        return (resident() - before) / calls

    def test_calls(self):
        partnership = every_kind()
        view = partnership.get_view()
        charter = partnership.get_charter(AT)
        text = charter.to_json()

        def refuse():
            try:
                partnership.record("partner-joined", AT, "p-ana", id="north", name="North")
            except Charter.RecordError:
                pass
        entry, decision = partnership.entries[46], partnership.get_decision("grant")
        for name, call, calls in (
                ("may", lambda: view.may("p-ana", "vote", "grant", AT), CALLS),
                ("reasons", lambda: list(view.may("p-ana", "vote", "grant", AT).reasons), CALLS),
                ("decide", lambda: view.decide("grant", AT).to_json(), CALLS),
                ("electorate", lambda: view.electorate("grant", AT).vote, CALLS),
                ("assess", lambda: view.assess(AT)[0].summary, 2000),
                ("due", lambda: list(view.list_obligations(AT)), 2000),
                ("register", lambda: [row.due for row in view.list_register(AT)], 2000),
                ("refused", refuse, CALLS),
                ("to_dict", entry.to_dict, CALLS),
                ("properties", lambda: (entry.at, entry.data, decision.closes, decision.state),
                 CALLS),
                ("models", lambda: [person.partners for person in partnership.persons], CALLS),
                ("document", lambda: Charter.Document.new_from_text(text)[0], 2000),
                ("partnership", Charter.Partnership, CALLS)):
            with self.subTest(name):
                self.assertLess(self.slope(call, calls), 16)
