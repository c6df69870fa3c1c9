"""What `readout explain` and `readout coverage` tell a user."""

import json
import re
from pathlib import Path

from program import ROOT, Case, report

CALL = " date 2019-09-17 Leaders talk\n\nFrench President Emmanuel Macron called Vladimir Putin on Monday.\n\n" \
       "Angela Merkel will not visit China, Macron told reporters.\n"


class Explain(Case):
    def explain(self, *words, **options):
        done = self.run_readout("explain", "--quiet", *words, **options)
        self.assertEqual((done.returncode, done.err), (0, ""))
        return done.stdout.decode()

    def test_an_event_is_traced_to_rule_words_and_rows(self):
        file = self.write("call.txt", CALL)
        text = self.explain("--format", "text", "--act", "e1", file)
        for wanted in ("Emmanuel Macron ↔ Vladimir Putin", "CAMEO 041", "consult.call", "04_consult_calls.rules:",
                       "begins at “called”", "at subject, “French President Emmanuel Macron”", "at object, “Vladimir Putin”",
                       "holders.tsv:", "“called” tells it as done", "“Monday” tells it, counted from", "own voice",
                       "both sides are named", "called VBD root  ◀ the act"):
            self.assertIn(wanted, re.sub(r"\n {12,}", " ", text))
        self.assertTrue(all(len(line) <= 80 for line in text.splitlines()), text)
        self.assertNotIn("\x1b", text)
        self.assertIn("\x1b[", self.explain("--format", "text", "--color", "always", "--act", "e1", file))

    def test_json_says_the_same_and_its_spans_lie_inside(self):
        file = self.write("call.txt", CALL)
        rows = [json.loads(line) for line in self.explain("--format", "jsonl", file).splitlines()]
        read = [row for row in self.rows(self.run_readout("read", "--format", "jsonl", "--quiet", file).stdout, "act")]
        self.assertEqual([row["id"] for row in rows], [row["id"] for row in read])
        first = rows[0]
        self.assertEqual(first["rule"]["name"], read[0]["rule"])
        lines = Path(first["rule"]["file"]).read_text(encoding="utf-8").splitlines()
        begin = first["rule"]["line"] - 1
        self.assertEqual(first["rule"]["lines"], lines[begin:begin + len(first["rule"]["lines"])])
        self.assertEqual({role["role"] for role in first["roles"]}, {"both", "initiator"})
        self.assertAlmostEqual(sum(part["adds"] for part in first["confidence_parts"]), first["confidence"], 3)
        self.assertEqual([word["form"] for word in first["tree"]][4:6], ["called", "Vladimir"])
        self.assertEqual(sum(word["head"] == 0 for word in first["tree"]), 1)
        text = CALL.encode()
        for row in rows:
            for begin, end in ([row["sentence"], row["trigger"]] + [role["words"] for role in row["roles"] if role["words"]]):
                self.assertTrue(0 <= begin < end <= len(text))
        begin, end = first["trigger"]
        self.assertEqual(text[begin:end], b"called")

    def test_a_statement_is_explained_too(self):
        text = self.explain("--format", "text", "--act", "s1", self.write("call.txt", CALL))
        self.assertIn("01_statements.rules:", text)
        self.assertRegex(text, r"speaker +Emmanuel Macron a\d+: at subject, “Macron”")
        self.assertIn("the speaker is known", text)

    def test_who_reports_is_proposed_for_no_act(self):
        told = {}
        for who in ("Wikinews", "The commission"):
            file = self.write("interview.txt", f" date 2019-01-26 A study\n\n{who} interviewed Michael Siegel to learn more.\n")
            rows = self.rows(self.run_readout("read", "--format", "jsonl", "--quiet", file).stdout, "act")
            told[who] = [row["rule"] for row in rows if row["kind"] == "event"]
        self.assertEqual(told["Wikinews"], [])
        self.assertEqual(told["The commission"], ["opinion.ACCUSE"])

    def test_one_report_of_several_is_named_by_number_or_name(self):
        file = self.write_reports("three.jsonl", 3)
        for doc in ("d2", "r1"):
            rows = [json.loads(line) for line in self.explain("--doc", doc, "--act", "e1", file).splitlines()]
            self.assertEqual([(row["doc"], row["name"], row["id"]) for row in rows], [("d2", "r1", "e1")])
        everything = self.explain(file).splitlines()
        self.assertEqual({json.loads(line)["doc"] for line in everything}, {"d1", "d2", "d3"})
        done = self.run_readout("explain", "--act", "e1", file)
        self.assertEqual(done.returncode, 2)
        self.assertIn("name one with --doc", done.err)
        done = self.run_readout("explain", "--doc", "r9", file)
        self.assertEqual(done.returncode, 1)
        self.assertIn('no report is called "r9"', done.err)

    def test_an_act_that_is_not_there_is_told_with_those_that_are(self):
        done = self.run_readout("explain", "--quiet", "--act", "e99", self.write("call.txt", CALL))
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertRegex(done.err, r"call has no act e99: it has .*e1.*s1")

    def test_rules_come_out_as_their_file_has_them(self):
        text = self.explain("--format", "rules", "--act", "e1", self.write("call.txt", CALL))
        head, _, lines = text.partition("\n")
        file, line = re.fullmatch(r"# From (.+):(\d+)", head).groups()
        there = (ROOT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1:]
        given = lines.rstrip("\n").splitlines()
        self.assertEqual(given, there[:len(given)])
        self.assertIn("  code       041", given)

    def test_a_rule_copied_and_changed_is_the_one_that_fires(self):
        file = self.write("call.txt", CALL)
        rule = self.explain("--format", "rules", "--act", "e1", file)
        mine = self.write("mine.rules", rule.replace("041", "042").replace("channel    call", "channel    visit"))
        row = json.loads(self.explain("--format", "jsonl", "--act", "e1", "--rules", mine, file))
        self.assertEqual((row["cameo"], row["rule"]["file"], row["rule"]["line"]), ("042", mine, 2))

    def test_hostile_text_does_not_reach_the_terminal(self):
        file = self.write("evil.txt", b" date 2019-09-17 Evil\n\nEmmanuel Macron called Vladimir \x1b[31mPutin\xff on Monday.\n")
        done = self.run_readout("explain", "--format", "text", file)
        self.assertEqual(done.returncode, 0)
        self.assertNotIn(b"\x1b", done.stdout)
        done.stdout.decode("utf-8")

    def test_a_report_without_acts_explains_nothing(self):
        done = self.run_readout("explain", "--quiet", "--format", "jsonl", self.write("none.txt", "No words of note.\n"))
        self.assertEqual((done.returncode, done.stdout), (0, b""))


