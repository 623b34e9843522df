"""The frontier: what is read from results, the table, the rows and their verdicts, the picture."""

import contextlib
import json
import unittest
import xml.etree.ElementTree
from unittest import mock

from fixtures import FolderTest, silence
from test_comparison import quiet
from test_methods import FakePrograms

import benchmark
from comparison import session
from frontier import picture, results, rows, table, trials
from frontier.trials import OURS, Plan


def result(competitor, accuracies, seed=1, **order):
    """A line of a results file: accuracies by share."""
    kept = [{"share": share, "units": round(300 * share), "accuracy": accuracy, "loss": 0.5,
             "lambda": None} for share, accuracy in accuracies.items()]
    setting = {"rate": 0.1, "decay": 0.001}
    return {"problem": "mnist", "competitor": competitor, "units": 300, "kept": kept,
            "seconds": 1.0, "order": {"setting": setting, "seed": seed, **order}}


def problem(*lines):
    found = results.Problem("mnist")
    for line in lines:
        found.add(line)
    return found


def compared():
    """Ours, two others and all units, two seeds each."""
    return problem(*(
        result(name, {share: accuracy + seed / 100 for share, accuracy in accuracies.items()}, seed)
        for seed in (1, 2) for name, accuracies in (
            (OURS, {0.12: 0.86, 0.25: 0.87, 0.5: 0.88}),
            ("narrow", {0.12: 0.80, 0.25: 0.88, 0.5: 0.88}),
            ("published", {0.12: 0.85, 0.25: 0.86, 0.5: 0.87}),
            (results.ALL_UNITS, {1: 0.88}),
        )))


class ResultsTest(FolderTest):
    def test_point_has_mean_deviation_and_units_over_the_seeds(self):
        point = compared().at(OURS, 0.12)
        self.assertAlmostEqual(point.accuracy, 87.5)
        self.assertAlmostEqual(point.deviation, 0.5**0.5)
        self.assertEqual((point.kept, point.settings), (36, ["rate 0.1, decay 0.001"]))

    def test_folds_of_the_training_set_do_not_count(self):
        self.assertEqual(problem(result(OURS, {0.12: 0.9}, fold=0)).points, {})

    def test_network_that_diverged_counts_as_chance(self):
        point = problem(result(OURS, {0.12: None}), result(OURS, {0.12: 0.9}, 2)).at(OURS, 0.12)
        self.assertAlmostEqual(point.accuracy, 50)
        self.assertEqual(point.diverged, 1)

    def test_setting_that_was_run_in_place_of_one_that_failed_counts(self):
        better = result(OURS, {0.12: 0.8}, 2, setting={"rate": 0.03})
        point = problem(result(OURS, {0.12: 0.9}), result(OURS, {0.12: None}, 2),
                        result(OURS, {0.12: 0.7}, 1, setting={"rate": 0.03}),
                        better).at(OURS, 0.12)
        self.assertEqual((point.accuracies, point.settings), ([0.7, 0.8], ["rate 0.03"]))

    def test_read_knows_only_what_has_a_file(self):
        lines = json.dumps(result(OURS, {0.12: 0.9})) + "\n"
        (self.folder / "mnist-recommended.jsonl").write_text(lines, encoding="utf-8")
        found = results.read(self.folder)
        self.assertEqual([each.name for each in found], ["mnist"])
        self.assertEqual(list(found[0].points), [OURS])


class RowsTest(unittest.TestCase):
    def test_rows_compare_with_the_best_other_and_with_all_units(self):
        few, some, dense = rows.rows([compared()])
        self.assertAlmostEqual(few.measured, 1)
        self.assertIn("as published", few.note)
        self.assertAlmostEqual(some.measured, -1)
        self.assertIn("narrow", some.note)
        self.assertAlmostEqual(dense.measured, -1)
        self.assertEqual((some.verdict, dense.verdict, dense.must), ("miss", "", None))
        self.assertTrue(few.higher and some.higher and dense.higher)

    def test_rows_without_rivals_are_not_measured(self):
        table_rows = rows.rows([problem(result(OURS, {0.12: 0.9, 0.25: 0.9}))])
        self.assertEqual({row.verdict for row in table_rows}, {"not measured"})


