"""Trainings show where they are while their cell runs, in one output each."""

import re

from . import live_record
from .open_notebook import wait_for

FIRST, SECOND = 2_500, 2_000

# Each iteration waits a little, so that a training takes seconds on every machine.
PREPARATION = """\
var data = Digits.split(1);
var start = Architecture.factorizedMlp(64, 50, 2, 10).initialize(1);
LearningRate waiting = iteration -> {
  java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
  return 0.1;
};
var options = TrainingOptions.defaults().withLearningRate(waiting);"""
ONE_TRAINING = f"""\
var before = System.nanoTime();
var one = Trainer.with(options.withIterations({FIRST})).train(start, data, new WeightDecay(1e-3));
"seconds: " + (System.nanoTime() - before) / 1e9"""
TWO_TRAININGS = f"""\
var before = System.nanoTime();
var one = Trainer.with(options.withIterations({FIRST})).train(start, data, PathProx.of(1e-3));
var two = Trainer.with(options.withIterations({SECOND}))
    .train(start, data, PathProx.recommended(1e-3));
"seconds: " + (System.nanoTime() - before) / 1e9"""
CELLS = [PREPARATION, ONE_TRAINING, TWO_TRAININGS]


def check(opened):
    """Watches one training in a cell, then two in one cell."""
    notebook = opened(CELLS)
    notebook.run_cell(0)
    noted, seconds = watch(notebook, 1, 1)
    assert live_record.problems(noted, 0, FIRST, seconds) == []
    noted, seconds = watch(notebook, 2, 3)
    assert live_record.problems(noted, 1, FIRST, seconds) == []
    assert live_record.problems(noted, 2, SECOND, seconds) == []
    for index in (0, 1):
        assert not live_record.changed_after_next(noted, index), (
            f"output {index + 1} has changed after the next one appeared"
        )


def watch(notebook, number, outputs):
    """Runs a cell; returns the records and the seconds that it took by its own clock."""
    live_record.start(notebook)
    notebook.start_cell(number)
    wait_for("a live output with iterations", lambda: has_begun(notebook))
    notebook.picture("running")
    text = notebook.finish_cell(number)
    notebook.picture("ended")
    noted = live_record.records(notebook)
    shown = max(len(record["outputs"]) for record in noted)
    assert shown == outputs, f"{shown} live outputs were in the page, expected {outputs}"
    return noted, float(re.search(r"seconds: ([\d.]+)", text)[1])


def has_begun(notebook):
    """Whether the last output shows some iterations of a training, or the cell has ended."""
    outputs = live_record.records(notebook)[-1]["outputs"]
    begun = outputs and outputs[-1]["state"] == "running" and outputs[-1]["iteration"] > 0
    return begun or not notebook.is_running()
