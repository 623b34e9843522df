"""The comparison as rows, as a table in Markdown, and as JSON."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Optional

from steps import stamps

from .lines import NONE


@dataclass(frozen=True)
class Row:
    """One line as measured on a number of threads; without figures where a work failed."""

    work: str
    threads: int
    measured: Optional[float]
    must: Optional[float]
    aim: Optional[float]
    ours_ms: Optional[float]
    reference_ms: Optional[float]
    gain: Optional[float]
    gain_must: Optional[float]
    gain_aim: Optional[float]
    allocated_bytes: Optional[float]
    note: str


def rows(lines, threads, timings):
    """The rows of the lines, in their order, for each number of threads that they are for."""
    return [
        row(line, count, timings)
        for line in lines for count in threads if line.against_threads != count
    ]


def row(line, threads, timings):
    timed, against = line.timed(threads)
    ours, reference = timings[timed], timings[against]
    measured = None
    if ours.milliseconds is not None and reference.milliseconds:
        measured = ours.milliseconds / reference.milliseconds
    notes = [line.note, ours.note, reference.note, *problems(ours, reference)]
    gain = gained(timings.get(replace(timed, threads=1)), ours) if threads > 1 else None
    return Row(
        line.work, threads, measured, *line.bounds(threads), ours.milliseconds,
        reference.milliseconds, gain, *(line.gain if threads == 2 else NONE), ours.allocated,
        "; ".join(note for note in notes if note),
    )


def gained(on_one, ours):
    """How many times as fast ours is as on one thread; None where it was not measured."""
    if on_one is None or on_one.milliseconds is None or not ours.milliseconds:
        return None
    return on_one.milliseconds / ours.milliseconds


def problems(*timings):
    return [f"not measured: {timing.problem}" for timing in timings if timing.problem]


def markdown(machine, threads, measured):
    """The table as the README shows it: a line for each work, all numbers of threads beside."""
    header = ["work"]
    for count in threads:
        header += [f"ours, ms, {said(count)}", "PyTorch, ms", "ratio", "must, aim"]
        header += ["gain", "must, aim"] if count > 1 else []
    header += ["bytes allocated"]
    lines = [machine_line(machine), "", cells(header), cells(["---"] * len(header))]
    works = dict.fromkeys(row.work for row in measured)
    for work in works:
        found = {row.threads: row for row in measured if row.work == work}
        values = [work]
        for count in threads:
            values += row_cells(found.get(count), count)
        allocated = [row.allocated_bytes for row in found.values() if row.allocated_bytes]
        lines.append(cells(values + [count_of(max(allocated, default=None))]))
    notes = dict.fromkeys(f"- {row.work}: {row.note}" for row in measured if row.note)
    return "\n".join(lines + ([""] + list(notes) if notes else []))


def said(threads):
    return "1 thread" if threads == 1 else f"{threads} threads"


def machine_line(machine):
    return "; ".join(f"{k}: {v}" for k, v in machine.items())


def cells(values):
    return "| " + " | ".join(values) + " |"


def row_cells(row, threads):
    if row is None:
        return [""] * (4 if threads == 1 else 6)
    ratio = [
        number(row.ours_ms), number(row.reference_ms), number(row.measured),
        verdict(row.measured, "≤", row.must, row.aim),
    ]
    if threads == 1:
        return ratio
    if row.gain is None:
        return ratio + ["", ""]
    return ratio + [number(row.gain), verdict(row.gain, "≥", row.gain_must, row.gain_aim)]


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


def count_of(value):
    return "" if value is None else f"{value:,.0f}"


def verdict(measured, sign, must, aim):
    """The bounds and whether they are kept; nothing where there are none."""
    if measured is None:
        return "not measured"
    if must is None:
        return ""
    keeps = measured.__le__ if sign == "≤" else measured.__ge__
    word = "aim" if aim is not None and keeps(aim) else "pass" if keeps(must) else "miss"
    bounds = f"{sign} {must:g}" if aim is None else f"{sign} {must:g}, {aim:g}"
    return f"{bounds}: {word}"


def write_json(file, machine, threads, measured, **more):
    """Writes the same as the table, and more; the file appears whole or not at all."""
    content = {
        "machine": machine, "threads": threads,
        "rows": [each if isinstance(each, dict) else asdict(each) for each in measured],
        **more,
    }
    stamps.write_whole(file, json.dumps(content, indent=2, ensure_ascii=False) + "\n")
