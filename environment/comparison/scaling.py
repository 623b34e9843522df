"""How the time of a PathProx step grows with width, depth and batch, ours and PyTorch's."""

import csv
import io

from steps.stamps import write_whole

from .interleaving import measure
from .lines import Group, Line

WIDTHS = (100, 200, 400, 800)
DEPTHS = (1, 2, 3, 4, 5)
BATCHES = (50, 100, 200, 400, 800)
WIDTH, DEPTH, BATCH = 400, 3, 200
COLUMNS = ("varied", "width", "depth", "batch", "threads", "ours_ms", "pytorch_ms")


def sizes():
    """(what is varied, width, depth, batch) of every point; the middle one is in all three."""
    return [
        *(("width", width, DEPTH, BATCH) for width in WIDTHS),
        *(("depth", WIDTH, depth, BATCH) for depth in DEPTHS),
        *(("batch", WIDTH, DEPTH, batch) for batch in BATCHES),
    ]


def points(workers, threads, progress):
    """Measures all sizes, in turns, and returns a row for each point and number of threads."""
    timings = measure(group(), workers, threads, progress)
    rows = []
    for varied, *size in sizes():
        for count in threads:
            times = [timings[each].milliseconds for each in line(name(size)).timed(count)]
            rows.append(dict(zip(COLUMNS, (varied, *size, count, *times))))
    return rows


def group():
    """Each size once, though the middle one is three points."""
    names = dict.fromkeys(name(size) for _, *size in sizes())
    return Group("scaling", tuple(map(line, names)), blocks=15)


def line(work):
    return Line(work, work, work)


def name(size):
    return "step-{}-{}-{}".format(*size)


def write_csv(file, rows):
    """Writes the points; the file appears whole or not at all."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, **rounded(row)} for row in rows)
    write_whole(file, text.getvalue())


def rounded(row):
    return {name: format(row[name], ".4g") for name in ("ours_ms", "pytorch_ms")}


def read_csv(file):
    """The points of a file that write_csv wrote."""
    with open(file, encoding="utf-8", newline="") as lines:
        return [
            {name: text if name == "varied" else float(text) for name, text in row.items()}
            for row in csv.DictReader(lines)
        ]


def markdown(rows):
    """The points as a table."""
    lines = [
        "| varied | width | depth | batch | threads | ours, ms | PyTorch, ms | ratio |",
        "| --- " * 8 + "|",
    ]
    for row in rows:
        values = [row[name] for name in COLUMNS[:5]]
        ours, twin = row["ours_ms"], row["pytorch_ms"]
        values += [f"{ours:.2f}", f"{twin:.2f}", f"{ours / twin:.2f}"]
        lines.append("| " + " | ".join(map(str, values)) + " |")
    return "\n".join(lines)
