"""Values of the library appear as tables and pictures, not as text, in both themes."""

from . import notebooks
from .failure import demand
from .open_notebook import OpenNotebook

PREPARATION = """\
var data = Digits.split(1);
var network = Architecture.factorizedMlp(64, 20, 2, 10).initialize(1);
var options = TrainingOptions.defaults().withIterations(200).withLearningRate(0.1);
var result = Trainer.with(options).train(network, data, PathProx.of(1e-3));"""

# An expression, and what must be below its cell: a selector and the least number of matches.
VALUES = [
    ("network", "table tr", 5),
    ("result", "img", 2),
    ("data", "img, svg", 1),
    ("UnitPictures.of(result.network(), 8, 8)", "img, svg", 1),
    ("result.history()", "table tr", 3),
    ("data.train().table().first(5)", "table tr", 5),
    ("data.train().first(12).features().reshape(12, 1, 8, 8)", "img, svg", 1),
]


def check(browser, server, screenshots):
    """Runs a cell for each value and looks for its elements."""
    sources = [PREPARATION, *(value for value, _, _ in VALUES)]
    file = notebooks.write_cells(sources, server.notebooks / "renderers.ipynb")
    with OpenNotebook(browser, server, file, screenshots) as notebook:
        notebook.run_all()
        for theme in ("Dark", "Light"):
            notebook.choose_theme(theme)
            notebook.pictures(theme.lower())
            for number, value in enumerate(VALUES, start=1):
                demand_elements(notebook, number, *value)
    return f"{len(VALUES)} values as tables and pictures, in both themes"


def demand_elements(notebook, number, value, selector, least):
    """Fails if a cell shows fewer visible elements than expected."""
    area = notebook.page.locator(".jp-CodeCell").nth(number).locator(".jp-OutputArea-output")
    elements = [each for each in area.locator(selector).all() if each.is_visible()]
    demand(
        len(elements) >= least,
        f"{value} shows {len(elements)} of at least {least} elements {selector}",
    )
