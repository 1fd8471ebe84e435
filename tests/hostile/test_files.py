# SPDX-License-Identifier: LGPL-2.1-or-later
"""`.charter` files that are none, are damaged, newer, foreign, locked, or cannot grow."""

import json
import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import threading

from hostile import CHARTER, HERE, bytes_of, call, check, environment, faults_of, finish, here, must, report, row, skip
from rows import TEAM, entry, text

T = ["--at", "2026-01-05T09:00:00Z", "--recorded", "2026-01-05T09:00:00Z"]
LATE = ["--recorded", "2026-02-01T00:00:00Z"]
JOIN = ["partner-joined", "id=south", "name=South", *T]

os.chmod(HERE, 0o755)
must("new", "good.charter", "--charter", TEAM, *T)
must("record", "good.charter", "partner-joined", "id=north", "name=North", *T)
with open(here("good.charter"), "rb") as opened:
    GOOD = opened.read()


def write(name, content):
    with open(here(name), "wb") as file:
        file.write(content)


def changed(name, *statements):
    shutil.copy(here("good.charter"), here(name))
    database = sqlite3.connect(here(name), isolation_level=None)
    for statement in statements:
        database.execute(*statement) if isinstance(statement, tuple) else database.execute(statement)
    database.close()


def leaf(seq):
    database = sqlite3.connect(here("good.charter"))
    found = json.loads(database.execute("SELECT leaf FROM entry WHERE seq = ?", (seq,)).fetchone()[0])
    database.close()
    return found


def with_leaf(name, seq, content):
    changed(name, ("UPDATE entry SET leaf = ? WHERE seq = ?",
                   (content if isinstance(content, str) else text(content), seq)))


def unusable(label, name, *words):
    """Neither read nor written."""
    kept = [here(name)] if os.path.isfile(here(name)) and not os.path.islink(here(name)) else []
    row(f"show: {label}", ["show", name], 2, [name, *words], kept)
    row(f"record: {label}", ["record", name, *JOIN], 2, [name, *words], kept)


def broken_off(label, name, *words):
    """Read up to the last good entry, which is no full answer, and not written."""
    row(f"show: {label}", ["show", name], 3, ["Only part of the record could be read", *words], [here(name)])
    row(f"record: {label}", ["record", name, *JOIN], 2, ["can only be read", "Nothing was recorded", *words], [here(name)])


# What is no file, or another
unusable("no file", "nothing.charter", "does not exist")
unusable("no folder", "nothing/nothing.charter", "not a directory")
os.mkdir(here("folder.charter"))
unusable("a folder", "folder.charter", "is a directory")
os.symlink("good.charter", here("link.charter"))
unusable("a symbolic link", "link.charter", "symbolic link")
os.symlink("nothing", here("dangling.charter"))
unusable("a symbolic link to nothing", "dangling.charter", "symbolic link")
os.mkfifo(here("pipe.charter"))
unusable("a pipe", "pipe.charter", "not an ordinary file")
unusable("a device", "/dev/zero", "not an ordinary file")
write("empty.charter", b"")
unusable("an empty file", "empty.charter", "is empty")
write("text.charter", b"hello\n" * 1000)
unusable("a text", "text.charter", "not a partnership record")
unusable("a file as a folder", "good.charter/x.charter", "does not exist")
check("what a link leads to is as it was", bytes_of([here("good.charter")]) == [GOOD])
for name in ("good", "folder", "link", "dangling", "pipe", "empty"):
    row(f"new over {name}", ["new", name + ".charter", *T], 2, ["already there"], [here("good.charter"), here("empty.charter")])
check("the folder, links and pipe are what they were",
      os.path.isdir(here("folder.charter")) and os.path.islink(here("link.charter")) and
      os.path.islink(here("dangling.charter")) and stat.S_ISFIFO(os.stat(here("pipe.charter")).st_mode))

