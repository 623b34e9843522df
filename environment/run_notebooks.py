"""Executes notebooks with the kernel "pathprox": run_notebooks.py OUTPUT NOTEBOOK...

Run by `start.py --run`, with the Python of the virtual environment. Each notebook runs in its own
folder and is left as it is; its executed copy is written to OUTPUT, with the error in it if a
cell fails. Exit code 1 if a notebook failed, 130 if the run was stopped.
"""

import re
import sys
from pathlib import Path

from steps import kernelspec
from steps.checkout import Checkout
from steps.commands import exit_on_termination, tail
from steps.console import Stopwatch, accept_all_characters, fail, say
from steps.stamps import write_whole

CELL_TIMEOUT_MINUTES = 120  # a training of a full run (PATHPROX_FULL=1) takes half an hour and more
KERNEL_START_SECONDS = 180
SHOWN_CHARACTERS = 60
SHOWN_ERROR_LINES = 12


class CellFailed(Exception):
    """A cell ended with an error; `name` and `value` are what a notebook calls ename, evalue."""

    def __init__(self, name, value):
        super().__init__(f"{name}: {value}")
        self.name = name
        self.value = value


class NotebookFailed(Exception):
    """A notebook was not executed to its end; the text says where and why."""


class Kernel:
    """A running kernel for one notebook; ends with the `with` block, whatever happens in it."""

    def __init__(self, notebook, folder, log):
        from nbclient import NotebookClient

        self._log = log
        self._client = NotebookClient(
            notebook,
            kernel_name=kernelspec.NAME,
            timeout=CELL_TIMEOUT_MINUTES * 60,
            startup_timeout=KERNEL_START_SECONDS,
            # Keeps what differs from run to run out of the file: times, and how text was split.
            record_timing=False,
            coalesce_streams=True,
            # The kernel does not end at the polite request, it would only be waited for.
            shutdown_kernel="immediate",
            resources={"metadata": {"path": str(folder)}},
        )

    def __enter__(self):
        with open(self._log, "wb") as messages:
            self._setup = self._client.setup_kernel(stdout=messages, stderr=messages)
            try:
                self._setup.__enter__()
            except RuntimeError as problem:
                reason = f"the kernel did not start: {problem}\n{tail(self._log)}"
                raise NotebookFailed(reason) from None
        return self

    def __exit__(self, *exception):
        return self._setup.__exit__(*exception)

    def run_cell(self, cell, index):
        """Executes a cell and stores its outputs in it; raises CellFailed."""
        from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

        try:
            self._client.execute_cell(cell, index)
        except CellExecutionError as error:
            raise CellFailed(error.ename, error.evalue) from None
        except CellTimeoutError:
            reason = f"the cell took longer than {CELL_TIMEOUT_MINUTES} min"
            raise CellFailed("Timeout", reason) from None
        except DeadKernelError:
            raise CellFailed("DeadKernel", "the kernel ended while the cell ran") from None


def code_cells(notebook):
    """The cells to execute, as (index in the notebook, cell)."""
    return [
        (index, cell)
        for index, cell in enumerate(notebook["cells"])
        if cell["cell_type"] == "code" and cell["source"].strip()
    ]


def clear(notebook):
    """Removes what an earlier run left. Modified: the notebook."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
            cell["metadata"].pop("execution", None)


def first_line(text):
    """The first line that says something, shortened."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= SHOWN_CHARACTERS else line[: SHOWN_CHARACTERS - 3] + "..."


def execute_cells(notebook, run_cell):
    """Runs all cells with a progress line each; raises NotebookFailed at the first error."""
    cells = code_cells(notebook)
    for number, (index, cell) in enumerate(cells, start=1):
        line = first_line(cell["source"])
        print(f"  [{number}/{len(cells)}] {line:<{SHOWN_CHARACTERS}} ", end="", flush=True)
        stopwatch = Stopwatch()
        try:
            run_cell(cell, index)
        except CellFailed as failure:
            say(f"failed after {stopwatch}")
            if not any(output["output_type"] == "error" for output in cell["outputs"]):
                cell["outputs"].append(error_output(failure))
            raise NotebookFailed(
                f"cell {number} failed\n    cell:  {line}\n    error: {error_text(cell)}"
            ) from None
        say(str(stopwatch))


def error_output(failure):
    """The notebook output for a failure that the kernel did not report itself."""
    return {
        "output_type": "error",
        "ename": failure.name,
        "evalue": failure.value,
        "traceback": [str(failure)],
    }


def error_text(cell):
    """What the cell's error output shows, without colors and shortened."""
    error = next(output for output in cell["outputs"] if output["output_type"] == "error")
    shown = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error["traceback"]))
    lines = [line.expandtabs(2) for line in shown.splitlines() if line.strip()]
    lines = lines or [f"{error['ename']}: {error['evalue']}"]
    return "\n           ".join(lines[:SHOWN_ERROR_LINES])


def stderr_warnings(notebook, name):
    """A line for each cell that wrote to the error stream."""
    return [
        f"{name}: cell {number} wrote to stderr: {first_line(output['text'])}"
        for number, (_, cell) in enumerate(code_cells(notebook), start=1)
        for output in cell["outputs"]
        if output["output_type"] == "stream" and output["name"] == "stderr"
    ]


def run_notebook(path, output, log):
    """Executes a notebook and writes its copy; returns (error or None, warnings)."""
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    clear(notebook)
    error = None
    try:
        with Kernel(notebook, path.parent, log) as kernel:
            execute_cells(notebook, kernel.run_cell)
    except NotebookFailed as failure:
        error = f"{path.name}: {failure}"
    notebook = nbformat.from_dict(notebook)
    write_whole(output / path.name, nbformat.writes(notebook) + "\n")
    return error, stderr_warnings(notebook, path.name)


def run_all(paths, output, log):
    """Executes notebooks one after the other; returns the exit code."""
    errors, warnings = [], []
    for number, path in enumerate(paths, start=1):
        say(f"{path.name} ({number} of {len(paths)})")
        stopwatch = Stopwatch()
        error, new_warnings = run_notebook(path, output, log)
        errors += [error] if error else []
        warnings += new_warnings
        say(f"  {'FAILED' if error else 'done'} in {stopwatch}: {output / path.name}")
    for warning in warnings:
        print(f"warning: {warning}", file=sys.stderr)
    for error in errors:
        fail(error)
    return 1 if errors else 0


def main(output, *notebooks):
    """Runs the program with its arguments."""
    accept_all_characters()
    exit_on_termination()
    try:
        log = Checkout(Path(__file__).resolve().parent.parent).log("kernel")
        return run_all([Path(name) for name in notebooks], Path(output), log)
    except KeyboardInterrupt:
        print("\nstopped; the notebook that ran was not written", file=sys.stderr)
        return 130
    except OSError as problem:
        return fail(str(problem))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
