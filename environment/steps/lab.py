"""Serves JupyterLab on this machine only and opens a notebook."""

import argparse
import json
import os
import secrets
import socket
import urllib.request

from . import commands, console, kernelspec
from .console import SetupError
from .stamps import renew

HOST = "127.0.0.1"
FIRST_PORT = 8888
PORTS_TO_TRY = 100
SECONDS_TO_START = 120
SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"},
}


def port_number(text):
    """The value of --port."""
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, was {text}")
    return int(text)


def choose_port(wanted):
    """Returns the wanted port or, without a wish, 8888 or the next free one."""
    if wanted is not None and not is_free(wanted):
        raise SetupError(
            f"port {wanted} is taken or not allowed.\n"
            f"  A free one: --port {next_free_port(max(wanted + 1, 1024))}"
        )
    return wanted or next_free_port(FIRST_PORT)


def next_free_port(first):
    """The first free port from here on, or else one that the system chooses."""
    port = next(filter(is_free, range(first, min(first + PORTS_TO_TRY, 65536))), None)
    if port is not None:
        return port
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def is_free(port):
    """Whether nobody answers on the port and this program may open it."""
    with socket.socket() as caller, socket.socket() as probe:
        caller.settimeout(1)
        if caller.connect_ex((HOST, port)) == 0:
            return False
        if os.name != "nt":
            # Lets a port be used again at once after a server on it has stopped.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def serve(checkout, port, browser, notebook):
    """Runs JupyterLab until Ctrl-C or a termination signal; returns the exit code."""
    token, log = secrets.token_hex(24), checkout.log(f"lab-{port}")
    command = lab_command(checkout, port, browser, notebook)
    environment = {**commands.jupyter_environment(checkout), "JUPYTER_TOKEN": token}
    console.say("starting JupyterLab ...")
    stopwatch, announced = console.Stopwatch(), False

    def announce():
        nonlocal announced
        if announced:
            return
        announced = answers(port)
        if announced:
            page = address(checkout, port, token, notebook)
            console.say(f"\nopen  {page}\nstop  Ctrl-C\nlog   {log}")
        elif stopwatch.seconds() > SECONDS_TO_START:
            raise SetupError(f"JupyterLab did not answer in {SECONDS_TO_START} s; log: {log}")

    with open(log, "wb") as output:
        code, stopped = commands.serve(command, checkout.root, environment, output, announce)
    if code != 0 and not stopped:
        raise SetupError(commands.failure_report("JupyterLab", command, code, log))
    console.say("JupyterLab has stopped")
    return 0


def answers(port):
    """Whether the server answers; asks this machine, never a proxy that the environment names."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://{HOST}:{port}/api", timeout=5):
            return True
    except OSError:
        return False


def write_settings(checkout):
    """Gives JupyterLab our defaults: no question about news, no advice to update what is pinned."""
    file = checkout.venv / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    renew(file, json.dumps(SETTINGS, indent=2) + "\n")


def lab_command(checkout, port, browser, notebook):
    """The command line of JupyterLab."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [
        checkout.venv_python, "-m", "jupyterlab",
        f"--ServerApp.ip={HOST}", f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={checkout.root}",
        # The person has said so once by Ctrl-C.
        "--ServerApp.answer_yes=True",
        # A cell that prints thousands of lines would lose those after the first thousand.
        "--ZMQChannelsWebsocketConnection.limit_rate=False",
        # JJava's own kernel does not have the library.
        f"--KernelSpecManager.allowed_kernelspecs={kernelspec.NAME}",
        f"--MappingKernelManager.default_kernel_name={kernelspec.NAME}",
        *(["--allow-root"] if root else []), *([] if browser else ["--no-browser"]),
        *([notebook] if notebook.is_file() else []),
    ]


def address(checkout, port, token, notebook):
    """The address that opens a notebook."""
    page = f"/tree/{notebook.relative_to(checkout.root).as_posix()}" if notebook.is_file() else ""
    return f"http://{HOST}:{port}/lab{page}?token={token}"
