# SPDX-License-Identifier: LGPL-2.1-or-later
"""Instants, dates, JSON, enums and texts, in and out."""

import datetime
import fractions
import json
import pathlib
import re
import tempfile
import unittest

from harness import Charter, Gio, every_kind, GObject

UTC = datetime.timezone.utc
NOON = datetime.datetime(2026, 3, 2, 12, 0, 0, 999999, tzinfo=UTC)


def founded():
    partnership = Charter.Partnership()
    partnership.found(NOON, "ours", "Ours", "Europe/London", "ours.example")
    return partnership


class Times(unittest.TestCase):
    def test_instant_in_and_out(self):
        partnership = Charter.Partnership()
        partnership.clock = NOON
        self.assertEqual(partnership.clock, NOON.replace(microsecond=0))
        self.assertEqual(partnership.get_clock(), "2026-03-02T12:00:00Z")
        partnership.clock = None
        self.assertIsNone(partnership.clock)

    def test_other_zones_become_utc(self):
        partnership = Charter.Partnership()
        zone = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
        partnership.set_clock(datetime.datetime(2026, 3, 2, 2, 0, tzinfo=zone))
        self.assertEqual(partnership.get_clock(), "2026-03-01T20:30:00Z")
        self.assertEqual(partnership.clock.utcoffset(), datetime.timedelta(0))

    def test_naive(self):
        partnership = founded()
        naive = datetime.datetime(2026, 3, 2, 12, 0, 0)
        for call in (lambda: partnership.record("partner-joined", naive, id="north", name="North"),
                     lambda: partnership.record("partner-joined", NOON, id="north", name=naive),
                     lambda: partnership.set_clock(naive),
                     lambda: partnership.assess(at=naive),
                     lambda: setattr(partnership, "clock", naive)):
            with self.assertRaisesRegex(TypeError, "time zone.*timezone.utc"):
                call()
        self.assertEqual(partnership.head, 1)

    def test_dates(self):
        document = Charter.Document.new_from_text(
            {"charter": "1", "id": "ours", "title": "Ours", "version": "1.0",
             "in-force-from": datetime.date(2026, 4, 1), "sections": []})
        self.assertEqual(document.in_force_from, datetime.date(2026, 4, 1))
        self.assertEqual(document.get_in_force_from(), "2026-04-01")
        self.assertEqual(document.version, "1.0")

    def test_known(self):
        partnership = founded()
        self.assertEqual(partnership.as_known(datetime.datetime.now(UTC)).known, 1)
        self.assertEqual(partnership.as_known(NOON - datetime.timedelta(days=1)).known, 0)

    def test_no_time_stays_text(self):
        """Whatever reads as a time and is a property does so as a datetime or a date."""
        partnership = every_kind()
        found = set()
        things = [partnership, *partnership.entries]
        for name in ("partners", "persons", "appointments", "decisions", "meetings", "actions",
                     "interests", "agreements", "objectives", "contributions", "concerns",
                     "needs"):
            things += getattr(partnership, name)
        things += [partnership.decide("grant", at="2026-01-10T12:00:00Z"),
                   partnership.get_view().electorate("grant", at="2026-01-10T12:00:00Z"),
                   partnership.may("p-ana", "vote", "grant", at="2026-01-10T12:00:00Z"),
                   partnership.get_charter("2026-01-10T12:00:00Z")]
        things += partnership.get_charter("2026-01-10T12:00:00Z").cycles
        things += partnership.list_obligations("2026-01-10T12:00:00Z")
        things += partnership.assess("2026-01-10T12:00:00Z")
        for thing in things:
            for pspec in thing.list_properties():
                raw = thing.get_property(pspec.name)
                if isinstance(raw, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(T[\d:]+Z)?", raw):
                    value = getattr(thing, pspec.name.replace("-", "_"),
                                    None) or getattr(thing, pspec.name + "_")
                    with self.subTest(f"{thing!r}.{pspec.name}"):
                        self.assertIsInstance(value, datetime.date)
                    found.add(pspec.name)
        self.assertGreaterEqual(found, {"at", "recorded", "closes", "closed", "starts", "due"})


class Json(unittest.TestCase):
    def test_spellings(self):
        partnership = founded()
        entry = partnership.record(
            "partner-joined", NOON, data={"id": "north", "name": "Nörth “Trust”"},
            constituencies=("a", "b"), public_body=True, weight=2, sector=None)
        self.assertEqual(entry.data, {"id": "north", "name": "Nörth “Trust”", "weight": 2,
                                      "constituencies": ["a", "b"], "public-body": True})
        entry = partnership.record("link-stated", NOON, id="l", from_="north", to="acme",
                                   relation="owns", share=fractions.Fraction(2, 3),
                                   since=datetime.date(2025, 1, 1))
        self.assertEqual(entry.data, {"id": "l", "from": "north", "to": "acme",
                                      "relation": "owns", "share": "2/3", "since": "2025-01-01"})
        self.assertEqual(entry.to_dict(), json.loads(entry.to_json()))

    def test_enum_as_value(self):
        text = Charter.json_canonicalize([Charter.Choice.STAND_ASIDE, {"a": (1, "x")}])
        self.assertEqual(text, '["stand-aside",{"a":[1,"x"]}]')

    def test_json_text_passes(self):
        partnership = founded()
        self.assertEqual(partnership.record("partner-joined", NOON, None,
                                            '{"id": "north", "name": "North"}').data["id"], "north")

    def test_wrong(self):
        partnership = founded()
        with self.assertRaisesRegex(TypeError, "twice"):
            partnership.record("partner-joined", NOON, None, {"public-body": 1}, public_body=2)
        with self.assertRaisesRegex(TypeError, "keywords"):
            partnership.record("partner-joined", NOON, None, "{}", id="north")
        with self.assertRaises(TypeError):
            partnership.record("partner-joined", NOON, None, id=object())
        with self.assertRaises(TypeError):
            partnership.record("partner-joined")
        with self.assertRaises(TypeError):
            partnership.record("partner-joined", 12, None, id="north")
        with self.assertRaises(TypeError):
            partnership.may("p", "vote", "grant", NOON, colour="red")
        with self.assertRaises(ValueError):
            partnership.record("partner-joined", NOON, None, weight=float("nan"))
        with self.assertRaises(Charter.Invalid):
            partnership.record("partner-joined", NOON, id="north", name="North", weight=1.5)
        self.assertEqual(partnership.head, 1)

    def test_zero_characters(self):
        partnership = founded()
        with self.assertRaisesRegex(ValueError, "zero character"):
            partnership.get_entry("a\0b")
        with self.assertRaises(Charter.RecordError):
            partnership.record("partner-joined", NOON, id="no\0rth", name="North")

    def test_surrogates(self):
        with self.assertRaises(UnicodeEncodeError):
            founded().get_entry("\ud800")


class Others(unittest.TestCase):
    def test_enums(self):
        partnership = founded()
        for form in ("record", Charter.LineForm.RECORD, 1):
            stream = Gio.MemoryOutputStream.new_resizable()
            self.assertTrue(partnership.export(stream, form))
            stream.close()
            self.assertIn(b"openings", stream.steal_as_bytes().get_data())
        with self.assertRaisesRegex(ValueError, "submission, record"):
            partnership.export(Gio.MemoryOutputStream.new_resizable(), "records")
        with self.assertRaises(TypeError):
            partnership.export(Gio.MemoryOutputStream.new_resizable(), None)

    def test_paths(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "ours.charter"
            self.assertEqual(Charter.Partnership.create(path).store.path, str(path))
            self.assertEqual(Charter.Partnership.open(str(path)).head, 0)

    def test_names(self):
        partnership = every_kind()
        given = partnership.may("p-ana", "see-papers", None, "2026-01-10T12:00:00Z")
        named = partnership.may(at="2026-01-10T12:00:00Z", act="see-papers", person="p-ana")
        self.assertEqual(given.to_dict(), named.to_dict())

    def test_repr(self):
        partnership = every_kind()
        self.assertEqual(repr(partnership), "<Charter.Partnership every>")
        self.assertEqual(repr(partnership.entries[2]), "<Charter.Entry e-003>")
        self.assertEqual(repr(partnership.get_partner("north")), "<Charter.Partner north>")
        self.assertEqual(repr(Charter.MemoryStore()), "<Charter.MemoryStore>")
        self.assertEqual(repr(partnership.get_view()), "<Charter.View 101>")
        self.assertIsInstance(partnership.entries, GObject.Object)
