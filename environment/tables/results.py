"""What both sides came to on each table, over the splits."""

import statistics
from dataclasses import dataclass, field

from .datasets import CLASSES, RawTable
from .names import AS_THEY_COME, TITLES
from .splits import SEEDS


@dataclass
class Fits:
    """The results of one side on the splits of a table, each an object as it was reported."""

    by_split: dict = field(default_factory=dict)

    @property
    def is_complete(self):
        return sorted(self.by_split) == list(SEEDS)

    @property
    def measures(self):
        return [self.by_split[split]["measure"] for split in sorted(self.by_split)]

    @property
    def mean(self):
        return statistics.mean(self.measures)

    @property
    def deviation(self):
        """Of the splits; 0 with one split."""
        return statistics.stdev(self.measures) if len(self.measures) > 1 else 0.0

    def average(self, name):
        """The mean of another figure, None where no split has it."""
        found = [each[name] for each in self.by_split.values() if each.get(name) is not None]
        return statistics.mean(found) if found else None

    def content(self):
        """The fits for JSON."""
        return {"mean": self.mean, "deviation": self.deviation,
                "splits": [self.by_split[split] for split in sorted(self.by_split)]}


@dataclass
class Compared:
    """A table with the fits of ours and of the rivals by name."""

    table: RawTable
    ours: Fits = field(default_factory=Fits)
    rivals: dict = field(default_factory=dict)

    @property
    def title(self):
        return self.table.name.replace("-", " ")

    @property
    def is_classes(self):
        return self.table.task == CLASSES

    def add_ours(self, result):
        self.ours.by_split[result["split"]] = result

    def add_rival(self, result):
        fits = self.rivals.setdefault(result["rival"], Fits())
        fits.by_split[result["split"]] = result

    @property
    def best(self):
        """(title, fits) of the better rival as it comes; None if not all were run."""
        found = [(TITLES[self.table.task][name], self.rivals[name]) for name in AS_THEY_COME
                 if name in self.rivals and self.rivals[name].is_complete]
        if len(found) < len(AS_THEY_COME):
            return None
        return max(found, key=lambda each: each[1].mean)

    @property
    def difference(self):
        """Ours minus the best rival, in points of accuracy or in R²; None without both."""
        if not self.ours.is_complete or self.best is None:
            return None
        return self._difference(self.ours.mean, self.best[1].mean)

    @property
    def differences(self):
        """The same on each split, whose spread is smaller than that of either side."""
        return list(map(self._difference, self.ours.measures, self.best[1].measures))

    def _difference(self, ours, rival):
        # Means of the same accuracies in another order are equal.
        return round((ours - rival) * (100 if self.is_classes else 1), 9)

    def content(self):
        """The table for JSON."""
        fits = {"ours": self.ours, **self.rivals}
        return {"table": self.table.name, "measure": "accuracy" if self.is_classes else "R²",
                "fits": {name: each.content() for name, each in fits.items() if each.by_split}}


def compare(tables, ours, rivals):
    """The tables with results of ours and of rivals (by the table's name)."""
    found = {table.name: Compared(table) for table in tables}
    for result in ours:
        found[result["table"]].add_ours(result)
    for name, results in rivals.items():
        for result in results:
            found[name].add_rival(result)
    return list(found.values())
