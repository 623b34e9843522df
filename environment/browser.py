"""Tests notebooks as a person sees them: python3 environment/browser.py

Serves JupyterLab by start.py, opens notebooks in Chromium, clicks, waits and looks. Needs a
Chromium or Chrome on this machine (BROWSER_PATH may name it); Playwright, which drives it, goes
into an environment of its own, environment/.venv-browser. What is looked at is in
src/test/browser/checks.py, a function for each check, which pytest runs.
"""

import argparse
import sys
from pathlib import Path

from outputs import browser as chrome
from steps import commands, console, python_environment
from steps.checkout import Checkout

CHECKS = ("first_notebook", "rerun", "renderers", "help", "lines", "live", "interrupt", "html",
          "book")
PYTEST = ("-m", "pytest", "-v", "--no-header", "--tb=short", "-p", "no:cacheprovider",
          "-o", "python_functions=check_*", "--screenshot=only-on-failure")

EXAMPLES = """\
examples:
  python3 environment/browser.py
      all checks; screenshots go to target/browser
  python3 environment/browser.py --only live interrupt --repeat 10
      two of them, ten times

To remove what it makes, delete environment/.venv-browser and target/browser."""


def parse_arguments(arguments):
    """Returns the options; wrong ones end the program with a usage message."""
    parser = argparse.ArgumentParser(
        prog="browser.py", description=__doc__, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", metavar="CHECK", nargs="+", choices=CHECKS, default=CHECKS,
                        help="some of: " + ", ".join(CHECKS))
    parser.add_argument("--app", choices=("lab", "notebook"), default="lab",
                        help="JupyterLab or Notebook 7 (default: lab)")
    parser.add_argument("--repeat", metavar="N", type=int, default=1,
                        help="all of it N times, until one fails (default: 1)")
    parser.add_argument("--screenshots", metavar="FOLDER", type=Path,
                        help="where screenshots and logs go (default: target/browser)")
    options = parser.parse_args(arguments)
    if options.repeat < 1:
        parser.error(f"--repeat must be a whole number of 1 or more, was {options.repeat}")
    return options


def run(options, checkout):
    """Sets up, runs the checks with the environment's Python, and returns their exit code."""
    chromium = chrome.find()
    folder = (options.screenshots or checkout.root / "target" / "browser").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    checkout.check_location()
    python_environment.ensure(checkout, "Playwright", "Playwright (50 MB) from PyPI")
    file = checkout.requirements.with_name("checks.py")
    # The files first: pytest takes an option that it does not know yet, with a space, for one.
    command = [
        checkout.venv_python, *PYTEST, *(f"{file}::check_{name}" for name in options.only),
        f"--chromium={chromium}", f"--folder={folder}", f"--app={options.app}",
        f"--output={folder / 'failed'}",
    ]
    for number in range(1, options.repeat + 1):
        console.say(f"round {number} of {options.repeat}")
        code, stopped = commands.serve(
            command, checkout.environment, commands.child_environment(PYTEST_ADDOPTS="")
        )
        if code or stopped:
            return 130 if stopped else 1
    return 0


def main(arguments=None):
    """Runs the program; problems end as a short text on standard error."""
    options = parse_arguments(arguments)
    checkout = Checkout(Path(__file__).resolve().parent.parent, "browser")
    return commands.guarded(lambda: run(options, checkout))


if __name__ == "__main__":
    sys.exit(main())
