"""Environments and other programs: when they are made, logs, failures, stopping, waiting."""

import os
import signal
import sys
import threading
import time
import unittest
from pathlib import Path
from unittest import mock

from fixtures import WINDOWS, FolderTest, silence

from steps import commands, python_environment
from steps.checkout import Checkout
from steps.console import SetupError
from steps.lock import exclusive_lock


class RunLoggedTest(FolderTest):
    def run_python(self, code):
        log = self.checkout.log("test")
        with silence() as output:
            command = [sys.executable, "-c", code]
            commands.run_logged("testing", command, log, self.folder, os.environ)
            return output.getvalue()

    def test_run_logged_success_tells_the_time(self):
        output = self.run_python("print('in the log')")
        self.assertRegex(output, r"testing \.\.\.\ntesting: done in \d")
        self.assertIn("in the log", self.checkout.log("test").read_text(encoding="utf-8"))

    def test_run_logged_failure_shows_command_code_tail_and_hint(self):
        for cause, hint in (("Configuration file could not be loaded", "test.log"),
                            ("Temporary failure in name resolution", "missing network connection")):
            parts = ["testing failed (exit code 3)", sys.executable, cause, hint]
            self.assert_refused(parts, self.run_python, f"print({cause!r}); raise SystemExit(3)")


class VariablesTest(FolderTest):
    def test_what_misleads_another_python_or_jupyter_is_left_out(self):
        person = {"PYTHONPATH": "x", "PYTHONHOME": "y", "PIP_USER": "1", "KEPT": "z",
                  "JUPYTER_CONFIG_DIR": "own", "JUPYTER_CONFIG_PATH": "more", "LC_ALL": "C"}
        with mock.patch.dict(os.environ, person):
            environment = commands.jupyter_environment(self.checkout)
        dropped = {"PYTHONPATH", "PYTHONHOME", "JUPYTER_CONFIG_PATH"}
        self.assertFalse(dropped & set(environment))
        self.assertEqual((environment["KEPT"], environment["PIP_USER"]), ("z", "0"))
        self.assertTrue(environment["JUPYTER_CONFIG_DIR"].startswith(str(self.checkout.work)))
        self.assertEqual(Path(environment["JUPYTERLAB_SETTINGS_DIR"]),
                         Path("own", "lab", "user-settings"))
        if not WINDOWS:
            self.assertNotIn("LC_ALL", environment)
            self.assertEqual(environment["LC_CTYPE"], "C.UTF-8")


class ServeTest(FolderTest):
    asked = False

    def serve(self, code, meanwhile=lambda: None):
        log = self.checkout.log("serve")
        with open(log, "wb") as output:
            result = commands.serve(
                [sys.executable, "-c", code], self.folder, dict(os.environ), output, meanwhile
            )
        return result, log.read_text(encoding="utf-8")

    @unittest.skipIf(WINDOWS, "Windows has no SIGTERM")
    def test_serve_many_interruptions_reach_the_program_as_one_sigterm(self):
        counts = (
            "import signal, time\n"
            "def count(number, frame): print(number, flush=True)\n"
            "signal.signal(signal.SIGTERM, count); signal.signal(signal.SIGINT, count)\n"
            "print('ready', flush=True); time.sleep(1); raise SystemExit(0)\n"
        )

        def interrupt():
            if self.asked:
                return
            self.asked = True
            while "ready" not in self.checkout.log("serve").read_text(encoding="utf-8"):
                time.sleep(0.01)
            for number in (signal.SIGINT, signal.SIGINT, signal.SIGTERM):
                os.kill(os.getpid(), number)

        result, log = self.serve(counts, interrupt)
        self.assertEqual(result, (0, True))
        self.assertEqual(log.split(), ["ready", str(int(signal.SIGTERM))])

    def test_serve_failing_meanwhile_leaves_no_program(self):
        def fail():
            raise SetupError("not ready")

        with mock.patch.object(commands.subprocess.Popen, "kill", autospec=True,
                               side_effect=commands.subprocess.Popen.kill) as kill:
            with self.assertRaises(SetupError):
                self.serve("import time; time.sleep(60)", fail)
        self.assertIsNotNone(kill.call_args[0][0].poll())


class LockTest(FolderTest):
    def test_exclusive_lock_makes_the_second_wait(self):
        order = []

        def second():
            with exclusive_lock(self.checkout.lock_file):
                order.append("second")

        with silence() as output:
            with exclusive_lock(self.checkout.lock_file):
                thread = threading.Thread(target=second)
                thread.start()
                time.sleep(0.2)
                order.append("first")
            thread.join()
            self.assertIn("waiting", output.getvalue())
        self.assertEqual(order, ["first", "second"])


class EnvironmentTest(FolderTest):
    failing = False
    runs = True

    def ensure(self):
        """Returns the commands that it ran."""
        ran = []

        def record(doing, command, *rest):
            ran.append([str(part) for part in command])
            self.checkout.venv.mkdir(exist_ok=True)
            if doing.startswith("installing") and self.failing:
                raise SetupError("no network")

        with mock.patch.multiple(python_environment, run_logged=record,
                                 python_runs=lambda checkout: self.runs), silence():
            python_environment.ensure(self.checkout)
        return ran

    def test_check_this_python_names_what_is_missing_and_the_package(self):
        python_environment.check_this_python(lambda name: object())
        self.assert_refused(
            ["no module ensurepip", "sudo apt install python3-venv"],
            python_environment.check_this_python, lambda name: None if "ens" in name else object())

    def test_ensure_makes_and_installs_once(self):
        made, installed = self.ensure()
        self.assertIn("venv", made)
        self.assertIn(str(self.checkout.requirements), installed)
        self.assertEqual(self.ensure(), [])

    def test_ensure_renews_whatever_has_changed(self):
        self.ensure()
        self.write("environment/requirements.txt", "jjava==2\n")
        self.assertEqual(len(self.ensure()), 2)
        with mock.patch.object(python_environment.sys, "version_info", (3, 99)):
            self.assertEqual(len(self.ensure()), 2)
        self.assertEqual(len(self.ensure()), 2)
        self.runs = False
        self.assertEqual(len(self.ensure()), 2)
        self.runs = True
        moved = self.checkout.root.with_name("moved")
        self.checkout.root.rename(moved)
        self.checkout = Checkout(moved)
        self.assertEqual(len(self.ensure()), 2)

    def test_ensure_failed_installation_is_repeated(self):
        self.ensure()
        self.write("environment/requirements.txt", "jjava==2\n")
        self.failing = True
        self.assert_refused("no network", self.ensure)
        self.failing = False
        self.assertEqual(len(self.ensure()), 2)

    def test_ensure_here_only_installs_into_the_running_python(self):
        self.checkout = Checkout(self.checkout.root, here=True)
        self.assertEqual(self.checkout.venv, Path(sys.prefix))
        with mock.patch.object(python_environment, "write_whole", side_effect=AssertionError):
            installed, = self.ensure()
        self.assertEqual(installed, [sys.executable, "-m", "pip", "install", "-r",
                                     str(self.checkout.requirements)])
