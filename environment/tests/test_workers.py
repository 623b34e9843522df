"""A worker's program: its answers, its problems, its end."""

import sys

from fixtures import FolderTest

from comparison.workers import Worker, WorkFailed
from steps.console import SetupError

PROGRAM = """
import sys
for line in sys.stdin:
    if line == "end\\n":
        sys.exit("out of memory")
    print('{"error": "no such work"}' if "none" in line else '{"note": "done"}', flush=True)
"""


class WorkerTest(FolderTest):
    def setUp(self):
        super().setUp()
        command = [sys.executable, "-c", PROGRAM]
        self.worker = Worker("test", command, 1, self.checkout.log("worker"))
        self.addCleanup(self.worker.close)

    def test_ask_returns_the_answer(self):
        self.assertEqual(self.worker.ask("run", "step", 3), {"note": "done"})

    def test_ask_problem_is_raised_and_the_worker_lives(self):
        with self.assertRaisesRegex(WorkFailed, "no such work"):
            self.worker.ask("prepare", "none")
        self.assertEqual(self.worker.ask("prepare", "step"), {"note": "done"})

    def test_ask_worker_that_ended_shows_its_log(self):
        with self.assertRaises(SetupError) as raised:
            self.worker.ask("end")
        self.assertIn("out of memory", str(raised.exception))

    def test_close_twice_is_fine(self):
        self.worker.close()
        self.worker.close()
