#!/usr/bin/env python3
"""Scores a parse against a treebank as the CoNLL 2018 shared task defines it.

  tools/score_ud.py gold.conllu system.conllu    F1 of tokens, sentences, words, and of what is said of the words
  tools/score_ud.py --text gold.conllu           the raw text of a treebank

Both files must spell the same characters, blanks aside. Tokens and sentences are compared as ranges of characters.
Words are aligned by their ranges; where a multiword token stands on either side, its words are aligned by the longest
common subsequence of their forms. A measure of words counts aligned words that agree: precision over the system's
words, recall over the gold ones. AlignedAcc is the share of aligned words that agree.
"""

import sys
import unicodedata

UNIVERSAL_FEATURES = set(
    "PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect "
    "Voice Evident Polarity Person Polite".split()
)
CONTENT_RELATIONS = set(
    "nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl amod "
    "conj fixed flat compound list parataxis orphan goeswith reparandum root dep".split()
)
FUNCTION_RELATIONS = {"aux", "cop", "mark", "det", "clf", "case", "cc"}
ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, _, MISC = range(10)


class Wrong(Exception):
    """The input is not what it should be; the message says where."""


class Word:
    """A syntactic word: its range of characters, its columns, its head as a Word (None: root)."""

    def __init__(self, start, end, columns, in_multiword):
        self.start, self.end = start, end
        self.columns = columns
        self.in_multiword = in_multiword
        self.head = None
        self.function_children = []
        self.relation = columns[DEPREL].split(":")[0]

    def span(self):
        return self.start, self.end

    def features(self):
        kept = [f for f in columns_features(self.columns) if f.split("=", 1)[0] in UNIVERSAL_FEATURES]
        return "|".join(sorted(kept))

    def is_content(self):
        return self.relation in CONTENT_RELATIONS

    def is_function(self):
        return self.relation in FUNCTION_RELATIONS


class Treebank:
    """Characters without blanks, and the ranges of tokens, sentences and words in them."""

    def __init__(self):
        self.characters = []
        self.tokens = []
        self.sentences = []
        self.words = []


def columns_features(columns):
    return [] if columns[FEATS] == "_" else columns[FEATS].split("|")


def solid(form):
    return "".join(c for c in form if unicodedata.category(c) != "Zs")


