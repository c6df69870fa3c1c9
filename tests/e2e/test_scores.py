"""Scores on treebanks and names that were not trained on, above floors that only rise. Skipped where the data are not beside us."""

import importlib.util
import re
import subprocess
import unittest
from pathlib import Path

from program import PROGRAM, ROOT, SANITIZED, Case, clean_environment

TREEBANKS = ROOT.parent / "shared/data/treebanks"

# Development sets; test sets are scored by hand for docs/measurements.md. F1 in per cent.
FLOORS = {
    ("ewt", "given"): {"UPOS": 96.5, "Lemmas": 97.5, "UFeats": 95.9, "LAS": 87.9},
    ("gum", "given"): {"UPOS": 97.3, "Lemmas": 98.0, "UFeats": 93.4, "LAS": 88.4},
    ("ewt", "raw"): {"Tokens": 99.5, "Sentences": 88.8, "LAS": 85.5},
    ("gum", "raw"): {"Tokens": 99.8, "Sentences": 96.3, "LAS": 87.8},
}
NAMES_FLOOR = 75.3
NAMES = ROOT.parent / "shared/data/names"
SAMPLE = ROOT.parent / "shared/sample"
# Coreference of GUM's news and interviews, development and training part (CoNLL mean of persons, organizations, places);
# pronouns of GAP's development part; mentions and chains of the coded sample.
CHAINS_FLOORS = {"dev": 0.645, "train.commercial-free-genres": 0.62}
GAP_FLOORS = {"overall": 0.665, "bias": 0.90}
SAMPLE_FLOORS = {"mentions": 0.94, "B3": 0.90}
# Acts, statements, actor phrases and marked pairs, by the scorers beside the repository; development sets.
EVENTS = ROOT.parent / "shared/data/events"
SCORERS = ROOT.parent / "shared/tools"
REPORT_FLOORS = {"CAMEO root": 0.63, "full": 0.41, "match": 0.95, "status": 0.92, "speaker": 0.94}
PLOVER_FLOORS = {"gold type among those coded": 0.735, "precision of types": 0.645}
PAIRS_FLOOR = 0.70
CODERS_FLOOR = 0.38
PHRASES_FLOORS = {"country": 0.91, "country and sector": 0.84}


