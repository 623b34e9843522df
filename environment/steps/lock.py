"""Keeps two starts from setting up the same checkout at the same time."""

import contextlib
import time

from . import console

try:
    import fcntl
except ImportError:
    fcntl = None
    import msvcrt


@contextlib.contextmanager
def exclusive_lock(file):
    """Waits for the lock; the system releases it when the file is closed or the process ends."""
    with open(file, "a+b") as handle:
        if not _try_lock(handle):
            console.say("another start.py is setting up this folder; waiting for it ...")
            while not _try_lock(handle):
                time.sleep(0.5)
        yield


def _try_lock(handle):
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
    except (BlockingIOError, PermissionError):
        return False
    return True
