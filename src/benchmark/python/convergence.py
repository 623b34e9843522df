"""The command `convergence`: how soon given objectives are reached, and what is solved exactly."""

import math

import methods
from judged import Row, tell
from programs import Programs, Progress, as_far_as_it_goes
from rivals import OURS

MAIN = "pathprox.benchmark.convergence.Convergence"
PROBLEM = "mnist-400"
ITERATIONS, QUICK_ITERATIONS, RECORDS = 1_600, 50, 64
TARGETS = (("0.0054", 1_000, 600), ("0.0037", 1_600, 1_000))


def run(options, checkout):
    """Returns 0 if everything was run, whatever the verdicts are."""
    runs, solved, progress = [], [], Progress()

    def measure():
        solve("convex")
        seeds = "1" if options.quick else ",".join(map(str, range(1, options.seeds + 1)))
        progress(f"{PROBLEM}: seeds {seeds}", may_take_long=True)
        runs.extend(programs.results(
            "convergence", methods.MAIN, "--problems", PROBLEM, "--methods", OURS, "--seeds", seeds,
            "--records", RECORDS, "--iterations", QUICK_ITERATIONS if options.quick else ITERATIONS,
            "--fresh", "--out", checkout.root / "target" / "convergence"))
        solve("path")

    def solve(case):
        progress(f"{case}: running", may_take_long=True)
        solved.extend(exact(row) for row in programs.results("convergence", MAIN, case))

    with Programs(checkout) as programs:
        code = as_far_as_it_goes(measure)
    tell([*(iterations(runs, *target) for target in TARGETS), *solved], "", {"runs": runs}, options)
    return code


def exact(row):
    """A row that Java wrote; in its JSON what is not reached is the text Infinity."""
    return Row(**{**row, "measured": float(row["measured"])})


def iterations(runs, objective, must, aim):
    """Of the seed that needs most, in a recorded step; infinite where one did not get there."""
    needed = [run["reached"].get(objective, math.inf) for run in runs]
    each = ", ".join("not reached" if math.isinf(count) else f"{count:,}" for count in needed)
    ends = ", ".join(f"{run['objective']:.5f}" if run["objective"] else "diverged" for run in runs)
    note = (f"each seed: {each}; objectives after {runs[0]['iterations']:,} iterations: {ends}") if runs else ""
    return Row(f"MNIST subset 784-400×5-10, λ 1e-4, iterations to {objective}, worst seed",
               max(needed, default=None), must, aim, note)
