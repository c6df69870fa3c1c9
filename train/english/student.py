"""The model that ships, in PyTorch: word types, two convolutions, two BiLSTM layers, heads. src/network runs the same in integers.

  student.py --shared ../shared --glove DIR --out student.pt --steps 4000 [--teacher labels.pt,…] [--start student.pt]
"""
import argparse
import os
import pickle
import random
import time

import numpy
import torch
from torch import nn
from torch.nn import functional as F

import corpora
import gazetteer
import words
from teacher import DEVICE, RELATIONS, Tables, batches, name_loss, spans, use_device

WIDTH, HIDDEN, ARC, LABEL, TAGGING = 192, 160, 128, 96, 128
GLOVE_ROWS, GLOVE_WIDTH, KNOWN_WIDTH, NGRAM_WIDTH, SHAPE_WIDTH = 90000, 50, 48, 64, 16
GAZETTEER = len(words.GAZETTEER_BITS)


def read_glove(folder):
    """The first GLOVE_ROWS words of GloVe 6B 50d (PDDL) without digits, and their vectors, scaled to a spread of one."""
    import pyarrow.parquet
    names = pyarrow.parquet.read_table(f"{folder}/glove_6B_index.parquet").to_pydict()["index"]
    vectors = numpy.load(f"{folder}/glove_6B_50d_emb.npy")
    kept = [i for i, w in enumerate(names) if not any(c.isdigit() for c in w)][:GLOVE_ROWS]
    rows = vectors[kept]
    return {words.key(names[i]): n + 1 for n, i in enumerate(kept)}, rows / rows.std()


class Lexicon:
    """Numbers of words: GloVe rows, words known from training (seen twice or more), n-grams, shapes. 0 is none."""

    def __init__(self, known, glove, entries):
        self.known, self.glove, self.entries, self.cache = known, glove, entries, {}

    @classmethod
    def prepared(cls, cache, sentences, glove, project):
        """The lexicon and GloVe's vectors, kept in the file `cache` once they are made."""
        if not os.path.exists(cache):
            from collections import Counter
            count = Counter(words.key(words.no_digits(words.lower(f))) for s in sentences for f in s["form"])
            kept = sorted(k for k, n in count.items() if n >= 2)
            index, vectors = read_glove(glove)
            with open(cache, "wb") as out:
                pickle.dump(({k: i + 1 for i, k in enumerate(kept)}, index, gazetteer.build(project), vectors), out)
        known, index, entries, vectors = pickle.load(open(cache, "rb"))
        return cls(known, index, entries), vectors

    def of(self, form):
        if form not in self.cache:
            lowered = words.lower(form)
            self.cache[form] = (self.glove.get(words.key(lowered), 0), self.known.get(words.key(words.no_digits(lowered)), 0),
                                words.ngrams(form), words.shape_slot(form))
        return self.cache[form]

    def gaz(self, s):
        if "gaz" not in s:
            s["gaz"] = words.gazetteer_bits(s["form"], self.entries)
        return s["gaz"]


