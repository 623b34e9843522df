"""The rules of the tutorial, looked up in the notebooks that are committed."""

import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "environment"))

from outputs import notebook_file, pictures  # noqa: E402 (needs the path above)
from outputs.notebook_file import code_cells, text  # noqa: E402

FILES = sorted((ROOT / "notebooks").glob("*.ipynb"))
NOTEBOOKS = [(file, notebook_file.read(file)) for file in FILES]
SOLUTIONS = [(file, notebook_file.read(file))
             for file in sorted((ROOT / "notebooks" / "solutions").glob("*.ipynb"))]
MOST_LINES = 8
CLAIM = re.compile(r"\b(?:Claim\.(?:below|above|equal|check)|\.is(?:Below|Above|Equal))\(")
PAPER = "https://arxiv.org/abs/2210.03069"
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
                self.assertTrue(any(CLAIM.search(source) for source in sources))

    def test_each_claim_is_broken_in_a_way_of_its_own(self):
        for file, notebook in [*NOTEBOOKS, *SOLUTIONS]:
            for number, cell in code_cells(notebook):
                source, ways = text(cell["source"]), cell["metadata"].get("breaks", [])
                with self.subTest(f"{file.name}, cell {number}"):
                    self.assertGreaterEqual(len(ways), len(CLAIM.findall(source)), source)
                    self.assertEqual([old for old, _ in ways if old not in source], [])

    def test_each_cites_the_paper_shows_a_drawing_and_links_the_library(self):
        for file, notebook in NOTEBOOKS:
            with self.subTest(file.name):
                prose = "\n".join(text(cell["source"]) for cell in notebook["cells"]
                                  if cell["cell_type"] == "markdown")
                code = "\n".join(text(cell["source"]) for _, cell in code_cells(notebook))
                self.assertIn(PAPER, prose)
                self.assertIn("## References", prose)
                self.assertIn("(../src/main/java/pathprox/", prose)
                self.assertRegex(code, r"\w+Drawing\.")
                self.assertEqual(set(notebook["metadata"]["tutorial"]), {"minutes", "level", "track"})

    def test_each_ends_with_questions_and_one_link_to_the_next(self):
        for (file, notebook), after in zip(NOTEBOOKS, [*FILES[1:], ROOT / "README.md"]):
            with self.subTest(file.name):
                last = text(notebook["cells"][-1]["source"])
                self.assertIn("## Try it", last)
                self.assertIn(f"(solutions/{file.name[:2]}-solutions.ipynb)", last)
                exercises = re.findall(r"(?m)^[1-9]\. (★+) ", last)
                self.assertTrue(3 <= len(exercises) <= 5, exercises)
                self.assertEqual(last.count("<summary>Hint</summary>"), len(exercises))
                solutions = notebook_file.read(file.parent / "solutions" / f"{file.name[:2]}-solutions.ipynb")
                # The book folds what follows a cell that begins with a heading.
                titles = [text(cell["source"])[:len("## Exercise 1")] for cell in solutions["cells"]]
                numbers = re.findall(r"(?m)^## Exercise ([1-9])", "\n".join(titles))
                self.assertEqual(numbers, [str(i + 1) for i in range(len(exercises))])
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
