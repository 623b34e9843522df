"""The problems beside each other, in Markdown and for JSON."""

import math
import statistics

from comparison import report

from .results import PUBLISHED, WEIGHT_DECAY, objective

HEADER = ["problem", "ours", "best rival", "ratio by seed", "the best rivals",
          "units: strong, active, all", "published: strong", "test accuracy, or error",
          "weight decay's"]


def markdown(problems):
    """A line for each problem; figures are medians over the seeds."""
    lines = [HEADER, ["---"] * len(HEADER), *map(cells, filter(is_compared, problems))]
    return "\n".join(map(report.cells, lines))


def is_compared(problem):
    return problem.ours and problem.rivals


def cells(problem):
    ours = list(problem.ours.values())
    best = [problem.best_rival(seed) for seed in problem.ours]
    rivals = dict.fromkeys(str(rival) for rival in best if rival)
    ratios = [f"{ratio:.2f}" for ratio in problem.ratios().values()]
    return [
        problem.name, median(map(objective, ours)),
        median(objective(rival.runs[seed]) for seed, rival in zip(problem.ours, best) if rival),
        " ".join(ratios), "; ".join(rivals),
        f"{median(run['strong'] for run in ours)}, {median(run['active'] for run in ours)}, "
        f"{ours[0]['units']}",
        median(their["strong"] for _, their in problem.pairs(PUBLISHED)),
        test(ours), test([their for _, their in problem.pairs(WEIGHT_DECAY)]),
    ]


def test(runs):
    """The median test accuracy; for regression the median test error."""
    if runs and runs[0]["testAccuracy"] is not None:
        return f"{100 * statistics.median(run['testAccuracy'] for run in runs):.1f} %"
    return median(run["testLoss"] for run in runs)


def median(values):
    """Of what is known, in a few digits."""
    known = [value for value in values if value is not None]
    if not known:
        return "–"
    value = statistics.median(known)
    if math.isinf(value):
        return "diverged"
    return f"{value:,.0f}" if value == int(value) else f"{value:.4g}"


def contents(problems):
    """All settings and runs that the tables were computed from."""
    return [{
        "problem": problem.name, "ratios": finite(problem.ratios()),
        "ours": list(problem.ours.values()), "other_rates": problem.other_rates,
        "rivals": [{"setting": str(rival), "runs": list(rival.runs.values())}
                   for rival in problem.rivals.values()],
    } for problem in problems]


def finite(values):
    """JSON has no infinity: null."""
    return {key: value if math.isfinite(value) else None for key, value in values.items()}
