"""The rows of the table, computed from the curves; must and aim of each."""

from . import against, alone
from .plan import EARLY, LATE
from .row import single

OBJECTIVES = ((1_000, 0.0135, 0.0100), (2_000, 0.0075, 0.0057), (4_000, 0.0048, 0.0040))
TARGETS = ((EARLY, 3_500, 2_200), (LATE, 9_000, 5_000))


def rows(plan, results):
    """All rows in their order."""
    return [
        *(alone.objective(results, *each) for each in OBJECTIVES),
        *(alone.iterations(results, *each) for each in TARGETS),
        against.heavy_ball(results, 0.6, 0.4),
        alone.excess(results, 0.01, 0.001),
        against.weight_decay(results, 0, 0),
        alone.active(results, 170, 120),
        against.published(results, 0.05, 0.02),
        convex(results, 1e-8),
        path(results, 0.5, 0.3),
    ]


def convex(results, must):
    """A training that does not stop by itself has not reached anything."""
    answer, note = results.convex, "not measured"
    value = answer.get("residual")
    if value is not None:
        note = f"the stopping rule ended it after {answer['iterations']:,} iterations"
        if not answer["stopped"]:
            value, note = float("inf"), f"the stopping rule did not end it; residual {value:.2g}"
    return single("optimality residual / λ, one hidden layer, full batch, float64", must, None,
                  value, answer.get("problem", note))


def path(results, must, aim):
    answer, note, value = results.path, "not measured", None
    if "warm" in answer:
        value = answer["warm"] / answer["cold"]
        note = f"{answer['warm']:,} iterations against {answer['cold']:,}"
    return single("10 λ with warm starts / 10 cold runs, iterations", must, aim, value,
                  answer.get("problem", note))
