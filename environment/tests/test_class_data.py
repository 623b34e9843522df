"""The archive of classes: when it is made, what its name depends on, and what a failure leaves."""

import os
import unittest
from pathlib import Path
from unittest import mock

from fixtures import FolderTest, silence

import record_classes
from steps import class_data
from steps.console import SetupError
from steps.java import Jdk


def jdk(version):
    return Jdk(Path("java"), Path("jdk"), version, 17)


class ArchiveTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.lib = self.checkout.lib / "0123"
        self.lib.mkdir(parents=True)
        self.jars = [self.jar("a.jar"), self.jar("b.jar")]

    def jar(self, name, content=b"jar"):
        file = self.lib / name
        file.write_bytes(content)
        os.utime(file, (1, 1))
        return file

    def name(self, version="17", jars=None):
        return class_data.archive(jdk(version), jars or self.jars, self.lib)

    def test_archive_all_that_a_jvm_checks_changes_the_name(self):
        names = {self.name(), self.name("25"), self.name(jars=self.jars[::-1])}
        self.jar("a.jar", b"another")
        names.add(self.name())
        os.utime(self.jars[1], (2, 2))
        names.add(self.name())
        self.assertEqual(len(names), 5)

    def test_archive_same_jars_same_name(self):
        self.assertEqual(self.name(), self.name())
        self.assertEqual(self.name().parent, self.lib)


class EnsureTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.checkout.lib.mkdir(parents=True)
        self.file = self.checkout.lib / "classes-new.jsa"
        self.recordings = 0

    def record(self, doing, command, *rest):
        self.recordings += 1
        Path(command[-1]).write_bytes(b"classes")

    def fail(self, *arguments):
        self.recordings += 1
        raise SetupError("no")

    def ensure(self, run):
        with mock.patch.object(class_data, "run_logged", run), silence() as output:
            class_data.ensure(self.checkout, self.file)
            return output.getvalue()

    def test_ensure_records_once_and_removes_the_old(self):
        old = self.file.with_name("classes-old.jsa")
        old.write_bytes(b"old")
        self.ensure(self.record)
        self.ensure(self.record)
        self.assertEqual(self.recordings, 1)
        self.assertEqual(list(self.checkout.lib.iterdir()), [self.file])

    def test_ensure_failure_is_told_and_not_tried_again(self):
        self.assertIn("a second slower", self.ensure(self.fail))
        self.assertEqual(self.ensure(self.fail), "")
        self.assertEqual(self.recordings, 1)

    def test_ensure_interrupted_tries_again(self):
        with self.assertRaises(KeyboardInterrupt):
            self.ensure(mock.Mock(side_effect=KeyboardInterrupt))
        self.ensure(self.record)
        self.assertEqual(self.recordings, 1)


class FakeSession:
    """A kernel that writes the archive at its end, or fails before."""

    def __init__(self, part, failing):
        self.part, self.failing, self.cells = part, failing, []

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def run(self, cell):
        self.cells.append(cell)

    def exit(self):
        self.part.write_bytes(b"classes")
        if self.failing:
            raise record_classes.CellError("died")


class RecordTest(FolderTest):
    def record(self, failing=False):
        archive = self.folder / "classes.jsa"

        def session(log, change):
            option = change(["java", "-cp", "jars", "Main"])[1]
            self.kernel = FakeSession(Path(option.split("=", 1)[1]), failing)
            return self.kernel

        with mock.patch.object(record_classes, "Session", session):
            with mock.patch.object(record_classes, "exit_on_termination"):
                with silence():
                    code = record_classes.main(str(archive))
        return archive, code

    def test_recording_uses_no_archive_and_keeps_the_rest(self):
        argv = ["java", "--add-opens", "x", "-XX:SharedArchiveFile=old.jsa", "-cp", "jars", "Main"]
        self.assertEqual(
            record_classes.recording(argv, "part"),
            ["java", "-XX:ArchiveClassesAtExit=part", "--add-opens", "x", "-cp", "jars", "Main"],
        )

    def test_main_runs_all_cells_and_moves_the_archive(self):
        archive, code = self.record()
        self.assertEqual(code, 0)
        self.assertEqual(self.kernel.cells, list(record_classes.CELLS))
        self.assertEqual(archive.read_bytes(), b"classes")
        self.assertFalse(self.kernel.part.exists())

    def test_main_failed_kernel_leaves_nothing(self):
        self.assertEqual(self.record(failing=True)[1], 1)
        self.assertEqual(list(self.folder.glob("*.jsa*")), [])


if __name__ == "__main__":
    unittest.main()
