"""Records of a training, and what can be read from them."""

import math
from dataclasses import dataclass
from typing import Optional

NOT_REACHED = math.inf


@dataclass(frozen=True)
class Point:
    """One record; the objective is infinite once the training has diverged."""

    iteration: int
    seconds: float
    objective: float
    active: int = 0
    accuracy: Optional[float] = None
    test_loss: Optional[float] = None

    @staticmethod
    def of(answer):
        """The point that the Java side answered with."""
        objective = answer["objective"]
        return Point(
            answer["iteration"], answer["seconds"], math.inf if objective is None else objective,
            answer["active"], answer["accuracy"], answer["testLoss"],
        )


@dataclass(frozen=True)
class Curve:
    """The records of a training in their order, from iteration 0."""

    points: tuple = ()
    problem: str = ""

    @property
    def last(self):
        return self.points[-1]

    @property
    def diverged(self):
        return bool(self.points) and math.isinf(self.last.objective)

    @property
    def seconds(self):
        return self.last.seconds

    def at(self, iteration) -> Optional[Point]:
        """The record at an iteration, or None."""
        return next((point for point in self.points if point.iteration == iteration), None)

    def objective_at(self, iteration) -> Optional[float]:
        """The objective there; infinite after a divergence, None where the curve has not come."""
        point = self.at(iteration)
        if point is not None:
            return point.objective
        return NOT_REACHED if self.diverged and iteration > self.last.iteration else None

    def first_at_most(self, target) -> Optional[Point]:
        """The first record with this objective or less."""
        return next((point for point in self.points if point.objective <= target), None)

    def iterations_to(self, target):
        """How many iterations that took, in whole records; infinite if it was never reached."""
        point = self.first_at_most(target)
        return NOT_REACHED if point is None else point.iteration

    def lowest(self):
        return min(self.points, key=lambda point: point.objective)

    def excess(self, window):
        """The largest relative excess of a record over the lowest one before it.

        Judged are all records after the lowest one of all, and those of the last `window`
        iterations in any case: of a curve that still falls the lowest record is the last one.
        """
        start = min(self.lowest().iteration, self.last.iteration - window)
        lowest, worst = math.inf, 0.0
        for point in self.points:
            if point.iteration > start and lowest < math.inf:
                worst = max(worst, point.objective / lowest - 1)
            lowest = min(lowest, point.objective)
        return worst

    def records_above(self, other, start):
        """How many records from an iteration on lie above those of another curve, where it ran.

        A record that this curve lacks because it diverged counts as above.
        """
        pairs = [(self.objective_at(point.iteration), point.objective)
                 for point in other.points if point.iteration >= start]
        return sum(ours is not None and ours > theirs for ours, theirs in pairs)
