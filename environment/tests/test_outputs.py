"""Committed outputs: files, origin, faults, comparison with a new run, static pictures."""

import json
import re
import unittest
from pathlib import Path

from fixtures import (
    ENVIRONMENT, WINDOWS, FolderTest, code, error, figure, notebook, prose, result, shown, stream,
)

import run_notebooks
from outputs import (
    browser, comparison, moving_picture, notebook_file, origin, pictures, problems,
)
from outputs.notebook_file import PLOTLY
from steps.console import SetupError

DRAWN = (
    '<svg class="main-svg"><defs id="defs-d8ba42"><clipPath id="clipd8ba42xy"/>'
    '<g id="gd8ba42-1"/></defs>\n'
    '<g clip-path="url(#clipd8ba42xy)" fill="url(\'#gd8ba42-1\')"/>'
    '<use class="traced8ba42" href="#gd8ba42-1"/><text>d8ba42</text></svg>'
)


class NotebookFileTest(FolderTest):
    def test_text_is_as_jupyter_writes_it_but_lists_of_numbers_take_one_line(self):
        made = notebook(code("ü", figure([1, -2.5e-07, None, 3]), result("[\n 1,\n 2\n]")))
        text = notebook_file.text_of(made)
        self.assertIn('"y": [1,-2.5e-07,null,3]', text)
        self.assertEqual(json.loads(text), made)
        made = notebook(code("a", result("ü")))
        expected = json.dumps(made, indent=1, sort_keys=True, ensure_ascii=False)
        self.assertEqual(notebook_file.text_of(made), expected + "\n")

    def test_read_what_is_no_notebook_is_refused(self):
        for content in ("", "{", "[]", "{}", '{"cells": [1]}', '{"cells": [{"cell_type": 1}]}'):
            file = self.write("a.ipynb", content)
            with self.subTest(content):
                self.assert_refused("a.ipynb is not a notebook", notebook_file.read, file)

    def test_strip_removes_what_the_next_run_writes_differently(self):
        cell = code("a", dict(figure(**{"image/png": "x"}), transient={"display_id": "1"}),
                    result("a.B@1f", html="<p>a.B@1f</p>"), stream("stdout", "a.B@1f"),
                    shown({"image/png": "alone"}))
        cell["metadata"]["execution"] = {"iopub.status.busy": "now"}
        cell["outputs"][0]["metadata"]["image/png"] = {"width": 1}
        made = notebook(cell)
        made["metadata"]["language_info"]["version"] = "17.0.15"
        notebook_file.strip(made)
        kept = code("a", figure(), result("a.B@…", html="<p>a.B@…</p>"), stream("stdout", "a.B@…"),
                    shown({"image/png": "alone"}))
        self.assertEqual(made, notebook(kept))

    def test_without_addresses_knows_javas_forms(self):
        for text, expected in (
            ("pathprox.A$B@6d06d69c", "pathprox.A$B@…"),
            ("REPL.$JShell$1$$Lambda$45/0x00007f12@4b1a", "REPL.$JShell$1$$Lambda$45@…"),
            ("[[D@1b2c and [Ljava.lang.String;@9", "[[D@… and [Ljava.lang.String;@…"),
            ("mail a.b@cafe.org, 3@4, x@1f", "mail a.b@cafe.org, 3@4, x@1f"),
        ):
            self.assertEqual(notebook_file.without_addresses(text), expected)


class OriginTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.notebook = notebook(prose("x"), code("a", figure()))
        origin.stamp(self.notebook, self.checkout)

    def assert_found(self, pattern):
        found = origin.problems(self.notebook, self.checkout)
        self.assertRegex("\n".join(found), f"^{pattern}.*--update$")
        origin.stamp(self.notebook, self.checkout)
        self.assertEqual(origin.problems(self.notebook, self.checkout), [])

    def test_problems_prose_and_hidden_files_may_change(self):
        self.notebook["cells"][0]["source"] = ["corrected"]
        self.write("src/main/java/pathprox/.A.java.swp", "x")
        self.write("src/test/java/pathprox/ATest.java", "x")
        self.assertEqual(origin.problems(self.notebook, self.checkout), [])

    def test_problems_name_what_has_changed(self):
        self.notebook["cells"][1]["metadata"]["tags"] = ["varies"]
        self.assert_found("its code has changed")
        for name in ("src/main/java/pathprox/A.java", "src/tutorial/java/B.java", "pom.xml"):
            self.write(name, "changed")
            self.assert_found("the library ")
        self.write("environment/requirements.txt", "jjava==2\n")
        self.assert_found("environment/requirements.txt ")
        self.notebook["cells"][1]["outputs"][0]["data"][PLOTLY]["data"][0]["y"][0] = 7
        self.assert_found("its outputs are not ")
        del self.notebook["metadata"]["pathprox"]
        self.assert_found("it does not say")


