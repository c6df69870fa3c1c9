"""Vectors of meaning for single words, from the pretrained transformer (all-MiniLM-L6-v2): what the parser's own states, which were
learned for grammar, do not hold. The commonest words of GloVe, each read alone, brought to WIDTH numbers by their main directions.

  meanings.py --minilm DIR --glove DIR --out meanings.pickle [--rows 30000]
"""
import argparse
import os
import pickle
import sys

import numpy
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "english"))
import teacher as english  # noqa: E402
import words  # noqa: E402

WIDTH = 64


def forms(glove, rows):
    import pyarrow.parquet
    names = pyarrow.parquet.read_table(f"{glove}/glove_6B_index.parquet").to_pydict()["index"]
    return [w for w in names if w.isalpha() and len(w) > 1][:rows]


@torch.no_grad()
def main():
    p = argparse.ArgumentParser()
    for name in ("minilm", "glove", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--rows", type=int, default=30000)
    p.add_argument("--width", type=int, default=WIDTH)
    a = p.parse_args()
    torch.set_num_threads(1)
    tokenizer = english.WordPiece(os.path.join(a.minilm, "vocab.txt"))
    model = english.Teacher(os.path.join(a.minilm, "model.safetensors"), 1, 1).eval()
    known = forms(a.glove, a.rows)
    pieces = [[tokenizer.id["[CLS]"]] + tokenizer.pieces(w) + [tokenizer.id["[SEP]"]] for w in known]
    order = sorted(range(len(known)), key=lambda i: len(pieces[i]))
    out = numpy.zeros((len(known), 384), "f4")
    for i in range(0, len(order), 256):
        part = order[i:i + 256]
        n = max(len(pieces[k]) for k in part)
        ids = torch.as_tensor([pieces[k] + [0] * (n - len(pieces[k])) for k in part])
        mask = ids != 0
        with torch.autocast("cpu", torch.bfloat16):
            x = model.norm(model.words(ids) + model.places(torch.arange(n)))
            for layer in model.layers:
                x = layer(x, mask[:, None, None, :])
        keep = mask[..., None].float()
        x = (x.float() * keep).sum(1) / keep.sum(1)
        out[part] = torch.nn.functional.normalize(x, dim=-1).numpy()
    out -= out.mean(0)
    _, _, ways = numpy.linalg.svd(out[:8000], full_matrices=False)
    out = out @ ways[:a.width].T
    out /= out.std()
    pickle.dump(({words.key(w): i + 1 for i, w in enumerate(known)}, out.astype("f4")), open(a.out, "wb"))
    print(len(known), "words,", a.width, "numbers each")


if __name__ == "__main__":
    main()