def scorer(name="score_ud"):
    spec = importlib.util.spec_from_file_location(name, ROOT / f"tools/{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spans(tags):
    """(first, end, kind) of the names in B- and I- tags."""
    out, first = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if first is not None and tag[0] != "I":
            out.add((first, i, tags[first][2:]))
            first = None
        if tag[0] == "B":
            first = i
    return out


def iob2(path):
    sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if line:
            sentence.append(line.split("\t")[1:3])
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


@unittest.skipUnless(TREEBANKS.exists(), "no treebanks beside the repository")
@unittest.skipIf(SANITIZED, "the release build is what is scored")
class Scores(Case):
    def parsed(self, *words):
        out = self.folder / "parsed.conllu"
        with open(out, "wb") as file:
            subprocess.run([PROGRAM, "parse", "--format", "conllu", *map(str, words)], stdout=file, stderr=subprocess.DEVNULL,
                           env=clean_environment(), check=True)
        return str(out)

    def check(self, treebank, kind):
        tools = scorer()
        gold = str(TREEBANKS / treebank / f"en_{treebank}-ud-dev.conllu")
        source = self.write("raw.txt", tools.raw_text(gold)) if kind == "raw" else gold
        flags = ["--pretokenized"] if kind == "given" else ["--quiet"]
        scores = tools.score(tools.read(gold), tools.read(self.parsed(*flags, source)))
        for name, floor in FLOORS[treebank, kind].items():
            correct, of_gold, of_system, _ = scores[name]
            self.assertGreaterEqual(200 * correct / (of_gold + of_system), floor, f"{treebank} {kind} {name}")

    def test_ewt_on_given_tokens(self):
        self.check("ewt", "given")

    def test_gum_on_given_tokens(self):
        self.check("gum", "given")

    def test_ewt_from_raw_text(self):
        self.check("ewt", "raw")

    def test_gum_from_raw_text(self):
        self.check("gum", "raw")

    def test_names_of_uner(self):
        gold = list(iob2(TREEBANKS / "uner/en_ewt-ud-dev.iob2"))
        lines = "".join("".join(f"{i}\t{form}" + "\t_" * 8 + "\n" for i, (form, _) in enumerate(s, 1)) + "\n" for s in gold)
        found = []
        parsed = Path(self.parsed("--pretokenized", self.write("names.conllu", lines))).read_text(encoding="utf-8")
        for block in parsed.split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if line]
            if rows:
                found.append([(re.search(r"NER=([^|]+)", r[9]) or [None, "O"])[1] for r in rows])
        self.assertEqual(len(found), len(gold))
        right = all_found = all_gold = 0
        for s, tags in zip(gold, found):
            wanted = {x for x in spans([t for _, t in s]) if x[2] in ("PER", "ORG", "LOC")}
            seen = {x for x in spans(tags) if x[2] in ("PER", "ORG", "LOC")}
            right, all_found, all_gold = right + len(wanted & seen), all_found + len(seen), all_gold + len(wanted)
        self.assertGreaterEqual(200 * right / (all_found + all_gold), NAMES_FLOOR)

    def test_chains_of_gum(self):
        for part, floor in CHAINS_FLOORS.items():
            scores = scorer("score_coref").score(PROGRAM, TREEBANKS / f"gum/en_gum-ud-{part}.conllu")
            self.assertGreaterEqual(scores["CoNLL"][2], floor, part)

    @unittest.skipUnless(NAMES.exists(), "no GAP beside the repository")
    def test_pronouns_of_gap(self):
        scores = scorer("score_gap").score(PROGRAM, NAMES / "gap-development.tsv")
        self.assertGreaterEqual(scores["overall"][2], GAP_FLOORS["overall"])
        self.assertGreaterEqual(scores["bias"], GAP_FLOORS["bias"])

    @unittest.skipUnless(SAMPLE.exists(), "no coded report beside the repository")
    def test_actors_of_the_sample(self):
        scores = scorer("score_sample_actors").score(PROGRAM, SAMPLE / "article.txt", SAMPLE / "gold.json")
        for name, floor in SAMPLE_FLOORS.items():
            self.assertGreaterEqual(scores[name][2], floor, name)

    def told(self, *words):
        """Standard output of the program."""
        return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, env=clean_environment(), check=True).stdout

    def scored(self, name, *words):
        """What one of the scorers beside the repository prints."""
        return subprocess.run(["python3", SCORERS / name, *map(str, words)], capture_output=True, text=True, check=True).stdout

    def number(self, text, pattern):
        found = re.search(pattern, text)
        self.assertIsNotNone(found, text)
        return float(found[1])

    @unittest.skipUnless(EVENTS.exists(), "no coded reports beside the repository")
    def test_acts_and_statements_of_coded_reports(self):
        out = self.write("gold.jsonl", self.told("read", "--format", "jsonl", "--quiet", *sorted((EVENTS / "gold_dev/texts").glob("*.txt"))))
        text = self.scored("score_acts.py", EVENTS / "gold_dev", out)
        for name in ("CAMEO root", "full", "match"):
            self.assertGreaterEqual(self.number(text, rf"{name} .*?F1 ([\d.]+)"), REPORT_FLOORS[name], name)
        self.assertGreaterEqual(self.number(text, r"status \d+/\d+ = ([\d.]+)"), REPORT_FLOORS["status"])
        self.assertGreaterEqual(self.number(text, r"speaker \d+/\d+ = ([\d.]+)"), REPORT_FLOORS["speaker"])

    @unittest.skipUnless(EVENTS.exists(), "no coded pairs beside the repository")
    def test_types_of_coded_pairs(self):
        gold = EVENTS / "plv_train.tsv"
        reports = self.write("pairs.jsonl", self.scored("score_plover.py", "--input", gold))
        text = self.scored("score_plover.py", gold, self.write("out.jsonl", self.told("read", "--format", "jsonl", "--quiet", reports)))
        for name, floor in PLOVER_FLOORS.items():
            self.assertGreaterEqual(self.number(text, rf"{name} ([\d.]+)"), floor, name)
        types = self.write("types.tsv", self.told("code", "--pairs", gold))
        self.assertGreaterEqual(self.number(self.scored("score_plover.py", "--pairs", gold, types), r"macro-F1 ([\d.]+)"), PAIRS_FLOOR)

    @unittest.skipUnless(EVENTS.exists(), "no sentences of several coders beside the repository")
    def test_roots_of_several_coders(self):
        gold = EVENTS / "cameo_human_dev.json"
        reports = self.write("human.jsonl", self.scored("score_human.py", "--input", gold))
        text = self.scored("score_human.py", gold, self.write("out.jsonl", self.told("read", "--format", "jsonl", "--quiet", reports)))
        self.assertGreaterEqual(self.number(text, r"mean F1 ([\d.]+)"), CODERS_FLOOR)

    @unittest.skipUnless(EVENTS.exists(), "no actor phrases beside the repository")
    def test_actor_phrases(self):
        gold = ROOT.parent / "shared/data/actors/actor_phrases_dev.tsv"
        text = self.scored("score_actors.py", gold, self.write("answers.jsonl", self.told("actor", "--batch", gold)))
        for name, floor in PHRASES_FLOORS.items():
            self.assertGreaterEqual(self.number(text, rf"{name} ([\d.]+)"), floor, name)


if __name__ == "__main__":
    unittest.main()
