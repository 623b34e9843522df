"""Makes the book, a web site of all notebooks and documents: python3 environment/book.py

No notebook is executed: the book shows the outputs that are committed. The pages load nothing from
the network, so they can be read from the folder, too. Sphinx goes into an environment of its own,
environment/.venv-book. What is wrong with the pages is printed, a line each, and ends the program
with exit code 1.
"""

import argparse
import shutil
import sys
from pathlib import Path

from steps import commands, console, java, library, python_environment
from steps.checkout import Checkout

ROOT = Path(__file__).resolve().parent.parent
BOOK = ROOT / "docs" / "book"
sys.path.insert(0, str(BOOK))

import built_pages  # noqa: E402 (needs the path above)
import source_pages  # noqa: E402

EXAMPLES = """\
examples:
  python3 environment/book.py
      the book in target/book, with the API in target/book/api
  python3 environment/book.py --no-api
      without the API, whose pages take most of the time

To remove what it makes, delete environment/.venv-book, target/book and target/book-source."""


def parse_arguments(arguments):
    """Returns the options; wrong ones end the program with a usage message."""
    parser = argparse.ArgumentParser(
        prog="book.py", description=__doc__, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--no-api", action="store_true",
                        help="without the pages of the API; links lead to the published ones")
    parser.add_argument("--with", metavar="NOTEBOOK", nargs="+", type=Path, default=[], dest="extra",
                        help="more notebooks, for trying something out")
    parser.add_argument("--output", metavar="FOLDER", type=Path, default=ROOT / "target" / "book",
                        help="where it goes (default: target/book)")
    return parser.parse_args(arguments)


def run(options, checkout):
    """Makes the book, and returns 1 if something is wrong with it."""
    checkout.check_location()
    python_environment.ensure(checkout, "Sphinx", "Sphinx, its theme, MathJax and Plotly from PyPI")
    api = None if options.no_api else make_api(checkout)
    output = options.output.absolute()
    source = output.with_name(f"{output.name}-source")
    source_pages.Sources(checkout.root, api, options.extra).write(source)
    shutil.rmtree(output, ignore_errors=True)
    commands.run_logged(
        "making the book",
        [checkout.venv_python, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-q",
         "-c", BOOK, "-d", source / ".doctrees", source, output],
        checkout.log("book", empty=True), checkout.root, commands.child_environment(),
    )
    if api:
        shutil.copytree(api, output / "api")
    found = built_pages.problems(output, checkout.root)
    for line in found:
        print(line)
    console.say(f"{len(found)} problems" if found else f"open {output / 'index.html'}")
    return 1 if found else 0


def make_api(checkout):
    """Returns the folder of the Javadoc, made anew."""
    commands.run_logged(
        "making the pages of the API",
        [*library.MAVEN, "-Prelease", "-Dmaven.test.skip=true", "compile", "javadoc:javadoc"],
        checkout.log("javadoc", empty=True), checkout.root,
        commands.child_environment(JAVA_HOME=java.find_jdk().home),
    )
    return checkout.root / "target" / "reports" / "apidocs"


def main(arguments=None):
    """Runs the program; problems end as a short text on standard error."""
    options = parse_arguments(arguments)
    return commands.guarded(lambda: run(options, Checkout(ROOT, "book")))


if __name__ == "__main__":
    sys.exit(main())
