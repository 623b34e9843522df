"""The book as a person reads it: made once, served by this machine alone, and looked at."""

import functools
import http.server
import json
import subprocess
import sys
import threading
from contextlib import contextmanager

from open_notebook import notebook_of, wait_for
from outputs.notebook_file import PLOTLY
from steps.commands import child_environment

PHONE = {"width": 390, "height": 844}
SLIDER = "slider-of-the-test"

# What is wider than the window, though no box around it scrolls.
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def slider_notebook():
    """A notebook with a figure of two frames, such as pathprox.plot.Slides makes, and an answer."""
    line, other = ({"type": "scatter", "x": [1, 2, 3], "y": y} for y in ([1, 2, 3], [3, 1, 2]))
    steps = [{"label": name, "method": "animate", "args": [[name], {"mode": "immediate"}]}
             for name in ("one", "two")]
    layout = {"title": {"text": "A figure that moves"}, "sliders": [{"active": 0, "steps": steps}]}
    frames = [{"name": "one", "data": [line]}, {"name": "two", "data": [other]}]
    notebook = json.loads(notebook_of([
        {"cell_type": "markdown", "source": "# A slider\n\n<details><summary>Hint</summary>it is $x^2$</details>"},
        "figure",
    ]))
    data = {PLOTLY: {"data": [line], "layout": layout, "frames": frames}, "text/plain": "a figure"}
    notebook["cells"][1]["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]
    return json.dumps(notebook)


def make(checkout, folder):
    """Makes the book without its API, with the notebook above, and returns its folder."""
    extra = folder / f"{SLIDER}.ipynb"
    extra.write_text(slider_notebook(), encoding="utf-8")
    program = checkout.environment / "book.py"
    subprocess.run([sys.executable, program, "--no-api", "--with", extra, "--output", folder / "book"],
                   check=True, env=child_environment())
    return folder / "book"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *words):
        pass


@contextmanager
def served(folder):
    """The address of a folder, while it is served."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


class Reader:
    """Opens pages of a book; collects errors of the console and what is asked of other machines."""

    def __init__(self, page, address):
        self.page, self._address, self.complaints = page, address, []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.route("**/*", self._answer)

    def _hear(self, message):
        if message.type == "error":
            self.complaints.append(message.text)

    def _answer(self, route):
        if route.request.url.startswith((self._address, "data:", "blob:")):
            route.continue_()
        else:
            self.complaints.append(f"asks for {route.request.url}")
            route.abort()

    def open(self, name):
        self.page.goto(self._address + name)

    def first_figure(self):
        """The first figure of the page, drawn."""
        figure = self.page.locator(".plotly-figure").first
        figure.scroll_into_view_if_needed()
        figure.locator(".main-svg").first.wait_for()
        return figure

    def line(self):
        """How the first line of the first figure is drawn."""
        return self.first_figure().locator("path.js-line").first.get_attribute("d")

    def move_slider(self):
        """Clicks on the end of the slider and waits for another picture."""
        before = self.line()
        rail = self.first_figure().locator(".slider-rail-touch-rect").bounding_box()
        self.page.mouse.click(rail["x"] + rail["width"] - 2, rail["y"] + rail["height"] / 2)
        wait_for("another picture by the slider", lambda: self.line() != before, 10)

    def too_wide(self):
        """Whether the page scrolls sideways."""
        return self.page.evaluate(TOO_WIDE)
