"""Where things are: the folders of a checkout and what start.py makes in them."""

import os
from dataclasses import dataclass
from pathlib import Path

from .console import SetupError

WINDOWS = os.name == "nt"


@dataclass(frozen=True)
class Checkout:
    """A copy of the project; `root` is the folder of its pom.xml."""

    root: Path

    @property
    def environment(self):
        return self.root / "environment"

    @property
    def requirements(self):
        return self.environment / "requirements.txt"

    @property
    def first_notebook(self):
        return self.root / "notebooks" / "00-start-here.ipynb"

    @property
    def venv(self):
        """The virtual environment (made by start.py)."""
        return self.environment / ".venv"

    @property
    def venv_python(self):
        return self.venv / ("Scripts/python.exe" if WINDOWS else "bin/python")

    @property
    def work(self):
        """Class path, logs and lock (made by start.py)."""
        return self.environment / ".kernel"

    @property
    def lib(self):
        """One folder of jars for each state of the sources."""
        return self.work / "lib"

    @property
    def lock_file(self):
        return self.work / "lock"

    def log(self, name):
        return self.work / f"{name}.log"

    def check_location(self):
        """Refuses a folder name that no class path can hold; makes the work folder."""
        if os.pathsep in str(self.root):
            raise SetupError(
                f'the folder {self.root} has a "{os.pathsep}" in its name, '
                "which separates entries of class paths.\n  Move the project to another folder."
            )
        try:
            self.work.mkdir(parents=True, exist_ok=True)
            probe = self.work / f"probe-{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as problem:
            raise SetupError(
                f"cannot write to {self.work} ({problem.strerror}).\n"
                "  start.py keeps everything it makes in the folder environment/: "
                "copy the project to a folder that you can write to."
            ) from None
