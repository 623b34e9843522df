"""A notebook in JupyterLab, with what a person does there."""

import re
from pathlib import Path

from .drawn_figures import is_drawn
from .failure import demand, wait_for

HERE = Path(__file__).resolve().parent
SECONDS_TO_SHOW = 120
WINDOW = {"width": 1280, "height": 1000}
RUN_ALL = '[data-command="runmenu:run-all"]'
INTERRUPT = '.jp-NotebookPanel-toolbar [data-command="notebook:interrupt-kernel"]'
ERROR = "application/vnd.jupyter.error"
STDERR = "application/vnd.jupyter.stderr"


class OpenNotebook:
    """A page with one notebook; a `with` block opens it and ends its kernel."""

    def __init__(self, browser, server, file, screenshots):
        self._browser = browser
        self._server = server
        self._file = file
        self._screenshots = screenshots

    def __enter__(self):
        self.page = self._browser.new_page(viewport=WINDOW)
        self.page.set_default_timeout(SECONDS_TO_SHOW * 1000)
        try:
            self.page.goto(self._server.address(self._file))
            self.page.wait_for_selector(".jp-Notebook .jp-CodeCell")
            self.wait_until_idle()
        except BaseException as problem:
            self.__exit__(type(problem), problem, None)
            raise
        return self

    def __exit__(self, kind, problem, trace):
        if isinstance(problem, Exception):
            self.picture("failed")
        self._server.end_kernel(self._file)
        self.page.close()

    def picture(self, what):
        """Takes a screenshot of what is in the window now."""
        self._screenshots.take(self.page, what)

    def pictures(self, what):
        """Takes screenshots of the whole notebook."""
        self._screenshots.take_all(self.page, what)

    def wait_until_idle(self):
        """Waits for the kernel itself; the page says idle too early."""
        wait_for("an idle kernel", lambda: self._server.kernel_state(self._file) == "idle")

    def read(self, script, argument=None):
        """The value of a script of this folder."""
        return self.page.evaluate((HERE / script).read_text(encoding="utf-8"), argument)

    def choose_theme(self, theme):
        """Changes the colors of JupyterLab by its menu; theme is Light or Dark."""
        self.page.click('.lm-MenuBar-itemLabel:text-is("Settings")')
        self.page.hover('.lm-Menu-itemLabel:text-is("Theme")')
        self.page.click(f'.lm-Menu-itemLabel:text-is("JupyterLab {theme}")')
        self.page.wait_for_selector(
            f'body[data-jp-theme-name="JupyterLab {theme}"]', state="attached"
        )

    def start_all(self):
        """Clicks Run, Run All Cells, and waits until the cells are queued or done."""
        last = max(self.counts())
        self.page.click('.lm-MenuBar-itemLabel:text-is("Run")')
        self.page.click(RUN_ALL)
        wait_for("cells that run", lambda: self.is_running() or max(self.counts()) > last)

    def run_all(self):
        """Runs all cells and waits for the end of the last; fails if one shows an error."""
        last = max(self.counts())
        self.start_all()
        wait_for("the last cell", lambda: not self.is_running())
        self.wait_until_idle()
        self.demand_quiet()
        demand(min(self.counts()) > last, "not all cells were executed")

    def start_cell(self, number):
        """Runs the code cell of this number by Ctrl+Enter, and does not wait for its end."""
        prompt = self.page.locator(".jp-CodeCell .jp-InputPrompt").nth(number)
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
        wait_for(f"the end of cell {number}", lambda: not self.is_running())
        self.wait_until_idle()
        outputs = self.outputs()[number]
        demand_quiet_outputs(number, outputs)
        return "\n".join(output["text"] for output in outputs)

    def interrupt(self):
        """Clicks the button with the square and waits until nothing runs."""
        self.page.click(INTERRUPT)
        wait_for("the interrupted cell to end", lambda: not self.is_running())
        self.wait_until_idle()

    def prompts(self):
        """What stands left of the code cells: [ ], [*] or [3]."""
        return self.page.locator(".jp-CodeCell .jp-InputPrompt").all_inner_texts()

    def counts(self):
        """The execution count of each code cell, 0 before its first run."""
        return [int((re.findall(r"\d+", prompt) or ["0"])[0]) for prompt in self.prompts()]

    def is_running(self):
        """Whether a cell runs or waits for its turn."""
        return any("*" in prompt for prompt in self.prompts())

    def outputs(self):
        """For each code cell a list of outputs, each with its kind and text."""
        return self.read("outputs.js")

    def demand_quiet(self):
        """Fails if a cell shows an error or wrote to the error stream."""
        for number, outputs in enumerate(self.outputs()):
            demand_quiet_outputs(number, outputs)

    def figures(self, count):
        """The figures in the page, once all of them are drawn."""
        def drawn():
            figures = self.read("figures.js")
            return len(figures) >= count and all(map(is_drawn, figures)) and figures

        return wait_for(f"{count} figures", drawn, SECONDS_TO_SHOW)


def demand_quiet_outputs(number, outputs):
    """Fails if an output is an error or was written to the error stream."""
    for output in outputs:
        loud = output["kind"] in (ERROR, STDERR)
        demand(not loud, f"cell {number} shows: {output['text'][:500]}")
