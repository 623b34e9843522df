"""Executing notebooks: progress, failures, warnings; with cells that only pretend to run."""

import unittest
from pathlib import Path

from fixtures import FolderTest, silence

import run_notebooks
from run_notebooks import CellFailed, NotebookFailed
from steps import notebook_run
from steps.console import SetupError


def code(source, *outputs, count=1):
    return {
        "cell_type": "code", "source": source, "metadata": {},
        "outputs": list(outputs), "execution_count": count,
    }


def text_cell(source):
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def stream(name, text):
    return {"output_type": "stream", "name": name, "text": text}


def error(*traceback):
    return {
        "output_type": "error", "ename": "E", "evalue": "value", "traceback": list(traceback),
    }


def notebook(*cells):
    return {"cells": list(cells)}


class ExecuteCellsTest(unittest.TestCase):
    def execute(self, cells, run_cell):
        with silence() as output:
            try:
                run_notebooks.execute_cells(cells, run_cell)
            finally:
                self.output = output.getvalue()

    def test_execute_cells_runs_code_in_order_with_progress(self):
        seen = []
        cells = notebook(
            text_cell("# Title"), code("int a;"), code(" "), code("\n\nint b;\nint c;")
        )
        self.execute(cells, lambda cell, index: seen.append(index))
        self.assertEqual(seen, [1, 3])
        self.assertRegex(self.output, r"\[1/2\] int a; +\d.*\n  \[2/2\] int b; +\d")

    def test_execute_cells_failing_cell_is_reported_and_ends_the_run(self):
        def run_cell(cell, index):
            if index == 2:
                cell["outputs"].append(error("\x1b[1m\x1b[31mdivision\x1b[0m", "\tat line 1"))
                raise CellFailed("E", "value")

        cells = notebook(text_cell("# Title"), code("good();"), code("bad();\nmore();"), code("no"))
        with self.assertRaises(NotebookFailed) as raised:
            self.execute(cells, run_cell)
        report = str(raised.exception).splitlines()
        self.assertEqual(report[0], "cell 2 failed")
        self.assertEqual(report[1].split(), ["cell:", "bad();"])
        self.assertEqual(report[2].split(), ["error:", "division"])
        self.assertEqual(report[3].split(), ["at", "line", "1"])
        self.assertNotIn("[3/3]", self.output)
        self.assertEqual(len(cells["cells"][2]["outputs"]), 1)

    def test_execute_cells_failure_without_output_is_put_into_the_notebook(self):
        def run_cell(cell, index):
            raise CellFailed("Timeout", "too long")

        cells = notebook(code("wait();"))
        with self.assertRaises(NotebookFailed) as raised:
            self.execute(cells, run_cell)
        self.assertIn("Timeout: too long", str(raised.exception))
        self.assertEqual(cells["cells"][0]["outputs"][0]["ename"], "Timeout")

    def test_clear_removes_traces_of_earlier_runs(self):
        cells = notebook(text_cell("text"), code("a", stream("stdout", "x"), count=7))
        cells["cells"][1]["metadata"] = {"execution": {"iopub.status.busy": "x"}, "tags": []}
        run_notebooks.clear(cells)
        self.assertEqual(cells["cells"][1], dict(code("a", count=None), metadata={"tags": []}))

    def test_stderr_warnings_name_notebook_and_cell(self):
        cells = notebook(
            code("a", stream("stdout", "fine")), text_cell("x"), code("b", stream("stderr", "\noh"))
        )
        self.assertEqual(
            run_notebooks.stderr_warnings(cells, "x.ipynb"), ["x.ipynb: cell 2 wrote to stderr: oh"]
        )

    def test_first_line_is_shortened(self):
        self.assertEqual(len(run_notebooks.first_line("x" * 200)), run_notebooks.SHOWN_CHARACTERS)


class CheckArgumentsTest(FolderTest):
    def refusal(self, notebooks, output):
        with self.assertRaises(SetupError) as raised:
            notebook_run.check_arguments([str(name) for name in notebooks], str(output))
        return str(raised.exception)

    def test_check_arguments_good_ones_make_the_folder(self):
        file = self.write("notebooks/a.ipynb", "{}")
        output = self.folder / "new" / "out"
        self.assertEqual(notebook_run.check_arguments([str(file)], str(output)), [file])
        self.assertTrue(output.is_dir())

    def test_check_arguments_missing_notebook_is_named(self):
        self.assertIn("none.ipynb", self.refusal(["none.ipynb"], self.folder))

    def test_check_arguments_input_is_never_overwritten(self):
        file = self.write("notebooks/a.ipynb", "{}")
        self.assertIn("overwrite", self.refusal([file], file.parent))

    def test_check_arguments_same_names_are_refused(self):
        files = [self.write("one/a.ipynb", "{}"), self.write("two/a.ipynb", "{}")]
        self.assertIn("both", self.refusal(files, self.folder / "out"))
