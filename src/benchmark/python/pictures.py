"""The pictures, by Plotly; they get into files by a Chrome or Chromium, and are readable without color."""

import math
from pathlib import Path

from plotly.graph_objects import Figure
from plotly.subplots import make_subplots
from steps.console import SetupError
from steps.stamps import write_whole

BLUE, ORANGE, GREEN, GRAY, VIOLET, BLACK = "#1b4f9c", "#c05a00", "#2e7d32", "#767676", "#7a3e9d", "#222222"
AXIS = {"title_font": {"size": 15}, "linecolor": BLACK, "gridcolor": "#dddddd", "ticks": "outside",
        "zeroline": False}
# By method, or competitor: its name, and the color, dashes and width of its line.
METHODS = {
    "recommended": ("PathProx, recommended, its default rate", BLUE, "solid", 4),
    "published": ("PathProx as published, its best rate", ORANGE, "9px 5px", 2.5),
    "weight-decay": ("weight decay, its best rate", GRAY, "solid", 2),
    "heavy-ball-90": ("weight decay, momentum 0.9", GREEN, "2px 4px", 2.5),
    "heavy-ball-95": ("weight decay, momentum 0.95", VIOLET, "9px 4px 2px 4px", 2.5),
    "heavy-ball-99": ("weight decay, momentum 0.99", BLACK, "16px 5px", 1.5),
}
COMPETITORS = {
    "recommended": ("PathProx, recommended", BLUE, "solid", 4),
    "published": ("PathProx as published", ORANGE, "9px 5px", 2.5),
    "pruned-gradually": ("weight decay, pruned gradually", GREEN, "solid", 2),
    "pruned-at-once": ("weight decay, pruned at once", GREEN, "2px 4px", 2.5),
    "narrow": ("weight decay, narrow from the start", GRAY, "16px 5px", 2),
    "d-gating": ("D-Gating", VIOLET, "9px 4px 2px 4px", 2.5),
    "all-units": ("weight decay, all units", BLACK, "2px 6px", 1.5),
}
NUMBERED = {"recommended": "top left", "published": "bottom right", "all-units": "bottom right"}
LOWEST, HIGHEST, LEAST, MOST = 0.5, 4, 0.08, 0.6  # factors, and shares of the units
MOST_POINTS = 10  # what lies further below the best is cut off: networks that died would hide all else
PANELS = {"width": "units in each layer", "depth": "blocks of two layers", "batch": "samples in a batch"}
SIDES = (("pytorch_ms", "PyTorch", GRAY, "circle-open"), ("ours_ms", "this library", BLUE, "circle"))


def draw(file, figure):
    """Writes a picture, if a file is named; what it shows was told before."""
    if not file:
        return
    import kaleido

    options = {"format": Path(file).suffix[1:], "scale": 1 if Path(file).suffix == ".svg" else 2}
    kaleido.start_sync_server(n=1, page_generator=kaleido.PageGenerator(mathjax=False))  # it is on the network
    try:
        write_whole(file, kaleido.calc_fig_sync(figure().to_plotly_json(), opts=options))
    except Exception as problem:
        raise SetupError(f"cannot draw {file}, which needs a Chrome or Chromium: {problem}") from problem
    finally:
        kaleido.stop_sync_server()


def laid_out(figure, width, height, **more):
    """White, one font, the legend below."""
    return figure.update_layout(**{
        "width": width, "height": height, "plot_bgcolor": "white", "paper_bgcolor": "white",
        "font": {"family": "Helvetica, Arial, sans-serif", "size": 15, "color": BLACK},
        "margin": {"l": 75, "r": 20, "t": 45, "b": 115},
        "legend": {"orientation": "h", "x": 0, "y": -0.22, "yanchor": "top"}, **more})


def pen(color, dash, width):
    return {"color": color, "dash": dash, "width": width}


