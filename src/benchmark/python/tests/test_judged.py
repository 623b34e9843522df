"""Bounds and figures in tables: a wrong verdict or a lost digit would mislead."""

import math
import sys
import unittest
from pathlib import Path

PYTHON = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PYTHON), str(PYTHON.parents[2] / "environment")]

from judged import Row, finite, markdown, shown, verdict  # noqa: E402


class JudgedTest(unittest.TestCase):
    def test_verdict_bounds_are_kept_at_equality(self):
        for measured, higher, expected in (
                (1.0, False, "aim"), (1.5, False, "pass"), (1.6, False, "miss"),
                (1.5, True, "aim"), (1.0, True, "aim"), (None, True, "not measured"),
                (math.inf, False, "miss")):
            with self.subTest(measured=measured, higher=higher):
                self.assertEqual(expected, verdict(measured, 1.5, 1.0, higher))

    def test_verdict_without_bounds_is_empty(self):
        self.assertEqual("", verdict(3, None, None))

    def test_shown_keeps_three_digits_and_whole_numbers(self):
        self.assertEqual(["1,234,567", "0.123", "not reached", "–"],
                         [shown(each) for each in (1234567, 0.12345, math.inf, None)])

    def test_content_has_null_for_what_json_cannot_hold(self):
        self.assertIsNone(finite(math.inf))
        self.assertIsNone(Row("work", math.inf, 1, 1).content()["measured"])

    def test_markdown_has_a_line_for_each_row(self):
        self.assertEqual("| a | b |\n| --- | --- |\n| 1 | 2 |", markdown(["a", "b"], [["1", "2"]]))


if __name__ == "__main__":
    unittest.main()
