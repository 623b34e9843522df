"""Removes from an executed notebook what the next run would write differently."""

import re

from .notebook_file import PLOTLY, all_outputs

# What Java writes for an object without a text of its own: pathprox.A@1b2c3d4, [D@6d06d69c.
JAVA_OBJECT = re.compile(
    r"((?:\b[\w$]+(?:\.[\w$]+)+|\[+(?:[ZBCSIJFD]|L[\w.$]+;)))(?:/0x[0-9a-f]+)?@[0-9a-f]{1,8}\b(?!\.)"
)


def strip(notebook):
    """Removes times, versions, addresses, and pictures that Lab has added. Modified: notebook."""
    notebook["metadata"].get("language_info", {}).pop("version", None)
    for cell in notebook["cells"]:
        cell["metadata"].pop("execution", None)
    for _, _, output in all_outputs(notebook):
        _strip_output(output)


def _strip_output(output):
    output.pop("transient", None)
    data = output.get("data", {})
    if PLOTLY in data:
        data.pop("image/png", None)
        output["metadata"].pop("image/png", None)
    for mime in data:
        if mime.startswith("text/"):
            data[mime] = without_addresses(data[mime])
    if "text" in output:
        output["text"] = without_addresses(output["text"])


def without_addresses(text):
    """The text, or list of lines, without the addresses of Java objects."""
    if isinstance(text, list):
        return [without_addresses(line) for line in text]
    return JAVA_OBJECT.sub(r"\1@…", text)
