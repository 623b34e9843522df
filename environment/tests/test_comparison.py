"""The comparison: taking turns, rows, the table and the JSON file."""

import json
import unittest

from fixtures import FolderTest

from comparison import interleaving, lines, report, training_run
from comparison.interleaving import Timing
from comparison.workers import WorkFailed


class FakeWorker:
    """Answers at once; knows all works but those of which it is told."""

    def __init__(self, milliseconds, unknown=(), asked=None):
        self.milliseconds = milliseconds
        self.unknown = unknown
        self.asked = [] if asked is None else asked

    def ask(self, command, work="", times=1):
        self.asked.append((command, work))
        if work in self.unknown:
            raise WorkFailed(f"there is no work {work}")
        nanoseconds = [self.milliseconds * 10**6] * int(times)
        return {"nanoseconds": nanoseconds, "bytes": 8.0, "note": "a note"}


class FakeWorkers:
    """One worker of each name for all numbers of threads."""

    def __init__(self, java, torch):
        self.workers = {"java": java, "torch": torch}

    def of(self, timed):
        return self.workers[timed.worker]


LINE = lines.Line("w", "a", "b")


def quiet(text, may_take_long=False):
    """Progress that nobody sees."""


class InterleavingTest(unittest.TestCase):
    def test_measure_takes_turns_after_all_are_warm(self):
        asked = []
        workers = FakeWorkers(FakeWorker(500, asked=asked), FakeWorker(500, asked=asked))
        group = lines.Group("g", (LINE,), blocks=2, seconds_per_block=0)
        interleaving.measure(group, workers, [1], quiet)
        runs = [work for command, work in asked[asked.index(("prepare", "b")):] if command == "run"]
        self.assertEqual(runs[-4:], ["a", "b", "a", "b"])

    def test_measure_unknown_work_leaves_the_others(self):
        workers = FakeWorkers(FakeWorker(500, unknown=["a"]), FakeWorker(500))
        group = lines.Group("g", (LINE,), blocks=2, seconds_per_block=0)
        timings = interleaving.measure(group, workers, [1], quiet)
        row, = report.rows(group.lines, [1], timings)
        self.assertIsNone(row.measured)
        self.assertEqual(row.reference_ms, 500)
        self.assertIn("not measured: there is no work a", row.note)

    def test_prepare_fills_a_block(self):
        self.assertEqual(interleaving.prepare(FakeWorker(100), "a", 0.5), 5)
        self.assertEqual(interleaving.prepare(FakeWorker(3000), "a", 0.5), 1)

    def test_training_ours_is_a_sum_and_the_twin_a_multiple(self):
        workers = FakeWorkers(FakeWorker(2000), FakeWorker(10))
        timings = training_run.measure(workers, quiet, thousands=3)
        row, = report.rows([training_run.LINE], [1], timings)
        self.assertEqual((row.ours_ms, row.reference_ms), (6000, 30000))
        self.assertAlmostEqual(row.measured, 0.2)

    def test_beside_other_programs_the_mean_counts_since_it_sees_who_waits(self):
        nanoseconds = [1e6, 1e6, 7e6]
        self.assertEqual(Timing(nanoseconds=nanoseconds).milliseconds, 1)
        self.assertEqual(Timing(nanoseconds=nanoseconds, competes=True).milliseconds, 3)

    def test_groups_name_each_line_once(self):
        names = [line.work for group in lines.groups() for line in group.lines]
        self.assertEqual(len(names), len(set(names)))


def timing(milliseconds, **other):
    return Timing(nanoseconds=[milliseconds * 1e6], **other)


