"""start.py, its run of notebooks, notebooks.py, browser.py and binder/, as a person calls them."""

import ast
import contextlib
import json
import os
import socket
import subprocess
import sys
import unittest
from pathlib import Path
from unittest import mock

from fixtures import (
    ENVIRONMENT, WINDOWS, FolderTest, code, error, figure, notebook, prose, result, silence, stream,
)

import binder_check
import browser
import notebooks
import run_notebooks
import start
from outputs import notebook_file, origin
from outputs.notebook_file import SVG
from steps import commands, copies, lab, notebook_run
from steps.checkout import Checkout
from steps.console import SetupError

SCRIPT = ENVIRONMENT / "start.py"
BINDER = ENVIRONMENT.parent / "binder"


def call(*arguments, **environment):
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True,
        env=dict(os.environ, **environment),
    )


class StartTest(FolderTest):
    def test_help_shows_examples(self):
        self.assertIn("--run notebooks/*.ipynb --output executed", call("--help").stdout)

    def test_wrong_options_are_refused(self):
        for parse, arguments in [
            *((start.parse_arguments, each) for each in (
                ["--port", "x"], ["--port", "65536"], ["--run", "a.ipynb"], ["--output", "x"],
                ["--heap", "lots"], ["--what"])),
            *((browser.parse_arguments, each) for each in (["--repeat", "0"], ["--only", "none"])),
            *((notebooks.main, each) for each in (
                [], ["--update", "--check"], ["--update", "--no-run"], ["a.ipynb"])),
        ]:
            with self.subTest(arguments), silence(), self.assertRaises(SystemExit) as raised:
                parse(arguments)
            self.assertEqual(raised.exception.code, 2)

    def test_no_java_or_notebook_ends_with_a_short_text(self):
        for arguments, text in (
            (["--prepare"], "error: no suitable Java"),
            (["--run", "none.ipynb", "--output", str(self.folder)], "there is no notebook"),
        ):
            done = call(*arguments, PATH=str(self.folder), JAVA_HOME="")
            self.assertEqual(done.returncode, 1)
            self.assertIn(text, done.stderr)
            self.assertNotIn("Traceback", done.stderr)

    def test_problems_become_exit_codes(self):
        for problem, status, text in (
            (SetupError("said so"), 1, "said so"),
            (PermissionError(13, "Permission denied", "file"), 1, "Permission denied: file"),
            (KeyboardInterrupt(), 130, "stopped"),
        ):
            with mock.patch.object(commands, "exit_on_termination"), silence() as output:
                self.assertEqual(commands.guarded(mock.Mock(side_effect=problem)), status)
                self.assertIn(text, output.getvalue())

    def test_start_can_be_parsed_by_python_3_6(self):
        ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))

    def test_folders_that_no_class_path_can_hold_are_refused(self):
        for name in (f"a{os.pathsep}b", "a 😀 b"):
            checkout = Checkout(self.folder / name)
            self.assert_refused(["Move the project", name], checkout.check_location)


