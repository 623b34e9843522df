"""What benchmark.py tables needs: environment/.venv-tables with scikit-learn and pandas."""

from dataclasses import dataclass

from . import python_environment
from .checkout import Checkout


@dataclass(frozen=True)
class TablesCheckout(Checkout):
    """A checkout seen from the comparison on tables: its virtual environment is scikit-learn's."""

    @property
    def requirements(self):
        return self.environment / "tables-requirements.txt"

    @property
    def venv(self):
        return self.environment / ".venv-tables"


def ensure(checkout):
    """Makes the environment, unless it is current."""
    python_environment.ensure(checkout, "scikit-learn", install)


def install(checkout, log, environment):
    """Installs scikit-learn, pandas and what they need."""
    python_environment.install_requirements(
        checkout, log, environment, "scikit-learn and pandas (70 MB) from PyPI"
    )
