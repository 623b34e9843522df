"""Finds the Chrome or Chromium that draws static pictures and tests notebooks."""

import os
import shutil
import subprocess
from pathlib import Path

from steps.checkout import WINDOWS
from steps.commands import answer
from steps.console import SetupError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

USUAL_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)

HOW_TO_GET_ONE = """\
  needed: Chrome or Chromium, which draws pictures and tests notebooks
  get it: sudo apt install chromium fonts-liberation  (Debian)
          brew install --cask google-chrome           (macOS)
          winget install Google.Chrome                (Windows)
          https://www.google.com/chrome/              (all)
  then:   if it is not on the PATH, set BROWSER_PATH to the program"""


def find(environment=os.environ, usual_places=USUAL_PLACES):
    """Returns the program: BROWSER_PATH first, then the PATH, then where installers put it."""
    named = environment.get("BROWSER_PATH", "").strip()
    on_path = [shutil.which(name, path=environment.get("PATH", "")) for name in NAMES]
    for program in [named] if named else [*filter(None, on_path), *usual_places]:
        if is_browser(Path(program)):
            return Path(program)
    found = (f"BROWSER_PATH is {named}, which is none" if named
             else f"none on the PATH ({', '.join(NAMES)}), BROWSER_PATH is not set")
    raise SetupError(f"no Chrome or Chromium.\n  found:  {found}\n{HOW_TO_GET_ONE}")


def is_browser(program):
    """Whether it says so itself; drawing with something else would wait for minutes."""
    if WINDOWS:
        # There it opens a window instead of an answer.
        return program.is_file()
    try:
        code, said = answer(program, "--version")
    except (OSError, subprocess.TimeoutExpired):
        return False
    return code == 0 and "Chrom" in said
