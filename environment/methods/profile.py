"""The performance profile: which share of the runs ends within a factor of the best rival."""

import math

from .trainings import OURS, RIVALS

def ratios(problems):
    """By method, the ratios to the best rival of all problems and seeds, the smallest first."""
    found = {method: [] for method in (OURS, *RIVALS)}
    for problem in problems:
        for seed, run in problem.ours.items():
            found[OURS].append(problem.ratio(seed))
            for method, rival in problem.rivals.items():
                if seed in rival.runs:
                    found[method].append(problem.ratio(seed, rival.runs[seed]))
    return {method: sorted(each for each in values if each is not None)
            for method, values in found.items()}


def content(problems):
    """The ratios for JSON, which has no infinity: null."""
    return {method: [each if math.isfinite(each) else None for each in values]
            for method, values in ratios(problems).items()}
