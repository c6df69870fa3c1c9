"""Puts the second opinion on acts into the model file: its arrays there are replaced, all others stay.

  pack.py --model models/english.model --acts acts.pt --meanings meanings.pickle
"""
import argparse
import os
import pickle
import struct
import sys

import numpy
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "english"))
import pack as english  # noqa: E402

TOKEN, LANES = 128, 16


def read(path):
    data = open(path, "rb").read()
    out = english.File()
    (count,) = struct.unpack_from("<I", data, 12)
    for i in range(count):
        name, at, size = struct.unpack_from("<48sQQ", data, 32 + 64 * i)
        out.arrays[name.rstrip(b"\0").decode("ascii")] = data[at:at + size]
    return out


def main():
    p = argparse.ArgumentParser()
    for name in ("model", "acts", "meanings"):
        p.add_argument("--" + name, required=True)
    a = p.parse_args()
    out = read(a.model)
    for name in [n for n in out.arrays if n.startswith("acts.")]:
        del out.arrays[name]
    held = torch.load(a.acts, weights_only=False)
    m = {k: v.numpy() for k, v in held["models"][0].items()}
    index, meanings = pickle.load(open(a.meanings, "rb"))
    out.bytes_of("acts.meaning", numpy.clip(numpy.concatenate([numpy.zeros((1, meanings.shape[1])), meanings]), -5, 5))
    out.index("acts.meaning.index", index)
    out.floats("acts.relation", m["relation.weight"])
    out.floats("acts.tag", m["tag.weight"])
    out.floats("acts.token", m["token.weight"].T)
    out.floats("acts.token.bias", m["token.bias"])
    out.floats("acts.nobody", m["nobody"])
    ask = m["ask_token.weight"].T
    out.floats("acts.ask.token", ask[:TOKEN])
    out.floats("acts.ask.place", ask[TOKEN:])
    out.floats("acts.ask.bias", m["ask_token.bias"])
    out.floats("acts.ask.sides", m["ask_sides.weight"].T)
    out.floats("acts.point", m["point.weight"][0])
    out.floats("acts.look", m["look.weight"][0])
    out.floats("acts.mix", m["mix.weight"].T)
    out.floats("acts.mix.bias", m["mix.bias"])
    out.floats("acts.kind", m["kind.weight"].T)
    out.floats("acts.kind.bias", m["kind.bias"])
    modes = len(held["modes"])
    padded = -(-modes // LANES) * LANES
    manner = numpy.zeros((m["manner.weight"].shape[1], padded), "f4")
    manner[:, :modes] = m["manner.weight"].T
    out.floats("acts.manner", manner)
    out.floats("acts.manner.bias", numpy.concatenate([m["manner.bias"], numpy.zeros(padded - modes)]))
    out.add("acts.types.text", "\n".join(held["types"]).encode())
    out.add("acts.modes.text", "\n".join(f"{t} {k}" for t, k in held["modes"]).encode())
    print(out.write(a.model), "bytes, of them acts", sum(len(v) for k, v in out.arrays.items() if k.startswith("acts.")))


if __name__ == "__main__":
    main()
