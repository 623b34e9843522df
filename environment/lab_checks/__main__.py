"""Run by browser.py: python -m lab_checks CHROMIUM FOLDER REPETITIONS CHECK..."""

import importlib
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from steps import console
from steps.checkout import Checkout
from steps.commands import exit_on_termination
from steps.console import SetupError, Stopwatch

from .failure import CheckFailed
from .screenshots import Screenshots
from .server import Server

# Chromium refuses its sandbox to root, and containers have no GPU. It stays off the network.
CHROMIUM_OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]


def run_check(name, browser, server, folder):
    """Runs a check and prints its line; returns whether it passed."""
    module = importlib.import_module(f"lab_checks.check_{name}")
    stopwatch = Stopwatch()
    try:
        result = module.check(browser, server, Screenshots(folder, name))
    except (CheckFailed, Error, OSError) as failure:
        console.say(f"FAILED {name}, {stopwatch}: {failure}")
        return False
    console.say(f"passed {name}, {stopwatch}: {result}")
    return True


def run_all(names, browser, server, folder, repetitions):
    """Runs the checks until a round has a failure; returns the exit code."""
    for number in range(1, repetitions + 1):
        stopwatch = Stopwatch()
        passed = [run_check(name, browser, server, folder) for name in names]
        console.say(f"round {number} of {repetitions}: {sum(passed)} of {len(passed)}, {stopwatch}")
        if not all(passed):
            return 1
    return 0


def main(chromium, folder, repetitions, *names):
    """Runs the program with its arguments."""
    console.accept_all_characters()
    exit_on_termination()
    folder = Path(folder)
    checkout = Checkout(Path(__file__).resolve().parent.parent.parent)
    try:
        with Server(checkout, folder / "start.log") as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS)
            return run_all(names, browser, server, folder, int(repetitions))
    except SetupError as problem:
        return console.fail(str(problem))
    except KeyboardInterrupt:
        console.fail("stopped")
        return 130


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
