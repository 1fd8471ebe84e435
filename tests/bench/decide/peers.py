# SPDX-License-Identifier: LGPL-2.1-or-later
"""The peers that npm carries count the texts that `decide FOLDER` left, in turn with ours: a whole
process each, from reading the text to the order.

   peers.py [--check] DECIDE FOLDER       with the peers in FOLDER/peers
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile

PEERS = ["schulze-method", "votes", "condorcet", "caritat"]
SAMPLES = {"U-10x100k": (50, 150), "R-10x100k": (50, 150), "U-40x10k": (50, 200)}
ROUNDS = 7
# So many places of an order are published at most. The peers rank by the number of options beaten,
# which past them is another relation than that of the strongest paths.
PUBLISHED = 14


def digits(name):
    return int(name.lstrip("c"))


def layers_of(peer, out):
    """The peer's order as lists of options."""
    if peer == "schulze-method":
        return [sorted(place["indexes"]) for place in out]
    if peer == "votes":
        return [sorted(map(digits, layer)) for layer in out["ranking"]]
    if peer == "condorcet":
        return [[digits(name)] for name in out["ranking"]]
    return [sorted(map(digits, out["winners"]))]


def is_right(peer, layers, order):
    """Compared as far as a peer says: `condorcet` gives no ties and puts those in some order, and
    `caritat` counts duels won, so that its winner alone is Schulze's."""
    known = [sorted(map(int, layer.split("="))) for layer in order.split(" ")][:PUBLISHED]
    if peer == "caritat":
        return layers[0] == known[0]
    if peer == "condorcet":
        flat = [option for layer in layers for option in layer]
        return all(sorted(flat[at:at + len(layer)]) == layer for at, layer in zip(
            (sum(map(len, known[:i])) for i in range(len(known))), known))
    return layers[:PUBLISHED] == known


def run(command):
    """What it printed, its CPU seconds and its peak memory in MiB."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(command)} failed")
        out.seek(0)
        return out.read().decode(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(values):
    return f"{statistics.median(values):8.3f} ({min(values):.3f} to {max(values):.3f})"


class Race:
    def __init__(self, decide, folder, name, options, order):
        self.name, self.order = name, order
        text = f"{folder}/{name}.cvotes"
        self.commands = {"libcharter": [decide, "--once", text]}
        for peer in PEERS:
            self.commands[peer] = ["node", f"{folder}/peers/peers.mjs", peer, text, options]
        self.cpu = {peer: [] for peer in self.commands}
        self.count, self.peak, self.shown = {peer: [] for peer in PEERS}, {}, set()

    def check(self, peer, out):
        if peer == "libcharter":
            right = out.startswith(f"order {self.order}\n")
            shown = out.split("\n")[0]
        else:
            told = json.loads(out)
            layers = layers_of(peer, told["out"])
            right, shown = is_right(peer, layers, self.order), json.dumps(told["out"], separators=(",", ":"))
            self.count[peer].append(told["count_ms"])
        if peer not in self.shown:
            self.shown.add(peer)
            print(f"  {peer} answers {shown}")
        if not right:
            sys.exit(f"{self.name}: {peer} answers otherwise than is published, so no time is taken")

    def go(self):
        for turn in range(ROUNDS + 1):
            for peer, command in self.commands.items():
                out, cpu, peak = run(command)
                self.check(peer, out)
                self.cpu[peer].append(cpu)
                # Ours tells its own: what wait4() tells is at least what this script takes.
                self.peak[peer] = float(out.split("peak ")[1].split(" ")[0]) if peer == "libcharter" else peak
            if turn == 0:       # to warm up
                self.cpu = {peer: [] for peer in self.commands}
                self.count = {peer: [] for peer in PEERS}

    def tell(self, must, aim, matrix):
        ours = statistics.median(self.cpu["libcharter"])
        for peer, cpu in self.cpu.items():
            print(f"  {peer:<16} {median(cpu)} s of CPU, {self.peak[peer]:6.1f} MiB, "
                  f"{statistics.median(cpu) / ours:8.1f} times ours")
        fastest = min(statistics.median(self.cpu[peer]) for peer in PEERS) / ours
        # Peers tell wall time, so the fastest of all rounds is taken.
        count = min(min(self.count[peer]) for peer in PEERS) * 1e3 / matrix
        missed = [goal("text to result, faster than the fastest peer", fastest, must, aim)]
        if self.name == "U-10x100k":
            missed.append(goal("packed to matrix, faster than the fastest count", count, 100, 400))
        return any(missed)


def goal(what, value, must, aim):
    """Was it missed?"""
    print(f"  {what}: {value:.1f} times (goal: at least {must}, aim {aim}): "
          + ("aim reached" if value >= aim else "reached" if value >= must else "MISSED"))
    return value < must


def main():
    decide, folder = sys.argv[-2:]
    missed = False
    for line in open(folder + "/figures.txt", encoding="ascii"):
        name, options, _, _, matrix, order = line.rstrip("\n").split(" ", 5)
        if name not in SAMPLES:
            continue
        print(f"{name}: {ROUNDS} rounds, in turn, load average {os.getloadavg()[0]:.2f}")
        race = Race(decide, folder, name, options, order)
        race.go()
        missed |= race.tell(*SAMPLES[name], float(matrix))
        print(f"  load average at the end {os.getloadavg()[0]:.2f}", flush=True)
    return 1 if missed and sys.argv[1] == "--check" else 0


if __name__ == "__main__":
    sys.exit(main())
