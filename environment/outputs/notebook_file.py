"""Notebooks as files: read, gone through, and written in the layout that Jupyter writes."""

import json
import re

from steps.console import SetupError
from steps.stamps import write_whole

PLOTLY = "application/vnd.plotly.v1+json"
SVG = "image/svg+xml"

# A line break within a string is written as \n, so what starts with a real one is a list.
LIST_OF_NUMBERS = re.compile(r"\[\n(?:\s+(?:-?\d[-+.\deE]*|null),?\n)+\s*\]")

# What Java writes for an object without a text of its own: pathprox.A@1b2c3d4, [D@6d06d69c.
JAVA_OBJECT = re.compile(
    r"((?:\b[\w$]+(?:\.[\w$]+)+|\[+(?:[ZBCSIJFD]|L[\w.$]+;)))"
    r"(?:/0x[0-9a-f]+)?@[0-9a-f]{1,8}\b(?!\.)"
)


def read(file):
    """Reads a notebook; refuses what is none."""
    try:
        content = file.read_text(encoding="utf-8")
        if not content.strip():
            raise ValueError("the file is empty")
        notebook = json.loads(content)
        for cell in notebook["cells"]:
            outputs = cell["outputs"] if cell["cell_type"] == "code" else []
            if not isinstance(outputs, list) or not isinstance(cell["metadata"], dict):
                raise TypeError("a cell has other outputs or metadata than Jupyter writes")
            text(cell["source"])
        notebook["metadata"].get("kernelspec")
    except KeyError as problem:
        raise SetupError(f"{file} is not a notebook: {problem} is missing") from None
    except (ValueError, TypeError, AttributeError) as problem:
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


def figures(notebook):
    """The Plotly figures of all cells."""
    data = [output.get("data", {}) for _, _, output in all_outputs(notebook)]
    return [each[PLOTLY] for each in data if PLOTLY in each]


def text(value):
    """A text that a notebook may hold as a list of lines."""
    return value if isinstance(value, str) else "".join(value)


def tags(cell):
    """The tags of a cell."""
    return cell["metadata"].get("tags", [])


def strip(notebook):
    """Removes what the next run would write differently. Modified: the notebook.

    That is times, versions, addresses, and pictures that Lab has added.
    """
    notebook["metadata"].get("language_info", {}).pop("version", None)
    for cell in notebook["cells"]:
        cell["metadata"].pop("execution", None)
    for _, _, output in all_outputs(notebook):
        output.pop("transient", None)
        data = output.get("data", {})
        if PLOTLY in data:
            data.pop("image/png", None)
            output["metadata"].pop("image/png", None)
        for mime in data:
            if mime.startswith("text/"):
                data[mime] = without_addresses(data[mime])
        if "text" in output:
            output["text"] = without_addresses(output["text"])


def without_addresses(text):
    """The text, or list of lines, without the addresses of Java objects."""
    if isinstance(text, list):
        return [without_addresses(line) for line in text]
    return JAVA_OBJECT.sub(r"\1@…", text)
