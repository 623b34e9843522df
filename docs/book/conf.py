"""The book for Sphinx; environment/book.py makes its sources and runs it."""

from pathlib import Path

import plotly
from docutils import nodes

project = "PathProx"
author = "the authors of PathProx for Java"
html_title = "PathProx"
language = "en"

extensions = ["myst_nb", "sphinx_copybutton", "sphinx_design", "sphinx.ext.mathjax", "sphinx-mathjax-offline"]
nb_execution_mode = "off"
nb_merge_streams = True
myst_enable_extensions = ["dollarmath", "amsmath", "colon_fence", "deflist"]
myst_heading_anchors = 4
suppress_warnings = [
    # Lines of the kernel, such as %maven, are no Java; they stay without colors.
    "misc.highlighting_failure",
]

html_theme = "sphinx_book_theme"
html_theme_options = {
    "repository_url": "https://github.com/pathprox/pathprox",
    "repository_branch": "main",
    "use_repository_button": True,
    "use_download_button": False,
    "launch_buttons": {"binderhub_url": "https://mybinder.org", "notebook_interface": "jupyterlab"},
    "home_page_in_toc": True,
    "show_navbar_depth": 1,
    "show_toc_level": 2,
}
html_context = {"default_mode": "auto"}
html_static_path = ["_static", str(Path(plotly.__file__).parent / "package_data" / "plotly.min.js")]
html_favicon = "_static/favicon.svg"
html_css_files = ["book.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_use_index = False


def add_figures(app, pagename, templatename, context, doctree):
    """Loads Plotly, which is large, where there are figures."""
    raw = doctree.findall(nodes.raw) if doctree else []
    if any("plotly-figure" in node.astext() for node in raw):
        app.add_js_file("plotly.min.js", loading_method="defer")
        app.add_js_file("figures.js", loading_method="defer")


def setup(app):
    app.connect("html-page-context", add_figures)
