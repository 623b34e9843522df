"""The methods beside each other on each problem, so that nothing is tuned to one data set."""

import statistics

from comparison import report

from .orders import DIGITS, HEAVY_BALL, LINE, MNIST, PUBLISHED, RECOMMENDED, WEIGHT_DECAY
from .plan import MOMENTA, listed, starts_text
from .show import shown

METHODS = {RECOMMENDED: "recommended", PUBLISHED: "published", WEIGHT_DECAY: "weight decay",
           HEAVY_BALL: "heavy-ball weight decay"}
TITLES = {
    MNIST: "MNIST subset, 784-400×5-10, λ 1e-4, learning rate 0.3",
    DIGITS: "Bundled digits, 64-100×5-10, λ 1e-4, learning rate 0.1",
    LINE: "Piecewise linear function, 1-200-1, mean squared error, λ 1e-3, learning rate 0.03",
}
INTRODUCTION = (
    "Medians over the seeds. The heavy ball has its fastest setting that diverges on no seed: on "
    "MNIST the one of the row above, elsewhere the first to what weight decay reaches at its end, "
    f"among momentum {listed(MOMENTA)} × momentum {starts_text()}."
)
ITERATIONS = (200, 500, 1_000, 2_000, 3_000)


def lines(results):
    """One dictionary for each problem and method that was run."""
    return [line(results, problem, method) for problem in TITLES for method in METHODS
            if usable(results.of(method, problem))]


def line(results, problem, method):
    """Medians over the seeds; what weight decay reaches at its end is the target of its seed."""
    curves = usable(results.of(method, problem))
    decay = usable(results.of(WEIGHT_DECAY, problem))
    targets = [curves[seed].iterations_to(decay[seed].last.objective)
               for seed in curves if seed in decay and not decay[seed].diverged]
    lasts = [curve.last for curve in curves.values()]
    return {
        "problem": problem, "method": name(results, problem, method),
        "objectives": {
            str(each): median([curve.objective_at(each) for curve in curves.values()])
            for each in ITERATIONS
        },
        "iterations_to_weight_decay": median(targets),
        "iterations": median([last.iteration for last in lasts]),
        "objective": median([last.objective for last in lasts]),
        "active": median([last.active for last in lasts if last.objective < float("inf")]),
        "accuracy": median([last.accuracy for last in lasts]),
        "test_loss": median([last.test_loss for last in lasts]),
    }


def name(results, problem, method):
    setting = results.heavy_ball(problem) if method == HEAVY_BALL else None
    return METHODS[method] + (f", {setting}" if setting else "")


def usable(curves):
    return {seed: curve for seed, curve in curves.items() if curve.points and not curve.problem}


def median(values):
    """Of what is known; infinite counts as what was not reached."""
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


def markdown(results):
    """A table for each problem."""
    header = ["method", *(f"objective at {each:,}" for each in ITERATIONS), "iterations run",
              "objective then", "iterations to weight decay's last", "active units",
              "test accuracy, or loss"]
    texts = []
    for problem, title in TITLES.items():
        found = [each for each in lines(results) if each["problem"] == problem]
        if found:
            rows = [header, ["---"] * len(header), *map(cells, found)]
            texts.append("\n".join([title, "", *map(report.cells, rows)]))
    return "\n\n".join([INTRODUCTION, *texts]) if texts else ""


def cells(line):
    test = line["accuracy"]
    return [
        line["method"], *map(objective, line["objectives"].values()), shown(line["iterations"]),
        objective(line["objective"]), shown(line["iterations_to_weight_decay"]),
        shown(line["active"]), shown(line["test_loss"]) if test is None else f"{100 * test:.2f} %",
    ]


def objective(value):
    return "diverged" if value == float("inf") else shown(value)
