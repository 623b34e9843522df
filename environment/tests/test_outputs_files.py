"""Notebook files, what is stripped from them, and the origin that they carry."""

import json
import unittest

from outputs_fixtures import code, figure, notebook, prose, result, stream
from fixtures import FolderTest

from outputs import notebook_file, origin, volatile
from outputs.notebook_file import PLOTLY
from steps.console import SetupError


class NotebookFileTest(FolderTest):
    def test_text_of_lists_of_numbers_take_one_line_and_keep_their_values(self):
        made = notebook(code("a", figure([1, -2.5e-07, None, 3]), result("[\n 1,\n 2\n]")))
        text = notebook_file.text_of(made)
        self.assertIn('"y": [1,-2.5e-07,null,3]', text)
        self.assertEqual(json.loads(text), made)

    def test_text_of_other_lists_are_as_jupyter_writes_them(self):
        made = notebook(code("a", result("ü")))
        expected = json.dumps(made, indent=1, sort_keys=True, ensure_ascii=False)
        self.assertEqual(notebook_file.text_of(made), expected + "\n")

    def test_read_what_is_no_notebook_is_refused(self):
        for content in ("", "{", "[]", "{}", '{"cells": [1]}', '{"cells": [{"cell_type": 1}]}'):
            file = self.write("a.ipynb", content)
            with self.subTest(content), self.assertRaises(SetupError) as raised:
                notebook_file.read(file)
            self.assertIn("a.ipynb is not a notebook", str(raised.exception))

    def test_code_cells_leaves_prose_and_empty_cells_out(self):
        made = notebook(prose("x"), code("a"), code(" "), code("b"))
        sources = [(number, cell["source"]) for number, cell in notebook_file.code_cells(made)]
        self.assertEqual(sources, [(1, ["a"]), (2, ["b"])])


class StripTest(unittest.TestCase):
    def test_strip_removes_what_the_next_run_writes_differently(self):
        cell = code("a", dict(figure(**{"image/png": "x"}), transient={"display_id": "1"}))
        cell["metadata"]["execution"] = {"iopub.status.busy": "now"}
        cell["outputs"][0]["metadata"]["image/png"] = {"width": 1}
        made = notebook(cell)
        made["metadata"]["language_info"]["version"] = "17.0.15"
        volatile.strip(made)
        self.assertEqual(made, notebook(code("a", figure())))

    def test_strip_keeps_pictures_that_stand_alone(self):
        output = result("text")
        output["data"]["image/png"] = "x"
        volatile.strip(notebook(code("a", output)))
        self.assertEqual(output["data"]["image/png"], "x")

    def test_strip_removes_addresses_from_all_texts(self):
        outputs = (result("a.B@1f", html="<p>a.B@1f</p>"), stream("stdout", "a.B@1f"))
        volatile.strip(notebook(code("a", *outputs)))
        self.assertEqual(outputs[0], result("a.B@…", html="<p>a.B@…</p>"))
        self.assertEqual(outputs[1], stream("stdout", "a.B@…"))

    def test_without_addresses_knows_javas_forms(self):
        for text, expected in (
            ("pathprox.A$B@6d06d69c", "pathprox.A$B@…"),
            ("REPL.$JShell$1$$Lambda$45/0x00007f12@4b1a", "REPL.$JShell$1$$Lambda$45@…"),
            ("[[D@1b2c and [Ljava.lang.String;@9", "[[D@… and [Ljava.lang.String;@…"),
            ("mail a.b@cafe.org, 3@4, x@1f", "mail a.b@cafe.org, 3@4, x@1f"),
        ):
            with self.subTest(text):
                self.assertEqual(volatile.without_addresses(text), expected)


class OriginTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.notebook = notebook(prose("x"), code("a", figure()))
        origin.stamp(self.notebook, self.checkout)

    def problems(self):
        return origin.problems(self.notebook, self.checkout)

    def test_problems_fresh_outputs_have_none(self):
        self.assertEqual(self.problems(), [])

    def test_problems_prose_and_hidden_files_may_change(self):
        self.notebook["cells"][0]["source"] = ["corrected"]
        self.write("src/main/java/pathprox/.A.java.swp", "x")
        self.write("src/test/java/pathprox/ATest.java", "x")
        self.assertEqual(self.problems(), [])

    def test_problems_changed_code_or_tag_is_named(self):
        self.notebook["cells"][1]["metadata"]["tags"] = ["varies"]
        self.assertRegex("\n".join(self.problems()), r"^its code has changed.*--update$")

    def test_problems_changed_library_is_named(self):
        for name in ("src/main/java/pathprox/A.java", "src/tutorial/java/B.java", "pom.xml"):
            with self.subTest(name):
                origin.stamp(self.notebook, self.checkout)
                self.write(name, "changed")
                self.assertRegex("\n".join(self.problems()), r"^the library .*--update$")

    def test_problems_changed_requirements_are_named(self):
        self.write("environment/requirements.txt", "jjava==2\n")
        self.assertRegex("\n".join(self.problems()), r"^environment/requirements.txt .*--update$")

    def test_problems_edited_output_is_named(self):
        self.notebook["cells"][1]["outputs"][0]["data"][PLOTLY]["data"][0]["y"][0] = 7
        self.assertRegex("\n".join(self.problems()), r"^its outputs are not .*--update$")

    def test_problems_notebook_without_origin_says_so(self):
        del self.notebook["metadata"]["pathprox"]
        self.assertRegex("\n".join(self.problems()), r"^it does not say.*--update$")
