"""What a notebook's file tells: cells, forms of outputs, paths, sizes."""

import unittest
from pathlib import Path

from outputs_fixtures import code, error, figure, notebook, prose, result, shown, stream
from fixtures import FolderTest

from outputs import problems


def found(*cells, root=Path("/srv/check out")):
    return problems.problems(notebook(*cells), root)


class ProblemsTest(unittest.TestCase):
    def assert_one(self, expected, *cells):
        lines = found(*cells)
        self.assertEqual(len(lines), 1, lines)
        self.assertIn(expected, lines[0])

    def test_good_notebook_has_none(self):
        cells = prose("x"), code("a", figure(), result("x", html="<b>x</b>")), code("", count=None)
        self.assertEqual(found(*cells, code("b", stream("stdout", "fine"))), [])

    def test_cell_that_was_not_executed(self):
        self.assert_one("cell 2 was not executed", code("a"), code("b", count=None))

    def test_error(self):
        self.assert_one("cell 1 failed: E: value", code("a", error()))

    def test_cells_after_an_error_are_not_reported(self):
        self.assert_one("cell 1 failed", code("a", error()), code("b", count=None))

    def test_announced_error_is_none(self):
        self.assertEqual(found(code("a", error(), tags=["raises-exception"])), [])

    def test_stderr_takes_one_line(self):
        self.assert_one("cell 1 wrote to stderr: oh no", code("a", stream("stderr", "oh\nno\n")))

    def test_figure_without_static_picture(self):
        self.assert_one("without its static picture", code("a", figure(svg=None)))

    def test_figure_with_png(self):
        self.assert_one("image/png", code("a", figure(**{"image/png": "x"})))

    def test_output_without_text(self):
        self.assert_one("without text/plain: text/html", code("a", shown({"text/html": ["x"]})))

    def test_paths_of_this_and_other_machines(self):
        for text in ("/srv/check out/a.csv", "/home/ann/a.csv", "in C:\\Users\\ann\\a.csv"):
            for output in (result(text), stream("stdout", text), result("x", html=text)):
                with self.subTest(text=text, output=output):
                    self.assert_one("shows a path of this machine", code("a", output))

    def test_addresses_of_the_web_are_no_paths(self):
        self.assertEqual(found(code("a", result("https://x.org/home/ann and a/tmp/b"))), [])


class SizeTest(FolderTest):
    def test_of_size_names_the_limit(self):
        file = self.write("a.ipynb", "x" * problems.LARGEST_BYTES)
        self.assertEqual(problems.of_size(file), [])
        file.write_text("x" * (problems.LARGEST_BYTES + 1), encoding="utf-8")
        self.assertEqual(
            problems.of_size(file),
            ["it has 1,000,001 bytes; the most that is allowed is 1,000,000"],
        )
