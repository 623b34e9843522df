"""The command `tables`: raw tables to trained networks, beside scikit-learn, and files beside pandas."""

import json
import platform
import statistics

import csv_reading
import datasets
from datasets import CLASSES, NUMBERS, SPLITS, TABLES
from judged import Row, markdown as table_of, tell
from programs import Programs, Progress, as_far_as_it_goes
from steps.stamps import fingerprint, is_current, write_whole

MAIN = "pathprox.benchmark.tables.TableFits"
OURS = "ours"
FITS, READING = PARTS = ["fits", "reading"]
# What a person gets without a search; the better one is what ours is judged by.
AS_THEY_COME = {CLASSES: {"linear": "LogisticRegression", "network": "MLPClassifier"},
                NUMBERS: {"linear": "RidgeCV", "network": "MLPRegressor"}}
BOUNDS = {CLASSES: ("points of accuracy", -1.5, 0), NUMBERS: ("R²", -0.03, 0)}
INTRODUCTION = (
    "Accuracy in percent, or R², on the test rows: mean ± deviation over five splits (a quarter of "
    "the rows, of each class, for the test), and the mean seconds of a fit on one thread. "
    "Classes: LogisticRegression, MLPClassifier; numbers: RidgeCV, MLPRegressor; all as "
    "they come, and with C or alpha chosen by five folds. Missing cells are filled by the median or "
    "the most frequent text, numbers standardized, texts one-hot; columns that only name rows are "
    "left out for all.\n\n")
HEADER = ["table", "PathProx", "units", "linear", "network", "linear, C chosen", "network, alpha chosen"]


def run(options, checkout):
    """Returns 0 if everything was run, whatever the verdicts are."""
    folder, progress = checkout.root / "target" / "tables", Progress()
    ours, reading = [], []

    def measure():
        datasets.write(checkout.root, folder)
        if FITS in options.only:
            run_rivals(programs, folder, progress)
            for result in programs.results("tables", MAIN, folder):
                progress(f"{result['table']}, split {result['split']}: {result['measure']:.4f}")
                ours.append(result)
        if READING in options.only:
            reading.extend(csv_reading.measure(programs, folder))

    with Programs(checkout) as programs:
        code = as_far_as_it_goes(measure)
    if FITS not in options.only:
        tell(reading, "", {}, options)
        return code
    kept = {table.name: read_rivals(folder, table) for table in TABLES}
    fits = {table: by_side(table, ours, kept[table.name]["results"]) for table in TABLES}
    versions = {name: version for each in kept.values() for name, version in each["versions"].items()}
    content = {"versions": versions, "tables": [content_of(table, sides) for table, sides in fits.items()]}
    tell([*rows(fits), *reading], markdown(fits, versions), content, options)
    return code


def run_rivals(programs, folder, progress):
    """Fits the rivals to all tables whose results, which depend on nothing of ours, are not there yet."""
    checkout = programs.checkout
    program = checkout.python / "scikit_learn.py"
    for table in TABLES:
        files = [checkout.requirements, program, *sorted((folder / table.name).glob("*.csv"))]
        texts = [file.read_text(encoding="utf-8") for file in files]
        expected = fingerprint([platform.python_version(), table, *texts])
        stamp, file = (folder / table.name / name for name in ("rivals-stamp", "rivals.json"))
        if not is_current(stamp, expected):
            progress(f"fitting scikit-learn to {table.name}", may_take_long=True)
            command = [checkout.venv_python, program, folder, table.name]
            versions, *results = programs.start("tables-python", command).results()
            write_whole(file, json.dumps({"versions": versions, "results": results}, indent=2) + "\n")
            write_whole(stamp, expected)


def read_rivals(folder, table):
    """The rivals' results on a table; without any if they were not run."""
    file = folder / table.name / "rivals.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"results": [], "versions": {}}


def by_side(table, ours, rivals):
    """The results of each side on a table, in the order of its splits."""
    sides = {}
    for result in [each for each in ours if each["table"] == table.name] + rivals:
        sides.setdefault(result.get("rival", OURS), []).append(result)
    return {side: sorted(results, key=lambda each: each["split"]) for side, results in sides.items()}


def mean(fits, name="measure"):
    return statistics.mean(each[name] for each in fits)


def deviation(fits):
    """Of the splits; 0 with one split."""
    return statistics.stdev(each["measure"] for each in fits) if len(fits) > 1 else 0.0


def rows(fits):
    """A row for each table, and one for the number of tables that are not worse."""
    judged = [row(table, sides) for table, sides in fits.items()]
    differences = [each.measured for each in judged]
    count = None if None in differences else sum(each >= 0 for each in differences)
    return [*judged, Row(f"tables of {len(fits)} where PathProx is at or above the better of the two", count,
                         None, 4, "not all tables were run" if count is None else "", True)]


def row(table, sides):
    """Ours minus the better rival as it comes, in points of accuracy or in R²; all splits of both count."""
    unit, must, aim = BOUNDS[table.task]
    title = f"{table.name.replace('-', ' ')}: PathProx minus the better of scikit-learn's two, {unit}"
    names = AS_THEY_COME[table.task]
    if any([each["split"] for each in sides.get(side, [])] != list(SPLITS) for side in (OURS, *names)):
        return Row(title, None, must, aim, "not run", True)
    best = max(names, key=lambda name: mean(sides[name]))
    ours, rival, factor = sides[OURS], sides[best], 100 if table.task == CLASSES else 1
    splits = ", ".join(f"{round(factor * (our['measure'] - their['measure']), 9):.3g}"
                       for our, their in zip(ours, rival))
    note = f"{said(table, ours)} against {said(table, rival)}, {names[best]}; split by split {splits}"
    # Means of the same accuracies in another order are equal.
    return Row(title, round(factor * (mean(ours) - mean(rival)), 9), must, aim, note, True)


def said(table, fits):
    """Mean and deviation over the splits: in percent, or of R²."""
    if table.task == CLASSES:
        return f"{100 * mean(fits):.1f} ± {100 * deviation(fits):.1f} %"
    return f"{mean(fits):.3f} ± {deviation(fits):.3f}"


def markdown(fits, versions):
    """A line for each table."""
    lines = []
    for table, sides in fits.items():
        units = f"{mean(sides[OURS], 'units'):.0f}" if OURS in sides else ""
        rivals = [cell(table, sides.get(name)) for name in ("linear", "network", "linear-tuned", "network-tuned")]
        lines.append([table.name.replace("-", " "), cell(table, sides.get(OURS)), units, *rivals])
    told = ", ".join(f"{name} {version}" for name, version in versions.items())
    return INTRODUCTION + (told or "without rivals") + "\n\n" + table_of(HEADER, lines)


def cell(table, fits):
    if not fits:
        return ""
    failed = sum(not fit.get("converged", True) for fit in fits)
    more = f", {failed} not converged" if failed else ""
    return f"{said(table, fits)} ({mean(fits, 'seconds'):.2f} s{more})"


def content_of(table, sides):
    """The fits for JSON."""
    return {"table": table.name, "measure": "accuracy" if table.task == CLASSES else "R²",
            "fits": {side: {"mean": mean(fits), "deviation": deviation(fits), "splits": fits}
                     for side, fits in sides.items()}}
