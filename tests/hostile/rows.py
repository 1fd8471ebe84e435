# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is bad about the input: rows that are tried through the command and through the library."""

import itertools
import json
import os

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
DATA = os.path.join(ROOT, "tests", "data")
TEAM = os.path.join(ROOT, "tests", "command", "data", "team.json")

MIB = 1024 * 1024
AT = "2026-01-05T20:30:00Z"
LATER = "2026-01-20T10:00:00Z"
CLOCK = "2026-02-28T10:00:00Z"


def colliding(n, pairs=("Ez", "FY")):
    """n names that g_str_hash does not tell apart."""
    length = max(1, (n - 1).bit_length())
    return ["".join(name) for name in itertools.islice(itertools.product(pairs, repeat=length), n)]


def object_of(names):
    return ("{" + ",".join(f'"{name}":1' for name in names) + "}").encode()


# — texts that are no JSON, or none that is allowed: label, bytes, word in the message, code —

TEXTS = [
    ("empty", b"", "The text is empty", "syntax"),
    ("blank", b" \n\t ", "The text is empty", "syntax"),
    ("100 000 brackets", b"[" * 100000, "deep", "limit"),
    ("100 000 braces", b'{"a":' * 100000, "deep", "limit"),
    ("65 deep", b"[" * 65 + b"]" * 65, "deep", "limit"),
    ("64 deep", b"[" * 64 + b"]" * 64, "", "format"),
    ("60 deep", b"[" * 60 + b"]" * 60, "Expected an object", "format"),
    ("32 768 colliding names", object_of(colliding(32768)), "more than 1024 members", "limit"),
    ("1000 colliding names", object_of(colliding(1000)), "Unknown member", "format"),
    ("a name given twice", b'{"id":"a","id":"b"}', "more than once", "format"),
    ("a name given twice, once escaped", b'{"id":"a","\\u0069d":"b"}', "more than once", "format"),
    ("a zero byte", b'{"id":"a\0b"}', "zero byte", "syntax"),
    ("a zero byte after the end", b'{"id":"a"}\0{}', "", "syntax"),
    ("a zero in a name", b'{"i\\u0000d":"a"}', "\\u0000 is not allowed", "value"),
    ("an escaped zero", b'{"id":"a\\u0000b"}', "\\u0000 is not allowed", "value"),
    ("a byte order mark", b'\xef\xbb\xbf{"id":"a"}', "byte order mark", "syntax"),
    ("UTF-16", '{"id":"a"}'.encode("utf-16"), "UTF-8", "syntax"),
    ("a byte that is not UTF-8", b'{"id":"a\xffb"}', "UTF-8", "syntax"),
    ("a byte too many for UTF-8", b'{"id":"\xc0\xafb"}', "UTF-8", "syntax"),
    ("half of a surrogate pair in bytes", b'{"id":"\xed\xa0\x80"}', "UTF-8", "syntax"),
    ("the first half of a surrogate pair", b'{"id":"a\\ud800b"}', "surrogate", "value"),
    ("the second half of a surrogate pair", b'{"id":"a\\udc00b"}', "surrogate", "value"),
    ("a surrogate pair turned round", b'{"id":"\\udc00\\ud800"}', "surrogate", "value"),
    ("2^53", b'{"id":9007199254740992}', "out of range", "value"),
    ("-2^53", b'{"id":-9007199254740992}', "out of range", "value"),
    ("2^64", b'{"id":18446744073709551616}', "out of range", "value"),
    ("1e400", b'{"id":1e400}', "whole numbers", "value"),
    ("1e999999999999", b'{"id":1e999999999999}', "whole numbers", "value"),
    ("a number of 100 000 digits", b'{"id":' + b"9" * 100000 + b"}", "out of range", "value"),
    ("-0", b'{"id":-0}', "write 0", "value"),
    ("1.5", b'{"id":1.5}', "fractions in quotation marks", "value"),
    ("NaN", b'{"id":NaN}', "NaN", "syntax"),
    ("01", b'{"id":01}', "leave the 0 out", "syntax"),
    ("a string of 1 MiB and one", b'{"id":"' + b"a" * (MIB + 1) + b'"}', "at most 1048576", "limit"),
    ("a name of 2000 bytes", b'{"' + b"a" * 2000 + b'":1}', "at most 1024", "limit"),
    ("17 MiB", b'{"id":["' + b'","'.join([b"a" * 1000] * 17000) + b'"]}', "", "limit"),
    ("two texts", b'{"id":"a"}{}', "one value", "syntax"),
    ("a comment", b'{"id":"a"} // note', "one value", "syntax"),
    ("a last comma", b'{"id":"a",}', "last comma", "syntax"),
    ("single quotes", b"{'id':'a'}", "quotation marks", "syntax"),
    ("no object", b"[]", "Expected an object", "format"),
    ("null", b"null", "Expected an object", "format"),
]

