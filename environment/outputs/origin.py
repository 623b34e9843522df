"""What outputs were made from: hashes that a notebook carries, and whether they still hold."""

import json

from steps.library import SOURCES
from steps.stamps import fingerprint

from .notebook_file import code_cells, tags, text

KEY = "pathprox"

UPDATE = "run environment/notebooks.py --update"
CHANGED = {
    "cells": "its code has changed since its outputs were made",
    "library": "the library (src/main, src/tutorial, pom.xml) has changed since its outputs were made",
    "requirements": "environment/requirements.txt has changed since its outputs were made",
    "outputs": "its outputs are not those that notebooks.py has written",
}


def current(notebook, checkout):
    """The hashes of the code cells, the library's sources, the requirements, and the outputs."""
    return {
        "cells": cells_hash(notebook),
        "library": library_hash(checkout.root),
        "requirements": fingerprint([], [checkout.requirements], checkout.root),
        "outputs": outputs_hash(notebook),
    }


def cells_hash(notebook):
    """Changes with code and tags; prose can be corrected without a new run."""
    parts = []
    for _, cell in code_cells(notebook):
        parts += [text(cell["source"]), *sorted(tags(cell)), ""]
    return fingerprint(parts)


def library_hash(root):
    """Changes with the build file and what the kernel is built from, whatever JDK compiles it."""
    sources = [file for folder in SOURCES for file in (root / folder).rglob("*") if file.is_file()]
    # Editors and file browsers leave hidden files behind.
    files = [file for file in sources if not file.name.startswith(".")]
    return fingerprint([], [root / "pom.xml", *files], root)


def outputs_hash(notebook):
    """Changes when a cell is run by hand, or an output is edited."""
    outputs = [json.dumps(cell["outputs"], sort_keys=True) for _, cell in code_cells(notebook)]
    return fingerprint(outputs)


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
