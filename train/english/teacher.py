"""The teacher: a small pretrained transformer (all-MiniLM-L6-v2, Apache-2.0) with the heads of our model, fine-tuned on the openly
licensed corpora. It does not ship: its opinions on raw open text are what the small model learns from (distil.py).

  teacher.py --shared ../shared --minilm DIR --out teacher.pt [--epochs 6] [--minutes 60]
"""
import argparse
import json
import random
import struct
import time
import unicodedata

import numpy
import torch
from torch import nn
from torch.nn import functional as F

import corpora

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
RELATIONS = 51
SHAPES = 8
FROZEN = 2


def use_device(threads):
    """All tensors are made on the GPU where there is one."""
    torch.set_num_threads(threads)
    if DEVICE != "cpu":
        torch.set_default_device(DEVICE)


def shape_of(word):
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 4
    if word.isdigit():
        return 5
    return 6 if any(c.isalpha() for c in word) else 7


class WordPiece:
    def __init__(self, path):
        self.id = {w.rstrip("\n"): i for i, w in enumerate(open(path, encoding="utf-8"))}
        self.known = {}

    def pieces(self, word):
        if word not in self.known:
            self.known[word] = self.cut(word)
        return self.known[word]

    def cut(self, word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        parts, run = [], ""
        for c in plain:
            if c.isalnum():
                run += c
            else:
                parts += [run] if run else []
                parts.append(c)
                run = ""
        parts += [run] if run else []
        out = []
        for part in parts[:12]:
            at = 0
            while at < len(part):
                for end in range(min(len(part), at + 40), at, -1):
                    piece = ("##" if at else "") + part[at:end]
                    if piece in self.id:
                        out.append(self.id[piece])
                        at = end
                        break
                else:
                    out.append(self.id["[UNK]"])
                    break
        return out[:12] or [self.id["[UNK]"]]


def read_safetensors(path):
    data = open(path, "rb").read()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8:8 + size])
    out = {}
    for name, about in header.items():
        if name != "__metadata__" and about["dtype"] == "F32":
            begin, end = about["data_offsets"]
            out[name] = torch.from_numpy(
                numpy.frombuffer(data[8 + size + begin:8 + size + end], dtype=numpy.float32).copy().reshape(about["shape"]))
    return out


class Layer(nn.Module):
    def __init__(self, width=384, heads=12, inner=1536):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.mix = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + F.dropout(self.mix(y.transpose(1, 2).reshape(b, n, w)), 0.1, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), 0.1, self.training))


