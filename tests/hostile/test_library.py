# SPDX-License-Identifier: LGPL-2.1-or-later
"""The same bad input through the typelib, and more: each gives an error of its code, and changes nothing."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import time

import gi

gi.require_version("Charter", "1")
from gi.repository import Charter, Gio, GLib  # noqa: E402

from rows import CHARTERS, CLOCK, DATA, ENTRIES, LATER, MIB, STRANGE, TEXTS, charter, entry, story, text, vote  # noqa: E402

GLib.log_set_always_fatal(GLib.LogLevelFlags.LEVEL_ERROR | GLib.LogLevelFlags.LEVEL_CRITICAL | GLib.LogLevelFlags.LEVEL_WARNING)
HERE = tempfile.mkdtemp(prefix="charter-hostile-")
COUNT = FAILED = 0


def report(good, name, note=""):
    global COUNT, FAILED
    COUNT += 1
    FAILED += not good
    print(f"{'ok' if good else 'not ok'} {COUNT} - {name}")
    if not good:
        print("\n".join("# " + line for line in str(note).splitlines()))
    sys.stdout.flush()


def nick(error):
    if error.matches(Charter.error_quark(), error.code):
        return Charter.Error(error.code).value_nick
    return error.domain


def refused(name, call, codes, *words, same=None):
    """@call must fail with one of these codes and these words, in time, and leave @same() what it was."""
    held = same() if same is not None else None
    began = time.process_time()
    try:
        result = call()
    except GLib.Error as error:
        seconds = time.process_time() - began
        faults = [] if nick(error) in codes else [f"{nick(error)}, not {codes}"]
        faults += [f"not said: {word!r}" for word in words if word not in error.message]
        faults += ["a control character came out"] if re.search(r"[\x00-\x08\x0b-\x1f]", error.message) else []
        faults += [f"{seconds:.1f} s"] if seconds > 5 else []
        faults += ["something was changed"] if same is not None and same() != held else []
        report(not faults, name, "\n".join([*faults, error.message[:1000]]))
        return
    report(False, name, f"no error, but {str(result)[:200]}")


def stream_of(content):
    return Gio.MemoryInputStream.new_from_bytes(GLib.Bytes.new(content))


def partnership_after(n):
    made = Charter.Partnership.new()
    made.set_clock(CLOCK)
    if n > 0:
        made.record_many("\n".join(story(n)))
    return made


def take_in(partnership, content):
    return getattr(partnership, "import_" if hasattr(partnership, "import_") else "import")(stream_of(content), None)


AFTER = {n: partnership_after(n) for n in {row[1] for row in ENTRIES} | {0}}


def dump_of(partnership):
    return lambda: partnership.get_view().dump()


# Texts
P = AFTER[46]
for label, content, word, code in TEXTS:
    words = [word] if word else []
    codes = (code, "limit") if "deep" in label else (code, "format")
    refused(f"a document from bytes: {label}", lambda: Charter.Document.new_from_bytes(GLib.Bytes.new(content)), codes, *words)
    if content.strip():
        refused(f"import: {label}", lambda: take_in(P, content), codes, "Line 1: ", *words, same=dump_of(P))
    if b"\0" not in content:
        try:
            known = content.decode("utf-8")
        except UnicodeDecodeError:
            continue
        refused(f"a document from text: {label}", lambda: Charter.Document.new_from_text(known), codes, *words)
        refused(f"submit: {label}", lambda: P.submit(known), codes, *words, same=dump_of(P))
        if label in ("null", "no object") or not known.strip():
            continue
        refused(f"data: {label}", lambda: P.record("partner-joined", LATER, "p-ana", known), codes, "/data", same=dump_of(P))
        refused(f"suppose: {label}", lambda: P.get_view().suppose(known), codes, same=dump_of(P))

for name, bad in (("no file", "nothing.json"), ("a folder", ".")):
    try:
        Charter.Document.new_from_file(Gio.File.new_for_path(os.path.join(HERE, bad)), None)
        report(False, f"a document from {name}")
    except GLib.Error as error:
        report(error.matches(Gio.io_error_quark(), error.code), f"a document from {name}", error.message)
refused("a document without end", lambda: Charter.Document.new_from_file(Gio.File.new_for_path("/dev/zero"), None), ("limit",))
refused("lines without end", lambda: getattr(P, "import_" if hasattr(P, "import_") else "import")(
    Gio.File.new_for_path("/dev/zero").read(None), None), ("limit",), "Line 1", same=dump_of(P))

FULL = open(os.path.join(DATA, "charters", "full.json"), "rb").read().rstrip()
wrong = []
for length in range(0, len(FULL), 7):
    try:
        Charter.Document.new_from_bytes(GLib.Bytes.new(FULL[:length]))
        wrong.append(f"{length}: taken")
    except GLib.Error as error:
        if nick(error) != "syntax" or "line" not in error.message:
            wrong.append(f"{length}: {nick(error)} {error.message}")
report(not wrong, "a charter cut anywhere", "\n".join(wrong))
before, wrong = dump_of(P)(), []
LINES = "\n".join(story(48)[46:]).encode()
for length in range(1, len(LINES) - 1, 3):
    if LINES[:length].rstrip(b"\n") == LINES.split(b"\n")[0]:
        continue    # a line, and not cut
    try:
        take_in(P, LINES[:length])
        wrong.append(f"{length}: taken")
    except GLib.Error as error:
        if nick(error) not in ("syntax", "format") or not error.message.startswith("Line "):
            wrong.append(f"{length}: {nick(error)} {error.message}")
report(not wrong and dump_of(P)() == before, "lines cut anywhere", "\n".join(wrong))

# Charters
for label, document, path, word, code in CHARTERS:
    written = json.dumps(document)
    refused(f"a charter: {label}", lambda: Charter.Document.new_from_text(written), (code,), *([path] if path else []))
    faults = Charter.Document.check_text(written)
    report(any(fault.get_path().startswith(path) and word in fault.get_message() for fault in faults), f"its faults: {label}",
           "\n".join(f"{fault.get_path()}: {fault.get_message()}" for fault in faults))
    founded = AFTER[0]
    refused(f"adopted: {label}", lambda: AFTER[46].record("charter-adopted", LATER, "p-ana", json.dumps({"charter": document})),
            (code,), "/data/charter" + path, same=dump_of(AFTER[46]))
for label, document in STRANGE:
    began = time.process_time()
    made = Charter.Document.new_from_text(json.dumps(document))
    report(made.get_id() == "small" and time.process_time() - began < 5, f"strange: {label}")

# Entries
for label, after, submission, path, word, code in ENTRIES:
    partnership = AFTER[after]
    refused(label, lambda: partnership.submit(text(submission)), (code,), path, word, same=dump_of(partnership))
    refusal = partnership.try_submission(text(submission))
    report(refusal is not None and (refusal.get_path() == path or refusal.get_path().startswith(path + "/"))
           and word in refusal.get_message(),
           f"tried: {label}", refusal and f"{refusal.get_code()} {refusal.get_path()}: {refusal.get_message()[:500]}")
    refused(f"in a batch: {label}",
            lambda: partnership.record_many(text([entry("partner-joined", {"id": "new-1", "name": "N"}, at=LATER), submission])),
            (code,), "/1" + path, same=dump_of(partnership))
many = [text(entry("partner-joined", {"id": f"n-{i}", "name": "N"}, at=LATER)) for i in range(10000)]
refused("10 000 good entries and a bad one", lambda: P.record_many("[" + ",".join([*many, many[5]]) + "]"), ("id-reused",),
        "/10000/data/id", same=dump_of(P))
for label, bad, codes in (("nothing in a list", "[[]]", ("format",)), ("a number", "5", ("format",)), ("a text", '"x"', ("format",)),
                          ("two lists", "[][]", ("syntax",))):
    refused(f"a batch of {label}", lambda: P.record_many(bad), codes, same=dump_of(P))

# Questions
V = AFTER[101].get_view()
for name, ask, codes in (
        ("decide nothing", lambda: V.decide("nothing", LATER), ("not-found",)),
        ("decide a person", lambda: V.decide("p-ana", LATER), ("not-found",)),
        ("decide at no time", lambda: V.decide("grant", "x"), ("value",)),
        ("decide before it was proposed", lambda: V.decide("grant", "0001-01-01T00:00:00Z"), ("time", "not-found", "value")),
        ("who may at no time", lambda: V.may("p-ana", "vote", None, ""), ("value",)),
        ("who may about nothing", lambda: V.may("p-ana", "vote", "nothing", LATER), ("not-found",)),
        ("electorate of nothing", lambda: V.electorate("nothing", LATER), ("not-found",)),
        ("conflicts of nothing", lambda: V.list_conflicts("nothing", LATER), ("not-found",)),
        ("interests of nobody", lambda: V.list_interests("nobody", LATER), ("not-found",)),
        ("due at no time", lambda: V.list_obligations("never", None, None), ("value",)),
        ("due until no time", lambda: V.list_obligations(LATER, None, "never"), ("value",)),
        ("due of nobody", lambda: V.list_obligations(LATER, "nobody", None), ("not-found",)),
        ("assess at no time", lambda: V.assess("2026"), ("value",)),
        ("assess before the charter", lambda: V.assess("0001-01-01T00:00:00Z"), ("not-found",)),
        ("assess no clause", lambda: V.assess_clause("nothing", LATER), ("not-found",)),
        ("describe nothing", lambda: V.describe("nothing", LATER), ("not-found",)),
        ("reveal nothing", lambda: AFTER[101].reveal("nothing", "p-ana", LATER), ("not-found",)),
        ("reveal to nobody", lambda: AFTER[101].reveal("e-081", "nobody", LATER), ("permission", "not-found")),
        ("as of entry -1", lambda: AFTER[101].as_of(-1), ("not-found",)),
        ("as of entry 10^15", lambda: AFTER[101].as_of(10 ** 15), ("not-found",)),
        ("as known never", lambda: AFTER[101].as_known("never"), ("not-found",)),
        ("a clock at no time", lambda: AFTER[101].set_clock("x"), ("value",))):
    refused(name, ask, codes)
cycles = dict(STRANGE)["5000 daily cycles"]
daily = Charter.Partnership.new()
daily.set_clock(CLOCK)
daily.record_many(text([entry("partnership-founded", {"id": "d", "title": "D", "zone": "UTC", "origin": "d", "format": "1"},
                              by=None), entry("charter-adopted", {"charter": cycles}, by=None)]))
refused("more due than anybody can attend to", lambda: daily.list_obligations(LATER, None, "9999-12-31"), ("limit",), "nearer date")
for at in ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"):
    for ask in (V.list_obligations, lambda at, *rest: V.assess(at), lambda at, *rest: V.decide("grant", at),
                lambda at, *rest: V.may("p-ana", "vote", "grant", at)):
        try:
            ask(at, None, None)
        except GLib.Error as error:
            if error.domain != "charter-error-quark":
                report(False, f"a question at {at}", error.message)
report(True, "questions at both ends of time")


# Record lines bring what they hide along: whatever that is, there are answers.
def commitment(value):
    salted = b"charter-commitment-1\0" + bytes(32) + text(value).encode()
    return {"commitment": hashlib.sha256(salted).hexdigest()}


def hide(line, value):
    """Every hidden member of the entry hides @value instead."""
    data, pointers = line["entry"]["data"], [opening["pointer"].split("/")[2] for opening in line["openings"]]
    for member in pointers:
        if isinstance(data[member], dict) and set(data[member]) == {"commitment"}:
            data[member] = commitment(value)
    line["openings"] = [{"pointer": f"/data/{member}", "salt": "00" * 32, "seq": line["entry"]["seq"], "value": value}
                        for member in pointers if data[member] == commitment(value)]


out = Gio.MemoryOutputStream.new_resizable()
AFTER[101].export(out, Charter.LineForm.RECORD, None)
out.close()
EXPORTED = out.steal_as_bytes().get_data().decode().splitlines()
IDS = ["p-ana", "p-ben", "north", "grant", "name", "meet-1", "act-1", "con-1", "goal-1", "int-1", "idea-1", "vision"]
for value in (5, -1, True, None, [], ["x"], [5], [[1]], {"a": 1}, {"commitment": "x"}, [{"id": 5}], "", "x" * 5000, "\u202e", 2 ** 53 - 1):
    lines = [json.loads(line) for line in EXPORTED]
    for line in lines:
        hide(line, value)
    odd = Charter.Partnership.new()
    odd.set_clock(CLOCK)
    taken = take_in(odd, "\n".join(map(text, lines)).encode())
    wrong, view, began = [], odd.get_view(), time.process_time()
    for at in (LATER, CLOCK):
        asks = [lambda: view.assess(at).to_json(), lambda: view.list_obligations(at, None, None), view.dump]
        asks += [lambda one=one: view.describe(one, at) for one in IDS]
        asks += [lambda one=one: view.decide(one, at).to_json() for one in ("grant", "name", "idle")]
        asks += [lambda act=act: view.may("p-ana", act, "con-1", at).to_json() for act in ("see-sealed", "handle-concern")]
        for ask in asks:
            try:
                ask()
            except GLib.Error as error:
                if error.domain != "charter-error-quark":
                    wrong.append(error.message)
    for entry_of in odd.get_entries():
        entry_of.to_json()
    back = Gio.MemoryOutputStream.new_resizable()
    odd.export(back, Charter.LineForm.SUBMISSION, None)
    report(taken == 101 and not wrong and time.process_time() - began < 5, f"what is hidden is {json.dumps(value)[:20]}",
           "\n".join([str(taken), *wrong]))


# Files
def path_of(name):
    return os.path.join(HERE, name)


def bytes_of(name):
    with open(path_of(name), "rb") as file:
        return file.read()


made = Charter.Partnership.create(path_of("good.charter"))
made.set_clock(CLOCK)
made.record_many("\n".join(story(10)))
del made
GOOD = bytes_of("good.charter")
os.mkdir(path_of("folder.charter"))
os.symlink("good.charter", path_of("link.charter"))
os.mkfifo(path_of("pipe.charter"))


def changed(name, statement):
    shutil.copy(path_of("good.charter"), path_of(name))
    database = sqlite3.connect(path_of(name), isolation_level=None)
    database.execute(statement)
    database.close()


changed("newer.charter", "PRAGMA user_version = 2")
changed("other.charter", "PRAGMA application_id = 1")
changed("trigger.charter", "CREATE TRIGGER evil AFTER INSERT ON entry BEGIN DELETE FROM entry; END")
changed("view.charter", "CREATE VIEW evil AS SELECT 1")
for name, content in (("empty.charter", b""), ("text.charter", b"hello\n" * 1000), ("cut.charter", GOOD[:len(GOOD) // 2]),
                      ("cut1.charter", GOOD[:-1])):
    with open(path_of(name), "wb") as file:
        file.write(content)
for name, codes, word in (("nothing.charter", ("not-found",), "does not exist"), ("folder.charter", ("store",), "directory"),
                          ("link.charter", ("store",), "symbolic link"), ("pipe.charter", ("store",), "ordinary file"),
                          ("nothing/a.charter", ("not-found",), "directory"), ("empty.charter", ("damaged",), "empty"),
                          ("text.charter", ("damaged",), "not a partnership record"), ("cut.charter", ("damaged",), "damaged"),
                          ("cut1.charter", ("damaged",), "damaged"), ("newer.charter", ("version",), "newer"),
                          ("other.charter", ("damaged",), "another program"), ("trigger.charter", ("damaged",), "evil"),
                          ("view.charter", ("damaged",), "evil")):
    whole = (lambda: bytes_of(name)) if os.path.isfile(path_of(name)) else None
    refused(f"open {name}", lambda: Charter.Partnership.open(path_of(name)), codes, name.split("/")[0].split(".")[0], word,
            same=whole)
    refused(f"read {name}", lambda: Charter.Partnership.open_read_only(path_of(name)), codes, word, same=whole)
    if os.path.lexists(path_of(name)):
        refused(f"create {name}", lambda: Charter.Partnership.create(path_of(name)), ("store",), "already there", same=whole)
reading = Charter.Partnership.open_read_only(path_of("good.charter"))
refused("write what was opened for reading", lambda: reading.submit(story(11)[10]), ("read-only",), same=dump_of(reading))
report(bytes_of("good.charter") == GOOD, "the good record is what it was")

shutil.rmtree(HERE)
print(f"1..{COUNT}")
sys.exit(1 if FAILED else 0)
