"""A user's own actors and rules: imported, linted, read by, and found missing."""

import sqlite3

from program import Case

DICTIONARY = """# Some actors of our own
VELDANIA_LIBERATION_FRONT_(VLF)_ [FRAREB 19990101-20101231] ; made up
+FRONT_OF_VELDANIA_
\t[FRAPTY >110101]
ANNA_QUILLFEATHER_
\t[FRAGOV <20150101]
\t[FRAELI]
WIDGET_SMITH [~BUS]
FRANCE_ [FRA]
BROKEN_ [fra]
LONELY_
"""

RULE = """own.decorate
  verb    decorate
  source  subject
  target  object
  code    050
  hit     France decorated Germany. => FRA > DEU
"""

REPORT = " date 2021-09-11 Ministers meet\n\nAnna Quillfeather, the trade envoy, met Wanda Quibblewick in Paris. " \
         "The Veldania Liberation Front criticized Germany.\n\nFrance decorated Japan on Friday.\n"


class OwnKnowledge(Case):
    def own(self):
        """The folder of own tables, made from DICTIONARY; the finished import."""
        done = self.run_readout("actors", "import", self.write("d.txt", DICTIONARY), "--to", self.folder / "own")
        return self.folder / "own", done

    def row(self, *words):
        done = self.run_readout("actor", "--format", "jsonl", *words)
        self.assertEqual(done.returncode, 0, done.err)
        return self.rows(done.stdout)[0]

    def test_import_takes_what_it_understands_and_names_the_rest(self):
        own, done = self.own()
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"1 person, 1 organization, 1 role", done.stdout)
        self.assertEqual([line.split(": ")[1].split(":")[-1] for line in done.err.splitlines()], ["10", "11"])
        self.assertIn("LONELY_ has no code (", done.err)
        persons = (own / "actors/persons.tsv").read_text()
        self.assertIn("own.anna_quillfeather\tsector\tGOV\t\t2015-01-01\n", persons)
        self.assertEqual(self.run_readout("lint", "--with", own).stdout, f"no faults in {own}\n".encode())

    def test_import_twice_changes_nothing(self):
        own, _ = self.own()
        before = {file.name: file.read_bytes() for file in (own / "actors").iterdir()}
        self.own()
        self.assertEqual({file.name: file.read_bytes() for file in (own / "actors").iterdir()}, before)

    def test_import_reads_tables_too(self):
        file = self.write("mine.tsv", "name\tcode\tfrom\nAnna Quillfeather\tFRAMIL\t2001\n")
        done = self.run_readout("actors", "import", file, "--to", self.folder / "own")
        self.assertEqual((done.returncode, done.err), (0, ""))
        self.assertEqual(self.row("Anna Quillfeather", "--date", "2002-01-01", "--with", self.folder / "own")["code"],
                         "FRAMIL")

    def test_import_needs_a_folder_and_a_file(self):
        done = self.run_readout("actors", "import", self.write("d.txt", DICTIONARY))
        self.assertEqual(done.returncode, 2)
        self.assertIn("--to DIR", done.err)
        done = self.run_readout("actors", "import", self.folder / "none.txt", "--to", self.folder / "own")
        self.assertEqual(done.returncode, 1)
        self.assertIn("none.txt: cannot be opened", done.err)

    def test_own_actors_are_resolved_on_their_days(self):
        own, _ = self.own()
        self.assertEqual(self.row("VLF", "--date", "2005-01-01", "--with", own)["code"], "FRAREB")
        self.assertEqual(self.row("Front of Veldania", "--date", "2012-01-01", "--with", own)["code"], "FRAPTY")
        self.assertEqual(self.row("Anna Quillfeather", "--date", "2014-01-01", "--with", own)["code"], "FRAGOV")
        self.assertEqual(self.row("Anna Quillfeather", "--date", "2016-01-01", "--with", own)["code"], "FRAELI")
        self.assertIsNone(self.row("Front of Veldania", "--date", "2012-01-01")["entity"])

    def test_own_names_win(self):
        own = self.folder / "own"
        self.write("own/actors/organizations.tsv", "id\trelation\ttext\tfrom\tto\nown.germany\tname\tGermany\t\t\n"
                   "own.germany\tcode\tNGOGER\t\t\n")
        row = self.row("Germany", "--with", own)
        self.assertEqual((row["entity"], row["code"]), ("organization:own.germany", "NGOGER"))
        self.assertEqual(self.row("Germany")["entity"], "state:DEU")

    def test_own_rules_are_read_and_proven(self):
        report = self.write("r.txt", REPORT)
        rule = self.write("own/acts/own.rules", RULE)
        for words in (["--with", self.folder / "own"], ["--rules", rule]):
            done = self.run_readout("read", "--format", "jsonl", *words, report)
            self.assertEqual(done.returncode, 0, done.err)
            self.assertIn("own.decorate", [act.get("rule") for act in self.rows(done.stdout, "act")])
        self.assertEqual(self.run_readout("lint", "--with", self.folder / "own").returncode, 0)
        self.write("own/acts/own.rules", RULE.replace("FRA > DEU", "DEU > FRA"))
        done = self.run_readout("lint", "--with", self.folder / "own")
        self.assertEqual(done.returncode, 1)
        self.assertIn("own.rules:6: the rule own.decorate gives “FRA > DEU”", done.err)

    def test_an_own_rule_takes_the_place_of_ours(self):
        rule = self.write("w.rules", RULE.replace("own.decorate", "disapprove.verb").replace("decorate", "criticize", 1)
                          .replace("050", "060").replace("decorated Germany", "criticized Germany"))
        done = self.run_readout("read", "--format", "jsonl", self.write("r.txt", REPORT))
        names = {act["rule"]: act["cameo"] for act in self.rows(done.stdout, "act") if act["kind"] == "event"}
        name = next(name for name, code in names.items() if code.startswith("111"))
        rule = self.write("w.rules", RULE.replace("own.decorate", name).replace("verb    decorate", "verb criticize")
                          .replace("050", "060").replace("decorated Germany", "criticized Germany"))
        done = self.run_readout("read", "--format", "jsonl", "--rules", rule, self.write("r.txt", REPORT))
        codes = {act["rule"]: act["cameo"] for act in self.rows(done.stdout, "act") if act["kind"] == "event"}
        self.assertEqual(codes.get(name), "060")

    def test_faults_are_told_with_file_and_line(self):
        report = self.write("r.txt", REPORT)
        self.write("own/actors/persons.tsv", "id\trelation\ttext\tfrom\tto\nown.x\tshoe\t43\t\t\n")
        self.write("bad/acts/x.rules", "own.x\n  verb decorate\n  code 999\n")
        for folder, told in (("own", "persons.tsv:2: \"shoe\" is no relation"), ("bad", "x.rules:1: the rule own.x"),
                             ("none", "holds neither actors/ nor acts/")):
            done = self.run_readout("read", "--with", self.folder / folder, report)
            self.assertEqual(done.returncode, 1, folder)
            self.assertIn(told, done.err)
        done = self.run_readout("read", "--rules", self.folder / "none.rules", report)
        self.assertEqual(done.returncode, 1)
        self.assertIn("none.rules: cannot be opened", done.err)

    def unknown(self, *words):
        done = self.run_readout("actors", "unknown", "--format", "jsonl", *words)
        self.assertEqual(done.returncode, 0, done.err)
        return {row["name"]: row for row in self.rows(done.stdout)}

    def test_unknown_actors_of_reports_and_stores_are_the_same(self):
        report = self.write("r.txt", REPORT)
        store = self.folder / "r.db"
        self.assertEqual(self.run_readout("read", "--into", store, report).returncode, 0)
        from_report = self.unknown(report)
        self.assertEqual(self.unknown(store), from_report)
        row = from_report["Anna Quillfeather"]
        self.assertEqual((row["kind"], row["reports"]), ("person", 1))
        self.assertIn("met Wanda Quibblewick in Paris.", row["sentence"])
        self.assertEqual(self.unknown(report, store)["Anna Quillfeather"]["reports"], 2)
        self.assertEqual(sqlite3.connect(store).execute("SELECT count(*) FROM document").fetchone(), (1,))

    def test_unknown_actors_make_a_table_that_is_read(self):
        report = self.write("r.txt", REPORT)
        done = self.run_readout("actors", "unknown", "--table", report)
        text = done.stdout.decode()
        self.assertIn("own.wanda_quibblewick\tname\tWanda Quibblewick\t\t\n", text)
        persons = text.split("# --- persons.tsv\n")[1].split("# --- ")[0]
        self.write("own/actors/persons.tsv", persons)
        self.assertEqual(self.run_readout("lint", "--with", self.folder / "own").returncode, 0)
        self.assertNotIn("Wanda Quibblewick", self.unknown(report, "--with", self.folder / "own"))
