"""The first notebook, run from top to bottom: its figures can be read in both themes."""

from . import drawn_figures, notebooks
from .failure import demand, demand_none
from .open_notebook import OpenNotebook


def check(browser, server, screenshots):
    """Runs a copy of the notebook and compares its figures with the outputs in the original."""
    original = notebooks.read(server.checkout.first_notebook)
    expected = notebooks.figures(original)
    demand(expected, "the notebook has no figures in its outputs to compare with")
    file = notebooks.write_copy(original, server.notebooks / "first-notebook.ipynb")
    with OpenNotebook(browser, server, file, screenshots) as notebook:
        notebook.run_all()
        for theme in ("Dark", "Light"):
            notebook.choose_theme(theme)
            drawn = notebook.figures(len(expected))
            notebook.pictures(theme.lower())
            demand_none(drawn_figures.problems(drawn, expected))
    return f"{len(expected)} figures as in the notebook's outputs, in both themes"
