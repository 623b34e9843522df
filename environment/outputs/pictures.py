"""Gives interactive figures their static twins, and notebooks a thumbnail, for viewers without
JavaScript: python -m outputs.pictures NOTEBOOK...

Run by `notebooks.py --update`, with the Python of the virtual environment. A thumbnail, of the
first figure of the cell tagged "thumbnail", appears beside the notebook as NOTEBOOK.png.
BROWSER_PATH names the Chrome or Chromium; one serves all pictures.
"""

import re
import sys
from pathlib import Path

from steps.commands import guarded

from .notebook_file import PLOTLY, SVG, code_cells, read, tags, write

WIDTH = 700
HEIGHT = 450

# A thumbnail: twice as many pixels as a list shows, for screens that have them.
SMALL = {"width": 280, "height": 180}
SCALE = 2
FOLDER = "docs/images/notebooks"

# The widths of letters are the same in these, so that what fits here fits everywhere.
FONTS = "Arial, Helvetica, Liberation Sans, sans-serif"

# Figures are drawn in what both themes of a page bear; their pictures always have white paper.
CLEAR = "rgba(0,0,0,0)"
ON_WHITE = {
    "#767676": "#222222", CLEAR: "white",
    "rgba(128,128,128,0.3)": "#E3E3E3", "rgba(128,128,128,0.15)": "#F2F2F2",
}

# Where an SVG gives a name, and where it refers to one.
NAME = re.compile(r"""( id="|url\(['"]?#|href="#)([^"'()]+)(["'()])""")


def add(notebook, draw):
    """Draws each figure: draw(figure) returns the text of an SVG. Modified: the notebook."""
    for number, cell in code_cells(notebook):
        name = f"cell-{cell.get('id', number)}"
        for index, output in enumerate(cell["outputs"]):
            figure = output.get("data", {}).get(PLOTLY)
            if figure is not None:
                svg = with_names(draw(static(figure)), f"{name}-{index}-")
                output["data"][SVG] = svg.splitlines(keepends=True)


def static(figure):
    """The figure as it is drawn: of a size, on white, in fonts that are everywhere."""
    layout = {"width": WIDTH, "height": HEIGHT, "paper_bgcolor": CLEAR, **figure.get("layout", {})}
    layout["font"] = {"family": FONTS, **layout.get("font", {})}
    # A trace may have a part that is not to be seen.
    return {"data": on_white(figure["data"], clear=CLEAR), "layout": on_white(layout)}


def on_white(value, clear="white"):
    """Part of a figure with the colors for white paper; `clear` replaces what lets it through."""
    if isinstance(value, dict):
        return {name: on_white(each, clear) for name, each in value.items()}
    if isinstance(value, list):
        return [on_white(each, clear) for each in value]
    if value == CLEAR:
        return clear
    return ON_WHITE.get(value, value) if isinstance(value, str) else value


def with_names(svg, prefix):
    """The picture without random names: numbers, since all pictures of a page share their names.

    Classes mean nothing without Plotly's style sheet, but those of the page would apply.
    """
    svg = re.sub(r' class="[^"]*"', "", svg)
    names = {old: f"{prefix}{n}" for n, old in enumerate(re.findall(r' id="([^"]+)"', svg))}
    return NAME.sub(lambda match: match[1] + names.get(match[2], match[2]) + match[3], svg)


def thumbnail(notebook):
    """The first figure of the first cell with the tag, or None."""
    outputs = [
        output.get("data", {}) for _, cell in code_cells(notebook) if "thumbnail" in tags(cell)
        for output in cell["outputs"]
    ]
    return next((data[PLOTLY] for data in outputs if PLOTLY in data), None)


def small(full):
    """The figure without what cannot be read at that size: title, legend, color bars, texts."""
    layout = dict(full["layout"])
    layout.update(
        showlegend=False, title={"text": ""}, annotations=[],
        margin={"l": 8, "r": 8, "t": 8, "b": 8}, font={"family": FONTS, "size": 9}, **SMALL,
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


def thumbnail_path(root, notebook_file):
    """Where the thumbnail of a notebook is kept."""
    return root / FOLDER / f"{notebook_file.stem}.png"


def main(*names):
    """Draws the pictures of these notebooks."""
    import kaleido

    def draw(figure, **options):
        return kaleido.calc_fig_sync(figure, opts=options)

    def draw_svg(figure):
        size = {side: figure["layout"][side] for side in ("width", "height")}
        return draw(figure, format="svg", **size).decode("utf-8")

    # Without MathJax, which would come from the network.
    kaleido.start_sync_server(n=1, page_generator=kaleido.PageGenerator(mathjax=False))
    try:
        for file in map(Path, names):
            notebook = read(file)
            add(notebook, draw_svg)
            write(notebook, file)
            figure = thumbnail(notebook)
            if figure:
                picture = draw(small(static(figure)), format="png", scale=SCALE, **SMALL)
                file.with_suffix(".png").write_bytes(picture)
    finally:
        kaleido.stop_sync_server()
    return 0


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(*sys.argv[1:])))
