"""The command `tables`: runs what is missing, and shows what there is, also if it is stopped."""

import contextlib
import sys
from pathlib import Path

from comparison import bounded, session
from comparison.programs import Programs
from comparison.progress import Progress
from steps import tables_environment
from steps.console import SetupError
from steps.tables_environment import TablesCheckout

from . import csv_reading, results, shown, trainings
from .datasets import TABLES
from .rows import rows


FITS, READING = "fits", "reading"
PARTS = [FITS, READING]


def add_parser(commands):
    """The options."""
    command = commands.add_parser("tables", help="raw tables, beside scikit-learn and pandas")
    command.add_argument("--json", metavar="FILE", type=Path, help="write rows and fits there")
    command.add_argument("--only", metavar="PART", nargs="+", choices=PARTS, default=PARTS,
                         help="fits, reading: networks beside scikit-learn's, files beside pandas")


def run(options, checkout):
    """Returns 0 if everything was run, whatever the verdicts are."""
    checkout = TablesCheckout(checkout.root)
    folder = checkout.root / "target" / "tables"
    ours, reading, code = [], [], 0
    with contextlib.redirect_stdout(sys.stderr):
        programs = Programs(checkout, *session.compiled(checkout, tables_environment.ensure))
    try:
        with contextlib.redirect_stdout(sys.stderr):
            trainings.prepare(checkout, folder)
            if FITS in options.only:
                trainings.run_rivals(checkout, folder)
        if FITS in options.only:
            for result in trainings.run_ours(programs, folder, Progress()):
                ours.append(result)
        if READING in options.only:
            reading = csv_reading.rows(programs, checkout.venv_python, folder)
    except KeyboardInterrupt:
        programs.stop()
        print("stopped; what follows is what was measured before", file=sys.stderr)
        code = 130
    except SetupError as problem:
        print(f"error: {problem}", file=sys.stderr)
        code = 1
    tell(folder, ours, reading, options)
    return code


def tell(folder, ours, reading, options):
    """Prints the tables and writes the file."""
    if FITS not in options.only:
        bounded.tell(reading, "", "", {}, options.json)
        return
    read = {table.name: trainings.read_rivals(folder, table) for table in TABLES}
    rivals = {name: found for name, (found, _) in read.items()}
    versions = {key: value for _, told in read.values() for key, value in told.items()}
    compared = results.compare(TABLES, ours, rivals)
    content = {"versions": versions, "tables": [each.content() for each in compared]}
    judged = [*rows(compared), *reading]
    bounded.tell(judged, "", shown.markdown(compared, versions), content, options.json)
