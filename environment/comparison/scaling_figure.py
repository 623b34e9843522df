"""The scaling figure as Plotly's data and layout: three panels, readable without color."""

PANELS = (
    ("width", "units in each layer", "Width"),
    ("depth", "blocks of two layers", "Depth"),
    ("batch", "samples in a batch", "Batch"),
)
CURVES = (
    ("pytorch_ms", "PyTorch", "#767676", "dash", "circle-open"),
    ("ours_ms", "this library", "#1b4f9c", "solid", "circle"),
)
FONT = {"family": "Helvetica, Arial, sans-serif", "size": 15, "color": "#222222"}


def figure(rows):
    """The figure of the points that scaling.points returns."""
    traces, layout = [], base_layout()
    for number, (varied, unit, title) in enumerate(PANELS, start=1):
        panel = [row for row in rows if row["varied"] == varied]
        suffix = "" if number == 1 else str(number)
        for curve in CURVES:
            traces.append(trace(panel, varied, curve, suffix))
            layout["annotations"].append(direct_label(panel, varied, curve, suffix))
        layout["annotations"].append(panel_title(title, suffix))
        layout[f"xaxis{suffix}"] = x_axis(number, unit, [row[varied] for row in panel])
        layout[f"yaxis{suffix}"] = y_axis(number, panel)
    return {"data": traces, "layout": layout}


def base_layout():
    return {
        "width": 1200, "height": 420, "font": FONT, "showlegend": False, "annotations": [],
        "paper_bgcolor": "white", "plot_bgcolor": "white",
        "margin": {"l": 75, "r": 20, "t": 45, "b": 65},
    }


def trace(panel, varied, curve, suffix):
    column, name, color, dash, symbol = curve
    return {
        "type": "scatter", "mode": "lines+markers", "name": name,
        "x": [row[varied] for row in panel], "y": [row[column] for row in panel],
        "xaxis": f"x{suffix}", "yaxis": f"y{suffix}",
        "line": {"color": color, "dash": dash, "width": 2.5},
        "marker": {
            "color": color, "symbol": symbol, "size": 9, "line": {"color": color, "width": 2},
        },
    }


def direct_label(panel, varied, curve, suffix):
    """The curve's name where no curve is: left of the upper one's end, below the lower one."""
    column, name, color, _, _ = curve
    end, middle = panel[-1], panel[len(panel) // 2]
    upper = end[column] == max(end["ours_ms"], end["pytorch_ms"])
    row = end if upper else middle
    return {
        "x": row[varied], "y": row[column], "xref": f"x{suffix}", "yref": f"y{suffix}",
        "text": name, "showarrow": False, "bgcolor": "white", "font": {"color": color, "size": 15},
        "xanchor": "right" if upper else "left", "xshift": -14 if upper else 10,
        "yanchor": "bottom" if upper else "top", "yshift": 0,
    }


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
