"""The programs that time works: one in Java and one with PyTorch for each number of threads."""

import json
import os
import subprocess

from steps import commands
from steps.benchmark_classes import java_command
from steps.commands import child_environment
from steps.console import SetupError

from .lines import OURS, TWIN

SECONDS_TO_END = 10


# What chooses the kernels of one side only, or binds threads to processors.
PINNING = ("OPENBLAS_", "MKL_", "ONEDNN_", "DNNL_", "ATEN_", "KMP_", "GOMP_", "OMP_")


class WorkFailed(Exception):
    """Why a worker could not do a work."""


class Worker:
    """A running program that answers each command with one line of JSON."""

    def __init__(self, name, command, threads, log):
        self.name = name
        self.log = log
        with open(log, "wb") as errors:
            self._process = subprocess.Popen(
                [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=errors, encoding="utf-8",
                env=environment(threads),
            )

    def ask(self, *words):
        """The answer to a command; raises WorkFailed if it is a problem."""
        try:
            self._process.stdin.write(" ".join(map(str, words)) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except OSError:
            line = ""
        if not line:
            raise SetupError(
                f"the {self.name} worker ended at \"{' '.join(map(str, words))}\".\n"
                f"The last lines of {self.log}:\n{commands.tail(self.log)}"
            )
        answer = json.loads(line)
        if "error" in answer:
            raise WorkFailed(answer["error"])
        return answer

    def close(self):
        """Ends the program by closing its input, or kills it if it does not end."""
        try:
            self._process.stdin.close()
        except OSError:
            pass
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()


def environment(threads):
    """Both sides' number of threads, which they read when they are loaded, and nothing else.

    OpenBLAS writes to the log which kernels it has chosen.
    """
    free = child_environment(OMP_NUM_THREADS=threads, OPENBLAS_VERBOSE=2)
    kept = ("OMP_NUM_THREADS", "OPENBLAS_VERBOSE")
    return {
        name: value for name, value in free.items()
        if name in kept or not name.startswith(PINNING)
    }


def pinned():
    """The variables of this program's environment that the workers do not get."""
    return sorted(name for name in os.environ if name.startswith(PINNING))


class Workers:
    """All workers; a context that ends them. Those that do nothing wait for their input."""

    def __init__(self, checkout, jdk, class_path, threads, samples):
        self._all = {}
        try:
            for count in threads:
                main = "pathprox.benchmark.Worker"
                self._start(OURS, count, java_command(jdk, class_path, main, str(count)), checkout)
            self.any(OURS).ask("export", samples)
            twin = checkout.root / "src" / "benchmark" / "python" / "torch_twin.py"
            for count in threads:
                self._start(TWIN, count, [checkout.venv_python, twin, count, samples], checkout)
        except BaseException:
            self.close()
            raise

    def _start(self, name, threads, command, checkout):
        log = checkout.log(f"benchmark-{name}-{threads}")
        self._all[name, threads] = Worker(name, command, threads, log)

    def any(self, name):
        """One of the workers of this name."""
        return next(worker for (each, _), worker in self._all.items() if each == name)

    def of(self, timed):
        """The worker that does a work on its number of threads."""
        return self._all[timed.worker, timed.threads]

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.close()

    def close(self):
        for worker in self._all.values():
            worker.close()
