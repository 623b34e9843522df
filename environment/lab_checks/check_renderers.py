"""Values of the library appear as tables and pictures, not as text, in both themes."""

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


def check(opened):
    """Runs a cell for each value and looks for its elements, as many as can be seen."""
    notebook = opened([PREPARATION, *(value for value, _, _ in VALUES)])
    notebook.run_all()
    cells = notebook.page.locator(".jp-CodeCell")
    for theme in ("Dark", "Light"):
        notebook.choose_theme(theme)
        notebook.pictures(theme.lower())
        for number, (value, selector, least) in enumerate(VALUES, start=1):
            area = cells.nth(number).locator(".jp-OutputArea-output")
            seen = sum(each.is_visible() for each in area.locator(selector).all())
            assert seen >= least, f"{value} shows {seen} of {least} elements {selector}"
