# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the Python tests in one process: the last, the walk, wants to know what the others called.

   run.py [MODULE…]
"""

import sys

import harness

MODULES = ["test_namespace", "test_values", "test_record", "test_errors", "test_calls",
           "test_things", "test_document", "test_models", "test_questions", "test_conflicts", "test_options", "test_question",
           "test_election",
           "test_register", "test_async", "test_store", "test_wrong", "test_twice", "test_slope", "test_stubs", "test_walk"]

sys.exit(harness.run(sys.argv[1:] or MODULES))
