"""Static pictures: which figures get one, and that their names are their own."""

import re
import unittest

from outputs_fixtures import code, figure, notebook, prose, result
from fixtures import FolderTest

from outputs import browser, pictures, thumbnails
from outputs.notebook_file import PLOTLY, SVG
from steps.console import SetupError

DRAWN = (
    '<svg class="main-svg"><defs id="defs-d8ba42"><clipPath id="clipd8ba42xy"/><g id="gd8ba42-1"/></defs>\n'
    '<g clip-path="url(#clipd8ba42xy)" fill="url(\'#gd8ba42-1\')"/>'
    '<use class="traced8ba42" href="#gd8ba42-1"/><text>d8ba42</text></svg>'
)


class AddTest(unittest.TestCase):
    def add(self, *cells, draw=lambda figure: DRAWN):
        made = notebook(*cells)
        pictures.add(made, draw)
        return ["".join(output["data"].get(SVG, [])) for cell in made["cells"]
                for output in cell.get("outputs", [])]

    def test_add_figures_get_a_picture_and_others_none(self):
        svgs = self.add(prose("x"), code("a", result("x"), figure(svg=None)))
        self.assertEqual(svgs[0], "")
        self.assertIn("<svg>", svgs[1])

    def test_add_random_names_become_names_of_the_cell(self):
        first, = self.add(code("a", figure(), name="one"))
        again, = self.add(
            code("a", figure(), name="one"), draw=lambda figure: DRAWN.replace("d8ba42", "123456")
        )
        self.assertEqual(first.replace("<text>d8ba42", "<text>123456"), again)
        self.assertIn('id="cell-one-0-1"', first)
        self.assertIn('clip-path="url(#cell-one-0-1)"', first)
        self.assertIn("<text>d8ba42</text>", first)

    def test_add_all_references_still_point_to_something(self):
        svg, = self.add(code("a", figure()))
        names = set(re.findall(r'id="([^"]+)"', svg))
        references = re.findall(r"(?:url\('?|href=\")#([^)'\"]+)", svg)
        self.assertEqual(len(references), 3)
        self.assertLessEqual(set(references), names)

    def test_add_two_pictures_share_no_name(self):
        svgs = self.add(code("a", figure(), figure(), name="one"), code("b", figure(), name="two"))
        names = [name for svg in svgs for name in re.findall(r'id="([^"]+)"', svg)]
        self.assertEqual(len(names), 9)
        self.assertEqual(len(set(names)), 9)

    def test_static_keeps_what_the_layout_says(self):
        content = figure()["data"][PLOTLY]
        drawn = pictures.static(content)["layout"]
        self.assertEqual((drawn["width"], drawn["height"]), (pictures.WIDTH, pictures.HEIGHT))
        self.assertEqual(drawn["paper_bgcolor"], "white")
        content["layout"].update(width=10, font={"size": 9, "family": "F"})
        drawn = pictures.static(content)["layout"]
        self.assertEqual((drawn["width"], drawn["font"]), (10, {"size": 9, "family": "F"}))
        self.assertNotIn("height", content["layout"])


class ThumbnailTest(unittest.TestCase):
    def test_figure_is_that_of_the_tagged_cell(self):
        other, tagged = figure(title="other"), figure(title="tagged")
        made = notebook(code("a", other), code("b", result("x"), tagged, tags=["thumbnail"]))
        self.assertEqual(thumbnails.figure(made), tagged["data"][PLOTLY])

    def test_figure_without_a_tag_is_none(self):
        self.assertIsNone(thumbnails.figure(notebook(code("a", figure()))))
        untold = notebook(code("a", result("x"), tags=["thumbnail"]))
        self.assertIsNone(thumbnails.figure(untold))

    def test_small_has_lines_but_nothing_to_read_and_leaves_the_figure_alone(self):
        full = figure()["data"][PLOTLY]
        full["layout"].update(xaxis={"title": {"text": "x"}, "type": "log"}, showlegend=True)
        layout = thumbnails.small(full)["layout"]
        self.assertEqual(thumbnails.small(full)["data"], full["data"])
        self.assertEqual(
            layout["xaxis"], {"title": {"text": ""}, "type": "log", "showticklabels": False}
        )
        self.assertFalse(layout["showlegend"])
        self.assertEqual(full["layout"]["xaxis"]["title"], {"text": "x"})

    def test_small_trace_has_no_texts_at_its_points_and_no_color_bar(self):
        traces = [{"mode": "lines+markers+text"}, {"colorscale": []}, {"mode": "lines"}]
        small = thumbnails.small({"data": traces, "layout": {}})["data"]
        self.assertEqual(
            small,
            [{"mode": "lines+markers"}, {"colorscale": [], "showscale": False}, {"mode": "lines"}],
        )


@unittest.skipIf(browser.WINDOWS, "the programs are shell scripts")
class BrowserTest(FolderTest):
    def program(self, name, says="Chromium 1"):
        file = self.write(name, f"#!/bin/sh\necho {says}\n")
        file.chmod(0o755)
        return file

    def test_find_browser_path_comes_first(self):
        named, other = self.program("named/mine"), self.program("bin/chromium")
        environment = {"BROWSER_PATH": str(named), "PATH": str(other.parent)}
        self.assertEqual(browser.find(environment), named)

    def test_find_on_the_path_then_in_usual_places(self):
        other, usual = self.program("bin/chromium"), self.program("Applications/Chrome")
        self.assertEqual(browser.find({"PATH": str(other.parent)}, [usual]), other)
        self.assertEqual(browser.find({"PATH": ""}, [usual]), usual)

    def test_find_none_says_how_to_get_one(self):
        other = self.program("bin/chrome", says="usage")
        for environment in (
            {"PATH": ""}, {"PATH": str(other.parent)}, {"PATH": "", "BROWSER_PATH": str(other)},
            {"PATH": "", "BROWSER_PATH": "/no/such/program"},
        ):
            with self.subTest(environment), self.assertRaises(SetupError) as raised:
                browser.find(environment, [])
            self.assertIn("sudo apt install chromium", str(raised.exception))
            self.assertIn("BROWSER_PATH", str(raised.exception))
