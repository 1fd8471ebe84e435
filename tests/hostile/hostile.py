# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the charter command on bad input: it must end soon, with the right status and in words,
and must leave what was there as it was."""

import atexit
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "command"))

from harness import CHARTER, check, environment, finish, report  # noqa: F401

HERE = tempfile.mkdtemp(prefix="charter-hostile-")
atexit.register(shutil.rmtree, HERE, ignore_errors=True)
SECONDS = 5          # of the processor, for any answer
PATIENCE = 60        # on the clock: machines are busy, and a lock is waited for
COMPLAINTS = re.compile("Sanitizer|runtime error|CRITICAL|WARNING|ERROR \\*\\*|assertion|core dumped")


def here(name):
    return os.path.join(HERE, name)


def bytes_of(paths):
    found = []
    for path in paths:
        try:
            with open(path, "rb") as file:
                found.append(file.read())
        except OSError as error:
            found.append(error.errno)
    return found


def limit(before=None):
    def apply():
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        if before is not None:
            before()
    return apply


def call(*args, stdin=b"", before=None, **env):
    """(status, standard output, standard error); the status is a text where it did not end."""
    try:
        done = subprocess.run([CHARTER, *args], cwd=HERE, input=stdin, capture_output=True, check=False,
                              timeout=PATIENCE, env=environment(**env), preexec_fn=limit(before))
    except subprocess.TimeoutExpired:
        return "no end", b"", b""
    status = "killed by signal %d" % -done.returncode if done.returncode < 0 else done.returncode
    return status, done.stdout, done.stderr


def faults_of(status, wanted, out, err, words):
    both = (out + err).decode("utf-8", "replace")
    shown = re.sub(r"\s+", " ", both)
    faults = [] if status in (wanted if isinstance(wanted, tuple) else (wanted,)) else [f"status {status}, not {wanted}"]
    if COMPLAINTS.search(both):
        faults.append("the library or the sanitizer complained")
    faults += [f"not said: {word!r}" for word in words if re.sub(r"\s+", "", word) not in re.sub(r"\s+", "", shown)]
    if any(ord(sign) < 32 and sign not in "\n\t" for sign in both):
        faults.append("a control character came out")
    if status not in (0, 3) and not err and not out:
        faults.append("nothing was said")
    if len(err) > 10000:
        faults.append("too much was said")
    return faults


def row(name, args, status, words=(), kept=(), stdin=b"", before=None, **env):
    """One call; gives back its standard output and standard error."""
    held = bytes_of(kept)
    got, out, err = call(*args, stdin=stdin, before=before, **env)
    faults = faults_of(got, status, out, err, words)
    if bytes_of(kept) != held:
        faults.append("something was changed: " + " ".join(kept))
    report(not faults, name, "\n".join([" ".join(repr(arg)[:200] for arg in args), *faults, "--",
                                        out.decode("utf-8", "replace")[-1500:], "--",
                                        err.decode("utf-8", "replace")[-3000:]]))
    return out, err


def skip(name, why):
    print(f"ok {next_number()} - {name} # SKIP {why}")


def next_number():
    import harness
    harness.COUNT += 1
    return harness.COUNT


def must(*args, stdin=b""):
    """Something that is no test, but must work for one."""
    status, out, err = call(*args, stdin=stdin)
    if status != 0:
        raise SystemExit(f"Bail out! {args}: {status} {err.decode('utf-8', 'replace')}")
    return out
