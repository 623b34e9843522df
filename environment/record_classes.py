"""Makes an archive of the classes that notebooks load: record_classes.py ARCHIVE

Run by `start.py`, with the Python of the virtual environment. A kernel runs a few cells that
touch what notebooks use: data, training, tables, pictures; at its end the JVM writes down which
classes it had loaded. The archive appears whole or not at all.
"""

import os
import sys
from pathlib import Path

from kernel_session import CellError, Session
from steps.commands import exit_on_termination
from steps.console import accept_all_characters, fail, guarded

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
)


def recording(argv, part):
    """The kernel's command line, writing an archive instead of using one."""
    java, *rest = [entry for entry in argv if not entry.startswith("-XX:SharedArchiveFile=")]
    return [java, f"-XX:ArchiveClassesAtExit={part}", *rest]


def record(archive):
    """Records a session and moves its archive to its place; returns the exit code."""
    part = archive.with_name(f"{archive.name}.part-{os.getpid()}")
    try:
        with Session(sys.stdout, lambda argv: recording(argv, part)) as kernel:
            for cell in CELLS:
                kernel.run(cell)
            kernel.exit()
        os.replace(part, archive)
        return 0
    except CellError as problem:
        return fail(str(problem))
    finally:
        part.unlink(missing_ok=True)


if __name__ == "__main__":
    accept_all_characters()
    exit_on_termination()
    sys.exit(guarded(lambda: record(Path(sys.argv[1]))))
