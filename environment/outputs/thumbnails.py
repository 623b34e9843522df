"""Small pictures of notebooks, for lists of them: one figure each, of the cell tagged "thumbnail"."""

from .notebook_file import PLOTLY, code_cells
from .pictures import FONTS

TAG = "thumbnail"
FOLDER = "docs/images/notebooks"

# Twice as many pixels as a list shows, for screens that have them.
WIDTH = 280
HEIGHT = 180
SCALE = 2


def figure(notebook):
    """The first figure of the first cell with the tag, or None."""
    outputs = [
        output for _, cell in code_cells(notebook) if TAG in cell["metadata"].get("tags", [])
        for output in cell["outputs"]
    ]
    return next((output["data"][PLOTLY] for output in outputs
                 if PLOTLY in output.get("data", {})), None)


def small(full):
    """The figure without what cannot be read at that size: title, legend, color bars, texts."""
    layout = dict(full["layout"])
    layout.update(
        width=WIDTH, height=HEIGHT, showlegend=False, title={"text": ""}, annotations=[],
        margin={"l": 8, "r": 8, "t": 8, "b": 8}, font={"family": FONTS, "size": 9},
        paper_bgcolor="white",
    )
    for name in [name for name in layout if name.startswith(("xaxis", "yaxis"))]:
        layout[name] = {**layout[name], "title": {"text": ""}, "showticklabels": False}
    return {"data": [without_texts(trace) for trace in full["data"]], "layout": layout}


def without_texts(trace):
    """The trace without its color bar and the labels of its points."""
    changes = {"showscale": False} if "colorscale" in trace else {}
    if "text" in trace.get("mode", ""):
        changes["mode"] = trace["mode"].replace("+text", "")
    return {**trace, **changes}


def path(root, notebook_file):
    """Where the thumbnail of a notebook is kept."""
    return root / FOLDER / f"{notebook_file.stem}.png"
