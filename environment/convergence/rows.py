"""The rows of the table, with must and aim of each."""

import math

from comparison.bounded import lower

TARGETS = (("0.0054", 1_000, 600), ("0.0037", 1_600, 1_000))


def rows(runs, convex, path):
    """All rows in their order."""
    return [*(iterations(runs, *target) for target in TARGETS), exact(convex), warm(path)]


def iterations(runs, objective, must, aim):
    """Of the seed that needs most; infinite where one did not get there."""
    needed = [run["reached"].get(objective, math.inf) for run in runs]
    ends = ", ".join(f"{run['objective']:.5f}" if run["objective"] else "diverged" for run in runs)
    note = (f"each seed: {', '.join(map(shown, needed))}; objectives after "
            f"{runs[0]['iterations']:,} iterations: {ends}") if runs else ""
    return lower(f"MNIST subset 784-400×5-10, λ 1e-4, iterations to {objective}, worst seed",
                 max(needed, default=None), must, aim, note)


def shown(count):
    return "not reached" if math.isinf(count) else f"{count:,}"


def exact(answer):
    """A training that does not stop by itself has not reached anything."""
    value, note = answer.get("residual"), ""
    if answer:
        note = f"the stopping rule ended it after {answer['iterations']:,} iterations"
        if not answer["stopped"]:
            value, note = math.inf, f"the stopping rule did not end it; residual {value:.2g}"
    return lower("optimality residual / λ, one hidden layer, full batch, float64", value, 1e-8,
                 None, note)


def warm(answer):
    value, note = None, ""
    if answer:
        value = answer["warm"] / answer["cold"]
        note = f"{answer['warm']:,} iterations against {answer['cold']:,}"
    return lower("10 λ with warm starts / 10 cold runs, iterations", value, 0.5, 0.3, note)
