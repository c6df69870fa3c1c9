"""The texts that the English model learns from, as sentences of tokens. Nothing here is committed but this reader.

A sentence is a dict of equal-long lists: form, and where the source tells them upos, xpos, feats, lemma, head (0 is the root),
relation, glued (no blank after), and names: for each token the set of name tags it may bear, as a bit mask over NAME_TAGS. Sources
mark different kinds of names; a mask allows what a source is silent about.
"""
import glob
import os
import re

NAME_TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-EVT", "I-EVT"]
BIT = {tag: 1 << i for i, tag in enumerate(NAME_TAGS)}
OUTSIDE = BIT["O"]
OUTSIDE_OR_EVENT = BIT["O"] | BIT["B-EVT"] | BIT["I-EVT"]


def read_conllu(path):
    sentence, skip = None, None
    comments = {}
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif not line:
            if sentence and sentence["form"]:
                yield sentence
            sentence, comments, skip = None, {}, None
        else:
            if sentence is None:
                sentence = {k: [] for k in ("form", "lemma", "upos", "xpos", "feats", "head", "relation", "glued", "misc")}
                sentence["id"] = comments.get("sent_id", "")
            cells = line.split("\t")
            if "." in cells[0]:
                continue
            if "-" in cells[0]:
                first, last = cells[0].split("-")
                skip = (int(first), int(last), "SpaceAfter=No" in cells[9])
                continue
            number = int(cells[0])
            glued = "SpaceAfter=No" in cells[9]
            if skip and skip[0] <= number <= skip[1]:
                glued = skip[2] if number == skip[1] else True
            for key, value in zip(("form", "lemma", "upos", "xpos", "feats"), cells[1:6]):
                sentence[key].append(value)
            sentence["head"].append(int(cells[6]) if cells[6] != "_" else 0)
            sentence["relation"].append(cells[7])
            sentence["glued"].append(glued)
            sentence["misc"].append(cells[9])
    if sentence and sentence["form"]:
        yield sentence


def read_iob2(path):
    rows, name = [], ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#"):
            if "sent_id" in line:
                name = line.split("=", 1)[1].strip()
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield name, [r[1] for r in rows], [r[2] for r in rows]
            rows = []
    if rows:
        yield name, [r[1] for r in rows], [r[2] for r in rows]


def mask_of(tag):
    return BIT.get(tag, OUTSIDE_OR_EVENT)  # O and kinds that we do not keep


def add_uner(sentences, path):
    """Universal NER's tags for EWT, where the tokens of its older release still are the same."""
    tags = {name: (forms, tags) for name, forms, tags in read_iob2(path)}
    for s in sentences:
        found = tags.get(s["id"])
        if found and found[0] == s["form"]:
            s["names"] = [mask_of(t) for t in found[1]]
    return sentences


def kind_of_wnut(tag):
    kind = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}.get(tag[2:])
    return mask_of(tag[:2] + kind) if kind else OUTSIDE_OR_EVENT


def read_wnut(path):
    sentence = {"form": [], "names": []}
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 2 and cells[0].strip():
            sentence["form"].append(cells[0].strip())
            sentence["names"].append(kind_of_wnut(cells[1]))
        elif sentence["form"]:
            yield sentence
            sentence = {"form": [], "names": []}


def read_wikigold(path):
    """IO tags: two names that touch count as one, which is rare."""
    sentence, last = {"form": [], "names": []}, "O"
    for line in open(path, encoding="utf-8"):
        cells = line.split()
        if len(cells) == 2:
            kind = cells[1][2:]
            tag = ("I-" if last == cells[1] else "B-") + kind if kind in ("PER", "ORG", "LOC") else "O"
            sentence["form"].append(cells[0])
            sentence["names"].append(mask_of(tag) if cells[1] != "I-MISC" else OUTSIDE_OR_EVENT)
            last = cells[1]
        elif sentence["form"]:
            yield sentence
            sentence, last = {"form": [], "names": []}, "O"


MARK = re.compile(r"\[(PER|ORG|LOC|EVT) ([^\[\]]+)\]")
WORD = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Maj|Sen|Rep|Gov|St|Jr|Sr|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Ltd|Co|Corp)\."
    r"|\d+(?:[.,:]\d+)*|n't|'s|’s|[^\W\d_]+|\.\.\.|--|[^\w\s]|_|\w", re.UNICODE)


def words_of(text):
    """Plain words as the text stage cuts them, near enough for training: hyphens apart, possessives and n't apart."""
    for match in WORD.finditer(re.sub(r"(?<=\w)n't\b", " n't", text)):
        yield match.group()


def read_marked(path):
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        sentence, at = {"form": [], "names": []}, 0
        for match in list(MARK.finditer(line)) + [None]:
            plain = line[at:match.start()] if match else line[at:]
            for word in words_of(plain):
                sentence["form"].append(word)
                sentence["names"].append(OUTSIDE)
            if match:
                for i, word in enumerate(words_of(match.group(2))):
                    sentence["form"].append(word)
                    sentence["names"].append(BIT[("I-" if i else "B-") + match.group(1)])
                at = match.end()
        if sentence["form"]:
            yield sentence


def load(shared, project, outside_gum=True):
    """Every training source: (trees, names), and the development parts by name."""
    bank = os.path.join(shared, "data/treebanks")
    ewt = add_uner(list(read_conllu(f"{bank}/ewt/en_ewt-ud-train.conllu")), f"{bank}/uner/en_ewt-ud-train.2022-12.iob2")
    gum = list(read_conllu(f"{bank}/gum/en_gum-ud-train.commercial-free-genres.conllu"))
    names = list(read_wikigold(f"{shared}/data/names/wikigold/wikigold.conll.txt"))
    names += list(read_wnut(f"{shared}/data/names/wnut17/wnut17train.conll"))
    ours = []
    for path in sorted(glob.glob(f"{project}/train/names/*.txt")):
        ours += list(read_marked(path))
    dev = {
        "ewt": list(read_conllu(f"{bank}/ewt/en_ewt-ud-dev.conllu")),
        "gum": list(read_conllu(f"{bank}/gum/en_gum-ud-dev.conllu")),
        "uner": [dict(form=f, names=[mask_of(t) for t in tags], tags=tags)
                 for _, f, tags in read_iob2(f"{bank}/uner/en_ewt-ud-dev.iob2")],
    }
    return ewt + gum, names, ours, dev
