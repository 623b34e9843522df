"""Running other programs: logged ones that must succeed, and ones that are served until stopped."""

import os
import shlex
import signal
import subprocess
import sys
import time

from . import console
from .checkout import WINDOWS
from .console import SetupError, Stopwatch

TAIL_LINES = 25
SECONDS_BETWEEN_SIGNS_OF_LIFE = 15
SECONDS_TO_STOP = 30
SECONDS_TO_ANSWER = 60
SECONDS_BETWEEN_LOOKS = 0.05

SIGNS_OF_NO_NETWORK = (
    "name resolution", "Name or service not known", "nodename nor servname", "getaddrinfo failed",
    "Failed to establish a new connection", "Connection refused", "Network is unreachable",
    "No matching distribution found", "Unknown host", "UnknownHostException",
    "Could not transfer artifact", "Failed to fetch",
)

NETWORK_HINT = """
This looks like a missing network connection. What is not yet on this machine is downloaded from
PyPI and Maven Central. Behind a proxy, set HTTPS_PROXY for pip, and for Maven a proxy in the
file settings.xml of the folder .m2 in your home folder."""


def child_environment(**additions):
    """This process's environment without what would mislead another Python."""
    environment = dict(os.environ)
    for name in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX"):
        environment.pop(name, None)
    if not WINDOWS and environment.get("LC_ALL") in ("C", "POSIX"):
        # A JVM in the C locale cannot open files with non-ASCII names.
        del environment["LC_ALL"]
        environment["LC_CTYPE"] = "C.UTF-8"
    # A pip.conf may say "user = true", which a virtual environment refuses.
    environment.update(PYTHONUTF8="1", PIP_USER="0")
    environment.update({name: str(value) for name, value in additions.items()})
    return environment


def jupyter_environment(checkout):
    """For programs of Jupyter: the kernel of this checkout, and nobody's own configuration.

    The person's settings of JupyterLab, say its theme and its shortcuts, remain.
    """
    environment = child_environment(JUPYTER_PREFER_ENV_PATH="1")
    own = environment.get("JUPYTER_CONFIG_DIR") or os.path.join(os.path.expanduser("~"), ".jupyter")
    for name, folder in (("SETTINGS", "user-settings"), ("WORKSPACES", "workspaces")):
        environment.setdefault(f"JUPYTERLAB_{name}_DIR", os.path.join(own, "lab", folder))
    environment.pop("JUPYTER_CONFIG_PATH", None)
    environment["JUPYTER_CONFIG_DIR"] = str(checkout.work / "jupyter")
    return environment


def run_logged(doing, command, log, cwd, environment):
    """Runs a command into a log file, with signs of life; raises SetupError when it fails."""
    console.say(f"{doing} ...")
    stopwatch, signs = Stopwatch(), 0

    def show_life():
        nonlocal signs
        if stopwatch.seconds() // SECONDS_BETWEEN_SIGNS_OF_LIFE > signs:
            signs += 1
            console.say(f"{doing} ... {stopwatch}")

    with open(log, "ab") as output:
        try:
            code, stopped = serve(command, cwd, environment, output, show_life)
        except OSError as problem:
            raise SetupError(f"{doing} failed: {console.describe(problem)}") from None
    if stopped:
        raise KeyboardInterrupt
    if code != 0:
        raise SetupError(failure_report(doing, command, code, log))
    console.say(f"{doing}: done in {stopwatch}")


def failure_report(doing, command, code, log):
    """The message for a failed command: what, the command, the end of its log, a hint."""
    end = tail(log)
    hint = NETWORK_HINT if any(sign in end for sign in SIGNS_OF_NO_NETWORK) else ""
    return (
        f"{doing} failed (exit code {code}).\n"
        f"  command: {as_typed(command)}\n"
        f"  log:     {log}\n"
        f"The last lines of the log:\n{end}{hint}"
    )


def as_typed(command):
    """The command as one would type it."""
    parts = [str(part) for part in command]
    return subprocess.list2cmdline(parts) if WINDOWS else " ".join(map(shlex.quote, parts))


def tail(log):
    """The last lines of a log file, indented."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "  (no log)"
    return "\n".join("  " + line for line in lines[-TAIL_LINES:])


def answer(*command):
    """Runs a program that only says something; returns (exit code, what it said)."""
    done = subprocess.run(
        [str(part) for part in command], env=child_environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True,
        errors="surrogateescape", timeout=SECONDS_TO_ANSWER,
    )
    return done.returncode, done.stdout


def guarded(action, stopped="stopped"):
    """Runs a program's action and returns its exit code; problems end as a short text."""
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a character shows a substitute.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    exit_on_termination()
    try:
        return action()
    except SetupError as problem:
        return console.fail(str(problem))
    except OSError as problem:
        return console.fail(console.describe(problem))
    except KeyboardInterrupt:
        console.fail(stopped)
        return 130


def exit_on_termination():
    """Turns a termination signal into a KeyboardInterrupt, so that cleaning up takes place."""
    def interrupt(number, frame):
        raise KeyboardInterrupt

    _handle(interrupt, "SIGTERM", "SIGHUP")


def _handle(handler, *names):
    """Hands it the signals that this system has and nohup or a script does not ignore."""
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    return {number: signal.signal(number, handler) for number in numbers
            if signal.getsignal(number) != signal.SIG_IGN}


def serve(command, cwd, environment, output=None, meanwhile=lambda: None):
    """Runs a program until it ends or this one is asked to stop; returns (exit code, stopped).

    `meanwhile` is called again and again. Ctrl-C and termination signals reach the program as a
    single SIGTERM, because Jupyter leaves kernels behind when it is interrupted twice. Windows has
    no SIGTERM; there the console itself hands Ctrl-C to the program.
    """
    requests, process = [], None
    previous = _handle(lambda number, frame: requests.append(number),
                       "SIGINT", "SIGTERM", "SIGHUP")
    try:
        process = subprocess.Popen(
            [str(part) for part in command], cwd=cwd, env=environment,
            stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.STDOUT if output else None, start_new_session=not WINDOWS,
        )
        while process.poll() is None and not requests:
            meanwhile()
            time.sleep(SECONDS_BETWEEN_LOOKS)
        if requests and not WINDOWS:
            process.terminate()
        try:
            return process.wait(SECONDS_TO_STOP), bool(requests)
        except subprocess.TimeoutExpired:
            print("it does not stop by itself; killing it", file=sys.stderr)
            process.kill()
            return process.wait(), True
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
        if process is not None and process.poll() is None:
            process.kill()
            process.wait()
