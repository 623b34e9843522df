"""What a wrong number or a silent failure would come from: splits, rows, options, programs, set-up."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

PYTHON = Path(__file__).resolve().parents[1]
ROOT = PYTHON.parents[2]
sys.path[:0] = [str(PYTHON), str(ROOT / "environment")]

import command  # noqa: E402 (needs the path above)
import convergence  # noqa: E402
import datasets  # noqa: E402
import preparation  # noqa: E402
import programs  # noqa: E402
from steps.console import SetupError  # noqa: E402


class BenchmarkTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def programs(self):
        """Starts programs in Python, without any Java."""
        checkout = mock.Mock(root=self.folder, log=lambda name: self.folder / name)
        with mock.patch.object(programs, "compiled", lambda _: ("jdk", "class path")):
            return programs.Programs(checkout)

    def test_splits_take_a_quarter_of_each_class_and_leave_cells_as_they_are(self):
        flowers = [f"{row}.50,,NA,{'ab'[row >= 80]}" for row in range(100)]
        lines = ["length,width,color,species", *flowers]
        (self.folder / "iris.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        datasets.split(self.folder, datasets.RawTable("iris", "species", datasets.CLASSES))
        tests = set()
        for split in datasets.SPLITS:
            train, test = ((self.folder / "iris" / f"{part}-{split}.csv").read_text(encoding="utf-8").splitlines()
                           for part in ("train", "test"))
            self.assertEqual((train[0], test[0]), (lines[0], lines[0]))
            self.assertEqual(sorted(train[1:] + test[1:]), sorted(flowers))
            self.assertEqual([sum(line.endswith(each) for line in test[1:]) for each in "ab"], [20, 5])
            tests.add(tuple(test))
        self.assertEqual(len(tests), 5)

    def test_iterations_are_those_of_the_worst_seed(self):
        runs = [{"iterations": 1600, "objective": 0.003, "reached": reached}
                for reached in ({"0.0054": 500, "0.0037": 900}, {"0.0054": 550})]
        rows = [convergence.iterations(runs, *target) for target in convergence.TARGETS]
        self.assertEqual([row["measured"] for row in rows], [550, "Infinity"])
        self.assertIn("each seed: 900, not reached;", rows[1]["note"])

    def test_options_that_are_wrong_are_refused_and_those_of_jmh_are_its_own(self):
        for wrong in ([], ["fast"], ["speed", "--only", "nothing"], ["speed", "--threads", "0"],
                      ["scaling", "--quick"], ["convergence", "--seeds", "0"], ["methods", "--only", "theirs"]):
            with self.subTest(wrong), contextlib.redirect_stderr(io.StringIO()), self.assertRaises(SystemExit):
                command.parse(wrong)
        self.assertEqual(command.parse(["kernels", "-f", "1", "-h"]).options, ["-f", "1", "-h"])
        with self.assertRaisesRegex(SetupError, "its folder must exist"):
            command.check_targets(command.parse(["speed", "--json", str(self.folder / "none" / "a.json")]))

    def test_results_of_a_program_that_fails_end_in_the_end_of_its_log(self):
        code = "import sys; print('{\"a\": 1}'); print('{\"a\"', end=''); sys.exit('out of memory')"
        results = self.programs().results("test", sys.executable, "-c", code)
        self.assertEqual(next(results), {"a": 1})
        with self.assertRaisesRegex(SetupError, "out of memory"):
            next(results)

    def test_environment_pins_neither_kernels_nor_processors(self):
        with mock.patch.dict("os.environ", {"OPENBLAS_CORETYPE": "Haswell", "KMP_AFFINITY": "compact"}):
            self.assertFalse({"OPENBLAS_CORETYPE", "KMP_AFFINITY"} & set(programs.environment()))
            self.assertEqual(programs.pinned(), "KMP_AFFINITY, OPENBLAS_CORETYPE")

    def test_torch_comes_from_pypi_where_its_index_does_not_answer(self):
        asked = []

        def run_logged(doing, words, *_):
            asked.append(words)
            if preparation.CPU_INDEX in words:
                raise SetupError("no answer")

        checkout = preparation.BenchmarkCheckout(self.folder)
        with mock.patch.object(preparation, "run_logged", run_logged), io.StringIO() as said:
            with contextlib.redirect_stdout(said):
                preparation.install_torch(checkout, checkout.torch_requirements, self.folder / "log")
            self.assertIn("5 GB", said.getvalue())
        self.assertEqual(["--index-url" in words for words in asked], [True, False])


if __name__ == "__main__":
    unittest.main()
