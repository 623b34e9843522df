"""Executes notebooks by environment/run_notebooks.py, for the option --run and for outputs."""

import os
from pathlib import Path

from . import commands
from .console import SetupError


def check_arguments(notebooks, output=None):
    """Returns the notebooks' paths; refuses what cannot work before anything starts."""
    paths = {}
    for path in [Path(os.path.abspath(name)) for name in notebooks]:
        if not path.is_file():
            raise SetupError(f"there is no notebook {path}")
        if path.name in paths:
            raise SetupError(
                f"two notebooks have the same name: {paths[path.name]} and {path}.\n"
                "  Their copies would overwrite each other: run them one after the other."
            )
        if output and os.path.realpath(Path(output, path.name)) == os.path.realpath(path):
            raise SetupError(
                f"--output {output} would overwrite {path}; --run never changes its input.\n"
                "  Name another folder."
            )
        paths[path.name] = path
    if output:
        try:
            os.makedirs(output, exist_ok=True)
        except OSError as problem:
            raise SetupError(f"cannot make the folder {output}: {problem.strerror}") from None
    return list(paths.values())


def run(checkout, notebooks, output, **variables):
    """Executes the notebooks with the environment's Python; returns the exit code.

    `variables` are set for the kernels, or taken away by None.
    """
    environment = {**commands.jupyter_environment(checkout), **variables}
    command = [checkout.venv_python, checkout.environment / "run_notebooks.py"]
    code, stopped = commands.serve(
        [*command, os.path.abspath(output), *notebooks], checkout.root,
        {name: value for name, value in environment.items() if value is not None},
    )
    return 130 if stopped else code