class Locked(nn.Module):
    """Dropout with one mask for all words of a sentence."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= self.p).to(x.dtype) / (1 - self.p)


class BiLstm(nn.Module):
    """Two directions; each sentence is turned by its own length, so that padding is never read first."""

    def __init__(self, width, hidden):
        super().__init__()
        self.ahead, self.back = nn.LSTM(width, hidden, batch_first=True), nn.LSTM(width, hidden, batch_first=True)

    def forward(self, x, turn):
        a, _ = self.ahead(x)
        index = turn[..., None]
        b, _ = self.back(x.gather(1, index.expand(-1, -1, x.shape[2])))
        return torch.cat([a, b.gather(1, index.expand(-1, -1, b.shape[2]))], -1)


class Student(nn.Module):
    def __init__(self, tags, feats, glove, known, names=len(corpora.NAME_TAGS)):
        super().__init__()
        self.glove = nn.Parameter(torch.cat([torch.zeros(1, GLOVE_WIDTH), torch.as_tensor(glove).float()]), requires_grad=False)
        self.known = nn.Embedding(known + 1, KNOWN_WIDTH, padding_idx=0)
        self.ngram = nn.EmbeddingBag(words.NGRAM_SLOTS, NGRAM_WIDTH, mode="mean")
        self.shape = nn.Embedding(words.SHAPE_SLOTS, SHAPE_WIDTH)
        for e, scale in ((self.known, 0.3), (self.ngram, 0.3), (self.shape, 0.3)):
            nn.init.normal_(e.weight, std=scale)
        with torch.no_grad():
            self.known.weight[0] = 0
        self.mixing = nn.Linear(GLOVE_WIDTH + KNOWN_WIDTH + NGRAM_WIDTH + SHAPE_WIDTH, 2 * WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.gaz = nn.Linear(GAZETTEER, WIDTH, bias=False)
        nn.init.normal_(self.gaz.weight, std=0.1)
        self.convolutions = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in range(2))
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(2))
        self.lstms = nn.ModuleList([BiLstm(WIDTH, HIDDEN), BiLstm(2 * HIDDEN, HIDDEN)])
        self.tagging = nn.Linear(WIDTH + 2 * HIDDEN, TAGGING)
        self.tag, self.feat, self.name = nn.Linear(TAGGING, tags), nn.Linear(TAGGING, feats), nn.Linear(TAGGING, names)
        self.root = nn.Parameter(torch.randn(2 * HIDDEN) * 0.1)
        self.arc_dep, self.arc_head = nn.Linear(2 * HIDDEN, ARC), nn.Linear(2 * HIDDEN, ARC)
        self.biaffine = nn.Linear(ARC, ARC)
        self.label_dep, self.label_head = nn.Linear(2 * HIDDEN, LABEL), nn.Linear(2 * HIDDEN, LABEL)
        self.label = nn.Linear(LABEL, RELATIONS)
        self.drop_input, self.drop, self.drop_head = Locked(0.2), Locked(0.33), Locked(0.25)

    def types(self, b):
        parts = [self.glove[b["glove"]], self.known(b["known"]), self.ngram(b["ngrams"], b["offsets"]), self.shape(b["shape"])]
        if self.training:  # words of which nothing but the letters is known, and words that GloVe does not know
            n = len(b["glove"])
            parts[0] = parts[0] * (torch.rand(n, 1) >= 0.06)
            parts[1] = parts[1] * (torch.rand(n, 1) >= 0.2)
            parts[2] = parts[2] * (torch.rand(n, 1) >= 0.03)
        x = F.max_pool1d(self.mixing(torch.cat(parts, -1))[:, None, :].view(-1, WIDTH, 2).float(), 2).squeeze(-1)
        return self.norm(x)

    def encode(self, b):
        x = self.types(b)[b["type"]] + self.gaz(b["gaz"])
        keep = b["keep"][..., None]
        x = self.drop_input(x) * keep
        for convolution, norm in zip(self.convolutions, self.norms):
            before, after = F.pad(x, (0, 0, 1, -1)), F.pad(x, (0, 0, -1, 1))
            y = F.relu(convolution(torch.cat([before, x, after], -1)))
            x = norm((x + y).float()) * keep
        c = x
        x = self.drop(x)
        for lstm in self.lstms:
            x = self.drop(lstm(x, b["turn"]).float())
        return c, x

    def forward(self, b):
        c, x = self.encode(b)
        t = self.drop_head(F.relu(self.tagging(torch.cat([c, x], -1))))
        out = {"tag": self.tag(t), "feat": self.feat(t), "name": self.name(t)}
        h = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        dep, head = self.drop_head(F.relu(self.arc_dep(x))), self.drop_head(F.relu(self.arc_head(h)))
        out["arc"] = (self.biaffine(dep) @ head.transpose(1, 2)).float()
        out["label_dep"], out["label_head"] = self.label_dep(x), self.label_head(h)
        return out

    def label_scores(self, out, heads):
        h = out["label_head"].gather(1, heads[..., None].expand(-1, -1, LABEL))
        return self.label(self.drop_head(F.relu((out["label_dep"] + h).float())))


def batch_of(sentences, lexicon, tables, gazetteer_share=1.0, rng=None):
    n = max(len(s["form"]) for s in sentences)
    seen, types, rows = {}, [], []
    for s in sentences:
        row = []
        for form in s["form"]:
            if form not in seen:
                seen[form] = len(types)
                types.append(lexicon.of(form))
            row.append(seen[form])
        rows.append(row)
    pad = lambda lists, value=0: torch.tensor([list(x) + [value] * (n - len(x)) for x in lists])
    flat = [g for t in types for g in t[2]]
    offsets = numpy.cumsum([0] + [len(t[2]) for t in types])[:-1]
    length = torch.tensor([len(r) for r in rows])
    place = torch.arange(n)[None, :]
    b = {"glove": torch.tensor([t[0] for t in types]), "known": torch.tensor([t[1] for t in types]),
         "shape": torch.tensor([t[3] for t in types]), "ngrams": torch.tensor(flat), "offsets": torch.tensor(offsets),
         "type": pad(rows), "length": length, "keep": (place < length[:, None]).float(),
         "turn": torch.where(place < length[:, None], length[:, None] - 1 - place, place.expand(len(rows), -1))}
    use = [rng is None or rng.random() < gazetteer_share for _ in sentences]
    masks = pad([lexicon.gaz(s) if u and gazetteer_share > 0 else [0] * len(s["form"]) for s, u in zip(sentences, use)])
    b["gaz"] = ((masks[..., None] >> torch.arange(GAZETTEER)) & 1).float()
    if tables is None:
        return b
    none = lambda s: [-100] * len(s["form"])
    b["tag"] = pad([[tables.tag_id.get(t, -100) for t in zip(s["upos"], s["xpos"])] if "upos" in s else none(s)
                    for s in sentences], -100)
    b["feat"] = pad([[tables.feat_id.get(t, -100) for t in s["feats"]] if "upos" in s else none(s) for s in sentences], -100)
    b["head"] = pad([s.get("head") or none(s) for s in sentences], -100)
    b["relation"] = pad([[tables.relation_id.get(r, -100) for r in s["relation"]] if "head" in s else none(s)
                         for s in sentences], -100)
    full = (1 << len(corpora.NAME_TAGS)) - 1
    b["names"] = pad([s.get("names") or [full] * len(s["form"]) for s in sentences], full)
    if any("soft" in s for s in sentences):
        b["soft"] = soft_of(sentences, n)
    return b


def soft_of(sentences, n):
    """The teacher's opinions, padded: arcs [b, n, n + 1], the rest [b, n, classes]; each with the weight of its words, 0 or 1."""
    out = {}
    for i, s in enumerate(sentences):
        for k, v in s.get("soft", {}).items():
            if k not in out:
                out[k] = (torch.zeros(len(sentences), n, n + 1 if k == "arc" else v.shape[-1]), torch.zeros(len(sentences), n))
            out[k][0][i, :v.shape[0], :v.shape[1]] = torch.as_tensor(v).float()
            out[k][1][i, :v.shape[0]] = 1
    return out


