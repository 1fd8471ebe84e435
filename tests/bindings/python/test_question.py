# SPDX-License-Identifier: LGPL-2.1-or-later
"""One question asked of many, as a script asks it."""

import datetime
import json
import os
import unittest

from harness import DATA, ROOT, Charter, GLib, GObject, family_business, submissions

VOTING = "2026-01-08T12:00:00Z"
PERSONS = ["p-ana", "p-ben"]
SCENARIOS = os.path.join(ROOT, "tests", "scenarios")


def record_of(scenario):
    """The record of a scenario, without the entries that are refused; None if all are, or there are none."""
    if not scenario["entries"]:
        return None
    partnership, clock = Charter.Partnership(), scenario["entries"][0]["at"]
    charter = scenario["charter"]
    first = [{"kind": "partnership-founded", "at": clock,
              "data": {"id": "x", "title": "X", "zone": charter.get("calendar", {}).get("zone", "UTC"),
                       "origin": "x.example", "format": "1"}},
             {"kind": "charter-adopted", "at": clock, "data": {"charter": charter}}]
    for entry in first + scenario["entries"]:
        clock = max(clock, entry["at"])
        partnership.clock = clock
        try:
            partnership.submit(entry)
        except GLib.Error:
            if entry in first:
                return None
    return partnership


