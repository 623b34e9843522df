"""Runs the trainings, a Java program for each problem, some of them at the same time."""

from dataclasses import dataclass
from pathlib import Path

from comparison import programs as java_programs

MAIN = "pathprox.benchmark.methods.Methods"
OURS = "recommended"
RIVALS = ("published", "weight-decay", "heavy-ball-90", "heavy-ball-95", "heavy-ball-99")
MULTIPLES = ("1", "0.333", "3")
QUICKER = 50


@dataclass(frozen=True)
class Plan:
    """What to run; of what the folder has already, nothing is run again."""

    folder: Path
    methods: tuple = (OURS, *RIVALS)
    seeds: tuple = (1, 2, 3)
    divisor: int = 1
    is_fresh: bool = False

    @property
    def is_quick(self):
        return self.divisor > 1

    def arguments(self, problem):
        """What the Java program is called with."""
        return [
            "--problems", problem, "--methods", ",".join(self.methods),
            "--seeds", ",".join(map(str, self.seeds)), "--multiples", ",".join(MULTIPLES),
            "--out", self.folder, "--divide", self.divisor, *(["--fresh"] if self.is_fresh else []),
        ]


def problems(programs):
    """The names of all problems, from the shortest trainings to the longest."""
    return list(programs.lines("methods-list", MAIN, "--list"))


def run(plan, names, programs, workers, progress):
    """Trains on problems at the same time, on those that take longest first."""
    java_programs.run_all(
        programs, [lambda name=name: run_one(plan, name, programs, progress)
                   for name in reversed(names)], workers)


def run_one(plan, name, programs, progress):
    """All trainings of one problem that its file does not hold."""
    progress(f"{name}: starting", may_take_long=True)
    for result in programs.results(f"methods-{name}", MAIN, *plan.arguments(name)):
        progress(f"{name}: {result['method']}, {result['schedule']} {result['rate']:g}, "
                 f"seed {result['seed']}: {shown(result['objective'])}")


def shown(objective):
    return "diverged" if objective is None else f"objective {objective:.5g}"
