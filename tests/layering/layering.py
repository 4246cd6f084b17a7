#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the structure of ARCHITECTURE.md against the code: folders include only of folders that their library links, no
folder, unit or class is part of a cycle, each source has a header of its own name. Lengths are printed, for the eye.

Usage: layering.py ROOT, or layering.py --self-test, which proves that each check can fail.
"""
import re
import sys
import tempfile
from pathlib import Path

# What a layer may link. Inside a layer the folders' own CMakeLists.txt say it.
LAYERS = {"core": {"core"}, "ui": {"core", "ui"}, "app": {"core", "ui", "app"}}
# Of core the window knows values and the contract: never curl, SQL, or the engine itself.
WINDOW_KNOWS = {"core/job", "core/address", "core/service"}
# Headers of libraries that belong to one place only.
OWNED = [
    (re.compile(r"^sqlite3\.h$"), ("core/store/sqlite.h", "core/store/sqlite.cpp"), "only core/store/sqlite may include SQLite"),
    (re.compile(r"^Q[A-Z]|^Qt"), ("ui/", "app/"), "core knows nothing of Qt"),
    (re.compile(r"^curl/"), ("core/transfer/curl/", "core/address/"), "curl belongs to core/transfer/curl"),
]
# One header declares what all files of the folder define: a function a command.
SHARED_HEADERS = {"app/commands": "commands.h"}
# KDE's zanshin, measured by this script: its longest ones, for comparison.
ZANSHIN = {"unit": 686, "class": 550, "function": 170}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)
LIBRARY = re.compile(r"^haulwatch_library\((\w+)(.*?)^\)", re.M | re.S)
LINK = re.compile(r"\b(?:core|ui|app)_\w+")
METHOD = re.compile(r"^(?! )(?:[\w:<>,*&\[\] ]+[ *&])?(?!std::)(\w+)::~?\w+\(", re.M)
CLASS = re.compile(r"^(?:class|struct) (\w+)[^;{]*\{", re.M)


class Tree:
    """The sources below a folder, and what they include of each other."""

    def __init__(self, root):
        self.root = root
        self.texts = {
            p.relative_to(root).as_posix(): p.read_text(encoding="utf-8")
            for folder in ("core", "ui", "app", "tests")
            for p in sorted((root / folder).rglob("*"))
            if p.suffix in (".h", ".cpp")
        }
        self.includes = {path: [self.resolve(path, name) for _, name in INCLUDE.findall(text)] for path, text in self.texts.items()}
        self.includes = {path: [t for t in targets if t] for path, targets in self.includes.items()}

    def resolve(self, includer, name):
        for base in (Path(includer).parent, Path("core"), Path("ui"), Path("app"), Path("tests")):
            path = (base / name).as_posix()
            if path in self.texts:
                return path
        return None

    def product(self):
        return [path for path in self.texts if not path.startswith("tests/")]


def folder(path):
    return Path(path).parent.as_posix()


def unit(path):
    return Path(path).with_suffix("").as_posix()


def graph(tree, name):
    """The includes between what `name` makes of two files."""
    edges = {}
    for path, targets in tree.includes.items():
        edges.setdefault(name(path), set()).update(name(t) for t in targets if name(t) != name(path))
    return edges


def knots(edges):
    """The sets of nodes that reach each other (Tarjan)."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for target in edges.get(node, ()):
            if target not in index:
                visit(target)
                low[node] = min(low[node], low[target])
            elif target in stack:
                low[node] = min(low[node], index[target])
        if low[node] == index[node]:
            knot = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(knot) > 1:
                found.append(sorted(knot))

    for node in sorted(edges):
        if node not in index:
            visit(node)
    return found


def links(tree):
    """What each folder's library links, as folders."""
    known = {f.replace("/", "_"): f for f in map(folder, tree.product())}
    found = {}
    for file in sorted(p for layer in LAYERS for p in (tree.root / layer).rglob("CMakeLists.txt")):
        for name, body in LIBRARY.findall(file.read_text(encoding="utf-8")):
            found[known.get(name, name)] = {known[link] for link in LINK.findall(body) if link in known}
    return found


def check_arrows(tree):
    linked = links(tree)
    for path in tree.product():
        here = folder(path)
        for target in tree.includes[path]:
            there = folder(target)
            # The program itself brings all together.
            if there != here and here in linked and there not in linked[here]:
                yield f"{path} includes {target}: the library of {here} does not link that of {there}"
    for here, targets in linked.items():
        layer = here.split("/")[0]
        for there in sorted(targets):
            if there.split("/")[0] not in LAYERS[layer]:
                yield f"{here} links {there}: {layer} may not"
            if layer == "ui" and there.startswith("core/") and there not in WINDOW_KNOWS:
                yield f"{here} links {there}: the window knows of core only {', '.join(sorted(WINDOW_KNOWS))}"
    for knot in knots(linked):
        yield f"libraries link each other: {', '.join(knot)}"


def check_owned(tree):
    for path in tree.product():
        for _, name in INCLUDE.findall(tree.texts[path]):
            for pattern, places, why in OWNED:
                if pattern.search(name) and not path.startswith(places):
                    yield f"{path} includes {name}: {why}"


def check_cycles(tree):
    for what, name in (("folders", folder), ("units", unit)):
        for knot in knots(graph(tree, name)):
            yield f"{what} include each other: {', '.join(knot)}"


