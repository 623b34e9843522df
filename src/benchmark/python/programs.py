"""Programs that measure and write lines of JSON, and those in Java that show what came of it."""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from preparation import compiled, java_command
from steps.commands import child_environment, tail
from steps.console import SetupError

SECONDS_TO_END = 10
SECONDS_BETWEEN_SIGNS = 5
# What chooses the kernels of one side only, or binds threads to processors.
PINNING = ("OPENBLAS_", "MKL_", "ONEDNN_", "DNNL_", "ATEN_", "KMP_", "GOMP_", "OMP_")


def environment():
    """One thread, which is read when BLAS is loaded, and no other choice.

    OpenBLAS writes to the log which kernels it has chosen.
    """
    free = {name: value for name, value in child_environment().items() if not name.startswith(PINNING)}
    return {**free, "OMP_NUM_THREADS": "1", "OPENBLAS_VERBOSE": "2"}


class Programs:
    """Starts programs, and ends those that still run at the end of its `with` block."""

    def __init__(self, checkout):
        self.checkout, self._running = checkout, []
        self.jdk, self._class_path = compiled(checkout)

    def java(self, main, *arguments):
        """The command line of a Java program of the benchmark."""
        return list(map(str, java_command(self.jdk, self._class_path, main, *arguments)))

    def results(self, name, *command):
        """Yields the objects that a program writes until it ends; raises SetupError if it fails."""
        log = self.checkout.log(f"benchmark-{name}")
        with open(log, "wb") as errors:
            process = subprocess.Popen(
                list(map(str, command)), cwd=self.checkout.root, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=errors, encoding="utf-8", env=environment())
        self._running.append(process)
        with process.stdout:
            for line in process.stdout:
                if line.endswith("\n"):  # the last one may have been cut short
                    yield json.loads(line)
        if process.wait() != 0:
            raise SetupError(f"{name} failed.\nThe last lines of {log}:\n{tail(log)}")

    def run_all(self, jobs, workers):
        """Calls functions that use the programs, some at the same time; one that fails ends all."""
        with ThreadPoolExecutor(workers) as pool:
            futures = [pool.submit(job) for job in jobs]
            try:
                for future in futures:
                    future.result()
            except BaseException:
                for future in futures:
                    future.cancel()
                self.stop()
                raise

    def target(self, options):
        """The file that is asked for, or one that nobody sees."""
        return (options.json or self.checkout.work / "benchmark.json").absolute()

    def show(self, main, *arguments, content=None):
        """Runs a Java program that prints a table and writes a file."""
        log = self.checkout.log("benchmark-report")
        sys.stdout.flush()
        with open(log, "wb") as errors:
            done = subprocess.run(
                self.java(main, *arguments), cwd=self.checkout.root, stderr=errors, env=environment(),
                input=json.dumps(content or {}), encoding="utf-8")
        if done.returncode != 0:
            raise SetupError(f"showing the results failed.\nThe last lines of {log}:\n{tail(log)}")

    def stop(self):
        for process in self._running:
            process.terminate()
            try:
                process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                process.kill()

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.stop()


class Progress:
    """Prints a line if the last one is some seconds old, or if what it tells may take long."""

    def __init__(self):
        self._next = 0

    def __call__(self, text, may_take_long=False):
        now = time.monotonic()
        if may_take_long or now >= self._next:
            self._next = now + SECONDS_BETWEEN_SIGNS
            print(text, file=sys.stderr, flush=True)


def as_far_as_it_goes(work):
    """Does a work and returns the exit code; what was measured before an end can still be shown."""
    try:
        work()
        return 0
    except KeyboardInterrupt:
        print("stopped; what follows is what was measured before", file=sys.stderr)
        return 130
    except SetupError as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 1


def pinned():
    """The variables of this program's environment that the others do not get."""
    return ", ".join(sorted(name for name in os.environ if name.startswith(PINNING)))
