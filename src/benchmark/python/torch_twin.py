"""Times works on request, as pathprox.benchmark.Worker does: a command a line, a JSON line each.

Commands: machine, prepare WORK, run WORK TIMES, drop WORK. Arguments: the number of threads and the
folder with the exported samples.
"""

import gc
import json
import sys
import time

import torch

from twin import works
from twin.samples import Samples


class Worker:
    """Works by name, and the answer to each command."""

    def __init__(self, threads, samples):
        torch.set_num_threads(threads)
        self.samples = samples
        self.prepared = {}

    def machine(self):
        return {
            "PyTorch": torch.__version__, "threads": torch.get_num_threads(),
            "kernels": torch.backends.cpu.get_cpu_capability(),
        }

    def prepare(self, name):
        torch.manual_seed(1)
        self.prepared[name] = works.make(name, self.samples)
        return {"note": getattr(self.prepared[name], "note", "")}

    def run(self, name, times):
        work = self.prepared[name]
        nanoseconds = []
        for _ in range(int(times)):
            start = time.perf_counter_ns()
            work()
            nanoseconds.append(time.perf_counter_ns() - start)
        return {"nanoseconds": nanoseconds, "note": getattr(work, "note", "")}

    def drop(self, name):
        self.prepared.pop(name, None)
        gc.collect()
        return {}


def answer(worker, words):
    """The answer to one command; a problem is an answer too."""
    try:
        return getattr(worker, words[0])(*words[1:])
    except Exception as problem:
        return {"error": f"{type(problem).__name__}: {problem}"}


def main():
    answers = sys.stdout
    sys.stdout = sys.stderr  # what a library prints must not get between the answers
    worker = Worker(int(sys.argv[1]), Samples(sys.argv[2]))
    for line in sys.stdin:
        print(json.dumps(answer(worker, line.split())), file=answers, flush=True)


if __name__ == "__main__":
    main()
