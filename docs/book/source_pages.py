"""The sources of the book: what Sphinx reads, made from the notebooks and documents of a checkout."""

import base64
import html
import json
import posixpath
import re
import shutil
from dataclasses import dataclass

from outputs import notebook_file
from outputs.notebook_file import PLOTLY, SVG, text

REPOSITORY = "https://github.com/pathprox/pathprox"
PUBLISHED_API = "https://pathprox.github.io/pathprox/api"
BINDER = "https://mybinder.org/v2/gh/pathprox/pathprox/HEAD?urlpath=lab/tree"
DOCUMENTS = ("install", "tour", "benchmarks", "cluster")
THEORY = ("01", "02", "03", "04", "05")
# It is on its own at the head of the list at the side.
FIRST = "00-start-here"

JAVA = re.compile(r"src/main/java/(pathprox/.+)\.java")
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)")
PLACE = re.compile(r"<!-- (figure|table|contents|api) ([\w-]+)(?: (\d+))? -->")
FORMULA = re.compile(r"\$\$.+?\$\$", re.S)
DETAILS = re.compile(r"(^ +)?<details([^>]*)>\s*<summary>(.*?)</summary>(.*?)</details>", re.S | re.M)

# How far a picture may be scaled down, whose letters have 13 pixels.
LEGIBLE = 0.8

# How long a notebook takes whose metadata do not say so.
WORDS_A_MINUTE, CELLS_A_MINUTE = 130, 3

RUN = """\
:::{{dropdown}} Run it
:icon: play
:class-container: run-it

- In your browser, without an installation: [open it on Binder]({binder}/{here}) (a start takes some minutes).
- On your machine, where Python 3.9 or newer and a JDK 17 or newer are; JupyterLab opens, and this notebook is `{here}`:

```
git clone {repository} && cd pathprox
python3 environment/start.py
```
:::
"""


@dataclass(frozen=True)
class Chapter:
    """A notebook of the book, as its own first heading and metadata describe it."""

    name: str
    content: dict

    @property
    def title(self):
        heading = re.search(r"^# +(.+)$", text(self.content["cells"][0]["source"]), re.M)
        return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading[1]).strip() if heading else self.name

    @property
    def short_title(self):
        """With the number, without what comes after a colon, for the list at the side."""
        title = self.title.removeprefix("Solutions to ")
        return f"{self.name[:2]} {re.split('[:?] ', title)[0]}"

    def _said(self, key):
        return self.content["metadata"].get("tutorial", {}).get(key)

    @property
    def track(self):
        return self._said("track") or ("theory" if self.name[:2] in THEORY else "practice")

    @property
    def level(self):
        return self._said("level") or ""

    @property
    def minutes(self):
        prose = [text(cell["source"]) for cell in self.content["cells"]
                 if cell["cell_type"] == "markdown"]
        cells = len(notebook_file.code_cells(self.content))
        guess = sum(len(each.split()) for each in prose) / WORDS_A_MINUTE + cells / CELLS_A_MINUTE
        return self._said("minutes") or max(5, 5 * round(guess / 5))


