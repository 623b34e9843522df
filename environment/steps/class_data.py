"""Class data sharing: the classes of a kernel, read and checked once instead of at every start.

The JVM writes an archive of the classes that a session has loaded, and maps it into memory the
next time. It takes an archive only for the same JDK and the same jars in the same order, and
starts without it otherwise, so an archive is named after all of these.
"""

import contextlib

from . import console
from .commands import jupyter_environment, run_logged
from .console import SetupError
from .stamps import fingerprint


def archive(jdk, jars, lib):
    """Where the archive for this JDK and class path is, whether it was made or not."""
    parts = [f"{jar} {jar.stat().st_size} {jar.stat().st_mtime_ns}" for jar in jars]
    return lib / f"classes-{fingerprint([jdk.identity, *parts])[:16]}.jsa"


def options(file):
    """What makes a JVM use the archive, and say nothing should it not fit or not be there."""
    # JDK 25 calls an archive that is missing an error, and there is no tag that all JDKs share.
    return [f"-XX:SharedArchiveFile={file}", "-Xshare:auto", "-Xlog:disable"]


def ensure(checkout, file):
    """Makes the archive unless it is there. What fails here only costs time at later starts.

    The session that is recorded also unpacks the native code, before a first cell would wait for
    it. After a failure an empty archive stands for "tried", until something changes.
    """
    if file.exists():
        return
    log = checkout.log("classes", empty=True)
    command = [checkout.venv_python, checkout.environment / "record_classes.py", file]
    try:
        run_logged("preparing quick starts of the kernel", command, log, checkout.root,
                   jupyter_environment(checkout))
    except SetupError:
        console.say(f"that failed; the kernel works, and starts a second slower (log: {log})")
        file.write_bytes(b"")
    for other in file.parent.glob("*.jsa"):
        # On Windows a running kernel holds its archive.
        with contextlib.suppress(OSError):
            if other != file:
                other.unlink()
