"""notebooks.py as a person calls it, with an execution that only pretends."""

import contextlib
import os
import unittest
from pathlib import Path
from unittest import mock

from outputs_fixtures import code, error, figure, notebook, result
from fixtures import FolderTest, silence

import notebooks
from outputs import browser, execution, notebook_file, origin, updating
from outputs.notebook_file import SVG
from steps import notebook_run
from steps.console import SetupError


class ArgumentsTest(FolderTest):
    def parse(self, *arguments):
        return notebooks.parse_arguments(arguments, self.checkout.root / "notebooks")

    def test_wrong_options_are_refused(self):
        self.write("notebooks/a.ipynb", "{}")
        for arguments in ([], ["--update", "--check"], ["--update", "--no-run"], ["a.ipynb"]):
            with self.subTest(arguments), silence(), self.assertRaises(SystemExit) as raised:
                self.parse(*arguments)
            self.assertEqual(raised.exception.code, 2)

    def test_default_is_all_notebooks_in_order(self):
        files = [self.write(f"notebooks/{name}.ipynb", "{}") for name in ("b", "a")]
        self.assertEqual(self.parse("--check").notebooks, files[::-1])
        self.assertEqual(self.parse("--check", "x.ipynb").notebooks, ["x.ipynb"])

    def test_folder_without_notebooks_is_refused(self):
        with silence() as output:
            with self.assertRaises(SystemExit):
                self.parse("--check")
            self.assertIn("no notebooks", output.getvalue())

    def test_check_arguments_names_what_is_missing_or_double(self):
        files = [self.write(f"{folder}/a.ipynb", "{}") for folder in ("one", "two")]
        self.assertEqual(execution.check_arguments(files[:1]), files[:1])
        for names, expected in (([files[0], "none.ipynb"], "no notebook"), (files, "same name")):
            with self.assertRaises(SetupError) as raised:
                execution.check_arguments(names)
            self.assertIn(expected, str(raised.exception))

    def test_environment_computes_the_same_way_everywhere(self):
        switched = {"PATHPROX_FULL": "1", "PATHPROX_RENDERER": "html",
                    "PATHPROX_CACHE": "somewhere"}
        with mock.patch.dict(os.environ, switched):
            environment = execution.environment()
        self.assertNotIn("PATHPROX_FULL", environment)
        self.assertNotIn("PATHPROX_RENDERER", environment)
        self.assertFalse(Path(environment["PATHPROX_CACHE"]).exists())


class RunTest(FolderTest):
    """A notebook of one cell; `shows` is what its next execution puts out."""

    def setUp(self):
        super().setUp()
        self.file = self.write("notebooks/a.ipynb", "")
        self.commit(figure())
        self.shows = [figure(svg=None)]

    def commit(self, *outputs):
        made = notebook(code("a", *outputs))
        origin.stamp(made, self.checkout)
        notebook_file.write(made, self.file)

    def execute(self, checkout, files, output, environment):
        for file in files:
            made = notebook_file.read(file)
            made["cells"][0]["outputs"] = self.shows
            notebook_file.write(made, execution.Path(output) / file.name)
        return 0

    def draw(self, checkout, program, copies):
        for copy in copies:
            made = notebook_file.read(copy)
            for _, _, output in notebook_file.all_outputs(made):
                output.get("data", {})[SVG] = ["<svg/>"]
            notebook_file.write(made, copy)
            copy.with_suffix(".png").write_bytes(b"picture")

    def run_program(self, *arguments):
        """Runs it; returns the exit code and what was printed."""
        patches = (
            mock.patch.object(notebooks, "Checkout", lambda root: self.checkout),
            mock.patch.object(notebooks, "set_up", lambda checkout: None),
            mock.patch.object(notebooks, "exit_on_termination"),
            mock.patch.object(notebook_run, "run", self.execute),
            mock.patch.object(updating, "draw", self.draw),
            mock.patch.object(browser, "find", lambda: "chromium"),
        )
        with contextlib.ExitStack() as stack, silence() as output:
            for patch in patches:
                stack.enter_context(patch)
            return notebooks.main(list(arguments)), output.getvalue()

    def test_update_makes_what_check_finds_good(self):
        self.write("src/main/java/pathprox/A.java", "changed")
        self.assertEqual(self.run_program("--check")[0], 1)
        self.assertEqual(self.run_program("--update")[0], 0)
        self.assertEqual(self.run_program("--check"), (0, "a.ipynb: good, 1 figures\n"))

    def test_update_keeps_the_thumbnail(self):
        self.run_program("--update")
        kept = self.checkout.root / "docs/images/notebooks/a.png"
        self.assertEqual(kept.read_bytes(), b"picture")

    def test_update_twice_writes_the_same_bytes(self):
        self.run_program("--update")
        first = self.file.read_bytes()
        self.run_program("--update")
        self.assertEqual(self.file.read_bytes(), first)

    def test_update_faulty_outputs_are_not_written(self):
        before = self.file.read_bytes()
        self.shows = [error()]
        status, printed = self.run_program("--update")
        self.assertEqual(status, 1)
        self.assertIn("NOT written\n  cell 1 failed: E: value", printed)
        self.assertEqual(self.file.read_bytes(), before)

    def test_check_finds_what_a_new_run_shows_differently(self):
        self.shows = [figure(title="Another", svg=None)]
        status, printed = self.run_program("--check")
        self.assertEqual(status, 1)
        self.assertRegex(printed, "a.ipynb: cell 1 shows something else .*Another")

    def test_check_passes_over_what_differs_from_run_to_run(self):
        self.commit(result("pathprox.A@…"))
        self.shows = [result("pathprox.A@1b2c3d")]
        self.assertEqual(self.run_program("--check"), (0, "a.ipynb: good, 0 figures\n"))

    def test_check_finds_errors_of_a_new_run(self):
        self.shows = [error()]
        status, printed = self.run_program("--check")
        self.assertEqual(status, 1)
        self.assertEqual(printed, "a.ipynb: executed anew, cell 1 failed: E: value\n")

    def test_check_without_a_run_executes_nothing(self):
        self.shows = [error()]
        self.assertEqual(self.run_program("--check", "--no-run")[0], 0)

    def test_check_looks_at_all_notebooks(self):
        self.commit(figure(svg=None))
        other = self.write("notebooks/b.ipynb", "")
        notebook_file.write(notebook(code("b", result("x", html="x"))), other)
        status, printed = self.run_program("--check", "--no-run")
        self.assertEqual(status, 1)
        self.assertIn("a.ipynb: cell 1 has a figure without", printed)
        self.assertIn("b.ipynb: it does not say what", printed)


if __name__ == "__main__":
    unittest.main()
