"""Pairs of actors in open news and encyclopedic text, for the teacher to judge: sentences with marks and the type `?`.

  pairs.py --shared ../shared --readout build/release/apps/cli/readout --out pairs.tsv

Texts: Wikinews 2019 (CC BY 2.5), re3d without BBC and EU delegation, GAP's snippets (Apache-2.0), wikigold (CC BY 4.0).
"""
import argparse
import csv
import glob
import json
import os
import random
import subprocess


def texts(shared):
    for row in csv.DictReader(open(f"{shared}/data/news/wikinews_2019.csv", encoding="utf-8", newline="")):
        yield row["date"], row["text"]
    for folder in sorted(glob.glob(f"{shared}/data/names/re3d/*/")):
        name = os.path.basename(folder.rstrip("/"))
        if "BBC" in name or "Delegation" in name or not os.path.exists(folder + "documents.json"):
            continue
        for line in open(folder + "documents.json", encoding="utf-8"):
            yield "2017-01-01", json.loads(line)["text"]
    for part in ("development", "validation"):
        for row in csv.DictReader(open(f"{shared}/data/names/gap-{part}.tsv", encoding="utf-8", newline=""), delimiter="\t",
                                  quoting=csv.QUOTE_NONE):
            yield "2018-01-01", row["Text"]
    words = []
    for line in open(f"{shared}/data/names/wikigold/wikigold.conll.txt", encoding="utf-8"):
        if line.strip():
            words.append(line.split()[0])
        elif words:
            yield "2009-01-01", " ".join(words)
            words = []


def main():
    p = argparse.ArgumentParser()
    for name, value in (("shared", "../shared"), ("readout", "build/release/apps/cli/readout"), ("out", "pairs.tsv")):
        p.add_argument("--" + name, default=value)
    p.add_argument("--each", type=int, default=3, help="pairs of a sentence")
    a = p.parse_args()
    rng = random.Random(1)
    source = a.out + ".jsonl"
    kept = {}
    with open(source, "w", encoding="utf-8") as f:
        for i, (date, text) in enumerate(texts(a.shared)):
            kept[str(i)] = text.encode("utf-8")
            f.write(json.dumps({"id": str(i), "date": date, "title": "", "text": text}) + "\n")
    run = lambda *words: subprocess.run([a.readout, *words, "--quiet", source], capture_output=True, text=True).stdout
    mentions, name = {}, None
    for line in run("read", "--format", "jsonl").splitlines():
        row = json.loads(line)
        if row["record"] == "document":
            name = row["name"]
        elif row["record"] == "actor":
            for span in row["mentions"]:
                mentions.setdefault(name, set()).add((tuple(span), row["id"]))
    sentences, name, begin, end = {}, None, None, None
    for line in run("parse").splitlines():
        if line.startswith("# newdoc id = "):
            name = line[14:]
        elif line and line[0].isdigit() and "Span=" in line:
            b, e = (int(x) for x in line.rsplit("Span=", 1)[1].split("|")[0].split(":"))
            begin = b if begin is None else begin
            end = e
        elif not line and begin is not None:
            sentences.setdefault(name, []).append((begin, end))
            begin = None
    written = 0
    with open(a.out, "w", encoding="utf-8") as f:
        f.write("type\tmode\tcameo\tstatus\tsentence\n")
        for name, spans in sentences.items():
            for b, e in spans:
                inside = sorted(m for m in mentions.get(name, ()) if b <= m[0][0] and m[0][1] <= e)
                pairs = [(x, y) for x in inside for y in inside
                         if x[1] != y[1] and (x[0][1] <= y[0][0] or y[0][1] <= x[0][0])]
                rng.shuffle(pairs)
                for x, y in pairs[:a.each]:
                    marks = sorted([(x[0], b"s"), (y[0], b"t")])
                    out, at = b"", b
                    for (mb, me), k in marks:
                        out += kept[name][at:mb] + b"<" + k + b">" + kept[name][mb:me] + b"</" + k + b">"
                        at = me
                    out += kept[name][at:e]
                    line = " ".join(out.decode("utf-8", "replace").split())
                    if 20 < len(line) < 600 and "<a>" not in line:
                        f.write(f"?\t-\t-\t-\t{line}\n")
                        written += 1
    os.remove(source)
    print(written, "pairs")


if __name__ == "__main__":
    main()
