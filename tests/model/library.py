# SPDX-License-Identifier: LGPL-2.1-or-later
"""The library's answers, asked through the Python binding."""

import json
import os
import sys
from fractions import Fraction

ROOT = os.environ.get("CHARTER_SOURCE") or os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
OVERRIDES = os.path.join(ROOT, "bindings", "python", "gi", "overrides")

import gi
import gi.overrides

gi.overrides.__path__ = [OVERRIDES] + [path for path in gi.overrides.__path__
                                       if os.path.abspath(path) != OVERRIDES]
gi.require_version("Charter", "1")
from gi.repository import Charter, GLib

assert os.path.samefile(sys.modules["gi.overrides.Charter"].__file__,
                        os.path.join(OVERRIDES, "Charter.py"))
GLib.log_set_always_fatal(GLib.LogLevelFlags.LEVEL_ERROR | GLib.LogLevelFlags.LEVEL_CRITICAL)


def read(text):
    return json.loads(text, parse_float=Fraction)


def found(scenario):
    """A record in memory under the scenario's charter, as the runner of scenario files does it;
    and the entries that it refused, by their place, with the message."""
    partnership = Charter.Partnership()
    at = scenario["entries"][0]["at"]
    partnership.set_clock(at)
    charter = scenario["charter"]
    partnership.submit({"kind": "partnership-founded", "at": at, "data": {
        "id": "scenario", "title": charter["title"], "origin": "scenario.example/record",
        "zone": charter.get("calendar", {}).get("zone", "UTC"), "format": "1"}})
    partnership.submit({"kind": "charter-adopted", "at": at, "data": {"charter": charter}})
    refused, clock = {}, at
    for place, entry in enumerate(scenario["entries"]):
        if entry["at"] > clock:
            clock = entry["at"]
            partnership.set_clock(clock)
        try:
            partnership.submit(entry)
        except Charter.RecordError as error:
            refused[place] = error.message
    return partnership, refused


def decide(view, decision, at):
    return read(view.decide(decision, at).to_json())


def spelled(value):
    """Fractions that are decimals as JSON has them."""
    return int(value) if value.denominator == 1 else float(value)


def count(case):
    """What the library counts; the words of its refusal where it refuses."""
    try:
        election = Charter.Election.new_from_json(json.dumps(case, default=spelled))
        return read(election.count(None, None, None).to_json())
    except GLib.Error as error:
        return error.message
