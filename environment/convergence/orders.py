"""Trainings to run, as the Java side reads them."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Optional

MNIST, DIGITS, LINE = "MNIST", "DIGITS", "LINE"
RECOMMENDED, PUBLISHED = "RECOMMENDED", "PUBLISHED"
WEIGHT_DECAY, HEAVY_BALL = "WEIGHT_DECAY", "HEAVY_BALL"


# The start of a momentum that the library's warm-up and safeguard decide about.
SAFEGUARDED = None


@dataclass(frozen=True)
class Order:
    """One training; without a rate it has that of its problem."""

    problem: str
    method: str
    seed: int
    rate: Optional[float] = None
    momentum: float = 0.0
    momentum_from: Optional[int] = 0

    def json(self):
        content = asdict(self)
        content["momentumFrom"] = content.pop("momentum_from")
        return json.dumps(content)

    def __str__(self):
        name = f"{self.problem.lower()}, {self.method.lower().replace('_', ' ')}"
        if self.method == HEAVY_BALL:
            rate = "" if self.rate is None else f" rate {self.rate:g},"
            name += f"{rate} momentum {self.momentum:g} {started(self.momentum_from)}"
        return f"{name}, seed {self.seed}"


@dataclass(frozen=True)
class HeavyBall:
    """A setting of the heavy ball; without a rate it has that of the problem."""

    rate: Optional[float]
    momentum: float
    start: Optional[int]

    def order(self, seed, problem=MNIST):
        return Order(problem, HEAVY_BALL, seed, self.rate, self.momentum, self.start)

    def at_usual_rate(self):
        return replace(self, rate=None)

    def __str__(self):
        rate = "" if self.rate is None else f"learning rate {self.rate:g}, "
        return f"{rate}momentum {self.momentum:g} {started(self.start)}"


def started(start):
    return "safeguarded" if start is SAFEGUARDED else f"from {start:,}"
