"""Notebooks as files: read, gone through, and written in the layout that Jupyter writes."""

import json
import re

from steps.console import SetupError
from steps.stamps import write_whole

PLOTLY = "application/vnd.plotly.v1+json"
SVG = "image/svg+xml"

# A line break within a string is written as \n, so what starts with a real one is a list.
LIST_OF_NUMBERS = re.compile(r"\[\n(?:\s+(?:-?\d[-+.\deE]*|null),?\n)+\s*\]")


def read(file):
    """Reads a notebook; refuses what is none."""
    try:
        notebook = json.loads(file.read_text(encoding="utf-8"))
        if not all(isinstance(cell["cell_type"], str) for cell in notebook["cells"]):
            raise TypeError("a cell without a type")
    except (ValueError, TypeError, KeyError) as problem:
        raise SetupError(f"{file} is not a notebook: {problem}") from None
    return notebook


def text_of(notebook):
    """The notebook as Jupyter writes it, except that a list of numbers takes one line.

    Jupyter gives each number a line, which makes an image grid three times as large.
    """
    text = json.dumps(
        notebook, indent=1, sort_keys=True, ensure_ascii=False, separators=(",", ": ")
    )
    return LIST_OF_NUMBERS.sub(lambda numbers: re.sub(r"\s+", "", numbers[0]), text) + "\n"


def write(notebook, file):
    """Writes a notebook whole or not at all."""
    write_whole(file, text_of(notebook))


def code_cells(notebook):
    """The cells that are executed, numbered from 1: (number, cell)."""
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return list(enumerate((cell for cell in cells if text(cell["source"]).strip()), start=1))


def all_outputs(notebook):
    """The outputs of all cells: (number of the cell, cell, output)."""
    return [
        (number, cell, output)
        for number, cell in code_cells(notebook)
        for output in cell["outputs"]
    ]


def text(value):
    """A text that a notebook may hold as a list of lines."""
    return value if isinstance(value, str) else "".join(value)
