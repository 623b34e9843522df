"""Raw tables: their splits, what is read from results, rows and verdicts, what is run again."""

import contextlib
import csv
import json
import unittest
from pathlib import Path
from unittest import mock

from fixtures import ENVIRONMENT, FolderTest, silence
from test_methods import FakePrograms

import benchmark
from comparison import session
from comparison.bounded import lower
from steps.console import SetupError
from steps.tables_environment import TablesCheckout
from tables import command, csv_reading, datasets, results, rows, shown, splits, trainings
from tables.datasets import CLASSES, NUMBERS, TABLES, RawTable
from tables.names import LINEAR, LINEAR_TUNED, NETWORK

FLOWERS = RawTable("iris", "species", CLASSES)
CARS = RawTable("auto-mpg", "mpg", NUMBERS, ("name",))


def fits(measure, **more):
    """A result for each split, around a mean."""
    return [{"split": split, "measure": measure + (split - 2) / 100, "seconds": 0.5, **more}
            for split in splits.SEEDS]


def of(name, *measures, ours=None):
    """A table with the rivals' results, linear and network, and ours."""
    table = next(each for each in TABLES if each.name == name)
    rivals = [{"rival": rival, **each}
              for rival, measure in zip((LINEAR, NETWORK, LINEAR_TUNED), measures)
              for each in fits(measure, converged=True)]
    own = [] if ours is None else [{"table": name, **each} for each in fits(ours, units=12)]
    return results.compare([table], own, {name: rivals})[0]


READING = lower("reading a file, time / pandas", 2.5, 6, 3, "")


class DatasetsTest(FolderTest):
    def test_project_has_the_tables_with_their_targets_and_columns(self):
        for table in TABLES:
            if table.name == datasets.FROM_SCIKIT_LEARN:
                continue
            with self.subTest(table.name):
                file = datasets.source(ENVIRONMENT.parent, table.name)
                with open(file, encoding="utf-8", newline="") as lines:
                    header = next(csv.reader(lines))
                self.assertLessEqual({table.target, *table.left_out}, set(header))

    def test_read_list_returns_what_write_list_wrote(self):
        tables = [FLOWERS, RawTable("a", "y, in m", NUMBERS, ("row", "the name"))]
        datasets.write_list(self.folder, tables)
        self.assertEqual(datasets.read_list(self.folder), tables)

    def test_write_copies_all_but_that_of_scikit_learn(self):
        datasets.write(ENVIRONMENT.parent, self.folder)
        copied = {file.stem for file in self.folder.glob("*.csv")}
        self.assertEqual(copied, {"tables", *(each.name for each in TABLES)} - {"diabetes"})


