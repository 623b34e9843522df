"""The command `startup`: how soon the notebooks' kernel answers, and its memory; startup.py RUNS NOTEBOOK

As a program it runs by the Python of the notebooks' environment, and prints a line of JSON.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "environment"))

from steps import kernelspec  # noqa: E402 (needs the path above)
from steps.checkout import Checkout  # noqa: E402
from steps.commands import child_environment, guarded  # noqa: E402
from steps.console import SetupError  # noqa: E402

# Single trainings differ by some percent; with 7 pairs the median did by 2.
PAIRS = 24
SECONDS_TO_ANSWER = 300
TRAINER = """\
var data = Mnist.subset(100);
var start = Architecture.factorizedMlp(784, 100, 3, 10).initialize(42);
var options = TrainingOptions.defaults()
    .withIterations(2_000).withBatchSize(200).withLearningRate(0.3);
var trainer = Trainer.with(options);"""
TRAINING = "var result = trainer.train(start, data, PathProx.of(1e-3));"


class Session:
    """A running kernel; it is killed at the end of the `with` block, whatever happens in it."""

    def __init__(self, log):
        """`log` is an open file for what the kernel prints."""
        from jupyter_client import KernelManager

        self._manager = KernelManager(kernel_name=kernelspec.NAME)
        self._log = log

    def __enter__(self):
        self._manager.start_kernel(stdout=self._log, stderr=self._log)
        self._client = self._manager.blocking_client()
        self._client.start_channels()
        return self

    def __exit__(self, *exception):
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)

    @property
    def pid(self):
        return self._manager.provisioner.pid

    def run(self, cell):
        """Executes a cell; its first result has arrived when this returns."""
        reply = self._client.execute(cell, reply=True, timeout=SECONDS_TO_ANSWER)["content"]
        if reply["status"] != "ok":
            raise SetupError(f"{cell}\n  {reply.get('evalue')}")


def run(options, benchmark):
    """Measures the kernel of this checkout and prints the table."""
    from programs import Programs
    from speed import processor

    checkout = Checkout(benchmark.root)
    prepare = [sys.executable, str(checkout.environment / "start.py"), "--prepare"]
    if subprocess.run(prepare, stdout=sys.stderr, env=child_environment()).returncode != 0:
        raise SetupError("the kernel cannot be set up; the lines above say why")
    command = [checkout.venv_python, __file__, options.runs, checkout.first_notebook]
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, encoding="utf-8",
                          env=child_environment(JUPYTER_PREFER_ENV_PATH="1"))
    if done.returncode != 0:
        raise SetupError("the measurement failed; the lines above say why")
    measured = json.loads(done.stdout)
    with Programs(benchmark) as programs:
        told = f"{processor()}, {os.cpu_count()} cores, JDK {programs.jdk.version}"
        programs.show("pathprox.benchmark.report.Report", programs.target(options), content={
            "text": told, "quick": False, "rows": rows(measured), "machine": told, **measured})
    return 0


def rows(measured):
    """The rows, with the bounds that the project sets itself; what the system does not tell is None."""
    first = measured["first_result_s"]
    ratio = statistics.median(seen / hidden for seen, hidden in zip(measured["seen_s"], measured["hidden_s"]))
    found = (
        (f"kernel start to first result, the worst of {len(first)}, s", max(first), 4.0,
         f"median {statistics.median(first):.3g}"),
        ("Run all of the first notebook, s", measured["run_all_s"], 60.0, ""),
        ("peak resident memory of its kernel, MB", measured["peak_mb"], 700.0, ""),
        ("training time with progress seen / hidden", ratio, 1 / 0.98,
         "the median over pairs of two trainings one after the other"))
    return [dict(zip(("work", "measured", "must", "note"), row)) for row in found]


def measure(runs, notebook, log):
    """Seconds of first results, of all cells in one kernel, its memory, and trainings in pairs."""
    first = [told("first result", lambda: run_cells(["1 + 1"], log)[0]) for _ in range(runs)]
    seconds, peak = run_cells(code_cells(notebook), log)
    with Session(log) as seen, Session(log) as hidden:
        hidden.run("Progress.hide();")
        for kernel in (seen, hidden):
            for cell in (TRAINER, TRAINING, TRAINING):
                kernel.run(cell)
        times = {seen: [], hidden: []}
        for pair in range(PAIRS):
            for kernel in (seen, hidden) if pair % 2 else (hidden, seen):
                times[kernel].append(told("training", lambda: timed(kernel)))
    return {"first_result_s": first, "run_all_s": seconds, "peak_mb": peak,
            "seen_s": times[seen], "hidden_s": times[hidden]}


def run_cells(cells, log):
    """Runs cells in one kernel; seconds from its start, and its peak resident memory in MB."""
    start = time.monotonic()
    with Session(log) as kernel:
        for cell in cells:
            kernel.run(cell)
        return time.monotonic() - start, peak_memory(kernel.pid)


def timed(kernel):
    start = time.monotonic()
    kernel.run(TRAINING)
    return time.monotonic() - start


def told(what, work):
    """Shows a sign of life and returns the seconds."""
    seconds = work()
    print(f"{what} after {seconds:.2f} s", file=sys.stderr, flush=True)
    return seconds


def peak_memory(pid):
    """The most memory that a process had resident so far, in MB; None where nothing tells it."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), None)


def code_cells(notebook):
    """The sources of a notebook's code cells."""
    cells = json.loads(Path(notebook).read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return [source for source in sources if source.strip()]


def main(root, runs, notebook):
    with open(Checkout(root).log("startup"), "wb") as log:
        print(json.dumps(measure(int(runs), notebook, log)))
    return 0


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(Path(__file__).resolve().parents[3], *sys.argv[1:])))
