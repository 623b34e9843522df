"""All fits beside each other, in Markdown."""

from comparison import report

from .names import LINEAR, LINEAR_TUNED, NETWORK, NETWORK_TUNED
from .rows import said

INTRODUCTION = (
    "Accuracy in percent, or R², on the test rows: mean ± deviation over five splits (a quarter of "
    "the rows, of each class, for the test), and the mean seconds of a fit on one thread. "
    "Classes: LogisticRegression, MLPClassifier; numbers: RidgeCV, MLPRegressor; all as "
    "they come, and with C or alpha chosen by five folds. Missing cells are filled by the median or "
    "the most frequent text, numbers standardized, texts one-hot; columns that only name rows are "
    "left out for all."
)
HEADER = ["table", "PathProx", "units", "linear", "network", "linear, C chosen",
          "network, alpha chosen"]


def markdown(compared, versions):
    """A line for each table."""
    lines = [HEADER, ["---"] * len(HEADER), *map(line, compared)]
    told = ", ".join(f"{name} {version}" for name, version in versions.items())
    return "\n".join([INTRODUCTION, "", told or "without rivals", "", *map(report.cells, lines)])


def line(each):
    rivals = [each.rivals.get(name) for name in (LINEAR, NETWORK, LINEAR_TUNED, NETWORK_TUNED)]
    units = each.ours.average("units")
    return [each.title, cell(each, each.ours), "" if units is None else f"{units:.0f}",
            *(cell(each, fits) for fits in rivals)]


def cell(each, fits):
    if fits is None or not fits.by_split:
        return ""
    failed = sum(not fit.get("converged", True) for fit in fits.by_split.values())
    text = f"{said(each, fits)} ({fits.average('seconds'):.2f} s"
    return text + (f", {failed} not converged)" if failed else ")")
