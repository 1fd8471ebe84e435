# SPDX-License-Identifier: LGPL-2.1-or-later
"""Imports that are killed: whatever was acknowledged is there, and each import is there whole or not at all.

   test_kills.py [KILLS [SEED]]
"""

import json
import os
import random
import subprocess
import sys
import time

from hostile import CHARTER, HERE, check, environment, finish, here, must
from rows import TEAM, entry, text

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 100
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(2 ** 32)
CHANCE = random.Random(SEED)
T = ["--at", "2026-01-05T09:00:00Z", "--recorded", "2026-01-05T09:00:00Z"]

print(f"# seed {SEED}")
must("new", "killed.charter", "--charter", TEAM, *T)


def lines_of(number):
    size = CHANCE.randint(1, 25)
    return size, "\n".join(text(entry("partner-joined", {"id": f"n-{number}-{i}", "name": "N" * CHANCE.randint(1, 1500)},
                                      by=None, at="2026-01-06T09:00:00Z")) for i in range(size)).encode()


def start(lines):
    child = subprocess.Popen([CHARTER, "record", "killed.charter", "--file", "-", "--recorded", "2026-02-01T00:00:00Z"],
                             cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                             env=environment())
    child.stdin.write(lines)
    child.stdin.close()
    return child


def known():
    return json.loads(must("show", "killed.charter", "--json"))["known"]


def run(number, seconds):
    """(entries, killed, acknowledged) of one import that has so long to live."""
    size, lines = lines_of(number)
    child = start(lines)
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
    said = child.stdout.read()
    child.stdout.close()
    return size, child.wait() < 0, said.startswith(b"Recorded")


head = known()
whole = 60.0
for number in range(3):
    began = time.monotonic()
    size, killed, acknowledged = run(number, 60)
    whole = min(whole, time.monotonic() - began)
    check("an import that is left alone", acknowledged and known() == head + size)
    head += size
kills = acknowledgements = unclear = hot = 0
lost, halves = [], []
while kills < KILLS and number < 10 * KILLS:
    number += 1
    size, killed, acknowledged = run(number, CHANCE.uniform(0, whole))
    hot += os.path.exists(here("killed.charter-journal"))
    found = known()
    kills += killed
    acknowledgements += acknowledged
    unclear += found == head + size and not acknowledged
    if acknowledged and found != head + size:
        lost.append(number)
    if found not in (head, head + size):
        halves.append((number, head, size, found))
    head = found
print(f"# {number} imports, {kills} kills, {acknowledgements} acknowledged, {unclear} written and not acknowledged, "
      f"{hot} journals left behind, {head} entries")
check(f"{KILLS} kills", kills == KILLS)
check("nothing acknowledged was lost", not lost, lost)
check("every import is there whole or not at all", not halves, halves)
entries = json.loads(must("show", "killed.charter", "--entries", "--json"))
check("the record reads to its end", [one["seq"] for one in entries] == list(range(1, head + 1)))

finish()
