"""What is kept stays whole: stores, threads, Ctrl-C, full disks."""

import csv
import hashlib
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import time

from program import SLOWER, WIKINEWS, Case, clean_environment, start


class Keeping(Case):
    def store_of(self, count):
        store = self.folder / "r.db"
        done = self.run_readout("read", "--into", store, self.write_reports("a.jsonl", count))
        self.assertEqual(done.returncode, 0, done.err)
        return store, done

    def shown(self, store):
        done = self.run_readout("show", "--format", "jsonl", store)
        self.assertEqual(done.returncode, 0, done.err)
        return done.stdout

    def by_report(self, output):
        """The rows of each report, without the ids that count reports."""
        reports = {}
        for row in self.rows(output):
            if row["record"] == "document":
                rows = reports.setdefault(row["name"], [])
                del row["id"]
            row.pop("doc", None)
            rows.append(row)
        return reports

    def assert_whole(self, store):
        """The file is sound, and every report in it has all the rows that it has when read alone."""
        with sqlite3.connect(store) as db:
            self.assertEqual(db.execute("pragma integrity_check").fetchall(), [("ok",)])
            self.assertEqual(db.execute("pragma foreign_key_check").fetchall(), [])
        db.close()
        kept = self.by_report(self.shown(store))
        # Read again what was kept, and no more: the first so many lines.
        file = self.folder / "a.jsonl"
        lines = file.read_bytes().splitlines(keepends=True)
        file.write_bytes(b"".join(lines[:len(kept)]))
        whole = self.by_report(self.run_readout("read", "--quiet", "--format", "jsonl", file).stdout)
        self.assertEqual(list(kept), list(whole))
        for name, rows in kept.items():
            self.assertEqual(rows, whole[name], name)
        return len(kept)

    def test_only_a_summary_is_printed(self):
        _, done = self.store_of(3)
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertIn(b"3 reports", done.stdout)

    def test_show_prints_what_read_printed(self):
        store, _ = self.store_of(5)
        for form in ("jsonl", "text"):
            read = self.run_readout("read", "--quiet", "--format", form, self.folder / "a.jsonl").stdout
            show = self.run_readout("show", "--format", form, store).stdout
            self.assertEqual(show, read, form)

    def test_storing_twice_changes_nothing(self):
        store, _ = self.store_of(5)
        before = self.shown(store)
        self.store_of(5)
        self.assertEqual(self.shown(store), before)

    def test_printing_and_storing_at_once(self):
        file = self.write_reports("a.jsonl", 3)
        store = self.folder / "r.db"
        done = self.run_readout("read", "--format", "jsonl", "--into", store, file)
        self.assertEqual(done.returncode, 0, done.err)
        self.assertEqual(done.stdout, self.shown(store))

    def test_foreign_files_are_left_alone(self):
        for name, content in (("text.db", b"Just words, no store.\n" * 100), ("tiny.db", b"x")):
            file = self.write(name, content)
            for words in (["show", file], ["read", "--into", file, self.write_reports("a.jsonl", 1)]):
                done = self.run_readout(*words)
                self.assertEqual(done.returncode, 1, words)
                self.assertIn(name, done.err)
            with open(file, "rb") as f:
                self.assertEqual(f.read(), content)

    def test_somebody_elses_database_is_left_alone(self):
        file = self.folder / "other.db"
        db = sqlite3.connect(file)
        db.execute("create table document (x)")
        db.commit()
        db.close()
        before = file.read_bytes()
        done = self.run_readout("read", "--into", file, self.write_reports("a.jsonl", 1))
        self.assertEqual(done.returncode, 1, done.err)
        self.assertEqual(file.read_bytes(), before)

    def test_missing_store(self):
        done = self.run_readout("show", self.folder / "nowhere.db")
        self.assertEqual(done.returncode, 1)
        self.assertIn("nowhere.db", done.err)
        self.assertFalse((self.folder / "nowhere.db").exists())

    def test_threads_change_nothing(self):
        file = str(WIKINEWS) if WIKINEWS.exists() and SLOWER == 1 else self.write_reports("a.jsonl", 300)
        outputs = [self.run_readout("read", "--quiet", "--threads", n, file).stdout for n in (1, 2, 7)]
        self.assertTrue(outputs[0])
        self.assertEqual(outputs[0], outputs[1])
        self.assertEqual(outputs[0], outputs[2])

    def interrupted(self, number, code):
        self.write_reports("a.jsonl", 20_000)
        store = self.folder / "r.db"
        process = start("read", "--threads", "2", "--into", store, self.folder / "a.jsonl")
        deadline = time.monotonic() + 60 * SLOWER
        while time.monotonic() < deadline and not (store.exists() and store.stat().st_size > 0):
            time.sleep(0.01)
        time.sleep(0.3 * SLOWER)
        process.send_signal(number)
        out, err = process.communicate(timeout=60 * SLOWER)
        self.assertEqual(process.returncode, code, err)
        self.assertIn(b"stopped before the end", out)
        kept = self.assert_whole(store)
        self.assertGreater(kept, 0)
        self.assertLess(kept, 20_000)
        self.assertIn(f"{kept} report".encode(), out)

    def test_ctrl_c_keeps_what_was_read(self):
        self.interrupted(signal.SIGINT, 130)

    def test_termination_keeps_what_was_read(self):
        self.interrupted(signal.SIGTERM, 143)

    def test_ctrl_c_ends_json_lines_with_a_whole_report(self):
        file = self.write_reports("a.jsonl", 20_000)
        with open(self.folder / "out", "wb") as out:
            process = start("read", "--threads", "2", file, stdout=out)
        deadline = time.monotonic() + 60 * SLOWER
        while time.monotonic() < deadline and (self.folder / "out").stat().st_size == 0:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60 * SLOWER)
        self.assertEqual(process.returncode, 130, err)
        told = self.by_report((self.folder / "out").read_bytes())
        self.assertLess(len(told), 20_000)
        last = self.write("last.jsonl", (self.folder / "a.jsonl").read_bytes().splitlines(keepends=True)[len(told) - 1])
        whole = self.by_report(self.run_readout("read", "--quiet", last).stdout)
        self.assertEqual(len(whole), 1)
        for row in (rows := told[f"r{len(told) - 1}"]) + (expected := whole[f"r{len(told) - 1}"]):
            if row["record"] == "document":
                row["path"] = row["line"] = None  # where it stood is all that differs
        self.assertEqual(rows, expected)

    def test_sudden_death_leaves_whole_reports(self):
        self.write_reports("a.jsonl", 20_000)
        store = self.folder / "r.db"
        process = start("read", "--into", store, self.folder / "a.jsonl")
        time.sleep(2.5 if SLOWER == 1 else 8)
        process.kill()
        process.communicate(timeout=60)
        if process.returncode == 0:
            self.skipTest("the machine was too fast")
        self.assert_whole(store)

    def test_ctrl_c_while_waiting_for_input_twice_ends_it(self):
        process = start("read", "-", stdin=subprocess.PIPE)
        time.sleep(1.0 * SLOWER)
        process.send_signal(signal.SIGINT)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20 * SLOWER)
        self.assertEqual(process.returncode, 130)

    def full_disk(self, place, **options):
        store = place / "r.db"
        done = self.run_readout("read", "--into", store, self.folder / "a.jsonl", **options)
        self.assertEqual(done.returncode, 1, done.err)
        self.assertIn("r.db", done.err)
        if store.exists() and store.stat().st_size > 0:
            self.assert_whole(store)

    def test_full_disk_while_storing(self):
        self.write_reports("a.jsonl", 3000)
        place = self.folder / "small"
        place.mkdir()
        mounted = os.geteuid() == 0 and shutil.which("mount") and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False).returncode == 0
        if not mounted:
            self.skipTest("needs root to make a small disk; a limit on file size is tried by the next test")
        try:
            self.full_disk(place)
        finally:
            subprocess.run(["umount", str(place)], check=False)

    def test_file_size_limit_while_storing(self):
        self.write_reports("a.jsonl", 3000)

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

        self.full_disk(self.folder, preexec_fn=limit)


