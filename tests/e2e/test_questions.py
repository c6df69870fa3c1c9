"""Questions to a store: the forms, the order, what is refused."""

import csv
import io
import json

from program import Case


class Questions(Case):
    def setUp(self):
        super().setUp()
        self.store = self.folder / "r.db"
        done = self.run_readout("read", "--into", self.store, self.write_reports("a.jsonl", 5))
        self.assertEqual(done.returncode, 0, done.err)

    def ask(self, *words):
        done = self.run_readout(*words, "--store", self.store)
        self.assertEqual(done.returncode, 0, done.err)
        return done.stdout

    def test_every_form_has_the_same_lines_in_the_same_order(self):
        answers = {form: self.ask("search", "the", "--format", form) for form in ("text", "json", "csv")}
        lines = json.loads(answers["json"])
        rows = list(csv.DictReader(io.StringIO(answers["csv"].decode())))
        self.assertGreater(len(lines), 0)
        self.assertEqual([line["report"] for line in lines], [row["report"] for row in rows])
        self.assertEqual(list(lines[0]), list(rows[0]))
        for form, answer in answers.items():
            self.assertEqual(self.ask("search", "the", "--format", form), answer)

    def test_words_are_never_a_query_language(self):
        for words in ("U.S.", "US-China", "NEAR(a b)", "col:x", "'; drop table act; --", "a AND", "*x*", "(", '"'):
            done = self.run_readout("search", "--store", self.store, "--", words)
            self.assertIn(done.returncode, (0, 1), done.err)
            self.assertNotIn("fts5", done.err)
            self.assertNotIn("damaged", done.err)

    def test_panel_is_a_table(self):
        rows = list(csv.DictReader(io.StringIO(self.ask("panel", "--by", "dyad-month", "--format", "csv").decode())))
        months = {}
        for row in rows:
            months.setdefault((row["source"], row["target"]), []).append(row["month"])
        self.assertLessEqual(len({tuple(m) for m in months.values()}), 1)

    def test_what_cannot_be_asked_is_refused(self):
        for words, code in ((["brief", "USA", "--store", self.store], 2), (["brief", "USA", "CHN"], 2),
                            (["brief", "Atlantis", "Lemuria", "--store", self.store], 1),
                            (["timeline", "USA", "CHN", "--since", "soon", "--store", self.store], 2),
                            (["who", "Nobody at All", "--store", self.store], 1),
                            (["search", "x", "--store", self.folder / "nowhere.db"], 1)):
            done = self.run_readout(*words)
            self.assertEqual(done.returncode, code, words)
            self.assertTrue(done.err)

    def test_one_article_of_five_addresses_is_one_document(self):
        row = {"date": "2021-09-11", "title": "A call", "text": "Joe Biden called Xi Jinping on Thursday."}
        file = self.write("five.jsonl", "".join(
            json.dumps(row | {"id": f"n{i}", "url": f"https://example.org/{i}"}) + "\n" for i in range(5)))
        store = self.folder / "five.db"
        for _ in range(2):
            self.run_readout("read", "--into", store, file)
            shown = self.rows(self.run_readout("show", "--format", "jsonl", store).stdout)
            self.assertEqual(sum(r["record"] == "document" for r in shown), 1)
        brief = self.run_readout("brief", "USA", "CHN", "--format", "json", "--store", store)
        happened = [line for line in json.loads(brief.stdout) if line["section"] == "What happened"]
        self.assertEqual([line["sentence"] for line in happened], [row["text"]])
