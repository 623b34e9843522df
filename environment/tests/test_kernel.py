"""The kernel: its class path, its archive of classes, its command line, and when it is written."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path
from unittest import mock

from fixtures import WINDOWS, FolderTest, silence

from steps import class_data, kernelspec, library
from steps.checkout import Checkout
from steps.console import SetupError
from steps.java import Jdk

JARS = [Path("jjava.jar"), Path("lib") / "a.jar"]
ARCHIVE = Path("lib") / "classes.jsa"


def jdk(feature=17):
    return Jdk(Path("jdk 1") / "bin" / "java", Path("jdk 1"), str(feature), feature)


class LibraryTest(FolderTest):
    builds = 0

    def maven(self, doing, command, log, cwd, environment):
        """Does what Maven would do."""
        self.builds += 1
        output = command[-1].split("=", 1)[1]
        (self.checkout.root / output / "dependency.jar").write_bytes(b"dependency")
        self.write("target/pathprox-1.2.3.jar", "library")
        self.write("target/pathprox-1.2.3-tutorial.jar", "tutorial")

    def ensure(self, spark=False, maven=None):
        with mock.patch.object(library, "run_logged", maven or self.maven), silence():
            return library.ensure(self.checkout, jdk(), spark)

    def test_ensure_stages_library_and_dependencies_once(self):
        folder = self.ensure()
        self.write("src/test/java/pathprox/ATest.java", "class ATest {}\n")
        self.assertEqual(self.ensure(), folder)
        self.assertEqual(self.builds, 1)
        jars = ["dependency.jar", "pathprox-1.2.3-tutorial.jar", "pathprox-1.2.3.jar"]
        self.assertEqual(sorted(file.name for file in folder.iterdir()), jars)

    def test_ensure_anything_that_matters_builds_beside_the_old(self):
        folders = [self.ensure()]
        for name in ("src/main/java/pathprox/A.java", "src/main/resources/new.txt",
                     "src/tutorial/java/pathprox/tutorial/B.java"):
            self.write(name, "changed")
            folders.append(self.ensure())
        self.write("src/spark/java/pathprox/spark/C.java", "changed")
        self.assertEqual(self.ensure(), folders[-1])
        folders.append(self.ensure(spark=True))
        self.write("src/spark/java/pathprox/spark/C.java", "changed again")
        folders.append(self.ensure(spark=True))
        self.assertEqual(len(set(folders)), 6)
        self.assertTrue(all(folder.is_dir() for folder in folders))
        hashes = {library.sources_hash(self.checkout, each) for each in (jdk(17), jdk(21))}
        self.write("pom.xml", "<project/>")
        hashes.add(library.sources_hash(self.checkout, jdk()))
        self.assertEqual(len(hashes), 3)

    def test_ensure_interrupted_build_counts_as_none(self):
        def interrupted(*arguments):
            self.maven(*arguments)
            raise KeyboardInterrupt

        with self.assertRaises(KeyboardInterrupt):
            self.ensure(maven=interrupted)
        self.assertEqual(list(self.checkout.lib.iterdir()), [])

    @unittest.skipIf(WINDOWS, "Windows itself keeps files that are open")
    def test_remove_unused_keeps_the_current_and_what_a_kernel_uses(self):
        used = self.checkout.lib / "0123"
        for name in ("0123", "4567", "staging-1"):
            (self.checkout.lib / name).mkdir(parents=True)
        current = self.ensure()
        waits = "import sys; print(flush=True); sys.stdin.read()"
        with subprocess.Popen(
            [sys.executable, "-c", waits, f"{used}/*"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        ) as kernel:
            kernel.stdout.readline()
            library.remove_unused(self.checkout, current)
            self.assertEqual(set(self.checkout.lib.iterdir()), {current, used})
            kernel.stdin.close()
        library.remove_unused(self.checkout, current)
        self.assertEqual(list(self.checkout.lib.iterdir()), [current])


class ArchiveTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.lib = self.checkout.lib / "0123"
        self.lib.mkdir(parents=True)
        self.file = self.lib / "classes-new.jsa"

    def ensure(self, recording):
        """Whether it was recorded, and what was printed."""
        with mock.patch.object(class_data, "run_logged", side_effect=recording) as run:
            with silence() as output:
                class_data.ensure(self.checkout, self.file)
                return run.called, output.getvalue()

    def test_archive_is_named_after_all_that_a_jvm_checks(self):
        jars = [self.lib / "a.jar", self.lib / "b.jar"]
        names = []
        for jdk_, jars_, content, modified in (
            (jdk(), jars, b"jar", 1), (jdk(25), jars, b"jar", 1), (jdk(), jars[::-1], b"jar", 1),
            (jdk(), jars, b"jar", 2), (jdk(), jars, b"another", 1), (jdk(), jars, b"jar", 1),
        ):
            for jar in jars:
                jar.write_bytes(content)
                os.utime(jar, (modified, modified))
            names.append(class_data.archive(jdk_, jars_, self.lib))
        self.assertEqual((len(set(names)), names[-1]), (5, names[0]))

    def test_ensure_records_once_and_removes_the_old(self):
        def record(doing, command, *rest):
            command[-1].write_bytes(b"classes")

        self.file.with_name("classes-old.jsa").write_bytes(b"old")
        self.assertTrue(self.ensure(record)[0])
        self.assertFalse(self.ensure(record)[0])
        self.assertEqual(list(self.lib.iterdir()), [self.file])

    def test_ensure_failure_is_told_and_not_tried_again(self):
        self.assertIn("a second slower", self.ensure(SetupError("no"))[1])
        self.assertEqual(self.ensure(SetupError("no")), (False, ""))


def argv(feature=17, **more):
    return json.loads(kernelspec.kernelspec(jdk(feature), JARS, ARCHIVE, **more))["argv"]


class KernelspecTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.kernels = self.checkout.venv / "share" / "jupyter" / "kernels"
        (self.kernels / "java").mkdir(parents=True)
        (self.kernels / "java" / "jjava.jar").write_bytes(b"")
        self.file = self.kernels / "pathprox" / "kernel.json"
        for name in ("b.jar", "a.jar", "classes.jsa"):
            self.write(f"environment/.kernel/lib/abc/{name}", "")

    def ensure(self, feature=17, **more):
        lib = self.checkout.lib / "abc"
        with silence() as output:
            jars = kernelspec.class_path(self.checkout, lib)
            kernelspec.ensure(self.checkout, jdk(feature), jars, lib / "classes.jsa", **more)
            return output.getvalue()

    def test_argv_has_what_the_jdk_spark_figures_and_heap_need(self):
        native, spark = kernelspec.OPTIONS_SINCE_JDK_24[0], "java.base/sun.nio.ch=ALL-UNNAMED"
        script = Path("a b") / "plotly.min.js"
        for option, without, needed in (
            (native, argv(23), argv(24)), (spark, argv(), argv(spark=True)),
            (f"-Dpathprox.plotly={script}", argv(), argv(script=script)),
            ("-Xmx4g", argv(), argv(heap="4g")),
            ("-Dpathprox.python=venv/python", argv(), argv(python="venv/python")),
        ):
            with self.subTest(option):
                self.assertEqual((option in without, option in needed), (False, True))

    def test_heap_size_reads_sizes_and_refuses_others_with_an_example(self):
        for text, size in (("4g", "4g"), ("900M", "900m"), ("2GB", "2g"), ("default", "default")):
            self.assertEqual(kernelspec.heap_size(text), size)
        for text in ("", "4", "0g", "lots", "-1g", "12m"):
            with self.subTest(text), self.assertRaises(argparse.ArgumentTypeError) as raised:
                kernelspec.heap_size(text)
            self.assertIn("say 4g", str(raised.exception))

    def test_heap_is_kept_until_another_is_given(self):
        self.assertEqual(kernelspec.kept_heap(self.checkout), "default")
        self.assertIn("4g at most", self.ensure(heap="4g"))
        self.assertEqual(kernelspec.kept_heap(self.checkout), "4g")

    def test_ensure_writes_what_has_changed_only(self):
        self.assertIn("wrote", self.ensure())
        self.assertIn("current", self.ensure())
        self.assertIn("wrote", self.ensure(25))
        entries = json.loads(self.file.read_text(encoding="utf-8"))["argv"]
        jars = entries[entries.index("-cp") + 1].split(os.pathsep)
        self.assertEqual([Path(jar).name for jar in jars], ["jjava.jar", "a.jar", "b.jar"])
        moved = self.checkout.root.with_name("moved")
        self.checkout.root.rename(moved)
        self.checkout = Checkout(moved)
        self.assertIn("wrote", self.ensure(25))

    def test_ensure_without_jjava_says_what_to_do(self):
        shutil.rmtree(self.kernels)
        self.assert_refused("start again", self.ensure)
