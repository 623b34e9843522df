"""The rows that are judged, with must and aim of each."""

from comparison.bounded import higher

from .results import ALL_UNITS
from .table import NAMES, TITLES
from .trials import OURS

FEW, SOME = 0.12, 0.25


def rows(problems):
    """Three rows for each problem."""
    return [row for problem in problems for row in (
        against_others(problem, FEW, 0, 1),
        against_others(problem, SOME, -0.3, 0.3),
        against_all_units(problem),
    )]


def against_others(problem, share, must, aim):
    ours, best = problem.at(OURS, share), problem.best_other(share)
    measured, note = None, "not run"
    if ours and best:
        name, point = best
        measured = ours.accuracy - point.accuracy
        note = f"{said(ours)} against {said(point)}, {NAMES[name]}"
    return higher(f"{TITLES[problem.name]}: recommended minus the best other at "
                  f"{100 * share:.0f} % of the units, points", measured, must, aim, note)


def against_all_units(problem):
    """The second half of the aim at a quarter of the units."""
    ours, dense = problem.at(OURS, SOME), problem.at(ALL_UNITS, 1)
    measured, note = None, "not run"
    if ours and dense:
        measured = ours.accuracy - dense.accuracy
        note = f"{said(ours)} against {said(dense)}"
    return higher(f"{TITLES[problem.name]}: recommended at {100 * SOME:.0f} % of the units minus "
                  "weight decay with all, points", measured, None, -0.5, note)


def said(point):
    return f"{point.accuracy:.2f} ± {point.deviation:.2f} % with {point.kept:.0f} units"
