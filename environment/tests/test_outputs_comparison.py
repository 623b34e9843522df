"""The comparison with a new run: what must be the same, and what may round differently."""

import unittest

from outputs_fixtures import code, error, figure, notebook, result, stream

from outputs import comparison
from outputs.notebook_file import PLOTLY


def difference(old, new, tags=()):
    """The line for one cell that shows `old` in the notebook and `new` in a new run, or None."""
    lines = comparison.differences(notebook(code("a", old, tags=tags)), notebook(code("a", new)))
    return lines[0] if lines else None


class ComparisonTest(unittest.TestCase):
    def assert_same(self, old, new):
        self.assertIsNone(difference(old, new))

    def assert_differs(self, old, new, expected):
        line = difference(old, new)
        self.assertIsNotNone(line)
        self.assertIn("cell 1 shows something else than is committed: ", line)
        self.assertIn(expected, line)

    def test_numbers_of_the_same_size_are_the_same(self):
        for old, new in (
            ("active units [52, 46, 39]", "active units [40, 57, 45]"),
            ("objective 0.028519", "objective 0.027332"), ("−1,234.5", "−1,500"),
            ("1 of 3 units", "3 of 3 units"), ("residual 3e-9", "residual 1.2e-07"),
            ("labels: unit 85, unit 1", "labels: unit 3, unit 77"),
            ("a  1.5 █▄▁", "a 1.25  ▇▇▇▇▃"), ("------ x", "--- x"),
        ):
            with self.subTest(old=old, new=new):
                self.assert_same(result(old), result(new))
                self.assert_same(stream("stdout", old), stream("stdout", new))

    def test_numbers_of_another_size_differ(self):
        for old, new in (
            ("objective 0.03", "objective 0.3"), ("1,000 samples", "10,000 samples"),
            ("slope 2.5", "slope -2.5"), ("2 units", "5 units"), ("1e-3", "1e-5"),
        ):
            with self.subTest(old=old, new=new):
                self.assert_differs(result(old), result(new), "instead of")

    def test_words_differ(self):
        self.assert_differs(result("✓ it holds"), result("✓ it holds not"), "not")
        self.assert_differs(result("loss 0.5"), result("loss NaN"), '"loss NaN"')

    def test_html_is_compared_as_it_is_read(self):
        old = result("x", html="<p>a 1.5</p><svg><path d='M1,2'/></svg>")
        self.assert_same(old, result("x", html="<p>a 1.6</p><svg><path d='M9,900'/></svg>"))
        self.assert_differs(old, result("x", html="<p>b 1.5</p>"), '"b')

    def test_kinds_of_outputs_differ(self):
        self.assert_differs(result("x"), result("x", html="x"), "text/html")
        self.assert_differs(error("A"), error("B"), "error B")
        self.assert_differs(result("x"), stream("stdout", "x"), "stream stdout")

    def test_number_of_outputs_differs(self):
        lines = comparison.differences(
            notebook(code("a", result("x"))), notebook(code("a", result("x"), result("x")))
        )
        self.assertEqual(len(lines), 1)

    def test_static_picture_is_not_missed_in_the_new_run(self):
        self.assert_same(figure(), figure(svg=None))

    def test_points_of_figures_may_be_elsewhere(self):
        self.assert_same(figure([1, 2, 3]), figure([1, 20, 300]))

    def test_figures_differ_in_length_title_and_gaps(self):
        self.assert_differs(figure(), figure([1, 2]), "2 entries instead of 3")
        self.assert_differs(figure(), figure(title="B"), '"B" instead of "A title"')
        self.assert_differs(figure(), figure([1, None, 3]), "y[1] is None instead of 2")
        wide = figure()
        wide["data"][PLOTLY]["layout"]["width"] = 7
        self.assert_differs(figure(), wide, "layout has ['title', 'width'] instead of ['title']")
        self.assert_differs(figure(), figure([1, True, 3]), "y[1] is True instead of 2")

    def test_cell_that_varies_only_shows_the_same_kinds(self):
        tags = [comparison.ANY_CONTENT]
        self.assertIsNone(difference(result("one"), result("two"), tags))
        self.assertIn("stream", difference(result("one"), stream("stdout", "one"), tags))
