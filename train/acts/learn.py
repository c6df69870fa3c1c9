"""The second opinion on acts: what is done between a marked source and target. Reads what act_features wrote of the marked sentences.

  learn.py --features acts.bin --out acts.pt [--judge other.bin] [--epochs 14] [--seeds 4]

A small network over the states of the parser's encoder, which stay as they are: each token is a vector; a pointer, asked with the two sides,
finds the words of the act (it is taught where they stand); what it finds, what a second free attention finds and the two sides give the
type, the mode and the status. `--judge` names features of sentences that are only measured.
"""
import argparse
import pickle
import random

import numpy
import torch
from torch import nn
from torch.nn import functional as F

TYPES = "- AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
STATUSES = "happened ongoing habitual planned requested conditional denied failed presupposed".split()
CONTEXT, WORD, RELATIONS, TAGS = 320, 192, 80, 20
TOKEN, ASK, MIX, EXTRA = 128, 64, 128, 12
SYMMETRIC = {"CONSULT", "AGREE", "COOPERATE"}


def read(path, index):
    """Examples: states as floats, tree, places of source, target and act, labels."""
    data, at, out = open(path, "rb").read(), 0, []
    for line in open(path + ".tsv", encoding="utf-8"):
        kind, mode, cameo, status, where, text = line.rstrip("\n").split("\t")
        n, s, t, a = numpy.frombuffer(data, "<i4", 4, at)
        at += 16
        tree = numpy.frombuffer(data, numpy.dtype([("tag", "u1"), ("relation", "u1"), ("head", "<i2"), ("key", "<u4")]), n, at)
        at += 8 * n
        states = numpy.frombuffer(data, "u1", n * (CONTEXT + WORD), at).reshape(n, -1)
        at += n * (CONTEXT + WORD)
        out.append(dict(word=[index.get(int(k), 0) for k in tree["key"]], n=int(n), s=int(s), t=int(t), a=int(a), tree=tree, states=states, type=kind, mode=mode, status=status,
                        where=where, text=text))
    return out


def steps_between(tree, a, b):
    """Tokens on the way from one token to the other in the tree."""
    def up(x):
        way = [x]
        while tree["head"][x] >= 0 and len(way) < 60:
            x = int(tree["head"][x])
            way.append(x)
        return way
    if a < 0 or b < 0:
        return set()
    wa, wb = up(a), up(b)
    common = next((x for x in wa if x in set(wb)), None)
    if common is None:
        return set()
    return set(wa[:wa.index(common) + 1] + wb[:wb.index(common) + 1])


def extras(e, s, t):
    """What the tree says of each token towards the two sides."""
    x = numpy.zeros((e["n"], EXTRA), "f4")
    way = steps_between(e["tree"], s, t)
    for i in range(e["n"]):
        x[i, 0] = i == s
        x[i, 1] = i == t
        x[i, 2] = i in way
        h = int(e["tree"]["head"][i])
        x[i, 3] = h >= 0 and h in way
        x[i, 4] = s >= 0 and i > s
        x[i, 5] = t >= 0 and i > t
        x[i, 6] = s >= 0 and int(e["tree"]["head"][s]) == i
        x[i, 7] = t >= 0 and int(e["tree"]["head"][t]) == i
        x[i, 8] = min(abs(i - s), 20) / 20 if s >= 0 else 0
        x[i, 9] = min(abs(i - t), 20) / 20 if t >= 0 else 0
        x[i, 10] = s < 0
        x[i, 11] = t < 0
    return x


