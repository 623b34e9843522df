"""The option --here: JupyterLab and the kernel go into the Python that runs start.py."""

import sys
from dataclasses import dataclass
from pathlib import Path

from . import python_environment
from .checkout import Checkout
from .commands import child_environment


@dataclass(frozen=True)
class ThisPythonCheckout(Checkout):
    """A checkout whose virtual environment is that of the running Python."""

    @property
    def venv(self):
        return Path(sys.prefix)

    @property
    def venv_python(self):
        return Path(sys.executable)


def ensure(checkout):
    """Installs what is missing; pip leaves alone what is there."""
    log = checkout.log("pip")
    log.write_bytes(b"")
    environment = child_environment(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1")
    python_environment.install_requirements(checkout, log, environment)
