"""What all checks need: JupyterLab as start.py serves it, and notebooks open in Chromium."""

import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from open_notebook import OpenNotebook, wait_for
from steps.checkout import Checkout
from steps.commands import SECONDS_TO_STOP, child_environment, exit_on_termination, tail
from steps.stamps import write_whole

SECONDS_TO_SET_UP = 900
ADDRESS = re.compile(r"^open +(http://[^/]+)/\S*[?&]token=(\w+)", re.MULTILINE)

# Chromium refuses its sandbox to root, and containers have no GPU. It stays off the network.
CHROMIUM_OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]

# Nobody's own settings and workspaces decide what is tested. All cells are kept in the page, so
# that what is not scrolled to can be counted. The configuration is one that must not matter.
PRIVATE_FOLDERS = {
    "JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "JUPYTER_CONFIG_DIR": "config",
}
PRIVATE_FILES = {
    "settings/@jupyterlab/notebook-extension/tracker.jupyterlab-settings":
        '{"windowingMode": "none"}',
    "config/jupyter_server_config.json":
        '{"ServerApp": {"base_url": "/elsewhere", "certfile": "/nowhere.pem"}}',
}


def pytest_addoption(parser):
    """What browser.py hands on."""
    parser.addoption("--chromium", help="the program")
    parser.addoption("--folder", type=Path, help="where screenshots and the log go")
    parser.addoption("--app", help="lab or notebook: the page in which notebooks are opened")


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
    return {"viewport": {"width": 1280, "height": 1000}}


@pytest.fixture(scope="session")
def checkout():
    """The checkout whose JupyterLab is looked at."""
    return Checkout(Path(__file__).resolve().parents[3])


@pytest.fixture(scope="session")
def server(checkout, pytestconfig, tmp_path_factory):
    """JupyterLab, once for all checks: its address and its token."""
    private, log = tmp_path_factory.mktemp("lab"), pytestconfig.getoption("folder") / "start.log"
    for name, content in PRIVATE_FILES.items():
        write_whole(private / name, content)
    folders = {name: private / folder for name, folder in PRIVATE_FOLDERS.items()}
    environment = {name: value for name, value in child_environment(**folders).items()
                   if "PATHPROX" not in name}
    with open(log, "wb") as output:
        process = subprocess.Popen(
            [sys.executable, checkout.environment / "start.py", "--in-place", "--no-browser"],
            env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def announced():
        assert process.poll() is None, f"no JupyterLab by start.py; log: {log}\n{tail(log)}"
        return ADDRESS.search(log.read_text(encoding="utf-8", errors="replace"))

    try:
        yield wait_for(f"JupyterLab by start.py; log: {log}", announced, SECONDS_TO_SET_UP).groups()
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(SECONDS_TO_STOP + 5)
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.fixture
def opened(page, server, checkout, request, pytestconfig):
    """A function that opens a notebook of these cells, for one check."""
    target = checkout.root / "target"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="browser-notebooks-", dir=target) as folder:
        name = request.function.__name__.replace("check_", "")
        file = Path(folder).relative_to(checkout.root) / f"{name}.ipynb"
        app = pytestconfig.getoption("app")
        notebook = OpenNotebook(page, server, app, file, pytestconfig.getoption("folder"))
        yield lambda cells: notebook.open(checkout.root, cells)
