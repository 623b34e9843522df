"""Runs the trials, a Java program for each competitor on each problem, some at the same time."""

from dataclasses import dataclass
from pathlib import Path

from comparison import programs as java_programs

MAIN = "pathprox.benchmark.frontier.Frontier"
OURS = "recommended"
RIVALS = ("published", "pruned-gradually", "pruned-at-once", "narrow", "d-gating", "all-units")
# From the shortest trainings to the longest.
PROBLEMS = ("digits", "mnist", "convolutional")
QUICKER = 50


@dataclass(frozen=True)
class Plan:
    """What to run; of what the folder has already, nothing is run again."""

    folder: Path
    problems: tuple = PROBLEMS
    competitors: tuple = (OURS, *RIVALS)
    seeds: int = 5
    divisor: int = 1
    is_fresh: bool = False

    @property
    def is_quick(self):
        return self.divisor > 1

    def arguments(self, problem, competitor):
        """What the Java program is called with."""
        fresh = ["fresh"] if self.is_fresh and competitor == OURS else []
        return [problem, competitor, self.seeds, self.folder, self.divisor, *fresh]

    def pairs(self):
        """(problem, competitor), those that take longest first."""
        return [(problem, competitor) for problem in reversed(self.problems)
                for competitor in self.competitors]


def run(plan, programs, workers, progress):
    """Runs all trials that the folder does not hold."""
    java_programs.run_all(
        programs, [lambda pair=pair: run_one(plan, *pair, programs, progress)
                   for pair in plan.pairs()], workers)


def run_one(plan, problem, competitor, programs, progress):
    """The trials of a competitor on a problem."""
    name = f"frontier-{problem}-{competitor}"
    progress(f"{problem}: {competitor}", may_take_long=True)
    for result in programs.results(name, MAIN, *plan.arguments(problem, competitor)):
        order = result["order"]
        judge = "test set" if order.get("fold") is None else f"fold {order['fold']}"
        progress(f"{problem}: {competitor}, {settings(order['setting'])}, seed {order['seed']}, "
                 f"{judge}: {', '.join(map(shown, result['kept']))}")


def settings(setting):
    """Settings in words, such as rate 0.1, decay 0.001."""
    return ", ".join(f"{name} {value:g}" for name, value in setting.items())


def shown(kept):
    if kept["accuracy"] is None:
        return "diverged"
    return f"{100 * kept['accuracy']:.1f} % with {kept['units']} units"
