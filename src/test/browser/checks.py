"""What a person sees in JupyterLab; each check_* opens a notebook, clicks, waits and looks."""

import re
import subprocess
import sys

import book_site
import drawn_figures
import live_record
from open_notebook import notebook_of, wait_for
from outputs import notebook_file
from playwright.sync_api import expect
from steps.commands import child_environment

DATA = "var data = Digits.split(1);"
OPTIONS = "var options = TrainingOptions.defaults().withIterations(300).withLearningRate(0.1);"


def check_first_notebook(opened, checkout):
    """A copy, run from top to bottom: its figures have the points of the original's outputs."""
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


def check_rerun(opened):
    """Running all cells again gives the same outputs, once."""
    notebook = opened([
        f"{DATA}\nvar start = Architecture.factorizedMlp(64, 50, 2, 10).initialize(1);\n{OPTIONS}",
        "var decay = Trainer.with(options).train(start, data, new WeightDecay(1e-3));\ndecay",
        "var prox = Trainer.with(options).train(start, data, PathProx.recommended(1e-3));\nprox",
        "Compare.objective(decay, prox)",
        'Compare.table(decay, prox).removeColumns("seconds")',
    ])

    def run(what):
        notebook.run_all()
        figures = notebook.figures(1)
        notebook.pictures(what)
        return [[each["text"] for each in cell] for cell in notebook.outputs()], figures

    first, first_figures = run("first run")
    second, second_figures = run("second run")
    assert first == second
    assert len(second_figures) == 1, f"{len(second_figures)} figures after the second run"
    assert first_figures[0]["traces"] == second_figures[0]["traces"], "the figure has changed"


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


def check_renderers(opened):
    """Values of the library appear as tables and pictures, not as text, in both themes."""
    preparation = f"""\
{DATA}
var network = Architecture.factorizedMlp(64, 20, 2, 10).initialize(1);
{OPTIONS}
var result = Trainer.with(options).train(network, data, PathProx.of(1e-3));"""
    notebook = opened([preparation, *(value for value, _, _ in VALUES)])
    notebook.run_all()
    for theme in ("Dark", "Light"):
        notebook.choose_theme(theme)
        notebook.pictures(theme.lower())
        for number, (value, selector, least) in enumerate(VALUES, start=1):
            area = notebook.cells.nth(number).locator(".jp-OutputArea-output")
            seen = area.locator(selector).filter(visible=True).count()
            assert seen >= least, f"{value} shows {seen} of {least} elements {selector}"


def check_help(opened):
    """help() and doc show their pages, Shift-Tab the Javadoc, Tab the library's names first."""
    notebook = opened(["help()", "doc(PathProx.class)", "", ""])
    for theme in ("Dark", "Light"):
        notebook.choose_theme(theme)
        assert "x = 3" in notebook.run_cell(0)
        assert "recommended" in notebook.run_cell(1)
        notebook.pictures(theme.lower())
    notebook.write(2, "PathProx.recommended(")
    notebook.page.keyboard.press("Shift+Tab")
    expect(notebook.page.locator(".jp-Tooltip")).to_contain_text("the method to start with")
    notebook.picture("shift tab")
    notebook.write(3, "Data")
    notebook.page.keyboard.press("Tab")
    expect(notebook.page.locator(".jp-Completer-item").first).to_contain_text("Dataset")
    notebook.picture("tab")


LINES = 6_000


def check_lines(opened):
    """A cell that prints thousands of lines at once shows all of them, in order."""
    notebook = opened([f'for (int i = 1; i <= {LINES}; i++) System.out.println("line " + i);'])
    shown = notebook.run_cell(0).split("\n")
    expected = [f"line {number}" for number in range(1, LINES + 1)]
    assert [line for line in shown if line] == expected, f"{len(shown)} lines, {shown[-3:]}"


# Each iteration waits a little, so that a training takes seconds on every machine.
SLOW = f"""\
{DATA}
var start = Architecture.factorizedMlp(64, 50, 2, 10).initialize(1);
LearningRate waiting = iteration -> {{
  java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
  return 0.1;
}};
var options = TrainingOptions.defaults().withLearningRate(waiting);"""
FIRST, SECOND = 2_500, 2_000
TRAINING = "var {} = Trainer.with(options.withIterations({})).train(start, data, {});"
CLOCK = '"seconds: " + (System.nanoTime() - before) / 1e9'
ALONE = ["var before = System.nanoTime();", TRAINING.format("one", FIRST, "new WeightDecay(1e-3)"),
         CLOCK]
PAIR = ["var before = System.nanoTime();", TRAINING.format("one", FIRST, "PathProx.of(1e-3)"),
        TRAINING.format("two", SECOND, "PathProx.recommended(1e-3)"), CLOCK]


def check_live(opened):
    """Trainings show where they are while their cell runs, in one output each."""
    notebook = opened([SLOW, "\n".join(ALONE), "\n".join(PAIR)])
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
    def has_begun():
        last = notebook.live()[-1]["outputs"][-1:]
        return not notebook.is_running() or (
            last and last[0]["state"] == "running" and last[0]["iteration"] > 0)

    notebook.read("live.js")
    notebook.start_cell(number)
    wait_for("a live output with iterations", has_begun)
    notebook.picture("running")
    text = notebook.finish_cell(number)
    notebook.picture("ended")
    noted = notebook.live()
    shown = max(len(record["outputs"]) for record in noted)
    assert shown == outputs, f"{shown} live outputs were in the page, expected {outputs}"
    return noted, float(re.search(r"seconds: ([\d.]+)", text)[1])


