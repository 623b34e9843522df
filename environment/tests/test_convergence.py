"""Convergence: what is read from curves, the rows and their verdicts, the search, the tables."""

import json
import unittest

from fixtures import FolderTest
from test_comparison import FakeWorker, quiet

from comparison.interleaving import Timing
from comparison.workers import WorkFailed
from convergence import comparison_table, elsewhere, heavy_ball, plan, results, show
from convergence.curves import NOT_REACHED, Curve, Point
from convergence.heavy_ball import Search
from convergence.orders import (
    DIGITS, HEAVY_BALL, MNIST, RECOMMENDED, WEIGHT_DECAY, HeavyBall, Order,
)
from convergence.results import Results
from convergence.row import over_seeds, single
from convergence.rows import convex, path, rows
from convergence.trainings import Trainings


def curve(*objectives, every=100, active=100, accuracy=0.9):
    """A curve with a record every so many iterations, the first at 0, of 10 ms each."""
    return Curve(tuple(
        Point(i * every, i * every * 0.01, objective, active, accuracy, 0.3)
        for i, objective in enumerate(objectives)
    ))


def falling(factor, last=16_000):
    """The objective factor/iteration, as smooth as a figure in a book."""
    return curve(2.3, *(factor / i for i in range(100, last + 100, 100)))


class CurveTest(unittest.TestCase):
    def test_iterations_to_is_the_first_record_or_not_reached(self):
        self.assertEqual(curve(2, 1, 0.5, 0.7).iterations_to(0.5), 200)
        self.assertEqual(curve(2, 1, 0.5).iterations_to(0.4), NOT_REACHED)

    def test_objective_at_tells_diverged_from_not_run(self):
        self.assertEqual(curve(2, 1).objective_at(100), 1)
        self.assertIsNone(curve(2, 1).objective_at(200))
        self.assertEqual(curve(2, 1, NOT_REACHED).objective_at(5000), NOT_REACHED)

    def test_excess_after_the_lowest_point(self):
        self.assertAlmostEqual(curve(2, 1, 1.1, 1.05).excess(100), 0.1)

    def test_excess_of_a_falling_curve_uses_the_lowest_so_far_within_the_window(self):
        bumps = curve(2, 2.4, 1.0, 1.2, 0.9, 0.909, 0.8)
        self.assertAlmostEqual(bumps.excess(400), 0.2)
        self.assertAlmostEqual(bumps.excess(200), 0.01)
        self.assertEqual(curve(3, 2, 1).excess(10_000), 0)

    def test_excess_of_a_divergence_is_infinite(self):
        self.assertEqual(curve(2, 1, NOT_REACHED).excess(100), NOT_REACHED)

    def test_records_above_counts_only_where_the_other_ran(self):
        ours, other = curve(5, 5, 2, 1, 9), curve(4, 4, 1, 1)
        self.assertEqual(ours.records_above(other, 0), 3)
        self.assertEqual(ours.records_above(other, 200), 1)

    def test_records_above_after_a_divergence_of_ours(self):
        self.assertEqual(curve(5, NOT_REACHED).records_above(curve(5, 4, 3, 2), 200), 2)

    def test_point_without_objective_has_diverged(self):
        answer = {"iteration": 7, "seconds": 1, "objective": None, "loss": None, "active": 0,
                  "accuracy": None, "testLoss": None}
        self.assertTrue(Curve((Point.of(answer),)).diverged)


