"""The command `startup`: its table, and what is read from a running kernel."""

import json
import os
import unittest
from unittest import mock

from fixtures import FolderTest, silence

import benchmark
import measure_startup
from startup import command
from startup.row import Row

MEASURED = {"first_result_s": [2.0, 5.0, 3.0], "run_all_s": 22.0, "peak_mb": None,
            "seen_s": [2.0, 3.0, 9.0], "hidden_s": [2.0, 2.0, 8.0]}


class RowTest(unittest.TestCase):
    def test_verdict_is_that_of_the_worst(self):
        for row, verdict in (
            (Row("x", 3.0, 4.0, 4.0), "pass"), (Row("x", 3.0, 4.1, 4.0), "miss"),
            (Row("x", 4.1, None, 4.0), "miss"), (Row("x", None, None, 4.0), "not measured"),
        ):
            with self.subTest(row):
                self.assertEqual(row.verdict, verdict)


class CommandTest(FolderTest):
    def test_startup_prints_the_table_and_writes_the_same(self):
        file = self.folder / "startup.json"
        patches = {
            "prepare": lambda checkout: None, "measure": lambda checkout, runs: MEASURED,
            "describe": lambda: {"processor": "P", "cores": 2, "Java": "17"},
        }
        with mock.patch.multiple(command, **patches), silence() as output:
            with mock.patch.object(benchmark, "exit_on_termination"):
                code = benchmark.main(["startup", "--json", str(file)])
            text = output.getvalue()
        self.assertEqual(code, 0)
        self.assertIn("| kernel start to first result, s | 3 | 5 | ≤ 4 | miss |", text)
        self.assertIn("| Run all of the first notebook, s | 22 |  | ≤ 60 | pass |", text)
        self.assertIn("|  |  | ≤ 700 | not measured |", text)
        self.assertIn("| training time with progress seen / hidden | 1.12 |", text)
        content = json.loads(file.read_text(encoding="utf-8"))
        self.assertEqual(content["first_result_s"], MEASURED["first_result_s"])
        self.assertEqual([row["verdict"] for row in content["rows"]],
                         ["miss", "pass", "not measured", "miss"])


class MeasureTest(FolderTest):
    def test_peak_memory_of_this_process_is_read_where_the_system_tells_it(self):
        peak = measure_startup.peak_memory(os.getpid())
        if os.path.exists("/proc/self/status"):
            self.assertGreater(peak, 1)
        else:
            self.assertIsNone(peak)

    def test_peak_memory_of_no_process_is_none(self):
        self.assertIsNone(measure_startup.peak_memory(2**30))

    def test_code_cells_leaves_text_and_empty_cells_out(self):
        cells = [{"cell_type": "markdown", "source": ["# a"]},
                 {"cell_type": "code", "source": ["var a = 1;\n", "a"]},
                 {"cell_type": "code", "source": [" \n"]}]
        notebook = self.write("a.ipynb", json.dumps({"cells": cells}))
        self.assertEqual(measure_startup.code_cells(notebook), ["var a = 1;\na"])


if __name__ == "__main__":
    unittest.main()