class ProblemsTest(FolderTest):
    def test_problems_name_each_fault_alone(self):
        faults = [
            ("cell 2 was not executed", code("a"), code("b", count=None)),
            ("cell 1 failed: E: value", code("a", error()), code("b", count=None)),
            ("cell 1 wrote to stderr: oh no", code("a", stream("stderr", "oh\nno\n"))),
            ("without its static picture", code("a", figure(svg=None))),
            ("image/png", code("a", figure(**{"image/png": "x"}))),
            ("without text/plain: text/html", code("a", shown({"text/html": ["x"]}))),
        ]
        for text in ("/srv/check out/a.csv", "/home/ann/a.csv", "in C:\\Users\\ann\\a.csv"):
            for output in (result(text), stream("stdout", text), result("x", html=text)):
                faults.append(("shows a path of this machine", code("a", output)))
        for expected, *cells in faults:
            with self.subTest(expected):
                found, = problems.problems(notebook(*cells), Path("/srv/check out"))
                self.assertIn(expected, found)

    def test_problems_good_notebook_has_none(self):
        made = notebook(
            prose("x"), code("a", figure(), result("https://x.org/home/ann", html="<b>x</b>")),
            code("", count=None), code("c", error(), tags=["raises-exception"]),
            code("b", stream("stdout", "fine")),
        )
        self.assertEqual(problems.problems(made, Path("/srv/check out")), [])

    def test_of_size_names_the_limit(self):
        file = self.write("a.ipynb", "x" * problems.LARGEST_BYTES)
        self.assertEqual(problems.of_size(file), [])
        file.write_text("x" * (problems.LARGEST_BYTES + 1), encoding="utf-8")
        expected = "it has 1,000,001 bytes; the most that is allowed is 1,000,000"
        self.assertEqual(problems.of_size(file), [expected])


class ComparisonTest(unittest.TestCase):
    def difference(self, old, new, tags=()):
        """The line for one cell that shows `old` in the notebook and `new` in a new run, or ""."""
        old, new = ([each] if isinstance(each, dict) else each for each in (old, new))
        made = notebook(code("a", *old, tags=tags)), notebook(code("a", *new))
        return "".join(comparison.differences(*made))

    def test_same_sizes_and_what_is_no_content_are_the_same(self):
        pairs = [(figure(), figure(svg=None)), (figure([1, 2, 3]), figure([1, 20, 300])),
                 (result("x", html="<p>a 1.5</p><svg><path d='M1,2'/></svg>"),
                  result("x", html="<p>a 1.6</p><svg><path d='M9,900'/></svg>"))]
        for old, new in (
            ("active units [52, 46, 39]", "active units [40, 57, 45]"),
            ("objective 0.028519", "objective 0.027332"), ("−1,234.5", "−1,500"),
            ("1 of 3 units", "3 of 3 units"), ("residual 3e-9", "residual 1.2e-07"),
            ("labels: unit 85, unit 1", "labels: unit 3, unit 77"),
            ("a  1.5 █▄▁", "a 1.25  ▇▇▇▇▃"), ("------ x", "--- x"),
        ):
            pairs += [(result(old), result(new)), (stream("stdout", old), stream("stdout", new))]
        for old, new in pairs:
            with self.subTest(old=old, new=new):
                self.assertEqual(self.difference(old, new), "")

    def test_words_sizes_kinds_and_forms_of_figures_differ(self):
        wide = figure()
        wide["data"][PLOTLY]["layout"]["width"] = 7
        for old, new, expected in (
            (result("objective 0.03"), result("objective 0.3"), "0.3 instead of 0.03"),
            (result("1,000 samples"), result("10,000 samples"), "instead of"),
            (result("slope 2.5"), result("slope -2.5"), "instead of"),
            (result("2 units"), result("5 units"), "instead of"),
            (result("1e-3"), result("1e-5"), "instead of"),
            (result("✓ it holds"), result("✓ it holds not"), "not"),
            (result("loss 0.5"), result("loss NaN"), '"loss NaN"'),
            (result("x", html="<p>a 1.5</p>"), result("x", html="<p>b 1.5</p>"), '"b'),
            (result("x"), result("x", html="x"), "text/html"),
            (error("A"), error("B"), "error B"),
            (result("x"), stream("stdout", "x"), "stream stdout"),
            (result("x"), [result("x"), result("x")], "instead of"),
            (figure(), figure([1, 2]), "2 entries instead of 3"),
            (figure(), figure(title="B"), '"B" instead of "A title"'),
            (figure(), figure([1, None, 3]), "y[1] is None instead of 2"),
            (figure(), figure([1, True, 3]), "y[1] is True instead of 2"),
            (figure(), wide, "layout has ['title', 'width'] instead of ['title']"),
        ):
            with self.subTest(old=old, new=new):
                line = self.difference(old, new)
                self.assertIn("cell 1 shows something else than is committed: ", line)
                self.assertIn(expected, line)

    def test_cell_that_varies_only_shows_the_same_kinds(self):
        tags = [comparison.ANY_CONTENT]
        self.assertEqual(self.difference(result("one"), result("two"), tags), "")
        self.assertIn("stream", self.difference(result("one"), stream("stdout", "one"), tags))