class LabTest(FolderTest):
    def test_choose_port_busy_is_refused_with_a_free_one(self):
        with socket.socket() as server:
            server.bind((lab.HOST, 0))
            server.listen()
            port = server.getsockname()[1]
            self.assert_refused([f"port {port} is taken", "--port "], lab.choose_port, port)
            self.assertNotEqual(lab.next_free_port(port), port)
        self.assertEqual(lab.choose_port(port), port)

    def test_command_serves_this_machine_only_and_opens_the_notebook_if_there(self):
        file = self.write("notebooks/00-start-here.ipynb", "{}")
        command = lab.lab_command(self.checkout, 9000, False, file)
        for part in ("--ServerApp.ip=127.0.0.1", "--ServerApp.port=9000", "--no-browser"):
            self.assertIn(part, command)
        self.assertNotIn("token", " ".join(map(str, command)))
        self.assertEqual(command[-1], file)
        self.assertEqual(lab.address(self.checkout, 9000, "t", file),
                         "http://127.0.0.1:9000/lab/tree/notebooks/00-start-here.ipynb?token=t")
        missing = lab.lab_command(self.checkout, 9000, True, file.with_name("none.ipynb"))
        self.assertFalse({"--no-browser", file.with_name("none.ipynb")} & set(missing))

    def test_copies_follow_the_originals_but_a_changed_one_is_never_overwritten(self):
        for name in ("a", "b"):
            self.write(f"notebooks/{name}.ipynb", "1")
        folder = copies.update(self.checkout)
        self.write("my-notebooks/a.ipynb", "mine")
        for name in ("a", "b"):
            self.write(f"notebooks/{name}.ipynb", "2")
        with silence() as output:
            copies.update(self.checkout)
            self.assertIn("your copy, which stays as it is", output.getvalue())
        texts = {file.name: file.read_text() for file in folder.glob("*.ipynb")}
        self.assertEqual(texts, {"a.ipynb": "mine", "a-new.ipynb": "2", "b.ipynb": "2"})
        self.write("notebooks/a.ipynb", "3")
        with silence():
            copies.update(self.checkout)
        self.assertEqual((folder / "a-new.ipynb").read_text(), "3")  # nobody has changed it
        self.assertEqual(len(list(folder.glob("a*"))), 2)

    def test_copies_a_file_in_the_place_of_their_folder_is_told(self):
        self.write("my-notebooks", "")
        self.assert_refused("my-notebooks is a file", copies.update, self.checkout)


class RunTest(FolderTest):
    def execute(self, sources, run_cell):
        """Returns the notebook and what was printed, the failure too."""
        made = notebook(*(code(source) for source in sources))
        for cell, source in zip(made["cells"], sources):
            cell["source"] = source
        made["cells"].insert(0, {**prose(""), "source": "# Title"})
        with silence() as output:
            try:
                run_notebooks.execute_cells(made, lambda index: run_cell(made["cells"][index]))
            except SetupError as failure:
                print(failure)
            return made, output.getvalue()

    def test_execute_cells_runs_code_in_order_with_progress(self):
        seen = []
        _, printed = self.execute(["int a;", " ", "\n\nint b;\nint c;"],
                                  lambda cell: seen.append(cell["source"].strip()[:6]))
        self.assertEqual(seen, ["int a;", "int b;"])
        self.assertRegex(printed, r"\[1/2\] int a; +\d.*\n  \[2/2\] int b; +\d")

    def test_execute_cells_failing_cell_is_reported_and_ends_the_run(self):
        def run_cell(cell):
            if cell["source"] == "good();":
                return None
            shown = "\x1b[1m\x1b[31mdivision\x1b[0m\n\tat line 1"
            cell["outputs"].append({**error(), "traceback": [shown]})
            return "E", "value"

        _, printed = self.execute(["good();", "bad();\nmore();", "no"], run_cell)
        words = [line.split() for line in printed.splitlines()[2:]]
        self.assertEqual(words, [["cell", "2", "failed"], ["cell:", "bad();"],
                                 ["error:", "division"], ["at", "line", "1"]])

    def test_execute_cells_failure_without_output_is_put_into_the_notebook(self):
        made, printed = self.execute(["wait();"], lambda cell: ("Timeout", "too long"))
        self.assertIn("Timeout: too long", printed)
        self.assertEqual(made["cells"][1]["outputs"][0]["ename"], "Timeout")

    def test_run_all_goes_on_after_a_failure_and_tells_what_was_on_the_error_stream(self):
        results = [("a.ipynb is not a notebook", []), (None, ["b.ipynb: cell 1 wrote"])]
        paths = [Path("a"), Path("b")]
        with mock.patch.object(run_notebooks, "run_notebook", side_effect=results):
            with silence() as output:
                self.assertEqual(run_notebooks.run_all(paths, self.folder, None), 1)
                for text in ("error: a.ipynb is not a notebook", "warning: b.ipynb: cell 1 wrote"):
                    self.assertIn(text, output.getvalue())

    def test_check_arguments_refuses_what_cannot_work(self):
        one, two = (self.write(f"{name}/a.ipynb", "{}") for name in ("one", "two"))
        output = self.folder / "new" / "out"
        self.assertEqual(notebook_run.check_arguments([str(one)], str(output)), [one])
        self.assertTrue(output.is_dir())
        for names, folder, text in ((["none.ipynb"], output, "none.ipynb"),
                                    ([one], one.parent, "overwrite"), ([one, two], output, "same")):
            self.assert_refused(text, notebook_run.check_arguments, names, folder)


