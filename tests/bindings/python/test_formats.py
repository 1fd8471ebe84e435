# SPDX-License-Identifier: LGPL-2.1-or-later
"""Ballots as text, as a script reads and writes them."""

import json
import os
import unittest

from harness import DATA, Charter, GLib

ABIF = b"{\"title\": \"Capital\"}\n=Memph:[Memphis, TN]\n=Nash:[Nashville, TN]\n42:Memph>Nash\n58:Nash>Memph\n"
FORMATS = ["cef", "blt", "abif", "preflib", "csv", "csv-options", "json"]
FOLDER = os.path.join(DATA, "elections-text")


def read(text, name=None):
    return Charter.Election.new_from_text(GLib.Bytes.new(text), name)


class Formats(unittest.TestCase):
    def test_text(self):
        election = read(ABIF)
        self.assertEqual(election.get_format(), "abif")
        self.assertEqual(election.get_form(), "ranking")
        self.assertEqual((election.props.format, election.props.form), ("abif", "ranking"))
        self.assertEqual(election.get_options(), ["Memphis, TN", "Nashville, TN"])
        self.assertEqual(election.get_n_ballots(), 100)
        self.assertEqual(election.count("schulze", None, None).get_winners(), ["Nashville, TN"])
        self.assertIsNone(Charter.Election.new(["A"]).get_format())
        self.assertIsNone(election.get_method())

    def test_format_asked_for(self):
        text = b"3:A/1>B/0\n"
        self.assertEqual(read(text).get_form(), "ranking")
        self.assertEqual(read(text, "abif-scores").get_form(), "scores")

    def test_faults(self):
        rows = [(b"3:A>A", None, Charter.Error.VALUE, "Line 1, column 5: Ballot 1: "),
                (b"A", "xml", Charter.Error.VALUE, "There is no format “xml”"),
                (b"1 \xff", "cef", Charter.Error.SYNTAX, "Line 1, column 3: "),
                (b"\0", "blt", Charter.Error.SYNTAX, "Line 1, column 1: There is a zero byte"),
                (b"1" * (16 * 1024 * 1024 + 1), "abif", Charter.Error.LIMIT, "Line 1, column 1: The line is longer")]
        for text, name, code, message in rows:
            with self.subTest(text[:20]), self.assertRaises(GLib.Error) as caught:
                read(text, name)
            self.assertTrue(caught.exception.matches(Charter.error_quark(), code), caught.exception.message)
            self.assertTrue(caught.exception.message.startswith(message), caught.exception.message)

    def test_files(self):
        for name, winner in (("schulze-01.soc", "D"), ("schulze-01.cvotes", "D"), ("tennessee.abif", "Nashville, TN"),
                             ("heating_tally.txt", "District heating")):
            election = Charter.Election.new_from_file(os.path.join(FOLDER, name), None)
            self.assertEqual(election.count("schulze", None, None).get_winners(), [winner])
        with self.assertRaises(GLib.Error) as caught:
            Charter.Election.new_from_file(os.path.join(FOLDER, "nowhere.blt"), None)
        self.assertTrue(caught.exception.matches(GLib.file_error_quark(), GLib.FileError.NOENT))
        with self.assertRaises(GLib.Error):
            Charter.Election.new_from_file(os.path.join(FOLDER, "tennessee.abif"), "debian")

    def test_writing(self):
        election = Charter.Election.new_from_file(os.path.join(FOLDER, "schulze-01.blt"), None)
        for name in FORMATS:
            text = election.to_text(name)
            again = read(text.encode())
            self.assertEqual(again.get_options(), election.get_options() if name != "csv" else ["A", "C", "D", "B"])
            self.assertEqual(json.loads(again.count("schulze", None, None).to_json())["winners"], ["D"])
        scores = read(b"form,A\nscores,1/2\n", "csv")
        with self.assertRaises(GLib.Error) as caught:
            scores.to_text("blt")
        self.assertTrue(caught.exception.matches(Charter.error_quark(), Charter.Error.REFUSED))
        self.assertEqual(caught.exception.message, "BLT cannot write scores")
        for name in ("debian", "xml"):
            with self.assertRaises(GLib.Error):
                election.to_text(name)