class PicturesTest(unittest.TestCase):
    def svg(self, cell, drawn=DRAWN):
        made = notebook(prose("x"), cell)
        pictures.add(made, lambda figure: drawn)
        return "".join(text for _, _, output in notebook_file.all_outputs(made)
                       for text in output["data"].get(notebook_file.SVG, []))

    def test_add_random_names_become_those_of_the_cell_and_no_two_are_the_same(self):
        cell = code("a", result("x"), figure(svg=None), figure(), name="one")
        svg = self.svg(cell)
        names = re.findall(r'id="([^"]+)"', svg)
        references = re.findall(r"(?:url\('?|href=\")#([^)'\"]+)", svg)
        self.assertEqual((len(names), len(set(names)), len(references)), (6, 6, 6))
        self.assertLessEqual(set(references), set(names))
        self.assertIn('id="cell-one-1-1"', svg)
        again = self.svg(cell, DRAWN.replace("d8ba42", "123456"))
        self.assertEqual(svg.replace("<text>d8ba42", "<text>123456"), again)

    def test_static_keeps_what_the_layout_says(self):
        content = figure()["data"][PLOTLY]
        drawn = pictures.static(content)["layout"]
        self.assertEqual((drawn["width"], drawn["height"], drawn["paper_bgcolor"]),
                         (pictures.WIDTH, pictures.HEIGHT, "white"))
        content["layout"].update(width=10, font={"size": 9, "family": "F"})
        drawn = pictures.static(content)["layout"]
        self.assertEqual((drawn["width"], drawn["font"]), (10, {"size": 9, "family": "F"}))

    def test_static_has_the_colors_of_white_paper_again(self):
        java = ENVIRONMENT.parent / "src/main/java/pathprox/notebook/view/ShownChart.java"
        pairs = re.search(r"COLORS =\s+Map\.of\((.*?)\);", java.read_text(encoding="utf-8"), re.S)
        colors = dict(re.findall(r'"([^"]+)", "([^"]+)"', pairs[1]))
        self.assertGreaterEqual(len(colors), 4)
        layout = {"paper_bgcolor": "rgba(0,0,0,0)",
                  "annotations": [{"font": {"color": shown}} for shown in colors.values()]}
        trace = {"line": {"color": "#767676"}, "fillcolor": "rgba(0,0,0,0)", "y": [1, None]}
        drawn = pictures.static({"data": [trace], "layout": layout})
        self.assertEqual(drawn["layout"]["paper_bgcolor"], "white")
        self.assertEqual([note["font"]["color"] for note in drawn["layout"]["annotations"]],
                         list(colors))
        self.assertEqual(drawn["data"], [{**trace, "line": {"color": "#222222"}}])

    def test_thumbnail_is_the_figure_of_the_cell_with_a_word_without_what_is_read(self):
        named = figure(title="named", **{pictures.SVG: DRAWN})
        named["data"][PLOTLY]["layout"]["xaxis"] = {"title": {"text": "x"}, "type": "log"}
        named["data"][PLOTLY]["data"] = [{"mode": "lines+text"}, {"colorscale": []}]
        cell = code("b", result("x"), named)
        other = code("a", figure(**{pictures.SVG: DRAWN}))
        self.assertIsNone(pictures.thumbnail(notebook(other, cell)))
        cell["metadata"]["thumbnail"] = "knots"
        small = pictures.thumbnail(notebook(other, cell))
        self.assertEqual(small["layout"]["xaxis"], {
            "title": {"text": ""}, "type": "log", "showticklabels": False, "ticks": "", "minor": {}})
        self.assertEqual([note["text"] for note in small["layout"]["annotations"]], ["<b>knots</b>"])
        self.assertEqual(small["data"], [{"mode": "lines"}, {"colorscale": [], "showscale": False}])
        self.assertEqual(named["data"][PLOTLY]["layout"]["xaxis"]["title"], {"text": "x"})

    def test_thumbnail_of_a_picture_is_as_wide_as_the_thumbnail(self):
        cell = code("a", shown({pictures.SVG: ['<svg xmlns="x" width="70" ', 'height="90"/>']}))
        cell["metadata"]["thumbnail"] = "units"
        image, = pictures.thumbnail(notebook(cell))["layout"]["images"]
        self.assertEqual(image["sizex"], 1)
        high = image["sizey"] * pictures.SMALL["height"]
        self.assertAlmostEqual(pictures.SMALL["width"] / high, 70 / 90)


