"""Times the kernel "pathprox": measure_startup.py RUNS NOTEBOOK

Run by `benchmark.py startup`, with the Python of the virtual environment; prints one line of JSON.
"""

import json
import sys
import time
from pathlib import Path

from kernel_session import CellError, Session
from steps.checkout import Checkout
from steps.commands import exit_on_termination
from steps.console import accept_all_characters, fail

FIRST_CELL = "1 + 1"

# Single trainings differ by some percent; with 7 pairs the median did by 2.
PAIRS = 24
TRAINER = """\
var data = Mnist.subset(100);
var start = Architecture.factorizedMlp(784, 100, 3, 10).initialize(42);
var options = TrainingOptions.defaults()
    .withIterations(2_000).withBatchSize(200).withLearningRate(0.3);
var trainer = Trainer.with(options);"""
TRAINING = "var result = trainer.train(start, data, PathProx.of(1e-3));"


def first_result(log):
    """Seconds from the start of a kernel to the answer to its first cell."""
    start = time.monotonic()
    with Session(log) as kernel:
        kernel.run(FIRST_CELL)
        return time.monotonic() - start


def run_all(cells, log):
    """Runs all cells in one kernel; seconds from its start, and its peak resident memory in MB."""
    start = time.monotonic()
    with Session(log) as kernel:
        for cell in cells:
            kernel.run(cell)
        return time.monotonic() - start, peak_memory(kernel.pid)


def trainings(log):
    """Seconds of the same training, in turns with its progress seen and hidden: two lists."""
    with Session(log) as seen, Session(log) as hidden:
        hidden.run("Progress.hide();")
        for kernel in (seen, hidden):
            for cell in (TRAINER, TRAINING, TRAINING):
                kernel.run(cell)
        seconds = {seen: [], hidden: []}
        for pair in range(PAIRS):
            for kernel in (seen, hidden) if pair % 2 else (hidden, seen):
                seconds[kernel].append(timed(kernel))
    return seconds[seen], seconds[hidden]


def timed(kernel):
    """Seconds of a training."""
    start = time.monotonic()
    kernel.run(TRAINING)
    return told("training", time.monotonic() - start)


def peak_memory(pid):
    """The most memory that a process had resident so far, in MB; None where nothing tells it."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    peak = next((line for line in lines if line.startswith("VmHWM:")), None)
    return int(peak.split()[1]) / 1024 if peak else None


def code_cells(notebook):
    """The sources of a notebook's code cells."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return [source for source in sources if source.strip()]


def main(runs, notebook):
    """Runs the program with its arguments."""
    accept_all_characters()
    exit_on_termination()
    notebook = Path(notebook)
    log = Checkout(Path(__file__).resolve().parent.parent).log("startup")
    try:
        with open(log, "wb") as messages:
            first = [told("first result", first_result(messages)) for _ in range(int(runs))]
            seconds, peak = run_all(code_cells(notebook), messages)
            seen, hidden = trainings(messages)
    except (CellError, OSError) as problem:
        return fail(str(problem))
    told(notebook.name, seconds)
    print(json.dumps({"first_result_s": first, "run_all_s": seconds, "peak_mb": peak,
                      "seen_s": seen, "hidden_s": hidden}))
    return 0


def told(what, seconds):
    """Shows a sign of life and returns the seconds."""
    print(f"{what} after {seconds:.2f} s", file=sys.stderr, flush=True)
    return seconds


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
