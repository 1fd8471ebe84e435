# SPDX-License-Identifier: LGPL-2.1-or-later
"""Files of ballots that are none, or more than is allowed, in every format that is read."""

import os

from hostile import HERE, call, check, finish, here, row, skip
from rows import colliding

FORMATS = ["cef", "blt", "abif", "abif-scores", "preflib", "csv", "csv-options", "debian", "json"]
FAULTY = (0, 1, 2)     # some formats have a meaning for it; none may crash or stay silent


def write(name, content):
    with open(here(name), "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
    return here(name)


def blt(options, ballots):
    return f"{len(options)} 1\n{ballots}0\n" + "".join(f'"{name}"\n' for name in options) + '"T"\n'


# — texts that no format has —
for label, content, words in (
        ("empty", b"", []), ("a zero byte", b"1:A\0B\n", ["zero byte"]), ("bare bytes", bytes(range(1, 256)), []),
        ("Latin-1", b"1:\xc4rger\n", []), ("UTF-16", "A > B\n".encode("utf-16"), []),
        ("a lone surrogate", b"\xed\xa0\x80", []), ("commas", b"," * 100000, []), ("quotes", b'"' * 100001, []),
        ("brackets", b"[" * 100000, []), ("braces", b"{" * 100000, []), ("digits", b"9" * 100000, []),
        ("greater", b">" * 100000, []), ("colons", b":" * 100000, []), ("line ends", b"\n" * 100000, []),
        ("carriage returns", b"\r" * 100000, []), ("comments", b"#\n" * 100000, []), ("a line of 17 MiB", b"x" * (17 << 20), [])):
    path = write("bad", content)
    for form in FORMATS:
        wanted = FAULTY if label in ("empty", "line ends", "comments", "bare bytes", "Latin-1", "commas", "quotes",
                                     "carriage returns", "digits", "greater", "brackets", "braces") else 2
        if label in ("a zero byte", "UTF-16", "a lone surrogate") and form == "csv":
            wanted = 2
        row(f"{label} as {form}", ["tally", path, "--format", form], wanted, ["bad:"] if wanted == 2 else [], [path])
    row(f"{label}, its format told from it", ["tally", path], FAULTY, [], [path])

# — numbers —
BIG = 2 ** 63
for form, text in (("cef", f"A * {BIG}\n"), ("blt", blt(["A"], f"{BIG} 1 0\n")), ("abif", f"{BIG}:A\n"),
                   ("preflib", f"# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 1: A\n{BIG}: 1\n"),
                   ("csv", f"count,A\n{BIG},1\n"), ("csv", f"weight,A\n{BIG},1\n"),
                   ("csv", f"count,weight,A\n{2 ** 32},{2 ** 31},1\n"), ("cef", f"#/Weight Allowed: true\nA ^{2 ** 62} * 2\n"),
                   ("blt", blt(["A"], f"{BIG - 1} 1 0\n1 1 0\n")), ("abif", f"{BIG - 1}:A\n1:A\n")):
    path = write("big", text)
    row(f"more than 2^63 votes: {text.splitlines()[-1][:40]} as {form}", ["tally", path, "--format", form], 2, ["Line"], [path])
for form, text in (("blt", blt(["A"], f"{BIG - 1} 1 0\n")), ("abif", f"{BIG - 1}:A\n"), ("csv", f"weight,A\n{BIG - 1},1\n")):
    row(f"2^63 - 1 votes as {form}", ["tally", write("most", text), "--format", form], 0, ["“A”"])

# — many and long: each answers soon —
NAMES = colliding(8192)
path = write("collide", "1:" + ">".join(NAMES) + "\n")
for form in ("cef", "blt", "abif", "preflib"):
    row(f"8192 options whose names collide, to {form}", ["tally", path, "--format", "abif", "--to", form], 0, [NAMES[-1]])
path = write("voters", "voter,A\n" + "".join(f"{name},1\n" for name in colliding(32768)))
row("32 768 voters whose names collide", ["tally", path, "--format", "csv"], 0, ["“A”"])
path = write("each", "".join(f"1:n{i}\n" for i in range(10000)))
row("10 000 ballots that each name an option of its own", ["tally", path, "--format", "abif", "--method", "approval"], 2, ["each:"])
row("the same as scores", ["tally", write("scores", "".join(f"1:n{i}/1,m/2\n" for i in range(2000))), "--format", "abif"],
    0, ["“m”"])
row("10 001 options", ["tally", write("over", "1:" + ">".join(f"n{i}" for i in range(10001))), "--format", "abif"], 2,
    ["more than 10000 options"])
row("ballots that would take 20 GiB", ["tally", write("wide", blt([f"n{i}" for i in range(10000)], "1 1 0\n" * 1000000)),
                                       "--format", "blt"], 2, ["2 GiB"])
row("200 000 lines of metadata", ["tally", write("meta", '{"a": 1}\n' * 200000), "--format", "abif"], 1)
row("a cell that never ends", ["tally", write("cell", 'A,B\n"' + "x\n" * 1000000), "--format", "csv"], 2, ["longer than 4096"])
row("a ballot that never ends", ["tally", write("ballot", "2 1\n1 " + "- " * 1000000), "--format", "blt"], 2, ["Line 2"])
path = write("signs", '"a\n\r""=>,;#[]{}:/*^|\t\x7f\x1b[31m",B\n1,2\n')
for form in ("cef", "blt", "abif", "preflib"):
    row(f"names of every sign, to {form}", ["tally", path, "--format", "csv", "--to", form], 3)
row("names of every sign, shown", ["tally", path, "--format", "csv"], 0)
for form in ("csv", "csv-options", "json"):
    out = call("tally", path, "--format", "csv", "--to", form)[1]
    check(f"names of every sign, to {form} and back", call("tally", "-", "--to", "json", stdin=out)
          == call("tally", path, "--format", "csv", "--to", "json"), out)

# — doors —
for name, args in (("a folder", ["tally", HERE]), ("nothing there", ["tally", here("nowhere")]),
                   ("a name within a file", ["tally", os.path.join(path, "x")]), ("no name", ["tally", ""])):
    row(name, args, 2, ["charter tally: "])
row("/dev/null", ["tally", "/dev/null"], FAULTY)
if os.geteuid() != 0:
    os.chmod(write("closed", "A\n"), 0)
    row("a file that may not be read", ["tally", here("closed")], 2, ["closed"])
else:
    skip("a file that may not be read", "root reads all")
good = write("good.cvotes", "A > B\n")
BAD = b"\xff\xfe"
LONG = "x" * 100000
for option in ("--method", "--params", "--format", "--to", "--seats"):
    row(f"not UTF-8: {option}", ["tally", good, option, BAD], 2, [], [good])
    row(f"very long: {option}", ["tally", good, option, LONG], 2, [], [good])
    row(f"empty: {option}", ["tally", good, option, ""], 2, [], [good])
for seats in ("0x1", "1e3", "99999999999999999999", "-9223372036854775808"):
    row(f"seats {seats}", ["tally", good, "--method", "stv", "--seats", seats], (0, 2), [], [good])
for params in ("[]", "null", "1", "{\"seats\": {}}", "{\"order\": [1]}", "{" * 100000, "{\"unranked\": \"no\"}", "{} {}"):
    row(f"parameters {params[:20]}", ["tally", good, "--method", "stv", "--params", params], 2, [], [good])

finish()