class Question(unittest.TestCase):
    def setUp(self):
        self.view = family_business().as_of(11)
        self.question = self.view.prepare("vote", VOTING)

    def test_what_is_asked(self):
        self.assertIsInstance(self.question, GObject.Object)
        self.assertEqual((self.question.act, self.question.known), ("vote", 11))
        self.assertEqual(self.question.at,
                         datetime.datetime(2026, 1, 8, 12, tzinfo=datetime.timezone.utc))
        self.assertEqual((self.question.get_act(), self.question.get_at(),
                          self.question.get_known()), ("vote", VOTING, 11))
        self.assertEqual(self.view.prepare("vote", self.question.at).get_at(), VOTING)
        with self.assertRaises(Charter.Invalid):
            self.view.prepare("vote", "yesterday")

    def test_one_by_one(self):
        for person in PERSONS + ["nobody"]:
            for subject in ["grant", None]:
                verdict = self.view.may(person, "vote", subject, VOTING)
                allowed = verdict.answer == Charter.Answer.ALLOWED
                self.assertEqual(self.question.answer(person, subject), verdict.answer)
                self.assertEqual(self.question.allows(person, subject), allowed)
                self.assertEqual(self.question.allows_handles(self.question.find(person),
                                                              self.question.find(subject)),
                                 allowed)
                self.assertEqual(self.question.explain(person, subject).to_dict(),
                                 verdict.to_dict())
        self.assertEqual(self.question.find("nobody"), 0)
        self.assertEqual(self.question.answer("p-ana", "nothing"), Charter.Answer.DENIED)
        with self.assertRaises(Charter.NotFound):
            self.question.explain("p-ana", "nothing")

    def test_many_at_once(self):
        answers = self.question.answer_all("grant", None).get_data()
        self.assertEqual(list(answers), [int(self.question.answer(person, "grant"))
                                         for person in PERSONS])
        self.assertEqual(self.question.answer_all("grant", ["nobody", "p-ben"]).get_data(),
                         bytes([Charter.Answer.DENIED, Charter.Answer.ALLOWED]))
        self.assertEqual(self.question.list_allowed("grant"), ["p-ben"])
        self.assertEqual(self.question.list_conflicted("grant"), ["p-ana"])
        self.assertEqual(self.question.list_conflicted(None), [])
        verdicts = json.loads(self.question.explain_all("grant", None))
        self.assertEqual([(one["person"], one["answer"]) for one in verdicts],
                         [("p-ana", "denied"), ("p-ben", "allowed")])
        one, = json.loads(self.question.explain_all("grant", ["p-ana"]))
        del one["person"]
        self.assertEqual(one, self.question.explain("p-ana", "grant").to_dict())
        for many in (lambda: self.question.answer_all("nothing", None),
                     lambda: self.question.list_allowed("nothing"),
                     lambda: self.question.list_conflicted("nothing"),
                     lambda: self.question.explain_all("nothing", None)):
            with self.assertRaises(Charter.NotFound):
                many()

    def test_it_holds_what_was_known(self):
        """Whatever is recorded after it was prepared, a question answers as its view does."""
        partnership = Charter.Partnership()
        kept = []
        for number, entry in enumerate(submissions(), 1):
            partnership.clock = entry["at"]
            partnership.submit(entry)
            if number % 7 == 0:
                view = partnership.get_view()
                kept.append((view, [view.prepare(act, at) for act in ("vote", "see-papers")
                                    for at in ("2026-01-08T12:00:00Z", "2026-02-01T12:00:00Z")]))
        persons = [person.id for person in partnership.persons]
        subjects = [decision.id for decision in partnership.decisions]
        asked = 0
        for view, questions in kept:
            for question in questions:
                for subject in subjects:
                    asked += self.compare(view, question, persons, subject)
        self.assertGreater(asked, 200)

    def compare(self, view, question, persons, subject):
        try:
            answers = question.answer_all(subject, persons).get_data()
        except Charter.NotFound:
            with self.assertRaises(Charter.NotFound):
                view.may(persons[0], question.act, subject, question.at)
            return 0
        for person, answer in zip(persons, answers):
            verdict = view.may(person, question.act, subject, question.at)
            self.assertEqual(answer, int(verdict.answer), (person, subject, question.at))
        return len(persons)

    def test_times_far_away(self):
        for opened, closes in (("1930-01-05T09:00:00Z", "1930-01-12T09:00:00Z"),
                               ("1969-12-31T23:59:59Z", "1970-01-05T09:00:00Z"),
                               ("2105-12-31T23:59:59Z", "2110-01-05T09:00:00Z"),
                               ("2026-01-06T09:00:00Z", "9999-01-05T09:00:00Z")):
            partnership = Charter.Partnership()
            with open(os.path.join(DATA, "family-business.jsonl"), encoding="utf-8") as lines:
                entries = [json.loads(line) for line in lines][:4]
            entries += [{"kind": "decision-proposed", "at": opened,
                         "data": {"id": "grant", "title": "A grant", "rule": "ordinary"}},
                        {"kind": "decision-opened", "at": opened,
                         "data": {"decision": "grant", "closes": closes}}]
            for entry in entries:
                entry["at"] = min(entry["at"], opened)
                partnership.clock = entry["at"]
                partnership.submit(entry)
            view = partnership.get_view()
            for at in (opened, closes, "1930-01-08T09:00:00Z", "2106-06-01T09:00:00Z",
                       "2026-03-01T09:00:00Z"):
                verdict = view.may("p-ana", "vote", "grant", at) if at >= opened else None
                if verdict:
                    self.assertEqual(view.prepare("vote", at).answer("p-ana", "grant"),
                                     verdict.answer, (opened, closes, at))

    def test_scenarios(self):
        """Of every record of the scenarios it is asked as may() is, and answers so."""
        asked = 0
        for name in sorted(os.listdir(SCENARIOS)):
            with open(os.path.join(SCENARIOS, name), encoding="utf-8") as file:
                scenario = json.load(file)
            partnership = record_of(scenario) if isinstance(scenario["charter"], dict) else None
            if partnership:
                instants = {ask["at"] for ask in scenario["ask"] if "at" in ask}
                acts = {row["act"] for row in scenario["charter"].get("permissions", [])}
                asked += self.compare_record(partnership, sorted(instants),
                                             sorted(acts | {"vote", "be-counted", "see-papers"}))
        self.assertGreater(asked, 10000)

    def compare_record(self, partnership, instants, acts):
        view, asked = partnership.get_view(), 0
        persons = [person.id for person in partnership.persons]
        subjects = [decision.id for decision in partnership.decisions] + [None]
        for act in acts:
            for at in instants:
                question = view.prepare(act, at)
                for subject in subjects:
                    asked += self.compare(view, question, persons, subject)
                    if act == "vote" and subject:
                        self.compare_conflicted(view, question, persons, subject)
        return asked

    def compare_conflicted(self, view, question, persons, subject):
        try:
            found = question.list_conflicted(subject)
        except Charter.NotFound:
            return
        for person in persons:
            if "conflict" in view.may(person, "vote", subject, question.at).grounds:
                self.assertIn(person, found, (subject, question.at))


if __name__ == "__main__":
    unittest.main()
