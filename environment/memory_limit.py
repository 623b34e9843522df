"""Runs a command with a bound on memory: by a control group, or by watching where none can be made.

A control group counts as a container's does, files in memory included, and ends what exceeds it.
Watching sums the proportional set sizes of the command and all that it started, twice a second.
"""

import contextlib
import os
import subprocess
import time
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup")
SECONDS_BETWEEN_LOOKS = 0.5
JOIN = 'echo $$ > "$0" && exec "$@"'


class MemoryExceeded(Exception):
    """The watched command had more memory than allowed."""


@contextlib.contextmanager
def control_group(limit, membership=Path("/proc/self/cgroup"), root=GROUPS):
    """Yields the file that a process writes its number to, or None; removed at the end."""
    for folder, file in candidates(membership, root):
        group = folder / f"pathprox-{os.getpid()}"
        try:
            group.mkdir()
        except OSError:
            continue
        try:
            # In a folder that is no control group, or lacks the controller, this file is missing.
            with contextlib.suppress(OSError):
                with open(group / file, "r+", encoding="ascii") as bound:
                    bound.write(str(limit))
                yield group / "cgroup.procs"
                return
        finally:
            group.rmdir()
    yield None


def candidates(membership, root):
    """Where groups of this process's own group could be, as (folder, name of the bound)."""
    try:
        lines = membership.read_text(encoding="ascii").splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if "memory" in controllers.split(","):
            yield root / "memory" / path.lstrip("/"), "memory.limit_in_bytes"
        elif not controllers:
            yield root / path.lstrip("/"), "memory.max"


def run(command, environment, cwd, limit, group):
    """Runs the command; returns its exit code and the peak of its summed set sizes, in bytes."""
    command = [str(part) for part in command]
    if group is not None:
        command = ["sh", "-c", JOIN, str(group), *command]
    process = subprocess.Popen(command, env=environment, cwd=cwd, stdin=subprocess.DEVNULL)
    peak = 0
    try:
        while process.poll() is None:
            peak = max(peak, sum(map(set_size, tree(process.pid))))
            if group is None and peak > limit:
                raise MemoryExceeded(f"{peak >> 20} MB, allowed were {limit >> 20} MB")
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return process.returncode, peak
    finally:
        for number in tree(process.pid) if process.poll() is None else []:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, 9)
        process.wait()


def tree(pid):
    """The process and all that it started."""
    with contextlib.suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        return [pid, *(each for child in children for each in tree(int(child)))]
    return [pid]


def set_size(pid):
    """The proportional set size of a process in bytes; 0 if it has ended."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
