#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that a translation is whole: every string of the sources is there and finished, none is left over, and no
placeholder, tag or mnemonic was lost; and that the running program looks a string up where lupdate has put it.

Usage: translations.py LUPDATE ROOT FILE.ts, or translations.py --self-test, which proves that each check can fail.
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

PLACES = re.compile(r"%L?[0-9n]+|\{[a-zA-Z]+\}|</?b>")
MNEMONIC = re.compile(r"&(?=\w)")


def messages(path):
    """Yields (context, source, comment, [forms], type) of each message."""
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield name, message.findtext("source"), message.findtext("comment") or "", forms, translation.get("type")


def faults_of(source, forms):
    """What a translation lacks of its source."""
    if not all(form.strip() for form in forms):
        return ["is not translated"]
    found = []
    for form in forms:
        places, wanted = Counter(PLACES.findall(form)), Counter(PLACES.findall(source))
        # "1 file" needs no number.
        if len(forms) > 1 and form is forms[0]:
            for count in ("%n", "%Ln"):
                places.pop(count, None)
                wanted.pop(count, None)
        if places != wanted:
            found.append(f"has {sorted(places.elements())} instead of {sorted(wanted.elements())}")
        if len(MNEMONIC.findall(form)) != len(MNEMONIC.findall(source)):
            found.append("has lost or gained a mnemonic (&)")
    return found


def check(present, wanted):
    """`present`: messages of the file; `wanted`: those of the sources."""
    known = {(context, source, comment): (forms, kind) for context, source, comment, forms, kind in present}
    needed = {(context, source, comment) for context, source, comment, _, _ in wanted}
    faults = [f"{c}: “{s}” is not in the file" for c, s, _ in sorted(needed - known.keys())]
    faults += [f"{c}: “{s}” is no longer used" for c, s, _ in sorted(known.keys() - needed)]
    for (context, source, _), (forms, kind) in sorted(known.items()):
        if kind == "unfinished":
            faults.append(f"{context}: “{source}” is unfinished")
        faults += [f"{context}: “{source}” {fault}" for fault in faults_of(source, forms)]
    return faults


HAND_MADE = re.compile(r"QString\s+tr\(")
DECLARED = re.compile(r"Q_DECLARE_TR_FUNCTIONS\(([\w:]+)\)")


def faults_of_contexts(sources, contexts):
    """`sources`: their texts by name; `contexts`: those of lupdate. A class with Q_OBJECT is its own context, with its
    namespace; every other context is declared, once."""
    faults = [f"{name}: has a tr() of its own, whose context lupdate does not know; declare one with "
              "Q_DECLARE_TR_FUNCTIONS" for name, text in sources.items() if HAND_MADE.search(text)]
    declared = {context for text in sources.values() for context in DECLARED.findall(text)}
    return faults + [f"{context}: no class has this context when the program runs"
                     for context in sorted(contexts) if "::" not in context and context not in declared]


def sources_of(root):
    return {str(path.relative_to(root)): path.read_text(encoding="utf-8") for folder in ("ui", "app")
            for path in (root / folder).rglob("*") if path.suffix in (".h", ".cpp")}


def wanted_by(lupdate, root, path):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        shutil.copy(path, copy)
        subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", str(root / "ui"), str(root / "app"),
                        "-ts", str(copy)], check=True, stderr=subprocess.DEVNULL)
        return list(messages(copy))


def self_test():
    good = [("A", "&Open %1", "", ["&Ouvrir %1"], None), ("A", "%n jobs", "", ["une tâche", "%n tâches"], None)]
    assert check(good, good) == []
    changed = lambda forms, kind=None: [("A", "&Open %1", "", forms, kind), good[1]]
    for bad in (good[1:], good + [("A", "Old", "", ["Vieux"], None)], changed([""]), changed(["&Ouvrir"]),
                changed(["Ouvrir %1"]), changed(["&Ouvrir %1 %1"]), changed(["&Ouvrir %1"], "unfinished")):
        assert len(check(bad, good)) == 1, bad
    declared = "struct Words { Q_DECLARE_TR_FUNCTIONS(A) };"
    assert faults_of_contexts({"a.cpp": declared}, {"A", "haulwatch::Window"}) == []
    assert len(faults_of_contexts({"a.cpp": declared}, {"A", "Words"})) == 1
    assert len(faults_of_contexts({"a.cpp": declared + "QString tr(const char *text)"}, {"A"})) == 1
    assert check([good[0], ("A", "%n jobs", "", ["une tâche", "tâches"], None)], good)


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    lupdate, root, path = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    wanted = wanted_by(lupdate, root, path)
    faults = check(list(messages(path)), wanted)
    faults += faults_of_contexts(sources_of(root), {context for context, *_ in wanted})
    for fault in faults:
        print(fault)
    if faults:
        sys.exit(f"{path.name}: {len(faults)} faults. ./dev translations takes over new strings; then translate them.")


main()