class Opinion(nn.Module):
    def __init__(self, modes, meanings):
        super().__init__()
        self.meaning = nn.Parameter(torch.as_tensor(meanings), requires_grad=False)
        self.relation, self.tag = nn.Embedding(RELATIONS, 16), nn.Embedding(TAGS, 8)
        self.token = nn.Linear(CONTEXT + WORD + 24 + meanings.shape[1], TOKEN)
        self.nobody = nn.Parameter(torch.zeros(2, TOKEN))
        self.ask_token, self.ask_sides = nn.Linear(TOKEN + EXTRA, ASK), nn.Linear(2 * TOKEN, ASK, bias=False)
        self.point, self.look = nn.Linear(ASK, 1), nn.Linear(ASK, 1)
        self.mix = nn.Linear(4 * TOKEN, MIX)
        self.kind, self.manner, self.state = nn.Linear(MIX, len(TYPES)), nn.Linear(MIX, modes), nn.Linear(MIX, len(STATUSES))

    def forward(self, b, drop=0.0):
        x = torch.cat([b["states"], self.relation(b["relation"]), self.tag(b["tag"]), self.meaning[b["word"]]], -1)
        if drop:
            mask = (torch.rand(x.shape[0], 1, x.shape[2]) >= drop).float() / (1 - drop)
            x = x * mask
        x = F.relu(self.token(x))
        rows = torch.arange(len(x))
        s = torch.where((b["s"] >= 0)[:, None], x[rows, b["s"].clamp(min=0)], self.nobody[0])
        t = torch.where((b["t"] >= 0)[:, None], x[rows, b["t"].clamp(min=0)], self.nobody[1])
        q = F.relu(self.ask_token(torch.cat([x, b["extra"]], -1)) + self.ask_sides(torch.cat([s, t], -1))[:, None])
        gap = (~b["keep"]).float() * -1e4
        point = self.point(q).squeeze(-1) + gap
        look = self.look(q).squeeze(-1) + gap
        act = (point.softmax(-1)[..., None] * x).sum(1)
        around = (look.softmax(-1)[..., None] * x).sum(1)
        z = torch.cat([act, around, s, t], -1)
        if drop:
            z = F.dropout(z, drop)
        z = F.relu(self.mix(z))
        if drop:
            z = F.dropout(z, drop)
        return point, self.kind(z), self.manner(z), self.state(z)


def batch(examples, modes):
    n = max(e["n"] for e in examples)
    b = dict(states=numpy.zeros((len(examples), n, CONTEXT + WORD), "f4"), relation=numpy.zeros((len(examples), n), "i8"),
             tag=numpy.zeros((len(examples), n), "i8"), word=numpy.zeros((len(examples), n), "i8"), extra=numpy.zeros((len(examples), n, EXTRA), "f4"),
             keep=numpy.zeros((len(examples), n), bool))
    for i, e in enumerate(examples):
        k = e["n"]
        if "floats" not in e:
            e["floats"] = e["states"].astype("f4") - 128
            e["floats"][:, :CONTEXT] /= 127
            e["floats"][:, CONTEXT:] /= 24
        if "extra" not in e:
            e["extra"] = extras(e, e["s"], e["t"])
        b["states"][i, :k], b["relation"][i, :k], b["tag"][i, :k] = e["floats"], e["tree"]["relation"], e["tree"]["tag"]
        b["extra"][i, :k], b["keep"][i, :k], b["word"][i, :k] = e["extra"], True, e["word"]
    out = {k: torch.as_tensor(v) for k, v in b.items()}
    for k in "sta":
        out[k] = torch.as_tensor([e[k] for e in examples])
    out["type"] = torch.as_tensor([TYPES.index(e["type"]) if e["type"] in TYPES else 0 for e in examples])
    out["mode"] = torch.as_tensor([modes.get((e["type"], e["mode"]), -1) for e in examples])
    out["status"] = torch.as_tensor([STATUSES.index(e["status"]) if e["status"] in STATUSES else -1 for e in examples])
    soft = numpy.zeros((len(examples), len(TYPES)), "f4")
    for i, e in enumerate(examples):
        if e["type"] in TYPES:
            soft[i, TYPES.index(e["type"])] = 1 if "soft" not in e else 0.5
        if "soft" in e:
            soft[i] += e["soft"] * (1 - soft[i].sum())
    out["soft"] = torch.as_tensor(soft)
    out["weight"] = torch.as_tensor([e.get("weight", 1.0) for e in examples])
    return out


def turned(examples):
    """The same pairs the other way round: no act, where an act has a direction."""
    out = []
    for e in examples:
        if e["s"] >= 0 and e["t"] >= 0 and e["type"] not in ("-", "?") and e["type"] not in SYMMETRIC and e["mode"] not in ("-clash",):
            out.append(dict({k: v for k, v in e.items() if k not in ("extra", "soft")}, s=e["t"], t=e["s"], type="-", mode="-", status="-", weight=0.3))
    return out


def loss_of(model, b, drop):
    point, kind, mode, status = model(b, drop)
    w = b["weight"]
    told = b["type"] > 0
    total = (F.cross_entropy(kind, b["soft"], reduction="none", label_smoothing=0.03) * w).mean()
    at = (b["a"] >= 0) & (w > 0.9)
    if at.any():
        total = total + 0.5 * F.cross_entropy(point[at], b["a"][at])
    some = told & (b["mode"] >= 0)
    if some.any():
        total = total + 0.3 * F.cross_entropy(mode[some], b["mode"][some])
    some = told & (b["status"] >= 0)
    if some.any():
        total = total + 0.2 * F.cross_entropy(status[some], b["status"][some])
    return total


