"""Runs trainings, each in a Java program of its own, record by record."""

import contextlib
import json
import math

from comparison.workers import WorkFailed

from .curves import Curve, Point
from .plan import RECORD_EVERY


class Trainings:
    """Runs trainings; what they record is in the file at once, whatever happens later.

    Each has a Java program of its own, as memory that another one left can slow it down.
    """

    def __init__(self, start_worker, progress, file):
        self._start_worker = start_worker
        self._progress = progress
        self._file = file
        file.write_bytes(b"")

    def run(self, order, iterations, stop_at=0.0, watch=lambda point: None):
        """The curve of a training, which ends early at an objective, or where it diverges.

        `watch` sees each point. A method that fails leaves its problem beside the curve so far.
        """
        points = []
        self._progress(f"{order}: up to {iterations:,} iterations", may_take_long=True)
        with contextlib.closing(self._start_worker()) as worker:
            try:
                point = self._keep(order, worker.ask("start", order.json()))
                points.append(point)
                while point.iteration < iterations and stop_at < point.objective < math.inf:
                    point = self._keep(order, worker.ask("advance", RECORD_EVERY))
                    points.append(point)
                    self._progress(f"{order}: {point.iteration:,} iterations, "
                                   f"objective {point.objective:.5g}")
                    watch(point)
            except WorkFailed as problem:
                return Curve(tuple(points), str(problem))
        return Curve(tuple(points))

    def case(self, name):
        """The answer of one of the cases that are no curves; empty if it is not measured."""
        self._progress(f"{name}: running", may_take_long=True)
        with contextlib.closing(self._start_worker()) as worker:
            try:
                return worker.ask(name)
            except WorkFailed as problem:
                return {"problem": str(problem)}

    def _keep(self, order, answer):
        with open(self._file, "a", encoding="utf-8") as lines:
            lines.write(json.dumps({"order": json.loads(order.json()), "point": answer}) + "\n")
        return Point.of(answer)
