"""The book: what becomes of notebooks and links, and the flaws of pages that are found."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "environment" / "tests"), str(ROOT / "docs" / "book")]

from fixtures import (  # noqa: E402 (needs the paths above)
    PLOTLY, FolderTest, code, figure, notebook, prose, result, shown,
)

import built_pages  # noqa: E402
import source_pages  # noqa: E402

HERE = "notebooks/00-start-here.ipynb"


class SourcesTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.write("docs/images/a.svg", "<svg/>")
        for name in source_pages.DOCUMENTS:
            self.write(f"docs/{name}.md", f"# {name}\n\n[first](../{HERE}), [code](../pom.xml)\n")
        self.write("docs/book/index.md", "<!-- figure 00-start-here -->\n<!-- table practice -->\n"
                   "<!-- contents solutions -->\n<!-- api index -->\n")

    def sources(self, *cells, api=None, **said):
        made = notebook(prose("# Start: here\nwords"), *cells)
        made["metadata"]["tutorial"] = said
        self.write(HERE, json.dumps(made))
        return source_pages.Sources(self.checkout.root, api)

    def written(self, name, *cells, **said):
        folder = self.folder / "source"
        self.sources(*cells, **said).write(folder)
        return (folder / name).read_text(encoding="utf-8")

    def test_with_links_pages_stay_and_all_else_leads_to_the_api_or_to_github(self):
        api = self.write("api/pathprox/x/A.html", "").parents[2]
        sources = self.sources(api=api)
        for old, new in (
            ("install.md#a", None), ("https://a.b/c.md", None), ("#a", None), ("mailto:a@b", None),
            ("../src/main/java/pathprox/x/A.java", "../api/pathprox/x/A.html"),
            ("../src/main/java/pathprox/x/B.java",
             f"{source_pages.REPOSITORY}/blob/main/src/main/java/pathprox/x/B.java"),
            ("../src/main", f"{source_pages.REPOSITORY}/tree/main/src/main"),
            ("../README.md#b", f"{source_pages.REPOSITORY}/blob/main/README.md#b"),
        ):
            with self.subTest(old):
                made = sources.with_links(f"a [`b`]({old}) c", "docs/tour.md")
                self.assertEqual(made, f'a <a href="{new}">`b`</a> c' if new else f"a [`b`]({old}) c")
        picture = "![a](images/b.svg)"
        self.assertEqual(sources.with_links(picture, "docs/tour.md"), picture)

    def test_write_metadata_and_else_the_first_heading_and_a_guess_fill_the_tables(self):
        page = self.written("index.md", code("a", figure()), minutes=7, level="basic")
        self.assertIn(f"| 00 | [Start: here]({HERE}) | 7 | basic |", page)
        self.assertIn('class="plotly-figure"', page)
        self.assertTrue(page.endswith(f"\n\n{source_pages.PUBLISHED_API}/index.html\n"))
        page = self.written("index.md", code("a", figure()))
        self.assertIn(f"| 00 | [Start: here]({HERE}) | 5 |\n", page)

    def test_write_notebook_has_hints_as_markdown_formulas_in_a_line_and_how_to_run_it(self):
        hint = prose("$$a\nb$$ <details><summary>Hint</summary>$c$</details>")
        cells = json.loads(self.written(HERE, hint, code("a", figure())))["cells"]
        texts = ["".join(cell["source"]) for cell in cells]
        self.assertIn("environment/start.py", texts[1])
        self.assertTrue(texts[2].startswith("$$a b$$ <details class=\"fold\">"))
        self.assertIn("</summary>\n\n$c$\n\n</details>", texts[2])
        hint = prose("1. a\n\n   <details><summary>Hint</summary>\n\n   b\n\n   </details>\n2. c")
        cells = json.loads(self.written(HERE, hint, code("a", figure())))["cells"]
        self.assertEqual("".join(cells[2]["source"]),
                         "1. a\n\n   <details class=\"fold\"><summary>Hint</summary>\n\n   b\n\n   </details>\n\n2. c")

    def test_solution_answers_are_folded_below_their_headings(self):
        name = f"notebooks/solutions/{HERE[10:]}"
        heads = [prose(f"## {number}") for number in (1, 2)]
        made = notebook(prose("# A"), heads[0], code("a"), prose("words"), heads[1], code("b"))
        self.write(name, json.dumps(made))
        cells = json.loads(self.written(name, code("a", figure())))["cells"]
        kinds = ["<" if "<details" in text else ">" if "</details" in text else text[-1]
                 for text in ("".join(cell["source"]) for cell in cells[1:])]
        self.assertEqual("".join(kinds), "1<as>2<b>")

    def test_shown_an_output_has_one_form(self):
        for output, part in ((figure(), "<noscript><svg/></noscript>"), (result("x", html="<p>"), "<p>"),
                             (shown({source_pages.SVG: "<svg/>", "text/plain": '"'}), 'alt="&quot;"')):
            data = source_pages.shown(output)["data"]
            self.assertEqual(list(data), ["text/html"])
            self.assertIn(part, data["text/html"][0] if part == "<p>" else data["text/html"])
        closing = figure(title="</script>")["data"][PLOTLY]
        self.assertEqual(source_pages.figure_html(closing, "", "").count("</script>"), 1)


class BuiltPagesTest(FolderTest):
    def test_problems_each_flaw_is_found(self):
        self.write("book/b.html", '<p id="x">')
        for content, part in (
            ('<a href="b.html#x">', ""), ('<a href="http://a.b">', ""), ("<p>https://a.b/c", ""),
            ('<a href="c.html">', "c.html, which is not there"), ('<a href="b.html#y">', "has no y"),
            ('<img src="c.png">', "not there"), ('<script src="https://a.b/c.js">', "the network"),
            ('<link rel="stylesheet" href="//a.b/c">', "network"), ("<style>a{b:url(http://c/d)}", "network"),
            ('<a href="file:///a">', "links to file:"), ("/home/me/x", "a path of this machine"),
        ):
            with self.subTest(content):
                self.write("book/a.html", content)
                found = built_pages.problems(self.checkout.root / "book", self.checkout.root)
                self.assertEqual(len(found), 1 if part else 0, found)
                self.assertIn(part, "".join(found))
