"""Accuracies of all competitors beside each other, in Markdown."""

from comparison import report

from .results import ALL_UNITS
from .trials import OURS, RIVALS

SHARES = (0.12, 0.25, 0.5)
TITLES = {
    "mnist": "MNIST subset, 784-100×5-10, 300 units",
    "digits": "Bundled digits, 64-100-10, 100 units",
    "convolutional": "MNIST subset, four convolutions, 96 units",
}
NAMES = {
    OURS: "PathProx, recommended",
    "published": "PathProx as published",
    "pruned-gradually": "weight decay, pruned gradually",
    "pruned-at-once": "weight decay, pruned at once",
    "narrow": "weight decay, narrow from the start",
    "d-gating": "D-Gating",
    ALL_UNITS: "weight decay, all units",
}
INTRODUCTION = (
    "Test accuracy in percent, mean ± deviation over the seeds, and in brackets the mean number of "
    "units kept, those below 1/1000 of the largest path norm of their pair left out. All have "
    "the same iterations for one network, and their best of a few settings for each share by "
    "validation on two fifths of the first seed's training set, those left out that diverge or end "
    "at chance on a seed."
)


def markdown(problems):
    """A line for each problem and competitor, a column for each share."""
    header = ["data", "competitor", *(f"{100 * share:.0f} % of the units" for share in SHARES),
              "all units"]
    lines = [header, ["---"] * len(header)]
    lines += [line(problem, name) for problem in problems for name in NAMES
              if name in problem.points]
    return INTRODUCTION + "\n\n" + "\n".join(map(report.cells, lines))


def line(problem, name):
    points = [problem.at(name, share) for share in (*SHARES, 1)]
    return [TITLES[problem.name], NAMES[name], *map(cell, points)]


def cell(point):
    if point is None:
        return ""
    diverged = f", {point.diverged} diverged" if point.diverged else ""
    return f"{point.accuracy:.2f} ± {point.deviation:.2f} ({point.kept:.0f}{diverged})"

