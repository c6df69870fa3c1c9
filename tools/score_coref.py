#!/usr/bin/env python3
"""Scores chains of mentions against GUM's coreference, from raw text: MUC, B3, CEAFe and their mean (CoNLL 2012).

  tools/score_coref.py READOUT gum.conllu [--genre news,interview] [--document NAME] [--show] [--singletons] [--exact]

Each document is written as a plain file (its date, its headline, its paragraphs) and read with `read --format jsonl`;
the chains are the actor rows. What counts:

* gold: entities of the types person, organization and place (by most of their mentions), chains of two mentions or more,
  as in CoNLL 2012 (--singletons keeps those of one on both sides);
* a mention is matched by its head: the word of the span that the gold tree hangs outside of it; of several with one head
  the exact span goes first, then the nearest in length (--exact: only the same first and last word);
* GUM marks neither adjectives ("Chinese policy") nor, with few exceptions, relative pronouns: a system mention of one word
  that the treebank tags ADJ, or WDT, WP, WP$, and that is no gold mention, is left out;
* a group's words stand once, with the group, not with each of its members.

Sums of numerators and denominators run over all documents. --show prints the chains side by side.
"""

import argparse
import collections
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TYPES = {"person", "organization", "place"}
MARK = re.compile(r"\(([^-()]+)-([a-z]+)-([^()]*)|([^()]*)\)")


class Text:
    """A document of the treebank: its raw text, where its words stand in it (bytes), and its gold chains."""

    def __init__(self, name, date):
        self.name, self.date = name, date
        self.bytes = b""
        self.words = []  # (begin, end, upos, xpos)
        self.head = []  # index of the word above; -1 for a root
        self.gold = collections.defaultdict(list)  # group: [(first, last, type)]


def documents(path, genres):
    text, keep, open_marks, paragraph, sentence, date, title = None, False, [], False, [], "", 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            if text:
                yield text
            name = line.split(" = ")[1]
            keep = name.split("_")[1] in genres
            text, open_marks, title = (Text(name, "") if keep else None), [], 0
        elif not keep:
            continue
        elif line.startswith("# meta::dateCreated"):
            text.date = line.split(" = ")[1]
            text.bytes = f" date {text.date} ".encode() if re.fullmatch(r"\d{4}-\d\d-\d\d", text.date) else b""
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line and not line.startswith("#"):
            sentence.append(line.split("\t"))
        elif not line and sentence:
            if text.words and (paragraph or title == 1):
                text.bytes = text.bytes.rstrip() + b"\n\n"
            title, paragraph = title + 1, False
            add_sentence(text, sentence, open_marks)
            sentence = []
    if text:
        yield text


def add_sentence(text, rows, open_marks):
    first = len(text.words)
    within, place, spell = 0, {}, ""
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:  # a contraction: its words share its letters
            low, high = map(int, row[0].split("-"))
            words = [r[1] for r in rows if r[0].isdigit() and low <= int(r[0]) <= high]
            begin = len(text.bytes)
            text.bytes += row[1].encode()
            at = begin
            for number, word in enumerate(words, low):
                size = len(word.encode())
                place[number] = (at, at + size) if "".join(words) == row[1] else (begin, len(text.bytes))
                at += size
            within = high
            if "SpaceAfter=No" not in row[9]:
                text.bytes += b" "
            continue
        number = int(row[0])
        if number > within:
            begin = len(text.bytes)
            text.bytes += row[1].encode()
            place[number] = (begin, len(text.bytes))
            if "SpaceAfter=No" not in row[9]:
                text.bytes += b" "
        text.words.append((*place[number], row[3], row[4]))
        text.head.append(-1 if row[6] == "0" else first + int(row[6]) - 1)
        mark = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if mark:
            read_marks(text, mark[1], len(text.words) - 1, open_marks)
    if not text.bytes.endswith(b" "):
        text.bytes += b" "


