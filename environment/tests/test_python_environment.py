"""The virtual environment: when it is made anew, and what a failure says."""

import unittest
from unittest import mock

from fixtures import FolderTest, silence

from steps import python_environment
from steps.console import SetupError


class CheckThisPythonTest(unittest.TestCase):
    def test_check_missing_ensurepip_names_it_and_the_package(self):
        def find(name):
            return None if name == "ensurepip" else object()

        with self.assertRaises(SetupError) as raised:
            python_environment.check_this_python(find)
        self.assertIn("no module ensurepip", str(raised.exception))
        self.assertIn("sudo apt install python3-venv", str(raised.exception))

    def test_check_complete_python_passes(self):
        python_environment.check_this_python(lambda name: object())


class EnsureTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.commands = []
        self.runs = True
        self.patch("run_logged", self.record)
        self.patch("python_runs", lambda checkout: self.runs)

    def patch(self, name, replacement):
        patcher = mock.patch.object(python_environment, name, replacement)
        patcher.start()
        self.addCleanup(patcher.stop)

    def record(self, doing, command, log, cwd, environment):
        self.commands.append([str(part) for part in command])
        self.checkout.venv.mkdir(exist_ok=True)

    def ensure(self):
        """Returns how many commands it ran."""
        self.commands.clear()
        with silence():
            python_environment.ensure(self.checkout)
        return len(self.commands)

    def test_ensure_first_time_makes_and_installs(self):
        self.assertEqual(self.ensure(), 2)
        self.assertIn("venv", self.commands[0])
        self.assertIn(str(self.checkout.requirements), self.commands[1])

    def test_ensure_second_time_does_nothing(self):
        self.ensure()
        self.assertEqual(self.ensure(), 0)

    def test_ensure_changed_requirements_renews(self):
        self.ensure()
        self.write("environment/requirements.txt", "jjava==2\n")
        self.assertEqual(self.ensure(), 2)

    def test_ensure_vanished_python_renews(self):
        self.ensure()
        self.runs = False
        self.assertEqual(self.ensure(), 2)

    def test_ensure_other_python_version_renews(self):
        self.ensure()
        with mock.patch.object(python_environment.sys, "version_info", (3, 99)):
            self.assertEqual(self.ensure(), 2)

    def test_ensure_moved_checkout_renews(self):
        self.ensure()
        moved = self.checkout.root.with_name("moved")
        self.checkout.root.rename(moved)
        self.checkout = type(self.checkout)(moved)
        self.assertEqual(self.ensure(), 2)

    def test_ensure_failed_installation_is_repeated(self):
        def fail(doing, *arguments):
            self.record(doing, *arguments)
            if doing.startswith("installing"):
                raise SetupError("no network")

        self.ensure()
        self.write("environment/requirements.txt", "jjava==2\n")
        with mock.patch.object(python_environment, "run_logged", fail):
            with self.assertRaises(SetupError):
                self.ensure()
        self.assertEqual(self.ensure(), 2)

    def test_python_runs_without_environment_is_false(self):
        self.assertFalse(PYTHON_RUNS(self.checkout))


PYTHON_RUNS = python_environment.python_runs
