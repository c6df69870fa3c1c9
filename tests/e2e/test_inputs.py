"""Inputs as the world has them: broken, huge, foreign, missing. What can be read is, what cannot is named."""

import json
import os
import shutil
import subprocess
import time
import unittest

from program import PROGRAM, SANITIZED, SLOWER, Case, clean_environment, report, spans


class BadInputs(Case):
    def assert_skipped(self, done, *reasons):
        self.assertEqual(done.returncode, 3, done.err)
        for reason in reasons:
            self.assertIn(reason, done.err)

    def test_empty_file(self):
        self.assert_skipped(self.run_readout("read", self.write("empty.txt", "")), "empty.txt")

    def test_file_of_blanks_does_not_crash(self):
        done = self.run_readout("read", self.write("blank.txt", " \n\t\n \n"))
        self.assertIn(done.returncode, (0, 3))

    def test_missing_file(self):
        self.assert_skipped(self.run_readout("read", self.folder / "nowhere.txt"), "nowhere.txt", "No such file")

    def test_nul_bytes(self):
        text = b"Ministers met.\x00\x00 They talked\x00, Angela Merkel said.\n"
        done = self.run_readout("read", self.write("nul.txt", text))
        self.assertEqual(done.returncode, 0, done.err)
        self.assert_spans_inside(done.stdout, {"d1": text})

    def test_invalid_utf8(self):
        text = b"Caf\xe9 talks: Ministers \xff\xfe met, \xe2\x80 said Angela Merkel \xf0\x9f\x92.\n"
        done = self.run_readout("read", self.write("latin.txt", text))
        self.assertEqual(done.returncode, 0, done.err)
        self.assert_spans_inside(done.stdout, {"d1": text})
        self.assertIn("warning: latin", done.err)

    def test_random_bytes(self):
        noise = bytes((i * 2654435761 >> 13) & 0xFF for i in range(100_000))
        self.assertIn(self.run_readout("read", self.write("noise.txt", noise)).returncode, (0, 3))

    def test_lone_surrogates_in_json(self):
        good = json.dumps(report(1))
        bad = r'{"id":"lone","date":"2021-09-11","title":"T","text":"A \ud800 lone one, Angela Merkel said. \udc00 Two."}'
        done = self.run_readout("read", self.write("s.jsonl", f"{good}\n{bad}\n{good.replace('r1', 'r2')}\n"))
        # Either read with U+FFFD in its place or skipped with its line; the others are read.
        self.assertIn(done.returncode, (0, 3))
        self.assertEqual([n for n in self.names(done.stdout) if n != "lone"], ["r1", "r2"])
        if done.returncode == 3:
            self.assertIn("s.jsonl:2", done.err)

    def test_cut_json_line(self):
        lines = [json.dumps(report(i)) for i in range(3)]
        file = self.write("cut.jsonl", lines[0] + "\n" + lines[1][:80] + "\n" + lines[2] + "\n")
        done = self.run_readout("read", file)
        self.assert_skipped(done, "cut.jsonl:2")
        self.assertEqual(self.names(done.stdout), ["r0", "r2"])

    def test_last_json_line_cut(self):
        file = self.write("cut.jsonl", json.dumps(report(0)) + "\n" + json.dumps(report(1))[:-20])
        done = self.run_readout("read", file)
        self.assert_skipped(done, "cut.jsonl:2")
        self.assertEqual(self.names(done.stdout), ["r0"])

    def test_fifty_megabytes_of_one_line(self):
        for name, unit in (("words.txt", b"ministers "), ("letters.txt", b"a"), ("marks.txt", b"\xe2\x80\x9c")):
            file = self.write(name, unit * (50_000_000 // len(unit)))
            done, seconds, memory = self.measured("read", file)
            self.assertIn(done.returncode, (0, 3), done.stderr)
            self.assertLess(seconds, 60 * SLOWER, name)
            if not SANITIZED:
                self.assertLess(memory, 600e6, name)
            os.unlink(file)

    def test_fifty_megabytes_in_one_json_line(self):
        file = self.write("long.jsonl", json.dumps(dict(report(0), text="ministers met " * 3_600_000)) + "\n" +
                          json.dumps(report(1)) + "\n")
        done, seconds, memory = self.measured("read", "--quiet", file)
        self.assertIn(done.returncode, (0, 3), done.stderr)
        self.assertIn("r1", self.names(done.stdout))
        self.assertLess(seconds, 60 * SLOWER)
        if not SANITIZED:
            self.assertLess(memory, 900e6)

    def test_sentence_of_a_megabyte(self):
        for name, unit in (("said.txt", "said that the minister said that "), ("and.txt", "Angela Merkel and "),
                           ("quotes.txt", "“he said ‘"), ("parens.txt", "((((")):
            file = self.write(name, "The minister " + unit * (1_000_000 // len(unit)) + "end.\n")
            done, seconds, _ = self.measured("read", file)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertLess(seconds, 30 * SLOWER, name)

    def measured(self, *words):
        """Runs the program; returns it with its seconds and its peak memory in bytes."""
        out = self.folder / "out"
        begin = time.monotonic()
        with open(out, "wb") as stdout:
            process = subprocess.Popen([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
                                       env=clean_environment())
            err = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - begin
        self.assertGreaterEqual(process.returncode, 0, err)
        process.stderr.close()
        done = subprocess.CompletedProcess(words, process.returncode, out.read_bytes(), err)
        return done, seconds, usage.ru_maxrss * 1024

    def test_unreadable_folder(self):
        closed = self.folder / "closed"
        closed.mkdir()
        self.write("closed/a.txt", report(1)["text"])
        good = self.write("good.txt", report(2)["text"])
        os.chmod(self.folder, 0o755)
        os.chmod(good, 0o644)
        closed.chmod(0)
        self.addCleanup(closed.chmod, 0o755)
        words = [PROGRAM, "read", str(closed), good]
        if os.geteuid() == 0:  # for whom nothing is closed
            if not shutil.which("setpriv"):
                self.skipTest("needs setpriv to be somebody else than root")
            words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]
            if subprocess.run([*words[:4], PROGRAM, "--version"], capture_output=True, check=False).returncode != 0:
                self.skipTest("the program lies where only root may go")
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, env=clean_environment(), timeout=60,
                              check=False)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(b"closed", done.stderr)
        self.assertIn(b"ermission denied", done.stderr)
        self.assertEqual(self.names(done.stdout), ["good"])

    def test_good_and_bad_together(self):
        files = [self.write("a.txt", report(1)["text"]), self.folder / "nowhere.txt", self.write("empty.txt", ""),
                 self.write("bad.jsonl", "{\n"), self.write("z.txt", report(2)["text"])]
        done = self.run_readout("read", *files)
        self.assert_skipped(done, "nowhere.txt", "empty.txt", "bad.jsonl")
        self.assertEqual(self.names(done.stdout), ["a", "z"])
        self.assertEqual([row["id"] for row in self.rows(done.stdout, "document")], ["d1", "d2"])


class Forms(Case):
    def test_head_line_of_plain_text(self):
        file = self.write("a.txt", " date 2021-09-11 Ministers meet\n\nThey met on Friday.\n")
        [document] = self.rows(self.run_readout("read", file).stdout, "document")
        self.assertEqual((document["date"], document["title"], document["name"]), ("2021-09-11", "Ministers meet", "a"))

    def test_no_date_is_a_warning(self):
        done = self.run_readout("read", self.write("a.txt", "Ministers met on Friday.\n"))
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.err, "warning: a: .*date")
        self.assertEqual(self.run_readout("read", "--quiet", self.write("a.txt", "Ministers met.\n")).err, "")

    def test_utf16_is_converted_and_says_so(self):
        text = " date 2021-09-11 Talks\n\nXi Jinping (習近平) met Angela Merkel in Geneva on Friday.\n"
        for encoding, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
            done = self.run_readout("read", self.write("u.txt", mark + text.encode(encoding)))
            self.assertEqual(done.returncode, 0, done.err)
            [document] = self.rows(done.stdout, "document")
            self.assertIn("UTF-16", json.dumps(document))
            self.assertEqual((document["date"], document["title"]), ("2021-09-11", "Talks"))
            for row in self.rows(done.stdout):
                for begin, end in spans(row):
                    self.assertTrue(text.encode()[begin:end].decode("utf-8"))

    def test_byte_order_mark_and_crlf(self):
        text = b"\xef\xbb\xbf date 2021-09-11 Talks\r\n\r\nAngela Merkel met Emmanuel Macron on Friday.\r\n"
        [document] = self.rows(self.run_readout("read", self.write("a.txt", text)).stdout, "document")
        self.assertEqual((document["date"], document["title"], document["bytes"]), ("2021-09-11", "Talks", len(text)))

    def test_csv(self):
        rows = 'date,title,text\n2021-09-11,"Talks, again","Ministers met.\n""Good,"" they said."\n2021-09-12,T,Talk.\n'
        done = self.run_readout("read", self.write("a.csv", rows))
        self.assertEqual(done.returncode, 0, done.err)
        documents = self.rows(done.stdout, "document")
        self.assertEqual([(d["date"], d["title"]) for d in documents], [("2021-09-11", "Talks, again"), ("2021-09-12", "T")])

    def test_folder_in_order_of_names(self):
        for name in ("n/b.txt", "n/a.txt", "n/sub/c.txt", "n/.hidden.txt", "n/picture.png"):
            self.write(name, report(1)["text"])
        self.write_reports("n/d.jsonl", 2)
        done = self.run_readout("read", self.folder / "n")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertEqual(sorted(self.names(done.stdout)), ["a", "b", "c", "r0", "r1"])
        self.assertEqual(self.names(done.stdout)[:2], ["a", "b"])

    def test_parse_gives_conllu(self):
        done = self.run_readout("parse", self.write("a.txt", report(1)["text"]))
        self.assertEqual(done.returncode, 0, done.err)
        tokens = [line for line in done.stdout.decode().splitlines() if line and not line.startswith("#")]
        self.assertGreater(len(tokens), 50)
        for line in tokens:
            self.assertEqual(len(line.split("\t")), 10, line)


if __name__ == "__main__":
    unittest.main()
