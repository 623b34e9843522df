"""Does here what mybinder.org would do: python3 environment/binder_check.py

Clones the last commit, makes a Python of its own with binder/requirements.txt in it, runs
binder/postBuild there, and executes the first notebook with that Python and with 1 GB of memory.
All of it happens in a temporary folder, which is also the home folder; if root runs it, as a new
user without rights, who is removed at the end. What it cannot try is the image itself: apt.txt is
not used. For Linux with git, a JDK 17 or newer and the network.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import memory_limit
from steps import console, python_environment
from steps.commands import as_typed, exit_on_termination
from steps.console import SetupError, Stopwatch

LIMIT = 1 << 30
NOTEBOOK = "notebooks/00-start-here.ipynb"
KEPT = ("PIP_", "HTTP", "http", "NO_PROXY", "no_proxy", "SSL_", "TERM")
SYSTEM_PYTHON = "/usr/bin/python3"


class Trial:
    """A clone, a home and a Python in a folder, and who works there."""

    def __init__(self, folder, account):
        self.home, self.python = folder / "home", folder / "python"
        self.clone, self.executed = self.home / "clone", self.home / "executed"
        self._account = account

    def environment(self):
        """As repo2docker sets it: the Python first on the PATH, and nothing of this user's."""
        path = [self.python / "bin", os.environ["PATH"]]
        if os.environ.get("JAVA_HOME"):
            path.insert(1, Path(os.environ["JAVA_HOME"]) / "bin")
        kept = {name: value for name, value in os.environ.items() if name.startswith(KEPT)}
        return {**kept, "HOME": str(self.home), "LANG": "C.UTF-8",
                "PATH": os.pathsep.join(map(str, path))}

    def command(self, *parts):
        """The command, as the account that works here."""
        return [*as_account(self._account), *map(str, parts)]

    def run(self, *parts):
        """Runs a command in the clone; it must succeed."""
        console.say(f"\n$ {as_typed(parts)}")
        stopwatch = Stopwatch()
        done = subprocess.run(
            self.command(*parts), cwd=self.clone, env=self.environment(),
            stdin=subprocess.DEVNULL,
        )
        if done.returncode != 0:
            raise SetupError(f"{as_typed(parts)} failed (exit code {done.returncode})")
        console.say(f"done in {stopwatch}")


def as_account(account):
    """What stands before a command, so that the account runs it."""
    if account is None:
        return []
    return ["setpriv", f"--reuid={account}", f"--regid={account}", "--init-groups"]


@contextlib.contextmanager
def unprivileged(folder):
    """Yields the name of a new user whose home is there, or None if this one is not root.

    A real user is needed: Java asks the system for the home folder, not the variable HOME.
    """
    if os.geteuid() != 0:
        yield None
        return
    name = f"pathprox-{os.getpid()}"
    command = ["useradd", "--no-create-home", "--user-group", "--home-dir", folder / "home", name]
    subprocess.run(list(map(str, command)), check=True)
    try:
        subprocess.run(["chown", "-R", f"{name}:", str(folder)], check=True)
        yield name
    finally:
        subprocess.run(["userdel", name], check=True)


def usable_python(account):
    """A Python that the account may run: this one or the system's."""
    for python in (python_environment.base_python(), SYSTEM_PYTHON):
        # By way of env, for what setpriv itself starts may be found with root's rights.
        probe = [*as_account(account), "env", python, "-c", "import ensurepip"]
        if subprocess.run(probe, stderr=subprocess.DEVNULL, cwd="/").returncode == 0:
            return python
    raise SetupError(f"a user without rights can run neither {sys.executable} nor {SYSTEM_PYTHON}")


def clone(root, folder):
    """Clones the checkout, also one of another user, which git refuses root unless told."""
    configuration = folder / "gitconfig"
    configuration.write_text("[safe]\n\tdirectory = *\n", encoding="ascii")
    subprocess.run(
        ["git", "clone", "--quiet", str(root), str(folder / "home" / "clone")], check=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": str(configuration)},
    )


def build(trial, account):
    """What repo2docker does when it makes the image, without the system's packages."""
    trial.run(usable_python(account), "-m", "venv", trial.python)
    trial.run("pip", "install", "--quiet", "--no-cache-dir", "-r", "binder/requirements.txt")
    trial.run("binder/postBuild")


def execute(trial):
    """Executes the notebook within the limit; returns how it was kept and the peak in bytes."""
    command = trial.command(
        "jupyter", "nbconvert", "--to", "notebook", "--execute", NOTEBOOK,
        "--output-dir", trial.executed,
    )
    with memory_limit.control_group(LIMIT) as group:
        how = "watching" if group is None else "a control group"
        console.say(f"\n$ {as_typed(command)}\n(1 GB, kept by {how})")
        code, peak = memory_limit.run(command, trial.environment(), trial.clone, LIMIT, group)
    if code != 0:
        raise SetupError(f"the notebook failed (exit code {code})")
    return how, peak


def check_outputs(notebook):
    """Refuses an executed notebook with messages on the error stream, or without a figure."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    noise = ["".join(each["text"]) for each in outputs if each.get("name") == "stderr"]
    if noise:
        raise SetupError(f"{notebook.name} wrote to the error stream: {noise[0]}")
    if not any("application/vnd.plotly.v1+json" in each.get("data", {}) for each in outputs):
        raise SetupError(f"{notebook.name} shows no figure")


def check_lab(trial):
    """Refuses a JupyterLab that does not know the kernel, or cannot draw figures."""
    for command, name in (("kernelspec", "pathprox"), ("labextension", "jupyterlab-plotly")):
        shown = subprocess.run(
            trial.command("jupyter", command, "list"), cwd=trial.clone, encoding="utf-8",
            env=trial.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ).stdout
        if name not in shown:
            raise SetupError(f"jupyter {command} list does not name {name}:\n{shown}")


def main():
    """Runs the program."""
    console.accept_all_characters()
    exit_on_termination()
    root, stopwatch = Path(__file__).resolve().parent.parent, Stopwatch()
    try:
        with tempfile.TemporaryDirectory(prefix="binder-") as name:
            folder = Path(name)
            folder.chmod(0o755)
            (folder / "home").mkdir()
            clone(root, folder)
            with unprivileged(folder) as account:
                trial = Trial(folder, account)
                build(trial, account)
                check_lab(trial)
                how, peak = execute(trial)
                check_outputs(trial.executed / Path(NOTEBOOK).name)
    except (SetupError, memory_limit.MemoryExceeded, subprocess.CalledProcessError) as problem:
        return console.fail(str(problem))
    console.say(f"\npassed in {stopwatch}; peak {peak >> 20} MB, 1 GB kept by {how}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