def soft_loss(scores, wanted, weight):
    return (-(wanted * F.log_softmax(scores.float(), -1)).sum(-1) * weight).sum() / weight.sum().clamp(min=1)


def loss_of(model, b):
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        out = model(b)
    total = 0.0
    past = torch.arange(out["arc"].shape[-1])[None, None, :] > b["length"][:, None, None]
    arcs = out["arc"].masked_fill(past, -1e4)
    if (b["tag"] >= 0).any():
        for key, scale in (("tag", 1.0), ("feat", 0.3)):
            total = total + scale * F.cross_entropy(out[key].float().flatten(0, 1), b[key].flatten(), label_smoothing=0.03)
        total = total + F.cross_entropy(arcs.flatten(0, 1), b["head"].flatten())
        scores = model.label_scores(out, b["head"].clamp(min=0))
        total = total + F.cross_entropy(scores.flatten(0, 1), b["relation"].flatten(), label_smoothing=0.03)
    names = name_loss(out["name"], b["names"])
    if names.numel():
        total = total + names.mean()
    for key, scale in (("tag", 1.0), ("feat", 0.3), ("name", 1.0), ("arc", 1.0), ("label", 1.0)):
        if key in b.get("soft", {}):
            wanted, weight = b["soft"][key]
            if key == "label":
                scores = model.label_scores(out, b["soft"]["arc"][0].argmax(-1))
            else:
                scores = arcs if key == "arc" else out[key]
            total = total + scale * soft_loss(scores, wanted, weight)
    return total


