"""The program as a person calls it: usage, old Pythons, errors without tracebacks."""

import ast
import os
import subprocess
import sys
import unittest
from unittest import mock

from fixtures import ENVIRONMENT, FolderTest, silence

import start
from steps.checkout import Checkout
from steps.console import SetupError

SCRIPT = ENVIRONMENT / "start.py"


def call(*arguments, **environment):
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True,
        env=dict(os.environ, **environment),
    )


class StartTest(FolderTest):
    def test_help_shows_examples(self):
        done = call("--help")
        self.assertEqual(done.returncode, 0)
        self.assertIn("--run notebooks/*.ipynb --output executed", done.stdout)

    def test_wrong_options_are_refused(self):
        for arguments in (["--port", "x"], ["--run", "a.ipynb"], ["--output", "x"], ["--what"]):
            with self.subTest(arguments), silence(), self.assertRaises(SystemExit) as raised:
                start.parse_arguments(arguments)
            self.assertEqual(raised.exception.code, 2)

    def test_no_java_ends_with_a_short_text(self):
        empty = self.folder / "empty"
        empty.mkdir()
        done = call("--prepare", PATH=str(empty), JAVA_HOME="")
        self.assertEqual(done.returncode, 1)
        self.assertIn("error: no suitable Java", done.stderr)
        self.assertNotIn("Traceback", done.stderr)

    def test_missing_notebook_is_refused_before_anything_starts(self):
        done = call("--run", "none.ipynb", "--output", str(self.folder), PATH="", JAVA_HOME="")
        self.assertEqual(done.returncode, 1)
        self.assertIn("there is no notebook", done.stderr)

    def test_problems_become_exit_codes(self):
        problems = [
            (SetupError("said so"), 1, "said so"),
            (PermissionError(13, "Permission denied", "file"), 1, "Permission denied: file"),
            (KeyboardInterrupt(), 130, "stopped"),
        ]
        for problem, code, text in problems:
            with self.subTest(code), mock.patch.object(start, "run", side_effect=problem):
                with mock.patch.object(start, "exit_on_termination"), silence() as output:
                    self.assertEqual(start.main(["--prepare"]), code)
                    self.assertIn(text, output.getvalue())

    def test_start_can_be_parsed_by_python_3_6(self):
        ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))

    def test_separator_in_the_folder_name_is_refused(self):
        with self.assertRaises(SetupError):
            Checkout(self.folder / f"a{os.pathsep}b").check_location()


if __name__ == "__main__":
    unittest.main()
