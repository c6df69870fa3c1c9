#!/usr/bin/env python3
"""Scores pronouns against GAP (Webster et al. 2018): is the pronoun A, B, or neither?

  tools/score_gap.py READOUT gap-development.tsv [--show N]

Each passage is one report of a JSON Lines file without a date. A name counts as the pronoun's when one actor row has a
mention that is the pronoun and a mention that overlaps the name. F1 over the decisions "A" and "B" as in GAP's own
scorer; bias is feminine F1 over masculine F1.
"""

import argparse
import collections
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

FEMININE = {"she", "her", "hers"}


def passages(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def chains(program, rows):
    """{passage id: [[spans of an actor], …]}, spans in bytes of the passage."""
    found, named = collections.defaultdict(list), {}
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            (Path(folder) / f"{row['ID']}.txt").write_text(row["Text"], encoding="utf-8")
        out = subprocess.run([program, "read", "--quiet", "--format", "jsonl", folder], stdout=subprocess.PIPE, check=True).stdout
    for line in out.decode().splitlines():
        row = json.loads(line)
        if row["record"] == "document":
            named[row["id"]] = row["name"]
        elif row["record"] == "actor":
            found[named[row["doc"]]].append([tuple(m) for m in row["mentions"]])
    return found


def span_of(row, words, offset):
    begin = len(row["Text"][: int(row[offset])].encode())
    return begin, begin + len(row[words].encode())


def score(program, path, show=0):
    """{"overall" | "masculine" | "feminine": (precision, recall, F1), "bias": …}"""
    rows = list(passages(path))
    found = chains(program, rows)
    counts = collections.Counter()
    for row in rows:
        pronoun = span_of(row, "Pronoun", "Pronoun-offset")
        own = [c for c in found[row["ID"]] if pronoun in c]
        gender = "feminine" if row["Pronoun"].lower() in FEMININE else "masculine"
        said = {}
        for side in "AB":
            begin, end = span_of(row, side, f"{side}-offset")
            said[side] = any(b < end and e > begin for chain in own for b, e in chain if (b, e) != pronoun)
            truth = row[f"{side}-coref"].upper() == "TRUE"
            for group in ("overall", gender):
                counts[group, "hit"] += said[side] and truth
                counts[group, "said"] += said[side]
                counts[group, "true"] += truth
        wrong = any(said[s] != (row[f"{s}-coref"].upper() == "TRUE") for s in "AB")
        if wrong and show > 0:
            show -= 1
            print(row["ID"], row["Pronoun"], row["Pronoun-offset"], {s: (row[s], row[f"{s}-coref"], said[s]) for s in "AB"}, bool(own))
            print("   ", row["Text"])
    result = {}
    for group in ("overall", "masculine", "feminine"):
        p = counts[group, "hit"] / max(1, counts[group, "said"])
        r = counts[group, "hit"] / max(1, counts[group, "true"])
        result[group] = (p, r, 0.0 if p + r == 0 else 2 * p * r / (p + r))
    result["bias"] = result["feminine"][2] / max(1e-9, result["masculine"][2])
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("passages")
    parser.add_argument("--show", type=int, default=0, help="print the first N wrong ones")
    given = parser.parse_args()
    result = score(given.program, given.passages, given.show)
    for group in ("overall", "masculine", "feminine"):
        p, r, f = result[group]
        print(f"{group:9} F1 {f:.3f}  precision {p:.3f}  recall {r:.3f}")
    print(f"bias (feminine F1 / masculine F1) {result['bias']:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
