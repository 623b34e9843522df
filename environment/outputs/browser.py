"""Finds the Chrome or Chromium that draws static pictures and tests notebooks."""

import os
import shutil
import subprocess
from pathlib import Path

from steps.checkout import WINDOWS
from steps.console import SetupError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

USUAL_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)

SECONDS_TO_ANSWER = 30

HOW_TO_GET_ONE = """\
  needed: Chrome or Chromium, which draws pictures and tests notebooks
  get it: sudo apt install chromium fonts-liberation  (Debian)
          brew install --cask google-chrome           (macOS)
          winget install Google.Chrome                (Windows)
          https://www.google.com/chrome/              (all)
  then:   if it is not on the PATH, set BROWSER_PATH to the program"""


def find(environment=None, usual_places=USUAL_PLACES):
    """Returns the program: BROWSER_PATH first, then the PATH, then where installers put it."""
    environment = os.environ if environment is None else environment
    named = environment.get("BROWSER_PATH", "").strip()
    if named:
        return _checked(Path(named))
    on_path = [shutil.which(name, path=environment.get("PATH", "")) for name in NAMES]
    for program in [*filter(None, on_path), *usual_places]:
        if is_browser(Path(program)):
            return Path(program)
    raise SetupError(
        f"no Chrome or Chromium.\n"
        f"  found:  none on the PATH ({', '.join(NAMES)}), BROWSER_PATH is not set\n"
        f"{HOW_TO_GET_ONE}"
    )


def _checked(program):
    if not is_browser(program):
        raise SetupError(
            f"no Chrome or Chromium.\n"
            f"  found:  BROWSER_PATH is {program}, which is none\n{HOW_TO_GET_ONE}"
        )
    return program


def is_browser(program):
    """Whether it says so itself; drawing with something else would wait for minutes."""
    if WINDOWS:
        # There it opens a window instead of an answer.
        return program.is_file()
    try:
        said = subprocess.run(
            [str(program), "--version"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, encoding="utf-8", errors="replace",
            timeout=SECONDS_TO_ANSWER,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and "Chrom" in said.stdout
