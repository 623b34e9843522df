"""A home folder for the programs that keep something in one."""

import os
from pathlib import Path

from . import console
from .checkout import WINDOWS


def ensure(checkout):
    """Puts a folder of the checkout in the place of a home that is not there or not to be written.

    Java asks the system, not the environment, for the home, and its launcher takes options there.
    """
    if WINDOWS:
        return
    home = Path(os.path.expanduser("~"))
    if not can_write(home):
        home = checkout.work / "home"
        home.mkdir(exist_ok=True)
        console.say(f"no home folder that can be written: {home} takes its place")
        os.environ["HOME"] = str(home)
    if not can_write(java_home()):
        options = os.environ.get("JDK_JAVA_OPTIONS", "")
        os.environ["JDK_JAVA_OPTIONS"] = f'{options} "-Duser.home={home}"'.strip()


def can_write(folder):
    """Whether a folder is there, and one's own to write to."""
    return folder.is_dir() and os.access(folder, os.W_OK)


def java_home():
    """What Java takes for the home folder; users of containers may have no name and none."""
    import pwd  # not on Windows

    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        return Path("?")
