"""Makes and checks the outputs that are committed with the notebooks.

python3 environment/notebooks.py --update executes the notebooks and stores their outputs, with a
static picture of each figure; --check tells which outputs are not what a new run would show.
"""

import argparse
import sys
from pathlib import Path

from outputs import checking, execution, updating
from start import set_up
from steps import console
from steps.checkout import Checkout
from steps.commands import exit_on_termination

EXAMPLES = """\
examples:
  python3 environment/notebooks.py --update notebooks/00-start-here.ipynb
      execute one notebook and store its outputs; needs Chrome or Chromium for the pictures
  python3 environment/notebooks.py --check --no-run
      look at the files only: a second
  python3 environment/notebooks.py --check
      also execute all notebooks and compare"""


def parse_arguments(arguments, folder):
    """Returns the options; wrong ones end the program with a usage message."""
    parser = argparse.ArgumentParser(
        prog="notebooks.py", description=__doc__, epilog=EXAMPLES,
        usage="notebooks.py (--update | --check [--no-run]) [NOTEBOOK...]",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--update", action="store_true", help="execute and store the outputs")
    what.add_argument("--check", action="store_true", help="fail if the outputs are not fresh")
    parser.add_argument("--no-run", action="store_true", help="--check the files, execute nothing")
    parser.add_argument("notebooks", metavar="NOTEBOOK", nargs="*",
                        help="default: all of notebooks/")
    options = parser.parse_args(arguments)
    if options.no_run and not options.check:
        parser.error("--no-run goes with --check")
    options.notebooks = options.notebooks or sorted(folder.glob("*.ipynb"))
    if not options.notebooks:
        parser.error(f"there are no notebooks in {folder}")
    return options


def run(options, checkout):
    """Does what the options ask for and returns the exit code."""
    files = execution.check_arguments(options.notebooks)
    if options.update:
        return updating.update(checkout, files, set_up)
    return checking.check(checkout, files, set_up, run=not options.no_run)


def main(arguments=None):
    """Runs the program; problems end as a short text on standard error."""
    console.accept_all_characters()
    checkout = Checkout(Path(__file__).resolve().parent.parent)
    options = parse_arguments(arguments, checkout.root / "notebooks")
    exit_on_termination()
    return console.guarded(lambda: run(options, checkout))


if __name__ == "__main__":
    sys.exit(main())
