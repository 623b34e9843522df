"""What the checks of the browser find: each flaw of a figure or of a live output alone."""

import copy
import unittest

import drawn_figures
import live_record

SENT = {"data": [{"name": "a", "x": [1, 2, 3], "y": [1, 2, 3]}]}
BLACK, WHITE = "rgb(0, 0, 0)", "rgb(255, 255, 255)"


def text(kind, words, box):
    return {"kind": kind, "text": words, "box": box, "color": BLACK}


GOOD_FIGURE = {
    "box": [0, 0, 800, 400], "output": [0, 0, 900, 400], "background": WHITE,
    "plots": [[70, 60, 600, 350]],
    "texts": [
        text("title", "Objective", [300, 10, 400, 30]), text("legend", "a", [650, 60, 700, 80]),
        text("xTick", "0", [70, 352, 80, 365]),
    ],
    "traces": [{"name": "a", "points": [3], "computed": 3}],
    "drawn": [[80, 70, 590, 300]],
}


class DrawnFiguresTest(unittest.TestCase):
    def test_problems_good_figure_and_heat_map_have_none(self):
        self.assertEqual(drawn_figures.problems([GOOD_FIGURE], [SENT]), [])
        map_ = {**GOOD_FIGURE, "traces": [{"name": "", "points": [2, 2], "computed": 1}]}
        self.assertEqual(drawn_figures.problems([map_], [{"data": [{"z": [[1, 2], [3, 4]]}]}]), [])

    def test_problems_each_flaw_is_found_alone(self):
        legend = GOOD_FIGURE["texts"][1]
        flaws = [
            ({"traces": [{"name": "a", "points": [2], "computed": 3}]}, "expected [('a', [3])]"),
            ({"drawn": []}, "0 of 1 traces are visible"),
            ({"texts": GOOD_FIGURE["texts"][1:]}, "no title"),
            ({"output": [0, 0, 700, 400]}, "wider than its cell"),
        ]
        for change, part in (
            ({"text": "&quot;a&quot;"}, "HTML entity"), ({"box": [650, 60, 650, 60]}, "no size"),
            ({"box": [750, 60, 850, 80]}, "cut off"),
            ({"box": [500, 60, 700, 80]}, "on top of the plot"),
            ({"box": [390, 10, 500, 30]}, "overlap"),
            ({"color": "rgb(220, 220, 220)"}, "hard to see"),
        ):
            texts = copy.deepcopy(GOOD_FIGURE["texts"])
            texts[1] = {**legend, **change}
            flaws.append(({"texts": texts}, part))
        for change, part in flaws:
            with self.subTest(part):
                found, = drawn_figures.problems([{**GOOD_FIGURE, **change}], [SENT])
                self.assertIn(part, found)
        self.assertIn("0 figures are drawn, 1 expected", drawn_figures.problems([], [SENT])[0])


def output(iteration, state="running"):
    return {"state": state, "iteration": iteration, "text": f"iteration {iteration}, {state}"}


def record(*outputs, running=True):
    return {"running": running, "outputs": list(outputs)}


GOOD = [record(), *(record(output(i)) for i in (0, 10, 20)),
        record(output(30, "completed")), record(output(30, "completed"), running=False)]


class LiveRecordTest(unittest.TestCase):
    def test_problems_of_a_live_output_are_found(self):
        self.assertEqual(live_record.problems(GOOD, 0, 30, 1.0), [])
        for noted, seconds, part in (
            ([record(output(0)), record(output(30, "completed"))], 1, "showed 2 states"),
            ([{**each, "running": False} for each in GOOD], 1, "showed 0 states while the cell"),
            (GOOD, 0.2, "changed 4 times in 0.2 s"),
            ([GOOD[1], GOOD[3], GOOD[2], GOOD[4]], 1, "go back"),
            (GOOD[:4], 1, "expected completed after 30"),
            ([*GOOD[:4], record(output(29, "completed"))], 1, "expected completed"),
            ([record()], 1, "it ends as []"),
        ):
            found = live_record.problems(noted, 0, 30, seconds)
            self.assertTrue(any(part in problem for problem in found), found)

    def test_changed_after_next_sees_only_later_changes(self):
        ended, other = output(30, "completed"), output(0)
        apart = [*GOOD, record(ended, other), record(ended, output(5))]
        self.assertFalse(live_record.changed_after_next(apart, 0))
        mixed = [record(output(10), other), record(output(20), other)]
        self.assertTrue(live_record.changed_after_next(mixed, 0))
