# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every function, constructor and method of the library has been called by a test, and worked.
This comes last."""

import unittest

from harness import called, python_name, walk


class Walk(unittest.TestCase):
    def test_everything_was_called(self):
        missing = sorted(f"{owner or 'Charter'}.{python_name(info)}" for owner, info in walk()
                         if (owner, python_name(info)) not in called)
        print(f"# {len(called)} functions and methods were called")
        self.assertFalse(missing, "\n".join(["no test called:", *missing]))
