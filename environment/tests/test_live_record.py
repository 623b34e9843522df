"""What is wrong with a live output: too few states, too many, backwards, a wrong end."""

import unittest

from fixtures import ENVIRONMENT  # noqa: F401 (makes lab_checks importable)

from lab_checks import live_record


def output(iteration, state="running"):
    return {"state": state, "iteration": iteration, "text": f"iteration {iteration}, {state}"}


def record(*outputs, running=True):
    return {"running": running, "outputs": list(outputs)}


GOOD = [
    record(), record(output(0)), record(output(10)), record(output(20)),
    record(output(30, "completed")), record(output(30, "completed"), running=False),
]


class LiveRecordTest(unittest.TestCase):
    def assert_found(self, noted, part, seconds=1.0):
        found = live_record.problems(noted, 0, 30, seconds)
        self.assertTrue(any(part in problem for problem in found), found)

    def test_problems_good_record_has_none(self):
        self.assertEqual(live_record.problems(GOOD, 0, 30, 1.0), [])

    def test_problems_output_that_does_not_move_is_found(self):
        self.assert_found([record(output(0)), record(output(30, "completed"))], "showed 2 states")

    def test_problems_states_after_the_cell_do_not_count(self):
        late = [{**each, "running": False} for each in GOOD]
        self.assert_found(late, "showed 0 states while the cell ran")

    def test_problems_too_many_changes_are_found(self):
        self.assert_found(GOOD, "changed 4 times in 0.2 s", seconds=0.2)

    def test_problems_iterations_that_go_back_are_found(self):
        self.assert_found([GOOD[1], GOOD[3], GOOD[2], GOOD[4]], "go back")

    def test_problems_other_end_is_found(self):
        self.assert_found(GOOD[:4], "expected completed after 30")
        self.assert_found([*GOOD[:4], record(output(29, "completed"))], "expected completed")

    def test_problems_output_that_never_came_is_found(self):
        self.assert_found([record()], "it ends as []")

    def test_changed_after_next_sees_only_later_changes(self):
        ended, other = output(30, "completed"), output(0)
        apart = [*GOOD, record(ended, other), record(ended, output(5))]
        self.assertFalse(live_record.changed_after_next(apart, 0))
        mixed = [record(output(10), other), record(output(20), other)]
        self.assertTrue(live_record.changed_after_next(mixed, 0))
