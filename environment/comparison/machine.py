"""Describes the machine that was measured."""

import os
import platform
import subprocess
from pathlib import Path

from .lines import OURS, TWIN
from .workers import pinned


def describe(workers):
    """Processor, cores, system, and the versions that the workers tell."""
    ours, twin = workers.any(OURS), workers.any(TWIN)
    told, twin_told = ours.ask("machine"), twin.ask("machine")
    description = {
        "processor": processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "Java": told["Java"],
        "BLAS": f"{told['BLAS']}, kernels for {chosen_kernels(ours.log)}",
        "PyTorch": f"{twin_told['PyTorch']}, kernels for {twin_told['kernels']}",
    }
    if pinned():
        description["not passed on"] = ", ".join(pinned())
    return description


def chosen_kernels(log):
    """What OpenBLAS wrote when it was loaded."""
    lines = Path(log).read_text(encoding="utf-8", errors="replace").splitlines()
    cores = [line.split(":", 1)[1].strip() for line in lines if line.startswith("Core:")]
    return cores[0] if cores else "an unknown processor"


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