class MovingPictureTest(unittest.TestCase):
    FORM = ('<svg xmlns="http://www.w3.org/2000/svg" width="9"><g id="axes"><path d="M0"/></g>'
            '<g id="plot"><path d="{0}"/></g><text>{1}</text></svg>')

    def test_of_one_picture_is_that_picture(self):
        self.assertEqual(moving_picture.of(["<svg/>"]), "<svg/>")

    def test_of_some_holds_once_what_is_the_same_and_shows_the_rest_in_turn(self):
        moving = moving_picture.of([self.FORM.format(f"M{i}", "a" if i else "b") for i in range(3)])
        self.assertEqual(moving.count('id="axes"'), 1)
        self.assertEqual(moving.count('id="plot"'), 1)
        self.assertEqual(re.findall(r'd="(M\d)"', moving), ["M0", "M0", "M1", "M2"])
        self.assertEqual(moving.count("<animate "), 6)
        self.assertIn('values="hidden;visible;hidden"', moving)
        self.assertEqual(moving.count('<g visibility="visible">'), 2)

    def test_slides_have_the_value_in_their_titles_and_no_controls(self):
        stop = {"name": "2", "data": [{"y": [5]}], "layout": {"title": {"text": "b"}}}
        content = {
            "data": [{"y": [1], "name": "a"}], "frames": [stop, dict(stop, name="3")],
            "layout": {"title": {"text": "a"}, "margin": {"t": 9}, "updatemenus": [{}],
                       "sliders": [{"currentvalue": {"prefix": "λ = "}}]}}
        first, second = pictures.slides(pictures.static(content))
        self.assertEqual(first["data"], [{"y": [5], "name": "a"}])
        self.assertIn("<b>λ = 3</b>", second["layout"]["title"]["text"])
        self.assertFalse({"sliders", "updatemenus"} & set(first["layout"]))


class ClaimsTest(unittest.TestCase):
    """What run_notebooks does with cells that are broken on purpose, and with other seeds."""

    def run_broken(self, runs):
        cell = dict(code("x"), source="Claim.below(a)")
        cell["metadata"]["breaks"] = [["(a", "(b"]]
        outcomes = []

        def run_cell(index, each=None):
            outcomes.append(each["source"])
            return runs.get(each["source"])

        run_notebooks.break_claims(0, cell, 1, run_cell)
        return outcomes

    def test_break_claims_that_fail_as_they_should_run_once_more_as_they_are(self):
        outcomes = self.run_broken({"Claim.below(b)": ("E", run_notebooks.FAILED_CLAIM)})
        self.assertEqual(outcomes, ["Claim.below(b)", "Claim.below(a)"])

    def test_break_claims_that_hold_or_fail_otherwise_are_refused(self):
        for failure in (None, ("CompilationException", "b")):
            with self.assertRaisesRegex(SetupError, "cell 1 with '\(b' for '\(a' should not hold"):
                self.run_broken({"Claim.below(b)": failure})

    def test_seed_is_replaced_where_a_line_sets_it(self):
        source = "long seed = 42;\nvar x = of(seed = 42);"
        self.assertEqual(run_notebooks.SEED.sub(r"\g<1>7;", source),
                         "long seed = 7;\nvar x = of(seed = 42);")


@unittest.skipIf(WINDOWS, "the programs are shell scripts")
class BrowserTest(FolderTest):
    def program(self, name, says="Chromium 1"):
        file = self.write(name, f"#!/bin/sh\necho {says}\n")
        file.chmod(0o755)
        return file

    def test_find_browser_path_then_path_then_usual_places(self):
        named, other = self.program("named/mine"), self.program("bin/chromium")
        environment = {"BROWSER_PATH": str(named), "PATH": str(other.parent)}
        self.assertEqual(browser.find(environment), named)
        self.assertEqual(browser.find({"PATH": str(other.parent)}, [named]), other)
        self.assertEqual(browser.find({"PATH": ""}, [named]), named)

    def test_find_none_says_how_to_get_one(self):
        other = self.program("bin/chrome", says="usage")
        for path, named in (("", ""), (other.parent, ""), ("", other), ("", "/no/such/program")):
            environment = {"PATH": str(path), "BROWSER_PATH": str(named)}
            self.assert_refused(["sudo apt install chromium", "BROWSER_PATH"],
                                browser.find, environment, [])
