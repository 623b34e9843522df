"""A Maven project that depends on the library: what it resolves, and whether it runs.

The library goes into a local repository of its own, in front of the usual one, which keeps none
of it: python3 src/test/consumer/test_consumer.py
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

CONSUMER = Path(__file__).resolve().parent
ROOT = CONSUMER.parents[2]
sys.path.insert(0, str(ROOT / "environment"))

from steps import java  # noqa: E402 (needs the path above)
from steps.checkout import WINDOWS  # noqa: E402
from steps.commands import child_environment  # noqa: E402

MAVEN = ["cmd", "/c", ".\\mvnw.cmd"] if WINDOWS else ["sh", "mvnw"]
NATIVE_CODE = "org/bytedeco"


class ConsumerTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="consumer ")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.jdk = java.find_jdk()

    def maven(self, *arguments):
        repositories = [
            f"-Dmaven.repo.local={self.folder / 'repository'}",
            f"-Dmaven.repo.local.tail={Path.home() / '.m2' / 'repository'}",
        ]
        done = subprocess.run(
            [*MAVEN, "-B", "-ntp", "-q", *repositories, *arguments], cwd=ROOT,
            env=child_environment(JAVA_HOME=self.jdk.home), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8",
        )
        self.assertEqual(done.returncode, 0, done.stdout)

    def class_path(self):
        """What a consumer's Maven puts on its class path, the library first installed for it."""
        shutil.copytree(CONSUMER, self.folder / "consumer")
        self.maven("install", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true")
        list_file = self.folder / "class path"
        self.maven(
            "-f", str(self.folder / "consumer"), "compile", "dependency:build-classpath",
            f"-Dmdep.outputFile={list_file}", "-Dmdep.includeScope=runtime",
        )
        return list_file.read_text(encoding="utf-8").strip().split(os.pathsep)

    def test_consumer_gets_one_version_of_native_code_and_no_warnings(self):
        jars = self.class_path()
        versions = defaultdict(set)
        for jar in map(Path, jars):
            if NATIVE_CODE in jar.as_posix():
                versions[jar.parent.parent.name].add(jar.parent.name)
                self.assertIn(jar.parent.name, jar.name)
        self.assertEqual(sorted(versions), ["javacpp", "openblas"])
        for name, found in versions.items():
            self.assertEqual(len(found), 1, f"{name}: {found}")
        classes = str(self.folder / "consumer" / "target" / "classes")
        done = subprocess.run(
            [self.jdk.java, "-cp", os.pathsep.join([classes, *jars]), "Consumer"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("completed after 20 iterations", done.stdout)


if __name__ == "__main__":
    unittest.main()
