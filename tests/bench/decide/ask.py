# SPDX-License-Identifier: LGPL-2.1-or-later
"""Counting through PyGObject, against the same calls from C, measured in the same run.

   ask.py [--check] FOLDER          with what `decide FOLDER` left there
"""

import sys
import time

import gi
gi.require_version("Charter", "1")
from gi.repository import Charter, GLib

PASSES = 25
GOAL, AIM = 0.8, 0.95
BULK = ["U-10x100k", "R-10x100k", "U-10x1M"]     # what the goals are for


def order_of(count):
    layers = [sorted(int(name[1:]) for name in count.dup_layer(i)) for i in range(count.get_n_layers())]
    return " ".join("=".join(map(str, layer)) for layer in layers)


def from_text(path):
    return Charter.Election.new_from_file(path, "cef").count("schulze", None, None)


def from_memory(options, ranks):
    return Charter.Election.new_rankings(options, ranks).count("schulze", None, None)


def least(call):
    """Of the passes: what other load disturbs least."""
    times = []
    for _ in range(PASSES + 1):
        start = time.process_time()
        call()
        times.append((time.process_time() - start) * 1e6)
    return min(times)


def verdict(name, share):
    if name not in BULK:
        return ""
    return f" (goal: {GOAL}, aim {AIM}): " + ("aim reached" if share >= AIM else
                                              "reached" if share >= GOAL else "MISSED")


def main():
    check, folder, missed = sys.argv[1] == "--check", sys.argv[-1], False
    for line in open(folder + "/figures.txt", encoding="ascii"):
        name, n, text, memory, _, order = line.rstrip("\n").split(" ", 5)
        path, options = f"{folder}/{name}.cvotes", [f"c{i:02}" for i in range(int(n))]
        with open(f"{folder}/{name}.ranks", "rb") as file:
            ranks = GLib.Bytes.new(file.read())
        for what, base, call in (("text to result", text, lambda: from_text(path)),
                                 ("ranks in memory to result", memory, lambda: from_memory(options, ranks))):
            got = order_of(call())
            if got != order:
                sys.exit(f"{name}, {what}: the order is {got}")
            took = least(call)
            share = float(base) / took
            print(f"{name:<10} {what:<26} {took:10.1f} us, from C {float(base):10.1f} us: "
                  f"{share:5.2f} of its speed" + verdict(name, share))
            missed |= check and name in BULK and share < GOAL
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
