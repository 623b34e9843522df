"""Describes the machine that was measured."""

import os
import platform
import subprocess
from pathlib import Path

from .lines import OURS, TWIN


def describe(workers):
    """Processor, cores, system, and the versions that the workers tell."""
    ours, twin = workers[OURS].ask("machine"), workers[TWIN].ask("machine")
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "Java": ours["Java"],
        "BLAS": ours["BLAS"],
        "PyTorch": twin["PyTorch"],
    }


def load():
    """What says whether other programs disturbed the measurement: about 1 for each thread if not."""
    return {"load average": round(os.getloadavg()[0], 1)} if hasattr(os, "getloadavg") else {}


def processor(cpuinfo=Path("/proc/cpuinfo")):
    """The name of the processor, or its architecture where nothing tells the name."""
    if cpuinfo.is_file():
        for line in cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    if platform.system() == "Darwin":
        command = ["sysctl", "-n", "machdep.cpu.brand_string"]
        done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8")
        if done.returncode == 0:
            return done.stdout.strip()
    return platform.processor() or platform.machine()
