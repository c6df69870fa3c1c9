#!/usr/bin/env python3
"""Who may include whom. A stage of src/ sees the public headers, src/base and its own folder; never another stage.
Programs in apps/ see public headers only; public headers see one another only. The public headers, too, keep the order
of the stages. Prints each wrong include as FILE:LINE and fails.

    tools/check_layers.py [ROOT]
"""

import re
import sys
from pathlib import Path

STAGES = ["base", "source", "network", "text", "syntax", "actors", "times", "acts", "issues", "record", "compare", "desk", "outputs"]

# The public headers in layers: a header may include what stands in its own layer or before.
LAYERS = [
    ["span", "result", "day"],
    ["report", "own_tables"],
    ["source", "layout", "tokens"],
    ["pretokenized"],
    ["syntax"],
    ["actors", "times"],
    ["acts"],
    ["issues"],
    ["document", "record", "answer"],
    ["compare"],
    ["outputs", "store", "reader", "run", "unknown_actors"],
    ["resolution", "pairs", "coverage", "desk"],
    ["explanation"],
]

# The last layer of public headers that each stage may know: what it reads and what it writes, nothing that comes later.
LAST_SEEN = {"source": "pretokenized", "text": "tokens", "network": "result", "syntax": "syntax", "actors": "actors", "times": "times",
             "acts": "document", "issues": "document", "record": "unknown_actors", "compare": "compare", "desk": "desk", "outputs": "explanation"}

# The arithmetic and the file of arrays that a stage may call; it is no stage and knows none. And the desk, which asks what the store keeps.
USES = {("syntax", "network"), ("acts", "network"), ("actors", "network"), ("desk", "record")}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def includes(file):
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if match := INCLUDE.match(line):
            yield number, match[2]


def code_files(folder):
    return sorted(f for f in folder.rglob("*") if f.suffix in (".cpp", ".hpp"))


def is_test(file):
    return file.name.endswith("_test.cpp") or file.name == "testing.hpp"


def wrong_in_test(stage, included):
    """A test of a stage may call the stages before it to make what it needs."""
    first = included.split("/")[0]
    if first in STAGES and STAGES.index(first) > STAGES.index(stage):
        return f"a test of {stage} includes stage {first}, which comes after it"
    return None


def wrong_in_stage(stage, included, layer_of):
    first = included.split("/")[0]
    if first in STAGES and first not in ("base", stage) and (stage, first) not in USES:
        return f"stage {stage} includes stage {first}"
    if included == "knowledge.hpp":
        return f"stage {stage} includes what stands above all stages"
    if included.startswith("readout/") and stage in LAST_SEEN:
        name = Path(included).stem
        if layer_of.get(name, 0) > layer_of[LAST_SEEN[stage]]:
            return f"stage {stage} includes {included}, which comes after it"
    if "/../" in included or included.startswith("../"):
        return "an include by ../ hides where it goes"
    return None


def wrong_in_public(name, included, layer_of):
    if included.split("/")[0] in STAGES or included == "knowledge.hpp":
        return "a public header includes what is inside"
    if not included.startswith("readout/"):
        return None
    other = Path(included).stem
    if name not in layer_of or other not in layer_of:
        return f"{name if name not in layer_of else other} has no layer yet: give it one in tools/check_layers.py"
    if layer_of[other] > layer_of[name]:
        return f"{name} stands before {other}"
    return None


def wrong_in_app(own, included, own_names):
    if included.startswith("readout/") or included in own_names:
        return None
    if included.split("/")[0] in STAGES or included in ("knowledge.hpp", "readout_build.hpp"):
        return "a program includes what is inside"
    if included.startswith("../"):
        return "an include by ../ hides where it goes"
    return None


def faults(root):
    layer_of = {name: i for i, layer in enumerate(LAYERS) for name in layer}
    for stage_folder in sorted((root / "src").iterdir()):
        if not stage_folder.is_dir():
            continue
        if stage_folder.name not in STAGES:
            yield stage_folder, 0, "is a stage without a place in the order: give it one in tools/check_layers.py"
            continue
        for file in code_files(stage_folder):
            for line, included in includes(file):
                wrong = (wrong_in_test(stage_folder.name, included) if is_test(file) else
                         wrong_in_stage(stage_folder.name, included, layer_of))
                if wrong:
                    yield file, line, wrong
    for file in code_files(root / "include"):
        for line, included in includes(file):
            if wrong := wrong_in_public(file.stem, included, layer_of):
                yield file, line, wrong
    for app in sorted((root / "apps").iterdir()):
        own_names = {str(f.relative_to(app)) for f in code_files(app)}
        for file in code_files(app):
            for line, included in includes(file):
                if wrong := wrong_in_app(app, included, own_names):
                    yield file, line, wrong


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()
    found = list(faults(root))
    for file, line, wrong in found:
        print(f"{file.relative_to(root)}:{line}: {wrong}")
    print(f"{len(found)} wrong includes" if found else "every include keeps to the order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
