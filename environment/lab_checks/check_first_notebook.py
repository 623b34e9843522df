"""The first notebook, run from top to bottom: its figures can be read in both themes."""

from outputs import notebook_file

from . import drawn_figures


def check(opened, server):
    """Runs a copy of the notebook and compares its figures with the outputs in the original."""
    original = notebook_file.read(server.checkout.first_notebook)
    expected = [output["data"][notebook_file.PLOTLY]
                for _, _, output in notebook_file.all_outputs(original)
                if notebook_file.PLOTLY in output.get("data", {})]
    assert expected, "the notebook has no figures in its outputs to compare with"
    with opened(original["cells"]) as notebook:
        notebook.run_all()
        for theme in ("Dark", "Light"):
            notebook.choose_theme(theme)
            drawn = notebook.figures(len(expected))
            notebook.pictures(theme.lower())
            assert drawn_figures.problems(drawn, expected) == []