class Teacher(nn.Module):
    def __init__(self, minilm, tags, feats, names=len(corpora.NAME_TAGS), arc=320, label=128):
        super().__init__()
        w = 384
        self.words, self.places = nn.Embedding(30522, w, padding_idx=0), nn.Embedding(512, w)
        self.shapes = nn.Embedding(SHAPES, w)
        self.norm = nn.LayerNorm(w, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(6))
        self.mixing = nn.Parameter(torch.zeros(4))
        self.tag, self.feat, self.name = nn.Linear(w, tags), nn.Linear(w, feats), nn.Linear(w, names)
        self.arc_dep, self.arc_head = nn.Linear(w, arc), nn.Linear(w, arc)
        self.root = nn.Parameter(torch.randn(w) * 0.02)
        self.biaffine = nn.Parameter(torch.zeros(arc + 1, arc))
        self.label_dep, self.label_head = nn.Linear(w, label), nn.Linear(w, label)
        self.labels = nn.Parameter(torch.zeros(RELATIONS, label + 1, label + 1))
        nn.init.zeros_(self.shapes.weight)
        if minilm:
            self.take(minilm)

    def take(self, path):
        t = read_safetensors(path)
        with torch.no_grad():
            self.words.weight.copy_(t["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(t["embeddings.position_embeddings.weight"] + t["embeddings.token_type_embeddings.weight"][0])
            self.norm.load_state_dict({k: t[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for k in ("weight", "bias"):
                    getattr(layer.qkv, k).copy_(torch.cat([t[f"{p}attention.self.{n}.{k}"] for n in ("query", "key", "value")]))
                    getattr(layer.mix, k).copy_(t[f"{p}attention.output.dense.{k}"])
                    getattr(layer.norm1, k).copy_(t[f"{p}attention.output.LayerNorm.{k}"])
                    getattr(layer.up, k).copy_(t[f"{p}intermediate.dense.{k}"])
                    getattr(layer.down, k).copy_(t[f"{p}output.dense.{k}"])
                    getattr(layer.norm2, k).copy_(t[f"{p}output.LayerNorm.{k}"])

    def freeze(self):
        for part in (self.words, self.places, self.norm, *self.layers[:FROZEN]):
            part.requires_grad_(False)

    def train(self, mode=True):
        super().train(mode)
        for layer in self.layers[:FROZEN]:
            layer.train(False)
        return self

    def encode(self, b):
        mask = (b["pieces"] != 0)[:, None, None, :]
        with torch.no_grad():  # the lowest layers stay as they were pretrained: a third less to compute
            x = self.norm(self.words(b["pieces"]) + self.places(torch.arange(b["pieces"].shape[1])))
            for layer in self.layers[:FROZEN]:
                x = layer(x, mask)
        # The transformer reads small letters only; capitals come in here.
        x = F.dropout(x + self.shapes(b["shapes"]), 0.1, self.training)
        kept = []
        for layer in self.layers[FROZEN:]:
            x = layer(x, mask)
            kept.append(x)
        weights = torch.softmax(self.mixing, 0)
        x = sum(w * k for w, k in zip(weights, kept[-4:]))
        index = b["first"][..., None].expand(-1, -1, x.shape[-1])
        last = b["last"][..., None].expand(-1, -1, x.shape[-1])
        return F.dropout((x.gather(1, index) + x.gather(1, last)) * 0.5, 0.2, self.training)

    def forward(self, b):
        return self.heads(self.encode(b))

    def heads(self, x):
        out = {"tag": self.tag(x), "feat": self.feat(x), "name": self.name(x)}
        h = torch.cat([self.root.expand(x.shape[0], 1, -1).to(x.dtype), x], 1)
        drop = lambda v: F.dropout(F.gelu(v), 0.25, self.training)
        dep, head = drop(self.arc_dep(x)), drop(self.arc_head(h))
        dep1 = torch.cat([dep, torch.ones_like(dep[..., :1])], -1)
        out["arc"] = dep1 @ self.biaffine.to(dep.dtype) @ head.transpose(1, 2)
        out["label_dep"], out["label_head"] = drop(self.label_dep(x)), drop(self.label_head(h))
        return out

    def label_scores(self, out, heads):
        """[batch, n, relations] for the chosen heads (0 is the root)."""
        d, h = out["label_dep"].float(), out["label_head"].float()
        h = h.gather(1, heads[..., None].expand(-1, -1, h.shape[-1]))
        d = torch.cat([d, torch.ones_like(d[..., :1])], -1)
        h = torch.cat([h, torch.ones_like(h[..., :1])], -1)
        return torch.einsum("bni,rij,bnj->bnr", d, self.labels.float(), h)


class Tables:
    """Numbers of tags, features and relations; what is seen less than `least` times is left to the commonest with the same start."""

    def __init__(self, sentences, least=3):
        from collections import Counter
        pairs = Counter((u, x) for s in sentences for u, x in zip(s["upos"], s["xpos"]))
        feats = Counter(f for s in sentences for f in s["feats"])
        self.tags = sorted(p for p, n in pairs.items() if n >= least)
        self.feats = sorted(f for f, n in feats.items() if n >= least)
        self.relations = sorted({r for s in sentences for r in s["relation"]})
        self.tag_id = {t: i for i, t in enumerate(self.tags)}
        self.feat_id = {t: i for i, t in enumerate(self.feats)}
        self.relation_id = {t: i for i, t in enumerate(self.relations)}


def batch_of(sentences, wp, tables):
    n = max(len(s["form"]) for s in sentences)
    rows, firsts, lasts, shapes = [], [], [], []
    for s in sentences:
        ids, first, last, shape = [101], [], [], [0]
        for w in s["form"]:
            p = wp.pieces(w)
            if len(ids) + len(p) > 510:
                p = p[:0]
            first.append(min(len(ids), 510))
            ids += p
            shape += [shape_of(w)] * len(p)
            last.append(min(max(first[-1], len(ids) - 1), 510))
        rows.append(ids + [102])
        shapes.append(shape + [0])
        firsts.append(first)
        lasts.append(last)
    m = max(map(len, rows))
    pad = lambda lists, size, value=0: torch.tensor([x + [value] * (size - len(x)) for x in lists])
    b = {"pieces": pad(rows, m), "shapes": pad(shapes, m), "first": pad(firsts, n), "last": pad(lasts, n),
         "length": torch.tensor([len(s["form"]) for s in sentences])}
    if tables is None:
        return b
    none = lambda s: [-100] * len(s["form"])
    b["tag"] = pad([[tables.tag_id.get(t, -100) for t in zip(s["upos"], s["xpos"])] if "upos" in s else none(s)
                    for s in sentences], n, -100)
    b["feat"] = pad([[tables.feat_id.get(t, -100) for t in s["feats"]] if "upos" in s else none(s) for s in sentences], n, -100)
    b["head"] = pad([s.get("head") or none(s) for s in sentences], n, -100)
    b["relation"] = pad([[tables.relation_id.get(r, -100) for r in s["relation"]] if "head" in s else none(s)
                         for s in sentences], n, -100)
    full = (1 << len(corpora.NAME_TAGS)) - 1
    b["names"] = pad([s.get("names") or [full] * len(s["form"]) for s in sentences], n, full)
    return b


def batches(sentences, words, rng=None):
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]["form"]) + (rng.random() * 4 if rng else 0))
    out, now, widest = [], [], 0
    for i in order:
        size = len(sentences[i]["form"])
        if now and max(widest, size) * (len(now) + 1) > words:
            out.append(now)
            now, widest = [], 0
        now.append(sentences[i])
        widest = max(widest, size)
    if now:
        out.append(now)
    if rng:
        rng.shuffle(out)
    return out


def name_loss(scores, masks):
    """Minus the log of what the allowed tags hold together; a token that may bear any tag says nothing."""
    bits = torch.arange(scores.shape[-1])
    allowed = ((masks[..., None] >> bits) & 1).bool()
    log = F.log_softmax(scores.float(), -1)
    return -torch.logsumexp(log.masked_fill(~allowed, -1e4), -1)[~allowed.all(-1)]


def loss_of(model, b):
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        out = model(b)
    keep = torch.arange(b["first"].shape[1])[None, :] < b["length"][:, None]
    total = 0.0
    if (b["tag"] >= 0).any():
        for key, scale in (("tag", 1.0), ("feat", 0.4)):
            total = total + scale * F.cross_entropy(out[key].float().flatten(0, 1), b[key].flatten(), label_smoothing=0.03)
        arcs = out["arc"].float()
        past = torch.arange(arcs.shape[-1])[None, None, :] > b["length"][:, None, None]
        arcs = arcs.masked_fill(past, -1e4)
        total = total + F.cross_entropy(arcs.flatten(0, 1), b["head"].flatten())
        scores = model.label_scores(out, b["head"].clamp(min=0))
        total = total + F.cross_entropy(scores.flatten(0, 1), b["relation"].flatten(), label_smoothing=0.03)
    names = name_loss(out["name"], b["names"])
    if names.numel():
        total = total + 1.0 * names.mean()
    return total


def spans(tags):
    out, start, kind = set(), None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != kind):
            out.add((start, i, kind))
            start = None
        if tag[0] == "B" or (tag[0] == "I" and start is None):
            start, kind = i, tag[2:]
    return out


def evaluate(model, wp, tables, dev):
    model.eval()
    report = {}
    with torch.no_grad():
        for part, sentences in dev.items():
            n = tag = feat = uas = las = right = predicted = gold = 0
            for group in batches(sentences, 3000):
                b = batch_of(group, wp, tables)
                with torch.autocast(DEVICE, dtype=torch.bfloat16):
                    out = model(b)
                arcs = out["arc"].float()
                arcs = arcs.masked_fill(torch.arange(arcs.shape[-1])[None, None, :] > b["length"][:, None, None], -1e4)
                heads = arcs.argmax(-1)
                labels = model.label_scores(out, heads).argmax(-1)
                tags, feats, names = out["tag"].argmax(-1), out["feat"].argmax(-1), out["name"].float().argmax(-1)
                for k, s in enumerate(group):
                    if "tags" in s:
                        gs = {x for x in spans(s["tags"]) if x[2] in ("PER", "ORG", "LOC")}
                        ps = {x for x in spans([corpora.NAME_TAGS[i] for i in names[k, :len(s["form"])]]) if x[2] != "EVT"}
                        right, predicted, gold = right + len(gs & ps), predicted + len(ps), gold + len(gs)
                        continue
                    for i in range(len(s["form"])):
                        n += 1
                        tag += tables.tags[tags[k, i]][0] == s["upos"][i]
                        feat += tables.feats[feats[k, i]] == s["feats"][i]
                        if heads[k, i] == s["head"][i]:
                            uas += 1
                            las += tables.relations[labels[k, i]] == s["relation"][i]
            report[part] = (f"names P {right / max(1, predicted):.3f} R {right / max(1, gold):.3f} "
                            f"F1 {2 * right / max(1, predicted + gold):.3f}" if gold else
                            f"UPOS {100 * tag / n:.2f} feats {100 * feat / n:.2f} UAS {100 * uas / n:.2f} LAS {100 * las / n:.2f}")
    model.train()
    return report


def main():
    p = argparse.ArgumentParser()
    for name, value in (("shared", "../shared"), ("project", "."), ("minilm", None), ("out", "teacher.pt")):
        p.add_argument("--" + name, default=value)
    p.add_argument("--epochs", type=float, default=6)
    p.add_argument("--rate", type=float, default=2.5e-4)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--try-steps", type=int, default=0)
    a = p.parse_args()
    random.seed(a.seed), torch.manual_seed(a.seed)
    use_device(a.threads)
    trees, names, ours, dev = corpora.load(a.shared, a.project)
    tables = Tables(trees)
    wp = WordPiece(f"{a.minilm}/vocab.txt")
    model = Teacher(f"{a.minilm}/model.safetensors", len(tables.tags), len(tables.feats))
    model.freeze()
    heads = [q for n, q in model.named_parameters() if q.requires_grad and not n.startswith("layers")]
    body = [q for n, q in model.named_parameters() if q.requires_grad and n.startswith("layers")]
    optim = torch.optim.AdamW([{"params": body, "lr": a.rate}, {"params": heads, "lr": 5 * a.rate}], weight_decay=0.01,
                              betas=(0.9, 0.98))
    train = [s for s in trees + names + ours if len(s["form"]) <= 160]
    steps_epoch = len(batches(train, 900))
    total = int(steps_epoch * a.epochs)
    rng, step, began = random.Random(a.seed), 0, time.time()
    while step < total:
        # The names sets of others are small; ours is composed, and seen every second epoch.
        for group in batches(train, 900, rng):
            if step >= total:
                break
            scale = min(1, (step + 1) / 300) * max(0.02, 1 - step / total)
            for g, base in zip(optim.param_groups, (a.rate, 5 * a.rate)):
                g["lr"] = base * scale
            loss = loss_of(model, batch_of(group, wp, tables))
            optim.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optim.step()
            step += 1
            if step % 50 == 0:
                print(f"step {step}/{total} loss {loss.item():.3f} {time.time() - began:.0f} s", flush=True)
            if a.try_steps and step >= a.try_steps:
                return
        print(step, evaluate(model, wp, tables, dev), f"{time.time() - began:.0f} s", flush=True)
        torch.save({"model": model.state_dict()}, a.out)


if __name__ == "__main__":
    main()
