"""Flaws of drawn figures: each one alone is found, and a good figure has none."""

import copy
import unittest

from fixtures import ENVIRONMENT  # noqa: F401 (makes lab_checks importable)

from lab_checks import drawn_figures

SENT = {"data": [{"name": "a", "x": [1, 2, 3], "y": [1, 2, 3]}]}
BLACK, WHITE = "rgb(0, 0, 0)", "rgb(255, 255, 255)"


def text(kind, words, box):
    return {"kind": kind, "text": words, "box": box, "color": BLACK}


def good_figure():
    return {
        "box": [0, 0, 800, 400], "output": [0, 0, 900, 400], "background": WHITE,
        "plots": [[70, 60, 600, 350]],
        "texts": [
            text("title", "Objective", [300, 10, 400, 30]),
            text("legend", "a", [650, 60, 700, 80]),
            text("xTick", "0", [70, 352, 80, 365]),
        ],
        "traces": [{"name": "a", "points": [3], "computed": 3}],
        "drawn": [[80, 70, 590, 300]],
    }


class ProblemsTest(unittest.TestCase):
    def setUp(self):
        self.figure = good_figure()

    def assert_found(self, part):
        found = drawn_figures.problems([self.figure], [SENT])
        self.assertEqual(len(found), 1, found)
        self.assertIn(part, found[0])

    def test_problems_good_figure_has_none(self):
        self.assertEqual(drawn_figures.problems([self.figure], [SENT]), [])

    def test_problems_figure_missing_is_counted(self):
        self.assertIn("0 figures are drawn, 1 expected", drawn_figures.problems([], [SENT])[0])

    def test_problems_other_points_are_found(self):
        self.figure["traces"][0]["points"] = [2]
        self.assert_found("expected [('a', [3])]")

    def test_problems_heat_map_counts_each_row(self):
        sent = {"data": [{"z": [[1, 2], [3, 4]]}]}
        self.figure["traces"] = [{"name": "", "points": [2, 2], "computed": 1}]
        self.assertEqual(drawn_figures.problems([self.figure], [sent]), [])

    def test_problems_trace_not_visible_is_found(self):
        self.figure["drawn"] = []
        self.assert_found("0 of 1 traces are visible")

    def test_problems_no_title_is_found(self):
        del self.figure["texts"][0]
        self.assert_found("no title")

    def test_problems_wider_than_its_cell_is_found(self):
        self.figure["output"] = [0, 0, 700, 400]
        self.assert_found("wider than its cell")

    def test_problems_flaws_of_texts_are_found(self):
        flaws = [
            ("text", "&quot;a&quot;", "HTML entity"),
            ("box", [650, 60, 650, 60], "no size"),
            ("box", [750, 60, 850, 80], "cut off"),
            ("box", [500, 60, 700, 80], "on top of the plot"),
            ("box", [390, 10, 500, 30], "overlap"),
            ("color", "rgb(220, 220, 220)", "hard to see"),
        ]
        for name, value, part in flaws:
            with self.subTest(part):
                self.figure = copy.deepcopy(good_figure())
                self.figure["texts"][1][name] = value
                self.assert_found(part)

    def test_contrast_of_black_and_white_is_21(self):
        self.assertAlmostEqual(drawn_figures.contrast(BLACK, WHITE), 21)
        self.assertAlmostEqual(drawn_figures.contrast(WHITE, WHITE), 1)
