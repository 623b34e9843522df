"""Gives interactive figures their static twin, for viewers that run no JavaScript."""

import re

from .notebook_file import PLOTLY, SVG, code_cells

WIDTH = 700
HEIGHT = 450

# The widths of letters are the same in these, so that what fits here fits everywhere.
FONTS = "Arial, Helvetica, Liberation Sans, sans-serif"

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
    layout = dict(figure.get("layout", {}))
    layout.setdefault("width", WIDTH)
    layout.setdefault("height", HEIGHT)
    layout.setdefault("paper_bgcolor", "white")
    layout["font"] = {"family": FONTS, **layout.get("font", {})}
    return {"data": figure["data"], "layout": layout}


def with_names(svg, prefix):
    """The picture without random names: numbers, since all pictures of a page share their names.

    Classes mean nothing without Plotly's style sheet, but those of the page would apply.
    """
    svg = re.sub(r' class="[^"]*"', "", svg)
    names = {old: f"{prefix}{n}" for n, old in enumerate(re.findall(r' id="([^"]+)"', svg))}
    return NAME.sub(lambda match: match[1] + names.get(match[2], match[2]) + match[3], svg)
