#!/usr/bin/env python3
"""Scores the actor rows of one report against a gold coding with "actors", each with "mentions" as byte spans.

  tools/score_sample_actors.py READOUT article.txt gold.json [--show]

Mentions: F1 over spans. B3 (Bagga and Baldwin 1998): over all mentions of both sides, singletons too. Before spans are
compared, a leading article and a trailing possessive mark are taken off on both sides ("the US’s" is "US"); nothing else
is forgiven. Where one span stands for a group and for its members, it counts for the group.
"""

import argparse
import collections
import json
import re
import subprocess
import sys


def trimmed(raw, begin, end):
    text = raw[begin:end].decode()
    front = re.match(r"(the|a|an)\s+", text, re.IGNORECASE)
    begin += len(front[0].encode()) if front else 0
    back = re.search(r"(['’]s|['’])$", text)
    return begin, end - (len(back[0].encode()) if back else 0)


def gold_chains(raw, path):
    gold = json.load(open(path, encoding="utf-8"))
    return {a["id"] + " " + a["name"]: {trimmed(raw, *m["b"]) for m in a["mentions"]} for a in gold["actors"]}


def system_chains(raw, program, article):
    out = subprocess.run([program, "read", "--quiet", "--format", "jsonl", article], stdout=subprocess.PIPE, check=True).stdout
    rows = [json.loads(line) for line in out.decode().splitlines()]
    actors = [r for r in rows if r["record"] == "actor" and r["kind"] != "place"]
    of_group = collections.defaultdict(set)
    for row in actors:
        for member in row.get("members") or []:
            of_group[member] |= {tuple(m) for m in row["mentions"]}
    chains = {}
    for row in actors:
        spans = {trimmed(raw, *m) for m in map(tuple, row["mentions"]) if m not in of_group[row["id"]]}
        if spans:
            chains[row["id"] + " " + row["name"]] = spans
    return chains


def b_cubed(key, response):
    chain_of = {m: chain for chain in response.values() for m in chain}
    values = [len(chain & chain_of.get(m, set())) / len(chain) for chain in key.values() for m in chain]
    return sum(values) / max(1, len(values))


def f1(p, r):
    return 0.0 if p + r == 0 else 2 * p * r / (p + r)


def score(program, article, gold_path, show=False):
    """{"mentions": (precision, recall, F1), "B3": (…)}"""
    raw = open(article, "rb").read()
    gold, system = gold_chains(raw, gold_path), system_chains(raw, program, article)
    wanted, found = set().union(*gold.values()), set().union(*system.values())
    p, r = len(wanted & found) / max(1, len(found)), len(wanted & found) / max(1, len(wanted))
    bp, br = b_cubed(system, gold), b_cubed(gold, system)
    if show:
        of = {m: name for name, chain in system.items() for m in chain}
        of_gold = {m: name for name, chain in gold.items() for m in chain}
        for name, chain in gold.items():
            print(name)
            for m in sorted(chain):
                print(f"    {raw[m[0]:m[1]].decode()} {list(m)} → {of.get(m, '–')}")
        print("only of the system:")
        for m in sorted(found - wanted):
            print(f"    {raw[m[0]:m[1]].decode()} {list(m)} → {of[m]}")
    return {"mentions": (p, r, f1(p, r)), "B3": (bp, br, f1(bp, br))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("article")
    parser.add_argument("gold")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    for name, (p, r, f) in score(given.program, given.article, given.gold, given.show).items():
        print(f"{name:9} F1 {f:.3f}  precision {p:.3f}  recall {r:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
