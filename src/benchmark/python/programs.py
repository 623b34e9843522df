"""Programs that measure: each writes lines of JSON, by itself or in answer to commands."""

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


class WorkFailed(Exception):
    """Why a worker could not do a work."""


class Program:
    """A running program; what it says beside JSON goes to a log."""

    def __init__(self, name, command, log, cwd=None, threads=1):
        self.name, self.log = name, log
        with open(log, "wb") as errors:
            self._process = subprocess.Popen(
                list(map(str, command)), cwd=cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=errors, encoding="utf-8", env=environment(threads))

    def results(self):
        """Yields what it writes until it ends; raises SetupError if it fails."""
        self._process.stdin.close()
        for line in self._process.stdout:
            if line.endswith("\n"):  # the last one may have been cut short
                yield json.loads(line)
        if self._process.wait() != 0:
            raise SetupError(f"{self.name} failed.\nThe last lines of {self.log}:\n{tail(self.log)}")

    def ask(self, *words):
        """The answer to a command; raises WorkFailed if it is a problem."""
        command = " ".join(map(str, words))
        try:
            self._process.stdin.write(command + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except OSError:
            line = ""
        if not line:
            raise SetupError(f'the {self.name} worker ended at "{command}".\n'
                             f"The last lines of {self.log}:\n{tail(self.log)}")
        answer = json.loads(line)
        if "error" in answer:
            raise WorkFailed(answer["error"])
        return answer

    def stop(self):
        """Ends the program, if it still runs."""
        self._process.terminate()
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def environment(threads):
    """A program's number of threads, which is read when BLAS is loaded, and no other choice.

    OpenBLAS writes to the log which kernels it has chosen.
    """
    free = {name: value for name, value in child_environment().items() if not name.startswith(PINNING)}
    return {**free, "OMP_NUM_THREADS": str(threads), "OPENBLAS_VERBOSE": "2"}


def pinned():
    """The variables of this program's environment that the others do not get."""
    return sorted(name for name in os.environ if name.startswith(PINNING))


class Programs:
    """Starts programs, and ends those that still run at the end of its `with` block."""

    def __init__(self, checkout):
        self.checkout, self._running = checkout, []
        self._jdk, self._class_path = compiled(checkout)

    def java(self, main, *arguments):
        """The command line of a Java program of the benchmark."""
        return java_command(self._jdk, self._class_path, main, *arguments)

    def start(self, name, command, threads=1):
        log = self.checkout.log(f"benchmark-{name}")
        self._running.append(Program(name, command, log, self.checkout.root, threads))
        return self._running[-1]

    def results(self, name, main, *arguments):
        """Yields what a Java program writes until it ends, on one thread."""
        return self.start(name, self.java(main, *arguments)).results()

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

    def stop(self):
        for program in self._running:
            program.stop()

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
