"""Vectors of meaning for single words, from the pretrained transformer (all-MiniLM-L6-v2): what the parser's own states, which were
learned for grammar, do not hold. Half of the numbers come from each word read alone by the transformer as it was published, half from the word
between two sides as the teacher of acts reads it; each half in its main directions. For the commonest words of GloVe.

  meanings.py --minilm DIR --glove DIR --teacher acts_teacher.pt --out meanings.pickle [--rows 30000]
"""
import argparse
import os
import pickle
import sys

import numpy
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "english"))
import importlib.util  # noqa: E402

import words  # noqa: E402


def module(path, name):
    spec = importlib.util.spec_from_file_location(name, os.path.join(os.path.dirname(__file__), path))
    out = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(out)
    return out


english = module("../english/teacher.py", "english_teacher")
teacher = module("teacher.py", "act_teacher")

WIDTH = 64


def forms(glove, rows):
    import pyarrow.parquet
    names = pyarrow.parquet.read_table(f"{glove}/glove_6B_index.parquet").to_pydict()["index"]
    return [w for w in names if w.isalpha() and len(w) > 1][:rows]


def main_directions(x, width):
    """The rows in their main directions, with a spread of one."""
    x = x - x.mean(0)
    _, _, ways = numpy.linalg.svd(x[:8000], full_matrices=False)
    x = x @ ways[:width].T
    return (x / x.std()).astype("f4")


@torch.no_grad()
def vectors(model, known, pieces, before, after):
    """The words' vectors, each between the same pieces."""
    order = sorted(range(len(known)), key=lambda i: len(pieces[i]))
    out = numpy.zeros((len(known), 384), "f4")
    for i in range(0, len(order), 256):
        part = order[i:i + 256]
        rows = [before + pieces[k] + after for k in part]
        n = max(len(r) for r in rows)
        ids = torch.as_tensor([r + [0] * (n - len(r)) for r in rows])
        mask = ids != 0
        own = torch.zeros(len(part), n)
        for j, k in enumerate(part):
            own[j, len(before):len(before) + len(pieces[k])] = 1
        with torch.autocast("cpu", torch.bfloat16):
            x = model.norm(model.words(ids) + model.places(torch.arange(n)))
            for layer in model.layers:
                x = layer(x, mask[:, None, None, :])
        x = (x.float() * own[..., None]).sum(1) / own.sum(1, keepdim=True)
        out[part] = torch.nn.functional.normalize(x, dim=-1).numpy()
    return out


def main():
    p = argparse.ArgumentParser()
    for name in ("minilm", "glove", "teacher", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--rows", type=int, default=30000)
    a = p.parse_args()
    torch.set_num_threads(1)
    tokenizer = english.WordPiece(os.path.join(a.minilm, "vocab.txt"))
    known = forms(a.glove, a.rows)
    pieces = [tokenizer.pieces(w) for w in known]
    start, end = [tokenizer.id["[CLS]"]], [tokenizer.id["[SEP]"]]
    plain = english.Teacher(os.path.join(a.minilm, "model.safetensors"), 1, 1).eval()
    general = main_directions(vectors(plain, known, pieces, start, end), WIDTH // 2)
    taught = teacher.ActTeacher(os.path.join(a.minilm, "model.safetensors"))
    taught.load_state_dict(torch.load(a.teacher))
    side = lambda word, opens, closes: [teacher.OPEN[opens]] + tokenizer.pieces(word) + [teacher.OPEN[closes]]
    acting = vectors(taught.base.eval(), known, pieces, start + side("they", "<s>", "</s>"), side("them", "<t>", "</t>") + end)
    out = numpy.concatenate([general, main_directions(acting, WIDTH // 2)], 1)
    pickle.dump(({words.key(w): i + 1 for i, w in enumerate(known)}, out), open(a.out, "wb"))
    print(len(known), "words,", out.shape[1], "numbers each")


if __name__ == "__main__":
    main()
