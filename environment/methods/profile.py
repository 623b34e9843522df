"""The performance profile: which share of the runs ends within a factor of the best rival."""

import math

from .trainings import OURS, RIVALS

NAMES = {
    OURS: "PathProx, recommended, its default rate",
    "published": "PathProx as published",
    "weight-decay": "weight decay",
    "heavy-ball-90": "with momentum 0.9",
    "heavy-ball-95": "with momentum 0.95",
    "heavy-ball-99": "with momentum 0.99",
}
COLORS = ("#1b4f9c", "#c05a00", "#767676", "#4c8c4a", "#7a3e9d", "#000000")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
LOWEST, HIGHEST = 0.5, 4
FONT = {"family": "Helvetica, Arial, sans-serif", "size": 15, "color": "#222222"}


def ratios(problems):
    """By method, the ratios to the best rival of all problems and seeds, the smallest first."""
    found = {method: [] for method in (OURS, *RIVALS)}
    for problem in problems:
        for seed, run in problem.ours.items():
            found[OURS].append(problem.ratio(seed))
            for method, rival in problem.rivals.items():
                if seed in rival.runs:
                    found[method].append(problem.ratio(seed, rival.runs[seed]))
    return {method: sorted(each for each in values if each is not None)
            for method, values in found.items()}


def content(problems):
    """The ratios for JSON, which has no infinity: null."""
    return {method: [each if math.isfinite(each) else None for each in values]
            for method, values in ratios(problems).items()}


def steps(values):
    """The corners of the share of values at or below each factor, from LOWEST to HIGHEST."""
    x, y = [LOWEST], [sum(value <= LOWEST for value in values) / len(values)]
    for number, value in enumerate(values, start=1):
        if LOWEST < value <= HIGHEST:
            x.append(value)
            y.append(number / len(values))
    return [*x, HIGHEST], [*y, y[-1]]


def figure(problems):
    """The figure as Plotly's data and layout."""
    traces = [trace(method, values, *look) for (method, values), look
              in zip(ratios(problems).items(), zip(COLORS, DASHES)) if values]
    return {"data": traces, "layout": layout()}


def trace(method, values, color, dash):
    x, y = steps(values)
    return {
        "type": "scatter", "mode": "lines", "name": NAMES[method], "x": x, "y": y,
        "line": {"color": color, "dash": dash, "width": 4 if method == OURS else 2, "shape": "hv"},
    }


def layout():
    axis = {"showgrid": True, "gridcolor": "#dddddd", "linecolor": "#222222", "ticks": "outside",
            "zeroline": False}
    ticks = [0.5, 0.7, 1, 1.5, 2, 3, 4]
    return {
        "width": 900, "height": 480, "font": FONT, "paper_bgcolor": "white", "plot_bgcolor": "white",
        "margin": {"l": 75, "r": 20, "t": 20, "b": 65},
        "legend": {"x": 0.99, "y": 0.02, "xanchor": "right", "yanchor": "bottom",
                   "bgcolor": "rgba(255,255,255,0.8)"},
        "xaxis": {**axis, "type": "log", "range": [math.log10(LOWEST), math.log10(HIGHEST)],
                  "tickvals": ticks, "ticktext": [f"{each:g}" for each in ticks],
                  "title": {"text": "objective / the best rival's"}},
        "yaxis": {**axis, "range": [0, 1.02], "tickformat": ".0%",
                  "title": {"text": "share of problems and seeds"}},
    }
