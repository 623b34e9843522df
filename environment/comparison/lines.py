"""The lines of the comparison: which works are timed against which, and what must be reached."""

from dataclasses import dataclass
from typing import NamedTuple, Optional

OURS = "java"
TWIN = "torch"


class Bounds(NamedTuple):
    """What a figure must reach, and what it aims at."""

    must: Optional[float] = None
    aim: Optional[float] = None


NONE = Bounds()


@dataclass(frozen=True)
class Timed:
    """A work of one worker on some threads."""

    worker: str
    work: str
    threads: int = 1


@dataclass(frozen=True)
class Line:
    """One line of the table: the ratio of the times of two works, for each number of threads.

    The gain is how many times as fast ours is on two threads as on one.
    """

    work: str
    ours: str
    reference: str
    on_one: Bounds = NONE
    on_two: Bounds = NONE
    gain: Bounds = NONE
    note: str = ""
    against: str = TWIN
    against_threads: Optional[int] = None  # as many as ours, if it is not said

    def timed(self, threads):
        """Both works, ours on so many threads."""
        reference = Timed(self.against, self.reference, self.against_threads or threads)
        return Timed(OURS, self.ours, threads), reference

    def bounds(self, threads):
        """Those of the ratio; with more than two threads nothing is promised."""
        return {1: self.on_one, 2: self.on_two}.get(threads, NONE)


@dataclass(frozen=True)
class Group:
    """Lines that are measured together; their works take turns, beside so many busy loops."""

    name: str
    lines: tuple
    blocks: int = 30
    seconds_per_block: float = 0.15
    busy_loops: int = 0

    def works(self, threads):
        """Each work once on each number of threads, those of one line next to each other."""
        return list(dict.fromkeys(
            timed for line in self.lines for count in threads for timed in line.timed(count)
        ))


def dense():
    return Group(
        "dense",
        (
            Line("dense SGD step", "dense-sgd", "dense-sgd", gain=Bounds(1.65, 1.8)),
            Line(
                "dense weight decay step", "dense-weight-decay", "dense-weight-decay",
                Bounds(0.78, 0.68), gain=Bounds(1.65, 1.8),
            ),
            Line(
                "dense PathProx step", "dense-pathprox", "dense-pathprox",
                Bounds(0.78, 0.68), gain=Bounds(1.65, 1.8),
                note="ours leaves out the inputs that are constant in the training set",
            ),
            Line(
                "dense PathProx step / its pure products", "dense-pathprox", "dense-products",
                Bounds(1.08, 1.05), Bounds(1.15, 1.1), against=OURS,
                note="the reference is the sum of our own matrix products, each repeated while "
                "cached",
            ),
        ),
    )


def late():
    return Group(
        "late",
        (
            Line(
                "late phase, 12 % active, lazy(50)", "late-lazy", "dense-pathprox",
                Bounds(0.05, 0.035),
            ),
            Line(
                "late phase, 12 % active, exact", "late-exact", "dense-pathprox",
                Bounds(0.3, 0.2), Bounds(0.12, 0.09),
            ),
        ),
    )


def evaluation():
    work = "evaluation of 10,000 images"
    return Group(
        "evaluation",
        (
            Line(f"{work}, dense", "evaluation-dense", "evaluation", Bounds(0.9)),
            Line(
                f"{work}, 12 % active", "evaluation-late", "evaluation", Bounds(0.06),
                note="ours on the compacted network; PyTorch has no compaction",
            ),
        ),
        blocks=12, seconds_per_block=0.3,
    )


def toy():
    step = Line(
        "toy network step", "toy-pathprox", "toy-pathprox",
        Bounds(0.025, 0.02), Bounds(0.025, 0.02),
    )
    return Group("toy", (step,))


def convolutions():
    layers = (
        (3, 64, 32, Bounds(0.5, 0.35), Bounds(0.5, 0.4), NONE),
        (64, 64, 32, Bounds(0.85, 0.7), Bounds(0.9, 0.75), Bounds(1.75, 1.8)),
        (64, 128, 16, Bounds(1.0, 0.85), Bounds(1.0, 0.85), Bounds(1.75, 1.8)),
    )
    lines = []
    for inputs, outputs, side, on_one, on_two, gain in layers:
        name = f"convolution-{inputs}-{outputs}-{side}-128"
        work = f"convolution {inputs}→{outputs} at {side}×{side}"
        lines.append(Line(work, name, name, on_one, gain=gain))
        last = f"{work}, PyTorch channels-last"
        lines.append(Line(last, name, f"{name}-channels-last", on_two=on_two))
    return Group("convolutions", tuple(lines), blocks=12)


def small_convolutions():
    """The networks that notebooks use."""
    names = (
        ("network of notebook 08, batch 50", "small-notebook"),
        ("8 and 16 channels, batch 100", "small-8-16-100"),
        ("16 and 32 channels, batch 100", "small-16-32-100"),
    )
    bounds = Bounds(0.7, 0.5)
    lines = []
    for work, name in names:
        lines.append(Line(f"{work}, 28×28", name, name, bounds, bounds))
        lines.append(Line(f"{work}, 28×28, PyTorch channels-last", name, f"{name}-channels-last"))
    return Group("small-convolutions", tuple(lines), blocks=12)


def vgg19():
    name = "vgg19-pathprox"
    last = f"{name}-channels-last"
    return Group(
        "vgg19",
        (
            Line("VGG19 PathProx step", name, name, Bounds(1.1, 0.85), gain=Bounds(1.7, 1.8)),
            Line(
                "VGG19 PathProx step, PyTorch channels-last", name, last,
                on_two=Bounds(0.75, 0.6),
            ),
        ),
        blocks=7, seconds_per_block=0,
    )


def busy():
    """What is left of the speed while two other programs want the processor."""
    beside = "beside two busy loops"
    return Group(
        "busy",
        (
            Line(f"dense PathProx step {beside}", "dense-pathprox", "dense-pathprox"),
            Line(
                f"dense PathProx step {beside} / on one thread", "dense-pathprox",
                "dense-pathprox", on_two=Bounds(1.15, 1.0), against=OURS, against_threads=1,
            ),
            Line(
                f"trainings of notebook 00 {beside} / on one thread", "notebook-trainings",
                "notebook-trainings", on_two=Bounds(1.15, 1.0), against=OURS, against_threads=1,
            ),
        ),
        blocks=12, seconds_per_block=1.0, busy_loops=2,
    )


def groups():
    """All groups that are measured by taking turns."""
    return [
        dense(), late(), evaluation(), toy(), convolutions(), small_convolutions(), vgg19(), busy(),
    ]