class RowTest(unittest.TestCase):
    def test_verdicts(self):
        for values, verdict in (
            ({1: 5, 2: 6, 3: 90}, "aim"), ({1: 8, 2: 8, 3: 9}, "pass"),
            ({1: 1, 2: 11, 3: 12}, "miss"),
            ({1: 1, 2: NOT_REACHED, 3: NOT_REACHED}, "miss"), ({}, "not measured"),
            ({1: None}, "not measured"),
        ):
            with self.subTest(values):
                self.assertEqual(over_seeds("w", 10, 6, values, "").verdict, verdict)

    def test_worst_is_the_largest(self):
        row = over_seeds("w", 10, 6, {1: 5, 2: 90, 3: 6}, "")
        self.assertEqual((row.measured, row.worst), (6, 90))

    def test_content_has_no_infinity(self):
        content = over_seeds("w", 10, 6, {1: NOT_REACHED, 2: 3}, "a note").content()
        text = json.dumps(content, allow_nan=False)
        self.assertIn('"values": {"1": null, "2": 3}', text)
        self.assertFalse(content["reached"])
        self.assertEqual((content["measured"], content["verdict"]), (None, "miss"))

    def test_shown(self):
        for value, text in ((None, "–"), (NOT_REACHED, "not reached"), (3500, "3,500"), (0, "0"),
                            (0.00481, "0.00481"), (1.23e-9, "1.23e-09"), (0.612, "0.612")):
            with self.subTest(value):
                self.assertEqual(show.shown(value), text)


class RowsTest(unittest.TestCase):
    def setUp(self):
        self.results = Results()
        self.results.of(RECOMMENDED).update({1: falling(10), 2: falling(12), 3: falling(30)})

    def rows(self):
        return rows(plan.full(3), self.results)

    def test_objectives_and_iterations(self):
        measured = [(row.measured, row.worst, row.verdict) for row in self.rows()[:5]]
        self.assertEqual(measured[0], (0.012, 0.03, "pass"))
        self.assertEqual(measured[2], (0.003, 0.0075, "aim"))
        self.assertEqual(measured[3], (2300, 5600, "pass"))
        self.assertEqual(measured[4], (3300, 8200, "aim"))

    def test_target_never_reached_is_a_miss_that_says_so(self):
        self.results.of(RECOMMENDED).update({2: falling(100), 3: falling(100)})
        row = self.rows()[4]
        self.assertEqual((row.measured, row.verdict), (NOT_REACHED, "miss"))
        self.assertIn("seed 2 not within 16,000", row.note)
        self.assertIn("| not reached | not reached | ≤ 9000 |", show.markdown([row]))

    def test_heavy_ball_compares_the_same_seeds(self):
        self.results.search = Search([], HeavyBall(0.1, 0.95, 200), {
            seed: falling(factor) for seed, factor in ((1, 20), (2, 48), (3, 30))})
        row = self.rows()[5]
        self.assertEqual({seed: round(v, 2) for seed, v in row.values.items()},
                         {1: 0.5, 2: 0.26, 3: 1.0})
        self.assertEqual(row.verdict, "pass")
        self.assertIn("learning rate 0.1, momentum 0.95 from 200", row.note)
        self.assertIn("grid: learning rate 0.1, 0.3", row.note)

    def test_heavy_ball_not_found_is_not_measured(self):
        self.assertEqual(self.rows()[5].verdict, "not measured")

    def test_excess_of_a_curve_that_rises_again(self):
        points = falling(10).points
        risen = Curve(points[:-1] + (Point(16_000, 160, points[-2].objective * 1.05),))
        self.assertEqual(self.rows()[6].verdict, "aim")
        self.results.of(RECOMMENDED).update({1: risen, 2: risen})
        row = self.rows()[6]
        self.assertAlmostEqual(row.measured, 0.05)
        self.assertEqual(row.verdict, "miss")

    def test_weight_decay_sums_the_records_above(self):
        self.results.of(WEIGHT_DECAY).update(
            {1: falling(9, last=300), 2: falling(13, last=300), 3: falling(40, last=300)})
        row = self.rows()[7]
        self.assertEqual((row.measured, row.worst, row.verdict), (2, 2, "miss"))
        self.assertIn("weight decay ends at 0.03 after 300", row.note)

    def test_active_units_need_the_objective(self):
        self.assertEqual((self.rows()[8].measured, self.rows()[8].verdict), (100, "aim"))
        self.results.of(RECOMMENDED).update({1: falling(100), 2: falling(100)})
        self.assertEqual(self.rows()[8].measured, NOT_REACHED)

    def test_time_against_pytorch(self):
        self.results.step = Timing(nanoseconds=[10e6, 10e6])
        row = self.rows()[9]
        self.assertAlmostEqual(row.reference_ms, 940_000)
        self.assertAlmostEqual(row.ours_ms, 33_000)
        self.assertAlmostEqual(row.measured, 33 / 940)
        self.assertEqual(row.verdict, "pass")
        self.assertIn("PyTorch's is computed: 10.0 ms a step", row.note)

    def test_time_without_pytorch_is_not_measured(self):
        self.results.step = Timing(problem="no torch")
        self.assertEqual(self.rows()[9].verdict, "not measured")
        self.assertIn("no torch", self.rows()[9].note)

    def test_failed_runs_are_left_out_and_named(self):
        self.results.of(RECOMMENDED)[3] = Curve((), "no such method")
        row = self.rows()[0]
        self.assertEqual(set(row.values), {1, 2})
        self.assertIn("seed 3 failed: no such method", row.note)

    def test_nothing_measured_gives_rows_all_the_same(self):
        verdicts = {row.verdict for row in rows(plan.full(3), Results())}
        self.assertEqual(verdicts, {"not measured"})

    def test_convex_counts_only_if_it_stopped(self):
        self.assertEqual(convex(self.results, 1e-8).verdict, "not measured")
        for stopped, verdict in ((True, "pass"), (False, "miss")):
            self.results.convex = {"residual": 1e-9, "stopped": stopped, "iterations": 10}
            self.assertEqual(convex(self.results, 1e-8).verdict, verdict)

    def test_path_is_a_ratio(self):
        self.results.path = {"warm": 40, "cold": 100}
        self.assertEqual(path(self.results, 0.5, 0.3).measured, 0.4)
        self.assertEqual(single("w", 0.5, None, None, "").verdict, "not measured")


