"""The option --run: checks its arguments and hands them to environment/run_notebooks.py."""

import os
from pathlib import Path

from . import commands
from .console import SetupError


def check_arguments(notebooks, output):
    """Returns the notebooks' paths; refuses what cannot work before anything starts."""
    paths = [Path(os.path.abspath(name)) for name in notebooks]
    targets = {}
    for path in paths:
        if not path.is_file():
            raise SetupError(f"there is no notebook {path}")
        target = Path(os.path.abspath(output)) / path.name
        if os.path.realpath(target) == os.path.realpath(path):
            raise SetupError(
                f"--output {output} would overwrite {path}; --run never changes its input.\n"
                "  Name another folder."
            )
        if target in targets:
            raise SetupError(
                f"{targets[target]} and {path} would both be written to {target}.\n"
                "  Run them one after the other, to different folders."
            )
        targets[target] = path
    try:
        os.makedirs(output, exist_ok=True)
    except OSError as problem:
        raise SetupError(f"cannot make the folder {output}: {problem.strerror}") from None
    return paths


def run(checkout, notebooks, output, environment=None):
    """Executes the notebooks with the environment's Python; returns the exit code."""
    command = [checkout.venv_python, checkout.environment / "run_notebooks.py"]
    command += [os.path.abspath(output), *notebooks]
    environment = dict(environment or commands.child_environment(), JUPYTER_PREFER_ENV_PATH="1")
    code, stopped = commands.serve(command, checkout.root, environment)
    return 130 if stopped else code