class Coverage(Case):
    def test_words_that_no_rule_takes_come_by_frequency(self):
        texts = ["Angela Merkel outwitted Vladimir Putin.", "Emmanuel Macron outwitted Donald Trump on Monday.",
                 "Angela Merkel called Vladimir Putin.", "Boris Johnson hugged Leo Varadkar."]
        file = self.write("few.jsonl", "".join(json.dumps({**report(i), "text": text}) + "\n"
                                               for i, text in enumerate(texts)))
        done = self.run_readout("coverage", "--quiet", "--format", "jsonl", file)
        self.assertEqual((done.returncode, done.err), (0, ""))
        rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
        self.assertNotIn("call", [row["lemma"] for row in rows])
        counts = [row["count"] for row in rows]
        self.assertEqual(counts, sorted(counts, reverse=True))
        first = rows[0]
        self.assertEqual((first["lemma"], first["kind"], first["count"], first["reports"]), ("outwit", "verb", 2, 2))
        begin, end = first["example"]["word"]
        self.assertEqual(first["example"]["sentence"].encode()[begin:end], b"outwitted")
        self.assertEqual(first["example"]["report"], "r0")
        one = self.run_readout("coverage", "--quiet", "--top", "1", "--format", "text", file).stdout.decode()
        self.assertRegex(one, r"^2×  outwit \(verb\), in 2 reports; no rule begins at it\n +│ Angela Merkel outwitted")

    def test_the_list_is_the_same_on_any_number_of_threads(self):
        file = self.write_reports("many.jsonl", 30)
        one, four = (self.run_readout("coverage", "--quiet", "--all", "--format", "jsonl", "--threads", n, file).stdout
                     for n in (1, 4))
        self.assertEqual(one, four)

    def test_wrong_number_is_wrong_usage(self):
        for wrong in ("0", "-3", "many"):
            done = self.run_readout("coverage", f"--top={wrong}", self.write("a.txt", "Words.\n"))
            self.assertEqual(done.returncode, 2, wrong)
