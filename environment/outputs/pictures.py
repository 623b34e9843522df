"""Gives interactive figures their static twins, and notebooks a thumbnail, for viewers without
JavaScript: python -m outputs.pictures NOTEBOOK...

Run by `notebooks.py --update`, with the Python of the virtual environment. A thumbnail, of the cell
whose metadata have a word for it ("thumbnail": "units"), appears beside the notebook as NOTEBOOK.png.
BROWSER_PATH names the Chrome or Chromium; one serves all pictures.
"""

import base64
import re
import sys
from pathlib import Path

from steps.commands import guarded

from . import moving_picture
from .notebook_file import PLOTLY, SVG, code_cells, read, write

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

# What a script serves, and how many pictures stand in for it: each is some ten kilobytes.
CONTROLS = ("sliders", "updatemenus")
MOST_SLIDES = 9

# Where an SVG gives a name, and where it refers to one.
NAME = re.compile(r"""( id="|url\(['"]?#|href="#)([^"'()]+)(["'()])""")


def add(notebook, draw):
    """Draws each figure: draw(figure) returns the text of an SVG. Modified: the notebook."""
    for number, cell in code_cells(notebook):
        name = f"cell-{cell.get('id', number)}"
        for index, output in enumerate(cell["outputs"]):
            figure = output.get("data", {}).get(PLOTLY)
            if figure is not None:
                drawn = [with_names(draw(each), f"{name}-{index}-") for each in slides(static(figure))]
                output["data"][SVG] = moving_picture.of(drawn).splitlines(keepends=True)


def static(figure):
    """The figure as it is drawn: of a size, on white, in fonts that are everywhere."""
    layout = {"width": WIDTH, "height": HEIGHT, "paper_bgcolor": CLEAR, **figure.get("layout", {})}
    layout["font"] = {"family": FONTS, **layout.get("font", {})}
    # A trace may have a part that is not to be seen.
    return {"data": on_white(figure["data"], clear=CLEAR), "layout": on_white(layout),
            "frames": on_white(figure.get("frames", []), clear=CLEAR)}


def slides(figure):
    """The figure of each stop of a slider, which its title names, without the controls."""
    layout = {name: value for name, value in figure["layout"].items() if name not in CONTROLS}
    if not figure["frames"]:
        return [{"data": figure["data"], "layout": layout}]
    slider = figure["layout"]["sliders"][0]["currentvalue"]["prefix"]
    stops = figure["frames"]
    if len(stops) > MOST_SLIDES:
        stops = [stops[round(i * (len(stops) - 1) / (MOST_SLIDES - 1))] for i in range(MOST_SLIDES)]
    every = []
    for stop in stops:
        changed = {**layout, **stop["layout"]}
        title = changed.get("title", {})
        words = f"{title.get('text', '')}   <b>{slider}{stop['name']}</b>"
        changed.update(title={**title, "text": words}, height=HEIGHT, margin={**layout["margin"], "b": 80})
        data = [{**trace, **other} for trace, other in zip(figure["data"], stop["data"])]
        every.append({"data": data, "layout": changed})
    return every


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
    """The first figure, or picture, of the cell whose metadata have a word for it, small, or None."""
    for _, cell in code_cells(notebook):
        word = cell["metadata"].get("thumbnail")
        for data in [output.get("data", {}) for output in cell["outputs"] if word]:
            if SVG in data:
                return small(static(data.get(PLOTLY) or framed(data[SVG])), word)
    return None


def framed(svg):
    """A figure that shows a picture, as wide as the figure, its middle if it is higher."""
    text = "".join(svg)
    width, height = (float(re.search(rf'\b{side}="([0-9.]+)"', text)[1]) for side in ("width", "height"))
    coded = base64.b64encode(text.encode("utf-8")).decode("ascii")
    image = {"source": f"data:image/svg+xml;base64,{coded}", "xref": "paper", "yref": "paper",
             "x": 0, "y": 0.5, "yanchor": "middle", "sizing": "stretch",
             "sizex": 1, "sizey": height / width * SMALL["width"] / SMALL["height"]}
    hidden = {"visible": False}
    return {"data": [{"mode": "none"}], "layout": {"images": [image], "xaxis": hidden, "yaxis": hidden}}


def small(full, word):
    """The figure without what cannot be read at that size, but with a word: above images."""
    full = slides(full)[-1]
    layout = dict(full["layout"])
    images = full["data"][0].get("type") == "image"
    title = {"text": f"<b>{word}</b>", "xref": "paper", "yref": "paper", "x": 1, "y": 1,
             "yanchor": "bottom" if images else "auto", "showarrow": False, "font": {"size": 17}, "bgcolor": "rgba(255,255,255,0.8)"}
    layout.update(
        showlegend=False, title={"text": ""}, annotations=[title],
        margin={"l": 8, "r": 8, "t": 30 if images else 8, "b": 8}, font={"family": FONTS, "size": 9}, **SMALL,
    )
    for name in [name for name in layout if name.startswith(("xaxis", "yaxis"))]:
        axis = {"title": {"text": ""}, "showticklabels": False, "ticks": "", "minor": {}}
        layout[name] = {**layout[name], **axis}
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
                picture = draw(figure, format="png", scale=SCALE, **SMALL)
                file.with_suffix(".png").write_bytes(picture)
    finally:
        kaleido.stop_sync_server()
    return 0


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(*sys.argv[1:])))
