#!/usr/bin/env python3
"""What the docs show is what happens. Every ```console block of README.md and docs/*.md is run from the root of the
repository, its lines that begin with "$ " as commands, and the lines after each are compared with what it prints
(both streams). In the expected output a line "…" stands for any number of lines, and "…" within a line for any text.
A block tagged `console no-run` is not run. Paths of this repository that stand in `backticks` must exist.

    tools/check_docs.py [FILE…]
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIMEOUT = 600  # seconds a command
TOP = {p.name for p in ROOT.iterdir() if not p.name.startswith(".git")} - {"build"}
# Backticked words that are paths of ours: they begin with a folder or file at the root.
PATH = re.compile(r"`([A-Za-z0-9_.][A-Za-z0-9_./-]*)`")


def blocks(text):
    """Yields (line number, tag, lines) of the fenced blocks."""
    fence = None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            if fence is None:
                fence = (number, line[3:].strip(), [])
            else:
                yield fence
                fence = None
        elif fence is not None:
            fence[2].append(line)


def commands(start, lines):
    """Yields (line number, command, expected lines); a command goes on after a line that ends in a backslash."""
    current = None
    for number, line in enumerate(lines, start + 1):
        if current and current[1].endswith("\\") and not current[2]:
            current[1] = current[1][:-1] + line.lstrip("> ")
        elif line.startswith("$ "):
            if current:
                yield current
            current = [number, line[2:], []]
        elif current:
            current[2].append(line)
    if current:
        yield current


def pattern(expected):
    parts = []
    for line in expected:
        if line.strip() == "…":
            parts.append(r"(?:[^\n]*\n)*?")
        else:
            parts.append(".*?".join(re.escape(piece) for piece in line.rstrip().split("…")) + r"[ \t]*\n")
    return re.compile("".join(parts))


def run(command):
    env = dict(os.environ, NO_COLOR="1", COLUMNS="80")
    env.pop("CLICOLOR_FORCE", None)
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=TIMEOUT, check=False)
    return done.stdout.decode("utf-8", "replace")


def check_commands(file, text):
    count = 0
    faults = []
    for start, tag, lines in blocks(text):
        words = tag.split()
        if not words or words[0] != "console" or "no-run" in words:
            continue
        for number, command, expected in commands(start, lines):
            count += 1
            while expected and not expected[-1].strip():
                expected.pop()
            try:
                printed = run(command)
            except subprocess.TimeoutExpired:
                faults.append(f"{file}:{number}: still running after {TIMEOUT} s: {command}")
                continue
            shown = "".join(line.rstrip() + "\n" for line in printed.rstrip("\n").split("\n")) if printed else ""
            if not pattern(expected).fullmatch(shown):
                faults.append(f"{file}:{number}: {command}\nprints\n{shown}and the page shows\n" + "\n".join(expected))
    return count, faults


def check_paths(file, text):
    faults = []
    fenced = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            fenced = not fenced
        if fenced:
            continue
        for word in PATH.findall(line):
            if word.split("/")[0] in TOP and "/" in word and not word.startswith("build/"):
                if not (ROOT / word).exists() and not (ROOT / "include" / word).exists():
                    faults.append(f"{file}:{number}: there is no {word}")
    return faults


def main():
    pages = [Path(p) for p in sys.argv[1:]] or [
        p for p in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))] if p.exists()]
    faults = [] if pages else ["no page was found"]
    count = 0
    for page in pages:
        text = page.read_text(encoding="utf-8")
        name = os.path.relpath(page, ROOT)
        ran, wrong = check_commands(name, text)
        count += ran
        faults += wrong + check_paths(name, text)
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages, {count} commands run, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
