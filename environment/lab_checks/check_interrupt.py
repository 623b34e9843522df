"""The interrupt button ends a training, a path and a comparison, and nothing is lost."""

import re

from . import live_record
from .open_notebook import wait_for

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


def check(opened):
    """Interrupts each work and looks at what is left of it."""
    sources = [PREPARATION]
    for source, _, results in WORKS.values():
        sources += [source, REPORT.format(results=results), THREADS, AGAIN]
    notebook = opened(sources)
    notebook.run_cell(0)
    for index, (name, (_, moment, _)) in enumerate(WORKS.items()):
        interrupt(notebook, 1 + 4 * index, name, moment)


def interrupt(notebook, number, name, moment):
    """Runs a work, clicks the button at its moment, then runs the three cells after it."""
    live_record.start(notebook)
    before = len(live_record.records(notebook)[0]["outputs"])

    def is_seen():
        shown = live_record.records(notebook)[-1]["outputs"][before:]
        assert notebook.is_running(), f"ended before its interruption: {notebook.outputs()[number]}"
        return shown and re.search(moment, shown[0]["text"])

    notebook.start_cell(number)
    wait_for(f"the moment to interrupt the {name}", is_seen)
    notebook.picture(f"{name} running")
    notebook.interrupt()
    report = notebook.run_cell(number + 1)
    demand_report(name, report, live_record.states(live_record.records(notebook), before)[-1])
    threads = notebook.run_cell(number + 2)
    notebook.picture(f"{name} interrupted")
    assert "threads at work: []" in threads, f"the {name} goes on"
    assert "COMPLETED" in notebook.run_cell(number + 3), f"after the interrupted {name}"
    seen = [each["state"] for each in live_record.states(live_record.records(notebook), before)]
    assert seen[-1] == "interrupted" and seen.count("interrupted") == 1, f"the {name} went on"


def demand_report(name, report, live):
    """Compares what the variable holds with what the live output says."""
    found = re.search(REPORTED, report)
    assert found, f"the {name}'s variable holds: {report}"
    trainings, iterations, records = map(int, found.groups())
    assert live["state"] == "interrupted", f"the live output of the {name} says {live}"
    assert "interrupted" in live["text"].strip().splitlines()[-1], f"the last line of the {name}"
    # A click may fall into the first record of a path's next training, before any iteration.
    between = trainings > 1 and iterations == 0
    assert records > 0 or between, f"the {name} kept no history: {report}"
    if name == "path":
        assert trainings >= 2, f"the path kept {trainings} training, expected 2 or more"
    else:
        assert trainings == 1, f"the {name} went on with another training: {report}"
        assert 0 < live["iteration"] <= iterations, f"{live} does not fit to {report}"
