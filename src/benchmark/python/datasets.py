"""The raw tables, as a person has them, and five splits of each into rows for training and test."""

import csv
import random
import shutil
from collections import defaultdict
from dataclasses import dataclass

CLASSES, NUMBERS = "classification", "regression"
SPLITS = range(5)
TEST_SHARE = 0.25


@dataclass(frozen=True)
class RawTable:
    """A table, its target, and the columns that only tell rows apart, which no model gets."""

    name: str
    target: str
    task: str
    left_out: tuple = ()


TABLES = (
    RawTable("penguins", "species", CLASSES),
    RawTable("iris", "species", CLASSES),
    RawTable("breast-cancer", "diagnosis", CLASSES),
    RawTable("wine", "cultivar", CLASSES),
    RawTable("auto-mpg", "mpg", NUMBERS, ("name",)),
    RawTable("diabetes", "progression", NUMBERS),
)
# The others are in the project; of this one no license is known, and scikit-learn brings it along.
FROM_SCIKIT_LEARN = "diabetes"


def write(root, folder):
    """Writes tables.csv (table, target, task, columns left out), the tables, and their splits."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "tables.csv", "w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["table", "target", "task", "left_out"])
        lines.writerows([each.name, each.target, each.task, ";".join(each.left_out)] for each in TABLES)
    for table in TABLES:
        file = folder / f"{table.name}.csv"
        if table.name != FROM_SCIKIT_LEARN:
            shutil.copyfile(source(root, table.name), file)
        elif not file.exists():
            write_diabetes(file)
        split(folder, table)


def source(root, name):
    """The file of the project."""
    files = [root / folder / f"{name}.csv" for folder in ("notebooks/data", "src/test/resources/tables")]
    return next((file for file in files if file.is_file()), files[0])


def write_diabetes(file):
    """Unscaled."""
    from sklearn.datasets import load_diabetes

    frame = load_diabetes(as_frame=True, scaled=False).frame
    frame.rename(columns={"target": "progression"}).to_csv(
        file, index=False, float_format="%g", lineterminator="\n")


def split(folder, table):
    """Writes train-S.csv and test-S.csv for each split S; cells and order stay as in the file."""
    header, *lines = (folder / f"{table.name}.csv").read_text(encoding="utf-8").splitlines()
    strata = defaultdict(list)
    for row, cells in enumerate(csv.DictReader([header, *lines])):
        strata[cells[table.target] if table.task == CLASSES else None].append(row)
    (folder / table.name).mkdir(exist_ok=True)
    for seed in SPLITS:
        source = random.Random(seed)
        test = {row for rows in strata.values() for row in source.sample(rows, round(TEST_SHARE * len(rows)))}
        for part, is_test in (("train", False), ("test", True)):
            chosen = [line for row, line in enumerate(lines) if (row in test) == is_test]
            file = folder / table.name / f"{part}-{seed}.csv"
            file.write_bytes(("\n".join([header, *chosen]) + "\n").encode("utf-8"))
