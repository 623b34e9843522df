"""What browser.py needs: environment/.venv-browser with Playwright."""

from dataclasses import dataclass

from . import python_environment
from .checkout import Checkout


@dataclass(frozen=True)
class BrowserCheckout(Checkout):
    """A checkout seen from browser.py: its virtual environment is that of Playwright."""

    @property
    def requirements(self):
        return self.environment / "browser-requirements.txt"

    @property
    def venv(self):
        return self.environment / ".venv-browser"


def ensure(checkout):
    """Makes the environment, unless it is current."""
    python_environment.ensure(checkout, "Playwright", install)


def install(checkout, log, environment):
    """Installs Playwright without the browsers it could download: the system's is used."""
    python_environment.install_requirements(
        checkout, log, environment, "Playwright (50 MB) from PyPI"
    )
