"""A figure with its bounds, as the tables of methods and convergence show it."""

import math
from dataclasses import asdict, dataclass
from typing import Optional

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