def read_marks(text, marks, word, open_marks):
    for group, kind, _, closed in MARK.findall(marks):
        if group:
            open_marks.append((group.split("[")[0], kind, word))
            continue
        closed = closed.split("[")[0]
        for i in range(len(open_marks) - 1, -1, -1):
            if not closed or open_marks[i][0] == closed:
                name, kind, first = open_marks.pop(i)
                text.gold[name].append((first, word, kind))
                break


def head_of(text, first, last):
    for word in range(first, last + 1):
        if not first <= text.head[word] <= last and text.words[word][2] != "PUNCT":
            return word
    return last


def system_chains(text, rows):
    """Chains of (first word, last word) from the actor rows of one document."""
    actors = {row["id"]: row for row in rows if row["record"] == "actor"}
    of_group = collections.defaultdict(set)
    for row in actors.values():
        for member in row.get("members") or []:
            of_group[member] |= {tuple(m) for m in row["mentions"]}
    chains, seen = [], set()
    gold = {(first, last) for mentions in text.gold.values() for first, last, _ in mentions}
    for row in actors.values():
        chain = []
        for begin, end in map(tuple, row["mentions"]):
            inside = [i for i, (b, e, *_) in enumerate(text.words) if b < end and e > begin]
            if not inside or (begin, end) in of_group[row["id"]]:
                continue
            span = (inside[0], inside[-1])
            unmarked = text.words[span[0]][2] == "ADJ" or text.words[span[0]][3] in ("WDT", "WP", "WP$")
            if span in seen or (span[0] == span[1] and unmarked and span not in gold):
                continue
            seen.add(span)
            chain.append(span)
        chains.append((row["name"], chain))
    return chains


def gold_chains(text):
    chains = []
    for group, mentions in text.gold.items():
        kind = collections.Counter(m[2] for m in mentions).most_common(1)[0][0]
        if kind in TYPES:
            chains.append((group, sorted({(first, last) for first, last, _ in mentions})))
    return chains


def align(text, gold, system, exact):
    """Renames system spans to the gold spans that they match."""
    spans = {span for _, chain in gold for span in chain}
    named = {span for _, chain in system for span in chain}
    match = {span: span for span in spans & named}
    if not exact:
        left = collections.defaultdict(list)
        for span in spans - set(match):
            left[head_of(text, *span)].append(span)
        for span in sorted(named - set(match)):
            options = left.get(head_of(text, *span), [])
            if options:
                best = min(options, key=lambda s: (abs((s[1] - s[0]) - (span[1] - span[0])), s))
                options.remove(best)
                match[span] = best
    return [(name, [match.get(span, ("system", *span)) for span in chain]) for name, chain in system]


def muc(key, response):
    chain_of = {m: i for i, chain in enumerate(response) for m in chain}
    hit = total = 0
    for chain in key:
        parts = {chain_of.get(m, ("none", m)) for m in chain}
        hit += len(chain) - len(parts)
        total += len(chain) - 1
    return hit, total


def b_cubed(key, response):
    chain_of = {m: set(chain) for chain in response for m in chain}
    hit = total = 0
    for chain in key:
        own = set(chain)
        for m in chain:
            hit += len(own & chain_of.get(m, set())) / len(own)
        total += len(chain)
    return hit, total


def assignment(gain):
    """The best one-to-one choice of rows and columns (Hungarian method); its gain."""
    if not gain or not gain[0]:
        return 0.0
    turned = len(gain) > len(gain[0])
    cost = [[-v for v in row] for row in (zip(*gain) if turned else gain)]
    rows, columns = len(cost), len(cost[0])
    u, v, taken, way = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], at = row, 0
        least, used = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while True:
            used[at] = True
            here, step, nearest = taken[at], float("inf"), 0
            for c in range(1, columns + 1):
                if not used[c]:
                    now = cost[here - 1][c - 1] - u[here] - v[c]
                    if now < least[c]:
                        least[c], way[c] = now, at
                    if least[c] < step:
                        step, nearest = least[c], c
            for c in range(columns + 1):
                if used[c]:
                    u[taken[c]] += step
                    v[c] -= step
                else:
                    least[c] -= step
            at = nearest
            if taken[at] == 0:
                break
        while at:
            taken[at], at = taken[way[at]], way[at]
    return -sum(cost[taken[c] - 1][c - 1] for c in range(1, columns + 1) if taken[c])


