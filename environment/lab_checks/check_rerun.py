"""Running all cells again gives the same outputs, once."""

CELLS = [
    "var data = Digits.split(1);\n"
    "var start = Architecture.factorizedMlp(64, 50, 2, 10).initialize(1);\n"
    "var options = TrainingOptions.defaults().withIterations(300).withLearningRate(0.1);",
    "var decay = Trainer.with(options).train(start, data, new WeightDecay(1e-3));\ndecay",
    "var prox = Trainer.with(options).train(start, data, PathProx.recommended(1e-3));\nprox",
    "Compare.objective(decay, prox)",
    'Compare.table(decay, prox).removeColumns("seconds")',
]


def check(opened):
    """Compares what a person sees after the first and after the second run."""
    notebook = opened(CELLS)
    first, first_figures = run(notebook, "first run")
    second, second_figures = run(notebook, "second run")
    assert first == second
    assert len(second_figures) == 1, f"{len(second_figures)} figures after the second run"
    assert first_figures[0]["traces"] == second_figures[0]["traces"], "the figure has changed"


def run(notebook, what):
    """The texts of all cells and the figures after a run of all cells."""
    notebook.run_all()
    figures = notebook.figures(1)
    notebook.pictures(what)
    return [[output["text"] for output in outputs] for outputs in notebook.outputs()], figures
