"""The rows that are judged, with must and aim of each."""

from comparison.bounded import higher

POINTS, R_SQUARED = (-1.5, 0), (-0.03, 0)


def rows(compared):
    """A row for each table, and one for the number of tables that are not worse."""
    return [*map(row, compared), count(compared)]


def row(each):
    best = each.best
    title = f"{each.title}: PathProx minus the better of scikit-learn's two, "
    note = "not run"
    if each.difference is not None:
        splits = ", ".join(f"{difference:.3g}" for difference in each.differences)
        note = (f"{said(each, each.ours)} against {said(each, best[1])}, {best[0]}; "
                f"split by split {splits}")
    if each.is_classes:
        return higher(title + "points of accuracy", each.difference, *POINTS, note)
    return higher(title + "R²", each.difference, *R_SQUARED, note)


def count(compared):
    """Judged only when all tables were run."""
    differences = [each.difference for each in compared]
    number, note = None, "not all tables were run"
    if None not in differences:
        number = sum(difference >= 0 for difference in differences)
        note = ""
    return higher(f"tables of {len(compared)} where PathProx is at or above the better of the two",
                  number, None, 4, note)


def said(each, fits):
    """Mean and deviation over the splits: in percent, or of R²."""
    if each.is_classes:
        return f"{100 * fits.mean:.1f} ± {100 * fits.deviation:.1f} %"
    return f"{fits.mean:.3f} ± {fits.deviation:.3f}"
