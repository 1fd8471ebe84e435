# SPDX-License-Identifier: LGPL-2.1-or-later
"""The typed calls: one partnership told through them is the same as one told in JSON."""

import json
import os
import unittest

from harness import ROOT, Charter, every_kind, submissions, without_salts

with open(os.path.join(ROOT, "tests", "bindings", "calls.json"), encoding="utf-8") as file:
    CALLS = json.load(file)


def arguments(entry, members, data):
    """What a typed call takes: the members that it names, and what is left."""
    for member in members:
        if member == "by":
            yield entry.get("by")
        elif member == "data.by":
            yield data.pop("by")
        elif member == "charter":
            yield Charter.Document.new_from_text(data.pop("charter"))
        elif member == "entry":
            yield IDS[data.pop("entry")]
        else:
            yield data.pop(member, None)


IDS = {}


def tell(partnership, entry):
    partnership.clock = entry["at"]
    data = dict(entry["data"])
    if entry["kind"] not in CALLS:
        told = partnership.record(entry["kind"], entry["at"], entry.get("by"), data)
    else:
        name, *members = CALLS[entry["kind"]]
        given = list(arguments(entry, members, data))
        if entry["kind"] == "partnership-founded":
            del data["format"]
        told = getattr(partnership, name)(entry["at"], *given, data or None)
    IDS[entry["id"]] = told.id
    return told


class Calls(unittest.TestCase):
    def test_same(self):
        partnership = Charter.Partnership()
        told = [tell(partnership, entry) for entry in submissions()]
        for entry, other in zip(told, every_kind().entries):
            with self.subTest(entry.kind):
                told, other = entry.to_dict(), other.to_dict()
                for members in (told, other):
                    members.pop("id")
                    members["data"].pop("entry", None)
                    members["data"].pop("id", None)
                self.assertEqual(without_salts(told), without_salts(other))
        self.assertEqual(partnership.head, 101)

    def test_as_keywords(self):
        """Further members of a typed call are keywords, as in record ()."""
        partnership = Charter.Partnership()
        for entry in submissions()[:46]:
            partnership.submit(entry)
        entry = partnership.cast_ballot("2026-01-05T15:00:00Z", "p-ana", "grant", "ana", "for",
                                        reason="It helps.", for_="north")
        self.assertEqual(entry.data, {"choice": "for", "decision": "grant", "for": "north",
                                      "reason": "It helps.", "voter": "p-ana"})
        with self.assertRaises(Charter.Invalid):
            partnership.cast_ballot("2026-01-05T15:00:00Z", "p-ana", "grant", "ana", "for",
                                    colour=1)
