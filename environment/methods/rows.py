"""The rows that are judged, with must and aim of each."""

import math
import statistics

from comparison.bounded import higher, lower

from .results import PUBLISHED, WEIGHT_DECAY, objective

RISE = 1.05
LEVEL = 1.05
ABOVE_PUBLISHED = 1.03
RATE_MARGIN = 1.25
NEAR_CHANCE = 0.05
LEARNED = 0.2


def rows(problems):
    """All rows in their order."""
    return [
        failures(problems),
        level(problems),
        worst_ratio(problems),
        above_published(problems),
        other_rates(problems),
        strong_units(problems),
        active_units(problems),
        *accuracies(problems),
        changes(problems),
    ]


def failures(problems):
    runs = ours(problems)
    bad = [f"{run['problem']} seed {run['seed']}: {why(run)}" for run in runs if why(run)]
    others = [run for problem in problems for run in problem.other_rates if why(run)]
    note = "; ".join(bad or ["none"]) + f"; with other rates {len(others)}"
    return lower("runs that end at or above their start, 5 % above their own best record, or at "
                 "chance after having learned", len(bad) if runs else None, 0, 0, note)


def why(run):
    """What is wrong with how a run ended; empty if nothing is."""
    if run["objective"] is None:
        return "diverged"
    if run["objective"] >= run["start"]:
        return "not below its start"
    if run["objective"] > RISE * run["best"]:
        return "above its best record"
    chance = run["chance"]
    if chance is not None and run["trainAccuracy"] <= chance + NEAR_CHANCE and (
            run["bestTrainAccuracy"] >= chance + LEARNED):
        return "at chance after having learned"
    return ""


def level(problems):
    ratios = all_ratios(problems)
    misses = [f"{name} seed {seed}: {ratio:.2f}" for name, seed, ratio in ratios if ratio > LEVEL]
    return higher("objective at most 1.05 × the best rival's, share of problem × seed",
                  share([ratio <= LEVEL for _, _, ratio in ratios]), 0.85, 0.95,
                  f"{len(ratios)} runs on {len(problems)} problems; above: {listed(misses)}")


def worst_ratio(problems):
    name, seed, ratio = max(all_ratios(problems), key=lambda each: each[2], default=("", 0, None))
    return lower("worst ratio to the best rival", ratio, 1.5, 1.15, f"{name}, seed {seed}")


def above_published(problems):
    compared = [(our, objective(our) > ABOVE_PUBLISHED * objective(their))
                for our, their in pairs(problems, PUBLISHED)]
    bad = [f"{our['problem']} seed {our['seed']}" for our, above in compared if above]
    return lower("more than 3 % above published PathProx at its best, share of runs",
                 share([above for _, above in compared]), 0.05, 0, listed(bad))


def other_rates(problems):
    compared = [(run, objective(run) <= RATE_MARGIN * objective(problem.ours[run["seed"]]))
                for problem in problems for run in problem.other_rates
                if run["seed"] in problem.ours]
    bad = [f"{run['problem']} × {run['rate']:g}: {shown(run)}" for run, kept in compared if not kept]
    return higher("a third and three times the default rate: objective within 1.25 × of the "
                  "default's, share", share([kept for _, kept in compared]), 0.8, 0.95,
                  "not: " + listed(bad))


def strong_units(problems):
    ratios = [our["strong"] / max(1, their["strong"])
              for our, their in pairs(problems, PUBLISHED) if objective(their) < math.inf]
    return lower("strong units against published PathProx's, median ratio", median(ratios),
                 0.9, 0.5, "where it did not diverge")


def active_units(problems):
    ratios = [(run["active"] / max(1, run["strong"]), run) for run in ours(problems)]
    worst, run = max(ratios, key=lambda each: each[0], default=(None, None))
    note = f"{run['problem']}, seed {run['seed']}: {run['active']} and {run['strong']}" if run else ""
    return lower("active units against strong ones, worst", worst, 1.1, 1, note)


def accuracies(problems):
    points = [(100 * (our["testAccuracy"] - their["testAccuracy"]), our)
              for our, their in pairs(problems, WEIGHT_DECAY)
              if our["testAccuracy"] is not None and objective(their) < math.inf]
    worst, run = min(points, key=lambda each: each[0], default=(None, None))
    yield higher("test accuracy minus weight decay's at its best, points, median",
                 median([each for each, _ in points]), -0.5, 0, f"{len(points)} runs")
    yield higher("the same, worst", worst, -2.5, -1,
                 f"{run['problem']}, seed {run['seed']}" if run else "")


def changes(problems):
    known = [run for run in ours(problems) if run["changes"] is not None]
    run = max(known, key=lambda each: each["changes"], default=None)
    return lower("units that die or return per step of the last quarter, worst",
                 run and run["changes"], 0.2, 0.05,
                 f"{run['problem']}, seed {run['seed']}" if run else "")


def ours(problems):
    return [run for problem in problems for run in problem.ours.values()]


def pairs(problems, method):
    return [pair for problem in problems for pair in problem.pairs(method)]


def all_ratios(problems):
    return [(problem.name, seed, ratio) for problem in problems
            for seed, ratio in problem.ratios().items()]


def share(answers):
    return sum(answers) / len(answers) if answers else None


def median(values):
    return statistics.median(values) if values else None


def shown(run):
    return "diverged" if run["objective"] is None else f"{run['objective']:.4g}"


def listed(words):
    return "; ".join(words) or "none"
