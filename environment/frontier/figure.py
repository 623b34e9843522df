"""The picture: accuracy over the share of units, a line for each competitor, its deviation a band."""

from .results import ALL_UNITS
from .table import NAMES, SHARES, TITLES
from .trials import OURS

LOOKS = {
    OURS: ("27,79,156", "solid", "circle"),
    "published": ("192,90,0", "dash", "circle-open"),
    "pruned-gradually": ("76,140,74", "dashdot", "square"),
    "pruned-at-once": ("76,140,74", "dot", "square-open"),
    "narrow": ("118,118,118", "longdash", "diamond-open"),
    "d-gating": ("122,62,157", "longdashdot", "triangle-up"),
    ALL_UNITS: ("0,0,0", "dot", "line-ew"),
}
FONT = {"family": "Helvetica, Arial, sans-serif", "size": 15, "color": "#222222"}
# What lies further below the best is cut off: networks that died would hide all else.
POINTS_SHOWN = 10
LEFT, RIGHT = 0.1, 0.6


def figure(problems):
    """The figure as Plotly's data and layout, a panel for each problem."""
    traces, layout = [], base_layout()
    for number, problem in enumerate(problems, start=1):
        suffix = "" if number == 1 else str(number)
        for name in NAMES:
            if name in problem.points:
                points = [problem.points[name][share] for share in sorted(problem.points[name])]
                traces += curve(name, points, suffix)
        layout["annotations"].append(title(problem, suffix))
        layout[f"xaxis{suffix}"] = x_axis(number, len(problems))
        layout[f"yaxis{suffix}"] = y_axis(number, problem)
    return {"data": traces, "layout": layout}


def curve(name, points, suffix):
    """The band and the line; all units are a level line."""
    color, dash, symbol = LOOKS[name]
    x = [point.kept / point.all_units for point in points]
    middle = [point.accuracy for point in points]
    if name == ALL_UNITS:
        x, points, middle, symbol = [LEFT, RIGHT], points * 2, middle * 2, None
    axes = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}", "legendgroup": name}
    upper = [point.accuracy + point.deviation for point in points]
    lower = [point.accuracy - point.deviation for point in points]
    band = {
        "type": "scatter", "mode": "none", "x": x + x[::-1], "y": upper + lower[::-1],
        "fill": "toself", "fillcolor": f"rgba({color},0.10)", "showlegend": False,
        "hoverinfo": "skip", **axes,
    }
    line = {
        "type": "scatter", "mode": "lines+markers" if symbol else "lines", "name": NAMES[name],
        "x": x, "y": middle, "showlegend": not suffix, **axes,
        "line": {"color": f"rgb({color})", "dash": dash, "width": 3.5 if name == OURS else 2},
    }
    if symbol:
        line["marker"] = {"color": f"rgb({color})", "symbol": symbol, "size": 9}
    return [band, line]


def base_layout():
    return {
        "width": 1200, "height": 500, "font": FONT, "annotations": [],
        "paper_bgcolor": "white", "plot_bgcolor": "white",
        "margin": {"l": 75, "r": 20, "t": 45, "b": 130},
        "legend": {"orientation": "h", "x": 0, "y": -0.2, "yanchor": "top"},
    }


def title(problem, suffix):
    name, _, network = TITLES[problem.name].partition(", ")
    return {
        "x": 0, "y": 1.02, "xref": f"x{suffix} domain", "yref": f"y{suffix} domain",
        "text": f"<b>{name}</b>, {network}", "showarrow": False, "xanchor": "left",
        "yanchor": "bottom",
    }


def x_axis(number, count):
    width = 1 / count
    left = (number - 1) * width
    return {
        "domain": [left, left + 0.84 * width], "anchor": f"y{'' if number == 1 else number}",
        "title": {"text": "units kept"}, "tickvals": list(SHARES), "tickformat": ".0%",
        "range": [LEFT, RIGHT], "showgrid": False, "linecolor": "#222222", "ticks": "outside",
        "zeroline": False,
    }


def y_axis(number, problem):
    points = [point for by_share in problem.points.values() for point in by_share.values()]
    top = max(point.accuracy + point.deviation for point in points)
    bottom = min(point.accuracy - point.deviation for point in points)
    return {
        "anchor": f"x{'' if number == 1 else number}",
        "range": [max(top - POINTS_SHOWN, bottom - 0.5), top + 0.5],
        "title": {"text": "test accuracy, %"} if number == 1 else {},
        "gridcolor": "#dddddd", "linecolor": "#222222", "ticks": "outside", "zeroline": False,
    }
