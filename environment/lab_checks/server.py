"""JupyterLab as start.py serves it, with a folder for notebooks and settings of its own."""

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

from steps import lab
from steps.commands import SECONDS_TO_STOP, child_environment, tail
from steps.console import SetupError
from steps.stamps import write_whole

SECONDS_TO_SET_UP = 900
SECONDS_TO_ANSWER = 30
ADDRESS = re.compile(r"^open +(http://[^/]+)/\S*[?&]token=(\w+)", re.MULTILINE)

# Nobody's own settings, workspaces and variables decide what is tested. All cells are kept in the
# page, so that what is not scrolled to can be counted.
SETTINGS = {"@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"}}
PRIVATE_FOLDERS = {
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "JUPYTER_CONFIG_DIR": "config",
}


class Server:
    """A running JupyterLab; a `with` block starts and ends it."""

    def __init__(self, checkout, log):
        self.checkout = checkout
        self.log = log
        # Asks this machine, never a proxy that the environment may name.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def __enter__(self):
        self._private = Path(tempfile.mkdtemp(prefix="pathprox-lab-"))
        target = self.checkout.root / "target"
        target.mkdir(exist_ok=True)
        self.notebooks = Path(tempfile.mkdtemp(prefix="browser-notebooks-", dir=target))
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exception):
        self._stop()
        for folder in (self._private, self.notebooks):
            shutil.rmtree(folder, ignore_errors=True)

    def _start(self):
        for name, settings in SETTINGS.items():
            file = self._private / "settings" / f"{name}.jupyterlab-settings"
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, json.dumps(settings))
        command = [
            sys.executable, self.checkout.environment / "start.py",
            "--no-browser", "--port", str(free_port()),
        ]
        with open(self.log, "wb") as output:
            self._process = subprocess.Popen(
                list(map(str, command)), env=self._environment(), stdin=subprocess.DEVNULL,
                stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
            )
        self.base, self.token = self._wait_for_address()

    def _environment(self):
        folders = {name: self._private / folder for name, folder in PRIVATE_FOLDERS.items()}
        environment = child_environment(**folders)
        return {name: value for name, value in environment.items() if "PATHPROX" not in name}

    def _wait_for_address(self):
        deadline = time.monotonic() + SECONDS_TO_SET_UP
        while self._process.poll() is None and time.monotonic() < deadline:
            announced = ADDRESS.search(self.log.read_text(encoding="utf-8", errors="replace"))
            if announced:
                return announced.groups()
            time.sleep(0.1)
        raise SetupError(f"start.py did not serve JupyterLab; log: {self.log}\n{tail(self.log)}")

    def _stop(self):
        process = getattr(self, "_process", None)
        if process is None or process.poll() is not None:
            return
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(SECONDS_TO_STOP + 5)
        except subprocess.TimeoutExpired:
            process.kill()

    def address(self, notebook):
        """Where Lab shows a notebook, in a fresh workspace."""
        path = urllib.parse.quote(self.relative(notebook))
        return f"{self.base}/lab/tree/{path}?token={self.token}&reset"

    def relative(self, notebook):
        """The notebook's path as the server names it."""
        return notebook.relative_to(self.checkout.root).as_posix()

    def kernel_state(self, notebook):
        """What the kernel of a notebook does: idle, busy, starting; None without a kernel."""
        session = self._session(notebook)
        return session["kernel"]["execution_state"] if session else None

    def end_kernel(self, notebook):
        """Ends the kernel of a notebook, which frees its memory for the next one."""
        session = self._session(notebook)
        if session:
            self._ask(f"sessions/{session['id']}", "DELETE")

    def _session(self, notebook):
        path = self.relative(notebook)
        return next((each for each in self._ask("sessions") if each["path"] == path), None)

    def _ask(self, what, method="GET"):
        request = urllib.request.Request(
            f"{self.base}/api/{what}", method=method,
            headers={"Authorization": f"token {self.token}"},
        )
        with self._opener.open(request, timeout=SECONDS_TO_ANSWER) as answer:
            return json.loads(answer.read() or b"null")


def free_port():
    """A port that nobody uses now, chosen by the system."""
    with socket.socket() as probe:
        probe.bind((lab.HOST, 0))
        return probe.getsockname()[1]
