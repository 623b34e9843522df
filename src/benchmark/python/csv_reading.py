"""Reading a CSV file beside pandas, each in a fresh process: csv_reading.py FILE, by pandas, as JSON."""

import json
import statistics
import sys
import time
from pathlib import Path

import pandas

MAIN = "pathprox.benchmark.tables.CsvReading"
ROWS, COLUMNS, RUNS = 200_000, (10, 50), 7
KINDS = ["red", "green", "blue", "light gray"]


def measure(programs, folder):
    """Four rows: time and memory of two files, medians against medians."""
    rows = []
    for columns in COLUMNS:
        file = folder / f"doubles-{columns}.csv"
        if not file.exists():
            write(file, columns)
        ours, theirs = [], []
        for _ in range(RUNS):  # by turns, so that what else the machine does falls on both
            theirs += programs.results("csv-pandas", sys.executable, __file__, file)
            ours += programs.results("csv-reading", *programs.java(MAIN, file))
        rows += judged(columns, ours, theirs)
    return rows


def judged(columns, ours, theirs):
    """The two rows of a file."""
    work = f"CSV, {ROWS:,} rows × {columns} columns, first reading of a process, "
    rows = []
    for title, key, unit, name, must, aim in (
            ("time", "seconds", 1, "s", 6, 3), ("peak memory", "bytes", 2**20, "MB", 3, 2)):
        our, their = (statistics.median(each[key] for each in side) / unit for side in (ours, theirs))
        note = f"{our:.3g} {name} against {their:.3g} {name}, medians of {len(ours)}"
        rows.append({"work": f"{work}{title} / pandas", "measured": our / their, "must": must, "aim": aim,
                     "note": note})
    return rows


def write(file, columns):
    """Random numbers of 6 to 17 digits, a column of whole numbers and one of short texts."""
    import numpy

    random = numpy.random.default_rng(1)
    table = {}
    for i in range(columns - 2):
        values = random.normal(size=ROWS) * 10.0 ** (i % 5)
        table[f"x{i}"] = numpy.round(values, 6) if i % 3 == 0 else values
    table["count"] = random.integers(0, 100_000, ROWS)
    table["kind"] = random.choice(KINDS, ROWS)
    part = file.with_suffix(".part")
    pandas.DataFrame(table).to_csv(part, index=False)
    part.replace(file)


def read(file):
    """Seconds, and bytes of the peak of resident memory above what there was before."""
    before = memory("VmRSS")
    start = time.perf_counter()
    table = pandas.read_csv(file)
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "bytes": memory("VmHWM") - before,
            "rows": table.shape[0], "columns": table.shape[1]}


def memory(name, status=Path("/proc/self/status")):
    """A line of what Linux tells about this process, in bytes."""
    lines = status.read_text(encoding="utf-8").splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith(name + ":"))


if __name__ == "__main__":
    print(json.dumps(read(sys.argv[1])))
