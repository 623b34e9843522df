"""The virtual environments, environment/.venv of the notebooks and those of other purposes."""

import importlib.util
import platform
import subprocess
import sys

from . import console
from .checkout import WINDOWS
from .commands import answer, child_environment, run_logged
from .console import SetupError
from .stamps import fingerprint, is_current, write_whole


def check_this_python(find_module=importlib.util.find_spec):
    """Says what is missing when this Python cannot make virtual environments."""
    missing = [name for name in ("venv", "ensurepip") if find_module(name) is None]
    if not missing:
        return
    version = "{}.{}".format(*sys.version_info)
    raise SetupError(
        f"this Python cannot make virtual environments: "
        f"it has no module {' and no module '.join(missing)}.\n"
        f"  found:  Python {version} at {sys.executable}\n"
        f"  get it: sudo apt install python3-venv   "
        f"(Debian, Ubuntu; or python{version}-venv)\n"
        f"          or a complete Python from https://www.python.org/downloads/"
    )


def ensure(checkout, contents="JupyterLab", what="JupyterLab and the Java kernel"):
    """Makes the virtual environment, unless it is current; `here`, pip alone knows what is."""
    expected, stamp = expected_stamp(checkout), checkout.venv / "start-stamp"
    if not checkout.here and is_current(stamp, expected) and python_runs(checkout):
        console.say(f"{contents} is current")
        return
    log = checkout.log("pip", empty=True)
    environment = child_environment(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1")
    if not checkout.here:
        remove_stamp(stamp)
        # The Python behind this one, should this one be the environment that is made anew.
        python = getattr(sys, "_base_executable", None) or sys.executable
        run_logged(
            "making the virtual environment", [python, "-m", "venv", "--clear", checkout.venv],
            log, checkout.root, environment,
        )
    run_logged(
        f"installing {what}",
        [checkout.venv_python, "-m", "pip", "install", "-r", checkout.requirements],
        log, checkout.root, environment,
    )
    if not checkout.here:
        write_whole(stamp, expected)


def expected_stamp(checkout):
    """Changes with the requirements, this Python's version, and the folder's place."""
    return fingerprint([
        "{}.{}".format(*sys.version_info), platform.python_implementation(),
        platform.machine(), checkout.venv, checkout.requirements.read_text(encoding="utf-8"),
    ])


def python_runs(checkout):
    """Whether the environment's Python still starts; an upgrade of the system may remove it."""
    try:
        return answer(checkout.venv_python, "-c", "import pip")[0] == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def remove_stamp(stamp):
    """From here on the environment counts as unfinished."""
    try:
        stamp.unlink(missing_ok=True)
    except OSError as problem:
        hint = "\n  Close JupyterLab and start again." if WINDOWS else ""
        reason = f"cannot renew the environment: {console.describe(problem)}{hint}"
        raise SetupError(reason) from None
