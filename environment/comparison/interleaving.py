"""Times works in turns, block by block, so that a drift of the machine meets all of them."""

import contextlib
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import Optional

from .workers import WorkFailed

SECONDS_TO_WARM_UP = 2.0
MOST_PER_COMMAND = 20_000
SECONDS_OF_SPINNING = 0.25  # for which threads of OpenMP keep processors busy when a loop has ended


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
        if "bytes" in answer:
            self.bytes.append(answer["bytes"])
        self.note = answer.get("note", "")

    @property
    def milliseconds(self) -> Optional[float]:
        """The median, beside other programs the mean, or None if nothing was measured."""
        if not self.nanoseconds:
            return None
        average = statistics.fmean if self.competes else statistics.median
        return average(self.nanoseconds) / 1e6

    @property
    def allocated(self) -> Optional[float]:
        """Bytes a repetition, the median of the blocks; None if they are not counted."""
        return statistics.median(self.bytes) if self.bytes else None


def measure(group, workers, threads, progress):
    """Times all works of a group on each number of threads; returns a Timing for each of them."""
    with busy_loops(group.busy_loops):
        return take_turns(group, workers, threads, progress)


def take_turns(group, workers, threads, progress):
    timings = {timed: Timing(group.busy_loops > 0) for timed in group.works(threads)}
    repetitions = {}
    for timed, timing in timings.items():
        progress(f"{group.name}: preparing {said(timed)}", may_take_long=True)
        try:
            worker = workers.of(timed)
            repetitions[timed] = prepare(worker, timed.work, group.seconds_per_block)
        except WorkFailed as problem:
            timing.problem = str(problem)
    for block in range(group.blocks):
        progress(f"{group.name}: block {block + 1} of {group.blocks}")
        for timed, times in repetitions.items():
            timings[timed].add(workers.of(timed).ask("run", timed.work, times))
            if timed.threads > 1:
                time.sleep(SECONDS_OF_SPINNING)
    for timed in repetitions:
        workers.of(timed).ask("drop", timed.work)
    return timings


def said(timed):
    plural = "" if timed.threads == 1 else "s"
    return f"{timed.work} ({timed.worker}, {timed.threads} thread{plural})"


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
