# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the Python tests share: the local override first, TAP, and a list of calls that worked."""

import asyncio
import functools
import json
import os
import sys
import unittest

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
OVERRIDES = os.path.join(ROOT, "bindings", "python", "gi", "overrides")
DATA = os.path.join(ROOT, "tests", "data")

import gi
import gi.overrides

# PyGObject finds ours too, but after an installed one.
gi.overrides.__path__ = [OVERRIDES] + [path for path in gi.overrides.__path__
                                       if os.path.abspath(path) != OVERRIDES]
gi.require_version("Charter", "1")
gi.require_version("GIRepository", "2.0")
from gi._gi import FunctionInfo
from gi.repository import Charter, Gio, GIRepository, GLib, GObject

assert os.path.samefile(sys.modules["gi.overrides.Charter"].__file__,
                        os.path.join(OVERRIDES, "Charter.py"))
GLib.log_set_always_fatal(GLib.LogLevelFlags.LEVEL_ERROR | GLib.LogLevelFlags.LEVEL_CRITICAL)

# — calls that worked —

called = set()


def _record_calls(owner, name, function, is_static):
    key = (owner.__name__ if owner is not Charter else None, name)

    @functools.wraps(function, assigned=("__name__", "__doc__"), updated=("__dict__",))
    def call(*args, **named):
        result = function(*args, **named)
        called.add(key)
        return result
    setattr(owner, name, staticmethod(call) if is_static else call)


def walk():
    """Every function, constructor and method in the typelib, as (class or None, name)."""
    repository = GIRepository.Repository.get_default()
    for i in range(repository.get_n_infos("Charter")):
        info = repository.get_info("Charter", i)
        kind = info.get_type()
        if kind == GIRepository.InfoType.FUNCTION:
            yield None, info
        for name, of in (("object", GIRepository.InfoType.OBJECT),
                         ("interface", GIRepository.InfoType.INTERFACE),
                         ("enum", GIRepository.InfoType.ENUM)):
            if kind == of:
                count = getattr(GIRepository, f"{name}_info_get_n_methods")(info)
                get = getattr(GIRepository, f"{name}_info_get_method")
                yield from ((info.get_name(), get(info, j)) for j in range(count))


def python_name(info):
    return info.get_name() + "_" * (info.get_name() in ("import", "from"))


def watch():
    for of, info in list(walk()):
        owner = getattr(Charter, of) if of else Charter
        name = python_name(info)
        is_method = GIRepository.function_info_get_flags(info) \
            & GIRepository.FunctionInfoFlags.IS_METHOD
        function = vars(owner).get(name) if is_method else getattr(owner, name)
        _record_calls(owner, name, function, not is_method)


watch()

# — data —


