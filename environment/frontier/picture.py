"""Accuracy over the share of units as an SVG picture: a line for each competitor, with a band."""

import math

from comparison.svg import document, line, pen, text, upright

from .results import ALL_UNITS
from .table import NAMES, SHARES, TITLES
from .trials import OURS

# By competitor: color, dashes and width of its line.
LOOKS = {
    OURS: ("#1b4f9c", "", 4),
    "published": ("#c05a00", "9 5", 2.5),
    "pruned-gradually": ("#2e7d32", "", 2),
    "pruned-at-once": ("#2e7d32", "2 4", 2.5),
    "narrow": ("#767676", "16 5", 2),
    "d-gating": ("#7a3e9d", "9 4 2 4", 2.5),
    ALL_UNITS: ("#222222", "2 6", 1.5),
}
# What lies further below the best is cut off: networks that died would hide all else.
MOST_POINTS = 10
LEAST, MOST = 0.08, 0.6
PANEL_WIDTH, HEIGHT = 400, 500
LEFT, RIGHT, TOP, BOTTOM = 75, 385, 40, 360
LEGEND_TOP, LEGEND_STEP, LEGEND_ROWS = 432, 24, 3


class Panel:
    """The axes of one problem."""

    def __init__(self, number, problem):
        self.left, self.right = LEFT + number * PANEL_WIDTH, RIGHT + number * PANEL_WIDTH
        self.number, self.problem = number, problem
        points = [point for by_share in problem.points.values() for point in by_share.values()]
        self.top = max(point.accuracy + point.deviation for point in points) + 0.3
        lowest = min(point.accuracy - point.deviation for point in points) - 0.3
        self.bottom = max(self.top - MOST_POINTS, lowest)

    def x(self, share):
        """The place of a share on its logarithmic axis; that of no unit at all is outside."""
        part = math.log(max(share, LEAST / 10) / LEAST) / math.log(MOST / LEAST)
        return self.left + (self.right - self.left) * part

    def y(self, accuracy):
        return BOTTOM - (BOTTOM - TOP) * (accuracy - self.bottom) / (self.top - self.bottom)

    def parts(self):
        """All that is drawn, the recommended method last."""
        frame = (f'<clipPath id="panel{self.number}"><rect x="{self.left}" y="{TOP}" '
                 f'width="{self.right - self.left}" height="{BOTTOM - TOP}"/></clipPath>')
        drawn = [name for name in reversed(NAMES) if name in self.problem.points]
        curves = "".join(self.curve(name) for name in drawn)
        return [frame, *self.axes(), f'<g clip-path="url(#panel{self.number})">{curves}</g>']

    def axes(self):
        for share in SHARES:
            yield line(self.x(share), BOTTOM, self.x(share), TOP, "#dddddd")
            yield text(self.x(share), BOTTOM + 22, f"{100 * share:.0f} %", "middle")
        step = next(each for each in (0.2, 0.5, 1, 2, 5) if (self.top - self.bottom) / each <= 7)
        for tick in range(math.ceil(self.bottom / step), math.floor(self.top / step) + 1):
            yield line(self.left, self.y(tick * step), self.right, self.y(tick * step), "#dddddd")
            yield text(self.left - 8, self.y(tick * step) + 5, f"{tick * step:g}", "end")
        middle = (self.left + self.right) / 2
        yield text(middle, BOTTOM + 46, "units kept", "middle")
        yield text(middle, TOP - 14, TITLES[self.problem.name], "middle")

    def curve(self, name):
        """The band and the line; all units are a level line."""
        points = sorted(self.problem.points[name].values(), key=lambda point: point.share)
        shares = [point.kept / point.all_units for point in points]
        if name == ALL_UNITS:
            points, shares = points * 2, [LEAST, MOST]
        above = self.path(shares, [point.accuracy + point.deviation for point in points])
        low = [point.accuracy - point.deviation for point in points]
        below = self.path(shares[::-1], low[::-1])
        middle = self.path(shares, [point.accuracy for point in points])
        return (f'<path d="M{above}L{below}Z" fill="{LOOKS[name][0]}" fill-opacity="0.1"/>'
                f'<path d="M{middle}" fill="none" {pen(*LOOKS[name])}/>')

    def path(self, shares, accuracies):
        return "L".join(f"{self.x(share):.1f} {self.y(accuracy):.1f}"
                        for share, accuracy in zip(shares, accuracies))


def svg(problems):
    """The picture, a panel for each problem."""
    panels = [Panel(number, problem) for number, problem in enumerate(problems)]
    names = [name for name in NAMES if any(name in problem.points for problem in problems)]
    width = PANEL_WIDTH * max(len(panels), math.ceil(len(names) / LEGEND_ROWS))
    return document(width, HEIGHT, [
        *(part for panel in panels for part in panel.parts()),
        upright(20, (TOP + BOTTOM) / 2, "test accuracy, %"),
        *legend(names),
    ])


def legend(names):
    for number, name in enumerate(names):
        left = LEFT + number // LEGEND_ROWS * PANEL_WIDTH
        height = LEGEND_TOP + LEGEND_STEP * (number % LEGEND_ROWS)
        yield (f'<path d="M{left} {height}h44" fill="none" {pen(*LOOKS[name])}/>'
               + text(left + 54, height + 5, NAMES[name], "start"))
