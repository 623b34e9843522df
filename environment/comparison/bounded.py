"""A figure with its bounds, as the tables of methods and convergence show it."""

import json
import math
from dataclasses import asdict, dataclass, replace
from typing import Optional

from steps.stamps import write_whole

from . import report

HEADER = ["work", "measured", "must", "aim", ""]


@dataclass(frozen=True)
class Bounded:
    """Infinite is what was not reached, None what was not measured."""

    work: str
    measured: Optional[float]
    must: Optional[float]
    aim: Optional[float]
    higher: bool
    note: str

    @property
    def verdict(self):
        """Whether the bounds are kept; nothing where there is none or nothing was measured."""
        if self.measured is None:
            return "not measured"
        if self._keeps(self.aim):
            return "aim"
        if self.must is None:
            return ""
        return "pass" if self._keeps(self.must) else "miss"

    def _keeps(self, bound):
        if bound is None:
            return False
        return self.measured >= bound if self.higher else self.measured <= bound

    def content(self):
        """The row for JSON, which has no infinity: null."""
        measured = self.measured if self.measured is None or math.isfinite(self.measured) else None
        return {**asdict(self), "measured": measured, "verdict": self.verdict}

    def cells(self):
        sign = "≥" if self.higher else "≤"
        bounds = ["" if each is None else f"{sign} {each:g}" for each in (self.must, self.aim)]
        return [self.work, shown(self.measured), *bounds, self.verdict]


def lower(work, measured, must, aim, note):
    """A figure that is good if it is low."""
    return Bounded(work, measured, must, aim, False, note)


def higher(work, measured, must, aim, note):
    """A figure that is good if it is high."""
    return Bounded(work, measured, must, aim, True, note)


def markdown(rows):
    """The table and its notes."""
    lines = [HEADER, ["---"] * len(HEADER), *(row.cells() for row in rows)]
    notes = [f"- {row.work}: {row.note}" for row in rows if row.note]
    return "\n".join([*map(report.cells, lines), "", *notes])


def shown(value):
    """Three significant digits; whole numbers in full; words for what was not reached."""
    if value is None:
        return "–"
    if math.isinf(value):
        return "not reached"
    return f"{value:,.0f}" if value == int(value) else f"{value:.3g}"


def tell(rows, quick, text, content, file):
    """Prints a text and the rows behind it, and writes both contents to a file if there is one.

    A note on a quick run, whose figures mean nothing, takes the bounds away.
    """
    if quick:
        rows = [replace(row, must=None, aim=None) for row in rows]
    print(quick + text + "\n\n" + markdown(rows))
    if file:
        whole = {"rows": [row.content() for row in rows], **content}
        write_whole(file, json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