def train(examples, modes, meanings, epochs, seed, rate=2e-3, drop=0.3):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = Opinion(len(modes), meanings)
    steps = epochs * (len(examples) // 64 + 1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps + 1, pct_start=0.1)
    for _ in range(epochs):
        order = sorted(examples, key=lambda e: e["n"] + rng.random() * 6)
        parts = [order[i:i + 64] for i in range(0, len(order), 64)]
        rng.shuffle(parts)
        model.train()
        for part in parts:
            optimizer.zero_grad()
            loss_of(model, batch(part, modes), drop).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            schedule.step()
    return model.eval()


@torch.no_grad()
def opinions(models, examples, modes):
    """Chance of each type, mean of the models."""
    out = numpy.zeros((len(examples), len(TYPES)))
    pointed = []
    for i in range(0, len(examples), 64):
        part = examples[i:i + 64]
        b = batch(part, modes)
        point = 0
        for m in models:
            p, kind, _, _ = m(b)
            out[i:i + len(part)] += kind.softmax(-1).numpy() / len(models)
            point = point + p.softmax(-1)
        pointed += point.argmax(-1).tolist()
    return out, pointed


def judge(models, examples, modes, always=False):
    chances, pointed = opinions(models, examples, modes)
    if always:
        chances[:, 0] = 0
    best = chances.argmax(-1)
    gold = numpy.array([TYPES.index(e["type"]) for e in examples])
    f1s = []
    for k in range(len(TYPES)):
        tp, p, g = ((best == k) & (gold == k)).sum(), (best == k).sum(), (gold == k).sum()
        if g:
            f1s.append((TYPES[k], 2 * tp / (p + g), tp / max(p, 1), tp / g))
    acts = [i for i, e in enumerate(examples) if e["a"] >= 0]
    hit = numpy.mean([pointed[i] == examples[i]["a"] for i in acts]) if acts else 0
    print(" ".join(f"{k} {f:.2f}" for k, f, _, _ in f1s))
    print(f"examples {len(examples)} accuracy {(best == gold).mean():.3f} macro-F1 {numpy.mean([f for _, f, _, _ in f1s]):.3f} act pointed at {hit:.3f}")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--features", required=True)
    p.add_argument("--meanings", required=True)
    p.add_argument("--opinions", help="the teacher's chances of the same sentences")
    p.add_argument("--more", help="features of pairs in open text")
    p.add_argument("--more-opinions", help="the teacher's chances of these")
    p.add_argument("--out")
    p.add_argument("--judge", nargs="*", default=[])
    p.add_argument("--epochs", type=int, default=14)
    p.add_argument("--seeds", type=int, default=1)
    p.add_argument("--held", type=float, default=0.1, help="share of the sentences that is only measured; 0 for the shipped model")
    a = p.parse_args()
    index, meanings = pickle.load(open(a.meanings, "rb"))
    meanings = numpy.concatenate([numpy.zeros((1, meanings.shape[1]), "f4"), meanings])
    examples = read(a.features, index)
    if a.opinions:
        for e, row in zip(examples, numpy.load(a.opinions), strict=True):
            e["soft"] = row
    more = read(a.more, index) if a.more else []
    for e, row in zip(more, numpy.load(a.more_opinions) if more else [], strict=True):
        e["soft"], e["weight"] = row, 0.5
    # Most pairs of open text do nothing to one another: a part of these is enough.
    quiet = [e for e in more if e["soft"][0] > 0.8]
    more = [e for e in more if e["soft"][0] <= 0.8] + random.Random(1).sample(quiet, min(len(quiet), 4000))
    modes = sorted({(e["type"], e["mode"]) for e in examples if e["type"] != "-"})
    modes = {m: i for i, m in enumerate(modes)}
    # The same sentence with other marks stays on one side.
    texts = sorted({e["text"] for e in examples})
    random.Random(1).shuffle(texts)
    held = set(texts[:int(len(texts) * a.held)])
    known, unseen = [e for e in examples if e["text"] not in held], [e for e in examples if e["text"] in held]
    models = [train(known + turned(known) + more, modes, meanings, a.epochs, seed) for seed in range(a.seeds)]
    if unseen:
        judge(models, unseen, modes)
    for path in a.judge:
        print(path)
        judge(models, read(path, index), modes, always=True)
    if a.out:
        torch.save(dict(models=[m.state_dict() for m in models], modes=list(modes), types=TYPES, statuses=STATUSES), a.out)


if __name__ == "__main__":
    main()
