"""A worker's program: its answers, its problems, its end."""

import os
import sys
import unittest
from unittest import mock

from fixtures import FolderTest

from comparison import machine, workers
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


class EnvironmentTest(unittest.TestCase):
    def test_environment_sets_threads_and_pins_neither_kernels_nor_processors(self):
        set_outside = {"OPENBLAS_CORETYPE": "Haswell", "KMP_AFFINITY": "compact", "LANG": "C"}
        with mock.patch.dict(os.environ, set_outside, clear=True):
            environment = workers.environment(2)
            self.assertEqual(workers.pinned(), ["KMP_AFFINITY", "OPENBLAS_CORETYPE"])
        self.assertEqual(environment["OMP_NUM_THREADS"], "2")
        self.assertEqual(environment["LANG"], "C")
        self.assertFalse({"OPENBLAS_CORETYPE", "KMP_AFFINITY"} & set(environment))


class MachineTest(FolderTest):
    def test_chosen_kernels_are_those_that_openblas_wrote(self):
        log = self.folder / "log"
        log.write_text("SLF4J: nothing\nCore: SkylakeX\n", encoding="utf-8")
        self.assertEqual(machine.chosen_kernels(log), "SkylakeX")
        log.write_text("", encoding="utf-8")
        self.assertEqual(machine.chosen_kernels(log), "an unknown processor")
