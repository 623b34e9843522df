"""A notebook in JupyterLab, with what a person does there."""

import json
import re
import time
import urllib.parse
from pathlib import Path

from drawn_figures import is_drawn
from steps import kernelspec
from steps.stamps import write_whole

HERE = Path(__file__).resolve().parent
# Where JupyterLab and Notebook 7 open a file.
PLACES = {"lab": "lab/tree", "notebook": "notebooks"}
SECONDS_TO_SHOW = 120
SECONDS_TO_WAIT = 600
INTERRUPT = '.jp-NotebookPanel-toolbar [data-command="notebook:interrupt-kernel"]'
LOUD = ("application/vnd.jupyter.error", "application/vnd.jupyter.stderr")
# What two pictures of a notebook that is scrolled through have in common, in pixels.
SHARED = 40

# The height of the cells, below which JupyterLab leaves a window empty, and that of the window.
SIZES = """outer => {
  const ends = [...outer.querySelectorAll(".jp-Cell")].map((e) => e.getBoundingClientRect().bottom);
  const top = outer.getBoundingClientRect().top - outer.scrollTop;
  return [Math.max(...ends) - top, outer.clientHeight];
}"""


def wait_for(what, condition, seconds=SECONDS_TO_WAIT):
    """Waits until the condition gives something true and returns that; fails if it never does."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        result = condition()
        if result:
            return result
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds} s for {what}")


def notebook_of(cells):
    """The text of a notebook; a cell is the source of a code cell, or one of another notebook."""
    made = []
    for number, cell in enumerate(cells):
        cell = cell if isinstance(cell, dict) else {"cell_type": "code", "source": cell}
        fresh = {"outputs": [], "execution_count": None} if cell["cell_type"] == "code" else {}
        made.append({"metadata": {}, **cell, **fresh, "id": f"cell-{number}"})
    kernel = {"name": kernelspec.NAME, "display_name": "Java (PathProx)", "language": "java"}
    metadata = {"kernelspec": kernel}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": made})


class OpenNotebook:
    """A page with one notebook. Pictures are numbered, so that the folder tells what happened."""

    def __init__(self, page, server, app, file, pictures):
        self._place = PLACES[app]
        self.page, self._file, self._pictures, self._taken = page, file, pictures, 0
        self._base, self._token = server
        self.cells = page.locator(".jp-CodeCell")
        self._prompts = page.locator(".jp-CodeCell .jp-InputPrompt")
        for earlier in pictures.glob(f"{file.stem}-[0-9][0-9]-*.png"):
            earlier.unlink()

    def open(self, root, cells):
        """Ends the kernels of before, and shows the notebook in a fresh workspace with its own."""
        for session in self._sessions():
            self.page.request.delete(self._service(f"/{session['id']}"))
        write_whole(root / self._file, notebook_of(cells))
        self.page.set_default_timeout(SECONDS_TO_SHOW * 1000)
        path = urllib.parse.quote(self._file.as_posix())
        self.page.goto(f"{self._base}/{self._place}/{path}?token={self._token}&reset")
        self.page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        self.wait_until_idle()
        return self

    def wait_until_idle(self):
        """Waits until no cell runs, then for the kernel itself: the page says idle too early."""
        wait_for("cells to end", lambda: not self.is_running())
        wait_for("an idle kernel", lambda: "idle" in [
            each["kernel"]["execution_state"] for each in self._sessions()])

    def _sessions(self):
        return self.page.request.get(self._service()).json()

    def _service(self, which=""):
        return f"{self._base}/api/sessions{which}?token={self._token}"

    def picture(self, what):
        """Takes a screenshot of what is in the window now."""
        self._taken += 1
        name = f"{self._file.stem}-{self._taken:02d}-{what.replace(' ', '-')}.png"
        self.page.screenshot(path=self._pictures / name)

    def pictures(self, what):
        """Takes screenshots of a whole notebook, from its top to its end."""
        outer = self.page.locator(".jp-WindowedPanel-outer")
        height, window = outer.evaluate(SIZES)
        for top in range(0, round(height), max(window - SHARED, 1)):
            outer.evaluate("(e, top) => e.scrollTop = top", top)
            self.picture(what)

    def read(self, script):
        """The value of a script of this folder."""
        return self.page.evaluate((HERE / script).read_text(encoding="utf-8"))

    def choose_theme(self, theme):
        """Changes the colors of JupyterLab by its menu; theme is Light or Dark."""
        self.page.click('.lm-MenuBar-itemLabel:text-is("Settings")')
        self.page.hover('.lm-Menu-itemLabel:text-is("Theme")')
        self.page.click(f'.lm-Menu-itemLabel:text-is("JupyterLab {theme}")')
        body = self.page.locator(f'body[data-jp-theme-name="JupyterLab {theme}"]')
        body.wait_for(state="attached")
        self.page.locator("#jupyterlab-splash").wait_for(state="detached")

    def run_all(self):
        """Clicks Run, Run All Cells, and waits for the end of the last; fails on an error."""
        last = max(self.counts())
        self.page.click('.lm-MenuBar-itemLabel:text-is("Run")')
        self.page.click('[data-command="runmenu:run-all"]')
        wait_for("cells that run", lambda: self.is_running() or max(self.counts()) > last)
        self.wait_until_idle()
        for number, outputs in enumerate(self.outputs()):
            demand_quiet(number, outputs)
        assert min(self.counts()) > last, "not all cells were executed"

    def write(self, number, text):
        """Types into the code cell of this number."""
        self.cells.nth(number).locator(".cm-content").click()
        self.page.keyboard.type(text)

    def start_cell(self, number):
        """Runs the code cell of this number by Ctrl+Enter, and does not wait for its end."""
        prompt = self._prompts.nth(number)
        before = prompt.inner_text()
        prompt.click()
        self.page.keyboard.press("Control+Enter")
        wait_for(f"cell {number} to run", lambda: prompt.inner_text() != before)

    def run_cell(self, number):
        """Runs the code cell of this number and returns its outputs as one text."""
        self.start_cell(number)
        return self.finish_cell(number)

    def finish_cell(self, number):
        """Waits for the end of a cell and returns its outputs as one text."""
        self.wait_until_idle()
        outputs = self.outputs()[number]
        demand_quiet(number, outputs)
        return "\n".join(output["text"] for output in outputs)

    def interrupt(self):
        """Clicks the button with the square and waits until nothing runs."""
        self.page.click(INTERRUPT)
        self.wait_until_idle()

    def counts(self):
        """The execution count of each code cell, 0 before its first run: [ ], [*] or [3]."""
        return [int((re.findall(r"\d+", prompt) or ["0"])[0])
                for prompt in self._prompts.all_inner_texts()]

    def is_running(self):
        """Whether a cell runs or waits for its turn."""
        return any("*" in prompt for prompt in self._prompts.all_inner_texts())

    def outputs(self):
        """For each code cell a list of outputs, each with its kind and text."""
        return self.read("outputs.js")

    def live(self):
        """What live.js has noted until now; reading that script begins anew."""
        return self.page.evaluate("window.liveOutputs")

    def figures(self, count):
        """The figures in the page, once all of them are drawn."""
        def drawn():
            figures = self.read("figures.js")
            return len(figures) >= count and all(map(is_drawn, figures)) and figures

        return wait_for(f"{count} figures", drawn, SECONDS_TO_SHOW)


def demand_quiet(number, outputs):
    """Fails if an output is an error or was written to the error stream."""
    for output in outputs:
        assert output["kind"] not in LOUD, f"cell {number} shows: {output['text'][:500]}"
