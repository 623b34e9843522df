"""One row of the table: values by seed and what they come to."""

import statistics
from dataclasses import dataclass
from typing import Optional

from comparison import report

from .curves import NOT_REACHED


@dataclass(frozen=True)
class Row:
    """A figure with its bounds; infinite is what was not reached, None what was not measured."""

    work: str
    measured: Optional[float]
    worst: Optional[float]
    must: Optional[float]
    aim: Optional[float]
    values: dict
    note: str
    ours_ms: Optional[float] = None
    reference_ms: Optional[float] = None

    @property
    def verdict(self):
        return report.verdict(self)

    def content(self):
        """The row for JSON, which has no infinity: null, and the words "not reached" beside it."""
        content = {name: finite(value) for name, value in vars(self).items() if name != "values"}
        content["values"] = {str(seed): finite(value) for seed, value in self.values.items()}
        content["verdict"] = self.verdict
        content["reached"] = self.measured != NOT_REACHED
        return content


def finite(value):
    return None if value == NOT_REACHED else value


def over_seeds(work, must, aim, values, note, summary=statistics.median, **times):
    """A row from one value for each seed; None for a seed without one."""
    known = {seed: value for seed, value in values.items() if value is not None}
    if not known:
        return Row(work, None, None, must, aim, {}, note, **times)
    measured = summary(known.values())
    return Row(work, measured, max(known.values()), must, aim, known, note, **times)


def single(work, must, aim, value, note):
    """A row of one figure that has no seed."""
    return Row(work, value, value, must, aim, {}, note)
