"""Looks for the fastest stable setting of weight decay with heavy-ball momentum."""

from dataclasses import dataclass
from typing import Optional

from .orders import HeavyBall
from .plan import EARLY, RECORD_EVERY


@dataclass(frozen=True)
class Tried:
    """A setting and how it ended."""

    setting: HeavyBall
    outcome: str


@dataclass
class Search:
    """What is known so far: all tries, and the best setting with its curves by seed."""

    tried: list
    best: Optional[HeavyBall] = None
    curves: Optional[dict] = None


def search(plan, trainings, found):
    """Tries all settings and fills `found`, so that an interruption leaves what is known.

    A setting runs on the first seed until it can no longer be faster than the best one. If it is
    faster, it must also reach the target on the other seeds. What happens to it after the target
    is not looked at, which can only favor it.
    """
    first, *others = plan.seeds
    limit = plan.heavy_ball_limit
    for setting in plan.settings:
        curves = {first: trainings.run(setting.order(first), limit, EARLY)}
        outcome = ended(curves[first], limit)
        if curves[first].first_at_most(EARLY):
            for seed in others:
                curves[seed] = trainings.run(setting.order(seed), plan.heavy_ball_limit, EARLY)
            failed = [seed for seed in others if not curves[seed].first_at_most(EARLY)]
            if failed:
                outcome += f", but not on seed {failed[0]}: " + ended(
                    curves[failed[0]], plan.heavy_ball_limit)
            else:
                found.best, found.curves = setting, curves
                # As fast is not faster; records lie this far apart.
                limit = curves[first].iterations_to(EARLY) - RECORD_EVERY
        found.tried.append(Tried(setting, outcome))


def ended(curve, limit):
    """How a run ended, in a few words."""
    if curve.problem:
        return f"failed: {curve.problem}"
    if curve.first_at_most(EARLY):
        return f"reached after {curve.iterations_to(EARLY):,} iterations"
    if curve.diverged:
        return f"diverged after {curve.last.iteration:,} iterations"
    return f"given up after {limit:,} iterations at {curve.last.objective:.4g}"