def submissions():
    """One entry of every kind, as dicts."""
    with open(os.path.join(DATA, "every-kind.jsonl"), encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def every_kind(store=None):
    """A partnership in which everything has happened, recorded entry by entry."""
    partnership = Charter.Partnership.new_for_store(store) if store else Charter.Partnership()
    for entry in submissions():
        partnership.clock = entry["at"]
        partnership.submit(entry)
    return partnership


def without_salts(value):
    """Commitments differ from one record to the next."""
    if isinstance(value, dict):
        return {name: "…" if name == "commitment" else without_salts(item)
                for name, item in value.items()}
    return value


def choices():
    """Three choices among options: one with a lot, one with a default option, one with scores."""
    partnership = Charter.Partnership()
    with open(os.path.join(DATA, "choices.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            partnership.clock = entry["at"]
            partnership.submit(entry)
    return partnership


def family_business():
    """Holdings of a brother and sister, and a decision that was closed too early."""
    partnership = Charter.Partnership()
    with open(os.path.join(DATA, "family-business.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            partnership.clock = entry["at"]
            partnership.submit(entry)
    return partnership


ATTESTED = [{"kind": "attestation-made", "at": "2026-01-18T19:00:00Z", "by": by,
             "data": {"clause": "listening", "question": "q-listened", "person": by,
                      "about": about, "score": 5}}
            for by, about in (("p-ana", "south"), ("p-ana", "west"), ("p-ben", "west"),
                              ("p-cem", "south"))]
OVERDUE = [{"kind": "action-agreed", "at": "2026-01-18T20:00:00Z", "by": "p-ana",
            "data": {"id": "act-3", "owner": "north", "due": "2026-02-01", "text": "Write."}}]
DEAL = [{"kind": "decision-proposed", "at": "2026-01-03T12:10:00Z", "by": "p-ana",
         "data": {"id": "deal", "title": "A deal", "rule": "ordinary", "about": ["acme"]}},
        {"kind": "decision-proposed", "at": "2026-01-03T12:11:00Z", "by": "p-ana",
         "data": {"id": "stall", "title": "A stall", "rule": "ordinary"}},
        {"kind": "decision-proposed", "at": "2026-01-03T12:12:00Z", "by": "p-ana",
         "data": {"id": "deals", "title": "Both", "rule": "ordinary", "bundle": ["stall", "deal"]}},
        *({"kind": "delegation-made", "at": "2026-01-03T12:13:00Z", "by": "p-ana",
           "data": {"id": id, "from": delegator, "to": to}}
          for id, delegator, to in (("del-2", "west", "north"), ("del-3", "north", "south")))]
DEAL_AT = "2026-01-03T12:30:00Z"


def telling(partnership):
    """A view in which there are findings of all sorts on 2 March, and one in which somebody
    is conflicted on a deal at DEAL_AT."""
    return (partnership.as_of(96).suppose(ATTESTED + OVERDUE),
            partnership.as_of(27).suppose(DEAL))


MARCH = "2026-03-02T12:00:00Z"


def samples():
    """At least one object of every class."""
    partnership = every_kind()
    view = partnership.get_view()
    charter = partnership.get_charter(MARCH)
    outcome = partnership.decide("grant", "2026-01-14T10:30:00Z")
    assessment = partnership.assess(MARCH)
    lived, deal = telling(partnership)
    told = lived.assess(MARCH)
    yield from (partnership, partnership.store, view, charter, outcome, assessment,
                view.prepare("vote", MARCH))
    yield from (view.electorate("grant", MARCH), partnership.may("p-ana", "vote", "grant", MARCH))
    yield partnership.try_submission({"kind": "x", "at": MARCH, "data": {}})
    election = Charter.Election.new_from_json(json.dumps(
        {"options": ["lease", "buy"], "ballots": [{"ranking": [["lease"]]}], "method": "schulze"}))
    yield from (election, election.count(None, None, None))
    models = [partnership.entries, deal.list_conflicts("deal", DEAL_AT),
              deal.electorate("deal", DEAL_AT).excluded,
              deal.electorate("deal", DEAL_AT).delegations, partnership.list_obligations(MARCH),
              partnership.list_register(MARCH),
              outcome.tests, outcome.reasons, told, told.sections, told.compare(assessment),
              Charter.Document.check_text("[")]
    models += [getattr(charter, name) for name in ("sections", "clauses", "constituencies",
                                                   "roles", "rules", "cycles")]
    models += [getattr(partnership, name) for name in (
        "partners", "persons", "appointments", "decisions", "meetings", "actions", "interests",
        "agreements", "objectives", "contributions", "concerns", "needs")]
    models += [finding.measures for finding in told]
    models += [conflict.holdings for conflict in
               family_business().get_view().list_conflicts("grant", "2026-01-08T12:00:00Z")]
    hall = choices().decide("hall", "2026-02-01T09:00:00Z")
    models += [hall.options, hall.ties]
    for model in models:
        yield from model


def run_async(coroutine):
    return asyncio.run(coroutine)


def stream(text):
    return Gio.MemoryInputStream.new_from_bytes(GLib.Bytes.new(text.encode()))


# — TAP —

class Tap(unittest.TestResult):
    number = 0

    def line(self, verdict, test, rest=""):
        self.number += 1
        print(f"{verdict} {self.number} {test.id().removeprefix('test_')}{rest}", flush=True)

    def addSuccess(self, test):
        self.line("ok", test)

    def addSkip(self, test, reason):
        self.line("ok", test, f" # SKIP {reason}")

    def _add_bad(self, test, error):
        self.line("not ok", test)
        for line in self._exc_info_to_string(error, test).splitlines():
            print("#", line, flush=True)

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self._add_bad(test, error)

    def addError(self, test, error):
        super().addError(test, error)
        self._add_bad(test, error)

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self._add_bad(subtest, error)


def run(names):
    suite = unittest.defaultTestLoader.loadTestsFromNames(names)
    result = Tap()
    suite.run(result)
    print(f"1..{result.number}")
    return 0 if result.wasSuccessful() else 1
