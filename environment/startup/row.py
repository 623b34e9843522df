"""One line of the table of `benchmark.py startup`."""

from dataclasses import asdict, dataclass
from typing import Optional


@dataclass(frozen=True)
class Row:
    """What was measured, None where the system does not tell; `must` bounds the worst."""

    name: str
    measured: Optional[float]
    worst: Optional[float]
    must: float

    @property
    def verdict(self):
        if self.measured is None:
            return "not measured"
        worst = self.measured if self.worst is None else self.worst
        return "pass" if worst <= self.must else "miss"

    def content(self):
        return {**asdict(self), "verdict": self.verdict}

    def markdown(self):
        numbers = ["" if value is None else f"{value:.3g}" for value in (self.measured, self.worst)]
        return f"| {self.name} | {' | '.join(numbers)} | ≤ {self.must:g} | {self.verdict} |"
