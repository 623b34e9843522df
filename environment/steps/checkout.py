"""Where things are: the folders of a checkout and what start.py makes in them."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from .console import SetupError

WINDOWS = os.name == "nt"
LAST_OF_THE_BASIC_PLANE = 0xFFFF

# Where the requirements of each virtual environment are.
REQUIREMENTS = {
    "": "environment", "browser": "src/test/browser", "benchmark": "src/benchmark/python",
    "book": "docs/book",
}


@dataclass(frozen=True)
class Checkout:
    """A copy of the project; `root` is the folder of its pom.xml.

    `purpose` names the virtual environment that is meant: none is that of JupyterLab, "browser"
    is .venv-browser. With `here` it is the Python that runs this program.
    """

    root: Path
    purpose: str = ""
    here: bool = False

    @property
    def environment(self):
        return self.root / "environment"

    @property
    def requirements(self):
        return self.root / REQUIREMENTS[self.purpose] / "requirements.txt"

    @property
    def notebooks(self):
        return self.root / "notebooks"

    @property
    def first_notebook(self):
        return self.notebooks / "00-start-here.ipynb"

    @property
    def venv(self):
        """The virtual environment (made by start.py)."""
        name = f".venv-{self.purpose}".rstrip("-")
        return Path(sys.prefix) if self.here else self.environment / name

    @property
    def venv_python(self):
        program = "Scripts/python.exe" if WINDOWS else "bin/python"
        return Path(sys.executable) if self.here else self.venv / program

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

    def log(self, name, empty=False):
        file = self.work / f"{name}.log"
        if empty:
            file.write_bytes(b"")
        return file

    def check_location(self):
        """Refuses a folder name that no class path can hold; makes the work folder."""
        for character in str(self.root):
            if character == os.pathsep or ord(character) > LAST_OF_THE_BASIC_PLANE:
                why = "separates entries of" if character == os.pathsep else "Java cannot read in"
                raise SetupError(
                    f'the folder {self.root} has a "{character}" in its name, '
                    f"which {why} class paths.\n  Move the project to another folder."
                )
        try:
            self.work.mkdir(parents=True, exist_ok=True)
            with open(self.lock_file, "ab"):
                pass
        except OSError as problem:
            raise SetupError(
                f"cannot write to {self.work} ({problem.strerror}).\n"
                "  start.py keeps everything it makes in the folder environment/: "
                "copy the project to a folder that you can write to."
            ) from None
