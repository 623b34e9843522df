"""How long reading a CSV file takes beside pandas, and how much memory, each in a fresh process.

The command `tables` calls rows(). The other side runs this file by the Python that has pandas:
    python -m tables.csv_reading write FILE COLUMNS     makes a file of 200,000 rows
    python -m tables.csv_reading read FILE              prints seconds and bytes as JSON
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from comparison.bounded import lower
from steps.commands import child_environment
from steps.console import SetupError

MAIN = "pathprox.benchmark.tables.CsvReading"
ROWS = 200_000
COLUMNS = (10, 50)
RUNS = 7
ENVIRONMENT = Path(__file__).resolve().parent.parent
KINDS = ["red", "green", "blue", "light gray"]


def rows(programs, python, folder, runs=RUNS):
    """The four rows; programs start Java, and python is a program that can import pandas."""
    table = []
    for columns in COLUMNS:
        file = Path(folder).resolve() / f"doubles-{columns}.csv"
        if not file.exists():
            ask(python, "write", file, columns)
        ours, theirs = [], []
        for _ in range(runs):
            # By turns, so that what else the machine does falls on both.
            theirs.append(ask(python, "read", file))
            ours.extend(programs.results("csv-reading", MAIN, file))
        table += judged(columns, ours, theirs)
    return table


def judged(columns, ours, theirs):
    """The rows of one file: medians against medians."""
    work = f"CSV, {ROWS:,} rows × {columns} columns, first reading of a process, "
    return [
        row(work + "time / pandas", "seconds", 1, "s", ours, theirs, 6, 3),
        row(work + "peak memory / pandas", "bytes", 2**20, "MB", ours, theirs, 3, 2),
    ]


def row(work, key, unit, name, ours, theirs, must, aim):
    if not ours or not theirs:
        return lower(work, None, must, aim, "")
    our, their = (statistics.median(each[key] for each in side) / unit for side in (ours, theirs))
    note = f"{our:.3g} {name} against {their:.3g} {name}, medians of {len(ours)}"
    return lower(work, our / their, must, aim, note)


def ask(python, *arguments):
    """Runs this file by another Python, and returns the object that it prints, if it does."""
    command = [str(python), "-m", "tables.csv_reading", *map(str, arguments)]
    done = subprocess.run(command, cwd=ENVIRONMENT, stdout=subprocess.PIPE, encoding="utf-8",
                          env=child_environment())
    if done.returncode != 0:
        raise SetupError(f"pandas failed: {' '.join(command)}")
    return json.loads(done.stdout) if done.stdout.strip() else None


def write(file, columns):
    """Random numbers of 6 to 17 digits, a column of whole numbers and one of short texts."""
    import numpy
    import pandas

    random = numpy.random.default_rng(1)
    table = {}
    for i in range(columns - 2):
        values = random.normal(size=ROWS) * 10.0 ** (i % 5)
        table[f"x{i}"] = numpy.round(values, 6) if i % 3 == 0 else values
    table["count"] = random.integers(0, 100_000, ROWS)
    table["kind"] = random.choice(KINDS, ROWS)
    part = Path(file).with_suffix(".part")
    pandas.DataFrame(table).to_csv(part, index=False)
    part.replace(file)


def read(file):
    """Seconds, and bytes of the peak of resident memory above what there was before."""
    import pandas

    before = memory("VmRSS")
    start = time.perf_counter()
    table = pandas.read_csv(file)
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "bytes": memory("VmHWM") - before,
            "rows": table.shape[0], "columns": table.shape[1]}


def memory(name, status=Path("/proc/self/status")):
    """A line of what Linux tells about this process, in bytes."""
    lines = status.read_text(encoding="utf-8").splitlines()
    line = next(each for each in lines if each.startswith(name + ":"))
    return 1024 * int(line.split()[1])


def main(arguments):
    if arguments[0] == "write":
        write(arguments[1], int(arguments[2]))
    else:
        print(json.dumps(read(arguments[1])))


if __name__ == "__main__":
    main(sys.argv[1:])
