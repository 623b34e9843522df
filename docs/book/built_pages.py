"""What is wrong with the pages of a book that was built; a line for each flaw."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from outputs.problems import MACHINE_PATH

LOADED = {"script": "src", "img": "src", "source": "src", "iframe": "src", "video": "src", "object": "data"}
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "shortcut icon"}
FOREIGN = re.compile(r"(?:https?:)?//")
FOREIGN_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?(?:https?:)?//[^)"'\s]+""")


class Page(HTMLParser):
    """The names in a page, where it links to, and what it loads."""

    def __init__(self, content):
        super().__init__()
        self.names, self.links, self.loaded = set(), [], []
        self.feed(content)

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        self.names |= {values[name] for name in ("id", "name") if name in values}
        if tag in ("a", "area") and "href" in values:
            self.links.append(values["href"])
        if tag in LOADED and values.get(LOADED[tag]):
            self.loaded.append(values[LOADED[tag]])
        if tag == "link" and values.get("rel", "").lower() in LOADED_LINKS:
            self.loaded.append(values["href"])


class Book:
    """A folder of pages; those of the API are only what links lead to."""

    def __init__(self, folder, root):
        self._folder, self._root, self._pages = folder, root, {}

    def problems(self):
        """All problems, in the order of the pages."""
        found = []
        for file in sorted(self._folder.rglob("*.html")):
            if file.relative_to(self._folder).parts[0] not in ("api", "_static"):
                found += [f"{file.relative_to(self._folder).as_posix()}: {line}"
                          for line in self._of_page(file)]
        for file in sorted(self._folder.glob("_static/**/*.css")):
            style = FOREIGN_STYLE.search(file.read_text(encoding="utf-8", errors="replace"))
            if style:
                found.append(f"{file.name}: loads {style[0]} from the network")
        return found

    def _page(self, file):
        if file not in self._pages:
            self._pages[file] = Page(file.read_text(encoding="utf-8"))
        return self._pages[file]

    def _of_page(self, file):
        content, page = file.read_text(encoding="utf-8"), self._page(file)
        found = [f"loads {each} from the network" for each in page.loaded if FOREIGN.match(each)]
        found += [f"loads {each[0]} from the network" for each in FOREIGN_STYLE.finditer(content)]
        for link in dict.fromkeys(page.links + page.loaded):
            found += self._of_link(link, file)
        path = MACHINE_PATH.search(content)
        if path or str(self._root) in content:
            found.append(f"shows a path of this machine: {path[0] if path else self._root}")
        return found

    def _of_link(self, link, file):
        parts = urlsplit(link)
        if parts.scheme == "file":
            return [f"links to {link}"]
        if parts.scheme or parts.netloc:
            return []
        target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
        if target.is_dir():
            target /= "index.html"
        if not target.is_file():
            return [f"links to {link}, which is not there"]
        anchor = unquote(parts.fragment)
        if anchor and target.suffix == ".html" and anchor not in self._page(target).names:
            return [f"links to {link}, but that page has no {anchor}"]
        return []


def problems(folder, root):
    """What is wrong with the book in a folder, of the checkout at `root`."""
    return Book(Path(folder).resolve(), root).problems()
