"""What all checks need: JupyterLab as start.py serves it, and notebooks open in Chromium."""

import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from steps.checkout import Checkout
from steps.commands import SECONDS_TO_STOP, child_environment, exit_on_termination, tail
from steps.stamps import write_whole

from .open_notebook import OpenNotebook

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
    return Checkout(Path(__file__).resolve().parent.parent.parent)


@pytest.fixture(scope="session")
def server(checkout, pytestconfig, tmp_path_factory):
    """JupyterLab, once for all checks: its address and its token."""
    private, log = tmp_path_factory.mktemp("lab"), pytestconfig.getoption("folder") / "start.log"
    for name, content in PRIVATE_FILES.items():
        write_whole(private / name, content)
    folders = {name: private / folder for name, folder in PRIVATE_FOLDERS.items()}
    with open(log, "wb") as output:
        process = subprocess.Popen(
            [sys.executable, checkout.environment / "start.py", "--in-place", "--no-browser"],
            env={name: value for name, value in child_environment(**folders).items()
                 if "PATHPROX" not in name},
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield wait_for_address(process, log)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(SECONDS_TO_STOP + 5)
        except subprocess.TimeoutExpired:
            process.kill()


def wait_for_address(process, log):
    """The address and the token, once start.py tells them."""
    deadline = time.monotonic() + SECONDS_TO_SET_UP
    while process.poll() is None and time.monotonic() < deadline:
        announced = ADDRESS.search(log.read_text(encoding="utf-8", errors="replace"))
        if announced:
            return announced.groups()
        time.sleep(0.1)
    pytest.exit(f"no JupyterLab by start.py; log: {log}\n{tail(log)}", returncode=1)


@pytest.fixture
def opened(page, server, checkout, request, pytestconfig):
    """A function that opens a notebook of these cells, for one check; its kernel ends with it."""
    name, target = request.path.stem.replace("check_", ""), checkout.root / "target"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="browser-notebooks-", dir=target) as folder:
        file = Path(folder).relative_to(checkout.root) / f"{name}.ipynb"
        notebook = OpenNotebook(page, server, file, pytestconfig.getoption("folder"))
        yield lambda cells: notebook.open(checkout.root, cells)
        if request.node.stash.get(FAILED, False):
            notebook.picture("failed")
        notebook.end_kernel()


FAILED = pytest.StashKey()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Notes a failure, of which a picture is taken."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report
