"""What all checks need: JupyterLab as start.py serves it, and notebooks open in Chromium."""

from pathlib import Path

import pytest

from steps.checkout import Checkout
from steps.commands import exit_on_termination

from .open_notebook import OpenNotebook
from .server import Server

WINDOW = {"width": 1280, "height": 1000}
# Chromium refuses its sandbox to root, and containers have no GPU. It stays off the network.
CHROMIUM_OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]


def pytest_addoption(parser):
    """What browser.py hands on."""
    parser.addoption("--chromium", help="the program")
    parser.addoption("--folder", type=Path, help="where screenshots and the log go")


def pytest_configure():
    """Lets the server end when the checks are stopped."""
    exit_on_termination()


@pytest.fixture(scope="session")
def browser_type_launch_args(pytestconfig):
    """How Playwright starts the machine's own browser."""
    return {"executable_path": pytestconfig.getoption("chromium"), "args": CHROMIUM_OPTIONS}


@pytest.fixture(scope="session")
def browser_context_args():
    """The size of the window."""
    return {"viewport": WINDOW}


@pytest.fixture(scope="session")
def server(pytestconfig):
    """JupyterLab, once for all checks."""
    checkout = Checkout(Path(__file__).resolve().parent.parent.parent)
    with Server(checkout, pytestconfig.getoption("folder") / "start.log") as server:
        yield server


@pytest.fixture
def opened(page, server, request, pytestconfig):
    """A function that opens a notebook of these cells, for one check."""
    name = request.path.stem.replace("check_", "")
    folder = pytestconfig.getoption("folder")
    for earlier in folder.glob(f"{name}-[0-9][0-9]-*.png"):
        earlier.unlink()
    return lambda cells: OpenNotebook(page, server, cells, folder, name)
