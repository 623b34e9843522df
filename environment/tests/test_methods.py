"""The fair comparison: what is read from runs, the rows and their verdicts, the picture."""

import contextlib
import json
import math
import unittest
from unittest import mock
from xml.etree import ElementTree

from fixtures import FolderTest, silence
from test_comparison import quiet

import benchmark
from comparison import bounded, session
from methods import picture, profile, results, rows, tables, trainings
from methods.trainings import OURS, Plan
from steps.console import SetupError


def run(method, objective, seed=1, rate=0.1, schedule="constant", **other):
    """A line of a results file."""
    if method == OURS:
        rate, schedule = other.pop("multiple", 1), "own"
    return {
        "problem": "digits", "fingerprint": "a", "method": method, "schedule": schedule,
        "rate": rate, "seed": seed, "iterations": 100, "outcome": "COMPLETED", "start": 2.3,
        "objective": objective, "best": objective, "loss": 0.1, "trainAccuracy": 0.9,
        "bestTrainAccuracy": 0.9, "testAccuracy": 0.9, "testLoss": 0.2, "chance": 0.1,
        "active": 50, "strong": 50, "units": 100, "changes": None, "reached": {}, "seconds": 1.0,
        **other,
    }


def problem(*runs):
    return results.Problem.of("digits", list(runs))


class ResultsTest(FolderTest):
    def test_rival_has_the_setting_that_is_best_on_the_first_seed(self):
        found = problem(
            run("weight-decay", 0.5), run("weight-decay", 0.4, rate=0.3),
            run("weight-decay", None, rate=1), run("weight-decay", 0.6, seed=2, rate=0.3),
            run("weight-decay", 0.1, seed=2))
        self.assertEqual(str(found.rivals["weight-decay"]), "weight-decay, 0.3 constant")
        self.assertEqual(found.rivals["weight-decay"].runs[2]["objective"], 0.6)

    def test_ratio_is_to_the_best_rival_of_the_same_seed(self):
        found = problem(
            run(OURS, 0.3), run(OURS, 0.3, seed=2),
            run("weight-decay", 0.3), run("published", 0.6),
            run("weight-decay", None, seed=2), run("published", 0.25, seed=2))
        self.assertEqual(found.ratios(), {1: 1.0, 2: 1.2})

    def test_ratio_without_rivals_is_left_out(self):
        self.assertEqual(problem(run(OURS, 0.3)).ratios(), {})

    def test_runs_of_another_state_of_the_problem_do_not_count(self):
        found = problem(run(OURS, 0.1, fingerprint="old"), run(OURS, 0.3))
        self.assertEqual(found.ours[1]["objective"], 0.3)

    def test_read_knows_only_what_has_a_file(self):
        lines = json.dumps(run(OURS, 0.1)) + "\n" + json.dumps(run("published", 0.2)) + "\n"
        (self.folder / "digits.jsonl").write_text(lines, encoding="utf-8")
        found = results.read(self.folder, ["wine", "digits"])
        self.assertEqual([each.name for each in found], ["digits"])


class RowsTest(unittest.TestCase):
    def rows(self, *runs):
        return rows.rows([problem(*runs)])

    def test_failures_are_named(self):
        for bad, reason in (
            ({"objective": 2.4}, "not below its start"), ({"best": 0.1}, "above its best record"),
            ({"objective": None}, "diverged"),
            ({"trainAccuracy": 0.1}, "at chance after having learned"),
        ):
            with self.subTest(reason):
                row = self.rows({**run(OURS, 0.3), **bad})[0]
                self.assertEqual((row.measured, row.verdict), (1, "miss"))
                self.assertIn(reason, row.note)

    def test_share_within_five_percent_counts_problems_and_seeds(self):
        table = self.rows(run(OURS, 0.3), run(OURS, 0.4, seed=2),
                          run("published", 0.3), run("published", 0.3, seed=2))
        self.assertEqual((table[1].measured, table[1].higher, table[1].verdict), (0.5, True, "miss"))
        self.assertAlmostEqual(table[2].measured, 4 / 3)
        self.assertEqual(table[3].measured, 0.5)

    def test_other_rates_are_compared_with_the_default_on_the_same_seed(self):
        table = self.rows(run(OURS, 0.3), run(OURS, 0.33, multiple=3),
                          run(OURS, None, multiple=0.333))
        self.assertEqual(table[4].measured, 0.5)
        self.assertIn("× 0.333: diverged", table[4].note)

    def test_units_against_published_and_active_against_strong(self):
        table = self.rows(run(OURS, 0.3, active=30, strong=20), run("published", 0.3, strong=40))
        self.assertEqual((table[5].measured, table[5].verdict), (0.5, "aim"))
        self.assertEqual((table[6].measured, table[6].verdict), (1.5, "miss"))

    def test_accuracy_is_compared_with_plain_weight_decay(self):
        table = self.rows(run(OURS, 0.3, testAccuracy=0.88), run("weight-decay", 0.3),
                          run("heavy-ball-90", 0.3, testAccuracy=1))
        self.assertAlmostEqual(table[7].measured, -2)
        self.assertEqual((table[7].verdict, table[8].verdict), ("miss", "pass"))

    def test_regression_has_no_accuracy(self):
        table = self.rows(run(OURS, 0.3, testAccuracy=None), run("weight-decay", 0.3))
        self.assertEqual(table[7].verdict, "not measured")

    def test_nothing_measured_gives_rows_all_the_same(self):
        self.assertEqual({row.verdict for row in rows.rows([])}, {"not measured"})


