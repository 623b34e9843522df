"""The folder binder, the option --here, and the parts of binder_check.py."""

import json
import os
import subprocess
import sys
import unittest
from pathlib import Path
from unittest import mock

from fixtures import ENVIRONMENT, WINDOWS, FolderTest, silence

import binder_check
import memory_limit
import start
from steps import python_environment, this_python
from steps.console import SetupError

BINDER = ENVIRONMENT.parent / "binder"


@unittest.skipIf(WINDOWS, "Binder is Linux")
class FolderOfBinderTest(unittest.TestCase):
    def test_script_can_be_executed_and_parsed(self):
        self.assertTrue(os.access(BINDER / "postBuild", os.X_OK))
        subprocess.run(["bash", "-n", str(BINDER / "postBuild")], check=True)

    def test_requirements_are_the_same_as_everywhere(self):
        lines = (BINDER / "requirements.txt").read_text(encoding="utf-8").splitlines()
        names = [line[3:] for line in lines if line.startswith("-r ")]
        self.assertEqual([(BINDER / name).resolve() for name in names],
                         [ENVIRONMENT / "requirements.txt"])


class HereTest(FolderTest):
    def test_here_uses_the_running_python(self):
        checkout = this_python.ThisPythonCheckout(self.checkout.root)
        self.assertEqual(checkout.venv, Path(sys.prefix))
        self.assertEqual(checkout.venv_python, Path(sys.executable))
        self.assertEqual(checkout.lib, self.checkout.lib)

    def test_here_installs_and_makes_no_environment(self):
        commands = []

        def record(doing, command, *rest):
            commands.append(list(map(str, command)))

        with mock.patch.object(python_environment, "run_logged", record), silence():
            this_python.ensure(this_python.ThisPythonCheckout(self.checkout.root))
        requirements = str(self.checkout.requirements)
        self.assertEqual(commands, [[sys.executable, "-m", "pip", "install", "-r", requirements]])

    def test_here_is_an_option_beside_the_others(self):
        options = start.parse_arguments(["--prepare", "--here"])
        self.assertTrue(options.here and options.prepare)
        self.assertFalse(start.parse_arguments([]).here)


class OutputsTest(FolderTest):
    def check(self, *outputs):
        cells = [{"cell_type": "markdown"}, {"cell_type": "code", "outputs": list(outputs)}]
        binder_check.check_outputs(self.write("a.ipynb", json.dumps({"cells": cells})))

    def test_check_outputs_wants_a_figure_and_no_noise(self):
        figure = {"output_type": "display_data", "data": {"application/vnd.plotly.v1+json": {}}}
        noise = {"output_type": "stream", "name": "stderr", "text": ["WARNING"]}
        self.check(figure)
        for outputs, text in (([figure, noise], "WARNING"), ([], "no figure")):
            with self.subTest(text), self.assertRaises(SetupError) as raised:
                self.check(*outputs)
            self.assertIn(text, str(raised.exception))


class ControlGroupTest(FolderTest):
    def group(self, membership, parent, bound):
        """Enters a group in a folder that is laid out as the system's is."""
        root = self.folder / "cgroup"
        made = root / parent / f"pathprox-{os.getpid()}"
        (root / parent).mkdir(parents=True)
        file = self.write("membership", membership)
        make = Path.mkdir

        def mkdir(folder, *arguments, **options):
            make(folder, *arguments, **options)
            if folder == made and bound:
                (folder / bound).write_text("max", encoding="ascii")

        def rmdir(folder):
            self.written = (folder / bound).read_text(encoding="ascii") if bound else None
            (folder / bound).unlink() if bound else None
            os.rmdir(folder)

        with mock.patch.object(Path, "mkdir", mkdir), mock.patch.object(Path, "rmdir", rmdir):
            with memory_limit.control_group(4096, file, root) as procs:
                return procs, made

    def test_group_of_either_version_gets_the_bound_and_is_removed(self):
        for membership, parent, bound in (
            ("4:memory:/a\n0::/\n", "memory/a", "memory.limit_in_bytes"),
            ("0::/b\n", "b", "memory.max"),
        ):
            with self.subTest(bound):
                procs, made = self.group(membership, parent, bound)
                self.assertEqual((procs, self.written), (made / "cgroup.procs", "4096"))
                self.assertFalse(made.exists())

    def test_group_without_the_controller_is_none(self):
        procs, made = self.group("0::/c\n", "c", None)
        self.assertIsNone(procs)
        self.assertFalse(made.exists())

    def test_group_on_another_system_is_none(self):
        with memory_limit.control_group(1, self.folder / "none", self.folder) as procs:
            self.assertIsNone(procs)


@unittest.skipUnless(Path("/proc/self/smaps_rollup").exists(), "needs Linux")
class WatchTest(FolderTest):
    def run_python(self, text, limit):
        command = [sys.executable, "-c", text]
        return memory_limit.run(command, dict(os.environ), self.folder, limit, None)

    def test_run_returns_the_exit_code_and_the_peak(self):
        wait = "import time; time.sleep(0.2); raise SystemExit(3)"
        code, peak = self.run_python(wait, 1 << 40)
        self.assertEqual(code, 3)
        self.assertGreater(peak, 0)

    def test_run_counts_what_the_command_started_and_ends_all_of_it(self):
        child = "b = bytearray(80 << 20); print(flush=True); import time; time.sleep(20)"
        parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
        with self.assertRaises(memory_limit.MemoryExceeded) as raised:
            self.run_python(parent, 60 << 20)
        self.assertIn("allowed were 60 MB", str(raised.exception))


if __name__ == "__main__":
    unittest.main()