class ReportTest(FolderTest):
    BOUNDED = lines.Line(
        "dense PathProx step", "a", "b", lines.Bounds(0.78, 0.68), gain=lines.Bounds(1.65, 1.8),
    )

    def row(self, ours, reference, threads=1, **on_one):
        timed, against = self.BOUNDED.timed(threads)
        timings = {timed: ours, against: reference}
        if on_one:
            timings[self.BOUNDED.timed(1)[0]] = timing(**on_one)
        return report.row(self.BOUNDED, threads, timings)

    def test_verdict_compares_with_both_bounds(self):
        for ratio, expected in ((0.6, "aim"), (0.75, "pass"), (0.79, "miss")):
            with self.subTest(ratio):
                self.assertEqual(
                    report.verdict(ratio, "≤", 0.78, 0.68), f"≤ 0.78, 0.68: {expected}")
        self.assertEqual(report.verdict(1.7, "≥", 1.65, 1.8), "≥ 1.65, 1.8: pass")

    def test_verdict_without_bounds_is_empty(self):
        self.assertEqual(report.verdict(1, "≤", None, None), "")

    def test_gain_is_time_on_one_thread_divided_by_that_on_two(self):
        row = self.row(timing(6.0), timing(10.0), threads=2, milliseconds=10.2)
        self.assertAlmostEqual(row.gain, 1.7)
        self.assertEqual((row.must, row.gain_must), (None, 1.65))

    def test_rows_leave_out_a_line_on_the_threads_that_it_is_compared_with(self):
        line = lines.Line("w", "a", "a", against="java", against_threads=1)
        timings = {lines.Timed("java", "a", 1): timing(2), lines.Timed("java", "a", 2): timing(1)}
        row, = report.rows([line], [1, 2], timings)
        self.assertEqual((row.threads, row.measured), (2, 0.5))

    def test_number_shows_three_digits(self):
        shown = {1234.5: "1,234", 12.34: "12.3", 1.234: "1.23", 0.734: "0.734", 0.00641: "0.00641"}
        for value, text in shown.items():
            with self.subTest(value):
                self.assertEqual(report.number(value), text)
        self.assertEqual(report.number(None), "–")

    def test_markdown_has_a_line_for_each_row_and_its_note(self):
        rows = [self.row(timing(7.5, note="12.1 % active"), timing(10.0)),
                self.row(timing(5.0), timing(10.0), threads=2, milliseconds=7.5)]
        text = report.markdown({"processor": "P", "cores": 2}, [1, 2], rows)
        self.assertIn("processor: P; cores: 2", text)
        expected = (
            "| dense PathProx step | 7.50 | 10.0 | 0.750 | ≤ 0.78, 0.68: pass "
            "| 5.00 | 10.0 | 0.500 |  | 1.50 | ≥ 1.65, 1.8: miss |  |")
        self.assertIn(expected, text)
        self.assertIn("- dense PathProx step: 12.1 % active", text)

    def test_markdown_says_what_was_not_measured(self):
        row = self.row(Timing(problem="broken"), timing(10.0))
        text = report.markdown({"cores": 2}, [1], [row])
        self.assertIn("| not measured |", text)
        self.assertIn("not measured: broken", text)

    def test_json_holds_the_rows(self):
        file = self.folder / "speed.json"
        report.write_json(file, {"cores": 2}, [1], [self.row(timing(7.5), timing(10.0))])
        content = json.loads(file.read_text(encoding="utf-8"))
        self.assertEqual((content["threads"], content["machine"]), ([1], {"cores": 2}))
        row, = content["rows"]
        figures = [row[name] for name in ("measured", "must", "aim", "ours_ms", "reference_ms")]
        self.assertEqual(figures, [0.75, 0.78, 0.68, 7.5, 10.0])

    def test_json_failing_leaves_the_old_file(self):
        file = self.folder / "speed.json"
        file.write_text("old", encoding="utf-8")
        with self.assertRaises(TypeError):
            report.write_json(file, {"cores": object()}, [1], [])
        self.assertEqual(file.read_text(encoding="utf-8"), "old")
        self.assertEqual([each.name for each in self.folder.glob("speed*")], ["speed.json"])
