"""Makes an archive of the classes that notebooks load: record_classes.py ARCHIVE

Run by `start.py`, with the Python of the virtual environment. A kernel runs a few cells that
touch what notebooks use: data, training, tables, pictures; at its end the JVM writes down which
classes it had loaded. The archive appears whole or not at all.
"""

import os
import sys
from pathlib import Path

from run_notebooks import SECONDS_TO_START
from steps import kernelspec
from steps.commands import guarded

SECONDS_FOR_A_CELL = 600
CELLS = (
    "1 + 1",
    "Nd4j.zeros(2, 2)",
    "var data = Digits.split(1);\ndata",
    """\
var start = Architecture.factorizedMlp(64, 20, 2, 10).initialize(1);
var options = TrainingOptions.defaults().withIterations(20).withBatchSize(200);
start""",
    "var decay = Trainer.with(options).train(start, data, new WeightDecay(1e-3));\ndecay",
    "var prox = Trainer.with(options).train(start, data, PathProx.recommended(1e-3));\nprox",
    "Compare.objective(decay, prox)",
    "Compare.activeUnits(decay, prox)",
    # The JVM ends by itself, and so does what it does at its end.
    "System.exit(0);",
)


def record(archive):
    """Records a session and moves its archive to its place; returns the exit code."""
    from nbclient import NotebookClient
    from nbclient.exceptions import DeadKernelError
    from nbformat.v4 import new_code_cell, new_notebook

    part = archive.with_name(f"{archive.name}.part-{os.getpid()}")
    client = NotebookClient(
        new_notebook(cells=[new_code_cell(cell) for cell in CELLS]), kernel_name=kernelspec.NAME,
        timeout=SECONDS_FOR_A_CELL, startup_timeout=SECONDS_TO_START, shutdown_kernel="immediate",
    )
    kernel = client.create_kernel_manager().kernel_spec
    java, *rest = [each for each in kernel.argv if not each.startswith("-XX:SharedArchiveFile=")]
    kernel.argv = [java, f"-XX:ArchiveClassesAtExit={part}", *rest]
    try:
        with client.setup_kernel(stdout=sys.stdout, stderr=sys.stdout):
            for index, cell in enumerate(client.nb.cells):
                client.execute_cell(cell, index)
    except DeadKernelError:
        os.replace(part, archive)
    finally:
        part.unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(guarded(lambda: record(Path(sys.argv[1]))))
