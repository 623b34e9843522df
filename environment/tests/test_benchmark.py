"""The benchmark as a person calls it: usage, refused options, exit codes."""

import contextlib
import unittest
from unittest import mock

from fixtures import FolderTest, silence

import benchmark
from comparison import interleaving, lines, session
from steps import benchmark_classes
from steps.console import SetupError
from test_comparison import FakeWorker, FakeWorkers


class ArgumentsTest(unittest.TestCase):
    def test_wrong_options_are_refused(self):
        wrong = ([], ["fast"], ["speed", "--only", "nothing"], ["speed", "--threads", "0"],
                 ["speed", "--threads", "two"], ["scaling", "--quick"],
                 ["convergence", "--seeds", "0"], ["convergence", "--threads", "2"],
                 ["methods", "--only", "theirs"], ["methods", "--workers", "0"])
        for arguments in wrong:
            with self.subTest(arguments), silence(), self.assertRaises(SystemExit) as raised:
                benchmark.parse_arguments(arguments)
            self.assertEqual(raised.exception.code, 2)

    def test_defaults_are_one_thread_and_all_processors_and_all_lines(self):
        with mock.patch.object(benchmark.os, "cpu_count", lambda: 4):
            options = benchmark.parse_arguments(["speed"])
        self.assertEqual(options.threads, [1, 4])
        self.assertIn("dense", options.only)
        self.assertIn("training", options.only)

    def test_kernels_hands_all_options_to_jmh(self):
        options = benchmark.parse_arguments(["kernels", "-f", "1", "Step", "-h"])
        self.assertEqual(options.options, ["-f", "1", "Step", "-h"])

    def test_maven_command_fits_the_system(self):
        windows = ["cmd", "/c", ".\\mvnw.cmd"]
        self.assertEqual(benchmark_classes.maven_command(windows=True)[:3], windows)
        self.assertIn("-Pbenchmark", benchmark_classes.maven_command(windows=False))


class SpeedTest(FolderTest):
    def run_speed(self, *arguments, unknown=()):
        """Runs `speed` on fake workers; returns the exit code and what was printed."""
        workers = FakeWorkers(FakeWorker(500, unknown), FakeWorker(1000, unknown))
        description = {"processor": "P"}
        patches = (
            mock.patch.object(session, "ready_workers", lambda *_: contextlib.nullcontext(workers)),
            mock.patch.object(benchmark.machine, "describe", lambda workers: description),
            mock.patch.object(interleaving, "SECONDS_TO_WARM_UP", 0.1),
            mock.patch.object(benchmark, "exit_on_termination"),
        )
        with contextlib.ExitStack() as stack, silence() as output:
            for patch in patches:
                stack.enter_context(patch)
            return benchmark.main(["speed", *arguments]), output.getvalue()

    def test_speed_prints_the_table_and_writes_the_same(self):
        file = self.folder / "speed.json"
        code, text = self.run_speed("--only", "toy", "--threads", "1", "--json", str(file))
        self.assertEqual(code, 0)
        self.assertIn("| toy network step | 500 | 1,000 | 0.500 | ≤ 0.025, 0.02: miss |", text)
        self.assertIn("toy network step", file.read_text(encoding="utf-8"))

    def test_speed_shows_numbers_of_threads_beside_each_other(self):
        _, text = self.run_speed("--only", "toy", "--threads", "2", "1")
        row = next(line for line in text.splitlines() if line.startswith("| toy"))
        self.assertEqual(row.count("| 0.500 |"), 2)
        self.assertIn("| 1.00 |", row)

    def test_speed_nothing_measured_is_a_failure(self):
        code, text = self.run_speed("--only", "toy", unknown=("toy-pathprox",))
        self.assertEqual(code, 1)
        self.assertIn("not measured", text)

    def test_speed_quick_leaves_the_long_run_out(self):
        _, text = self.run_speed("--only", "toy", "training", "--quick")
        self.assertNotIn("100,000", text)

    def test_json_into_a_missing_folder_is_refused_before_anything_starts(self):
        code, text = self.run_speed("--json", str(self.folder / "none" / "speed.json"))
        self.assertEqual(code, 1)
        self.assertIn("its folder must exist", text)

    def test_problems_become_exit_codes(self):
        for problem, code in ((SetupError("said so"), 1), (KeyboardInterrupt(), 130)):
            with mock.patch.object(benchmark, "check_targets", side_effect=problem):
                self.assertEqual(self.run_speed()[0], code)


class LinesTest(unittest.TestCase):
    def test_benchmark_names_the_lines_that_a_user_sees(self):
        self.assertEqual(
            [group.name for group in lines.groups()],
            ["dense", "late", "evaluation", "toy", "convolutions", "small-convolutions", "vgg19",
             "busy"],
        )


if __name__ == "__main__":
    unittest.main()
