"""The commands `speed` and `scaling`: the library beside PyTorch; what is timed is told by Java."""

import json
import os
import platform
import subprocess
from pathlib import Path

from preparation import NAMES_OF_GROUPS
from programs import Programs, environment, pinned
from steps.commands import serve

MAIN = "pathprox.benchmark.speed.Speed"


def run(options, checkout):
    """Measures, shows and draws."""
    is_scaling = options.command == "scaling"
    with Programs(checkout) as programs:
        file = programs.target(options)
        only = [] if is_scaling else [
            "only", ",".join(name for name in options.only if not (options.quick and name == NAMES_OF_GROUPS[-1]))]
        arguments = [
            "threads", ",".join(map(str, options.threads)), *only, "python", checkout.venv_python,
            "twin", checkout.python / "torch_twin.py", "work", checkout.work, "file", file,
            "processor", processor(), "cores", os.cpu_count(),
            "system", f"{platform.system()} {platform.machine()}",
            *(["not passed on", pinned()] if pinned() else [])]
        code, stopped = serve(programs.java(MAIN, *arguments), checkout.root, environment())
    if is_scaling and code == 0:
        import pandas
        import pictures

        points = pandas.DataFrame(json.loads(file.read_text(encoding="utf-8"))["rows"])
        if options.csv:
            points.to_csv(options.csv, index=False, float_format="%.4g")
        pictures.draw(options.picture, lambda: pictures.scaling(points))
    return 130 if stopped else code


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