# Cut
for length in (1, 15, 16, 99, 100, 1000, 4095, 4096, 8192, len(GOOD) // 2, len(GOOD) - 4096, len(GOOD) - 1):
    write("cut.charter", GOOD[:length])
    row(f"cut after {length} bytes", ["show", "cut.charter"], 2, ["cut.charter"], [here("cut.charter")])
    row(f"cut after {length} bytes, to be written", ["record", "cut.charter", *JOIN], 2, ["cut.charter"], [here("cut.charter")])
for place in range(0, len(GOOD), 1511):
    write("bit.charter", GOOD[:place] + bytes([GOOD[place] ^ 0x55]) + GOOD[place + 1:])
    row(f"byte {place} turned", ["show", "bit.charter", "--entries"], (0, 2, 3), (), [here("bit.charter")])

# Newer, and not of this library
changed("newer.charter", "PRAGMA user_version = 2")
unusable("a newer file", "newer.charter", "newer version of this library")
changed("below.charter", "PRAGMA user_version = -1")
unusable("a file of no version", "below.charter", "no format")
changed("other.charter", "PRAGMA application_id = 1")
unusable("a file of another program", "other.charter", "another program")
for label, statement in (("trigger", "CREATE TRIGGER evil AFTER INSERT ON entry BEGIN DELETE FROM entry; END"),
                         ("view", "CREATE VIEW evil AS SELECT * FROM entry"), ("table", "CREATE TABLE evil (a)"),
                         ("index", "CREATE INDEX evil ON entry (leaf)"),
                         ("column", "ALTER TABLE entry ADD COLUMN evil TEXT")):
    changed("foreign.charter", statement)
    unusable(f"a foreign {label}", "foreign.charter", "did not put there")
changed("view.charter", "ALTER TABLE entry RENAME TO kept", "CREATE VIEW entry AS SELECT * FROM kept")
unusable("a view in place of a table", "view.charter", "did not put there")

# Broken off
changed("gap.charter", "DELETE FROM entry WHERE seq = 2")
broken_off("an entry that is missing", "gap.charter", "Entry 2")
changed("tail.charter", "DELETE FROM entry WHERE seq = 3")
unusable("a last entry that is missing", "tail.charter", "should end at entry 3")
changed("head.charter", "UPDATE head SET text = 'x'")
unusable("a damaged head", "head.charter", "damaged")
changed("headless.charter", "DELETE FROM head")
unusable("no head", "headless.charter", "damaged")
third = leaf(3)
with_leaf("garbage.charter", 3, "garbage")
broken_off("an entry that is garbage", "garbage.charter", "Entry 3", "garbage")
with_leaf("void.charter", 3, "")
broken_off("an entry that is empty", "void.charter", "Entry 3", "empty")
with_leaf("spaced.charter", 3, json.dumps(third))
broken_off("an entry in another spelling", "spaced.charter", "Entry 3", "canonical")
with_leaf("kind.charter", 3, {**third, "kind": "moon-landed"})
broken_off("an entry of a newer kind", "kind.charter", "Entry 3", "moon-landed", "a newer one may")
with_leaf("member.charter", 3, {**third, "data": {**third["data"], "moon": True}})
broken_off("an entry with a newer member", "member.charter", "Entry 3", "/data/moon")
first, second = leaf(1), leaf(2)
first["data"]["format"] = "2"
with_leaf("format.charter", 1, first)
broken_off("a record of a newer format", "format.charter", "format 2", "reads format 1")
second["data"]["charter"]["charter"] = "2"
with_leaf("document.charter", 2, second)
broken_off("a charter of a newer format", "document.charter", "Entry 2", "format 2", "reads format 1")
second["data"]["charter"]["charter"] = "1"
second["data"]["charter"]["roles"] *= 2
with_leaf("twice.charter", 2, second)
broken_off("a charter that contradicts itself", "twice.charter", "Entry 2", "/data/charter/roles/2/id")
with_leaf("begins.charter", 1, {**third, "seq": 1})
broken_off("a record that begins in the middle", "begins.charter", "begins with partnership-founded")
with_leaf("correction.charter", 3, {**third, "kind": "entry-corrected",
                                    "data": {"entry": leaf(2)["id"], "set": {"charter": 5}}})
broken_off("a correction of what cannot be corrected", "correction.charter", "Entry 3", "/data/set/charter")
with_leaf("seq.charter", 3, {**third, "seq": 4})
broken_off("a wrong number", "seq.charter", "Entry 3", "/seq")
changed("openings.charter", "UPDATE opening SET text = 'x'")
row("openings that are garbage", ["show", "openings.charter", "--entries"], 0, ["redacted"], [here("openings.charter")])


# Read-only: nobody may do everything, so this is tried as nobody.
def as_nobody():
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def may_run():
    try:
        return subprocess.run([CHARTER, "--version"], preexec_fn=as_nobody, capture_output=True, env=environment(),
                              check=False).returncode == 0
    except OSError:
        return False


shutil.copy(here("good.charter"), here("reading.charter"))
os.chmod(here("reading.charter"), 0o444)
os.mkdir(here("closed"))
shutil.copy(here("good.charter"), here("closed/a.charter"))
os.chmod(here("closed/a.charter"), 0o666)
os.chmod(here("closed"), 0o555)
shutil.copy(here("good.charter"), here("secret.charter"))
os.chmod(here("secret.charter"), 0o000)
if may_run():
    kept = [here("reading.charter"), here("closed/a.charter")]
    row("read what is read-only", ["show", "reading.charter"], 0, ["north"], kept, before=as_nobody)
    row("write what is read-only", ["record", "reading.charter", *JOIN], 2, ["may not be written"], kept, before=as_nobody)
    row("read in a folder that is read-only", ["show", "closed/a.charter"], 0, ["north"], kept, before=as_nobody)
    row("write in a folder that is read-only", ["record", "closed/a.charter", *JOIN], 2, ["directory that may not be written"],
        kept, before=as_nobody)
    row("read what is nobody's business", ["show", "secret.charter"], 2, ["may not be read"], before=as_nobody)
    row("make a record where nothing may be made", ["new", "closed/b.charter", *T], 2, ["cannot be created"], before=as_nobody)
else:
    skip("files that are read-only", "nobody may not run the command")

# Locked, by this process
shutil.copy(here("good.charter"), here("locked.charter"))
lock = sqlite3.connect(here("locked.charter"), isolation_level=None)
lock.execute("BEGIN EXCLUSIVE")
answers = {}


def ask(name, *args):
    answers[name] = call(*args)


threads = [threading.Thread(target=ask, args=("read", "show", "locked.charter")),
           threading.Thread(target=ask, args=("write", "record", "locked.charter", *JOIN))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
lock.execute("ROLLBACK")
for name, (status, out, err) in answers.items():
    faults = faults_of(status, 2, out, err, ["locked by another program", "try again"])
    report(not faults, f"{name} what is locked", "\n".join([*faults, err.decode()]))
row("when the lock is gone", ["record", "locked.charter", *JOIN], 0, ["entry 4"])
lock.close()


# A file that may not grow
LINES = "\n".join(text(entry("partner-joined", {"id": f"n-{i}", "name": "N" * 200}, by=None, at="2026-01-06T09:00:00Z"))
                  for i in range(2000)).encode()


def no_more_than(size):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def state_of(name):
    return must("show", name, "--entries", "--json")


shutil.copy(here("good.charter"), here("full.charter"))
before = state_of("full.charter")
for size in (0, 4096, len(GOOD), len(GOOD) + 4096, 200000):
    row(f"an import where files may have {size} bytes", ["record", "full.charter", "--file", "-", *LATE], 2,
        ["the file may not grow", "Nothing was recorded"], stdin=LINES, before=no_more_than(size))
    check(f"and nothing of it is there ({size})", state_of("full.charter") == before)
check("byte for byte", bytes_of([here("full.charter")]) == [GOOD])
for size in (0, 1000, 20000):
    row(f"a new record where files may have {size} bytes", ["new", "grown.charter", "--charter", TEAM, *T], 2,
        ["grown.charter"], before=no_more_than(size))
    check(f"and no file is left ({size})", not os.path.exists(here("grown.charter"))
          and not os.path.exists(here("grown.charter-journal")))
row("there is room again", ["record", "full.charter", "--file", "-", *LATE], 0, ["Recorded 2000 entries"], stdin=LINES)

SMALL = """
set -e
mount -t tmpfs -o size=96k none "$1"
cp "$2" "$1/a.charter"
"$3" record "$1/a.charter" --file "$4" --recorded 2026-02-01T00:00:00Z 2>"$1.err" && echo recorded || echo "status $?"
cat "$1.err"
cmp "$2" "$1/a.charter" && "$3" show "$1/a.charter"
"""
os.mkdir(here("small"))
write("lines.jsonl", LINES)
SMALL_ARGS = ["unshare", "-Urm", "sh", "-c", SMALL, "sh", here("small"), here("good.charter"), CHARTER, here("lines.jsonl")]
if shutil.which("unshare") and subprocess.run(["unshare", "-Urm", "sh", "-c", "mount -t tmpfs none " + here("small")],
                                              capture_output=True, check=False).returncode == 0:
    done = subprocess.run(SMALL_ARGS, capture_output=True, env=environment(), timeout=60, check=False)
    faults = faults_of(done.returncode, 0, done.stdout, done.stderr, ["status 2", "the disk is full", "north"])
    report(not faults, "a disk that is full", "\n".join([*faults, done.stdout.decode(), done.stderr.decode()]))
else:
    skip("a disk that is full", "no file system can be mounted here")
with open("/dev/full", "wb") as full:
    for args in (["show", "good.charter"], ["export", "good.charter"], ["check", TEAM, "--json"]):
        done = subprocess.run([CHARTER, *args], cwd=HERE, stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
        faults = faults_of(done.returncode, 2, b"", done.stderr, [])
        report(not faults, f"{args[0]} to a full disk", "\n".join([*faults, done.stderr.decode()]))
row("an export to where nothing can be", ["export", "good.charter", "-o", "nothing/x.jsonl"], 2, ["nothing/x.jsonl"])
row("an export over a folder", ["export", "good.charter", "-o", "folder.charter"], 2, ["folder.charter"])

finish()
