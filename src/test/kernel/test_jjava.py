"""A kernel as pip install jjava makes it, to which %maven adds the library: what it shows, live
progress, an interrupt, and two notebooks of the tutorial.

The library goes into the usual local repository of Maven, where the kernel looks first:
python3 src/test/kernel/test_jjava.py
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "environment"))

from outputs import notebook_file  # noqa: E402 (needs the path above)
from steps import java  # noqa: E402
from steps.checkout import WINDOWS, Checkout  # noqa: E402
from steps.commands import child_environment  # noqa: E402
from steps.library import MAVEN  # noqa: E402

BIN = "Scripts" if WINDOWS else "bin"
IN_THE_KERNEL = "--in-the-kernel"

VERSION = ElementTree.parse(ROOT / "pom.xml").getroot().findtext("{*}version")
LIBRARY = f"%maven io.github.pathprox:pathprox:{VERSION}"
# The first cell of a person who opens a notebook of the tutorial, as docs/install.md says.
TUTORIAL = f"{LIBRARY} io.github.pathprox:pathprox:jar:tutorial:{VERSION}"
# The second needs classes of the tutorial.
NOTEBOOKS = ["00-start-here.ipynb", "02-two-objectives.ipynb"]

TRAINING = """\
var data = Digits.split(1);
var start = Architecture.mlp(64, 50, 10).initialize(1);
var options = TrainingOptions.defaults().withIterations(200);
var trainer = Trainer.with(options);
var result = trainer.train(start, data, PathProx.recommended(1e-3));"""

# Cells, and what of each must be shown: a type of output, and a part of its plain text.
CELLS = [
    (TRAINING, "text/html", "PathProx recommended λ=0.001: completed after 200 iterations"),
    ("result", "text/html", "active units"),
    ("Compare.objective(result)", "application/vnd.plotly.v1+json", "y: objective"),
    ("data.train().first(9)", "image/svg+xml", "digits"),
    ("new double[] {1, 2.5}", "text/html", "min 1, mean 1.75, max 2.5"),
    ('doc("PathProx.recommended")', "text/html", "the method to start with"),
    ("new PathProx(1e-3)", "text/plain", "PathProx is made by PathProx.of(double)"),
    ("diagnostics()", "text/plain", "failures   none"),
]

LONG_TRAINING = """\
var longer = TrainingOptions.defaults().withIterations(100_000_000);
var stopped = Trainer.with(longer).train(start, data, PathProx.recommended(1e-3));"""
STATES_BEFORE_THE_INTERRUPT = 4

# What is typed, and what Shift-Tab at its end must say.
TYPED = [
    ("PathProx.recommended(", "the method to start with"),
    ("var x = 3;\nvar y = trainer.train", "train(Network start"),
    ("result", "record TrainingResult"),
    ("PathProx", "record PathProx"),
    ("Digits.split(", "Digits.split(long seed)"),
    ("Math.max(", "int Math.max(int a, int b)"),
]


class JJavaKernelTest(unittest.TestCase):
    def run_quietly(self, *command, **environment):
        done = subprocess.run(
            [*map(str, command)], cwd=ROOT, env=child_environment(**environment),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_plain_kernel_shows_the_library_as_that_of_the_tutorial_does(self):
        temporary = tempfile.TemporaryDirectory(prefix="jjava ")
        self.addCleanup(temporary.cleanup)
        venv, jdk = Path(temporary.name) / "venv", java.find_jdk()
        self.run_quietly(*MAVEN, "-q", "install", "-Dmaven.test.skip=true",
                         "-Dspotless.check.skip=true", JAVA_HOME=jdk.home)
        self.run_quietly(sys.executable, "-m", "venv", venv)
        python = venv / BIN / "python"
        lines = Checkout(ROOT).requirements.read_text(encoding="utf-8").splitlines()
        pinned = next(line for line in lines if line.startswith("jjava=="))
        self.run_quietly(python, "-m", "pip", "install", "-q", pinned, "jupyter_client")
        self.run_quietly(python, __file__, IN_THE_KERNEL,
                         PATH=os.pathsep.join(map(str, (jdk.java.parent, venv / BIN))))


def shown(client, source):
    """Executes a cell; returns its outputs, the last state of those that change."""
    outputs = []

    def take(message):
        if message["msg_type"] in ("execute_result", "display_data", "error"):
            outputs.append(message["content"])
        elif message["msg_type"] == "update_display_data":
            outputs[-1] = message["content"]

    client.execute_interactive(source, timeout=600, output_hook=take)
    return outputs


def look():
    """In a Python with JJava and jupyter_client alone: fails if a plain kernel lacks something."""
    with kernel() as (_, client):
        look_at_outputs(client)
    with kernel() as (manager, client):
        look_at_an_interrupt(manager, client)
    for name in NOTEBOOKS:
        with kernel() as (_, client):
            look_at_a_notebook(client, name)


@contextlib.contextmanager
def kernel():
    """A new kernel in the folder of the notebooks, and a client of it."""
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(
        kernel_name="java", startup_timeout=120, cwd=str(ROOT / "notebooks"))
    try:
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def look_at_outputs(client):
    told = [output["data"]["text/plain"] for output in shown(client, LIBRARY)]
    assert len(told) == 1 and "help() shows the way" in told[0], told
    for source, kind, part in CELLS:
        outputs = shown(client, source)
        texts = [output.get("data", {}).get("text/plain", "") for output in outputs]
        assert any(kind in output.get("data", {}) for output in outputs), (source, outputs)
        assert any(part in text for text in texts), (source, texts)
    for code, part in TYPED:
        said = client.inspect(code, len(code), reply=True, timeout=60)["content"]
        assert part in said["data"].get("text/plain", ""), (code, said)
    names = client.complete("Data", 4, reply=True, timeout=60)["content"]["matches"]
    assert names[0] == "Dataset", names


def look_at_an_interrupt(manager, client):
    """One output changes while the cell runs; an interrupt ends it, and leaves what there is."""
    shown(client, LIBRARY + "\n" + TRAINING)
    states = []

    def take(message):
        if "display_id" in message["content"].get("transient", {}):
            states.append((message["content"]["transient"]["display_id"],
                           message["content"]["data"]["text/plain"]))
            if len(states) == STATES_BEFORE_THE_INTERRUPT:
                manager.interrupt_kernel()

    reply = client.execute_interactive(LONG_TRAINING, timeout=120, output_hook=take)
    assert reply["content"]["status"] == "error", reply["content"]
    assert len({name for name, _ in states}) == 1, states
    assert len({text for _, text in states}) >= STATES_BEFORE_THE_INTERRUPT, states
    left = [output["data"]["text/plain"] for output in shown(client, "stopped")]
    assert len(left) == 1 and "interrupted after" in left[0], left


def look_at_a_notebook(client, name):
    cells = notebook_file.code_cells(notebook_file.read(ROOT / "notebooks" / name))
    sources = [notebook_file.text(cell["source"]) for _, cell in cells]
    for source in [TUTORIAL, *sources]:
        failed = [output for output in shown(client, source) if "ename" in output]
        assert not failed, (name, source, failed)


if __name__ == "__main__":
    look() if IN_THE_KERNEL in sys.argv else unittest.main()
