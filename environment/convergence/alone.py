"""Rows about the recommended method by itself."""

import statistics

from .curves import NOT_REACHED
from .orders import RECOMMENDED
from .plan import LATE
from .row import over_seeds

WINDOW = 10_000


def objective(results, iteration, must, aim):
    curves = measured(results)
    values = {seed: curve.objective_at(iteration) for seed, curve in curves.items()}
    points = [curve.at(iteration) for curve in curves.values()]
    return over_seeds(f"objective after {iteration:,} iterations", must, aim, values,
                      notes(results, accuracy(points)))


def iterations(results, target, must, aim):
    curves = measured(results)
    values = {seed: curve.iterations_to(target) for seed, curve in curves.items()}
    points = [curve.first_at_most(target) for curve in curves.values()]
    return over_seeds(f"iterations to objective {target}", must, aim, values,
                      notes(results, unreached(values, curves), accuracy(points, " there")))


def excess(results, must, aim):
    curves = measured(results)
    return over_seeds(
        "largest relative excess over the lowest objective before", must, aim,
        {seed: curve.excess(WINDOW) for seed, curve in curves.items()},
        notes(
            results,
            "records after the lowest one, and of the last "
            f"{WINDOW:,} iterations in any case; lowest at " + ", ".join(
                f"{curve.lowest().iteration:,} of {curve.last.iteration:,}"
                for curve in curves.values()),
            "aim: falling, an excess of at most 0.001",
            accuracy([curve.last for curve in curves.values()], " at the end"),
        ),
    )


def active(results, must, aim):
    curves = measured(results)
    values = {seed: curve.last.active if curve.last.objective <= LATE else NOT_REACHED
              for seed, curve in curves.items()}
    ends = ", ".join(f"{c.last.objective:.5f} after {c.last.iteration:,}" for c in curves.values())
    return over_seeds(
        f"active units of 1,200 at the end, objective ≤ {LATE}", must, aim, values,
        notes(results, f"objectives at the end: {ends}",
              accuracy([curve.last for curve in curves.values()], " at the end")),
    )


def measured(results):
    """The curves of the recommended method, without those of runs that failed."""
    curves = results.of(RECOMMENDED)
    return {seed: curve for seed, curve in curves.items() if not curve.problem}


def notes(results, *parts, judged="median"):
    """What of which seeds is judged, then the parts that say something, then what failed."""
    curves = results.of(RECOMMENDED)
    seeds = ", ".join(map(str, measured(results))) or "none"
    failed = [f"seed {s} failed: {c.problem}" for s, c in curves.items() if c.problem]
    diverged = [f"seed {seed} diverged" for seed, c in measured(results).items() if c.diverged]
    head = f"the {judged} of seeds {seeds} is judged"
    return "; ".join(part for part in [head, *parts, *diverged, *failed] if part)


def unreached(values, curves):
    """Names the seeds that did not reach a target, and how far they were run."""
    return ", ".join(f"seed {seed} not within {curves[seed].last.iteration:,}"
                     for seed, value in values.items() if value == NOT_REACHED)


def accuracy(points, where=""):
    """The median test accuracy of records; empty where there is none."""
    known = [point.accuracy for point in points if point and point.accuracy is not None]
    return f"test accuracy{where} {100 * statistics.median(known):.2f} %" if known else ""
