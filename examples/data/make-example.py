#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes alliance.jsonl, the example partnership: see README.md.  Needs nothing but Python 3."""

import collections
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import story_2025
import story_2026
import telling

story_2025.story()
story_2026.story()
entries = telling.write(Path(__file__).with_name("alliance.jsonl"))

if "--counts" in sys.argv:
    for kind, count in sorted(collections.Counter(e["kind"] for e in entries).items()):
        print("%4d  %s" % (count, kind))
print("%d entries" % len(entries))
