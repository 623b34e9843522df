"""What the competitors came to, over the seeds."""

import json
import statistics
from dataclasses import dataclass, field

from .trials import OURS, PROBLEMS, RIVALS, settings

# Of ten classes: what a network that diverged is worth.
CHANCE = 0.1
ALL_UNITS = "all-units"


@dataclass
class Point:
    """A competitor at one share of the units; a value for each seed."""

    share: float
    all_units: int
    by_seed: dict = field(default_factory=dict)

    @property
    def units(self):
        return [kept["units"] for kept, _ in self.by_seed.values()]

    @property
    def accuracies(self):
        return [kept["accuracy"] for kept, _ in self.by_seed.values()]

    @property
    def settings(self):
        """The setting of all seeds, unless the next best one is still to be run on some."""
        return list(dict.fromkeys(setting for _, setting in self.by_seed.values()))

    @property
    def accuracy(self):
        """The mean over the seeds, in percent."""
        return 100 * statistics.mean(self._judged())

    @property
    def deviation(self):
        """Of the seeds, in percent; 0 with one seed."""
        judged = self._judged()
        return 100 * statistics.stdev(judged) if len(judged) > 1 else 0.0

    @property
    def kept(self):
        """The mean number of units."""
        return statistics.mean(self.units)

    @property
    def diverged(self):
        return self.accuracies.count(None)

    def _judged(self):
        return [CHANCE if each is None else each for each in self.accuracies]

    def add(self, seed, kept, setting):
        """Takes a seed's network, in place of that of a setting which failed on some seed."""
        self.by_seed[seed] = (kept, setting)

    def content(self):
        """The point for JSON."""
        return {"share": self.share, "all_units": self.all_units, "units": self.units,
                "accuracies": self.accuracies, "settings": self.settings,
                "accuracy": self.accuracy, "deviation": self.deviation}


@dataclass
class Problem:
    """The points of each competitor, by name and then by share."""

    name: str
    points: dict = field(default_factory=dict)

    def add(self, result):
        """Takes over what the test set judged; folds of the training set only chose settings."""
        if result["order"].get("fold") is not None:
            return
        points = self.points.setdefault(result["competitor"], {})
        for kept in result["kept"]:
            share = kept["share"]
            point = points.setdefault(share, Point(share, result["units"]))
            order = result["order"]
            point.add(order["seed"], kept, settings(order["setting"]))

    def at(self, competitor, share):
        """A point; None if it was not run."""
        return self.points.get(competitor, {}).get(share)

    def best_other(self, share):
        """(name, point) of the most accurate competitor beside ours; None if there is none."""
        found = [(name, self.at(name, share)) for name in RIVALS if self.at(name, share)]
        return max(found, key=lambda each: each[1].accuracy, default=None)

    def content(self):
        """The problem for JSON."""
        return {"problem": self.name,
                "competitors": {name: [points[share].content() for share in sorted(points)]
                                for name, points in self.points.items()}}


def read(folder):
    """The problems that have results."""
    problems = []
    for name in PROBLEMS:
        problem = Problem(name)
        for competitor in (OURS, *RIVALS):
            file = folder / f"{name}-{competitor}.jsonl"
            lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
            for line in lines:
                problem.add(json.loads(line))
        if problem.points:
            problems.append(problem)
    return problems
