"""Executes notebooks into a folder of their own, so that every machine computes the same way."""

import contextlib
import os
import tempfile
from pathlib import Path

from steps import commands, notebook_run
from steps.console import SetupError

# What these change must not get into committed outputs.
NOT_PASSED_ON = ("PATHPROX_FULL", "PATHPROX_RENDERER")

# Datasets that this machine has must not either: a cache that is never there.
NO_CACHE = os.path.join(tempfile.gettempdir(), "pathprox-no-datasets")


def environment():
    """Quick mode, figures for Plotly, bundled data."""
    child = commands.child_environment(PATHPROX_CACHE=NO_CACHE)
    for name in NOT_PASSED_ON:
        child.pop(name, None)
    return child


def check_arguments(names):
    """Returns the notebooks' paths; refuses what cannot work before anything starts."""
    files = [Path(os.path.abspath(name)) for name in names]
    for file in files:
        if not file.is_file():
            raise SetupError(f"there is no notebook {file}")
    for file in files:
        same = [other for other in files if other.name == file.name]
        if len(same) > 1:
            raise SetupError(f"two notebooks have the same name: {same[0]}, {same[1]}")
    return files


@contextlib.contextmanager
def executed(checkout, files):
    """Executes the notebooks; yields their copies, and removes these in the end."""
    with tempfile.TemporaryDirectory(prefix="pathprox-notebooks-") as folder:
        if notebook_run.run(checkout, files, folder, environment()) == 130:
            raise KeyboardInterrupt
        yield [Path(folder) / file.name for file in files]
