"""Times works in turns, block by block, so that a drift of the machine meets all of them."""

import contextlib
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

from lines import OURS, TWIN
from programs import WorkFailed

SECONDS_TO_WARM_UP = 2.0
MOST_PER_COMMAND = 20_000
SECONDS_OF_SPINNING = 0.25  # for which threads of OpenMP keep processors busy when a loop has ended


@contextlib.contextmanager
def ready_workers(programs, threads):
    """Yields the workers by (name, threads), ended afterwards; those that do nothing wait."""
    checkout = programs.checkout
    with tempfile.TemporaryDirectory(prefix="samples-", dir=checkout.work) as samples:
        workers = {}
        try:
            for count in threads:
                command = programs.java("pathprox.benchmark.Worker", count)
                workers[OURS, count] = programs.start(f"{OURS}-{count}", command, count)
            workers[OURS, threads[0]].ask("export", samples)
            for count in threads:
                command = [checkout.venv_python, checkout.python / "torch_twin.py", count, samples]
                workers[TWIN, count] = programs.start(f"{TWIN}-{count}", command, count)
            yield workers
        finally:
            for worker in workers.values():
                worker.stop()


def worker_of(workers, timed):
    """The worker that does a work on its number of threads."""
    return workers[timed.worker, timed.threads]


@dataclass
class Timing:
    """What is known of one work: nanoseconds of each repetition, bytes a repetition, a note.

    Where programs compete, most repetitions are not interrupted and some wait for others; their
    mean is what a person waits, while the median would not see it.
    """

    competes: bool = False
    nanoseconds: list = field(default_factory=list)
    bytes: list = field(default_factory=list)
    note: str = ""
    problem: str = ""

    def add(self, answer):
        self.nanoseconds += answer["nanoseconds"]
        self.bytes += [answer["bytes"]] if "bytes" in answer else []
        self.note = answer.get("note", "")

    @property
    def milliseconds(self):
        """The median, beside other programs the mean, or None if nothing was measured."""
        average = statistics.fmean if self.competes else statistics.median
        return average(self.nanoseconds) / 1e6 if self.nanoseconds else None

    @property
    def allocated(self):
        """Bytes a repetition, the median of the blocks; None if they are not counted."""
        return statistics.median(self.bytes) if self.bytes else None


def measure(group, workers, threads, progress):
    """Times all works of a group on each number of threads; returns a Timing for each of them."""
    timings = {timed: Timing(group.busy_loops > 0) for timed in group.works(threads)}
    repetitions = {}
    with busy_loops(group.busy_loops):
        for timed, timing in timings.items():
            progress(f"{group.name}: preparing {timed.work} ({timed.worker}, "
                     f"{in_words(timed.threads)})", may_take_long=True)
            try:
                worker = worker_of(workers, timed)
                repetitions[timed] = prepare(worker, timed.work, group.seconds_per_block)
            except WorkFailed as problem:
                timing.problem = str(problem)
        for block in range(group.blocks):
            progress(f"{group.name}: block {block + 1} of {group.blocks}")
            for timed, times in repetitions.items():
                timings[timed].add(worker_of(workers, timed).ask("run", timed.work, times))
                if timed.threads > 1:
                    time.sleep(SECONDS_OF_SPINNING)
    for timed in repetitions:
        worker_of(workers, timed).ask("drop", timed.work)
    return timings


def in_words(threads):
    return "1 thread" if threads == 1 else f"{threads} threads"


@contextlib.contextmanager
def busy_loops(count):
    """So many other programs that want a processor all the time."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def prepare(worker, work, seconds_per_block):
    """Sets a work up, warms it up, and returns how many repetitions fill a block."""
    worker.ask("prepare", work)
    spent, times, median = 0.0, 1, 0.0
    while spent < SECONDS_TO_WARM_UP:
        nanoseconds = worker.ask("run", work, times)["nanoseconds"]
        spent += max(sum(nanoseconds) * 1e-9, 1e-3)
        median = statistics.median(nanoseconds) * 1e-9
        times = min(2 * times, MOST_PER_COMMAND)
    return max(1, min(MOST_PER_COMMAND, round(seconds_per_block / max(median, 1e-9))))
