# SPDX-License-Identifier: LGPL-2.1-or-later
"""Builds libcharter in debug and release, runs every test, and adds up what ran."""

import json
import os
import re
import subprocess
import sys

SETTINGS = {
    "debug": ["--buildtype=debug", "-Db_sanitize=address,undefined", "-Db_lundef=false", "-Dwerror=true"],
    "release": ["--buildtype=release", "-Db_ndebug=false", "-Ddocumentation=true", "-Dwerror=true"],
}


def setup(folder, options):
    if os.path.exists(os.path.join(folder, "build.ninja")):
        return
    subprocess.run(["/usr/bin/meson", "setup", folder, *options], check=True, stdout=subprocess.DEVNULL)


def build(folder):
    done = subprocess.run(["ninja", "-C", folder], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        print(done.stdout[-8000:])
    return done.returncode == 0


def run_tests(folder):
    """Runs the tests of one build; returns (passed, failed, skipped, names of what failed)."""
    logs = os.path.join(folder, "meson-logs")
    for name in ("testlog.junit.xml", "testlog.json"):
        if os.path.exists(os.path.join(logs, name)):
            os.remove(os.path.join(logs, name))
    subprocess.run(["/usr/bin/meson", "test", "-C", folder, "--no-rebuild", "--print-errorlogs"], check=False)
    return count(logs)


def count(logs):
    """Cases of TAP programs are counted one by one, other programs as one each."""
    passed = failed = skipped = 0
    names = []
    with open(os.path.join(logs, "testlog.json"), encoding="utf-8") as lines:
        for line in lines:
            test = json.loads(line)
            good, bad, skip = count_tap(test.get("stdout", ""))
            if good + bad + skip == 0:
                good, bad, skip = {"OK": (1, 0, 0), "SKIP": (0, 0, 1)}.get(test["result"], (0, 1, 0))
            elif test["result"] not in ("OK", "SKIP") and bad == 0:
                bad = 1
            if bad:
                names.append(test["name"])
            passed, failed, skipped = passed + good, failed + bad, skipped + skip
    return passed, failed, skipped, names


TAP = re.compile(r"^(not ok|ok)\b(.*)$", re.MULTILINE)


def count_tap(text):
    good = bad = skip = 0
    for verdict, rest in TAP.findall(text):
        if re.search(r"#\s*skip", rest, re.IGNORECASE):
            skip += 1
        elif verdict == "ok":
            good += 1
        else:
            bad += 1
    return good, bad, skip


def main():
    base = sys.argv[1]
    totals = [0, 0, 0]
    for name, options in SETTINGS.items():
        folder = os.path.join(base, name)
        print(f"== {name}", flush=True)
        setup(folder, options)
        if not build(folder):
            totals[1] += 1
            continue
        passed, failed, skipped, names = run_tests(folder)
        print(f"{name}: {passed} passed, {failed} failed, {skipped} skipped")
        for failure in names:
            print(f"  failed: {failure}")
        totals = [a + b for a, b in zip(totals, (passed, failed, skipped))]
    if totals[2]:
        print(f"skipped, with the reason in the log: {totals[2]}")
    print(f"{totals[0]} passed, {totals[1]} failed")
    return 0 if totals[1] == 0 and totals[0] > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
