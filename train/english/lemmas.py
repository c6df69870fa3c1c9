"""Edit scripts from forms to lemmas, learned from treebanks and from our verb lexicon (train/lexicon/verbs.tsv)."""
from collections import Counter, defaultdict

import words

LONGEST_ENDING = 6
ENDING = b"\x01"  # stands before an ending in its key: no word begins so


def script(form, lemma):
    """(as written, bytes to cut, text to add) that makes the lemma of the form."""
    keep = lemma != words.lower(lemma)
    base = form if keep else words.lower(form)
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    if common == 0:
        return (keep, 255, lemma)
    return (keep, len(base[common:].encode("utf-8")), lemma[common:])


def endings(plain):
    data = plain.encode("utf-8")
    return [data[len(data) - n:] for n in range(min(LONGEST_ENDING, len(data)), -1, -1)]


def key(tag, rest):
    return words.mix(words.fnv(rest, words.fnv((tag + " ").encode("utf-8"))))


def verb_forms(project):
    """(lemma, form, tag) of the verb lexicon."""
    for line in open(f"{project}/train/lexicon/verbs.tsv", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(cells) != 5 or cells[0] == "lemma":
            continue
        for tag, forms in zip(("VBD", "VBN", "VBG", "VBZ"), cells[1:]):
            for form in forms.split("|"):
                yield cells[0], form, tag
        yield cells[0], cells[0], "VB"
        yield cells[0], cells[0], "VBP"


def apply_script(made, form):
    keep, cut, add = made
    base = (form if keep else words.lower(form)).encode("utf-8")
    return (b"" if cut == 255 else base[:len(base) - min(cut, len(base))]).decode("utf-8", "replace") + add


def best_script(pairs):
    """The script that makes most of the lemmas that a form was seen with, in its different writings."""
    candidates = {script(form, lemma) for form, lemma in pairs} | {(True, 255, lemma) for _, lemma in pairs}
    right = lambda made: sum(n for (form, lemma), n in pairs.items() if apply_script(made, form) == lemma)
    return min(candidates, key=lambda made: (-right(made), made[1] == 255, made))


def learn(sentences, project):
    """{key: script number}, [scripts]."""
    seen, by_ending = defaultdict(Counter), defaultdict(Counter)
    for s in sentences:
        for form, tag, lemma in zip(s["form"], s["xpos"], s["lemma"]):
            if lemma != "_" or form == "_":
                seen[tag, words.no_digits(words.lower(form))][form, lemma] += 1
    # The lexicon outvotes what a treebank holds once or twice: slips of the pen, mostly.
    for lemma, form, tag in verb_forms(project):
        seen[tag, form][form, lemma] += 3
    seen = {k: best_script(pairs) for k, pairs in seen.items()}
    for (tag, plain), best in seen.items():
        if best[1] < len(plain.encode("utf-8")):
            for ending in endings(plain):
                by_ending[tag, ending][best] += 1
    majority = {k: min(v.most_common(), key=lambda x: (-x[1], x[0]))[0] for k, v in by_ending.items()
                if sum(v.values()) > 1}

    def guess(tag, plain, longest=None):
        for ending in endings(plain):
            if (longest is None or len(ending) < longest) and (tag, ending) in majority:
                return majority[tag, ending]
        return (True, 0, "")

    scripts, entries = {}, {}
    number = lambda made: scripts.setdefault(made, len(scripts))
    for (tag, ending), made in sorted(majority.items()):
        # An ending is kept where it says something else than the next shorter one.
        shorter = next((majority[tag, ending[n:]] for n in range(1, len(ending) + 1) if (tag, ending[n:]) in majority), None)
        if made != shorter:
            entries[key(tag, ENDING + ending)] = number(made)
    for (tag, plain), best in sorted(seen.items()):
        if best != guess(tag, plain):
            entries[key(tag, plain.encode("utf-8"))] = number(best)
    return entries, list(scripts)


def apply(entries, scripts, form, tag):
    lowered = words.lower(form)
    plain = words.no_digits(lowered)
    found = entries.get(key(tag, plain.encode("utf-8")))
    if found is None:
        for ending in endings(plain):
            found = entries.get(key(tag, ENDING + ending))
            if found is not None:
                break
    if found is None:
        return form
    return apply_script(scripts[found], form)
