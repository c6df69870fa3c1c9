"""`readout parse` and tools/score_ud.py: every word comes out, given tokens are kept, the scorer counts as it should."""

import subprocess
import sys
import unittest

from program import ROOT, Case

SCORER = ROOT / "tools/score_ud.py"
RAW = """ date 2021-09-11 Talks fail in Geneva

By Jane Doe

GENEVA, Sept. 10 (AFP) — They can't agree, a diplomat's aide said. "We're gonna wait."

1. The parties met.
- They left.

Sources

https://example.com/a

Additional reporting by John Roe
"""


def row(number, form, head="_", relation="_", misc="_", tag="_"):
    return f"{number}\t{form}\t_\t{tag}\t_\t_\t{head}\t{relation}\t_\t{misc}\n"


GOLD = ("# newdoc id = a\n# sent_id = a-1\n# text = He can't.\n" + row(1, "He", 3, "nsubj", tag="PRON") +
        row("2-3", "can't", misc="SpaceAfter=No") + row(2, "ca", 3, "aux", tag="AUX") +
        row(3, "n't", 0, "root", tag="PART") + row("3.1", "go") + row(4, ".", 3, "punct", tag="PUNCT") +
        "\n# newpar id = p2\n# text = Go!\n" + row(1, "Go", 0, "root", misc="SpaceAfter=No", tag="VERB") +
        row(2, "!", 1, "punct", misc="SpaceAfter=No", tag="PUNCT") + "\n")


class Parsing(Case):
    def rows(self, conllu):
        return [line.split("\t") for line in conllu.splitlines() if line and not line.startswith("#")]

    def test_every_word_of_the_text_is_parsed(self):
        done = self.run_readout("parse", self.write("a.txt", RAW))
        self.assertEqual(done.returncode, 0, done.err)
        within, surface = 0, ""
        for columns in self.rows(done.stdout.decode()):
            if "-" in columns[0]:
                within = int(columns[0].split("-")[1])
                surface += columns[1]
            elif int(columns[0]) > within:
                surface += columns[1]
            within = 0 if columns[0] == str(within) else within
        self.assertEqual(surface, "".join(RAW.split()))

    def test_contractions_are_ranges(self):
        done = self.run_readout("parse", self.write("a.txt", RAW))
        ranges = [(c[1], "SpaceAfter=No" in c[9]) for c in self.rows(done.stdout.decode()) if "-" in c[0]]
        self.assertEqual(ranges, [("can't", False), ("diplomat's", False), ("We're", False), ("gonna", False)])

    def test_given_tokens_are_kept(self):
        path = self.write("a.conllu", GOLD)
        done = self.run_readout("parse", "--pretokenized", path)
        self.assertEqual(done.returncode, 0, done.err)
        before, after = GOLD.splitlines(), done.stdout.decode().splitlines()
        self.assertEqual(len(before), len(after))
        for old, new in zip(before, after):
            if "\t" not in old or "-" in old.split("\t")[0] or "." in old.split("\t")[0]:
                self.assertEqual(old, new)
            else:
                old, new = old.split("\t"), new.split("\t")
                self.assertEqual([old[i] for i in (0, 1, 9)], [new[i] for i in (0, 1, 9)])
                self.assertNotIn("_", [new[i] for i in (2, 3, 4, 6, 7)])
        self.assertEqual(self.run_readout("parse", "--pretokenized", "-", stdin=GOLD.encode()).stdout, done.stdout)

    def test_trees_of_given_tokens(self):
        done = self.run_readout("parse", "--pretokenized", "--format", "tree", self.write("a.conllu", GOLD))
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("n't", done.stdout.decode())

    def test_wrong_conllu_is_told_with_its_line(self):
        bad = self.write("bad.conllu", GOLD + "1\tOnly two\n")
        done = self.run_readout("parse", "--pretokenized", bad, self.write("a.conllu", GOLD))
        self.assertEqual(done.returncode, 3)
        self.assertIn(f"bad.conllu:{GOLD.count(chr(10)) + 1}: has 2 columns instead of 10", done.err)
        self.assertGreater(len(done.stdout), 100)  # the other file is parsed


class Scoring(Case):
    def score(self, *words):
        return subprocess.run([sys.executable, SCORER, *words], capture_output=True, text=True, check=False, timeout=60)

    def table(self, gold, system):
        done = self.score(self.write("gold.conllu", gold), self.write("system.conllu", system))
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = (line.split("|") for line in done.stdout.splitlines()[2:])
        return {cells[0].strip(): tuple(float(cell) for cell in cells[1:4]) for cells in lines}

    def test_a_treebank_agrees_with_itself(self):
        self.assertEqual({f1 for _, _, f1 in self.table(GOLD, GOLD).values()}, {100.0})

    def test_text_of_a_treebank(self):
        done = self.score("--text", self.write("gold.conllu", GOLD))
        self.assertEqual(done.stdout, "He can't.\n\nGo!\n")

    def test_tokens_and_sentences_are_ranges(self):
        one = GOLD.replace("\n# newpar id = p2\n# text = Go!\n1\tGo", "5\tGo").replace("\n2\t!", "\n6\t!")
        one = one.replace("\t0\troot\t_\tSpaceAfter", "\t3\tparataxis\t_\tSpaceAfter").replace("\t1\tpunct", "\t5\tpunct")
        scores = self.table(GOLD, one)
        self.assertEqual(scores["Sentences"], (0.0, 0.0, 0.0))
        self.assertEqual(scores["Tokens"][2], 100.0)
        self.assertAlmostEqual(scores["LAS"][2], 83.33)  # one of six words

    def test_words_of_a_multiword_token_are_aligned_by_form(self):
        whole = GOLD.replace(row("2-3", "can't", misc="SpaceAfter=No"), "").replace(row(2, "ca", 3, "aux", tag="AUX"), "")
        whole = whole.replace(row(3, "n't", 0, "root", tag="PART"), row(2, "can't", 0, "root", "SpaceAfter=No", "AUX"))
        whole = whole.replace(row(1, "He", 3, "nsubj", tag="PRON"), row(1, "He", 2, "nsubj", tag="PRON"))
        whole = whole.replace(row("3.1", "go"), "").replace(row(4, ".", 3, "punct", tag="PUNCT"),
                                                            row(3, ".", 2, "punct", tag="PUNCT"))
        scores = self.table(GOLD, whole)
        self.assertEqual(scores["Tokens"][2], 100.0)
        self.assertEqual(scores["Words"], (80.0, 66.67, 72.73))  # 4 of 5, 4 of 6

    def test_relations_are_compared_without_their_subtypes(self):
        scores = self.table(GOLD, GOLD.replace("nsubj", "nsubj:pass"))
        self.assertEqual((scores["LAS"][2], scores["LASsub"][2]), (100.0, 83.33))

    def test_different_texts_are_an_error(self):
        done = self.score(self.write("gold.conllu", GOLD), self.write("system.conllu", GOLD.replace("Go", "So")))
        self.assertEqual(done.returncode, 1)
        self.assertIn("different texts from character 8", done.stderr)


if __name__ == "__main__":
    unittest.main()