# — charters: label, document, path, word in the message, code —


def charter(**members):
    return {"charter": "1", "id": "small", "title": "Small", "sections": [], **members}


def clauses(*rows):
    return [{"id": "s", "title": "S", "clauses": [{"id": f"c-{i}", "kind": "value", "text": "t", **row}
                                                  for i, row in enumerate(rows)]}]


def rule(**members):
    return charter(rules=[{"id": "r", "method": "majority", "time": {"open": "P3D"}, **members}])


def nested(depth, word):
    check = {"check": "signed-by-all"}
    for _ in range(depth - 1):
        check = {word: check} if word == "not" else {word: [check]}
    return charter(sections=clauses({"checks": [check]}))


SHARES = [("0/0", "value"), ("1/0", "value"), ("3/2", "value"), ("-1/2", "value"), ("2", "value"),
          ("0.5", "value"), ("1e400/2", "value"), ("18446744073709551616/3", "value"), ("½", "value"),
          ("", "value"), (True, "format")]

CHARTERS = [
    ("an unknown member", {**charter(), "sectoins": []}, "/sectoins", "did you mean “sections”", "format"),
    ("a wrong type five deep", charter(sections=clauses({"checks": [{"all": [{"check": 5}]}]})),
     "/sections/0/clauses/0/checks/0/all/0/check", "not a number", "format"),
    ("a newer format", {**charter(), "charter": "2", "unheard": {"of": []}}, "/charter", "format 2", "version"),
    ("no format", {**charter(), "charter": "one"}, "/charter", "“1”", "value"),
    ("two roles of one id", charter(roles=[{"id": "a"}, {"id": "a"}]), "/roles/1/id", "id of its own", "id-reused"),
    ("two clauses of one id", charter(sections=clauses({}, {"id": "c-0"})), "/sections/0/clauses/1/id",
     "id of its own", "id-reused"),
    ("10 000 clauses of one id", charter(sections=clauses(*[{"id": "c", "text": "x"}] * 10000)),
     "/sections/0/clauses/1/id", "id of its own", "id-reused"),
    ("10 000 long clauses", charter(sections=clauses(*[{"text": "x" * 100}] * 10000)), "", "at most 524288", "limit"),
    ("a role that stands in for itself", charter(roles=[{"id": "a", "substitutes": "a"}]), "/roles/0/substitutes",
     "itself", "value"),
    ("a role that excludes itself", charter(roles=[{"id": "a", "incompatible": ["a"]}]),
     "/roles/0/incompatible/0", "itself", "value"),
    ("a role of nobody's", charter(roles=[{"id": "a", "incompatible": ["b"]}]), "/roles/0/incompatible/0", "b",
     "reference"),
    ("in force from a day that is none", charter(**{"in-force-from": "2026-02-30"}), "/in-force-from",
     "2026-02-30", "value"),
    ("in force from the year 10000", charter(**{"in-force-from": "10000-01-01"}), "/in-force-from", "date", "value"),
    ("a period of centuries", rule(time={"open": "P9007199254740991D"}), "/rules/0/time/open", "P28D", "value"),
    ("a period back in time", rule(time={"open": "-P1D"}), "/rules/0/time/open", "P28D", "value"),
    ("a cycle of nothing", charter(cycles=[{"id": "c", "every": "P0D"}]), "/cycles/0/every", "longer than nothing",
     "value"),
    ("nothing can satisfy both", rule(tests=[{"id": "t", "of": "for", "at-least": 3, "at-most": 2}]),
     "/rules/0/tests/0/at-most", "both", "value"),
    ("bands that go down", rule(tests=[{"id": "t", "bands": [{"from": "1/2", "share": "3/4"},
                                                             {"from": "1/4", "share": "3/4"}]}]),
     "/rules/0/tests/0/bands/1/from", "go up", "value"),
    ("a band over 1", rule(tests=[{"id": "t", "bands": [{"from": "3/2", "share": "3/4"}]}]),
     "/rules/0/tests/0/bands/0/from", "0 to 1", "value"),
    ("a path without end", charter(conflicts={"paths": [{"id": "o", "edges": ["owns", "owns*"],
                                                         "depth": 9007199254740991}]}),
     "/conflicts/paths/0/depth", "1 to 64", "value"),
]
CHARTERS += [(f"the time zone {zone!r}", charter(calendar={"zone": zone}), "/calendar/zone", "Europe/London", "value")
             for zone in ("Mars/Olympus", "Europe", "../../etc/localtime", "/etc/passwd", "+01:00", "posix/UTC",
                          "europe/london", "A" * 100, "")]
