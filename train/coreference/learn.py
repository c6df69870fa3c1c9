#!/usr/bin/env python3
"""Learns the weights of data/actors/coreference.tsv: a log-linear ranker of antecedents (Denis and Baldridge 2007).

  train/coreference/learn.py CANDIDATES_PROGRAM gum.conllu gap.tsv > data/actors/coreference.tsv

Gold: chains of GUM (all genres of the file) and the two names of each GAP passage. A pronoun's right candidates are those
whose nearest mention is in its chain; where none is, "nobody" is right. Pronouns that GUM marks in no chain count as
nobody's. Of a GAP passage only the given pronoun is learned from, and only when one of the two names is a candidate.
The likelihood of all right candidates together is maximised, with an L2 prior, by full-batch steps with momentum;
he and she share their weights. `least`, the likelihood that a link needs, is kept from the table before.
Run it twice: the second time the candidates come from the first weights.
"""

import collections
import math
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import score_coref  # noqa: E402
import score_gap  # noqa: E402

GENRES = "academic bio conversation court interview news speech textbook vlog voyage".split()
RANKINGS = ("person", "thing", "many")
LEAST = {"person": 0.35, "thing": 0.5, "many": 0.35}
ROUNDS, PRIOR = 400, 0.5


def feature_names():
    source = (ROOT / "src/actors/ranker.cpp").read_text(encoding="utf-8")
    body = source.split("feature_names = {")[1].split("}")[0]
    return [part.strip().strip('"') for part in body.split(",") if part.strip()]


def candidates(program, folder):
    out = subprocess.run([program, folder], stdout=subprocess.PIPE, check=True).stdout.decode()
    for line in out.splitlines():
        name, kind, begin, end, *rest = line.split("\t")
        options = []
        for cell in rest:
            b, e, features = cell.split(":")
            options.append(((int(b), int(e)), [float(x) for x in features.split(",")]))
        yield name, RANKINGS[max(0, int(kind) - 1)], (int(begin), int(end)), options


def lessons_of_gum(program, path):
    texts = {t.name: t for t in score_coref.documents(path, GENRES)}
    with tempfile.TemporaryDirectory() as folder:
        for text in texts.values():
            (Path(folder) / f"{text.name}.txt").write_bytes(text.bytes)
        rows = list(candidates(program, folder))
    heads = {}
    for name, text in texts.items():
        heads[name] = of = {}
        for group, mentions in text.gold.items():
            for first, last, _ in mentions:
                of.setdefault((score_coref.head_of(text, first, last)), []).append((last - first, first, last, group))
    for name, ranking, span, options in rows:
        text = texts[name]

        def chain(b, e):
            inside = [i for i, word in enumerate(text.words) if word[0] < e and word[1] > b]
            if not inside:
                return None
            found = heads[name].get(score_coref.head_of(text, inside[0], inside[-1]), [])
            size = inside[-1] - inside[0]
            return min(found, key=lambda m: abs(m[0] - size))[3] if found else None

        own = chain(*span)
        right = [own is not None and chain(*s) == own for s, _ in options]
        yield ranking, right, [f for _, f in options]


def lessons_of_gap(program, path):
    rows = {r["ID"]: r for r in score_gap.passages(path)}
    with tempfile.TemporaryDirectory() as folder:
        for row in rows.values():
            (Path(folder) / f"{row['ID']}.txt").write_text(row["Text"], encoding="utf-8")
        choices = list(candidates(program, folder))
    for name, ranking, span, options in choices:
        row = rows[name]
        if ranking != "person" or span != score_gap.span_of(row, "Pronoun", "Pronoun-offset"):
            continue
        right = []
        names = {s: score_gap.span_of(row, s, f"{s}-offset") for s in "AB"}
        truth = {s for s in "AB" if row[f"{s}-coref"].upper() == "TRUE"}
        for (b, e), _ in options:
            right.append(any(b < names[s][1] and e > names[s][0] for s in truth))
        if any(right):
            yield ranking, right, [f for _, f in options]


def learn(lessons, count):
    """Weights, the last one that of nobody."""
    weights, speed = [0.0] * count, [0.0] * count
    sparse = [(right, [[(i, v) for i, v in enumerate(f) if v] for f in options]) for right, options in lessons]
    for number in range(ROUNDS):
        gradient = [-PRIOR * w for w in weights]
        gradient[-1] = 0.0
        total = 0.0
        for right, options in sparse:
            sums = [sum(weights[i] * v for i, v in f) for f in options] + [weights[-1]]
            most = max(sums)
            exps = [math.exp(s - most) for s in sums]
            all_ = sum(exps)
            good = [*right, not any(right)]
            mass = sum(e for e, g in zip(exps, good) if g)
            total += math.log(mass / all_)
            for k, (e, g) in enumerate(zip(exps, good)):
                pull = (e / mass if g else 0.0) - e / all_
                if k == len(options):
                    gradient[-1] += pull
                else:
                    for i, v in options[k]:
                        gradient[i] += pull * v
        rate = 1.5 / max(1, len(sparse))
        for i in range(count):
            speed[i] = 0.9 * speed[i] + rate * gradient[i]
            weights[i] += speed[i]
        if number % 100 == 99:
            print(f"round {number + 1}: {total / max(1, len(sparse)):.4f} a pronoun", file=sys.stderr)
    return weights


def main():
    program, gum, gap = sys.argv[1:4]
    names = feature_names()
    lessons = collections.defaultdict(list)
    for ranking, right, options in [*lessons_of_gum(program, gum), *lessons_of_gap(program, gap)]:
        if options:
            lessons[ranking].append((right, options))
    weights = {}
    for ranking in RANKINGS:
        of = lessons[ranking]
        print(f"{ranking}: {len(of)} pronouns, {sum(any(r) for r, _ in of)} with a right candidate", file=sys.stderr)
        weights[ranking] = learn(of, len(names))
    print("# Weights of what speaks for a candidate when a pronoun is resolved; \"nobody\" is the weight of no candidate, \"least\" the")
    print("# likelihood that a link needs. Learned by train/coreference/learn.py from GUM (genres free for commercial use, training part,")
    print("# annotations CC BY 4.0) and GAP (validation part, Apache 2.0); only these numbers are kept of them.")
    print("feature\t" + "\t".join(RANKINGS))
    for i, name in enumerate(names):
        print(name + "".join(f"\t{weights[r][i]:.3f}" for r in RANKINGS))
    print("least" + "".join(f"\t{LEAST[r]}" for r in RANKINGS))


if __name__ == "__main__":
    main()