def evaluate(model, lexicon, tables, dev):
    model.eval()
    report = {}
    with torch.no_grad():
        for part, sentences in list(dev.items()) + [("uner without gazetteer", dev["uner"])]:
            share = 0.0 if "without" in part else 1.0
            n = tag = upos = feat = uas = las = right = predicted = gold = 0
            for group in batches(sentences, 4000):
                b = batch_of(group, lexicon, None, share)
                out = model(b)
                arcs = out["arc"].masked_fill(torch.arange(out["arc"].shape[-1])[None, None, :] > b["length"][:, None, None], -1e4)
                heads = arcs.argmax(-1)
                labels = model.label_scores(out, heads).argmax(-1)
                tags, feats, names = out["tag"].argmax(-1), out["feat"].argmax(-1), out["name"].argmax(-1)
                for k, s in enumerate(group):
                    m = len(s["form"])
                    if "tags" in s:
                        gs = {x for x in spans(s["tags"]) if x[2] in ("PER", "ORG", "LOC")}
                        ps = {x for x in spans([corpora.NAME_TAGS[i] for i in names[k, :m]]) if x[2] != "EVT"}
                        right, predicted, gold = right + len(gs & ps), predicted + len(ps), gold + len(gs)
                        continue
                    n += m
                    for i in range(m):
                        pair = tables.tags[tags[k, i]]
                        upos += pair[0] == s["upos"][i]
                        tag += pair[1] == s["xpos"][i]
                        feat += tables.feats[feats[k, i]] == s["feats"][i]
                        if heads[k, i] == s["head"][i]:
                            uas += 1
                            las += tables.relations[labels[k, i]] == s["relation"][i]
            report[part] = (f"P {100 * right / max(1, predicted):.1f} R {100 * right / max(1, gold):.1f} "
                            f"F1 {200 * right / max(1, predicted + gold):.1f}" if gold else
                            " ".join(f"{k} {100 * v / n:.2f}" for k, v in
                                     (("UPOS", upos), ("XPOS", tag), ("feats", feat), ("UAS", uas), ("LAS", las))))
    model.train()
    return report


def noisy(s, rng):
    """Now and then a sentence in capitals or without them."""
    draw = rng.random()
    forms = s["form"]
    if draw < 0.03:
        forms = [f.upper() for f in forms]
    elif draw < 0.05:
        forms = [f.lower() for f in forms]
    if forms is s["form"]:
        return s
    t = {k: v for k, v in s.items() if k not in ("gaz", "soft")}
    t["form"] = forms
    return t


def main():
    p = argparse.ArgumentParser()
    for name, value in (("shared", "../shared"), ("project", "."), ("glove", None), ("out", "student.pt"), ("teacher", None),
                        ("start", None), ("cache", "lexicon.pickle")):
        p.add_argument("--" + name, default=value)
    p.add_argument("--steps", type=int, default=4000, help="batches; the learning rate falls to zero over them")
    p.add_argument("--minutes", type=float, default=0, help="train so long instead; not reproducible")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--words", type=int, default=1600)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    random.seed(a.seed), torch.manual_seed(a.seed), use_device(a.threads)
    rng = random.Random(a.seed)
    trees, names, ours, dev = corpora.load(a.shared, a.project)
    tables = Tables(trees)
    lexicon, glove = Lexicon.prepared(a.cache, trees + names + ours, a.glove, a.project)
    model = Student(len(tables.tags), len(tables.feats), glove, len(lexicon.known))
    if a.start:
        model.load_state_dict(torch.load(a.start, weights_only=False)["model"])
    # What the teacher labelled stands for the sentences it was given: all but the trees that have names already.
    soft = [s for path in (a.teacher or "").split(",") if path for s in pickle.load(open(path, "rb"))]
    if soft:
        trees, names, ours = [s for s in trees if "names" in s], [], []
    learned = [q for q in model.parameters() if q.requires_grad]
    print("parameters", sum(q.numel() for q in learned), "sentences", len(trees), len(names), len(ours), len(soft), flush=True)
    optim = torch.optim.AdamW(learned, lr=a.rate, betas=(0.9, 0.98), weight_decay=1e-4)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    train = [s for s in trees + names + ours + soft if len(s["form"]) <= 120]
    began, step, epoch = time.time(), 0, 0
    limit = a.minutes * 60

    def keep():
        held = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average)
        report = evaluate(model, lexicon, tables, dev)
        torch.save({"model": average, "tables": tables}, a.out)
        model.load_state_dict(held)
        print(f"epoch {epoch} step {step} {time.time() - began:.0f} s", report, flush=True)

    spent = lambda: (time.time() - began) / limit if limit else step / a.steps
    while spent() < 1:
        for group in batches([noisy(s, rng) for s in train], a.words, rng):
            if spent() >= 1:
                break
            for g in optim.param_groups:
                g["lr"] = a.rate * min(1, (step + 1) / 200) * max(0.01, 1 - spent())
            loss = loss_of(model, batch_of(group, lexicon, tables, 0.8, rng))
            optim.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 2.0)
            optim.step()
            step += 1
            decay = min(0.998, step / (step + 20))
            for k, v in model.state_dict().items():
                if v.dtype.is_floating_point and k != "glove":
                    average[k].lerp_(v, 1 - decay)
            if step % 100 == 0:
                print(f"  step {step} loss {loss.item():.3f} {time.time() - began:.0f} s", flush=True)
        epoch += 1
        if epoch % 3 == 0:
            keep()
    keep()


if __name__ == "__main__":
    main()