CHARTERS += [(f"checks {word} 9 deep", nested(9, word), "/sections/0/clauses/0/checks/0/" + word,
              "nested more than 8 deep", "limit") for word in ("not", "all", "any")]
CHARTERS += [(f"a test's share of {share!r}", rule(tests=[{"id": "t", "of": "for", "base": "cast", "share": share}]),
              "/rules/0/tests/0/share", "", code) for share, code in SHARES]
CHARTERS += [(f"a quorum of {share!r}", rule(quorum={"base": "members", "share": share}), "/rules/0/quorum/share",
              "", code) for share, code in SHARES]

# Strange, but not wrong: these are charters, and whoever lives by them has answers in time.
STRANGE = [
    ("in force from the year 9999", charter(**{"in-force-from": "9999-12-31"})),
    ("in force since the year 1", charter(**{"in-force-from": "0001-01-01"})),
    ("10 000 clauses", charter(sections=clauses(*[{"text": "x"}] * 9500))),
    ("4000 checks of one clause", charter(sections=clauses({"checks": [{"check": "signed-by-all"}] * 4000}))),
    ("5000 checks over a daily cycle", charter(cycles=[{"id": "c", "every": "P1D", "anchor": "2026-01-05"}],
                                               sections=clauses({"checks": [{"check": "reviewed", "cycle": "c"}] * 5000}))),
    ("5000 daily cycles", charter(roles=[{"id": "a"}], cycles=[{"id": f"c-{i}", "every": "P1D", "owner": "a",
                                                                "anchor": "0001-01-01"} for i in range(5000)])),
    ("a cycle from the year 1", charter(cycles=[{"id": "c", "every": "R/0001-01-01/P1D"}])),
    ("a cycle from the year 9999", charter(cycles=[{"id": "c", "every": "P9999Y", "anchor": "9999-12-31"}])),
    ("a cycle every second", charter(cycles=[{"id": "c", "every": "PT1S", "anchor": "2026-01-01"}])),
    ("a repeating interval of nothing", charter(cycles=[{"id": "c", "every": "R/2026-01-01/P0D"}])),
    ("two roles that stand in for each other",
     charter(roles=[{"id": "a", "substitutes": "b"}, {"id": "b", "substitutes": "a"}],
             rules=[{"id": "r", "method": "majority", "unit": "person", "voters": ["role:a"], "time": {"open": "P3D"},
                     "quorum": {"base": "members", "share": "1/2", "requires": [{"role": "a", "at-least": 1}]}}])),
    ("a thousand roles in a chain",
     charter(roles=[{"id": f"a-{i}", "substitutes": f"a-{i + 1}"} for i in range(1000)] + [{"id": "a-1000"}],
             rules=[{"id": "r", "method": "majority", "unit": "person", "voters": ["role:a-1000"],
                     "time": {"open": "P3D"}}])),
    ("a quorum of thousands of millions", rule(quorum={"base": "members", "at-least": 9007199254740991})),
    ("a share of nothing", rule(quorum={"base": "members", "share": "0"},
                                tests=[{"id": "t", "of": "for", "base": "cast", "share": "0"}])),
    ("a share next to all", rule(tests=[{"id": "t", "of": "for", "base": "cast",
                                         "share": "9007199254740990/9007199254740991"}])),
    ("no time to vote", rule(time={"open": "P0D"})),
]

# — entries: after so many of every-kind.jsonl, what is bad about the next —


