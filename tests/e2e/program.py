"""Runs the built program as a user would, and makes the inputs that the tests give it."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("READOUT", str(ROOT / "build/release/apps/cli/readout"))
SANITIZED = bool(os.environ.get("READOUT_SANITIZE"))  # memory and time are then not the program's own
SLOWER = 10 if SANITIZED else 1
WIKINEWS = ROOT.parent / "shared/data/news/wikinews_2019.csv"

SENTENCES = (
    "The foreign minister of France met the prime minister of Japan in Geneva on Monday.",
    "“We agreed to talk again,” she told reporters.",
    "Germany criticized Russia over the expulsion of two diplomats, a senior official said on condition of anonymity.",
)


def report(number, sentences=6):
    """A made-up report, as the object of a JSON line; different for each number."""
    words = [SENTENCES[(number + i) % len(SENTENCES)] for i in range(sentences)]
    return {"id": f"r{number}", "date": "2021-09-11", "title": f"Ministers meet, part {number}",
            "text": f"GENEVA, Sept. 10 — Report {number}. " + " ".join(words) + "\n\n" + " ".join(reversed(words)) + "\n"}


def clean_environment(**changes):
    env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "TERM")}
    env.update({"LC_ALL": "C.UTF-8", "TERM": "xterm"}, **changes)
    return env


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="readout-e2e-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return str(path)

    def write_reports(self, name, count, sentences=6):
        return self.write(name, "".join(json.dumps(report(i, sentences)) + "\n" for i in range(count)))

    def run_readout(self, *words, stdin=b"", env=None, timeout=120, **options):
        """Runs to the end; returns the finished process with .out and .err as bytes and text."""
        # None: standard input is not given, and is empty.
        done = subprocess.run([PROGRAM, *map(str, words)], input=stdin, stdout=options.pop("stdout", subprocess.PIPE),
                              stderr=subprocess.PIPE, env=env or clean_environment(), timeout=timeout * SLOWER,
                              check=False, **options)
        done.err = done.stderr.decode("utf-8", "replace")
        self.assertGreaterEqual(done.returncode, 0, f"ended by signal {-done.returncode}: {done.err}")
        self.assertNotIn("Sanitizer", done.err)
        self.assertNotIn("runtime error", done.err)
        return done

    def rows(self, output, kind=None):
        """The rows of JSON Lines output; every line must be one object in valid UTF-8."""
        rows = [json.loads(line) for line in output.decode("utf-8").splitlines()]
        return [row for row in rows if kind is None or row["record"] == kind]

    def assert_spans_inside(self, output, texts):
        """Every [begin, end) of every row lies inside its document, on code-point boundaries; returns how many."""
        count = 0
        for row in self.rows(output):
            text = texts[row["id"] if row["record"] == "document" else row["doc"]]
            for begin, end in spans(row):
                count += 1
                self.assertLessEqual(0, begin)
                self.assertLess(begin, end, row)
                self.assertLessEqual(end, len(text), row)
                for at in (begin, end):
                    # Where the text is not UTF-8 there are no code points to cut.
                    self.assertFalse(at < len(text) and text[at] & 0xC0 == 0x80 and valid(text), row)
        return count

    def names(self, output):
        return [row["name"] for row in self.rows(output, "document")]

    def shell(self, line, timeout=120, env=None):
        return subprocess.run(["bash", "-c", line], env=env or clean_environment(READOUT=PROGRAM), stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=timeout * SLOWER, check=False)


def valid(text):
    try:
        text.decode("utf-8")
        return True
    except UnicodeDecodeError:
        return False


def spans(value):
    """All pairs of numbers in a row: every one of them is a span."""
    if isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from spans(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from spans(item)


def start(*words, **options):
    """Starts the program and leaves it running."""
    return subprocess.Popen([PROGRAM, *map(str, words)], stdin=options.pop("stdin", subprocess.DEVNULL),
                            stdout=options.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE,
                            env=options.pop("env", None) or clean_environment(),
                            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL), **options)