ENDLESS = f"""\
{DATA}
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


def check_interrupt(opened):
    """The interrupt button ends a training, a path and a comparison, and nothing is lost."""
    sources = [ENDLESS]
    for source, _, results in WORKS.values():
        sources += [source, REPORT.format(results=results), THREADS, AGAIN]
    notebook = opened(sources)
    notebook.run_cell(0)
    for index, (name, (_, moment, _)) in enumerate(WORKS.items()):
        interrupt(notebook, 1 + 4 * index, name, moment)


def interrupt(notebook, number, name, moment):
    """Runs a work, clicks the button at its moment, then runs the three cells after it."""
    notebook.read("live.js")
    before = len(notebook.live()[0]["outputs"])

    def is_seen():
        shown = notebook.live()[-1]["outputs"][before:]
        assert notebook.is_running(), f"ended before its interruption: {notebook.outputs()[number]}"
        return shown and re.search(moment, shown[0]["text"])

    notebook.start_cell(number)
    wait_for(f"the moment to interrupt the {name}", is_seen)
    notebook.picture(f"{name} running")
    notebook.interrupt()
    report = notebook.run_cell(number + 1)
    demand_report(name, report, live_record.states(notebook.live(), before)[-1])
    threads = notebook.run_cell(number + 2)
    notebook.picture(f"{name} interrupted")
    assert "threads at work: []" in threads, f"the {name} goes on"
    assert "COMPLETED" in notebook.run_cell(number + 3), f"after the interrupted {name}"
    seen = [each["state"] for each in live_record.states(notebook.live(), before)]
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


TITLE = "</script> & co"
SCATTER = f"""\
var table = Table.create(IntColumn.create("iteration", 0, 1, 2, 3, 4, 5, 6),
    DoubleColumn.create("y", 6, 5, 4, 3, 2, 1, 0));
Chart.of(tech.tablesaw.plotly.api.ScatterPlot.create("{TITLE}", table, "iteration", "y"))"""


def check_html(page, checkout, tmp_path):
    """With PATHPROX_RENDERER=html figures draw themselves without network, by one script."""
    (tmp_path / "a.ipynb").write_text(notebook_of([SCATTER, SCATTER]), encoding="utf-8")
    executed = tmp_path / "executed"
    for command in (
        [sys.executable, checkout.environment / "start.py", "--run", tmp_path / "a.ipynb",
         "--output", executed],
        [checkout.venv_python, "-m", "jupyter", "nbconvert", "--to", "html", executed / "a.ipynb"],
    ):
        subprocess.run(command, check=True, env=child_environment(PATHPROX_RENDERER="html"))
    file = executed / "a.html"
    source = file.read_text(encoding="utf-8")
    # What gzip begins with, in Base64.
    assert source.count("H4sI") == 1 and len(source) < 3_000_000
    page.context.set_offline(True)
    page.goto(file.as_uri(), wait_until="domcontentloaded")
    expect(page.locator("path.point")).to_have_count(2 * 7, timeout=30_000)
    expect(page.locator("text", has_text=TITLE)).to_have_count(2)
    installed = page.evaluate("Plotly.version")
    java = checkout.root / "src/main/java/pathprox/plot/Chart.java"
    others = re.search(r"plotly-([\d.]+)\.min\.js", java.read_text(encoding="utf-8"))[1]
    assert installed == others, "the version that figures load from the network"


def check_book(page, checkout, tmp_path, pytestconfig):
    """The book without a network: figures, one that plays by itself, a slider, formulas, search, and a phone."""
    book = book_site.make(checkout, tmp_path)
    pages = [f.relative_to(book).as_posix() for f in sorted(book.rglob("*.html")) if "_static" not in f.parts]
    with book_site.served(book) as address:
        reader = book_site.Reader(page, address)
        reader.open("index.html")
        expect(reader.first_figure().get_by_text("iteration = 2,000", exact=True)).to_be_visible(timeout=20_000)
        reader.open("notebooks/02-two-objectives.html")
        reader.first_figure()
        expect(page.locator("mjx-container").first).to_be_visible()
        reader.open(f"notebooks/{book_site.SLIDER}.html")
        reader.move_slider()
        expect(page.locator("details mjx-container")).to_be_hidden()
        page.click("summary:text('Hint')")
        expect(page.locator("details mjx-container")).to_be_visible()
        reader.open("search.html?q=threshold")
        expect(page.locator("#search-results a", has_text="Proximal operators").first).to_be_visible()
        page.set_viewport_size(book_site.PHONE)
        for name in pages:
            reader.open(name)
            page.screenshot(path=pytestconfig.getoption("folder") / f"book-{name.replace('/', '-')}.png")
            assert not reader.too_wide(), f"{name} scrolls sideways on a phone"
        assert reader.complaints == []
