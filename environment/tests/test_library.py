"""Building and staging the library: when, how, and which old class paths are removed."""

import subprocess
import sys
import unittest
from pathlib import Path
from unittest import mock

from fixtures import WINDOWS, FolderTest, silence

from steps import library
from steps.console import SetupError
from steps.java import Jdk

JDK = Jdk(Path("/jdk/bin/java"), Path("/jdk"), "17.0.15", 17)


class LibraryTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.builds = 0
        patcher = mock.patch.object(library, "run_logged", self.maven)
        patcher.start()
        self.addCleanup(patcher.stop)

    def maven(self, doing, command, log, cwd, environment):
        """Does what Maven would do."""
        self.builds += 1
        output = command[-1].split("=", 1)[1]
        (self.checkout.root / output / "dependency.jar").write_bytes(b"dependency")
        self.write("target/pathprox-1.2.3.jar", "library")
        self.write("target/pathprox-1.2.3-tutorial.jar", "tutorial")

    def ensure(self, jdk=JDK):
        with silence():
            return library.ensure(self.checkout, jdk)

    def test_ensure_stages_library_and_dependencies(self):
        folder = self.ensure()
        names = sorted(file.name for file in folder.iterdir())
        jars = ["dependency.jar", "pathprox-1.2.3-tutorial.jar", "pathprox-1.2.3.jar"]
        self.assertEqual(names, jars)

    def test_ensure_second_time_does_nothing(self):
        self.assertEqual(self.ensure(), self.ensure())
        self.assertEqual(self.builds, 1)

    def test_ensure_changed_source_builds_beside_the_old(self):
        old = self.ensure()
        self.write("src/main/java/pathprox/A.java", "class A { int a; }\n")
        new = self.ensure()
        self.assertEqual(self.builds, 2)
        self.assertNotEqual(old, new)
        self.assertTrue(old.is_dir())

    def test_ensure_anything_else_that_matters_builds(self):
        first = library.sources_hash(self.checkout, JDK)
        hashes = {first}
        self.write("src/main/resources/new.txt", "")
        hashes.add(library.sources_hash(self.checkout, JDK))
        self.write("src/tutorial/java/pathprox/tutorial/B.java", "class B {}\n")
        hashes.add(library.sources_hash(self.checkout, JDK))
        self.write("pom.xml", "<project/>")
        hashes.add(library.sources_hash(self.checkout, JDK))
        other = Jdk(JDK.java, JDK.home, "21", 21)
        hashes.add(library.sources_hash(self.checkout, other))
        self.assertEqual(len(hashes), 5)

    def test_ensure_with_spark_is_another_class_path(self):
        plain = self.ensure()
        self.write("src/spark/java/pathprox/spark/A.java", "class A {}\n")
        self.assertEqual(self.ensure(), plain)
        with silence():
            spark = library.ensure(self.checkout, JDK, spark=True)
        self.assertNotEqual(spark, plain)
        self.write("src/spark/java/pathprox/spark/A.java", "class A { int a; }\n")
        with silence():
            self.assertNotEqual(library.ensure(self.checkout, JDK, spark=True), spark)
        self.assertEqual(self.builds, 3)

    def test_maven_command_takes_spark_only_when_asked(self):
        self.assertNotIn("-Pspark", library.maven_command(Path("a")))
        self.assertIn("-Pspark", library.maven_command(Path("a"), spark=True))

    def test_ensure_changed_test_does_not_build(self):
        self.ensure()
        self.write("src/test/java/pathprox/ATest.java", "class ATest {}\n")
        self.ensure()
        self.assertEqual(self.builds, 1)

    def test_ensure_interrupted_build_counts_as_none(self):
        def interrupted(*arguments):
            self.maven(*arguments)
            raise KeyboardInterrupt

        with mock.patch.object(library, "run_logged", interrupted):
            with self.assertRaises(KeyboardInterrupt):
                self.ensure()
        self.assertEqual(list(self.checkout.lib.iterdir()), [])
        self.ensure()
        self.assertEqual(self.builds, 2)

    def test_ensure_missing_jar_is_an_error(self):
        with mock.patch.object(library, "run_logged", lambda *arguments: None):
            with self.assertRaises(SetupError):
                self.ensure()

    def test_remove_unused_keeps_the_current_only(self):
        old = self.checkout.lib / "0123"
        (self.checkout.lib / "staging-1").mkdir(parents=True)
        old.mkdir()
        current = self.ensure()
        library.remove_unused(self.checkout, current)
        self.assertEqual(list(self.checkout.lib.iterdir()), [current])

    @unittest.skipIf(WINDOWS, "Windows itself keeps files that are open")
    def test_remove_unused_keeps_what_a_kernel_uses(self):
        used = self.checkout.lib / "0123"
        used.mkdir(parents=True)
        current = self.ensure()
        waits = "import sys; print(flush=True); sys.stdin.read()"
        with subprocess.Popen(
            [sys.executable, "-c", waits, f"{used}/*"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        ) as kernel:
            kernel.stdout.readline()
            library.remove_unused(self.checkout, current)
            self.assertTrue(used.is_dir())
            kernel.stdin.close()
        library.remove_unused(self.checkout, current)
        self.assertFalse(used.exists())

    def test_maven_command_fits_the_system(self):
        output = Path("environment/.kernel/lib/staging-1")
        windows = ["cmd", "/c", ".\\mvnw.cmd"]
        self.assertEqual(library.maven_command(output, windows=True)[:3], windows)
        self.assertEqual(library.maven_command(output, windows=False)[:2], ["sh", "mvnw"])
        self.assertIn(
            "-DoutputDirectory=environment/.kernel/lib/staging-1", library.maven_command(output)
        )
