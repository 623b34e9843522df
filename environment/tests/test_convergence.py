"""Convergence: its rows and verdicts, and the command on a fake Java program."""

import contextlib
import json
import math
import unittest
from unittest import mock

from fixtures import FolderTest, silence
from test_methods import FakePrograms

import benchmark
from comparison import session
from convergence import rows


def trained(**reached):
    """A run as the Java side prints it."""
    names = {"early": "0.0054", "late": "0.0037"}
    found = {names[name]: iteration for name, iteration in reached.items()}
    return {"iterations": 1600, "objective": 0.003, "reached": found}


class RowsTest(unittest.TestCase):
    def test_iterations_are_those_of_the_worst_seed(self):
        table = rows.rows([trained(early=500, late=900), trained(early=550, late=1200)], {}, {})
        self.assertEqual([row.measured for row in table[:2]], [550, 1200])
        self.assertEqual([row.verdict for row in table[:2]], ["aim", "pass"])

    def test_objective_never_reached_is_a_miss_that_says_so(self):
        row = rows.rows([trained(early=500), trained(early=700)], {}, {})[1]
        self.assertEqual((row.measured, row.verdict), (math.inf, "miss"))
        self.assertIn("not reached", row.note)

    def test_nothing_measured_gives_rows_all_the_same(self):
        self.assertEqual({row.verdict for row in rows.rows([], {}, {})}, {"not measured"})

    def test_exact_counts_only_if_it_stopped(self):
        for stopped, verdict in ((True, "pass"), (False, "miss")):
            answer = {"residual": 1e-9, "stopped": stopped, "iterations": 10}
            self.assertEqual(rows.exact(answer).verdict, verdict)

    def test_warm_is_a_ratio(self):
        self.assertEqual(rows.warm({"warm": 40, "cold": 100}).measured, 0.4)


class CommandTest(FolderTest):
    def run_convergence(self, programs, *arguments):
        """Runs `convergence` on a fake Java program; returns exit code, text and JSON."""
        file = self.folder / "convergence.json"
        patches = (
            mock.patch.object(session, "compiled", lambda *_: ("jdk", "class path")),
            mock.patch.object(benchmark.convergence, "Programs", lambda *_: programs),
            mock.patch.object(benchmark, "exit_on_termination"),
            mock.patch.object(benchmark, "TorchCheckout", lambda root: self.checkout),
        )
        with contextlib.ExitStack() as stack, silence() as output:
            for patch in patches:
                stack.enter_context(patch)
            code = benchmark.main(["convergence", "--json", str(file), *arguments])
            text = output.getvalue()
        return code, text, json.loads(file.read_text(encoding="utf-8"))

    def programs(self):
        answer = {**trained(early=500, late=900), "residual": 1e-9, "stopped": True,
                  "warm": 40, "cold": 100}
        return FakePrograms(answer)

    def test_convergence_has_all_rows_and_writes_the_same(self):
        programs = self.programs()
        code, text, content = self.run_convergence(programs, "--seeds", "2")
        verdicts = [row["verdict"] for row in content["rows"]]
        self.assertEqual((code, verdicts), (0, ["aim", "aim", "pass", "pass"]))
        self.assertIn("| 10 λ with warm starts / 10 cold runs, iterations | 0.4 | ≤ 0.5 |", text)
        self.assertIn("1,2", programs.asked[1])

    def test_convergence_quick_says_so_and_judges_nothing(self):
        _, text, content = self.run_convergence(self.programs(), "--quick")
        self.assertIn("QUICK", text)
        self.assertEqual({row["must"] for row in content["rows"]}, {None})

    def test_convergence_stopped_keeps_what_was_measured(self):
        code, text, content = self.run_convergence(FakePrograms(KeyboardInterrupt()))
        self.assertEqual(code, 130)
        self.assertIn("stopped", text)
        self.assertEqual({row["verdict"] for row in content["rows"]}, {"not measured"})


if __name__ == "__main__":
    unittest.main()
