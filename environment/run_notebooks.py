"""Executes notebooks with the kernel "pathprox": run_notebooks.py OUTPUT NOTEBOOK...

Run by `start.py --run`, with the Python of the virtual environment. Each notebook runs in its own
folder and is left as it is; its executed copy is written to OUTPUT, with the error in it if a
cell fails. Exit code 1 if a notebook failed, 130 if the run was stopped.

With PATHPROX_SEED=N, N takes the place of each `seed = …` of the notebooks. With
PATHPROX_BREAK_CLAIMS=1, each cell with claims is also run broken, in the ways that its metadata give,
{"breaks": [["what it says", "what it says instead"]]}, and has to fail each time.
"""

import contextlib
import copy
import os
import re
import sys
from pathlib import Path

from outputs import notebook_file, problems
from steps import kernelspec
from steps.checkout import Checkout
from steps.commands import guarded, tail
from steps.console import SetupError, Stopwatch, fail, say
from steps.stamps import write_whole

CELL_TIMEOUT_MINUTES = 120  # for notebooks of users, those of the tutorial take seconds
SECONDS_TO_START = 180
SHOWN_CHARACTERS = 60
SHOWN_ERROR_LINES = 12
SEED = re.compile(r"^((?:long|int|var) seed *= *)\d+;", re.MULTILINE)
FAILED_CLAIM = "this does not hold here"


def read(path):
    """A notebook without what an earlier run left; refuses what Jupyter does not take for one."""
    import nbformat

    try:
        # Its messages are better, and nbformat takes anything for a notebook of version 1.
        notebook_file.read(path)
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except (ValueError, AttributeError, KeyError, TypeError, nbformat.ValidationError) as problem:
        raise SetupError(f"{path} is not a notebook: {first_line(str(problem))}") from None
    seed = os.environ.get("PATHPROX_SEED")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
            cell.metadata.pop("execution", None)
            if seed:
                cell.source = SEED.sub(rf"\g<1>{int(seed)};", cell.source)
    return notebook


def execute(notebook, folder, log):
    """Runs all cells in a kernel of their own. Modified: the notebook."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    client = NotebookClient(
        notebook, kernel_name=kernelspec.NAME, timeout=CELL_TIMEOUT_MINUTES * 60,
        startup_timeout=SECONDS_TO_START, resources={"metadata": {"path": str(folder)}},
        # Keeps what differs from run to run out of the file: times, and how text was split.
        record_timing=False, coalesce_streams=True,
        # The kernel does not end at the polite request, it would only be waited for.
        shutdown_kernel="immediate",
    )

    own = len(notebook.cells)

    def run_cell(index, cell=None):
        if cell:
            # With a place of its own, where what is shown late does not get into the notebook.
            notebook.cells.append(cell)
            index = len(notebook.cells) - 1
        try:
            client.execute_cell(notebook.cells[index], index)
        except CellExecutionError as error:
            return error.ename, error.evalue
        except CellTimeoutError:
            return "Timeout", f"it took longer than {CELL_TIMEOUT_MINUTES} min"
        except DeadKernelError:
            return "DeadKernel", "the kernel ended while the cell ran"
        return None

    with open(log, "wb") as messages, contextlib.ExitStack() as kernel:
        try:
            kernel.enter_context(client.setup_kernel(stdout=messages, stderr=messages))
        except RuntimeError as problem:
            reason = f"the kernel did not start: {problem}\n{tail(log)}"
            raise SetupError(reason) from None
        try:
            execute_cells(notebook, run_cell)
        finally:
            del notebook.cells[own:]


def execute_cells(notebook, run_cell):
    """Runs all cells with a progress line each; raises SetupError at the first error.

    run_cell(index) returns None, or what a notebook calls ename and evalue.
    """
    cells = {id(cell): number for number, cell in notebook_file.code_cells(notebook)}
    for index, cell in enumerate(list(notebook["cells"])):
        number, line = cells.get(id(cell)), first_line(cell["source"])
        if number is None:
            continue
        print(f"  [{number}/{len(cells)}] {line:<{SHOWN_CHARACTERS}} ", end="", flush=True)
        stopwatch, failure = Stopwatch(), run_cell(index)
        if failure:
            say(f"failed after {stopwatch}")
            raise SetupError(f"cell {number} failed\n    cell:  {line}\n"
                                 f"    error: {error_text(cell, *failure)}")
        if os.environ.get("PATHPROX_BREAK_CLAIMS"):
            break_claims(index, cell, number, run_cell)
        say(str(stopwatch))


def break_claims(index, cell, number, run_cell):
    """Runs a cell broken in each way that its metadata give; raises SetupError if it holds."""
    ways = cell["metadata"].get("breaks", [])
    for old, new in ways:
        if old not in cell["source"]:
            raise SetupError(f"cell {number} is broken by {old!r}, which it does not have")
        broken = copy.deepcopy(cell)
        broken["source"] = cell["source"].replace(old, new)
        failure = run_cell(index, broken)
        if not failure or FAILED_CLAIM not in f"{failure} {broken['outputs']}":
            raise SetupError(f"cell {number} with {new!r} for {old!r} should not hold, and "
                             f"{'failed by ' + str(failure) if failure else 'does'}")
    if ways:
        run_cell(index, copy.deepcopy(cell))  # so that its variables are as they were


def error_text(cell, name, value):
    """What the error output of a cell shows, without colors and shortened.

    A failure that the kernel did not report itself is put into the cell. Modified: the cell.
    """
    shown = [output for output in cell["outputs"] if output["output_type"] == "error"]
    if not shown:
        shown = [{"output_type": "error", "ename": name, "evalue": value,
                  "traceback": [f"{name}: {value}"]}]
        cell["outputs"] += shown
    text = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(shown[0]["traceback"]))
    lines = [line.expandtabs(2) for line in text.splitlines() if line.strip()]
    return "\n           ".join((lines or [f"{name}: {value}"])[:SHOWN_ERROR_LINES])


def first_line(text):
    """The first line that says something, shortened."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= SHOWN_CHARACTERS else line[: SHOWN_CHARACTERS - 3] + "..."


def run_notebook(path, output, log):
    """Executes a notebook and writes its copy; returns (error or None, warnings)."""
    import nbformat

    stopwatch, error = Stopwatch(), None
    try:
        notebook = read(path)
    except SetupError as failure:
        say("  FAILED, and nothing was written")
        return str(failure), []
    try:
        execute(notebook, path.parent, log)
    except SetupError as failure:
        error = f"{path.name}: {failure}"
    write_whole(output / path.name, nbformat.writes(nbformat.from_dict(notebook)) + "\n")
    say(f"  {'FAILED' if error else 'done'} in {stopwatch}: {output / path.name}")
    return error, [f"{path.name}: {line}" for number, cell in notebook_file.code_cells(notebook)
                   for line in problems.noise(number, cell)]


def run_all(paths, output, log):
    """Executes notebooks one after the other; returns the exit code."""
    errors, warnings = [], []
    for number, path in enumerate(paths, start=1):
        say(f"{path.name} ({number} of {len(paths)})")
        error, new_warnings = run_notebook(path, output, log)
        errors += [error] if error else []
        warnings += new_warnings
    for warning in warnings:
        print(f"warning: {warning}", file=sys.stderr)
    for error in errors:
        fail(error)
    return 1 if errors else 0


def main(output, *notebooks):
    """Runs the program with its arguments."""
    log = Checkout(Path(__file__).resolve().parent.parent).log("kernel")
    return guarded(
        lambda: run_all([Path(name) for name in notebooks], Path(output), log),
        "stopped; the notebook that ran was not written",
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
