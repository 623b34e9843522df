"""All methods on further problems, the heavy ball at its best setting there."""

import math
import statistics

from .orders import DIGITS, HEAVY_BALL, LINE, PUBLISHED, RECOMMENDED, WEIGHT_DECAY, Order

PROBLEMS = (DIGITS, LINE)


def measure(problem, plan, trainings, results):
    """Fills in the curves of one problem; all methods have its learning rate."""
    for method in (RECOMMENDED, PUBLISHED, WEIGHT_DECAY):
        for seed in plan.seeds:
            order = Order(problem, method, seed)
            results.of(method, problem)[seed] = trainings.run(order, plan.elsewhere)
    decay = results.of(WEIGHT_DECAY, problem)
    best = math.inf, math.inf
    # Learning rates are no part of the search here, so settings that differ in them are the same.
    for setting in dict.fromkeys(each.at_usual_rate() for each in plan.settings):
        curves = {seed: trainings.run(setting.order(seed, problem), plan.elsewhere)
                  for seed in plan.seeds}
        speed = rank(curves, decay)
        if speed < best:
            best = speed
            results.settings[problem] = setting
            results.curves[problem, HEAVY_BALL] = curves


def rank(curves, decay):
    """Iterations to what weight decay reaches, then the last objective; medians, less is better.

    A setting that fails or diverges on any seed is infinitely bad.
    """
    if any(curve.problem or curve.diverged for curve in curves.values()):
        return math.inf, math.inf
    iterations = [curve.iterations_to(decay[seed].last.objective)
                  for seed, curve in curves.items() if decay[seed].points]
    lasts = [curve.last.objective for curve in curves.values()]
    return statistics.median(iterations or [math.inf]), statistics.median(lasts)
