"""A kernel "pathprox" that is talked to without a notebook; needs the virtual environment."""

import time
from queue import Empty

from steps import kernelspec
from steps.console import SetupError

SECONDS_TO_ANSWER = 1800


class Session:
    """A running kernel; it is killed at the end of the `with` block, whatever happens in it."""

    def __init__(self, log):
        """`log` is an open file for what the kernel prints."""
        from jupyter_client import KernelManager

        self._manager = KernelManager(kernel_name=kernelspec.NAME)
        self._log = log

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
                    raise SetupError(f"{cell}\n  the kernel has ended or does not answer") from None
        if reply["content"]["status"] != "ok":
            raise SetupError(f"{cell}\n  {reply['content'].get('evalue')}")
