"""The virtual environment environment/.venv-torch with PyTorch, which only the benchmark uses."""

from dataclasses import dataclass

from . import console, python_environment
from .checkout import Checkout
from .commands import run_logged
from .console import SetupError

CPU_INDEX = "https://download.pytorch.org/whl/cpu"
SECONDS_TO_ANSWER = 10


@dataclass(frozen=True)
class TorchCheckout(Checkout):
    """A checkout seen from the benchmark: its virtual environment is that of PyTorch."""

    @property
    def requirements(self):
        return self.environment / "torch-requirements.txt"

    @property
    def venv(self):
        return self.environment / ".venv-torch"


def ensure(checkout):
    """Makes the environment, unless it is current."""
    python_environment.ensure(checkout, "PyTorch", install)


def install(checkout, log, environment):
    """Installs PyTorch without its GPU companions where their index answers, else with them."""
    python = checkout.venv_python
    requirement = ["--no-deps", *torch_lines(checkout.requirements.read_text(encoding="utf-8"))]
    patience = ["--retries", "0", "--timeout", str(SECONDS_TO_ANSWER)]
    try:
        run_logged(
            f"installing PyTorch for the processor (200 MB) from {CPU_INDEX}",
            [python, "-m", "pip", "install", *patience, "--index-url", CPU_INDEX, *requirement],
            log, checkout.root, environment,
        )
    except SetupError:
        console.say(
            "that index cannot be used from here; PyPI has PyTorch too. On Linux it comes with\n"
            "libraries for GPUs that it does not start without: 3 GB to download, 5 GB on disk."
        )
    python_environment.install_requirements(
        checkout, log, environment, "PyTorch and what it needs from PyPI"
    )


def torch_lines(requirements):
    """The lines that name PyTorch itself; pip chooses among them by its Python's version."""
    return [line for line in requirements.splitlines() if line.startswith("torch==")]