class BoundedTest(unittest.TestCase):
    def test_verdicts(self):
        for row, verdict in (
            (bounded.lower("w", 3, 2, 1, ""), "miss"), (bounded.lower("w", 1, 2, 1, ""), "aim"),
            (bounded.higher("w", 3, 2, 4, ""), "pass"), (bounded.higher("w", 1, 2, 4, ""), "miss"),
            (bounded.lower("w", None, 2, 1, ""), "not measured"),
            (bounded.lower("w", 1, None, None, ""), ""), (bounded.lower("w", 1, 2, None, ""), "pass"),
        ):
            with self.subTest(row):
                self.assertEqual(row.verdict, verdict)

    def test_content_has_no_infinity(self):
        content = bounded.lower("w", math.inf, 2, 1, "a note").content()
        self.assertIn('"measured": null', json.dumps(content, allow_nan=False))
        self.assertEqual((content["higher"], content["verdict"]), (False, "miss"))

    def test_markdown_shows_which_side_is_good(self):
        text = bounded.markdown([bounded.higher("w", 0.5, 0.85, 0.95, "a note")])
        self.assertIn("| w | 0.5 | ≥ 0.85 | ≥ 0.95 | miss |", text)
        self.assertIn("- w: a note", text)


class TablesTest(unittest.TestCase):
    def test_markdown_has_a_line_for_each_problem_with_rivals(self):
        compared = problem(run(OURS, 0.3), run("published", 0.6), run("weight-decay", 0.5))
        text = tables.markdown([compared, problem(run(OURS, 0.3))])
        self.assertEqual(len(text.splitlines()), 3)
        self.assertIn("| digits | 0.3 | 0.5 | 0.60 | weight-decay, 0.1 constant |", text)

    def test_contents_have_no_infinity(self):
        found = problem(run(OURS, None), run("published", 0.6))
        json.dumps(tables.contents([found]), allow_nan=False)
        json.dumps(profile.content([found]), allow_nan=False)


class ProfileTest(unittest.TestCase):
    def setUp(self):
        found = problem(run(OURS, 0.3), run("published", 0.6), run("weight-decay", 0.5))
        self.ratios = profile.ratios([found])

    def test_ratios_are_to_the_best_rival(self):
        self.assertEqual(self.ratios["published"], [1.2])
        self.assertEqual(self.ratios[OURS], [0.6])

    def test_share_counts_what_is_within_a_factor(self):
        values = [0.4, 1, 1.5, math.inf]
        self.assertEqual([picture.share(values, each) for each in (0.3, 1, 4)], [0, 0.5, 0.75])

    def test_picture_has_a_curve_and_a_name_for_each_method_that_was_run(self):
        root = ElementTree.fromstring(picture.svg(self.ratios))
        curves = [each for each in root.iter("{http://www.w3.org/2000/svg}path")
                  if "H" in each.get("d")]
        self.assertEqual(len(curves), 3)
        self.assertIn("PathProx, recommended, its default rate", "".join(root.itertext()))

    def test_curve_rises_at_the_ratio_and_ends_at_the_right(self):
        path = picture.curve(OURS, [1.0, 2.0, math.inf])
        self.assertIn(f"H{picture.x(2):.1f}V{picture.y(2 / 3):.1f}H{picture.RIGHT:.1f}", path)


