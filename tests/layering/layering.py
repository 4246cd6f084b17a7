#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the layers of ARCHITECTURE.md: who may include whom, no include cycles, no over-long file or function.

Usage: layering.py ROOT, or layering.py --self-test, which proves that each check can fail.
"""
import re
import sys
import tempfile
from pathlib import Path

# A layer may include itself and what is named here. A path not listed is free (the tests).
LAYERS = {
    "core/job": set(),
    "core/transfer": {"core/job"},
    "core/store": {"core/job"},
    "core/service": {"core/job", "core/transfer", "core/store"},
    "ui": {"core/job", "core/service"},
    "app": {"core/job", "core/transfer", "core/store", "core/service", "ui"},
}
# Headers of libraries that belong to one place only.
OWNED = [
    (re.compile(r"^sqlite3\.h$"), {"core/store/sqlite.h", "core/store/sqlite.cpp"}, "only core/store/sqlite may include SQLite"),
    (re.compile(r"^Q[A-Z]|^Qt"), {"ui/", "app/"}, "core knows nothing of Qt"),
    (re.compile(r"^curl/"), {"core/transfer/", "core/service/address.cpp"}, "curl belongs to core/transfer"),
]
LONGEST_FILE = 500
LONGEST_FUNCTION = 60
# A service's own headers, and the pure functions that judge what a user typed, are the only ones of core/service that the window may see.
UI_MAY_SEE = {"service/jobservice.h", "service/request.h", "service/address.h", "service/jobdraft.h"}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def layer_of(path):
    return max((name for name in LAYERS if path.startswith(name + "/")), key=len, default=None)


def resolve(root, includer, name):
    """The project's file behind an include, as a path from the root, or None."""
    for base in (Path(includer).parent, Path("core"), Path("ui"), Path("app"), Path(".")):
        if (root / base / name).is_file():
            return (base / name).as_posix()
    return None


def functions(text):
    """Yields (first line, lines) of each brace block that opens at column 0 or after a function's head."""
    lines = text.split("\n")
    start, indent = None, 0
    for number, line in enumerate(lines):
        if start is None and re.match(r"^( {0,8})\{$", line) and number and re.search(r"\)( const)?( noexcept)?( override)?$|^ {4,12}[:,] \w+[({].*[)}]$", lines[number - 1]):
            start, indent = number, len(line) - 1
        elif start is not None and re.match(r"^ {%d}\}[;,)]*" % indent, line):
            yield start, number - start - 1
            start = None


def check(root):
    problems, sizes, lengths, graph = [], [], [], {}
    files = [p for folder in ("core", "ui", "app") for p in sorted((root / folder).rglob("*")) if p.suffix in (".h", ".cpp")]
    for file in files:
        path = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8")
        layer = layer_of(path)
        sizes.append((text.count("\n"), path))
        lengths += [(count, f"{path}:{line}") for line, count in functions(text)]
        graph[path] = []
        for _, name in INCLUDE.findall(text):
            for pattern, places, why in OWNED:
                if pattern.search(name) and not any(path.startswith(place) for place in places):
                    problems.append(f"{path} includes {name}: {why}")
            target = resolve(root, path, name)
            if target is None:
                continue
            graph[path].append(target)
            other = layer_of(target)
            if layer and other and other != layer and other not in LAYERS[layer]:
                problems.append(f"{path} includes {name}: {layer} may not include {other}")
            if layer == "ui" and other == "core/service" and name not in UI_MAY_SEE:
                problems.append(f"{path} includes {name}: the window sees of core/service only {', '.join(sorted(UI_MAY_SEE))}")
    problems += [f"include cycle: {' -> '.join(cycle)}" for cycle in cycles(graph)]
    problems += [f"{path} has {count} lines, more than {LONGEST_FILE}" for count, path in sizes if count > LONGEST_FILE]
    problems += [f"{path} is a function of {count} lines, more than {LONGEST_FUNCTION}" for count, path in lengths if count > LONGEST_FUNCTION]
    return problems, sizes, lengths


def cycles(graph):
    found, done, path = [], set(), []

    def visit(node):
        if node in path:
            found.append(path[path.index(node):] + [node])
        elif node not in done:
            path.append(node)
            for target in graph.get(node, []):
                visit(target)
            path.pop()
            done.add(node)

    for node in graph:
        visit(node)
    return found


def self_test():
    faults = {
        "upward include": {"core/job/a.h": '#include "service/b.h"\n', "core/service/b.h": "\n"},
        "sideways include": {"core/store/a.h": '#include "transfer/b.h"\n', "core/transfer/b.h": "\n"},
        "Qt in core": {"core/service/a.h": "#include <QObject>\n"},
        "SQLite outside": {"core/service/a.h": "#include <sqlite3.h>\n"},
        "engine in the window": {"ui/a.h": '#include "service/b.h"\n', "core/service/b.h": "\n"},
        "cycle": {"core/job/a.h": '#include "job/b.h"\n', "core/job/b.h": '#include "job/a.h"\n'},
        "long file": {"ui/a.cpp": "\n" * (LONGEST_FILE + 1)},
        "long function": {"ui/a.cpp": "void f()\n{\n" + "    g();\n" * (LONGEST_FUNCTION + 1) + "}\n"},
    }
    for label, tree in faults.items():
        with tempfile.TemporaryDirectory() as folder:
            for path, text in tree.items():
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            if not check(Path(folder))[0]:
                sys.exit(f"the check does not notice: {label}")
    print(f"{len(faults)} kinds of faults are noticed")


def worst(title, pairs):
    pairs = sorted(pairs, reverse=True)
    p95 = pairs[len(pairs) // 20][0] if pairs else 0
    print(f"{title}: 95th percentile {p95}, worst ten:")
    for count, path in pairs[:10]:
        print(f"  {count:5} {path}")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    problems, sizes, lengths = check(Path(sys.argv[1]))
    if not sizes:
        sys.exit("no source found: wrong folder?")
    worst("lines per file", sizes)
    worst("lines per function", lengths)
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
