"""Notebooks for the checks of the browser: copies without outputs, and new ones."""

import json

from fixtures import FolderTest

from lab_checks import notebooks

FIGURE = {"data": [{"x": [1]}], "layout": {}}
OUTPUT = {"output_type": "execute_result", "data": {notebooks.PLOTLY: FIGURE}}
NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "source": "text"},
        {"cell_type": "code", "source": "1", "outputs": [OUTPUT], "execution_count": 3},
    ]
}


class NotebooksTest(FolderTest):
    def test_write_copy_has_no_outputs_and_leaves_the_original(self):
        file = notebooks.write_copy(NOTEBOOK, self.folder / "copy.ipynb")
        copy = notebooks.read(file)
        self.assertEqual(copy["cells"][0], NOTEBOOK["cells"][0])
        self.assertEqual(copy["cells"][1]["outputs"], [])
        self.assertIsNone(copy["cells"][1]["execution_count"])
        self.assertEqual(NOTEBOOK["cells"][1]["execution_count"], 3)

    def test_figures_are_those_of_the_outputs(self):
        self.assertEqual(notebooks.figures(NOTEBOOK), [FIGURE])

    def test_write_cells_numbers_are_those_of_the_sources(self):
        file = notebooks.write_cells(["1", "2"], self.folder / "new.ipynb")
        sources = [cell["source"] for cell in json.loads(file.read_text())["cells"]]
        self.assertEqual(sources, ["1", "2"])