class Acceptance(Case):
    def test_sample_has_one_call_between_biden_and_xi(self):
        sample = WIKINEWS.parents[2] / "sample/article.txt"
        if not sample.exists():
            self.skipTest("the sample is not here")
        rows = self.rows(self.run_readout("read", "--format", "jsonl", sample).stdout)
        who = {row["id"]: row for row in rows if row["record"] == "actor"}
        calls = [row for row in rows if row["record"] == "act" and row.get("cameo") == "041"]
        pairs = [sorted(who[a]["name"] for a in call["roles"]["actor"]) for call in calls]
        self.assertEqual(pairs.count(["Joe Biden", "Xi Jinping"]), 1, pairs)
        call = calls[pairs.index(["Joe Biden", "Xi Jinping"])]
        self.assertEqual(call["plover"]["type"], "CONSULT")
        self.assertEqual(call["plover"]["mode"], "phone")
        self.assertEqual(sorted(who[a]["code"] for a in call["roles"]["actor"]), ["CHNGOV", "USAGOV"])
        self.assertEqual([who[a]["native_name"] for a in call["roles"]["actor"] if who[a]["code"] == "CHNGOV"], ["習近平"])

    def test_all_wikinews_reports_are_read(self):
        if not WIKINEWS.exists():
            self.skipTest("the Wikinews reports are not here")
        with open(self.folder / "out", "wb") as out:
            process = start("read", "--format", "jsonl", WIKINEWS, stdout=out, env=clean_environment())
        process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        self.assertEqual(process.returncode, 0)
        output = (self.folder / "out").read_bytes()
        documents = self.rows(output, "document")
        with open(WIKINEWS, encoding="utf-8", newline="") as file:
            texts = [row["text"].encode() for row in csv.DictReader(file)]
        self.assertEqual([d["sha256"] for d in documents], [hashlib.sha256(text).hexdigest() for text in texts])
        self.assertEqual(len(texts), 171)
        self.assertGreater(self.assert_spans_inside(output, {d["id"]: text for d, text in zip(documents, texts)}), 1000)
        if SLOWER == 1:
            self.assertLess(usage.ru_maxrss * 1024, 150e6)
