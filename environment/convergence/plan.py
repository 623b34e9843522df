"""How much is run: for the figures, or only to try the command out."""

from dataclasses import dataclass

from .orders import SAFEGUARDED, HeavyBall

RECORD_EVERY = 100

# Objectives that are to be reached; the heavy ball is compared on the way to the first.
EARLY, LATE = 0.0054, 0.0037

RATES = (0.1, 0.3)
MOMENTA = (0.9, 0.95, 0.98, 0.99)
STARTS = (0, 200, 1_000, SAFEGUARDED)


def grid():
    """All settings, the boldest first: the sooner a fast one is known, the shorter the rest."""
    settings = [HeavyBall(*each) for each in
                ((rate, momentum, start) for rate in RATES for momentum in MOMENTA
                 for start in STARTS)]
    return tuple(sorted(settings, key=lambda each: (-each.rate, -each.momentum)))


def grid_text():
    """The grid as a note states it."""
    return (f"learning rate {listed(RATES)} × momentum {listed(MOMENTA)} × "
            f"momentum {starts_text()}")


def starts_text():
    return f"from iteration {listed(STARTS[:-1])}, or after a safeguarded warm-up"


def listed(values):
    return ", ".join(f"{value:g}" for value in values)


@dataclass(frozen=True)
class Plan:
    """Seeds and iterations; the first seed alone searches the grid of the heavy ball."""

    seeds: tuple
    recommended: int = 16_000
    weight_decay: int = 4_000
    published: int = 4_000
    heavy_ball_limit: int = 10_000
    elsewhere: int = 3_000
    settings: tuple = grid()
    is_quick: bool = False


def full(seeds):
    return Plan(tuple(range(1, seeds + 1)))


def quick():
    """One seed and a few hundred iterations: every part runs, no figure means anything."""
    return Plan((1,), 400, 300, 200, 300, 300, grid()[:2], is_quick=True)
