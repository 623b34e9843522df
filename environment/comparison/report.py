"""The comparison as rows, as a table in Markdown, and as JSON."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Optional

from steps import stamps


@dataclass(frozen=True)
class Row:
    """One line as measured; without figures where a work could not be done."""

    work: str
    measured: Optional[float]
    must: Optional[float]
    aim: Optional[float]
    ours_ms: Optional[float]
    reference_ms: Optional[float]
    allocated_bytes: Optional[float]
    note: str

    def without_bounds(self):
        """The same figures without bounds, which are those of one thread."""
        return replace(self, must=None, aim=None)


def rows(lines, timings):
    """The rows of the lines, in their order."""
    return [row(line, timings[line.ours], timings[line.reference]) for line in lines]


def row(line, ours, reference):
    measured = None
    if ours.milliseconds is not None and reference.milliseconds:
        measured = ours.milliseconds / reference.milliseconds
    notes = [line.note, ours.note, reference.note, *problems(ours, reference)]
    return Row(
        line.work, measured, line.must, line.aim, ours.milliseconds, reference.milliseconds,
        ours.allocated, "; ".join(note for note in notes if note),
    )


def problems(*timings):
    return [f"not measured: {timing.problem}" for timing in timings if timing.problem]


def markdown(machine, threads, measured):
    """The table as the README shows it."""
    header = ["work", "ours, ms", "PyTorch, ms", "ratio", "must", "aim", "", "bytes allocated"]
    lines = [machine_line(machine, threads), "", cells(header), cells(["---"] * len(header))]
    lines += [cells(row_cells(each)) for each in measured]
    notes = [f"- {each.work}: {each.note}" for each in measured if each.note]
    return "\n".join(lines + ([""] + notes if notes else []))


def machine_line(machine, threads):
    plural = "" if threads == 1 else "s"
    return f"{threads} thread{plural}; " + "; ".join(f"{k}: {v}" for k, v in machine.items())


def cells(values):
    return "| " + " | ".join(values) + " |"


def row_cells(row):
    return [
        row.work, number(row.ours_ms), number(row.reference_ms), number(row.measured),
        bound(row.must), bound(row.aim), verdict(row), count(row.allocated_bytes),
    ]


def number(value):
    """Three significant digits, without an exponent."""
    if value is None:
        return "–"
    if value >= 100:
        return f"{value:,.0f}"
    digits = 3
    while digits < 6 and 0 < value < 10 ** (2 - digits):
        digits += 1
    return f"{value:.1f}" if value >= 10 else f"{value:.{digits - 1 if value >= 1 else digits}f}"


def bound(value):
    return "" if value is None else f"≤ {value:g}"


def count(value):
    return "" if value is None else f"{value:,.0f}"


def verdict(row):
    """Whether the bounds are kept; nothing where there is none or nothing was measured."""
    if row.measured is None:
        return "not measured"
    if row.must is None:
        return ""
    if row.measured > row.must:
        return "miss"
    return "aim" if row.aim is not None and row.measured <= row.aim else "pass"


def write_json(file, machine, threads, measured, **more):
    """Writes the same as the table, and more; the file appears whole or not at all."""
    content = {
        "machine": machine, "threads": threads,
        "rows": [each if isinstance(each, dict) else asdict(each) for each in measured],
        **more,
    }
    stamps.write_whole(file, json.dumps(content, indent=2, ensure_ascii=False) + "\n")