def entry(kind, data, at=AT, by="p-ana", **members):
    made = {"kind": kind, "at": at, "data": data, **members}
    if by is not None:
        made["by"] = by
    return made


def vote(voter, by="p-ana", **members):
    return entry("ballot-cast", {"decision": "grant", "voter": voter, **(members or {"choice": "for"})}, by=by)


def correct(which, by="p-ana", **members):
    return entry("entry-corrected", {"entry": which, "set": members}, at=LATER, by=by)


def redact(which, *members):
    return entry("entry-redacted", {"entry": which, "members": list(members), "rule": "r"}, at=LATER)


def dispensation(**members):
    return entry("dispensation-granted", {"id": "x", "person": "p-ben", "acts": ["discuss"], "scope": "rule:ordinary",
                                          "ground": "g", "until": "2026-03-01", **members})


JOINED = {"id": "x", "name": "X"}

# label, entries before, submission, path, word in the message, code
ENTRIES = [
    ("an unknown kind", 46, entry("ballot-cost", {}), "/kind", "ballot-cast", "value"),
    ("a kind of nothing", 46, entry("", {}), "/kind", "action-agreed", "value"),
    ("a kind of 100 000 letters", 46, entry("x" * 100000, {}), "/kind", "action-agreed", "value"),
    ("no kind", 46, {"at": AT, "data": {}}, "/kind", "kind", "format"),
    ("no data", 46, {"at": AT, "kind": "partner-joined"}, "/data", "data", "format"),
    ("data that are a list", 46, entry("partner-joined", []), "/data", "object", "format"),
    ("an unknown member", 46, entry("partner-joined", {**JOINED, "sectr": "public"}), "/data/sectr", "sector", "format"),
    ("a wrong type five deep", 46,
     entry("meeting-called", {"id": "m", "starts": LATER, "purpose": "p", "items": [{"id": "i", "title": {"a": [5]}}]}),
     "/data/items/0", "", "format"),
    ("a list in a list", 46, entry("person-joined", {"for": [["north"]]}), "/data/for/0", "", "format"),
    ("an id that is none", 46, entry("partner-joined", {"id": "A B", "name": "x"}), "/data/id", "lower-case", "value"),
    ("an id with a control character", 46, entry("partner-joined", {"id": "a\x1b[31m", "name": "x"}), "/data/id",
     "\\u001b", "value"),
    ("a thing's id again", 46, entry("partner-joined", {"id": "north", "name": "x"}), "/data/id", "taken", "id-reused"),
    ("another thing's id", 46, entry("partner-joined", {"id": "grant", "name": "x"}), "/data/id", "taken", "id-reused"),
    ("an entry's id again", 46, entry("partner-joined", JOINED, id="e-003"), "/id", "e-003", "id-reused"),
    ("a partner who is nobody", 46, entry("person-joined", {"for": ["nobody"]}), "/data/for/0", "nobody", "reference"),
    ("by nobody", 46, entry("partner-joined", JOINED, by="nobody"), "/by", "nobody", "reference"),
    ("by a partner", 46, entry("partner-joined", JOINED, by="north"), "/by", "person", "reference"),
    ("from the future", 46, entry("partner-joined", JOINED, at="2026-02-28T10:05:01Z"), "/at", "future", "time"),
    ("from the year 9999", 46, entry("partner-joined", JOINED, at="9999-12-31T23:59:59Z"), "/at", "future", "time"),
    ("before the founding", 46, entry("partner-joined", JOINED, at="2025-12-31T23:59:59Z"), "/at", "founded", "time"),
    ("from the year 1", 46, entry("partner-joined", JOINED, at="0001-01-01T00:00:00Z"), "/at", "founded", "time"),
    ("from the year 0", 46, entry("partner-joined", JOINED, at="0000-01-01T00:00:00Z"), "/at", "instant", "value"),
    ("from the year 10000", 46, entry("partner-joined", JOINED, at="10000-01-01T00:00:00Z"), "/at", "instant", "value"),
    ("on the 30th of February", 46, entry("partner-joined", JOINED, at="2026-02-30T00:00:00Z"), "/at", "instant", "value"),
    ("at no time", 46, entry("partner-joined", JOINED, at=""), "/at", "instant", "value"),
    ("at a number", 46, entry("partner-joined", JOINED, at=5), "/at", "instant", "format"),
    ("founded again", 46, entry("partnership-founded", {"id": "y", "title": "Y", "zone": "UTC", "origin": "y",
                                                        "format": "1"}), "/kind", "already", "refused"),
    ("a share of 0/0", 46, entry("link-stated", {"id": "l", "from": "a", "to": "b", "relation": "owns", "share": "0/0"}),
     "/data/share", "fraction", "value"),
    ("a share over 1", 46, entry("link-stated", {"id": "l", "from": "a", "to": "b", "relation": "owns", "share": "3/2"}),
     "/data/share", "at most 1", "value"),
    ("a weight below nothing", 46, entry("partner-joined", {**JOINED, "weight": -1}), "/data/weight", "0 or more", "value"),
    ("an entry of more than 1 MiB", 46, entry("information-shared", {"what": "update", "to": ["south"] * 131072}), "/data",
     "too long", "limit"),
    ("a text of just 1 MiB", 46, entry("information-shared", {"what": "update", "to": ["south"], "text": "a" * MIB}),
     "/data", "too long", "limit"),
    ("a ballot by nobody", 46, vote("nobody"), "/data/voter", "nobody", "reference"),
    ("a ballot by an outsider", 46, vote("acme"), "/data/voter", "acme", "reference"),
    ("a ballot by a meeting", 46, vote("meet-1"), "/data/voter", "meet-1", "reference"),
    ("a ballot by a decision", 46, vote("grant"), "/data/voter", "grant", "reference"),
    ("a ballot by a role", 46, vote("chair"), "/data/voter", "chair", "reference"),
    ("a ballot by who does not speak for the partner", 46, vote("p-dee", "p-dee"), "/data/voter", "speaks", "refused"),
    ("a ballot for another person", 46, vote("p-ana", "p-ben"), "/data/voter", "record-for", "permission"),
    ("a ballot for another partner", 46, vote("p-ana", choice="for", **{"for": "south"}), "/data/voter", "", "refused"),
    ("a ballot with an unknown choice", 46, vote("p-ana", choice="maybe"), "/data/choice", "abstain", "value"),
    ("a ballot with a number", 46, vote("p-ana", choice=5), "/data/choice", "abstain", "format"),
    ("a ballot with nothing", 46, entry("ballot-cast", {"decision": "grant", "voter": "p-ana"}), "/data", "choice", "format"),
    ("a ballot with two choices", 46, vote("p-ana", choice="for", ranking=["a"]), "/data", "Only one", "format"),
    ("a ballot on nothing", 46, entry("ballot-cast", {"decision": "nothing", "voter": "p-ana", "choice": "for"}),
     "/data/decision", "nothing", "reference"),
    ("a ranking where one choice is asked", 46, vote("p-ana", ranking=["a", "a"]), "/data/ranking", "choice", "value"),
    ("closed too early", 46, entry("decision-closed", {"decision": "grant"}), "/at", "until", "refused"),
    ("an outcome of one's own", 46, entry("decision-closed", {"decision": "grant", "result": "carried"}, at=LATER),
     "/data/result", "leave it out", "format"),
    ("a decision that bundles itself", 46, entry("decision-proposed", {"id": "g", "rule": "ordinary", "title": "t",
                                                                       "bundle": ["g"]}, by="p-ben"),
     "/data/bundle/0", "g", "reference"),
    ("a ruling that rests on itself", 46, entry("conflict-ruled", {"decision": "grant", "ruling": "grant",
                                                                   "person": "p-ben", "conflicted": True}),
     "/data/ruling", "not been carried", "refused"),
    ("a delegation to oneself", 46, entry("delegation-made", {"id": "d", "from": "north", "to": "north"}), "/data/to",
     "themself", "value"),
    ("a delegation until yesterday", 46, entry("delegation-made", {"id": "d", "from": "north", "to": "south",
                                                                   "until": "2026-01-04"}), "/data/until", "before it is made",
     "value"),
    ("a delegation of nothing there is", 46, entry("delegation-made", {"id": "d", "from": "north", "to": "south",
                                                                       "scope": "decision:grnat"}), "/data/scope",
     "did you mean “decision:grant”", "reference"),
    ("a dispensation for everything", 46, dispensation(scope="everything"), "/data/scope", "“rule:ID”", "value"),
    ("a dispensation of a scope without end", 46, dispensation(scope="area:" + "a" * 100000), "/data/scope", "“area:ID”",
     "value"),
    ("a dispensation of a scope with a control character", 46, dispensation(scope="rule:\x1b[31mx"), "/data/scope", "“rule:ID”",
     "value"),
    ("a dispensation to chair", 46, dispensation(acts=["discuss", "chair"]), "/data/acts/1", "No dispensation can give",
     "value"),
    ("a dispensation of the day before", 46, dispensation(until="2026-01-04"), "/data/until", "before it is granted", "value"),
    ("a ruling against its own numbers", 46, entry("conflict-ruled", {"decision": "grant", "person": "p-ben", "for": 0,
                                                                      "against": 9007199254740991, "conflicted": True}),
     "/data/conflicted", "greater number", "value"),
    ("a bundle of one", 46, entry("decision-proposed", {"id": "g", "rule": "ordinary", "title": "t", "bundle": ["grant"]},
                                  by="p-ben"), "/data/bundle/0", "open for voting on its own", "refused"),
    ("a bundle of nothing", 46, entry("decision-proposed", {"id": "g", "rule": "ordinary", "title": "t", "bundle": []},
                                      by="p-ben"), "/data/bundle", "at least two", "value"),
    ("enacted twice", 54, entry("decision-enacted", {"decision": "grant"}, at=LATER), "/data/decision", "entry 54", "refused"),
    ("a ballot after the end", 101, entry("ballot-cast", {"decision": "grant", "voter": "p-ana", "choice": "against"},
                                          at=LATER), "/data/decision", "open", "refused"),
    ("closed again", 54, entry("decision-closed", {"decision": "grant"}, at=LATER), "/data/decision", "stands", "refused"),
    ("a role for somebody who left", 101, entry("role-given", {"role": "treasurer", "person": "p-dee"}, at=LATER),
     "/data/person", "not a current member", "refused"),
    ("a role for a partner that left", 101,
     entry("role-given", {"role": "representative", "person": "p-cem", "for": "west"}, at=LATER), "/data/for", "west",
     "refused"),
    ("leaving twice", 101, entry("person-left", {"person": "p-dee"}, at=LATER), "/data/person", "not a current", "refused"),
    ("a meeting cancelled twice", 101, entry("meeting-cancelled", {"meeting": "meet-2"}, at=LATER), "/data/meeting",
     "cancelled", "refused"),
    ("a correction of a correction", 101, correct("e-097", reason="x"), "/data/entry", "same entry again", "refused"),
    ("a correction of a redaction", 101, correct("e-098", rule="x"), "/data/entry", "same entry again", "refused"),
    ("a correction of nothing", 101, correct("e-016"), "/data/set", "members to correct", "format"),
    ("a correction of an unknown entry", 101, correct("e-999", text="x"), "/data/entry", "e-999", "reference"),
    ("a correction with an unknown member", 101, correct("e-016", txet="x"), "/data/set/txet", "text", "format"),
    ("a correction with a wrong type", 101, correct("e-016", text=5), "/data/set/text", "text", "format"),
    ("a correction with a wrong value", 101, correct("e-030", starts="yesterday"), "/data/set/starts", "instant", "value"),
    ("a correction of a choice", 101, correct("e-047", choice="against"), "/data/set/choice", "enter again", "refused"),
    ("a correction of a reference", 101, correct("e-047", voter="p-ben"), "/data/set/voter", "enter again", "refused"),
    ("a correction of the founding", 101, correct("e-001", zone="UTC"), "/data/set/zone", "enter again", "refused"),
    ("a correction of the charter", 101, correct("e-002", charter={}), "/data/set/charter", "", "format"),
    ("a redaction of nothing", 101, redact("e-007"), "/data/members", "list the members", "value"),
    ("a redaction of an unknown member", 101, redact("e-007", "nmae"), "/data/members/0", "did you mean “name”", "value"),
    ("a redaction of what is in clear", 101, redact("e-016", "area"), "/data/members/0", "in clear", "refused"),
    ("a redaction of a redaction", 101, redact("e-098", "rule"), "/data/members/0", "in clear", "refused"),
]


def story(n):
    with open(os.path.join(DATA, "every-kind.jsonl"), encoding="utf-8") as lines:
        return list(itertools.islice((line.rstrip("\n") for line in lines), n))


def text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