def ceaf_e(key, response):
    gain = [[2 * len(set(k) & set(r)) / (len(k) + len(r)) for r in response] for k in key]
    return assignment(gain)


def f1(p, r):
    return 0.0 if p + r == 0 else 2 * p * r / (p + r)


def score(program, path, genres=("news", "interview"), names=None, show=False, singletons=False, exact=False):
    """{"MUC": (precision, recall, F1), …, "CoNLL": (–, –, mean F1)}"""
    texts = [t for t in documents(path, genres) if not names or t.name in names]
    sums = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for text in texts:
            (Path(folder) / f"{text.name}.txt").write_bytes(text.bytes)
        out = subprocess.run([program, "read", "--quiet", "--format", "jsonl", folder], stdout=subprocess.PIPE, check=True).stdout
    rows, named = collections.defaultdict(list), {}
    for line in out.decode().splitlines():
        row = json.loads(line)
        if row["record"] == "document":
            named[row["id"]] = row["name"]
        rows[named.get(row.get("doc"), row.get("name"))].append(row)
    least = 1 if singletons else 2
    for text in texts:
        gold = [(n, c) for n, c in gold_chains(text) if len(c) >= least]
        system = align(text, gold, [(n, c) for n, c in system_chains(text, rows[text.name]) if len(c) >= least], exact)
        key, response = [c for _, c in gold], [c for _, c in system]
        for name, measure in (("MUC", muc), ("B3", b_cubed)):
            for side, pair in (("r", measure(key, response)), ("p", measure(response, key))):
                sums[name, side] += pair[0]
                sums[name, side, "all"] += pair[1]
        alike = ceaf_e(key, response)
        for side, count in (("r", len(key)), ("p", len(response))):
            sums["CEAFe", side] += alike
            sums["CEAFe", side, "all"] += count
        mentions, found = {m for c in key for m in c}, {m for c in response for m in c}
        for side, count in (("r", len(mentions)), ("p", len(found))):
            sums["mentions", side] += len(mentions & found)
            sums["mentions", side, "all"] += count
        if show:
            print_chains(text, gold, system)
    result = {}
    for name in ("mentions", "MUC", "B3", "CEAFe"):
        p, r = (sums[name, side] / max(1e-9, sums[name, side, "all"]) for side in "pr")
        result[name] = (p, r, f1(p, r))
    result["CoNLL"] = (0.0, 0.0, sum(result[n][2] for n in ("MUC", "B3", "CEAFe")) / 3)
    return result


def print_chains(text, gold, system):
    def words(span):
        span = span[1:] if span[0] == "system" else span
        return text.bytes[text.words[span[0]][0] : text.words[span[1]][1]].decode()[:60].replace("\n", " ")

    of = {m: name for name, chain in system for m in chain}
    of_gold = {m: name for name, chain in gold for m in chain}
    print(f"==== {text.name}")
    for group, chain in gold:
        print(f"  {group}: " + " | ".join(f"{words(m)} [{m[0]}] → {of.get(m, '–')}" for m in chain))
    print("  -- of the system")
    for name, chain in system:
        print(f"  {name}: " + " | ".join(f"{words(m)} → {of_gold.get(m, '–')}" for m in chain))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("treebank", nargs="+")
    parser.add_argument("--genre", default="news,interview")
    parser.add_argument("--document", action="append")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--singletons", action="store_true")
    parser.add_argument("--exact", action="store_true")
    given = parser.parse_args()
    for path in given.treebank:
        result = score(given.program, path, given.genre.split(","), given.document, given.show, given.singletons, given.exact)
        print(path)
        for name, (p, r, f) in result.items():
            print(f"{name:9} F1 {f:.3f}" + (f"  precision {p:.3f}  recall {r:.3f}" if p or r else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
