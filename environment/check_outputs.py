"""Checks executed notebooks: check_outputs.py NOTEBOOK...

Every code cell has run, none shows an error that it does not announce by the tag
"raises-exception", none wrote to the error stream, and the notebooks show figures.
"""

import json
import sys
from pathlib import Path

PLOTLY = "application/vnd.plotly.v1+json"


def problems(notebook):
    """What is wrong with an executed notebook, a line each."""
    found = []
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    cells = [cell for cell in code if "".join(cell["source"]).strip()]
    for number, cell in enumerate(cells, start=1):
        if cell["execution_count"] is None:
            found.append(f"cell {number} was not executed")
        for output in cell["outputs"]:
            if output["output_type"] == "error" and not announces_error(cell):
                found.append(f"cell {number} failed: {output['ename']}: {output['evalue']}")
            if output["output_type"] == "stream" and output["name"] == "stderr":
                text = "".join(output["text"]).strip()
                found.append(f"cell {number} wrote to stderr: {text[:200]}")
    return found


def announces_error(cell):
    """Whether the cell is meant to fail."""
    return "raises-exception" in cell["metadata"].get("tags", [])


def figures(notebook):
    """The number of interactive figures."""
    return sum(
        PLOTLY in output.get("data", {})
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
    )


def main(names):
    """Prints the result for each notebook; returns 1 if something is wrong, else 0."""
    if not names:
        print("error: no notebooks to check", file=sys.stderr)
        return 1
    failed, all_figures = False, 0
    for name in names:
        notebook = json.loads(Path(name).read_text(encoding="utf-8"))
        found, shown = problems(notebook), figures(notebook)
        all_figures += shown
        print(f"{Path(name).name}: {'FAILED' if found else 'good'}, {shown} figures")
        for line in found:
            print(f"  {line}")
        failed = failed or bool(found)
    if all_figures == 0:
        print("error: not one interactive figure in these notebooks", file=sys.stderr)
        failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