class Sources:
    """Writes the sources of one checkout; `api` is the folder of the Javadoc, or None."""

    def __init__(self, root, api=None, extra=()):
        self._root, self._api = root, api
        notebooks = root / "notebooks"
        self.chapters = [Chapter(file.stem, notebook_file.read(file))
                         for file in [*sorted(notebooks.glob("*.ipynb")), *extra]]
        self.solutions = [Chapter(file.stem, notebook_file.read(file))
                          for file in sorted((notebooks / "solutions").glob("*.ipynb"))]
        self._pages = {f"docs/{name}.md" for name in DOCUMENTS}
        self._pages |= {f"notebooks/{each.name}.ipynb" for each in self.chapters}
        self._pages |= {f"notebooks/solutions/{each.name}.ipynb" for each in self.solutions}

    def write(self, folder):
        """Writes them into an empty folder, laid out as the checkout is."""
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "notebooks" / "solutions").mkdir(parents=True)
        shutil.copytree(self._root / "docs" / "images", folder / "docs" / "images")
        for name in DOCUMENTS:
            here = f"docs/{name}.md"
            content = (self._root / here).read_text(encoding="utf-8")
            (folder / here).write_text(self.with_links(content, here), encoding="utf-8")
        for file in (self._root / "docs" / "book").glob("*.md"):
            content = PLACE.sub(self._fill, file.read_text(encoding="utf-8"))
            (folder / file.name).write_text(content, encoding="utf-8")
        for each in self.chapters:
            here = f"notebooks/{each.name}.ipynb"
            notebook_file.write(self.chapter(each.content, here), folder / here)
        for each in self.solutions:
            here = f"notebooks/solutions/{each.name}.ipynb"
            notebook_file.write(self.solution(each.content, here), folder / here)

    def with_links(self, markdown, here):
        """The text of a file with its links to files that are no pages of the book mended."""
        def mend(match):
            image, words, target = match.groups()
            path, _, anchor = target.partition("#")
            if image or not path or re.match(r"\w+:", target):
                return match[0]
            path = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
            if path in self._pages:
                return match[0]
            return f'<a href="{self._address(path, here)}{"#" + anchor if anchor else ""}">{words}</a>'

        return LINK.sub(mend, markdown)

    def _address(self, path, here):
        """Of a source, the page of its API if there is one; of any other file, its page on GitHub."""
        java = JAVA.fullmatch(path)
        if java and not self._api:
            return f"{PUBLISHED_API}/{java[1]}.html"
        if java and (self._api / f"{java[1]}.html").is_file():
            return posixpath.relpath(f"api/{java[1]}.html", posixpath.dirname(here))
        kind = "tree" if (self._root / path).is_dir() else "blob"
        return f"{REPOSITORY}/{kind}/main/{path}"

    def chapter(self, notebook, here):
        """The notebook as Sphinx is to read it, with how to run it below its first cell."""
        cells = [self._cell(cell, here) for cell in notebook["cells"]]
        run = prose(RUN.format(binder=BINDER, here=here, repository=REPOSITORY))
        return named({**notebook, "cells": [*cells[:1], run, *cells[1:]]})

    def solution(self, notebook, here):
        """The notebook with its answers folded: what follows the cell of each heading but the first."""
        made, is_open, sections = [], False, 0
        for cell in notebook["cells"]:
            heads = cell["cell_type"] == "markdown" and text(cell["source"]).startswith("#")
            sections += heads
            folds = sections > 1 and not heads
            if folds != is_open:
                made.append(prose(FOLD if folds else "</details>"))
            made.append(self._cell(cell, here))
            is_open = folds
        ends = [prose("</details>")] if is_open else []
        return named({**notebook, "cells": [*made, *ends]})

    def _cell(self, cell, here):
        if cell["cell_type"] == "markdown":
            # MathJax forgets the end of a line within words.
            source = FORMULA.sub(lambda match: match[0].replace("\n", " "), text(cell["source"]))
            source = DETAILS.sub(unfolded, self.with_links(source, here))
            return {**cell, "source": source}
        return {**cell, "outputs": [shown(output) for output in cell.get("outputs", [])]}

    def _fill(self, match):
        kind, name, number = match.groups()
        if kind == "api":
            return f"api/{name}.html" if self._api else f"{PUBLISHED_API}/{name}.html"
        if kind == "figure":
            return self._figure(name, int(number or 1))
        return {"table": self._table, "contents": self._contents}[kind](name)

    def _figure(self, name, number):
        """The first figure of a notebook that moves, or else the one of that number."""
        chapter = next(each for each in self.chapters if each.name == name)
        outputs = [output for _, _, output in notebook_file.all_outputs(chapter.content)
                   if PLOTLY in output.get("data", {})]
        moving = [output for output in outputs if output["data"][PLOTLY].get("frames")]
        return text(shown((moving or outputs[number - 1:])[0])["data"]["text/html"])

    def _table(self, track):
        chapters = [each for each in self.chapters if each.track == track]
        levels = any(each.level for each in chapters)
        rows = ["| | notebook | minutes |" + (" level |" if levels else ""),
                "| --- | --- | ---: |" + (" --- |" if levels else "")]
        for each in chapters:
            row = f"| {each.name[:2]} | [{each.title}](notebooks/{each.name}.ipynb) | {each.minutes} |"
            rows.append(row + (f" {each.level} |" if levels else ""))
        return "\n".join(rows)

    def _contents(self, track):
        folder, chapters = "notebooks", [each for each in self.chapters if each.track == track]
        if track == "solutions":
            folder, chapters = "notebooks/solutions", self.solutions
        lines = [f"{each.short_title} <{folder}/{each.name}>" for each in chapters
                 if each.name != FIRST or track == "solutions"]
        if not lines:
            return ""
        return "\n".join(["```{toctree}", f":caption: {track.capitalize()}", ":hidden:", "", *lines, "```"])


FOLD = '<details class="fold"><summary>Solution</summary>'


def prose(source):
    """A cell of Markdown."""
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def named(notebook):
    """The notebook with a name for each cell that has none."""
    cells = [{"id": f"book-{number}", **cell} for number, cell in enumerate(notebook["cells"])]
    return {**notebook, "cells": cells}


def unfolded(match):
    """A <details> with empty lines around its content, which is Markdown by that; what stands in an
    item of a list stays as far to the right, and so in the item."""
    indent, attributes, summary, content = match.groups()
    indent = indent or ""
    attributes = attributes or ' class="fold"'
    lines = [line.removeprefix(indent) for line in content.strip().splitlines()]
    parts = [f"<details{attributes}><summary>{summary}</summary>", "", *lines, "", "</details>"]
    return "\n".join(indent + part if part else "" for part in parts) + "\n"


def shown(output):
    """The output in the one form that the book shows."""
    data = output.get("data", {})
    words = text(data.get("text/plain", ""))
    if PLOTLY in data:
        form = {"text/html": figure_html(data[PLOTLY], text(data.get(SVG, "")), words)}
    elif "text/html" in data:
        form = {"text/html": data["text/html"]}
    elif SVG in data:
        form = {"text/html": picture_html(text(data[SVG]), words)}
    else:
        return output
    return {**output, "data": form, "metadata": {}}


def figure_html(figure, svg, words):
    """A place where the script of the book draws the figure; without a script, its picture."""
    height = figure.get("layout", {}).get("height", 450)
    content = json.dumps(figure, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return (f'<div class="plotly-figure" role="figure" aria-label="{html.escape(words)}" '
            f'style="min-height:{height}px"><script type="application/json">{content}</script>'
            f"<noscript>{svg}</noscript></div>")


def picture_html(svg, words):
    """The picture as an image, so that no name in it meets one of the page; on a phone it scrolls, as
    its words could not be read if it were as narrow."""
    coded = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    width = re.search(r'<svg[^>]*? width="([\d.]+)', svg)
    least = f' style="min-width:{LEGIBLE * float(width[1]):.0f}px"' if width else ""
    image = f'<img class="picture" alt="{html.escape(words)}" src="data:image/svg+xml;base64,{coded}"{least}>'
    return f'<div class="picture-box">{image}</div>'
