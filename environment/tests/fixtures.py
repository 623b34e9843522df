"""What several tests need: a small checkout, fake `java` programs, captured output."""

import contextlib
import io
import os
import sys
import tempfile
import unittest
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ENVIRONMENT))

from steps.checkout import WINDOWS, Checkout  # noqa: E402 (needs the path above)

POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <artifactId>pathprox</artifactId>
  <version>1.2.3</version>
</project>
"""


class FolderTest(unittest.TestCase):
    """A test with a checkout of its own, in a folder with a space and an umlaut in its name."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="päth prox ")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(os.path.realpath(temporary.name))
        self.checkout = Checkout(self.folder / "check out")
        self.write("pom.xml", POM)
        self.write("src/main/java/pathprox/A.java", "class A {}\n")
        self.write("environment/requirements.txt", "jjava==1.0a8\n")
        template = (ENVIRONMENT / "kernel.json").read_text(encoding="utf-8")
        self.write("environment/kernel.json", template)
        self.checkout.check_location()

    def write(self, name, text):
        """Writes a file of the checkout and returns it."""
        file = self.checkout.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file


def fake_java(home, version_text, modules="java.base@17\njdk.compiler@17\njdk.jshell@17\n", code=0):
    """Makes a folder that looks like a JDK; its `java` prints the given texts."""
    answers = home / "answers.py"
    program = home / "bin" / ("java.exe" if WINDOWS else "java")
    program.parent.mkdir(parents=True)
    answers.write_text(
        "import sys\n"
        f"sys.stderr.write({version_text!r} if '-version' in sys.argv else '')\n"
        f"sys.stdout.write({modules!r} if '--list-modules' in sys.argv else '')\n"
        f"sys.exit({code})\n",
        encoding="utf-8",
    )
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{answers}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    javac = program.with_name("javac.exe" if WINDOWS else "javac")
    javac.write_text("", encoding="utf-8")
    return program


@contextlib.contextmanager
def silence():
    """Catches what is printed; yields the stream that collects it."""
    with io.StringIO() as output:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            yield output
