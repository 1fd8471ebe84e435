# SPDX-License-Identifier: LGPL-2.1-or-later
"""Compares the model with the library on random elections and histories; TAP.

   python3 -m model [--elections N] [--histories N] [--seed SEED] [--jobs N] [--progress]
   python3 -m model --one election:SEED:NUMBER

Without a seed a new one is drawn; it is printed always, and the same seed makes the same cases. A
difference is made as small as it can be and printed as a file that shows it alone.
"""

import argparse
import collections
import concurrent.futures
import secrets
import sys
import time

from . import cases, compare, generate, properties, scenarios

AT_MOST = 5     # differences that are made small and shown


def work(kind, seed, numbers):
    """One part of the cases: (counts, differences, broken properties)."""
    counts, different, wrong = collections.Counter(), [], []
    for number in numbers:
        name = f"{seed}:{number}"
        case = getattr(generate, kind)(name)
        counts["cases"] += 1
        found, told = compare.check(kind, case)
        counts.update(told)
        if found:
            different.append(number)
        for one in compare.parts(kind, case):
            applied, broken = properties.broken(kind, one, name)
            counts.update({f"property: {what}": 1 for what in applied})
            wrong += [(number, *row) for row in broken]
    return counts, different, wrong


def run(kind, many, seed, jobs, progress):
    """All cases of a kind, in parts, so that progress can be told."""
    started, size = time.monotonic(), max(1, min(500, many // (4 * jobs) or 1))
    parts = [range(i, min(i + size, many)) for i in range(0, many, size)]
    counts, different, wrong = collections.Counter(), [], []

    def take(answer):
        counts.update(answer[0])
        different.extend(answer[1])
        wrong.extend(answer[2])
        if progress:
            print(f"# {counts['cases']} of {many} {kind} cases, {len(different)} different, "
                  f"{time.monotonic() - started:.0f} s", flush=True)

    if jobs == 1:
        for numbers in parts:
            take(work(kind, seed, numbers))
    else:
        with concurrent.futures.ProcessPoolExecutor(jobs) as pool:
            for answer in pool.map(work, *zip(*[(kind, seed, numbers) for numbers in parts])):
                take(answer)
    return counts, different, wrong


class Tap:
    def __init__(self):
        self.number, self.failed = 0, 0

    def say(self, good, what, *lines):
        self.number += 1
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.number} - {what}")
        for line in lines:
            for part in str(line).splitlines():
                print(f"# {part}")
        sys.stdout.flush()


def show(kind, seed, number):
    """The smallest case that differs, and how."""
    case = getattr(generate, kind)(f"{seed}:{number}")
    less, found = compare.smallest(kind, case)
    yield f"seed {seed}, number {number}; alone: python3 -m model --one {kind}:{seed}:{number}"
    for row in found:
        yield "; ".join(f"{name} {value}" for name, value in zip(("where", "member", "model", "library"), row))
    yield compare.told(less)


def models(tap):
    """The model itself, on what is published."""
    if cases.there():
        files, answers, wrong = cases.run()
        tap.say(not wrong, f"the model gives {answers} published answers of {files} elections", *wrong)
    else:
        print("ok 1 - published elections # SKIP the folder of published elections is not there")
        tap.number += 1
    files, asked, _, wrong = scenarios.run()
    tap.say(files > 0 and not wrong, f"the model gives {asked} answers of {files} scenario files", *wrong)


def both(tap, kind, many, seed, jobs, progress):
    counts, different, wrong = run(kind, many, seed, jobs, progress)
    lines = [line for number in different[:AT_MOST] for line in show(kind, seed, number)]
    tap.say(not different, f"{counts['cases']} random {kind} cases, seed {seed}: model and library agree", *lines,
            *[f"{what}: {n}" for what, n in sorted(counts.items()) if not what.startswith("property")])
    checks = {"history": properties.HISTORIES, "election": properties.ELECTIONS}[kind]
    for name in checks:
        bad = [row for row in wrong if row[1] == name]
        enough = counts[f"property: {name}"] > 0 or many < 1000
        tap.say(not bad and enough,
                f"{kind}, {name}: holds in {counts[f'property: {name}']} cases",
                *[f"seed {seed}, number {row[0]}: {row[2]} is not {row[3]}" for row in bad[:AT_MOST]])


def main():
    parser = argparse.ArgumentParser(prog="model", description="Compares the model with the library.")
    parser.add_argument("--elections", type=int, default=1000)
    parser.add_argument("--histories", type=int, default=100)
    parser.add_argument("--seed", default=None)
    parser.add_argument("--history-seed", default=None, help="another seed for the histories")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--progress", action="store_true")
    parser.add_argument("--one", metavar="KIND:SEED:NUMBER")
    asked = parser.parse_args()
    if asked.one:
        kind, seed, number = asked.one.split(":")
        found, _ = compare.check(kind, getattr(generate, kind)(f"{seed}:{number}"))
        print("\n".join(show(kind, seed, number)) if found else "model and library agree")
        return 1 if found else 0
    seed = asked.seed or str(secrets.randbelow(10 ** 9))
    print(f"# seed {seed}")
    tap = Tap()
    print(f"1..{2 + sum(1 + len(p) for p in (properties.ELECTIONS, properties.HISTORIES))}")
    models(tap)
    both(tap, "election", asked.elections, seed, asked.jobs, asked.progress)
    both(tap, "history", asked.histories, asked.history_seed or seed, asked.jobs, asked.progress)
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main())
