"""Notebooks as files: copies without outputs, new ones from cells, the figures in outputs."""

import json

from steps import kernelspec
from steps.stamps import write_whole

PLOTLY = "application/vnd.plotly.v1+json"


def read(file):
    """The notebook of a file."""
    return json.loads(file.read_text(encoding="utf-8"))


def write_copy(notebook, file):
    """Writes a notebook without what an earlier run left in it."""
    cells = [dict(cell) for cell in notebook["cells"]]
    for cell in cells:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    write_whole(file, json.dumps({**notebook, "cells": cells}))
    return file


def write_cells(sources, file):
    """Writes a notebook of these code cells."""
    cells = [
        {"cell_type": "code", "id": f"cell-{number}", "metadata": {}, "source": source,
         "outputs": [], "execution_count": None}
        for number, source in enumerate(sources)
    ]
    kernel = {"name": kernelspec.NAME, "display_name": "Java (PathProx)", "language": "java"}
    notebook = {
        "nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells,
    }
    write_whole(file, json.dumps(notebook))
    return file


def figures(notebook):
    """The Plotly figures in a notebook's outputs, in order."""
    return [
        output["data"][PLOTLY]
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
        if PLOTLY in output.get("data", {})
    ]
