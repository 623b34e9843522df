"""Notebooks for the tests of outputs: cells, outputs and figures as Jupyter writes them."""

from fixtures import ENVIRONMENT  # noqa: F401 (puts the modules on the path)

from outputs.notebook_file import PLOTLY, SVG


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
    plotly = {
        "data": [{"type": "scatter", "name": "a", "y": list(y)}],
        "layout": {"title": {"text": title}},
    }
    data = {PLOTLY: plotly, "text/plain": ["a figure"], **more}
    return shown({**data, SVG: [svg]} if svg else data)


def notebook(*cells):
    return {"cells": list(cells), "metadata": {"language_info": {"name": "java"}},
            "nbformat": 4, "nbformat_minor": 5}
