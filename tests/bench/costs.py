#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the instructions of tablecost's functions with callgrind and compares each of ours with the plain view's.

Times differ by a factor of three between machines and minutes; instructions do not. Prints a line of JSON for each pair
and fails when one is above its limit, which is twice what it was when this was written.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

# name: instructions of NAME_ours for one of NAME_plain
LIMITS = {"changes": 6.0, "select": 6.0, "filter": 0.5, "sort": 0.5}


def instructions(program, folder):
    names = [f"{name}_{side}" for name in LIMITS for side in ("ours", "plain")]
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out"]
    for name in names:
        command += [f"--zero-before={name}", f"--dump-after={name}"]
    subprocess.run(command + [program], check=True, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=900,
                   env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))
    counts = {}
    for dump in pathlib.Path(folder).iterdir():
        text = dump.read_text()
        trigger = re.search(r"Trigger: --dump-after=(\w+)", text)
        if trigger:
            counts[trigger[1]] = int(re.search(r"^(?:totals|summary): (\d+)", text, re.MULTILINE)[1])
    return counts


def main():
    with tempfile.TemporaryDirectory() as folder:
        counts = instructions(sys.argv[1], folder)
    failed = False
    for name, limit in LIMITS.items():
        ours, plain = counts[f"{name}_ours"], counts[f"{name}_plain"]
        ratio = ours / plain
        print(json.dumps({"bench": "cost", "what": name, "instructions": ours, "plain": plain,
                          "ratio": round(ratio, 3), "limit": limit}), flush=True)
        failed = failed or ratio > limit
    sys.exit("a hot path takes twice the instructions it did" if failed else 0)


if __name__ == "__main__":
    main()
