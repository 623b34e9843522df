"""What outputs were made from: hashes that a notebook carries, and whether they still hold."""

import json

from steps.library import SOURCES
from steps.stamps import fingerprint

from .notebook_file import code_cells, tags, text

KEY = "pathprox"

UPDATE = "run environment/notebooks.py --update"
CHANGED = {
    "cells": "its code has changed since its outputs were made",
    "library":
        "the library (src/main, src/tutorial, pom.xml) has changed since its outputs were made",
    "requirements": "environment/requirements.txt has changed since its outputs were made",
    "outputs": "its outputs are not those that notebooks.py has written",
}


def current(notebook, checkout):
    """The hashes of the code cells with their tags, the library's sources, whatever JDK compiles
    them, the requirements, and the outputs; prose can be corrected without a new run."""
    code, outputs = [], []
    for _, cell in code_cells(notebook):
        code += [text(cell["source"]), *sorted(tags(cell)), ""]
        outputs.append(json.dumps(cell["outputs"], sort_keys=True))
    # Editors and file browsers leave hidden files behind.
    sources = [file for folder in SOURCES for file in (checkout.root / folder).rglob("*")
               if file.is_file() and not file.name.startswith(".")]
    return {
        "cells": fingerprint(code),
        "library": fingerprint([], [checkout.root / "pom.xml", *sources], checkout.root),
        "requirements": fingerprint([], [checkout.requirements], checkout.root),
        "outputs": fingerprint(outputs),
    }


def stamp(notebook, checkout):
    """Notes the origin in the notebook. Modified: the notebook."""
    notebook["metadata"][KEY] = current(notebook, checkout)


def problems(notebook, checkout):
    """A line for each part of the origin that is not what it was."""
    noted = notebook["metadata"].get(KEY)
    if not isinstance(noted, dict):
        return [f"it does not say what its outputs were made from; {UPDATE}"]
    now = current(notebook, checkout)
    return [f"{CHANGED[part]}; {UPDATE}" for part in now if noted.get(part) != now[part]]
