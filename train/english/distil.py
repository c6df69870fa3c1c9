"""The teacher's opinions on open text without trees: Wikinews (CC BY 2.5), GAP's Wikipedia snippets (CC BY-SA), re3d's free documents,
and the sentences of the names sets. Sentences are cut by Readout itself (`readout parse`), so that the student learns on what it will read.

  distil.py --shared ../shared --minilm DIR --teacher teacher.pt [--student student.pt --cache lexicon.pickle] --readout build/…/readout
            --out labels.pt [--part 0/2]
"""
import argparse
import csv
import glob
import json
import os
import pickle
import subprocess
import sys
import tempfile

import numpy
import torch

import corpora
import student
import teacher

TEACHER_SHARE = 0.7
FREE_RE3D = ("Australian_Department_of_Foreign_Affairs", "CENTCOM", "UK_Government", "US_State_Department", "Wikipedia")


def raw_texts(shared):
    csv.field_size_limit(1 << 24)
    for row in csv.DictReader(open(f"{shared}/data/news/wikinews_2019.csv", encoding="utf-8")):
        yield row["title"] + "\n\n" + row["text"]
    for part in ("development", "validation"):
        for row in csv.DictReader(open(f"{shared}/data/names/gap-{part}.tsv", encoding="utf-8"), delimiter="\t",
                                  quoting=csv.QUOTE_NONE):
            yield row["Text"]
    for source in FREE_RE3D:
        for path in glob.glob(f"{shared}/data/names/re3d/raw/{source.replace('_', ' ')}/documents.json") + \
                glob.glob(f"{shared}/data/names/re3d/raw/{source}/documents.json"):
            for line in open(path, encoding="utf-8"):
                if line.strip():
                    yield json.loads(line)["text"]


def cut(texts, program):
    """Sentences as lists of forms."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for i, text in enumerate(texts):
            file.write(json.dumps({"id": str(i), "date": "2019-01-01", "title": "", "text": text}) + "\n")
        file.flush()
        out = subprocess.run([program, "parse", "--format", "conllu", "--quiet", file.name], check=True, capture_output=True).stdout
    forms, seen = [], set()
    for line in out.decode("utf-8").splitlines():
        if not line:
            if 3 <= len(forms) <= 100 and tuple(forms) not in seen:
                seen.add(tuple(forms))
                yield {"form": forms}
            forms = []
        elif line[0] != "#" and line.split("\t", 1)[0].isdigit():
            forms.append(line.split("\t")[1])


def label(sentences, teach, wp, pupil, lexicon):
    with torch.no_grad():
        for group in teacher.batches(sentences, 3000):
            b = teacher.batch_of(group, wp, None)
            with torch.autocast(teacher.DEVICE, dtype=torch.bfloat16):
                t = teach(b)
            past = torch.arange(t["arc"].shape[-1])[None, None, :] > b["length"][:, None, None]
            shares = [(t, teach, TEACHER_SHARE)]
            if pupil is not None:
                s = pupil(student.batch_of(group, lexicon, None))
                shares = [(t, teach, TEACHER_SHARE), (s, pupil, 1 - TEACHER_SHARE)]
            mixed = {key: sum(w * torch.softmax(o[key].float(), -1) for o, _, w in shares) / sum(w for _, _, w in shares)
                     for key in ("tag", "feat", "name")}
            mixed["arc"] = sum(w * torch.softmax(o["arc"].float().masked_fill(past, -1e4), -1) for o, _, w in shares) / sum(
                w for _, _, w in shares)
            best = mixed["arc"].argmax(-1)
            mixed["label"] = sum(w * torch.softmax(m.label_scores(o, best).float(), -1) for o, m, w in shares) / sum(
                w for _, _, w in shares)
            for i, s in enumerate(group):
                n = len(s["form"])
                keys = ("name",) if "head" in s else tuple(mixed)
                soft = {k: (mixed[k][i, :n, :n + 1] if k == "arc" else mixed[k][i, :n]).cpu().numpy().astype(numpy.float16) for k in keys}
                yield dict(s, soft=soft)


def main():
    p = argparse.ArgumentParser()
    for name, value in (("shared", "../shared"), ("project", "."), ("minilm", None), ("teacher", "teacher.pt"), ("student", None),
                        ("cache", "lexicon.pickle"), ("readout", "build/release/apps/cli/readout"), ("out", "labels.pt"),
                        ("part", "0/1")):
        p.add_argument("--" + name, default=value)
    a = p.parse_args()
    teacher.use_device(1)
    number, parts = map(int, a.part.split("/"))
    trees, names, ours, _ = corpora.load(a.shared, a.project)
    tables = teacher.Tables(trees)
    teach = teacher.Teacher(None, len(tables.tags), len(tables.feats))
    teach.load_state_dict(torch.load(a.teacher, weights_only=True)["model"])
    pupil, lexicon = None, None
    if a.student:
        lexicon, glove = student.Lexicon.prepared(a.cache, [], None, a.project)
        pupil = student.Student(len(tables.tags), len(tables.feats), glove, len(lexicon.known))
        pupil.load_state_dict(torch.load(a.student, weights_only=False)["model"])
        pupil.eval()
    teach.eval()
    raw = list(cut(raw_texts(a.shared), a.readout))
    nameless = [s for s in trees if "names" not in s]
    every = [s for s in raw + names + ours + nameless if len(s["form"]) <= 120][number::parts]
    print(len(raw), "raw sentences,", sum(len(s["form"]) for s in raw), "words", file=sys.stderr, flush=True)
    out = list(label(every, teach, teacher.WordPiece(f"{a.minilm}/vocab.txt"), pupil, lexicon))
    with open(a.out, "wb") as file:
        pickle.dump(out, file)
    print(len(out), "sentences labelled", file=sys.stderr)


if __name__ == "__main__":
    main()
