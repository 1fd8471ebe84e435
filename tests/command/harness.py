# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the charter command and says in TAP whether it did what a row asks for."""

import json
import os
import pty
import select
import subprocess
import sys
import unicodedata

CHARTER = os.environ["CHARTER"]
COUNT = 0
FAILED = 0


def environment(**extra):
    env = {key: os.environ[key] for key in ("PATH", "HOME", "LD_LIBRARY_PATH", "ASAN_OPTIONS",
                                            "LSAN_OPTIONS", "UBSAN_OPTIONS", "G_SLICE", "G_DEBUG",
                                            "TMPDIR") if key in os.environ}
    env.update({"LC_ALL": "C.UTF-8", "TZ": "UTC"}, **extra)
    return {key: value for key, value in env.items() if value is not None}


def run(*args, cwd=None, stdin=b"", **env):
    """(status, standard output, standard error) of one call; output as text."""
    done = subprocess.run([CHARTER, *args], cwd=cwd, input=stdin, capture_output=True,
                          env=environment(**env), timeout=120, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")


def run_on_terminal(*args, cwd=None, columns=80, **env):
    """(status, what a terminal of that width shows) of one call."""
    leader, follower = pty.openpty()
    import fcntl
    import struct
    import termios
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    child = subprocess.Popen([CHARTER, *args], cwd=cwd, stdin=subprocess.DEVNULL, stdout=follower,
                             stderr=subprocess.DEVNULL, env=environment(TERM="xterm", **env))
    os.close(follower)
    shown = b""
    while True:
        ready, _, _ = select.select([leader], [], [], 60)
        try:
            part = os.read(leader, 65536) if ready else b""
        except OSError:
            part = b""
        if not part:
            break
        shown += part
    os.close(leader)
    return child.wait(), shown.decode("utf-8").replace("\r\n", "\n")


def width(line):
    """Columns that a line takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in line)


def report(good, name, note=""):
    global COUNT, FAILED
    COUNT += 1
    FAILED += not good
    print(f"{'ok' if good else 'not ok'} {COUNT} - {name}")
    if not good:
        for line in str(note).splitlines():
            print(f"# {line}")
    sys.stdout.flush()


def expect(name, args, status, out=(), err=(), not_out=(), is_json=False, cwd=None, stdin=b"", **env):
    """One row: exit status, words on both outputs, words that must not be there, JSON."""
    got, stdout, stderr = run(*args, cwd=cwd, stdin=stdin, **env)
    faults = []
    if got != status:
        faults.append(f"exit status {got}, not {status}")
    faults += [f"not on the standard output: {word!r}" for word in out if word not in stdout]
    faults += [f"not on the standard error: {word!r}" for word in err if word not in stderr]
    faults += [f"on the standard output: {word!r}" for word in not_out if word in stdout]
    if "CRITICAL" in stderr or "WARNING" in stderr or "Sanitizer" in stderr:
        faults.append("the library or the sanitizer complained")
    if not err and stderr:
        faults.append("something on the standard error")
    if is_json:
        try:
            json.loads(stdout)
        except ValueError as error:
            faults.append(f"no JSON: {error}")
    report(not faults, name, "\n".join([" ".join(map(str, args)), *faults, "--", stdout[-2000:], "--", stderr[-2000:]]))
    return stdout


def check(name, good, note=""):
    report(bool(good), name, note)


def finish():
    print(f"1..{COUNT}")
    sys.exit(1 if FAILED else 0)
