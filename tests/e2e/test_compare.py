"""Issues, stances and the comparison of two parties, seen from outside."""

import csv
import html.parser
import json

from program import ROOT, Case

REPORT = """ date 2019-09-14 Ministers speak of the climate

French President Emmanuel Macron said that France and Japan should work together on climate change.

Japanese Prime Minister Shinzo Abe said that Japan would cooperate with France on climate change.

Emmanuel Macron criticised Japan over commercial whaling.

Shinzo Abe called for an end to the tariffs.
"""


class Comparing(Case):
    def compared(self, *words):
        done = self.run_readout("compare", self.write("report.txt", REPORT), "--between", "FRA", "JPN", *words)
        self.assertEqual(done.returncode, 0, done.err)
        return done.stdout.decode("utf-8")

    def test_where_they_meet_and_clash(self):
        told = json.loads(self.compared("--format", "json"))
        align = {issue["code"]: issue["alignment"] for issue in told["issues"]}
        self.assertEqual(align.get("environment.climate"), "converges")
        self.assertEqual(align.get("environment.nature"), "diverges")
        self.assertEqual(align.get("trade.tariffs"), "second only")
        text = REPORT.encode("utf-8")
        for issue in told["issues"]:
            for line in issue["first"] + issue["second"]:
                begin, end = line["span"]
                self.assertEqual(text[begin:end].decode("utf-8"), line["sentence"])
                self.assertTrue(all(begin <= b < e <= end for b, e in line["evidence"]), line)

    def test_text_and_page_say_the_same(self):
        text = self.compared("--format", "text")
        self.assertIn("climate change: they meet", text)
        page = self.compared("--format", "html")
        self.assertIn("climate change", page)
        self.assertIn("<mark>", page)
        self.assertNotIn("<script", page)
        html.parser.HTMLParser().feed(page)

    def test_nothing_of_the_input_becomes_markup(self):
        report = REPORT.replace("commercial whaling", 'commercial whaling and <script>alert("x")</script>')
        done = self.run_readout("compare", self.write("r.txt", report), "--between", "FRA", "JPN", "--format", "html")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertNotIn(b"<script", done.stdout)

    def test_wrong_parties(self):
        done = self.run_readout("compare", self.write("r.txt", REPORT), "--between", "FRA", "FRA")
        self.assertEqual(done.returncode, 2, done.err)


class Issues(Case):
    def test_sentences(self):
        lines = (ROOT / "tests/cases/issues/sentences.tsv").read_text(encoding="utf-8").splitlines()
        rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t",
                                   quoting=csv.QUOTE_NONE))
        reports = "".join(json.dumps({"id": str(i), "date": "2019-09-14", "text": row["sentence"]}) + "\n"
                          for i, row in enumerate(rows))
        done = self.run_readout("read", "--format", "jsonl", self.write("r.jsonl", reports))
        self.assertEqual(done.returncode, 0, done.err)
        for number, row in enumerate(rows, 1):
            mentions = sorted((m, issue["code"]) for issue in self.rows(done.stdout, "issue")
                              if issue["doc"] == f"d{number}" for m in issue["mentions"])
            self.assertEqual("|".join(code for _, code in mentions), row["issues"] or "", row["sentence"])

    def test_every_stance_has_its_holder_and_words(self):
        done = self.run_readout("read", "--format", "jsonl", self.write("r.txt", REPORT))
        self.assertEqual(done.returncode, 0, done.err)
        stances = self.rows(done.stdout, "stance")
        self.assertGreaterEqual(len(stances), 4)
        for row in stances:
            self.assertTrue(row["holder"] and (row["issue"] or row["toward"]) and row["evidence"], row)
            self.assertIn(row["polarity"], (-2, -1, 1, 2))

    def test_stances_and_claims_are_kept(self):
        report, store = self.write("r.txt", REPORT), self.folder / "r.db"
        read = self.run_readout("read", "--format", "jsonl", report)
        self.assertEqual(self.run_readout("read", "--into", store, report).returncode, 0)
        shown = self.run_readout("show", "--format", "jsonl", store)
        for kind in ("issue", "stance", "claim"):
            self.assertEqual(self.rows(shown.stdout, kind), self.rows(read.stdout, kind))
            self.assertTrue(self.rows(read.stdout, kind), kind)
