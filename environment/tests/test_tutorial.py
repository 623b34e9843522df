"""The rules of the tutorial, looked up in the notebooks that are committed."""

import re
import unittest

from fixtures import ENVIRONMENT

from outputs import notebook_file, pictures
from outputs.notebook_file import code_cells, text

ROOT = ENVIRONMENT.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MOST_LINES = 8
LINK = re.compile(r"\]\(([^)#\s]+)\)")


class TutorialTest(unittest.TestCase):
    """Each rule is a method that looks at one notebook."""

    def look_at_each(self, rule):
        self.assertGreater(len(NOTEBOOKS), 0)
        for file in NOTEBOOKS:
            with self.subTest(file.name):
                rule(file, notebook_file.read(file))

    def test_cells_are_short(self):
        def rule(file, notebook):
            for number, cell in code_cells(notebook):
                lines = text(cell["source"]).splitlines()
                self.assertLessEqual(len(lines), MOST_LINES, f"cell {number}")

        self.look_at_each(rule)

    def test_claims_are_checked(self):
        def rule(file, notebook):
            sources = [text(cell["source"]) for _, cell in code_cells(notebook)]
            self.assertTrue(any("Claim.check(" in source for source in sources))

        self.look_at_each(rule)

    def test_each_ends_with_questions_and_one_link_to_the_next(self):
        def rule(file, notebook):
            last = text(notebook["cells"][-1]["source"])
            self.assertIn("## Try it", last)
            self.assertEqual(last.count("**Onward:**"), 1)
            after = NOTEBOOKS[NOTEBOOKS.index(file) + 1:]
            expected = after[0].name if after else "../README.md"
            self.assertIn(f"]({expected})", last.partition("**Onward:**")[2])

        self.look_at_each(rule)

    def test_links_lead_somewhere(self):
        def rule(file, notebook):
            prose = "\n".join(text(cell["source"]) for cell in notebook["cells"]
                              if cell["cell_type"] == "markdown")
            for address in LINK.findall(prose):
                if not address.startswith("https://"):
                    self.assertTrue((file.parent / address).exists(), address)

        self.look_at_each(rule)

    def test_readme_lists_each_with_its_thumbnail(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")

        def rule(file, notebook):
            self.assertIsNotNone(pictures.thumbnail(notebook), "no figure is its thumbnail")
            picture = pictures.thumbnail_path(ROOT, file)
            self.assertTrue(picture.is_file(), f"{picture} is missing: notebooks.py --update")
            self.assertIn(f"(notebooks/{file.name})", readme)
            self.assertIn(f'"{picture.relative_to(ROOT).as_posix()}"', readme)

        self.look_at_each(rule)


if __name__ == "__main__":
    unittest.main()