def methods(content):
    """Which share of the runs ends within a factor of the best rival."""
    figure = Figure()
    for method, (name, *look) in reversed(METHODS.items()):  # ours above all others
        ratios = [math.inf if each is None else each for each in content["profile"].get(method, [])]
        if ratios:
            steps = [LOWEST, *(each for each in ratios if LOWEST < each <= HIGHEST), HIGHEST]
            figure.add_scatter(x=steps, y=[100 * share(ratios, each) for each in steps], name=name,
                               mode="lines", line=pen(*look), line_shape="hv")
    figure.update_xaxes(type="log", range=[math.log10(LOWEST), math.log10(HIGHEST)],
                        tickvals=[0.5, 0.7, 1, 1.5, 2, 3, 4], **AXIS,
                        title_text="objective at the end / the best rival's on the same problem and seed")
    figure.update_yaxes(title_text="share of the runs up to this factor", range=[0, 100], ticksuffix=" %", **AXIS)
    legend = {"traceorder": "reversed", "x": 0.99, "y": 0.03, "xanchor": "right", "yanchor": "bottom"}
    return laid_out(figure, 900, 480, legend=legend, margin={"l": 75, "r": 20, "t": 20, "b": 65})


def share(values, factor):
    return sum(value <= factor for value in values) / len(values)


def frontier(content):
    """Accuracy over the share of units: a panel for each problem, a line with a band for each competitor."""
    problems, named = content["problems"], set()
    figure = make_subplots(1, max(1, len(problems)), subplot_titles=[each["title"] for each in problems])
    for column, problem in enumerate(problems, start=1):
        above, below = [], []
        for competitor in [each for each in reversed(COMPETITORS) if each in problem["competitors"]]:
            name, *look = COMPETITORS[competitor]
            points = problem["competitors"][competitor]
            shares = [max(sum(each["units"]) / len(each["units"]) / each["all_units"], LEAST / 10) for each in points]
            told = points
            if competitor == "all-units":  # a level line, with one number
                points, shares = points * 2, [LEAST, MOST]
            high = [each["accuracy"] + each["deviation"] for each in points]
            low = [each["accuracy"] - each["deviation"] for each in points]
            figure.add_scatter(x=[*shares, *shares[::-1]], y=[*high, *low[::-1]], fill="toself", opacity=0.1,
                               fillcolor=look[0], mode="none", showlegend=False, row=1, col=column)
            figure.add_scatter(x=shares, y=[each["accuracy"] for each in points], name=name, line=pen(*look),
                               text=[f"<b>{each['accuracy']:.1f}</b>" for each in told], textfont_color=look[0],
                               mode="lines+text" if competitor in NUMBERED else "lines",
                               textposition=NUMBERED.get(competitor), showlegend=name not in named, row=1, col=column)
            named.add(name)
            above, below = above + high, below + low
        top = max(above) + 0.6
        figure.update_yaxes(range=[max(top - MOST_POINTS, min(below) - 0.3), top], **AXIS, row=1, col=column)
    figure.update_xaxes(type="log", range=[math.log10(LEAST), math.log10(MOST)], title_text="units kept",
                        tickvals=[0.12, 0.25, 0.5], ticktext=["12 %", "25 %", "50 %"], **AXIS)
    figure.update_yaxes(title_text="test accuracy, %", col=1)
    return laid_out(figure, max(2, len(problems)) * 400, 500, legend_traceorder="reversed")


def scaling(points):
    """Three panels; more than one thread is a dashed line."""
    figure = make_subplots(1, 3, subplot_titles=[f"<b>{each.title()}</b>" for each in PANELS])
    for number, (varied, unit) in enumerate(PANELS.items(), start=1):
        panel = points[points.varied == varied]
        for column, side, color, symbol in SIDES:
            for threads, curve in panel.groupby("threads"):
                figure.add_scatter(
                    row=1, col=number, x=curve[varied], y=curve[column], mode="lines+markers",
                    name=f"{side}, {threads} thread{'s' * (threads > 1)}", showlegend=number == 1,
                    line=pen(color, "solid" if threads == 1 else "dash", 2.5),
                    marker={"symbol": symbol, "size": 9, "line": {"color": color, "width": 2}})
        most = panel[varied].max()
        ticks = [each for each in panel[varied].unique() if each >= most / 10]  # others would touch
        figure.update_xaxes(title_text=unit, tickvals=ticks, range=[0, 1.06 * most], row=1, col=number,
                            **{**AXIS, "showgrid": False})
        figure.update_yaxes(rangemode="tozero", **AXIS, row=1, col=number)
    figure.update_yaxes(title_text="ms per PathProx step", row=1, col=1)
    return laid_out(figure, 1200, 470)
