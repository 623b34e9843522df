"""A Maven project that depends on the library: what it resolves, and whether it runs.

The library, as it would be released, goes into a local repository of its own, in front of the
usual one, which keeps none of it. It is built twice, in two folders, and must have the same bytes:
python3 src/test/consumer/test_consumer.py
"""

import os
import re
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
from steps.commands import child_environment  # noqa: E402
from steps.library import MAVEN  # noqa: E402

NATIVE_CODE = "org/bytedeco"
RELEASED = {".jar", "-sources.jar", "-javadoc.jar", ".pom", "-cyclonedx.json", "-cyclonedx.xml"}


class ConsumerTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="consumer ")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.jdk = java.find_jdk()

    def maven(self, *arguments, repository="repository", folder=ROOT):
        # The SBOM tells more of a plugin in the first of the repositories than of one behind it: both
        # builds have the same behind theirs.
        tail = Path.home() / ".m2" / "repository"
        done = subprocess.run(
            [
                *MAVEN, "-q", f"-Dmaven.repo.local={self.folder / repository}",
                f"-Dmaven.repo.local.tail={tail}", *arguments,
            ],
            cwd=folder, env=child_environment(JAVA_HOME=self.jdk.home), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8",
        )
        self.assertEqual(done.returncode, 0, done.stdout)

    def release(self, name, repository):
        """Builds a copy of the checkout in a folder of that name; returns what is released."""
        copy = self.folder / name
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--", "pom.xml", "mvnw", "mvnw.cmd", ".mvn", "src"],
            cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8",
        )
        for file in filter(None, listed.stdout.split("\0")):
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / file, copy / file)
        self.maven(
            "install", "-Prelease", "-Dgpg.skip", "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true", repository=repository, folder=copy,
        )
        [folder] = (self.folder / repository / "io/github/pathprox/pathprox").glob("[0-9]*")
        self.version = folder.name
        files = [file for file in folder.glob("pathprox-*") if file.suffix != ".lastUpdated"]
        return {file.name: file.read_bytes() for file in files}

    def class_path(self):
        """What a consumer's Maven puts on its class path."""
        shutil.copytree(CONSUMER, self.folder / "consumer")
        list_file = self.folder / "class path"
        self.maven(
            "-f", str(self.folder / "consumer"), "compile", "dependency:build-classpath",
            f"-Dmdep.outputFile={list_file}", "-Dmdep.includeScope=runtime",
            f"-Dpathprox.version={self.version}",
        )
        return list_file.read_text(encoding="utf-8").strip().split(os.pathsep)

    def test_release_twice_has_the_same_bytes_and_serves_a_consumer(self):
        first = self.release("first", "repository")
        kinds = {re.sub(r"^pathprox-[0-9.]+?(?=[-.][a-z])", "", name) for name in first}
        self.assertLessEqual(RELEASED, kinds)
        second = self.release("second folder", "second repository")
        self.assertEqual(sorted(first), sorted(second))
        self.assertEqual([], [name for name in first if first[name] != second[name]])
        self.check_consumer()

    def check_consumer(self):
        jars = self.class_path()
        versions = defaultdict(set)
        for jar in map(Path, jars):
            if NATIVE_CODE in jar.as_posix():
                versions[jar.parent.parent.name].add(jar.parent.name)
                self.assertIn(jar.parent.name, jar.name)
        self.assertEqual(sorted(versions), ["javacpp", "openblas"])
        for name, found in versions.items():
            self.assertEqual(len(found), 1, f"{name}: {found}")
        names = " ".join(Path(jar).name for jar in jars)
        for optional in ("slf4j-nop", "jsplot", "spark", "tribuo"):
            self.assertNotIn(optional, names)
        classes = str(self.folder / "consumer" / "target" / "classes")
        options = ["--enable-native-access=ALL-UNNAMED"] if self.jdk.feature >= 24 else []
        options += ["--sun-misc-unsafe-memory-access=allow"] if self.jdk.feature >= 24 else []
        done = subprocess.run(
            [self.jdk.java, *options, "-cp", os.pathsep.join([classes, *jars]), "Consumer"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("completed after 20 iterations", done.stdout)
        self.assertIn("predictions alike: true", done.stdout)
        self.assertIn("add the dependency org.tribuo:tribuo-util-onnx", done.stdout)


if __name__ == "__main__":
    unittest.main()
