"""Does here what mybinder.org would do: python3 environment/binder_check.py

For Linux with git, a JDK and a network; environment/README.md says what it cannot try.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from outputs import notebook_file, problems
from steps import console
from steps.commands import as_typed, guarded
from steps.console import SetupError, Stopwatch

LIMIT_IN_KB = 1 << 20
NOTEBOOK = "notebooks/00-start-here.ipynb"
KEPT = ("PIP_", "HTTP", "http", "NO_PROXY", "no_proxy", "SSL_", "TERM", "JAVA_HOME")


def run(clone, *parts, **variables):
    """Runs a command as repo2docker would; returns the memory of its largest process, in KB."""
    home = clone.parent
    kept = {name: value for name, value in os.environ.items() if name.startswith(KEPT)}
    path = [str(home / "python" / "bin"), os.environ["PATH"]]
    if kept.get("JAVA_HOME"):
        path.insert(1, os.path.join(kept["JAVA_HOME"], "bin"))
    environment = {**kept, "HOME": str(home), "LANG": "C.UTF-8", "PATH": os.pathsep.join(path)}
    console.say(f"\n$ {as_typed(parts)}")
    stopwatch = Stopwatch()
    # By way of env, which finds the program with the PATH that it is given.
    process = subprocess.Popen(
        ["env", *map(str, parts)], cwd=clone, env={**environment, **variables},
        stdin=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SetupError(f"{as_typed(parts)} failed (status {status})")
    console.say(f"done in {stopwatch}")
    return usage.ru_maxrss


def check(root, home):
    """Builds and executes; returns the peak in KB."""
    clone = home / "clone"
    run(root, "git", "-c", "safe.directory=*", "clone", "--quiet", root, clone)
    python = getattr(sys, "_base_executable", None) or sys.executable
    run(clone, python, "-m", "venv", home / "python")
    run(clone, "pip", "install", "--quiet", "--no-cache-dir", "-r", "binder/requirements.txt")
    run(clone, "binder/postBuild")
    for command, name in (("kernelspec", "pathprox"), ("labextension", "jupyterlab-plotly")):
        run(clone, "sh", "-c", f"jupyter {command} list 2>&1 | grep {name}")
    peak = run(
        clone, "jupyter", "nbconvert", "--to", "notebook", "--execute", NOTEBOOK,
        "--output-dir", home, JDK_JAVA_OPTIONS="-XX:MaxRAM=1g",
    )
    check_outputs(home / Path(NOTEBOOK).name)
    if peak > LIMIT_IN_KB:
        raise SetupError(f"a process took {peak >> 10} MB; 1 GB is what Binder promises")
    return peak


def check_outputs(file):
    """Refuses an executed notebook with errors, noise on the error stream, or no figure."""
    notebook = notebook_file.read(file)
    found = problems.of_execution(notebook)
    if not notebook_file.figures(notebook):
        found.append("it shows no figure")
    if found:
        raise SetupError("\n".join(f"{file.name}: {line}" for line in found))


def main():
    """Runs the program."""
    root, stopwatch = Path(__file__).resolve().parent.parent, Stopwatch()

    def checked():
        with tempfile.TemporaryDirectory(prefix="binder-") as home:
            peak = check(root, Path(home))
        console.say(f"\npassed in {stopwatch}; the largest process took {peak >> 10} MB")
        return 0

    return guarded(checked)


if __name__ == "__main__":
    sys.exit(main())
