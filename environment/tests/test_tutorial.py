"""The rules of the tutorial, looked up in the notebooks that are committed."""

import re
import unittest

from fixtures import ENVIRONMENT

from outputs import notebook_file, pictures
from outputs.notebook_file import code_cells, text

ROOT = ENVIRONMENT.parent
FILES = sorted((ROOT / "notebooks").glob("*.ipynb"))
NOTEBOOKS = [(file, notebook_file.read(file)) for file in FILES]
MOST_LINES = 8
LINK = re.compile(r"\]\(([^)#\s]+)\)")


class TutorialTest(unittest.TestCase):
    def test_there_are_notebooks(self):
        self.assertGreater(len(NOTEBOOKS), 0)

    def test_cells_are_short_and_claims_are_checked(self):
        for file, notebook in NOTEBOOKS:
            with self.subTest(file.name):
                sources = [text(cell["source"]) for _, cell in code_cells(notebook)]
                lines = [len(source.splitlines()) for source in sources]
                self.assertLessEqual(max(lines), MOST_LINES, sources[lines.index(max(lines))])
                self.assertTrue(any("Claim.check(" in source for source in sources))

    def test_each_ends_with_questions_and_one_link_to_the_next(self):
        for (file, notebook), after in zip(NOTEBOOKS, [*FILES[1:], ROOT / "README.md"]):
            with self.subTest(file.name):
                last = text(notebook["cells"][-1]["source"])
                self.assertIn("## Try it", last)
                self.assertEqual(last.count("**Onward:**"), 1)
                link = LINK.search(last.partition("**Onward:**")[2])
                self.assertEqual((file.parent / link[1]).resolve(), after)

    def test_links_lead_somewhere(self):
        for file, notebook in NOTEBOOKS:
            prose = "\n".join(text(cell["source"]) for cell in notebook["cells"]
                              if cell["cell_type"] == "markdown")
            for address in LINK.findall(prose):
                if not address.startswith("https://"):
                    self.assertTrue((file.parent / address).exists(), f"{file.name}: {address}")

    def test_readme_lists_each_with_its_thumbnail(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        for file, notebook in NOTEBOOKS:
            with self.subTest(file.name):
                self.assertIsNotNone(pictures.thumbnail(notebook), "no figure is its thumbnail")
                picture = pictures.thumbnail_path(ROOT, file)
                self.assertTrue(picture.is_file(), f"{picture} is missing: notebooks.py --update")
                self.assertIn(f"(notebooks/{file.name})", readme)
                self.assertIn(f'"{picture.relative_to(ROOT).as_posix()}"', readme)