class FakeTrainings:
    """Answers with curves by seed and setting; notes how far it was asked to run."""

    def __init__(self, curves):
        self.curves = curves
        self.limits = []

    def run(self, order, iterations, stop_at=0.0, watch=lambda point: None):
        self.limits.append(iterations)
        return self.curves[order.rate, order.seed]


class SearchTest(unittest.TestCase):
    def search(self, curves):
        settings = tuple(HeavyBall(rate, 0.9, 0) for rate in (0.1, 0.2, 0.3))
        trainings, found = FakeTrainings(curves), Search([])
        chosen = plan.Plan((1, 2), heavy_ball_limit=1_000, settings=settings)
        heavy_ball.search(chosen, trainings, found)
        return trainings, found

    def test_search_takes_the_fastest_and_limits_the_rest_to_it(self):
        slow, fast = curve(1, 1, 1, 1, 0.001), curve(1, 1, 0.001)
        trainings, found = self.search({
            (0.1, 1): slow, (0.1, 2): slow, (0.2, 1): fast, (0.2, 2): slow,
            (0.3, 1): curve(1, NOT_REACHED)})
        self.assertEqual(found.best.rate, 0.2)
        self.assertEqual(trainings.limits, [1000, 1000, 300, 1000, 100])
        self.assertEqual([each.outcome for each in found.tried], [
            "reached after 400 iterations", "reached after 200 iterations",
            "diverged after 100 iterations"])

    def test_search_refuses_what_fails_on_another_seed(self):
        slow, fast = curve(1, 1, 1, 1, 0.001), curve(1, 1, 0.001)
        _, found = self.search({
            (0.1, 1): slow, (0.1, 2): slow, (0.2, 1): fast, (0.2, 2): curve(1, NOT_REACHED),
            (0.3, 1): curve(1, 1)})
        self.assertEqual(found.best.rate, 0.1)
        self.assertIn("not on seed 2: diverged", found.tried[1].outcome)

    def test_grid_holds_high_momentum_and_early_and_late_starts(self):
        grid = plan.grid()
        self.assertEqual(len(grid), len(set(grid)))
        for rate in (0.1, 0.3):
            for momentum in (0.9, 0.95, 0.98):
                for start in (0, 1_000):
                    self.assertIn(HeavyBall(rate, momentum, start), grid)