class FakePrograms:
    """Answers what a Java program would print; notes what it was asked."""

    def __init__(self, *answers):
        self.answers, self.asked, self.stopped = answers, [], False

    def lines(self, name, main, *arguments):
        return iter(["wine", "digits"])

    def results(self, name, main, *arguments):
        self.asked.append(list(map(str, arguments)))
        for answer in self.answers:
            if isinstance(answer, BaseException):
                raise answer
            yield answer

    def stop(self):
        self.stopped = True


class TrainingsTest(FolderTest):
    def test_run_trains_on_each_problem_with_what_the_plan_says(self):
        programs = FakePrograms(run(OURS, 0.1), run("published", None))
        plan = Plan(self.folder, (OURS,), seeds=(1, 2), divisor=50, is_fresh=True)
        trainings.run(plan, ["wine", "digits"], programs, 1, quiet)
        self.assertEqual([asked[1] for asked in programs.asked], ["digits", "wine"])
        self.assertEqual(programs.asked[0][2:6], ["--methods", "recommended", "--seeds", "1,2"])
        self.assertEqual(programs.asked[0][-3:], ["--divide", "50", "--fresh"])

    def test_run_that_fails_stops_all_programs(self):
        programs = FakePrograms(SetupError("broken"))
        with self.assertRaises(SetupError):
            trainings.run(Plan(self.folder), ["wine"], programs, 2, quiet)
        self.assertTrue(programs.stopped)


class CommandTest(FolderTest):
    def run_methods(self, programs, *arguments):
        """Runs `methods` on a fake Java program; returns exit code, text and JSON."""
        file = self.folder / "methods.json"
        folder = self.folder / "results"
        for suffix in ("", "-quick"):
            kept = folder.with_name(folder.name + suffix)
            kept.mkdir()
            lines = map(json.dumps, (run(OURS, 0.3), run("published", 0.6)))
            (kept / "digits.jsonl").write_text("\n".join(lines), encoding="utf-8")
        patches = (
            mock.patch.object(session, "compiled", lambda *_: ("jdk", "class path")),
            mock.patch.object(benchmark.methods, "Programs", lambda *_: programs),
            mock.patch.object(benchmark, "exit_on_termination"),
            mock.patch.object(benchmark, "TorchCheckout", lambda root: self.checkout),
        )
        with contextlib.ExitStack() as stack, silence() as output:
            for patch in patches:
                stack.enter_context(patch)
            options = ["--json", str(file), "--folder", str(folder), *arguments]
            code = benchmark.main(["methods", *options])
            text = output.getvalue()
        content = json.loads(file.read_text(encoding="utf-8")) if file.exists() else None
        return code, text, content

    def test_methods_prints_the_tables_and_writes_the_same(self):
        code, text, content = self.run_methods(FakePrograms())
        self.assertEqual((code, len(content["rows"])), (0, 10))
        self.assertIn("| worst ratio to the best rival | 0.5 | ≤ 1.5 | ≤ 1.15 | aim |", text)
        self.assertTrue(content["rows"][1]["higher"])

    def test_methods_quick_says_so_and_judges_nothing(self):
        _, text, content = self.run_methods(FakePrograms(), "--quick")
        self.assertIn("QUICK", text)
        self.assertEqual({row["must"] for row in content["rows"]}, {None})

    def test_methods_stopped_shows_what_there_is(self):
        code, text, content = self.run_methods(FakePrograms(KeyboardInterrupt()))
        self.assertEqual((code, content["rows"][2]["measured"]), (130, 0.5))

    def test_methods_only_ours_runs_no_rival(self):
        programs = FakePrograms()
        self.run_methods(programs, "--only", "ours", "--fresh-ours", "--problems", "digits")
        self.assertEqual(len(programs.asked), 1)
        self.assertIn("recommended", programs.asked[0])
        self.assertIn("--fresh", programs.asked[0])

    def test_methods_unknown_problem_is_refused_with_the_known_ones(self):
        code, text, _ = self.run_methods(FakePrograms(), "--problems", "iris")
        self.assertEqual(code, 1)
        self.assertIn("wine, digits", text)


if __name__ == "__main__":
    unittest.main()