class TableTest(unittest.TestCase):
    def test_markdown_has_a_line_for_each_competitor(self):
        text = table.markdown([compared()])
        self.assertIn("| PathProx, recommended | 87.50 ± 0.71 (36) | 88.50 ± 0.71 (75) |", text)
        self.assertIn("| weight decay, all units |  |  |  | 89.50 ± 0.71 (300) |", text)
        self.assertEqual(text.count("MNIST subset"), 4)


class PictureTest(unittest.TestCase):
    def test_svg_has_a_line_and_a_band_for_each_competitor(self):
        drawing = xml.etree.ElementTree.fromstring(picture.svg([compared(), compared()]))
        name = "{http://www.w3.org/2000/svg}"
        panels = [group for group in drawing.findall(f"{name}g") if group.get("clip-path")]
        self.assertEqual([len(panel) for panel in panels], [8, 8])
        words = [each.text for each in drawing.iter(f"{name}text")]
        for legend in ("PathProx, recommended", "weight decay, all units", "units kept"):
            self.assertIn(legend, words)
        self.assertNotIn("D-Gating", words)

    def test_axis_leaves_out_what_is_far_below(self):
        panel = picture.Panel(0, problem(result(OURS, {0.12: 0.1, 0.25: 0.9})))
        self.assertGreater(panel.bottom, 80)


class TrialsTest(FolderTest):
    def test_run_starts_a_program_for_each_pair_and_only_ours_afresh(self):
        programs = FakePrograms(result(OURS, {0.12: None}), result(OURS, {0.12: 0.9}, fold=0))
        plan = Plan(self.folder, ("mnist",), (OURS, "narrow"), seeds=2, divisor=50, is_fresh=True)
        trials.run(plan, programs, 1, quiet)
        folder = str(self.folder)
        self.assertEqual(programs.asked, [
            ["mnist", OURS, "2", folder, "50", "fresh"], ["mnist", "narrow", "2", folder, "50"]])


class CommandTest(FolderTest):
    def run_frontier(self, programs, *arguments):
        """Runs `frontier` on a fake Java program; returns exit code, text and JSON."""
        file = self.folder / "frontier.json"
        folder = self.folder / "results"
        for suffix in ("", "-quick"):
            kept = folder.with_name(folder.name + suffix)
            kept.mkdir()
            for name in (OURS, "narrow"):
                line = json.dumps(result(name, {0.12: 0.9, 0.25: 0.9}))
                (kept / f"mnist-{name}.jsonl").write_text(line, encoding="utf-8")
        patches = (
            mock.patch.object(session, "compiled", lambda *_: ("jdk", "class path")),
            mock.patch.object(benchmark.frontier, "Programs", lambda *_: programs),
            mock.patch.object(benchmark, "exit_on_termination"),
            mock.patch.object(benchmark, "TorchCheckout", lambda root: self.checkout),
        )
        with contextlib.ExitStack() as stack, silence() as output:
            for patch in patches:
                stack.enter_context(patch)
            options = ["--json", str(file), "--folder", str(folder), *arguments]
            code = benchmark.main(["frontier", *options])
            text = output.getvalue()
        return code, text, json.loads(file.read_text(encoding="utf-8")) if file.exists() else None

    def test_frontier_prints_the_tables_and_writes_the_same(self):
        drawing = self.folder / "frontier.svg"
        code, text, content = self.run_frontier(FakePrograms(), "--picture", str(drawing))
        self.assertEqual((code, [row["measured"] for row in content["rows"]]), (0, [0, 0, None]))
        self.assertIn("at 12 % of the units, points | 0 | ≥ 0 | ≥ 1 | pass |", text)
        self.assertEqual(content["problems"][0]["competitors"][OURS][0]["share"], 0.12)
        self.assertIn("</svg>", drawing.read_text(encoding="utf-8"))

    def test_frontier_quick_says_so_and_judges_nothing(self):
        _, text, content = self.run_frontier(FakePrograms(), "--quick")
        self.assertIn("QUICK", text)
        self.assertEqual({row["must"] for row in content["rows"]}, {None})

    def test_frontier_stopped_shows_what_there_is(self):
        code, _, content = self.run_frontier(FakePrograms(KeyboardInterrupt()))
        self.assertEqual((code, content["rows"][0]["measured"]), (130, 0))

    def test_frontier_unknown_problem_is_refused_with_the_known_ones(self):
        code, text, _ = self.run_frontier(FakePrograms(), "--problems", "iris")
        self.assertEqual(code, 1)
        self.assertIn("digits, mnist, convolutional", text)


if __name__ == "__main__":
    unittest.main()
