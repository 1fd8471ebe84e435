# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints where this Python finds overrides of PyGObject, within a prefix if it looks there.

   python-dir.py PREFIX
"""

import os
import sys
import sysconfig

import gi.repository

prefix = sys.argv[1]
own = os.path.dirname(gi.__file__)
seen = [own] + [os.path.join(path, "gi") for path in sys.path if path.endswith("-packages")]
outside = sysconfig.get_path("purelib", "posix_prefix", vars={"base": prefix, "platbase": prefix})
within = next((path for path in seen if path.startswith(prefix + os.sep)),
              os.path.join(outside, "gi"))
print(os.path.join(within, "overrides"))
