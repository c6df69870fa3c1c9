"""The teacher of the second opinion on acts: a small pretrained transformer (all-MiniLM-L6-v2, Apache-2.0) fine-tuned on our marked
sentences. It does not ship: its opinions are what the small network learns from (learn.py).

  teacher.py --minilm DIR --out teacher.pt [--judge FILE.tsv…] [--epochs 4] FILE.tsv…
"""
import argparse
import csv
import os
import random
import re
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional as F

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "english"))
import teacher as english  # noqa: E402

TYPES = "- AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
SYMMETRIC = {"CONSULT", "AGREE", "COOPERATE"}
OPEN = {"<s>": 1, "</s>": 2, "<t>": 3, "</t>": 4}  # [unused0] … stand for the marks
LONGEST = 120


def read(paths):
    out = []
    for path in paths:
        with open(path, encoding="utf-8", newline="") as f:
            for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
                out.append((row["type"], row["sentence"]))
    return out


def pieces(tokenizer, sentence):
    """Word pieces with the marks of source and target; the mark of the act is taken out."""
    ids = [tokenizer.id["[CLS]"]]
    for part in re.findall(r"</?[sta]>|\w+|[^\w\s]", sentence):
        if part in OPEN:
            ids.append(OPEN[part])
        elif part not in ("<a>", "</a>"):
            ids += tokenizer.pieces(part)
    return ids[:LONGEST - 1] + [tokenizer.id["[SEP]"]]


def turned(sentence):
    return re.sub(r"(</?)([st])>", lambda m: m[1] + ("t" if m[2] == "s" else "s") + ">", sentence)


class ActTeacher(nn.Module):
    def __init__(self, minilm):
        super().__init__()
        self.base = english.Teacher(minilm, 1, 1)
        self.kind = nn.Sequential(nn.Linear(4 * 384, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, len(TYPES)))

    def forward(self, ids):
        mask = ids != 0
        x = self.base.norm(self.base.words(ids) + self.base.places(torch.arange(ids.shape[1])))
        x = F.dropout(x, 0.1, self.training)
        for layer in self.base.layers:
            x = layer(x, mask[:, None, None, :])
        def at(mark):
            hit = (ids == mark).to(x.dtype)
            return (hit[..., None] * x).sum(1) / hit.sum(1).clamp(min=1)[:, None]
        keep = mask.to(x.dtype)[..., None]
        pooled = (x * keep).sum(1) / keep.sum(1)
        return self.kind(torch.cat([x[:, 0], at(1), at(3), pooled], -1))


def padded(rows):
    n = max(len(r) for r in rows)
    return torch.as_tensor([r + [0] * (n - len(r)) for r in rows])


@torch.no_grad()
def chances(model, rows):
    model.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    out = torch.zeros(len(rows), len(TYPES))
    for i in range(0, len(order), 64):
        part = order[i:i + 64]
        with torch.autocast("cpu", torch.bfloat16):
            out[part] = model(padded([rows[k] for k in part])).float().softmax(-1)
    return out


def judge(model, tokenizer, examples, always):
    p = chances(model, [pieces(tokenizer, s) for _, s in examples])
    if always:
        p[:, 0] = 0
    best, gold = p.argmax(-1), torch.as_tensor([TYPES.index(k) for k, _ in examples])
    f1 = {}
    for k, name in enumerate(TYPES):
        tp, a, b = ((best == k) & (gold == k)).sum(), (best == k).sum(), (gold == k).sum()
        if b:
            f1[name] = float(2 * tp / (a + b))
    print(" ".join(f"{k} {v:.2f}" for k, v in f1.items()))
    print(f"examples {len(examples)} accuracy {float((best == gold).float().mean()):.3f} macro-F1 {sum(f1.values()) / len(f1):.3f}", flush=True)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--minilm", required=True)
    p.add_argument("--out")
    p.add_argument("--judge", nargs="*", default=[])
    p.add_argument("--epochs", type=int, default=4)
    p.add_argument("--held", type=float, default=0.1)
    p.add_argument("--start", help="a teacher to go on from")
    p.add_argument("--rate", type=float, default=1.5e-4)
    p.add_argument("--label", nargs="*", default=[], help="FILE.tsv=OUT.npy: the chances of each type, a row a line")
    p.add_argument("files", nargs="*")
    a = p.parse_args()
    torch.set_num_threads(int(os.environ.get("THREADS", "1")))
    torch.manual_seed(1)
    rng = random.Random(1)
    tokenizer = english.WordPiece(os.path.join(a.minilm, "vocab.txt"))
    examples = read(a.files)
    plain = lambda s: re.sub(r"</?[sta]>", "", s)
    texts = sorted({plain(s) for _, s in examples})
    random.Random(1).shuffle(texts)
    held = set(texts[:int(len(texts) * a.held)])
    unseen = [e for e in examples if plain(e[1]) in held]
    known = [(k, s, 1.0) for k, s in examples if plain(s) not in held]
    known += [("-", turned(s), 0.4) for k, s, _ in known if k not in SYMMETRIC and k != "-" and "<s>" in s and "<t>" in s and rng.random() < 0.5]
    rows = [(pieces(tokenizer, s), TYPES.index(k), w) for k, s, w in known]
    model = ActTeacher(os.path.join(a.minilm, "model.safetensors"))
    if a.start:
        model.load_state_dict(torch.load(a.start))
    if not rows:
        a.epochs = 0
    steps = a.epochs * (len(rows) // 32 + 1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=a.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, a.rate, total_steps=steps + 1, pct_start=0.1)
    begun = time.time()
    for epoch in range(a.epochs):
        model.train()
        rows.sort(key=lambda r: len(r[0]) + rng.random() * 8)
        parts = [rows[i:i + 32] for i in range(0, len(rows), 32)]
        rng.shuffle(parts)
        total = 0.0
        for part in parts:
            optimizer.zero_grad()
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(padded([r[0] for r in part]))
            loss = F.cross_entropy(scores.float(), torch.as_tensor([r[1] for r in part]), reduction="none", label_smoothing=0.05)
            loss = (loss * torch.as_tensor([r[2] for r in part])).mean()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss)
        print(f"epoch {epoch + 1} loss {total / len(parts):.3f} after {time.time() - begun:.0f} s", flush=True)
        if unseen:
            judge(model, tokenizer, unseen, False)
        for path in a.judge:
            judge(model, tokenizer, read([path]), True)
    for pair in a.label:
        path, out = pair.split("=")
        numpy.save(out, chances(model, [pieces(tokenizer, s) for _, s in read([path])]).numpy())
    if a.out and rows:
        torch.save(model.state_dict(), a.out)


if __name__ == "__main__":
    main()
