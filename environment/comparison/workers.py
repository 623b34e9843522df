"""The two programs that time works: one in Java, one in Python with PyTorch."""

import json
import subprocess

from steps import commands
from steps.benchmark_classes import java_command
from steps.commands import child_environment
from steps.console import SetupError

from .lines import OURS, TWIN

SECONDS_TO_END = 10


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
                # Both BLAS libraries read it when they are loaded.
                env=child_environment(OMP_NUM_THREADS=threads),
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


class Workers:
    """Both workers, by name; a context that ends them."""

    def __init__(self, checkout, jdk, class_path, threads, samples):
        self._all = {}
        main = "pathprox.benchmark.Worker"
        self._start(OURS, java_command(jdk, class_path, main, str(threads)), threads, checkout)
        try:
            self._all[OURS].ask("export", samples)
            twin = checkout.root / "src" / "benchmark" / "python" / "torch_twin.py"
            command = [checkout.venv_python, twin, threads, samples]
            self._start(TWIN, command, threads, checkout)
        except BaseException:
            self.close()
            raise

    def _start(self, name, command, threads, checkout):
        self._all[name] = Worker(name, command, threads, checkout.log(f"benchmark-{name}"))

    def __getitem__(self, name):
        return self._all[name]

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.close()

    def close(self):
        for worker in self._all.values():
            worker.close()
