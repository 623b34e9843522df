"""A kernel "pathprox" that is talked to without a notebook; needs the virtual environment."""

import time
from queue import Empty

from steps import kernelspec

SECONDS_TO_ANSWER = 1800
SECONDS_TO_EXIT = 180


class CellError(Exception):
    """A cell ended with an error, or the kernel did."""


class Session:
    """A running kernel; it is killed at the end of the `with` block, whatever happens in it."""

    def __init__(self, log, change=lambda argv: argv):
        """`log` is an open file for what the kernel prints; `change` may alter its command."""
        from jupyter_client import KernelManager

        self._log = log
        self._manager = KernelManager(kernel_name=kernelspec.NAME)
        self._manager.kernel_spec.argv = change(self._manager.kernel_spec.argv)

    def __enter__(self):
        self._manager.start_kernel(stdout=self._log, stderr=self._log)
        self._client = self._manager.blocking_client()
        self._client.start_channels()
        return self

    def __exit__(self, *exception):
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)

    @property
    def pid(self):
        return self._manager.provisioner.pid

    def run(self, cell):
        """Executes a cell; its first result has arrived when this returns."""
        request, reply = self._client.execute(cell), None
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        while reply is None or reply["parent_header"].get("msg_id") != request:
            try:
                reply = self._client.get_shell_msg(timeout=1)
            except Empty:
                if not self._manager.is_alive() or time.monotonic() > deadline:
                    raise CellError(f"{cell}\n  the kernel has ended or does not answer") from None
        if reply["content"]["status"] != "ok":
            raise CellError(f"{cell}\n  {reply['content'].get('evalue')}")

    def exit(self):
        """Lets the JVM end by itself, so that it does what it does at its end, and waits for it."""
        self._client.execute("System.exit(0);")
        deadline = time.monotonic() + SECONDS_TO_EXIT
        while self._manager.is_alive():
            if time.monotonic() > deadline:
                raise CellError(f"the kernel did not end in {SECONDS_TO_EXIT} s")
            time.sleep(0.1)
