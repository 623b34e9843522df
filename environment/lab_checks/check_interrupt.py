"""The interrupt button ends a training, a path and a comparison, and nothing is lost."""

import re

from . import live_record, notebooks
from .failure import CheckFailed, demand, wait_for
from .open_notebook import OpenNotebook

PREPARATION = """\
var data = Digits.split(1);
var start = Architecture.factorizedMlp(64, 100, 3, 10).initialize(1);
var endless = TrainingOptions.defaults().withIterations(10_000_000).withLearningRate(0.1);
var brief = endless.withIterations(1_000);"""

# What runs until it is interrupted, when that is to happen, and the trainings it has made.
WORKS = {
    "training": (
        "var training = Trainer.with(endless).train(start, data, PathProx.recommended(1e-3));",
        r"iteration [1-9]", "List.of(training)",
    ),
    "path": (
        "var path = RegularizationPath.over(Lambdas.geometric(1e-3, 1e-1, 20))\n"
        "    .train(Trainer.with(brief), start, data);",
        r"training ([2-9]|1\d|20) of", "path.results()",
    ),
    "comparison": (
        "var both = Comparison.of(new WeightDecay(1e-3), PathProx.of(1e-3))\n"
        "    .train(Trainer.with(endless), start, data);",
        r"iteration [1-9]", "both.results()",
    ),
}

REPORT = """\
var done = {results};
var last = done.get(done.size() - 1);
"trainings " + done.size() + ", the last one " + last.outcome() + " after " + last.iterations()
    + " iterations, records " + last.history().measurements().size()"""

REPORTED = r"trainings (\d+), .* INTERRUPTED after (\d+) iterations, records (\d+)"

# A thread that has been interrupted may be in its last batch, so some time is given to it. Workers
# that share loops stay, parked until the next one.
THREADS = """\
Set<String> busy = Set.of();
for (int look = 0; look < 200; look++) {
  busy = Thread.getAllStackTraces().entrySet().stream()
      .filter(each -> each.getKey() != Thread.currentThread())
      .filter(each -> !each.getKey().getName().startsWith("pathprox-worker")
          || each.getKey().getState() != Thread.State.WAITING)
      .filter(each -> each.getKey().getName().startsWith("pathprox")
          || Arrays.stream(each.getValue())
              .anyMatch(frame -> frame.getClassName().startsWith("pathprox.")))
      .map(each -> each.getKey().getName())
      .collect(java.util.stream.Collectors.toSet());
  if (busy.isEmpty()) break;
  Thread.sleep(50);
}
"threads at work: " + busy"""

AGAIN = "Trainer.with(brief).train(start, data, PathProx.of(1e-3)).outcome()"


def check(browser, server, screenshots):
    """Interrupts each work and looks at what is left of it."""
    sources = [PREPARATION]
    for source, _, results in WORKS.values():
        sources += [source, REPORT.format(results=results), THREADS, AGAIN]
    file = notebooks.write_cells(sources, server.notebooks / "interrupt.ipynb")
    with OpenNotebook(browser, server, file, screenshots) as notebook:
        notebook.run_cell(0)
        for index, (name, (_, moment, _)) in enumerate(WORKS.items()):
            interrupt(notebook, 1 + 4 * index, name, moment)
    return "training, path and comparison end, keep their results, and leave no thread"


def interrupt(notebook, number, name, moment):
    """Runs a work, clicks the button at its moment, then runs the three cells after it."""
    live_record.start(notebook)
    before = len(live_record.records(notebook)[0]["outputs"])
    notebook.start_cell(number)
    wait_for(
        f"the moment to interrupt the {name}", lambda: is_seen(notebook, number, before, moment)
    )
    notebook.picture(f"{name} running")
    notebook.interrupt()
    report = notebook.run_cell(number + 1)
    demand_report(name, report, live_record.states(live_record.records(notebook), before)[-1])
    threads = notebook.run_cell(number + 2)
    notebook.picture(f"{name} interrupted")
    demand("threads at work: []" in threads, f"the {name} goes on: {threads}")
    again = notebook.run_cell(number + 3)
    demand("COMPLETED" in again, f"a training after the interrupted {name}: {again}")
    seen = [each["state"] for each in live_record.states(live_record.records(notebook), before)]
    demand(
        seen[-1] == "interrupted" and seen.count("interrupted") == 1,
        f"the live output of the {name} went on: {seen}",
    )


def is_seen(notebook, number, index, pattern):
    """Whether the live output of this index matches; fails if its cell has ended."""
    shown = live_record.records(notebook)[-1]["outputs"][index:]
    if not notebook.is_running():
        raise CheckFailed(f"a cell ended before it was interrupted: {notebook.outputs()[number]}")
    return shown and re.search(pattern, shown[0]["text"])


def demand_report(name, report, live):
    """Compares what the variable holds with what the live output says."""
    found = re.search(REPORTED, report)
    demand(found, f"the {name}'s variable holds: {report}")
    trainings, iterations, records = map(int, found.groups())
    demand(live["state"] == "interrupted", f"the live output of the {name} says {live}")
    last_line = live["text"].strip().splitlines()[-1]
    demand("interrupted" in last_line, f"the last line of the {name} is: {last_line}")
    # A click may fall into the first record of a path's next training, before any iteration.
    between = trainings > 1 and iterations == 0
    demand(records > 0 or between, f"the {name} kept no history: {report}")
    if name == "path":
        demand(trainings >= 2, f"the path kept {trainings} training, expected 2 or more")
    else:
        demand(trainings == 1, f"the {name} went on with another training: {report}")
        demand(0 < live["iteration"] <= iterations, f"{live} does not fit to {report}")
