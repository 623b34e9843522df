"""What several tests need: a small checkout, notebooks, captured output."""

import contextlib
import io
import os
import sys
import tempfile
import unittest
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ENVIRONMENT))

from outputs.notebook_file import PLOTLY, SVG  # noqa: E402 (needs the path above)
from steps.checkout import WINDOWS, Checkout  # noqa: E402, F401
from steps.console import SetupError  # noqa: E402

POM = "<project xmlns='http://maven.apache.org/POM/4.0.0'><artifactId>pathprox</artifactId>" \
      "<version>1.2.3</version></project>"


class FolderTest(unittest.TestCase):
    """A test with a checkout of its own, in a folder with a space and an umlaut in its name."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="päth prox ")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(os.path.realpath(temporary.name))
        self.checkout = Checkout(self.folder / "check out")
        self.write("pom.xml", POM)
        self.write("src/main/java/pathprox/A.java", "class A {}\n")
        self.write("environment/requirements.txt", "jjava==1.0a8\n")
        self.checkout.check_location()

    def write(self, name, text):
        """Writes a file of the checkout and returns it."""
        file = self.checkout.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def assert_refused(self, parts, action, *arguments):
        """The action ends with a text for the person that has all these parts."""
        with self.assertRaises(SetupError) as raised, silence():
            action(*arguments)
        for part in [parts] if isinstance(parts, str) else parts:
            self.assertIn(part, str(raised.exception))


@contextlib.contextmanager
def silence():
    """Catches what is printed; yields the stream that collects it."""
    with io.StringIO() as output:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            yield output


def code(source, *outputs, tags=(), count=1, name="c1"):
    return {
        "cell_type": "code", "id": name, "source": [source], "metadata": {"tags": list(tags)},
        "outputs": list(outputs), "execution_count": count,
    }


def prose(source):
    return {"cell_type": "markdown", "id": "p1", "source": [source], "metadata": {}}


def stream(name, text):
    return {"output_type": "stream", "name": name, "text": [text]}


def error(name="E", value="value"):
    return {"output_type": "error", "ename": name, "evalue": value, "traceback": [value]}


def result(text, **data):
    """An output with a text and, by keyword, other forms: result("x", html="<p>")."""
    forms = {"text/" + kind: [content] for kind, content in data.items()}
    return shown({"text/plain": [text], **forms})


def shown(data):
    return {"output_type": "display_data", "data": data, "metadata": {}}


def figure(y=(1, 2, 3), title="A title", svg="<svg/>", **more):
    trace = {"type": "scatter", "name": "a", "y": list(y)}
    plotly = {"data": [trace], "layout": {"title": {"text": title}}}
    data = {PLOTLY: plotly, "text/plain": ["a figure"], **more}
    return shown({**data, SVG: [svg]} if svg else data)


def notebook(*cells):
    return {"cells": list(cells), "metadata": {"language_info": {"name": "java"}},
            "nbformat": 4, "nbformat_minor": 5}
