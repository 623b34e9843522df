"""Runs both sides on the splits; the rivals' results are kept, as they depend on nothing of ours."""

import json
import platform

from steps.commands import child_environment, run_logged
from steps.stamps import fingerprint, is_current, write_whole

from . import datasets, splits
from .datasets import FROM_SCIKIT_LEARN, TABLES

MAIN = "pathprox.benchmark.tables.TableFits"
RIVALS = "rivals.json"


def prepare(checkout, folder):
    """Writes the tables and their splits."""
    folder.mkdir(parents=True, exist_ok=True)
    datasets.write(checkout.root, folder)
    file = folder / f"{FROM_SCIKIT_LEARN}.csv"
    if not file.exists():
        run_python(checkout, f"writing {file.name}", f"{__package__}.{FROM_SCIKIT_LEARN}", file)
    for table in TABLES:
        splits.write(folder, table)


def run_rivals(checkout, folder):
    """Fits the rivals to all tables whose results are not there yet."""
    for table in TABLES:
        stamp, expected = folder / table.name / "rivals-stamp", rivals_stamp(checkout, folder, table)
        if not is_current(stamp, expected):
            (folder / table.name / RIVALS).unlink(missing_ok=True)
            run_python(checkout, f"fitting scikit-learn to {table.name}",
                       f"{__package__}.rivals", folder, table.name)
            write_whole(stamp, expected)


def rivals_stamp(checkout, folder, table):
    """Changes with what the rivals get and with their program and versions."""
    program = checkout.environment / "tables" / "rivals.py"
    files = sorted((folder / table.name).glob("*.csv"))
    texts = [file.read_text(encoding="utf-8") for file in (checkout.requirements, program, *files)]
    return fingerprint([platform.python_version(), table, *texts])


def run_python(checkout, doing, module, *arguments):
    """Runs a module in the environment of scikit-learn, on one thread as ours."""
    log = checkout.log("benchmark-tables-python")
    log.write_bytes(b"")
    run_logged(doing, [checkout.venv_python, "-m", module, *arguments], log, checkout.environment,
               child_environment(OMP_NUM_THREADS=1))


def run_ours(programs, folder, progress):
    """Yields the results of our library, a split after the other."""
    for result in programs.results("tables", MAIN, folder):
        progress(f"{result['table']}, split {result['split']}: {result['measure']:.4f}")
        yield result


def read_rivals(folder, table):
    """(results, versions) of a table; without any if they were not run."""
    file = folder / table.name / RIVALS
    if not file.exists():
        return [], {}
    content = json.loads(file.read_text(encoding="utf-8"))
    return content["results"], content["versions"]
