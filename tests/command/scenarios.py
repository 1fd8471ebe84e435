# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs every scenario file of a folder (and of those in it) in one go, in TAP."""

import glob
import os
import sys

files = sorted(glob.glob(os.path.join(sys.argv[1], "**", "*.json"), recursive=True))
if not files:
    print("1..0 # SKIP no scenario files")
    sys.exit(0)
os.execv(os.environ["CHARTER"], [os.environ["CHARTER"], "test", "--tap", "--twins", *files])
