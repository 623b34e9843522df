"""How pictures look, and how they get into files: by Plotly, and a Chrome or Chromium."""

from pathlib import Path

from steps.console import SetupError
from steps.stamps import write_whole

BLUE, ORANGE, GREEN, GRAY, VIOLET, BLACK = "#1b4f9c", "#c05a00", "#2e7d32", "#767676", "#7a3e9d", "#222222"
AXIS = {"title_font": {"size": 15}, "linecolor": BLACK, "gridcolor": "#dddddd", "ticks": "outside", "zeroline": False}


def layout(width, height, **more):
    """White, one font, the legend below."""
    return {
        "width": width, "height": height, "plot_bgcolor": "white", "paper_bgcolor": "white",
        "font": {"family": "Helvetica, Arial, sans-serif", "size": 15, "color": BLACK},
        "margin": {"l": 75, "r": 20, "t": 45, "b": 115},
        "legend": {"orientation": "h", "x": 0, "y": -0.22, "yanchor": "top"}, **more}


def pen(color, dash, width):
    return {"color": color, "dash": dash, "width": width}


def draw(file, figure):
    """Writes a picture, if a file is named; what it shows was told before."""
    if not file:
        return
    import kaleido

    options = {"format": Path(file).suffix[1:], "scale": 1 if Path(file).suffix == ".svg" else 2}
    # Without MathJax, which would come from the network.
    page = kaleido.PageGenerator(mathjax=False)
    try:
        kaleido.start_sync_server(n=1, page_generator=page)
        try:
            write_whole(file, kaleido.calc_fig_sync(figure().to_plotly_json(), opts=options))
        finally:
            kaleido.stop_sync_server()
    except Exception as problem:
        raise SetupError(f"cannot draw {file}, which needs a Chrome or Chromium: {problem}") from problem
