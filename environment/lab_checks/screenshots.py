"""Numbered pictures of a page, so that a folder sorted by name tells what happened."""

NOTEBOOK = ".jp-WindowedPanel-outer"
# What two pictures of a notebook that is scrolled through have in common, in pixels.
SHARED = 40

# The height of the cells, below which JupyterLab leaves a window empty, and that of the window.
SIZES = """outer => {
  const ends = [...outer.querySelectorAll(".jp-Cell")].map((e) => e.getBoundingClientRect().bottom);
  const top = outer.getBoundingClientRect().top - outer.scrollTop;
  return [Math.max(...ends) - top, outer.clientHeight];
}"""


class Screenshots:
    """Takes pictures for one check into a folder, in place of those of an earlier run."""

    def __init__(self, folder, check):
        self._folder = folder
        self._check = check
        self._taken = 0
        for earlier in folder.glob(f"{check}-[0-9][0-9]-*.png"):
            earlier.unlink()

    def take(self, page, what):
        """A picture of what is in the window now."""
        self._taken += 1
        name = f"{self._check}-{self._taken:02d}-{what.replace(' ', '-')}.png"
        page.screenshot(path=self._folder / name)

    def take_all(self, page, what):
        """Pictures of a whole notebook, from its top to its end."""
        outer = page.locator(NOTEBOOK)
        height, window = outer.evaluate(SIZES)
        for top in range(0, round(height), max(window - SHARED, 1)):
            outer.evaluate("(e, top) => e.scrollTop = top", top)
            self.take(page, what)