def sentences_of(path):
    """Yields (first line, comments, rows) of each sentence; rows are lists of ten columns."""
    comments, rows, first = [], [], 0
    with open(path, encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n").rstrip("\r")
            if not line:
                if rows:
                    yield first, comments, rows
                comments, rows = [], []
            elif line.startswith("#") and not rows:
                comments.append(line)
            else:
                columns = line.split("\t")
                if len(columns) != 10:
                    raise Wrong(f"{path}:{number}: has {len(columns)} columns, not ten")
                first = first if rows else number
                rows.append(columns)
    if rows:
        yield first, comments, rows


def read(path):
    """The treebank in a CoNLL-U file."""
    treebank = Treebank()
    for line, _comments, rows in sentences_of(path):
        start = len(treebank.characters)
        words = take_tokens(rows, treebank, f"{path}:{line}")
        treebank.sentences.append((start, len(treebank.characters)))
        tie_heads(words, f"{path}:{line}")
        treebank.words += words
    if not treebank.words:
        raise Wrong(f"{path}: holds no sentence")
    return treebank


def take_tokens(rows, treebank, place):
    words, at = [], 0
    while at < len(rows):
        number = rows[at][ID]
        if "." in number:
            at += 1
            continue
        start = len(treebank.characters)
        treebank.characters += solid(rows[at][FORM])
        end = len(treebank.characters)
        if end == start:
            raise Wrong(f"{place}: token {number} has no form")
        treebank.tokens.append((start, end))
        if "-" not in number:
            words.append(Word(start, end, rows[at], False))
            at += 1
            continue
        first, last = (int(part) for part in number.split("-"))
        at += 1
        for expected in range(first, last + 1):
            if at >= len(rows) or rows[at][ID] != str(expected):
                raise Wrong(f"{place}: multiword token {number} lacks its word {expected}")
            words.append(Word(start, end, rows[at], True))
            at += 1
    return words


def tie_heads(words, place):
    for word in words:
        head = word.columns[HEAD]
        if head in ("_", "0"):
            continue
        if not head.isdigit() or int(head) > len(words):
            raise Wrong(f"{place}: word {word.columns[ID]} has the head {head}, which its sentence lacks")
        word.head = words[int(head) - 1]
    for word in words:
        if word.head is not None and word.is_function():
            word.head.function_children.append(word)


def align(gold, system):
    """Pairs of words that stand for each other, in order."""
    pairs, g, s = [], 0, 0
    while g < len(gold) and s < len(system):
        if gold[g].in_multiword or system[s].in_multiword:
            g_first, s_first, g, s = multiword_stretch(gold, system, g, s)
            pairs += common(gold[g_first:g], system[s_first:s])
        elif gold[g].span() == system[s].span():
            pairs.append((gold[g], system[s]))
            g, s = g + 1, s + 1
        elif gold[g].start <= system[s].start:
            g += 1
        else:
            s += 1
    return pairs


def multiword_stretch(gold, system, g, s):
    """The words from here to where no multiword token of either side is cut."""
    if gold[g].in_multiword:
        end = gold[g].end
        if not system[s].in_multiword and system[s].start < gold[g].start:
            s += 1
    else:
        end = system[s].end
        if not gold[g].in_multiword and gold[g].start < system[s].start:
            g += 1
    g_first, s_first = g, s

    def beyond(words, at):
        if at >= len(words):
            return True
        return words[at].start >= end if words[at].in_multiword else words[at].end > end

    while not beyond(gold, g) or not beyond(system, s):
        from_gold = g < len(gold) and (s >= len(system) or gold[g].start <= system[s].start)
        word = gold[g] if from_gold else system[s]
        if word.in_multiword:
            end = max(end, word.end)
        if from_gold:
            g += 1
        else:
            s += 1
    return g_first, s_first, g, s


def common(gold, system):
    """The longest common subsequence by form in lower case."""
    length = [[0] * (len(system) + 1) for _ in range(len(gold) + 1)]
    same = [[a.columns[FORM].lower() == b.columns[FORM].lower() for b in system] for a in gold]
    for g in reversed(range(len(gold))):
        for s in reversed(range(len(system))):
            longest = max(length[g + 1][s], length[g][s + 1])
            length[g][s] = 1 + length[g + 1][s + 1] if same[g][s] else longest
    pairs, g, s = [], 0, 0
    while g < len(gold) and s < len(system):
        if same[g][s]:
            pairs.append((gold[g], system[s]))
            g, s = g + 1, s + 1
        elif length[g + 1][s] >= length[g][s + 1]:
            g += 1
        else:
            s += 1
    return pairs


def spans_score(gold, system):
    correct = len(set(gold) & set(system))
    return correct, len(gold), len(system), None


def words_score(gold, system, pairs, fact, counts=lambda word: True):
    """Aligned words of which `fact` says the same; only words that `counts` takes."""
    correct = sum(1 for g, s in pairs if counts(g) and fact(g, None) == fact(s, g))
    aligned = sum(1 for g, _ in pairs if counts(g))
    return correct, sum(map(counts, gold)), sum(map(counts, system)), aligned


def facts(to_gold):
    """What the measures compare; `twin` is the gold word that a system word is aligned with."""

    def upos(word, twin):
        return word.columns[UPOS]

    def xpos(word, twin):
        return word.columns[XPOS]

    def features(word, twin):
        return word.features()

    def lemma(word, twin):
        source = twin or word
        return "_" if source.columns[LEMMA] == "_" else word.columns[LEMMA]

    def head(word, twin):
        if word.columns[HEAD] == "_":
            return "open"
        if word.head is None:
            return "root"
        return word.head if twin is None else to_gold.get(word.head, "astray")

    def labelled(word, twin):
        return head(word, twin), word.relation

    def children(word, twin):
        out = []
        for child in word.function_children:
            same = child if twin is None else to_gold.get(child, "astray")
            out.append((id(same), child.relation, upos(child, None), features(child, None)))
        return out

    return {
        "UPOS": (upos,),
        "XPOS": (xpos,),
        "UFeats": (features,),
        "AllTags": (lambda w, t: (upos(w, t), xpos(w, t), features(w, t)),),
        "Lemmas": (lemma,),
        "UAS": (head,),
        "LAS": (labelled,),
        "LASsub": (lambda w, t: (head(w, t), w.columns[DEPREL]),),
        "CLAS": (labelled, Word.is_content),
        "MLAS": (lambda w, t: (labelled(w, t), upos(w, t), features(w, t), children(w, t)), Word.is_content),
        "BLEX": (lambda w, t: (labelled(w, t), lemma(w, t)), Word.is_content),
    }


def check_same_text(gold, system):
    if gold.characters == system.characters:
        return
    at = 0
    while gold.characters[at : at + 1] == system.characters[at : at + 1]:
        at += 1
    around = slice(max(0, at - 20), at + 20)
    raise Wrong(
        f"the files spell different texts from character {at} on: gold '{''.join(gold.characters[around])}', "
        f"system '{''.join(system.characters[around])}'"
    )


def score(gold, system):
    """Each measure: correct, in gold, in system, aligned."""
    check_same_text(gold, system)
    pairs = align(gold.words, system.words)
    scores = {
        "Tokens": spans_score(gold.tokens, system.tokens),
        "Sentences": spans_score(gold.sentences, system.sentences),
        "Words": (len(pairs), len(gold.words), len(system.words), None),
    }
    to_gold = {s: g for g, s in pairs}
    for name, fact in facts(to_gold).items():
        scores[name] = words_score(gold.words, system.words, pairs, *fact)
    return scores


def show(scores):
    def percent(part, whole):
        return 100 * part / whole if whole else 0.0

    print("Measure    | Precision | Recall |     F1 | AlignedAcc")
    print("-----------+-----------+--------+--------+-----------")
    for name, (correct, gold, system, aligned) in scores.items():
        last = "" if aligned is None else f"{percent(correct, aligned):10.2f}"
        precision, recall = percent(correct, system), percent(correct, gold)
        print(f"{name:10} |    {precision:6.2f} | {recall:6.2f} | {percent(2 * correct, gold + system):6.2f} | {last}")


def begins_paragraph(comment):
    word = comment[1:].split("=")[0].split()
    return bool(word) and word[0] in ("newdoc", "newpar")


def raw_text(path):
    """Sentences joined as SpaceAfter says, paragraphs and documents by an empty line."""
    paragraphs = [""]
    for _line, comments, rows in sentences_of(path):
        if any(map(begins_paragraph, comments)):
            paragraphs.append("")
        last_part = 0
        for columns in rows:
            number = columns[ID]
            if "." in number or ("-" not in number and int(number) <= last_part):
                continue
            last_part = int(number.split("-")[1]) if "-" in number else last_part
            glued = "SpaceAfter=No" in columns[MISC].split("|")
            paragraphs[-1] += columns[FORM] + ("" if glued else " ")
    return "\n\n".join(p.strip() for p in paragraphs if p.strip()) + "\n"


def main(arguments):
    try:
        if len(arguments) == 2 and arguments[0] == "--text":
            sys.stdout.reconfigure(encoding="utf-8")
            sys.stdout.write(raw_text(arguments[1]))
        elif len(arguments) == 2 and not arguments[0].startswith("-"):
            show(score(read(arguments[0]), read(arguments[1])))
        else:
            print(__doc__, file=sys.stderr)
            return 2
    except (Wrong, OSError, UnicodeDecodeError) as error:
        print(f"score_ud: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
