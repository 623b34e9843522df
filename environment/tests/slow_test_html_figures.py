"""PATHPROX_RENDERER=html in a real kernel and a real browser that has no network.

Needs what notebooks.py --update needs, and is not among the tests that run everywhere:
python3 -m unittest discover -s environment/tests -p "slow_test*"
"""

import os
import re
import subprocess
import unittest
from unittest import mock

from fixtures import ENVIRONMENT, FolderTest, code, notebook

import start
from outputs import browser, notebook_file
from steps import kernelspec, notebook_run
from steps.checkout import Checkout
from steps.commands import child_environment

ROOT = ENVIRONMENT.parent
POINTS = 7
CELL = """\
var table = Table.create(IntColumn.create("iteration", 0, 1, 2, 3, 4, 5, 6),
    DoubleColumn.create("y", 6, 5, 4, 3, 2, 1, 0));
Chart.of(tech.tablesaw.plotly.api.ScatterPlot.create("</script> & co", table, "iteration", "y"))"""

# What gzip begins with, in Base64.
GZIP = "H4sI"
NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND"
MILLISECONDS_TO_DRAW = "20000"


class HtmlFiguresTest(FolderTest):
    def page(self, checkout, cells):
        """The page that nbconvert makes of these cells, executed."""
        file = self.write("notebooks/a.ipynb", "")
        made = notebook(*(code(cell, count=None, name=f"c{i}") for i, cell in enumerate(cells)))
        notebook_file.write(made, file)
        with mock.patch.dict(os.environ, PATHPROX_RENDERER="html"):
            self.assertEqual(notebook_run.run(checkout, [file], self.folder), 0)
        convert = [checkout.venv_python, "-m", "jupyter", "nbconvert", "--to", "html"]
        subprocess.run(
            [*convert, self.folder / "a.ipynb"], check=True, env=child_environment(),
            stderr=subprocess.DEVNULL,
        )
        return self.folder / "a.html"

    def opened(self, page):
        """The page as the browser has it when its scripts are done."""
        options = ["--headless", "--no-sandbox", "--disable-gpu", NO_NETWORK]
        budget = f"--virtual-time-budget={MILLISECONDS_TO_DRAW}"
        return subprocess.run(
            [browser.find(), *options, budget, "--dump-dom", page.as_uri()], check=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
        ).stdout

    def test_figures_are_drawn_without_network_by_the_version_that_others_load(self):
        checkout = Checkout(ROOT)
        start.set_up(checkout)
        page = self.page(checkout, [CELL, CELL])
        source = page.read_text(encoding="utf-8")
        self.assertEqual(source.count(GZIP), 1)
        self.assertLess(len(source), 3_000_000)
        drawn = self.opened(page)
        self.assertEqual(len(re.findall(r'<path class="point"', drawn)), 2 * POINTS)
        self.assertEqual(drawn.count(">&lt;/script&gt; &amp; co</text>"), 2)

        script = kernelspec.plotly_script(checkout.venv).read_text(encoding="utf-8")
        installed = re.search(r"plotly.js v([\d.]+)", script)[1]
        java = ROOT / "src/main/java/pathprox/notebook/view/HtmlFigures.java"
        self.assertIn(f"plotly-{installed}.min.js", java.read_text(encoding="utf-8"))
