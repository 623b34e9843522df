"""The table as Markdown, and all figures as JSON."""

from comparison import report

from .curves import NOT_REACHED

HEADER = ["work", "measured", "worst", "must", "aim", ""]


def markdown(rows):
    """The table and its notes."""
    lines = [HEADER, ["---"] * len(HEADER), *map(cells, rows)]
    notes = [f"- {row.work}: {row.note}" for row in rows]
    return "\n".join([*map(report.cells, lines), "", *notes])


def cells(row):
    return [row.work, shown(row.measured), shown(row.worst), report.bound(row.must),
            report.bound(row.aim), row.verdict]


def shown(value):
    """Three significant digits; counts in full; words for what was not reached."""
    if value == NOT_REACHED:
        return "not reached"
    if value is not None and value == int(value):
        return f"{value:,.0f}"
    if value is not None and 0 < abs(value) < 1e-3:
        return f"{value:.3g}"
    return report.number(value)


def without_infinity(value):
    """Values within dictionaries and lists with null in place of infinity."""
    if isinstance(value, dict):
        return {name: without_infinity(each) for name, each in value.items()}
    return None if value == NOT_REACHED else value
