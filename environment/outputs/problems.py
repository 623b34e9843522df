"""What is wrong with the outputs of a notebook, as far as its file tells; a line each."""

import json
import re

from .notebook_file import PLOTLY, SVG, all_outputs, code_cells, tags, text

# GitHub shows no larger ones, and those that it shows take long.
LARGEST_BYTES = 1_000_000
SHOWN_CHARACTERS = 200

# Places of one machine, but not the same names within an address of the web.
MACHINE_PATH = re.compile(
    r"(?<![\w./:-])/(?:home|Users|root|tmp|var/folders|mnt|opt)/[^\s\"'<>&]+"
    r"|\b[A-Z]:\\(?:Users|Program)[^\s\"'<>&]*"
)


def problems(notebook, root):
    """All problems; `root` is the folder of the checkout, whose name no output may show."""
    found = of_execution(notebook)
    for number, _, output in all_outputs(notebook):
        found += [f"cell {number} {line}" for line in of_output(output, root)]
    return found


def of_execution(notebook):
    """Cells that did not run, failed without saying so by a tag, or wrote to the error stream."""
    found = []
    for number, cell in code_cells(notebook):
        failures = [] if "raises-exception" in tags(cell) else [
            f"cell {number} failed: {output['ename']}: {output['evalue']}"
            for output in cell["outputs"] if output["output_type"] == "error"
        ]
        found += failures + noise(number, cell)
        if failures:
            # What comes after it had no chance to run.
            break
        if cell.get("execution_count") is None:
            found.append(f"cell {number} was not executed")
    return found


def noise(number, cell):
    """What a cell wrote to the error stream."""
    texts = [text(output["text"]).strip()[:SHOWN_CHARACTERS] for output in cell["outputs"]
             if output["output_type"] == "stream" and output["name"] == "stderr"]
    return [f"cell {number} wrote to stderr: {' '.join(words.split())}" for words in texts]


def of_output(output, root):
    """What some viewer cannot show or shows badly, and folders of the machine that made it."""
    data, found = output.get("data", {}), []
    if PLOTLY in data and SVG not in data:
        found.append(f"has a figure without its static picture ({SVG})")
    if PLOTLY in data and "image/png" in data:
        found.append("has a figure with image/png, which Lab would show instead")
    if data and not text(data.get("text/plain", "")).strip():
        found.append(f"has an output without text/plain: {', '.join(data)}")
    kept = {mime: data[mime] for mime in data if mime not in ("image/png", SVG)}
    read = [kept, *(output.get(name, "") for name in ("text", "evalue", "traceback"))]
    shown = json.dumps(read, ensure_ascii=False).replace("\\\\", "\\")
    path = MACHINE_PATH.search(shown)
    if path or str(root) in shown:
        found.append(f"shows a path of this machine: {path[0] if path else root}")
    return found


def of_size(file):
    """A notebook that is too large for GitHub."""
    size = file.stat().st_size
    if size <= LARGEST_BYTES:
        return []
    return [f"it has {size:,} bytes; the most that is allowed is {LARGEST_BYTES:,}"]
