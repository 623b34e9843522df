"""A kernel as pip install jjava makes it, to which %maven adds the library.

The library goes into the usual local repository of Maven, where the kernel looks first:
python3 -m unittest discover -s environment/tests -p "slow_test*"
"""

import os
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

from fixtures import ENVIRONMENT, FolderTest

from steps import java
from steps.checkout import WINDOWS
from steps.commands import child_environment

ROOT = ENVIRONMENT.parent
MAVEN = ["cmd", "/c", ".\\mvnw.cmd"] if WINDOWS else ["sh", "mvnw"]
BIN = "Scripts" if WINDOWS else "bin"


def pinned(package):
    """The line of requirements.txt for a package."""
    lines = (ENVIRONMENT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"{package}=="))


class JJavaKernelTest(FolderTest):
    def run_quietly(self, *command, **environment):
        done = subprocess.run(
            [*map(str, command)], cwd=ROOT, env=child_environment(**environment),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_plain_kernel_shows_the_library_as_that_of_the_tutorial_does(self):
        jdk = java.find_jdk()
        self.run_quietly(*MAVEN, "-B", "-ntp", "-q", "install", "-Dmaven.test.skip=true",
                         "-Dspotless.check.skip=true", JAVA_HOME=jdk.home)
        venv = self.folder / "venv"
        self.run_quietly(sys.executable, "-m", "venv", venv)
        python = venv / BIN / "python"
        self.run_quietly(python, "-m", "pip", "install", "-q", pinned("jjava"), "jupyter_client")
        version = ElementTree.parse(ROOT / "pom.xml").getroot().findtext("{*}version")
        self.run_quietly(python, ENVIRONMENT / "tests" / "any_jjava_kernel.py", version,
                         PATH=os.pathsep.join(map(str, (jdk.java.parent, venv / BIN))))


if __name__ == "__main__":
    unittest.main()
