"""The kernelspec: its command line, and when it is written."""

import json
import shutil
import unittest
from pathlib import Path

from fixtures import ENVIRONMENT, FolderTest, silence

from steps import kernelspec
from steps.console import SetupError
from steps.java import Jdk

TEMPLATE = (ENVIRONMENT / "kernel.json").read_text(encoding="utf-8")


def jdk(feature):
    return Jdk(Path("jdk 1") / "bin" / "java", Path("jdk 1"), str(feature), feature)


JARS = [Path("jjava.jar"), Path("lib") / "a.jar"]
ARCHIVE = Path("lib") / "classes.jsa"


def argv(feature, separator=":"):
    text = kernelspec.kernelspec(TEMPLATE, jdk(feature), JARS, ARCHIVE, None, separator)
    return json.loads(text)["argv"]


class CommandLineTest(unittest.TestCase):
    def test_argv_jdk_17_is_complete(self):
        expected = [
            str(Path("jdk 1") / "bin" / "java"),
            "--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED", "-XX:+UseSerialGC",
            f"-XX:SharedArchiveFile={ARCHIVE}", "-Xshare:auto", "-Xlog:disable",
            "-cp", f"jjava.jar:{Path('lib') / 'a.jar'}",
            "org.dflib.jjava.distro.JJava", "{connection_file}",
        ]
        self.assertEqual(argv(17), expected)

    def test_argv_since_jdk_24_allows_native_access(self):
        for feature, expected in ((17, False), (23, False), (24, True), (25, True)):
            with self.subTest(feature):
                for option in kernelspec.OPTIONS_SINCE_JDK_24:
                    self.assertEqual(option in argv(feature), expected)

    def test_argv_with_spark_opens_what_spark_needs(self):
        text = kernelspec.kernelspec(TEMPLATE, jdk(17), JARS, ARCHIVE, spark=True)
        entries = json.loads(text)["argv"]
        self.assertIn("java.base/sun.nio.ch=ALL-UNNAMED", entries)
        self.assertEqual(entries.count("--add-opens"), 15)
        self.assertNotIn("java.base/sun.nio.ch=ALL-UNNAMED", argv(17))

    def test_argv_windows_separates_by_semicolon(self):
        self.assertIn(f"jjava.jar;{Path('lib') / 'a.jar'}", argv(17, ";"))

    def test_argv_names_the_script_that_draws_figures(self):
        text = kernelspec.kernelspec(
            TEMPLATE, jdk(17), JARS, ARCHIVE, Path("a b") / "plotly.min.js"
        )
        self.assertIn(f"-Dpathprox.plotly={Path('a b') / 'plotly.min.js'}", json.loads(text)["argv"])

    def test_kernelspec_is_interrupted_by_message(self):
        text = kernelspec.kernelspec(TEMPLATE, jdk(17), JARS, ARCHIVE)
        specification = json.loads(text)
        self.assertEqual(specification["interrupt_mode"], "message")
        self.assertEqual(specification["display_name"], "Java (PathProx)")
        self.assertEqual(specification["language"], "java")


class EnsureTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.kernels = self.checkout.venv / "share" / "jupyter" / "kernels"
        (self.kernels / "java").mkdir(parents=True)
        (self.kernels / "java" / "jjava.jar").write_bytes(b"")
        self.file = self.kernels / "pathprox" / "kernel.json"
        for name in ("b.jar", "a.jar", "classes.jsa"):
            self.write(f"environment/.kernel/lib/abc/{name}", "")

    def test_plotly_script_is_found_in_the_environment(self):
        self.assertIsNone(kernelspec.plotly_script(self.checkout.venv))
        folder = self.checkout.venv / "lib" / "python3.9" / "site-packages" / "plotly"
        (folder / "package_data").mkdir(parents=True)
        script = folder / "package_data" / "plotly.min.js"
        script.write_bytes(b"")
        self.assertEqual(kernelspec.plotly_script(self.checkout.venv), script)

    def ensure(self, feature=17):
        lib = self.checkout.lib / "abc"
        with silence() as output:
            jars = kernelspec.class_path(self.checkout, lib)
            kernelspec.ensure(self.checkout, jdk(feature), jars, lib / "classes.jsa")
            return output.getvalue()

    def test_class_path_is_jjava_and_the_jars_in_order(self):
        jars = kernelspec.class_path(self.checkout, self.checkout.lib / "abc")
        names = [jar.name for jar in jars]
        self.assertEqual(names, ["jjava.jar", "a.jar", "b.jar"])

    def test_ensure_writes_once(self):
        self.assertIn("wrote", self.ensure())
        self.assertIn("current", self.ensure())
        entries = json.loads(self.file.read_text(encoding="utf-8"))["argv"]
        self.assertIn(str(self.checkout.lib / "abc"), " ".join(entries))

    def test_ensure_other_jdk_writes_again(self):
        self.ensure()
        self.assertIn("wrote", self.ensure(25))

    def test_ensure_moved_checkout_writes_again(self):
        self.ensure()
        moved = self.checkout.root.with_name("moved")
        self.checkout.root.rename(moved)
        self.checkout = type(self.checkout)(moved)
        self.assertIn("wrote", self.ensure())

    def test_ensure_without_jjava_says_what_to_do(self):
        shutil.rmtree(self.kernels)
        with self.assertRaises(SetupError) as raised:
            self.ensure()
        self.assertIn("start again", str(raised.exception))
