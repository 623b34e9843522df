"""Draws the static pictures of executed notebooks: draw_pictures.py NOTEBOOK...

A thumbnail of each appears beside it, as NOTEBOOK.png. Run by `notebooks.py --update`, with the Python of the virtual environment. BROWSER_PATH names the
Chrome or Chromium; one serves all pictures.
"""

import sys
from pathlib import Path

from outputs import notebook_file, pictures, thumbnails
from steps.commands import exit_on_termination
from steps.console import accept_all_characters


def draw(figure):
    """The picture of a Plotly figure, as the text of an SVG."""
    import kaleido

    size = {side: figure["layout"][side] for side in ("width", "height")}
    return kaleido.calc_fig_sync(figure, opts={"format": "svg", **size}).decode("utf-8")


def draw_thumbnail(figure, file):
    """Writes a small PNG of a Plotly figure."""
    import kaleido

    opts = {"format": "png", "width": thumbnails.WIDTH, "height": thumbnails.HEIGHT,
            "scale": thumbnails.SCALE}
    file.write_bytes(kaleido.calc_fig_sync(thumbnails.small(figure), opts=opts))


def main(*names):
    """Runs the program with its arguments."""
    import kaleido

    accept_all_characters()
    exit_on_termination()
    # Without MathJax, which would come from the network.
    kaleido.start_sync_server(n=1, page_generator=kaleido.PageGenerator(mathjax=False))
    try:
        for file in map(Path, names):
            notebook = notebook_file.read(file)
            pictures.add(notebook, draw)
            notebook_file.write(notebook, file)
            if thumbnails.figure(notebook):
                draw_thumbnail(thumbnails.figure(notebook), file.with_suffix(".png"))
    finally:
        kaleido.stop_sync_server()


if __name__ == "__main__":
    main(*sys.argv[1:])