class NotebooksTest(FolderTest):
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

    def execute(self, checkout, files, output, **variables):
        self.variables = variables
        for file in files:
            made = notebook_file.read(file)
            made["cells"][0]["outputs"] = self.shows
            notebook_file.write(made, Path(output) / file.name)
        return 0

    def draw(self, checkout, program, made):
        for copy in made:
            drawn = notebook_file.read(copy)
            for _, _, output in notebook_file.all_outputs(drawn):
                output.get("data", {})[SVG] = ["<svg/>"]
            notebook_file.write(drawn, copy)
            copy.with_suffix(".png").write_bytes(b"picture")

    def run_program(self, *arguments):
        """Runs it; returns the exit code and what was printed."""
        with contextlib.ExitStack() as stack, silence() as output:
            for place, name, replacement in (
                (notebooks, "Checkout", lambda root: self.checkout),
                (notebooks, "set_up", lambda checkout: None),
                (commands, "exit_on_termination", lambda: None),
                (notebook_run, "run", self.execute), (notebooks, "draw", self.draw),
                (notebooks.browser, "find", lambda: "chromium"),
            ):
                stack.enter_context(mock.patch.object(place, name, replacement))
            return notebooks.main(list(arguments)), output.getvalue()

    def test_update_makes_what_check_finds_good_and_the_same_bytes_twice(self):
        self.write("src/main/java/pathprox/A.java", "changed")
        self.assertEqual(self.run_program("--check")[0], 1)
        self.assertEqual(self.run_program("--update")[0], 0)
        self.assertEqual(self.run_program("--check"), (0, "a.ipynb: good, 1 figures\n"))
        kept = self.checkout.root / "docs/images/notebooks/a.png"
        self.assertEqual(kept.read_bytes(), b"picture")
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

    def test_check_compares_with_a_new_run_unless_told_not_to(self):
        for shows, pattern in (
            ([figure(title="Another", svg=None)], "cell 1 shows something else .*Another"),
            ([error()], "executed anew, cell 1 failed: E: value\n"),
        ):
            self.shows = shows
            status, printed = self.run_program("--check")
            self.assertEqual(status, 1)
            self.assertRegex(printed, f"a.ipynb: {pattern}")
            self.assertEqual(self.run_program("--check", "--no-run")[0], 0)

    def test_check_looks_at_all_notebooks(self):
        self.commit(figure(svg=None))
        other = self.write("notebooks/b.ipynb", "")
        notebook_file.write(notebook(code("b", result("x", html="x"))), other)
        printed = self.run_program("--check", "--no-run")[1]
        self.assertIn("a.ipynb: cell 1 has a figure without", printed)
        self.assertIn("b.ipynb: it does not say what", printed)


@unittest.skipIf(WINDOWS, "Binder is Linux")
class BinderTest(FolderTest):
    def test_folder_has_the_script_and_the_requirements_of_everywhere(self):
        self.assertTrue(os.access(BINDER / "postBuild", os.X_OK))
        subprocess.run(["bash", "-n", str(BINDER / "postBuild")], check=True)
        self.assertIn("-r ../environment/requirements.txt",
                      (BINDER / "requirements.txt").read_text(encoding="utf-8").splitlines())

    def test_check_outputs_wants_a_figure_and_no_noise(self):
        for outputs, text in (([figure(), stream("stderr", "WARNING")], "WARNING"), ([], "figure")):
            file = self.write("a.ipynb", json.dumps(notebook(code("a", *outputs))))
            self.assert_refused(text, binder_check.check_outputs, file)
