"""The raw tables: as a person has them, with missing cells, texts, names and numbers of rows."""

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

CLASSES, NUMBERS = "classification", "regression"
LIST = "tables.csv"


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
    """Copies what the project holds and writes the list of all tables, which the programs read."""
    for table in TABLES:
        if table.name != FROM_SCIKIT_LEARN:
            shutil.copyfile(source(root, table.name), folder / f"{table.name}.csv")
    write_list(folder, TABLES)


def source(root, name):
    """The file of the project."""
    folders = ("notebooks/data", "src/test/resources/tables")
    files = [root / folder / f"{name}.csv" for folder in folders]
    return next((file for file in files if file.is_file()), files[0])


def write_list(folder, tables):
    """Writes name, target, task and columns left out (separated by semicolons) of each table."""
    with open(folder / LIST, "w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["table", "target", "task", "left_out"])
        lines.writerows([each.name, each.target, each.task, ";".join(each.left_out)]
                        for each in tables)


def read_list(folder):
    """The tables of a folder, in their order."""
    with open(Path(folder) / LIST, encoding="utf-8", newline="") as file:
        return [
            RawTable(line["table"], line["target"], line["task"],
                     tuple(filter(None, line["left_out"].split(";"))))
            for line in csv.DictReader(file)
        ]
