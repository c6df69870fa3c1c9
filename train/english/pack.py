"""Packs what was learned into the one file that ships (docs/model_format.md): weights to 7 bits, tables to hashes.

  pack.py --shared ../shared --student student.pt --cache lexicon.pickle --out models/english.model [--boundaries FILE]
"""
import argparse
import struct

import numpy
import torch

import corpora
import lemmas
import student
import words

BLOCK = 64


def checksum(data):
    prime, mask = 0x9E3779B97F4A7C15, (1 << 64) - 1
    padded = data + b"\0" * (-len(data) % 8)
    numbers = numpy.frombuffer(padded, dtype="<u8")
    whole = len(data) // 32 * 4
    sums = [1, 2, 3, 4]
    lanes = numbers[:whole].reshape(-1, 4).tolist()
    for row in lanes:
        for i in range(4):
            sums[i] = ((sums[i] ^ row[i]) * prime) & mask
    for n in numbers[whole:].tolist():
        sums[0] = ((sums[0] ^ n) * prime) & mask
    mixed = len(data)
    for part in sums:
        mixed = ((mixed ^ (part >> 29) ^ part) * prime) & mask
    return mixed


class File:
    def __init__(self):
        self.arrays = {}

    def add(self, name, data):
        self.arrays[name] = data if isinstance(data, bytes) else numpy.ascontiguousarray(data).tobytes()

    def floats(self, name, data):
        self.add(name, numpy.asarray(data, dtype="<f4"))

    def bytes_of(self, name, table):
        """A table of floats as bytes with one scale."""
        table = numpy.asarray(table, dtype=numpy.float32)
        scale = max(float(numpy.abs(table).max()), 1e-6) / 127
        self.add(name, numpy.clip(numpy.rint(table / scale), -127, 127).astype(numpy.int8))
        self.floats(name + ".scale", [scale])

    def weights(self, name, matrix, bias=None):
        """[outputs, inputs] as blocks of 64 outputs × 4 inputs, 7 bits."""
        matrix = numpy.asarray(matrix, dtype=numpy.float32)
        outputs, inputs = matrix.shape
        assert inputs % 4 == 0, name
        padded = -(-outputs // BLOCK) * BLOCK
        scale = numpy.maximum(numpy.abs(matrix).max(1), 1e-8) / 63
        quantized = numpy.zeros((padded, inputs), dtype=numpy.int8)
        quantized[:outputs] = numpy.clip(numpy.rint(matrix / scale[:, None]), -63, 63)
        self.add(name + ".packed", quantized.reshape(padded // BLOCK, BLOCK, inputs // 4, 4).transpose(0, 2, 1, 3))
        fill = lambda v, kind: numpy.concatenate([numpy.asarray(v, dtype=kind), numpy.zeros(padded - outputs, dtype=kind)])
        self.add(name + ".scale", fill(scale, "<f4"))
        self.add(name + ".shift", (128 * quantized.astype(numpy.int32).sum(1)).astype("<i4"))
        self.add(name + ".bias", fill(bias if bias is not None else numpy.zeros(outputs), "<f4"))

    def index(self, name, entries):
        size = 1
        while size < 1.4 * len(entries) + 1:
            size *= 2
        slots = numpy.full((size, 2), (0, 0xFFFFFFFF), dtype="<u4")
        for key, value in sorted(entries.items()):
            at = key & (size - 1)
            while slots[at, 1] != 0xFFFFFFFF:
                at = (at + 1) & (size - 1)
            slots[at] = (key, value)
        self.add(name, slots)

    def write(self, path):
        head = 32 + 64 * len(self.arrays)
        at, entries, body = head, b"", b""
        for name, data in self.arrays.items():
            gap = -at % 64
            body += b"\0" * gap
            at += gap
            entries += struct.pack("<48sQQ", name.encode("ascii"), at, len(data))
            body += data
            at += len(data)
        rest = entries + body
        with open(path, "wb") as out:
            out.write(struct.pack("<8sIIQQ", b"READOUTM", 1, len(self.arrays), 32 + len(rest), checksum(rest)) + rest)
        return 32 + len(rest)


def pack_types(out, m, lexicon):
    used = m["glove"].numpy()
    out.bytes_of("types.glove", used)
    out.index("types.glove.index", lexicon.glove)
    out.bytes_of("types.known", m["known.weight"])
    out.index("types.known.index", lexicon.known)
    out.bytes_of("types.ngram", m["ngram.weight"])
    out.floats("types.shape", m["shape.weight"])
    # Pairs of outputs compete: first all first ones, then all second ones.
    mixing = m["mixing.weight"].numpy()
    out.floats("types.mixing", numpy.concatenate([mixing[0::2], mixing[1::2]]).T)
    bias = m["mixing.bias"].numpy()
    out.floats("types.mixing.bias", numpy.concatenate([bias[0::2], bias[1::2]]))
    for k, name in (("weight", "gain"), ("bias", "bias")):
        out.floats(f"types.norm.{name}", m[f"norm.{k}"])
    out.index("gazetteer.index", lexicon.entries)
    out.floats("gazetteer.rows", m["gaz.weight"].numpy().T)


def pack_encoder(out, m):
    for i in range(2):
        out.weights(f"convolution.{i}", m[f"convolutions.{i}.weight"], m[f"convolutions.{i}.bias"])
        out.floats(f"convolution.{i}.norm.gain", m[f"norms.{i}.weight"])
        out.floats(f"convolution.{i}.norm.bias", m[f"norms.{i}.bias"])
        for way in ("ahead", "back"):
            p = f"lstms.{i}.{way}."
            out.weights(f"lstm.{i}.{way}.input", m[p + "weight_ih_l0"], m[p + "bias_ih_l0"] + m[p + "bias_hh_l0"])
            out.weights(f"lstm.{i}.{way}.state", m[p + "weight_hh_l0"])


def pack_heads(out, m, tables, trees, outside, organization):
    w = student.WIDTH
    m["name.bias"][corpora.NAME_TAGS.index("O")] += outside
    m["name.bias"][corpora.NAME_TAGS.index("B-ORG")] += organization
    out.weights("tagging.words", m["tagging.weight"][:, :w], m["tagging.bias"])
    out.weights("tagging.context", m["tagging.weight"][:, w:])
    parts = ("tag", "feat", "name")
    out.weights("tags", torch.cat([m[f"{k}.weight"] for k in parts]), torch.cat([m[f"{k}.bias"] for k in parts]))
    parts = ("arc_dep", "arc_head", "label_dep", "label_head")
    out.weights("arcs", torch.cat([m[f"{k}.weight"] for k in parts]), torch.cat([m[f"{k}.bias"] for k in parts]))
    out.weights("biaffine", m["biaffine.weight"], m["biaffine.bias"])
    out.weights("labels", m["label.weight"], m["label.bias"])
    root = m["root"]
    arc = torch.relu(m["arc_head.weight"] @ root + m["arc_head.bias"])
    out.floats("arcs.root", torch.cat([arc, m["label_head.weight"] @ root + m["label_head.bias"]]))
    out.add("tags.text", "\n".join(" ".join(t) for t in tables.tags).encode())
    out.add("features.text", "\n".join(tables.feats).encode())
    out.add("relations.text", "\n".join(tables.relations).encode())
    fits = numpy.zeros((len(tables.tags), len(tables.feats)), dtype=numpy.uint8)
    for s in trees:
        for pair, feat in zip(zip(s["upos"], s["xpos"]), s["feats"]):
            if pair in tables.tag_id and feat in tables.feat_id:
                fits[tables.tag_id[pair], tables.feat_id[feat]] = 1
    out.add("tags.features", fits)


def main():
    p = argparse.ArgumentParser()
    for name, value in (("shared", "../shared"), ("project", "."), ("student", "student.pt"), ("cache", "lexicon.pickle"),
                        ("out", "models/english.model"), ("boundaries", None)):
        p.add_argument("--" + name, default=value)
    # The names sets are denser in names than running text: "no name" is made likelier, "an organization begins" less likely, by
    # what is best on UNER's dev set.
    p.add_argument("--outside", type=float, default=0.9)
    p.add_argument("--organization", type=float, default=0.0)
    a = p.parse_args()
    trees, _, _, _ = corpora.load(a.shared, a.project)
    held = torch.load(a.student, weights_only=False, map_location="cpu")
    lexicon, _ = student.Lexicon.prepared(a.cache, [], None, a.project)
    out = File()
    pack_types(out, held["model"], lexicon)
    pack_encoder(out, held["model"])
    pack_heads(out, held["model"], held["tables"], trees, a.outside, a.organization)
    entries, scripts = lemmas.learn(trees, a.project)
    out.index("lemmas.index", entries)
    out.add("lemmas.scripts", "\n".join(f"{int(k)} {c} {t}" for k, c, t in scripts).encode("utf-8"))
    if a.boundaries:
        out.add("boundaries", open(a.boundaries, "rb").read())
    print(out.write(a.out), "bytes", {k: len(v) for k, v in out.arrays.items() if len(v) > 200000})


if __name__ == "__main__":
    main()
