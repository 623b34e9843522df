"""The command `startup`: sets up, measures with the environment's Python, and shows the figures."""

import json
import operator
import os
import statistics
import subprocess
import sys

from comparison import machine
from comparison.report import write_json
from steps import java
from steps.checkout import Checkout
from steps.commands import as_typed, child_environment
from steps.console import SetupError

from .row import Row


def run(options, root):
    """Measures the kernel of this checkout and prints the table."""
    checkout = Checkout(root)
    prepare(checkout)
    description = describe()
    measured = measure(checkout, options.runs)
    rows = table(measured)
    print(f"{description['processor']}, {description['cores']} cores, JDK {description['Java']}, "
          f"load average {description.get('load average', 'unknown')}\n")
    print(markdown(rows))
    if options.json:
        write_json(options.json, description, 1, [row.content() for row in rows], **measured)
    return 0


def prepare(checkout):
    """Brings the kernel up to date; what that says goes to standard error."""
    program = checkout.environment / "start.py"
    command = [sys.executable, str(program), "--prepare"]
    if subprocess.run(command, stdout=sys.stderr, env=child_environment()).returncode != 0:
        raise SetupError("the kernel cannot be set up; the lines above say why")


def describe():
    """What the figures depend on."""
    return {
        "processor": machine.processor(), "cores": os.cpu_count(),
        "Java": java.inspect(java.find_jdk().java).version, **machine.load(),
    }


def measure(checkout, runs):
    """Runs measure_startup.py and returns what it found."""
    program = checkout.environment / "measure_startup.py"
    command = [checkout.venv_python, program, str(runs), checkout.first_notebook]
    done = subprocess.run(
        list(map(str, command)), stdout=subprocess.PIPE, encoding="utf-8",
        env=child_environment(JUPYTER_PREFER_ENV_PATH="1"),
    )
    if done.returncode != 0:
        raise SetupError(f"the measurement failed: {as_typed(command)}")
    return json.loads(done.stdout)


def table(measured):
    """The rows, with the bounds that the project sets itself."""
    first = measured["first_result_s"]
    return [
        Row("kernel start to first result, s", statistics.median(first), max(first), 4.0),
        Row("Run all of the first notebook, s", measured["run_all_s"], None, 60.0),
        Row("peak resident memory of its kernel, MB", measured["peak_mb"], None, 700.0),
        Row("training time with progress seen / hidden", seen_to_hidden(measured), None, 1 / 0.98),
    ]


def seen_to_hidden(measured):
    """The median over the pairs, each of two trainings one after the other."""
    return statistics.median(map(operator.truediv, measured["seen_s"], measured["hidden_s"]))


def markdown(rows):
    """The rows as a table."""
    lines = ["| startup | measured | worst | must |  |", "| --- " * 5 + "|"]
    return "\n".join(lines + [row.markdown() for row in rows])
