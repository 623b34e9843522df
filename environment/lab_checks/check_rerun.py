"""Running all cells again gives the same outputs, once."""

from . import notebooks
from .failure import demand
from .open_notebook import OpenNotebook

CELLS = [
    "var data = Digits.split(1);\n"
    "var start = Architecture.factorizedMlp(64, 50, 2, 10).initialize(1);\n"
    "var options = TrainingOptions.defaults().withIterations(300).withLearningRate(0.1);",
    "var decay = Trainer.with(options).train(start, data, new WeightDecay(1e-3));\ndecay",
    "var prox = Trainer.with(options).train(start, data, PathProx.recommended(1e-3));\nprox",
    "Compare.objective(decay, prox)",
    'Compare.table(decay, prox).removeColumns("seconds")',
]


def check(browser, server, screenshots):
    """Compares what a person sees after the first and after the second run."""
    file = notebooks.write_cells(CELLS, server.notebooks / "rerun.ipynb")
    with OpenNotebook(browser, server, file, screenshots) as notebook:
        seen = [run(notebook, what) for what in ("first run", "second run")]
    (first, first_figures), (second, second_figures) = seen
    for number, (before, after) in enumerate(zip(first, second)):
        demand(before == after, f"cell {number} showed\n{before}\nand then\n{after}")
    demand(len(second_figures) == 1, f"{len(second_figures)} figures after the second run")
    demand(first_figures[0]["traces"] == second_figures[0]["traces"], "the figure has changed")
    return f"{sum(map(len, first))} outputs are the same after the second run"


def run(notebook, what):
    """The texts of all cells and the figures after a run of all cells."""
    notebook.run_all()
    figures = notebook.figures(1)
    notebook.pictures(what)
    return [[output["text"] for output in outputs] for outputs in notebook.outputs()], figures
