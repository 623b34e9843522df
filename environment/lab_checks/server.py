"""JupyterLab as start.py serves it, with a folder for notebooks and settings of its own."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

from steps import lab
from steps.commands import SECONDS_TO_STOP, child_environment, tail
from steps.stamps import write_whole

SECONDS_TO_SET_UP = 900
ADDRESS = re.compile(r"^open +(http://[^/]+)/\S*[?&]token=(\w+)", re.MULTILINE)

# Nobody's own settings, workspaces and variables decide what is tested. All cells are kept in the
# page, so that what is not scrolled to can be counted.
TRACKER = "@jupyterlab/notebook-extension/tracker.jupyterlab-settings"
SETTINGS = '{"windowingMode": "none"}'
PRIVATE_FOLDERS = {
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "JUPYTER_CONFIG_DIR": "config",
}


class Server:
    """A running JupyterLab; a `with` block starts and ends it."""

    def __init__(self, checkout, log):
        self.checkout = checkout
        self._log = log

    def __enter__(self):
        self._private = Path(tempfile.mkdtemp(prefix="pathprox-lab-"))
        target = self.checkout.root / "target"
        target.mkdir(exist_ok=True)
        self.notebooks = Path(tempfile.mkdtemp(prefix="browser-notebooks-", dir=target))
        self._process = None
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exception):
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(SECONDS_TO_STOP + 5)
            except subprocess.TimeoutExpired:
                self._process.kill()
        for folder in (self._private, self.notebooks):
            shutil.rmtree(folder, ignore_errors=True)

    def _start(self):
        write_whole(self._private / "settings" / TRACKER, SETTINGS)
        folders = {name: self._private / folder for name, folder in PRIVATE_FOLDERS.items()}
        environment = {name: value for name, value in child_environment(**folders).items()
                       if "PATHPROX" not in name}
        start = str(self.checkout.environment / "start.py")
        with open(self._log, "wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, start, "--in-place", "--no-browser", "--port", str(free_port())],
                env=environment, stdin=subprocess.DEVNULL, stdout=output,
                stderr=subprocess.STDOUT, start_new_session=True,
            )
        self.base, self.token = self._wait_for_address()

    def _wait_for_address(self):
        deadline = time.monotonic() + SECONDS_TO_SET_UP
        while self._process.poll() is None and time.monotonic() < deadline:
            announced = ADDRESS.search(self._log.read_text(encoding="utf-8", errors="replace"))
            if announced:
                return announced.groups()
            time.sleep(0.1)
        raise AssertionError(f"no JupyterLab by start.py; log: {self._log}\n{tail(self._log)}")

    def address(self, notebook):
        """Where Lab shows a notebook, in a fresh workspace."""
        path = urllib.parse.quote(self._relative(notebook))
        return f"{self.base}/lab/tree/{path}?token={self.token}&reset"

    def kernel_state(self, page, notebook):
        """What the kernel of a notebook does: idle, busy, starting; None without a kernel."""
        session = self._session(page, notebook)
        return session["kernel"]["execution_state"] if session else None

    def end_kernel(self, page, notebook):
        """Ends the kernel of a notebook, which frees its memory for the next one."""
        session = self._session(page, notebook)
        if session:
            page.request.delete(self._service(f"/{session['id']}"), headers=self._headers())

    def _session(self, page, notebook):
        sessions = page.request.get(self._service(), headers=self._headers()).json()
        path = self._relative(notebook)
        return next((each for each in sessions if each["path"] == path), None)

    def _service(self, which=""):
        return f"{self.base}/api/sessions{which}"

    def _headers(self):
        return {"Authorization": f"token {self.token}"}

    def _relative(self, notebook):
        return notebook.relative_to(self.checkout.root).as_posix()


def free_port():
    """A port that nobody uses now, chosen by the system."""
    with socket.socket() as probe:
        probe.bind((lab.HOST, 0))
        return probe.getsockname()[1]