class ElsewhereTest(unittest.TestCase):
    def rank(self, *curves):
        decay = {1: curve(4, 3, 2), 2: curve(4, 3, 2)}
        return elsewhere.rank(dict(enumerate(curves, start=1)), decay)

    def test_rank_prefers_what_is_sooner_where_weight_decay_ends(self):
        sooner, lower = curve(4, 2, 1.9), curve(4, 3, 1)
        self.assertLess(self.rank(sooner, sooner), self.rank(lower, lower))

    def test_rank_diverged_on_one_seed_is_refused(self):
        self.assertEqual(self.rank(curve(4, 1), curve(4, NOT_REACHED))[0], NOT_REACHED)

    def test_rank_failed_is_refused(self):
        self.assertEqual(self.rank(Curve((), "broken"), curve(4, 1))[0], NOT_REACHED)


class FakeJava:
    """A Java program whose objective falls by a factor with each record."""

    def __init__(self, factor=0.5, fails_at=None):
        self.factor, self.fails_at = factor, fails_at
        self.iteration, self.objective, self.closed = 0, 2.0, False

    def ask(self, command, *words):
        if command == "start":
            self.iteration, self.objective = 0, 2.0
        if command == "advance":
            self.iteration += int(words[0])
            self.objective *= self.factor
        if command == "convex" or self.iteration == self.fails_at:
            raise WorkFailed("broken")
        if command == "path":
            return {}
        return {"iteration": self.iteration, "seconds": 1.0, "objective": self.objective,
                "loss": 0.0, "active": 3, "accuracy": None, "testLoss": 0.1}

    def close(self):
        self.closed = True


class TrainingsTest(FolderTest):
    order = Order(MNIST, RECOMMENDED, 1)

    def trainings(self, java):
        return Trainings(lambda: java, quiet, self.folder / "curves.jsonl")

    def test_run_keeps_each_record_in_the_file(self):
        java = FakeJava()
        found = self.trainings(java).run(self.order, 300)
        self.assertEqual([point.objective for point in found.points], [2, 1, 0.5, 0.25])
        kept = (self.folder / "curves.jsonl").read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(kept), 4)
        self.assertEqual(json.loads(kept[3])["point"]["objective"], 0.25)
        self.assertTrue(java.closed)

    def test_run_stops_at_the_target(self):
        self.assertEqual(self.trainings(FakeJava()).run(self.order, 900, 0.5).last.iteration, 200)

    def test_run_failing_method_is_a_result(self):
        found = self.trainings(FakeJava(fails_at=200)).run(self.order, 900)
        self.assertEqual((found.problem, found.last.iteration), ("broken", 100))

    def test_measure_fills_everything_and_the_tables_show_it(self):
        found = Results()
        twin = FakeWorker(10)
        results.measure(plan.quick(), self.trainings(FakeJava()), twin, found)
        self.assertEqual(set(found.of(HEAVY_BALL, DIGITS)), {1})
        self.assertEqual(found.step.milliseconds, 10)
        self.assertEqual(found.convex, {"problem": "broken"})
        expected = "| heavy-ball weight decay, momentum 0.99 from 0 |"
        self.assertIn(expected, comparison_table.markdown(found))

    def test_measure_without_the_twin_goes_on(self):
        found = Results()
        twin = FakeWorker(10, unknown=[results.STEP])
        results.measure_recommended(plan.quick(), self.trainings(FakeJava()), twin, found)
        self.assertIn("there is no work", found.step.problem)
        self.assertIn(1, found.of(RECOMMENDED))

    def test_order_is_what_the_java_side_reads(self):
        self.assertEqual(json.loads(HeavyBall(0.3, 0.9, 200).order(2).json()), {
            "problem": "MNIST", "method": "HEAVY_BALL", "seed": 2, "rate": 0.3,
            "momentum": 0.9, "momentumFrom": 200})


if __name__ == "__main__":
    unittest.main()
