"""Describes the machine that was measured."""

import os
import platform
import subprocess
from pathlib import Path

from lines import OURS, TWIN
from programs import pinned


def describe(workers):
    """Processor, cores, system, and the versions that the workers tell."""
    ours, twin = (next(worker for (name, _), worker in workers.items() if name == wanted)
                  for wanted in (OURS, TWIN))
    told, twin_told = ours.ask("machine"), twin.ask("machine")
    unpassed = {"not passed on": ", ".join(pinned())} if pinned() else {}
    return {
        "processor": processor(), "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}", "Java": told["Java"],
        "BLAS": f"{told['BLAS']}, kernels for {chosen_kernels(ours.log)}",
        "PyTorch": f"{twin_told['PyTorch']}, kernels for {twin_told['kernels']}", **unpassed}


def chosen_kernels(log):
    """What OpenBLAS wrote when it was loaded."""
    lines = Path(log).read_text(encoding="utf-8", errors="replace").splitlines()
    cores = (line.split(":", 1)[1].strip() for line in lines if line.startswith("Core:"))
    return next(cores, "an unknown processor")


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


def line(description):
    return "; ".join(f"{name}: {value}" for name, value in description.items())
