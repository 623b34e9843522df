"""The performance profile as an SVG picture, readable without color."""

import math

from comparison.svg import document, line, pen, text, upright

from .trainings import OURS

# By method: its name, color, dashes and the width of its line.
LOOKS = {
    OURS: ("PathProx, recommended, its default rate", "#1b4f9c", "", 4),
    "published": ("PathProx as published, its best rate", "#c05a00", "9 5", 2.5),
    "weight-decay": ("weight decay, its best rate", "#767676", "", 2),
    "heavy-ball-90": ("weight decay, momentum 0.9", "#2e7d32", "2 4", 2.5),
    "heavy-ball-95": ("weight decay, momentum 0.95", "#7a3e9d", "9 4 2 4", 2.5),
    "heavy-ball-99": ("weight decay, momentum 0.99", "#222222", "16 5", 1.5),
}
LOWEST, HIGHEST = 0.5, 4
TICKS = (0.5, 0.7, 1, 1.5, 2, 3, 4)
WIDTH, HEIGHT = 900, 480
LEFT, RIGHT, TOP, BOTTOM = 75, 880, 20, 415
LEGEND_LEFT, LEGEND_BOTTOM, LEGEND_STEP = 505, 395, 24


def svg(ratios):
    """The picture of the ratios that profile.ratios returns."""
    drawn = {method: values for method, values in ratios.items() if values}
    return document(WIDTH, HEIGHT, [
        *axes(),
        *(curve(method, values) for method, values in reversed(drawn.items())),
        *legend(list(drawn)),
    ])


def axes():
    for tick in TICKS:
        yield line(x(tick), BOTTOM, x(tick), TOP, "#dddddd" if tick != 1 else "#888888")
        yield text(x(tick), BOTTOM + 22, f"{tick:g}", "middle")
    for percent in range(0, 101, 20):
        yield line(LEFT, y(percent / 100), RIGHT, y(percent / 100), "#dddddd")
        yield text(LEFT - 8, y(percent / 100) + 5, f"{percent} %", "end")
    yield text((LEFT + RIGHT) / 2, BOTTOM + 50,
               "objective at the end / the best rival's on the same problem and seed", "middle")
    yield upright(18, (TOP + BOTTOM) / 2, "share of the runs up to this factor")


def curve(method, values):
    """The share of values at or below each factor, as steps."""
    path = f"M{x(LOWEST):.1f} {y(share(values, LOWEST)):.1f}"
    for value in values:
        if LOWEST < value <= HIGHEST:
            path += f"H{x(value):.1f}V{y(share(values, value)):.1f}"
    return f'<path d="{path}H{x(HIGHEST):.1f}" fill="none" {stroke(method)}/>'


def share(values, factor):
    return sum(value <= factor for value in values) / len(values)


def legend(methods):
    top = LEGEND_BOTTOM - LEGEND_STEP * len(methods)
    yield (f'<rect x="{LEGEND_LEFT - 12}" y="{top - 4}" width="{RIGHT - LEGEND_LEFT + 4}" '
           f'height="{LEGEND_BOTTOM - top + 8}" fill="white" fill-opacity="0.85"/>')
    for number, method in enumerate(methods):
        height = top + LEGEND_STEP * (number + 0.5)
        yield (f'<path d="M{LEGEND_LEFT} {height:g}h44" fill="none" {stroke(method)}/>'
               + text(LEGEND_LEFT + 54, height + 5, LOOKS[method][0], "start"))


def stroke(method):
    return pen(*LOOKS[method][1:])


def x(factor):
    """The place of a factor on its logarithmic axis."""
    return LEFT + (RIGHT - LEFT) * math.log(factor / LOWEST) / math.log(HIGHEST / LOWEST)


def y(fraction):
    return BOTTOM - (BOTTOM - TOP) * fraction
