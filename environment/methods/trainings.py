"""Runs the trainings, a Java program for each problem, some of them at the same time."""

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from steps import commands
from steps.benchmark_classes import java_command
from steps.commands import child_environment
from steps.console import SetupError

MAIN = "pathprox.benchmark.methods.Methods"
OURS = "recommended"
RIVALS = ("published", "weight-decay", "heavy-ball-90", "heavy-ball-95", "heavy-ball-99")
MULTIPLES = ("1", "0.333", "3")
QUICKER = 50


@dataclass(frozen=True)
class Plan:
    """What to run; of what the folder has already, nothing is run again."""

    folder: Path
    methods: tuple = (OURS, *RIVALS)
    seeds: tuple = (1, 2, 3)
    divisor: int = 1
    is_fresh: bool = False

    @property
    def is_quick(self):
        return self.divisor > 1

    def arguments(self, problem):
        """What the Java program is called with."""
        return [
            "--problems", problem, "--methods", ",".join(self.methods),
            "--seeds", ",".join(map(str, self.seeds)), "--multiples", ",".join(MULTIPLES),
            "--out", self.folder, "--divide", self.divisor, *(["--fresh"] if self.is_fresh else []),
        ]


class Trainings:
    """The Java programs of a comparison."""

    def __init__(self, checkout, jdk, class_path, progress):
        self._checkout, self._jdk, self._class_path = checkout, jdk, class_path
        self._progress = progress
        self._running = []

    def problems(self):
        """The names of all problems, from the shortest trainings to the longest."""
        process = self._start("list", ["--list"])
        names = process.stdout.read().split()
        self._end("list", process)
        return names

    def run(self, plan, problems, workers):
        """Trains on all problems, those that take longest first."""
        with ThreadPoolExecutor(workers) as pool:
            jobs = [pool.submit(self._run, plan, problem) for problem in reversed(problems)]
            try:
                for job in jobs:
                    job.result()
            except BaseException:
                for job in jobs:
                    job.cancel()
                for process in self._running:
                    process.terminate()
                raise

    def _run(self, plan, problem):
        self._progress(f"{problem}: starting", may_take_long=True)
        process = self._start(problem, plan.arguments(problem))
        self._running.append(process)
        for line in process.stdout:
            result = json.loads(line)
            self._progress(
                f"{problem}: {result['method']}, {result['schedule']} {result['rate']:g}, "
                f"seed {result['seed']}: {shown(result['objective'])}"
            )
        self._end(problem, process)

    def _start(self, name, arguments):
        command = java_command(self._jdk, self._class_path, MAIN, *map(str, arguments))
        with open(self._log(name), "wb") as errors:
            return subprocess.Popen(
                command, cwd=self._checkout.root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=errors, encoding="utf-8", env=child_environment(OMP_NUM_THREADS=1),
            )

    def _end(self, name, process):
        process.stdout.close()
        if process.wait() != 0:
            log = self._log(name)
            raise SetupError(f"{name} ended early.\nThe last lines of {log}:\n{commands.tail(log)}")

    def _log(self, name):
        return self._checkout.log(f"methods-{name}")


def shown(objective):
    return "diverged" if objective is None else f"objective {objective:.5g}"