def check_classes(tree):
    """A class is defined in one unit: in several files it would hide how much it is."""
    declared = {}
    for path in tree.product():
        if path.endswith(".h"):
            for name in CLASS.findall(tree.texts[path]):
                declared.setdefault(name, set()).add(path)
    for path in tree.product():
        if path.endswith(".cpp"):
            for name in sorted(set(METHOD.findall(tree.texts[path]))):
                homes = declared.get(name, set())
                is_here = re.search(rf"^(?:class|struct) {name}\b[^;]*$", tree.texts[path], re.M)
                if homes and not is_here and not any(unit(home) == unit(path) for home in homes):
                    yield f"{path} defines a method of {name}, whose home is {', '.join(sorted(homes))}"


def check_headers(tree):
    for path in tree.product():
        if path.endswith(".cpp") and unit(path) + ".h" not in tree.texts and path != "app/main.cpp":
            shared = SHARED_HEADERS.get(folder(path))
            if not shared or f"{folder(path)}/{shared}" not in tree.texts:
                yield f"{path} has no header of its own name"


def problems(tree):
    for check in (check_arrows, check_owned, check_cycles, check_classes, check_headers):
        yield from check(tree)


def functions(text):
    """Yields (first line, lines) of each brace block that opens at column 0 or after a function's head."""
    lines = text.split("\n")
    start, indent = None, 0
    head = re.compile(r"\)( const)?( noexcept)?( override)?$|^ {4,12}[:,] \w+[({].*[)}]$")
    for number, line in enumerate(lines):
        if start is None and re.match(r"^( {0,8})\{$", line) and number and head.search(lines[number - 1]):
            start, indent = number, len(line) - 1
        elif start is not None and re.match(r"^ {%d}\}[;,)]*" % indent, line):
            yield start, number - start - 1
            start = None


def lengths(tree):
    """Of the ten longest units, classes and functions, tests too."""
    units, classes = {}, {}
    found = []
    for path, text in tree.texts.items():
        units[unit(path)] = units.get(unit(path), 0) + text.count("\n")
        spans = list(functions(text))
        found += [(count, f"{path}:{line}") for line, count in spans]
        for match in re.finditer(r"^(?:class|struct) (\w+)[^;{]*\{(.*?)^\};", text, re.M | re.S):
            key = f"{match[1]} ({unit(path)})"
            classes[key] = classes.get(key, 0) + match[0].count("\n") + 1
        lines = text.split("\n")
        for start, count in spans:
            owner = re.search(r"(\w+)::~?\w+\(", " ".join(lines[max(0, start - 3):start]))
            if owner:
                key = f"{owner[1]} ({unit(path)})"
                classes[key] = classes.get(key, 0) + count + 2
    return {
        "unit": [(count, name) for name, count in units.items()],
        "class": [(count, name) for name, count in classes.items()],
        "function": found,
    }


def print_longest(tree):
    for what, pairs in lengths(tree).items():
        print(f"longest {what} (lines; zanshin's longest has {ZANSHIN[what]}):")
        for count, name in sorted(pairs, reverse=True)[:10]:
            print(f"  {count:5} {name}")


def library(name, *linked):
    return f"haulwatch_library({name}\n  SOURCES a.cpp\n  PUBLIC {' '.join(linked)}\n)\n"


def self_test():
    faults = {
        "include of what is not linked": {
            "core/job/CMakeLists.txt": library("core_job"), "core/job/a.h": '#include "store/b.h"\n', "core/store/b.h": "\n"},
        "a layer that links upwards": {
            "core/job/CMakeLists.txt": library("core_job", "ui_words"), "core/job/a.h": "\n", "ui/words/b.h": "\n"},
        "libraries in a circle": {
            "core/job/CMakeLists.txt": library("core_job", "core_store"), "core/job/a.h": "\n",
            "core/store/CMakeLists.txt": library("core_store", "core_job"), "core/store/b.h": "\n"},
        "engine in the window": {
            "ui/jobs/CMakeLists.txt": library("ui_jobs", "core_engine"), "ui/jobs/a.h": "\n", "core/engine/b.h": "\n"},
        "Qt in core": {"core/job/a.h": "#include <QObject>\n"},
        "SQLite outside": {"core/job/a.h": "#include <sqlite3.h>\n"},
        "units in a circle": {"core/job/a.h": '#include "job/b.h"\n', "core/job/b.h": "\n", "core/job/b.cpp": '#include "job/a.h"\n'},
        "units of the tests in a circle": {"tests/ui/a.h": '#include "ui/b.h"\n', "tests/ui/b.h": '#include "ui/a.h"\n'},
        "folders in a circle": {
            "core/job/a.h": '#include "store/b.h"\n', "core/store/b.h": "\n",
            "core/store/c.h": '#include "job/d.h"\n', "core/job/d.h": "\n"},
        "class over several files": {
            "core/job/a.h": "class A {\n    void f();\n    void g();\n};\n", "core/job/a.cpp": "void A::f()\n{\n}\n",
            "core/job/b.h": "\n", "core/job/b.cpp": "void A::g()\n{\n}\n"},
        "source without a header": {"core/job/a.cpp": "\n"},
    }
    for label, files in faults.items():
        with tempfile.TemporaryDirectory() as name:
            for path, text in files.items():
                file = Path(name, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            if not list(problems(Tree(Path(name)))):
                sys.exit(f"the check does not notice: {label}")
    print(f"{len(faults)} kinds of faults are noticed")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    tree = Tree(Path(sys.argv[1]))
    if not tree.product():
        sys.exit("no source found: wrong folder?")
    print_longest(tree)
    found = list(problems(tree))
    for problem in found:
        print(problem, file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
