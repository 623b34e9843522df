"""Java programs of the benchmark that print lines of JSON and end."""

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor

from steps import commands
from steps.benchmark_classes import java_command
from steps.commands import child_environment
from steps.console import SetupError


class Programs:
    """Starts them, on one thread each, and ends what still runs; usable by several threads."""

    def __init__(self, checkout, jdk, class_path):
        self._checkout, self._jdk, self._class_path = checkout, jdk, class_path
        self._running = []

    def lines(self, name, main, *arguments):
        """Yields what a program prints, line by line; raises SetupError if it fails."""
        command = java_command(self._jdk, self._class_path, main, *map(str, arguments))
        log = self._checkout.log(f"benchmark-{name}")
        with open(log, "wb") as errors:
            process = subprocess.Popen(
                command, cwd=self._checkout.root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=errors, encoding="utf-8", env=child_environment(OMP_NUM_THREADS=1),
            )
        self._running.append(process)
        with process.stdout:
            yield from map(str.rstrip, process.stdout)
        if process.wait() != 0:
            raise SetupError(f"{name} failed.\nThe last lines of {log}:\n{commands.tail(log)}")

    def results(self, name, main, *arguments):
        """The same as objects."""
        return map(json.loads, self.lines(name, main, *arguments))

    def stop(self):
        """Ends all programs that run."""
        for process in self._running:
            process.terminate()
        for process in self._running:
            process.wait()


def run_all(programs, jobs, workers):
    """Calls functions that use the programs, some at the same time; one that fails ends all."""
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        try:
            for future in futures:
                future.result()
        except BaseException:
            for future in futures:
                future.cancel()
            programs.stop()
            raise