class SplitsTest(FolderTest):
    def split(self, table, lines):
        """Writes a table and its splits; returns the lines of training and test of each."""
        (self.folder / f"{table.name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        splits.write(self.folder, table)
        return [[(self.folder / table.name / f"{part}-{seed}.csv").read_text(
            encoding="utf-8").splitlines() for part in ("train", "test")] for seed in splits.SEEDS]

    def test_each_class_gives_a_quarter_of_its_rows_and_cells_stay_as_they_are(self):
        flowers = [f"{row}.50,,NA,{'ab'[row >= 80]}" for row in range(100)]
        lines = ["length,width,color,species", *flowers]
        written = self.split(FLOWERS, lines)
        for train, test in written:
            self.assertEqual((train[0], test[0]), (lines[0], lines[0]))
            self.assertEqual(sorted(train[1:] + test[1:]), sorted(flowers))
            self.assertEqual(train[1:], [line for line in flowers if line in train])
            classes = [line[-1] for line in test[1:]]
            self.assertEqual((classes.count("a"), classes.count("b")), (20, 5))
        self.assertEqual(len({tuple(test) for _, test in written}), 5)

    def test_regression_is_split_at_random_and_again_the_same(self):
        lines = ["mpg,name", *(f"{row},car" for row in range(40))]
        written = self.split(CARS, lines)
        self.assertEqual({(len(train), len(test)) for train, test in written}, {(31, 11)})
        self.assertEqual(written, self.split(CARS, lines))


class ResultsTest(unittest.TestCase):
    def test_difference_is_to_the_better_rival_as_it_comes(self):
        flowers = of("iris", 0.90, 0.95, 0.99, ours=0.94)
        self.assertAlmostEqual(flowers.difference, -1)
        self.assertEqual(flowers.best[0], "MLPClassifier")

    def test_difference_without_all_splits_of_ours_is_unknown(self):
        flowers = of("iris", 0.90, 0.95)
        flowers.add_ours({"split": 0, "measure": 1.0})
        self.assertIsNone(flowers.difference)

    def test_difference_without_one_of_the_rivals_is_unknown(self):
        self.assertIsNone(of("iris", 0.90, ours=0.94).difference)

    def test_equal_results_in_another_order_do_not_differ(self):
        flowers = of("iris", 0.1, 0.1)
        for split, measure in enumerate((0.12, 0.11, 0.1, 0.09, 0.08)):
            flowers.add_ours({"split": split, "measure": measure})
        self.assertEqual(flowers.difference, 0)


class RowsTest(unittest.TestCase):
    def test_rows_have_bounds_by_task_and_count_the_tables(self):
        flowers, cars, count = rows.rows(
            [of("iris", 0.90, 0.95, ours=0.94), of("auto-mpg", 0.8, 0.7, ours=0.81)])
        self.assertEqual((flowers.must, flowers.aim, flowers.verdict), (-1.5, 0, "pass"))
        self.assertIn("94.0 ± 1.6 % against 95.0 ± 1.6 %, MLPClassifier; "
                      "split by split -1, -1, -1, -1, -1", flowers.note)
        self.assertEqual((cars.measured, cars.must, cars.verdict), (0.01, -0.03, "aim"))
        self.assertIn("0.810 ± 0.016 against 0.800 ± 0.016, RidgeCV", cars.note)
        self.assertEqual((count.measured, count.aim), (1, 4))

    def test_rows_far_below_are_a_miss(self):
        self.assertEqual(rows.row(of("iris", 0.90, 0.95, ours=0.93)).verdict, "miss")

    def test_rows_of_what_was_not_run_are_not_measured(self):
        table_rows = rows.rows([of("iris", 0.90, 0.95), of("auto-mpg", 0.8, 0.7, ours=0.81)])
        self.assertEqual([row.verdict for row in table_rows],
                         ["not measured", "aim", "not measured"])


class ShownTest(unittest.TestCase):
    def test_markdown_has_a_line_for_each_table_and_tells_what_did_not_converge(self):
        cars = of("auto-mpg", 0.8, 0.7, ours=0.81)
        cars.rivals[NETWORK].by_split[3]["converged"] = False
        text = shown.markdown([cars], {"pandas": "3"})
        self.assertIn("| auto mpg | 0.810 ± 0.016 (0.50 s) | 12 | 0.800 ± 0.016 (0.50 s) | "
                      "0.700 ± 0.016 (0.50 s, 1 not converged) |  |  |", text)
        self.assertIn("pandas 3", text)


class TablesTest(FolderTest):
    """The whole command on fake programs; `modules` are what was run in Python."""

    def setUp(self):
        super().setUp()
        self.checkout = TablesCheckout(self.checkout.root)
        self.write("environment/tables-requirements.txt", "pandas==3\n")
        self.write("environment/tables/rivals.py", "first\n")
        for table in TABLES:
            if table.name != datasets.FROM_SCIKIT_LEARN:
                self.write(f"notebooks/data/{table.name}.csv", f"x,{table.target}\n1,2\n3,4\n")
        self.modules = []

    def run_logged(self, doing, program, log, cwd, environment):
        module, *arguments = map(str, program[2:])
        self.modules.append(" ".join([module, *map(lambda each: Path(each).name, arguments)]))
        if module == "tables.diabetes":
            Path(arguments[0]).write_text("x,progression\n1,2\n", encoding="utf-8")
            return
        found = [{"rival": rival, **each} for rival in (LINEAR, NETWORK)
                 for each in fits(0.9, converged=True)]
        content = {"versions": {"pandas": "3"}, "results": found}
        file = Path(arguments[0]) / arguments[1] / "rivals.json"
        file.write_text(json.dumps(content), encoding="utf-8")

    def run_tables(self, programs):
        """Returns exit code, text and JSON."""
        file = self.folder / "tables.json"
        patches = (
            mock.patch.object(session, "compiled", lambda *_: ("jdk", "class path")),
            mock.patch.object(command, "Programs", lambda *_: programs),
            mock.patch.object(trainings, "run_logged", self.run_logged),
            mock.patch.object(csv_reading, "rows", lambda *_: [READING]),
            mock.patch.object(benchmark, "exit_on_termination"),
            mock.patch.object(benchmark, "TorchCheckout", lambda root: self.checkout),
        )
        with contextlib.ExitStack() as stack, silence() as output:
            for patch in patches:
                stack.enter_context(patch)
            code = benchmark.main(["tables", "--json", str(file)])
            return code, output.getvalue(), json.loads(file.read_text(encoding="utf-8"))

    def ours(self):
        return [{"table": table.name, **each} for table in TABLES for each in fits(0.9, units=3)]

    def test_tables_prints_rows_and_writes_the_same(self):
        code, text, content = self.run_tables(FakePrograms(*self.ours()))
        self.assertEqual((code, [row["measured"] for row in content["rows"]]), (0, [0] * 6 + [6, 2.5]))
        self.assertIn("iris: PathProx minus the better of scikit-learn's two, points of accuracy "
                      "| 0 | ≥ -1.5 | ≥ 0 | aim |", text)
        self.assertEqual(content["tables"][0]["fits"]["ours"]["splits"][1]["units"], 3)

    def test_rivals_are_run_again_only_if_what_they_depend_on_has_changed(self):
        self.run_tables(FakePrograms())
        self.assertEqual(self.modules[:2], ["tables.diabetes diabetes.csv",
                                            "tables.rivals tables penguins"])
        self.modules.clear()
        self.run_tables(FakePrograms())
        self.assertEqual(self.modules, [])
        self.write("notebooks/data/iris.csv", "x,species\n1,2\n3,5\n")
        self.run_tables(FakePrograms())
        self.assertEqual(self.modules, ["tables.rivals tables iris"])

    def test_tables_shows_rivals_if_ours_fails(self):
        code, text, content = self.run_tables(FakePrograms(SetupError("no class TableFits")))
        self.assertEqual((code, content["rows"][0]["measured"]), (1, None))
        self.assertIn("no class TableFits", text)
        self.assertIn("linear", content["tables"][0]["fits"])

    def test_tables_stopped_shows_what_there_is(self):
        first = self.ours()[:5]
        code, _, content = self.run_tables(FakePrograms(*first, KeyboardInterrupt()))
        self.assertEqual([row["measured"] for row in content["rows"][:2]], [0, None])
        self.assertEqual(code, 130)

    def test_environment_is_a_folder_of_its_own(self):
        self.assertEqual(self.checkout.venv.name, ".venv-tables")
        ignored = (ENVIRONMENT.parent / ".gitignore").read_text(encoding="utf-8")
        self.assertIn("/environment/.venv-tables/\n", ignored)


if __name__ == "__main__":
    unittest.main()
