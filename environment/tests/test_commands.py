"""Running other programs: logs, failures, environments and stopping."""

import os
import signal
import sys
import threading
import time
import unittest
from unittest import mock

from fixtures import WINDOWS, FolderTest, silence

from steps import commands
from steps.console import SetupError
from steps.lock import exclusive_lock


class RunLoggedTest(FolderTest):
    def run_python(self, code):
        log = self.checkout.log("test")
        with silence() as output:
            commands.run_logged(
                "testing", [sys.executable, "-c", code], log, self.checkout.root, dict(os.environ)
            )
            return output.getvalue()

    def test_run_logged_success_tells_the_time(self):
        output = self.run_python("print('in the log')")
        self.assertRegex(output, r"testing \.\.\.\ntesting: done in \d")
        self.assertIn("in the log", self.checkout.log("test").read_text(encoding="utf-8"))

    def test_run_logged_failure_shows_command_code_and_tail(self):
        with self.assertRaises(SetupError) as raised:
            self.run_python("print('first cause'); raise SystemExit(3)")
        for part in ("testing failed (exit code 3)", sys.executable, "first cause", "test.log"):
            self.assertIn(part, str(raised.exception))
        self.assertNotIn("network", str(raised.exception))

    def test_run_logged_offline_says_so(self):
        with self.assertRaises(SetupError) as raised:
            self.run_python("print('Temporary failure in name resolution'); raise SystemExit(1)")
        self.assertIn("missing network connection", str(raised.exception))

    def test_run_logged_missing_program_is_an_error(self):
        with self.assertRaises(SetupError), silence():
            commands.run_logged(
                "testing", [self.folder / "none"], self.checkout.log("test"), self.folder, {}
            )


class ChildEnvironmentTest(unittest.TestCase):
    def test_child_environment_drops_what_misleads_another_python(self):
        with mock.patch.dict(os.environ, {"PYTHONPATH": "x", "PYTHONHOME": "y", "KEPT": "z"}):
            environment = commands.child_environment(JAVA_HOME="j")
        self.assertNotIn("PYTHONPATH", environment)
        self.assertNotIn("PYTHONHOME", environment)
        self.assertEqual((environment["KEPT"], environment["JAVA_HOME"]), ("z", "j"))

    @unittest.skipIf(WINDOWS, "Windows has no C locale")
    def test_child_environment_c_locale_becomes_utf_8(self):
        with mock.patch.dict(os.environ, {"LC_ALL": "C"}):
            environment = commands.child_environment()
        self.assertNotIn("LC_ALL", environment)
        self.assertEqual(environment["LC_CTYPE"], "C.UTF-8")


class ServeTest(FolderTest):
    def serve(self, code, after_start=None):
        log = self.checkout.log("serve")
        with open(log, "wb") as output:
            result = commands.serve(
                [sys.executable, "-c", code], self.folder, dict(os.environ), output, after_start
            )
        return result, log.read_text(encoding="utf-8")

    def test_serve_ends_with_the_program(self):
        self.assertEqual(self.serve("raise SystemExit(4)")[0], (4, False))

    @unittest.skipIf(WINDOWS, "Windows has no SIGTERM")
    def test_serve_many_interruptions_reach_the_program_as_one_sigterm(self):
        counts = (
            "import signal, time\n"
            "def count(number, frame): print(number, flush=True)\n"
            "signal.signal(signal.SIGTERM, count); signal.signal(signal.SIGINT, count)\n"
            "print('ready', flush=True); time.sleep(1); raise SystemExit(0)\n"
        )

        def interrupt(supervised):
            while "ready" not in self.checkout.log("serve").read_text(encoding="utf-8"):
                time.sleep(0.01)
            for number in (signal.SIGINT, signal.SIGINT, signal.SIGTERM):
                os.kill(os.getpid(), number)

        result, log = self.serve(counts, interrupt)
        self.assertEqual(result, (0, True))
        self.assertEqual(log.split(), ["ready", str(int(signal.SIGTERM))])

    def test_serve_failing_start_leaves_no_program(self):
        def fail(supervised):
            self.supervised = supervised
            raise SetupError("not ready")

        with self.assertRaises(SetupError):
            self.serve("import time; time.sleep(60)", fail)
        self.assertIsNotNone(self.supervised.process.poll())


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
