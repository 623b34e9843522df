"""The first notebook, run from top to bottom: its figures can be read in both themes."""

from outputs import notebook_file

from . import drawn_figures


def check(opened, checkout):
    """Runs a copy of the notebook and compares its figures with the outputs in the original."""
    original = notebook_file.read(checkout.first_notebook)
    expected = notebook_file.figures(original)
    assert expected, "the notebook has no figures in its outputs to compare with"
    notebook = opened(original["cells"])
    notebook.run_all()
    for theme in ("Dark", "Light"):
        notebook.choose_theme(theme)
        drawn = notebook.figures(len(expected))
        notebook.pictures(theme.lower())
        assert drawn_figures.problems(drawn, expected) == []
