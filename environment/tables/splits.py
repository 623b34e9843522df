"""Five splits of a table into rows for training and for the test, cells and order as in its file."""

import csv
import random
from collections import defaultdict

from .datasets import CLASSES

SEEDS = range(5)
TEST_SHARE = 0.25


def write(folder, table):
    """Writes train-S.csv and test-S.csv for each seed S into a folder named as the table."""
    header, *lines = (folder / f"{table.name}.csv").read_text(encoding="utf-8").splitlines()
    strata = by_class(header, lines, table.target) if table.task == CLASSES else {
        None: range(len(lines))}
    (folder / table.name).mkdir(exist_ok=True)
    for seed in SEEDS:
        test = test_rows(strata, seed)
        parts = {"train": [line for row, line in enumerate(lines) if row not in test],
                 "test": [line for row, line in enumerate(lines) if row in test]}
        for part, chosen in parts.items():
            text = "\n".join([header, *chosen]) + "\n"
            file = folder / table.name / f"{part}-{seed}.csv"
            file.write_bytes(text.encode("utf-8"))


def by_class(header, lines, target):
    """The rows of each class, counted from 0; a line is a row."""
    strata = defaultdict(list)
    for row, cells in enumerate(csv.DictReader([header, *lines])):
        strata[cells[target]].append(row)
    return strata


def test_rows(strata, seed):
    """A quarter of each class, at random."""
    source = random.Random(seed)
    return {row for rows in strata.values()
            for row in source.sample(list(rows), round(TEST_SHARE * len(rows)))}
