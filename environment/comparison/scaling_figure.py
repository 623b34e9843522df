"""The scaling figure as Plotly's data and layout: three panels, readable without color."""

PANELS = (
    ("width", "units in each layer", "Width"),
    ("depth", "blocks of two layers", "Depth"),
    ("batch", "samples in a batch", "Batch"),
)
SIDES = (
    ("pytorch_ms", "PyTorch", "#767676", "circle-open"),
    ("ours_ms", "this library", "#1b4f9c", "circle"),
)
FONT = {"family": "Helvetica, Arial, sans-serif", "size": 15, "color": "#222222"}


def figure(rows):
    """The figure of the points that scaling.points returns: a curve for each side and threads."""
    traces, layout = [], base_layout()
    for number, (varied, unit, title) in enumerate(PANELS, start=1):
        panel = [row for row in rows if row["varied"] == varied]
        suffix = "" if number == 1 else str(number)
        counts = sorted({int(row["threads"]) for row in panel})
        for side in SIDES:
            for count in counts:
                curve = [row for row in panel if row["threads"] == count]
                traces.append(trace(curve, varied, side, count, suffix))
        if number == 1:
            layout["legend"] = legend()
        layout["annotations"].append(panel_title(title, suffix))
        ticks = sorted({row[varied] for row in panel})
        layout[f"xaxis{suffix}"] = x_axis(number, unit, ticks)
        layout[f"yaxis{suffix}"] = y_axis(number, panel)
    return {"data": traces, "layout": layout}


def base_layout():
    return {
        "width": 1200, "height": 470, "font": FONT, "annotations": [],
        "paper_bgcolor": "white", "plot_bgcolor": "white",
        "margin": {"l": 75, "r": 20, "t": 45, "b": 115},
    }


def trace(curve, varied, side, threads, suffix):
    """One thread is a solid line, more are a dashed one."""
    column, name, color, symbol = side
    said = "1 thread" if threads == 1 else f"{threads} threads"
    return {
        "type": "scatter", "mode": "lines+markers", "name": f"{name}, {said}",
        "x": [row[varied] for row in curve], "y": [row[column] for row in curve],
        "xaxis": f"x{suffix}", "yaxis": f"y{suffix}", "showlegend": suffix == "",
        "line": {"color": color, "dash": "solid" if threads == 1 else "dash", "width": 2.5},
        "marker": {
            "color": color, "symbol": symbol, "size": 9, "line": {"color": color, "width": 2},
        },
    }


def legend():
    return {"orientation": "h", "x": 0, "y": -0.22, "yanchor": "top"}


def panel_title(title, suffix):
    return {
        "x": 0, "y": 1.02, "xref": f"x{suffix} domain", "yref": f"y{suffix} domain",
        "text": f"<b>{title}</b>", "showarrow": False, "xanchor": "left", "yanchor": "bottom",
        "font": {"size": 17},
    }


def x_axis(number, unit, ticks):
    left = (number - 1) * 0.355
    return {
        "domain": [left, left + 0.29], "anchor": f"y{'' if number == 1 else number}",
        "title": {"text": unit}, "tickvals": readable(ticks), "range": [0, 1.06 * max(ticks)],
        "showgrid": False, "linecolor": "#222222", "ticks": "outside", "zeroline": False,
    }


def readable(ticks):
    """The ticks without those that the ones beside them would touch."""
    return [tick for tick in ticks if tick >= max(ticks) / 10]


def y_axis(number, panel):
    top = max(max(row["ours_ms"], row["pytorch_ms"]) for row in panel)
    return {
        "anchor": f"x{'' if number == 1 else number}", "range": [0, 1.12 * top],
        "title": {"text": "ms per PathProx step"} if number == 1 else {},
        "gridcolor": "#dddddd", "linecolor": "#222222", "ticks": "outside", "zeroline": False,
    }
