"""The lines of the comparison: which works are timed against which, and what must be reached."""

from dataclasses import dataclass
from typing import Optional

OURS = "java"
TWIN = "torch"


@dataclass(frozen=True)
class Timed:
    """A work of one worker."""

    worker: str
    work: str


@dataclass(frozen=True)
class Line:
    """One line of the table: the ratio of the times of two works."""

    work: str
    ours: Timed
    reference: Timed
    must: Optional[float] = None
    aim: Optional[float] = None
    note: str = ""


@dataclass(frozen=True)
class Group:
    """Lines that are measured together; their works take turns."""

    name: str
    lines: tuple
    blocks: int = 30
    seconds_per_block: float = 0.15

    def works(self):
        """Each work once, the works of one line next to each other."""
        found = [timed for line in self.lines for timed in (line.ours, line.reference)]
        return list(dict.fromkeys(found))


def line(work, ours, reference, must=None, aim=None, note=""):
    return Line(work, Timed(OURS, ours), Timed(TWIN, reference), must, aim, note)


def dense():
    step = Timed(OURS, "dense-pathprox")
    products = Timed(OURS, "dense-products")
    return Group(
        "dense",
        (
            line("dense SGD step", "dense-sgd", "dense-sgd"),
            line("dense weight decay step", "dense-weight-decay", "dense-weight-decay", 0.78, 0.68),
            line(
                "dense PathProx step", "dense-pathprox", "dense-pathprox", 0.78, 0.68,
                "ours leaves out the inputs that are constant in the training set",
            ),
            Line(
                "dense PathProx step / its pure products", step, products, 1.12, 1.05,
                "the reference is the sum of our own matrix products, each repeated while cached",
            ),
        ),
    )


def late():
    return Group(
        "late",
        (
            line("late phase, 12 % active, lazy(50)", "late-lazy", "dense-pathprox", 0.05, 0.035),
            line("late phase, 12 % active, exact", "late-exact", "dense-pathprox", 0.30, 0.20),
        ),
    )


def evaluation():
    work = "evaluation of 10,000 images"
    return Group(
        "evaluation",
        (
            line(f"{work}, dense", "evaluation-dense", "evaluation", 0.9),
            line(
                f"{work}, 12 % active", "evaluation-late", "evaluation", 0.06,
                note="ours on the compacted network; PyTorch has no compaction",
            ),
        ),
        blocks=12, seconds_per_block=0.3,
    )


def toy():
    return Group("toy", (line("toy network step", "toy-pathprox", "toy-pathprox", 0.02),))


def convolutions():
    sizes = ((3, 64, 32, 0.5, 0.35), (64, 64, 32, 0.85, 0.7), (64, 128, 16, 1.0, 0.85))
    lines = []
    for inputs, outputs, side, must, aim in sizes:
        name = f"convolution-{inputs}-{outputs}-{side}-128"
        work = f"convolution {inputs}→{outputs} at {side}×{side}"
        lines.append(line(work, name, name, must, aim))
        lines.append(line(f"{work}, PyTorch channels-last", name, f"{name}-channels-last"))
    return Group("convolutions", tuple(lines), blocks=12)


def vgg19():
    name = "vgg19-pathprox"
    return Group(
        "vgg19",
        (
            line("VGG19 PathProx step", name, name, 1.1, 0.85),
            line("VGG19 PathProx step, PyTorch channels-last", name, f"{name}-channels-last"),
        ),
        blocks=7, seconds_per_block=0,
    )


def groups():
    """All groups that are measured by taking turns."""
    return [dense(), late(), evaluation(), toy(), convolutions(), vgg19()]
