"""Figures with the bounds that the project sets itself, as tables in Markdown and as JSON."""

import json
import math
import operator
from dataclasses import asdict, dataclass, replace
from typing import Optional

from steps.stamps import write_whole

QUICK = "QUICK: few seeds and few iterations, to try the command out; the figures mean nothing.\n\n"


@dataclass(frozen=True)
class Row:
    """A figure: infinite is what was not reached, None what was not measured."""

    work: str
    measured: Optional[float]
    must: Optional[float]
    aim: Optional[float]
    note: str = ""
    higher: bool = False  # whether it is good if it is high

    @property
    def verdict(self):
        return verdict(self.measured, self.must, self.aim, self.higher)

    def content(self):
        """The row for JSON."""
        return {**asdict(self), "measured": finite(self.measured), "verdict": self.verdict}

    def cells(self):
        sign = "≥" if self.higher else "≤"
        bounds = ["" if each is None else f"{sign} {each:g}" for each in (self.must, self.aim)]
        return [self.work, shown(self.measured), *bounds, self.verdict]


def verdict(measured, must, aim, higher=False):
    """Whether the bounds are kept; nothing where there is none."""
    keeps = operator.ge if higher else operator.le
    if measured is None:
        return "not measured"
    if aim is not None and keeps(measured, aim):
        return "aim"
    return "" if must is None else "pass" if keeps(measured, must) else "miss"


def finite(value):
    """The value for JSON, which has no infinity: null."""
    return value if value is not None and math.isfinite(value) else None


def shown(value):
    """Three significant digits; whole numbers in full; words for what was not reached."""
    if value is None:
        return "–"
    if math.isinf(value):
        return "not reached"
    return f"{value:,.0f}" if value == int(value) else f"{value:.3g}"


def markdown(header, rows):
    """A table of texts."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def tell(rows, text, content, options):
    """Prints a text and the rows behind it, and writes content and rows to the file asked for."""
    is_quick = getattr(options, "quick", False)
    if is_quick:
        rows = [replace(row, must=None, aim=None) for row in rows]
        text = QUICK + text
    table = markdown(["work", "measured", "must", "aim", ""], [row.cells() for row in rows])
    print("\n".join([text, "", table, "", *(f"- {row.work}: {row.note}" for row in rows if row.note)]))
    write_json(options.json, {"rows": [row.content() for row in rows], **content})


def write_json(file, content):
    """Writes a file, if there is one to write; it appears whole or not at all."""
    if file:
        write_whole(file, json.dumps(content, indent=2, ensure_ascii=False) + "\n")
