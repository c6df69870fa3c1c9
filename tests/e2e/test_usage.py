"""How the program meets its users: help, version, wrong usage, colours, pipes, broken outputs."""

import os
import pty
import select
import subprocess
import time

from program import PROGRAM, Case, clean_environment, report, start


class Usage(Case):
    def test_nothing_at_all_shows_usage(self):
        done = self.run_readout()
        self.assertEqual(done.returncode, 2)
        self.assertIn("Usage: readout COMMAND", done.err)
        self.assertEqual(done.stdout, b"")

    def test_help_goes_to_standard_output(self):
        for words in (["--help"], ["help"], ["read", "--help"], ["help", "read"]):
            done = self.run_readout(*words)
            self.assertEqual((done.returncode, done.err), (0, ""), words)
            self.assertIn(b"Usage: readout", done.stdout)
            self.assertIn(b"Examples", done.stdout)

    def test_version(self):
        done = self.run_readout("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout.decode(), r"^readout \d+\.\d+\.\d+\n$")

    def test_mistyped_command_names_the_nearest(self):
        done = self.run_readout("raed", "x.txt")
        self.assertEqual(done.returncode, 2)
        self.assertIn("did you mean read?", done.err)

    def test_mistyped_flag_names_the_nearest(self):
        done = self.run_readout("read", "--fromat", "jsonl", "x.txt")
        self.assertEqual(done.returncode, 2)
        self.assertIn("did you mean --format?", done.err)

    def test_wrong_value_says_what_is_right(self):
        done = self.run_readout("read", "--format", "xml", "x.txt")
        self.assertEqual(done.returncode, 2)
        self.assertIn("jsonl or text", done.err)

    def test_input_missing_on_a_terminal_is_wrong_usage(self):
        master, slave = pty.openpty()
        done = subprocess.run([PROGRAM, "read"], stdin=slave, capture_output=True, env=clean_environment(), timeout=60,
                              check=False)
        os.close(slave)
        os.close(master)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"read needs INPUT", done.stderr)

    def test_missing_data_is_told_with_a_remedy(self):
        done = self.run_readout("read", "--data", self.folder, self.write("a.txt", "Words.\n"))
        self.assertEqual(done.returncode, 1)
        self.assertIn(str(self.folder), done.err)
        self.assertIn("READOUT_DATA", done.err)

    def test_manual_and_completions_are_printed(self):
        self.assertTrue(self.run_readout("man").stdout.startswith(b".TH READOUT 1"))
        for shell in ("bash", "zsh", "fish"):
            self.assertIn(b"--format", self.run_readout("completions", shell).stdout.replace(b"-l format", b"--format"))


class Streams(Case):
    def test_pipes_get_json_lines(self):
        done = self.run_readout("read", self.write_reports("a.jsonl", 2))
        self.assertEqual(done.returncode, 0, done.err)
        self.assertEqual(self.names(done.stdout), ["r0", "r1"])

    def test_pipes_have_no_escape_bytes(self):
        file = self.write("a.txt", "Ministers met.\x1b[31m They talked, Angela Merkel said.\n")
        for words in (["--format", "text"], ["--format", "jsonl"]):
            done = self.run_readout("read", *words, file)
            self.assertEqual(done.returncode, 0, done.err)
            self.assertNotIn(b"\x1b", done.stdout)
            self.assertNotIn("\x1b", done.err)

    def on_terminal(self, *words, **environment):
        """What the program writes to a terminal."""
        master, slave = pty.openpty()
        process = start(*words, stdout=slave, env=clean_environment(**environment))
        os.close(slave)
        seen = b""
        while select.select([master], [], [], 60)[0]:
            try:
                chunk = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            seen += chunk
        process.communicate(timeout=60)
        os.close(master)
        self.assertEqual(process.returncode, 0)
        return seen

    def test_terminal_gets_the_text_view_in_colour(self):
        file = self.write_reports("a.jsonl", 1)
        seen = self.on_terminal("read", file)
        self.assertIn(b"\x1b[", seen)
        self.assertNotIn(b'"record"', seen)

    def test_no_color_and_dumb_terminals_are_respected(self):
        file = self.write_reports("a.jsonl", 1)
        self.assertNotIn(b"\x1b", self.on_terminal("read", file, NO_COLOR="1"))
        self.assertNotIn(b"\x1b", self.on_terminal("read", file, TERM="dumb"))
        self.assertIn(b"\x1b[", self.on_terminal("read", "--color", "always", file, NO_COLOR="1"))

    def test_control_characters_never_reach_a_terminal(self):
        file = self.write("a.txt", "Ministers \x1b]0;owned\x07met, \x9b31m Angela Merkel said on \x00Monday.\n")
        seen = self.on_terminal("read", file, NO_COLOR="1")
        for byte in (b"\x1b", b"\x07", b"\x00"):
            self.assertNotIn(byte, seen)

    def test_forced_colour_in_a_pipe(self):
        file = self.write_reports("a.jsonl", 1)
        done = self.run_readout("read", "--format", "text", file, env=clean_environment(CLICOLOR_FORCE="1"))
        self.assertIn(b"\x1b[", done.stdout)

    def test_head_ends_it_quietly(self):
        file = self.write_reports("a.jsonl", 3000)
        done = self.shell(f'"$READOUT" read {file} | head -n 1; echo "${{PIPESTATUS[0]}}"')
        lines = done.stdout.decode().splitlines()
        self.assertEqual((len(lines), lines[-1], done.stderr), (2, "0", b""))

    def test_closed_pipe_does_not_stop_the_storing(self):
        file = self.write_reports("a.jsonl", 400)
        store = self.folder / "r.db"
        done = self.shell(f'"$READOUT" read --quiet --format jsonl --into {store} {file} | head -n 1 >/dev/null; '
                          'echo "${PIPESTATUS[0]}"')
        self.assertEqual(done.stdout, b"0\n", done.stderr)
        self.assertEqual(len(self.names(self.run_readout("show", store).stdout)), 400)

    def test_full_disk_on_standard_output_is_an_error(self):
        file = self.write_reports("a.jsonl", 3)
        for words in (["read", file], ["parse", file], ["--help"], ["man"]):
            with open("/dev/full", "wb") as full:
                done = self.run_readout(*words, stdout=full)
            self.assertEqual(done.returncode, 1, words)
            self.assertIn("standard output", done.err)

    def test_progress_only_on_a_terminal(self):
        begin = time.monotonic()
        done = self.run_readout("read", self.write_reports("a.jsonl", 3000))
        self.assertEqual(done.returncode, 0, done.err)
        self.assertEqual(done.err, "", f"after {time.monotonic() - begin:.1f} s")

    def test_standard_input(self):
        text = report(1)["text"].encode()
        for words in (["read", "-"], ["read"]):
            done = self.run_readout(*words, stdin=text)
            self.assertEqual(done.returncode, 0, done.err)
            [document] = self.rows(done.stdout, "document")
            self.assertEqual((document["path"], document["bytes"]), ("-", len(text)))
