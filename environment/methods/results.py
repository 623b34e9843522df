"""What the trainings came to: ours at its default, and each rival at its best setting."""

import json
import math
from dataclasses import dataclass, field

from .trainings import OURS, RIVALS

PUBLISHED, WEIGHT_DECAY = "published", "weight-decay"


def objective(run):
    """The last objective; infinite if the training diverged."""
    return math.inf if run["objective"] is None else run["objective"]


@dataclass(frozen=True)
class Rival:
    """A rival at the setting that is best on the first seed; its runs by seed."""

    method: str
    schedule: str
    rate: float
    runs: dict

    def __str__(self):
        return f"{self.method}, {self.rate:g} {self.schedule}"


@dataclass
class Problem:
    """All runs on one problem."""

    name: str
    ours: dict = field(default_factory=dict)
    other_rates: list = field(default_factory=list)
    rivals: dict = field(default_factory=dict)

    @staticmethod
    def of(name, runs):
        """Sorts the runs of a file; those of another state of the problem do not count."""
        current = [run for run in runs if run["fingerprint"] == runs[-1]["fingerprint"]]
        ours = [run for run in current if run["method"] == OURS]
        problem = Problem(name)
        problem.ours = {run["seed"]: run for run in ours if run["rate"] == 1}
        problem.other_rates = [run for run in ours if run["rate"] != 1]
        for method in RIVALS:
            tried = [run for run in current if run["method"] == method]
            if tried:
                problem.rivals[method] = at_its_best(method, tried)
        return problem

    def best_rival(self, seed):
        """The rival with the lowest objective on a seed; None if none was run."""
        ran = [rival for rival in self.rivals.values() if seed in rival.runs]
        return min(ran, key=lambda rival: objective(rival.runs[seed]), default=None)

    def ratio(self, seed, run=None):
        """Our objective, or that of another run, divided by the best rival's on the seed."""
        best = self.best_rival(seed)
        if best is None or objective(best.runs[seed]) == math.inf:
            return None
        return objective(run or self.ours[seed]) / objective(best.runs[seed])

    def ratios(self):
        """The ratios of ours by seed, where there is a rival."""
        found = {seed: self.ratio(seed) for seed in self.ours}
        return {seed: ratio for seed, ratio in found.items() if ratio is not None}

    def pairs(self, method):
        """(our run, that of a rival) for each seed that both were run on."""
        rival = self.rivals.get(method)
        seeds = [seed for seed in self.ours if rival and seed in rival.runs]
        return [(self.ours[seed], rival.runs[seed]) for seed in seeds]


def at_its_best(method, tried):
    """The setting with the lowest objective on the first seed."""
    first = min(run["seed"] for run in tried)
    best = min((run for run in tried if run["seed"] == first), key=objective)
    setting = best["schedule"], best["rate"]
    runs = {run["seed"]: run for run in tried if (run["schedule"], run["rate"]) == setting}
    return Rival(method, *setting, runs)


def read(folder, names):
    """The problems of these names that have results."""
    problems = []
    for name in names:
        file = folder / f"{name}.jsonl"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        if lines:
            problems.append(Problem.of(name, [json.loads(line) for line in lines]))
    return problems
