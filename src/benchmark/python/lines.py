"""The lines of `speed`: which works are timed against which, and what must be reached."""

from dataclasses import dataclass
from typing import NamedTuple, Optional

OURS, TWIN = "java", "torch"
NONE = None, None


class Timed(NamedTuple):
    """A work of one worker on some threads."""

    worker: str
    work: str
    threads: int


class Line(NamedTuple):
    """The ratio of the times of two works, for each number of threads; bounds are must and aim.

    The gain is how many times as fast ours is on two threads as on one.
    """

    work: str
    ours: str
    reference: str
    on_one: tuple = NONE
    on_two: tuple = NONE
    gain: tuple = NONE
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
            timed for line in self.lines for count in threads for timed in line.timed(count)))


def same(work, name, *bounds, **more):
    """A line whose two works have the same name."""
    return Line(work, name, name, *bounds, **more)


def on_layout(work, name, on_one=NONE, on_two=NONE, gain=NONE, last_on_two=NONE):
    """A line, and another with PyTorch's second layout of images."""
    return (same(work, name, on_one, on_two, gain),
            Line(f"{work}, PyTorch channels-last", name, f"{name}-channels-last", on_two=last_on_two))


def groups():
    """All groups that are measured by taking turns."""
    dense = (0.78, 0.68)
    gain = (1.65, 1.8)
    images, beside = "evaluation of 10,000 images", "beside two busy loops"
    alone = {"on_two": (1.15, 1.0), "against": OURS, "against_threads": 1}
    return [
        Group("dense", (
            same("dense SGD step", "dense-sgd", gain=gain),
            same("dense weight decay step", "dense-weight-decay", dense, gain=gain),
            same("dense PathProx step", "dense-pathprox", dense, gain=gain,
                 note="ours leaves out the inputs that are constant in the training set"),
            Line("dense PathProx step / its pure products", "dense-pathprox", "dense-products",
                 (1.08, 1.05), (1.15, 1.1), against=OURS, note="the reference is the sum of our own "
                 "matrix products, each repeated while cached"))),
        Group("late", (
            Line("late phase, 12 % active, lazy(50)", "late-lazy", "dense-pathprox", (0.05, 0.035)),
            Line("late phase, 12 % active, exact", "late-exact", "dense-pathprox",
                 (0.3, 0.2), (0.12, 0.09)))),
        Group("evaluation", (
            Line(f"{images}, dense", "evaluation-dense", "evaluation", (0.9, None)),
            Line(f"{images}, 12 % active", "evaluation-late", "evaluation", (0.06, None),
                 note="ours on the compacted network; PyTorch has no compaction")),
              blocks=12, seconds_per_block=0.3),
        Group("toy", (same("toy network step", "toy-pathprox", (0.025, 0.02), (0.025, 0.02)),)),
        Group("convolutions", (
            *on_layout("convolution 3→64 at 32×32", "convolution-3-64-32-128", (0.5, 0.35),
                       last_on_two=(0.5, 0.4)),
            *on_layout("convolution 64→64 at 32×32", "convolution-64-64-32-128", (0.85, 0.7),
                       gain=(1.75, 1.8), last_on_two=(0.9, 0.75)),
            *on_layout("convolution 64→128 at 16×16", "convolution-64-128-16-128", (1.0, 0.85),
                       gain=(1.75, 1.8), last_on_two=(1.0, 0.85))), blocks=12),
        Group("small-convolutions", (
            *on_layout("network of notebook 08, batch 50, 28×28", "small-notebook", (0.7, 0.5), (0.7, 0.5)),
            *on_layout("8 and 16 channels, batch 100, 28×28", "small-8-16-100", (0.7, 0.5), (0.7, 0.5)),
            *on_layout("16 and 32 channels, batch 100, 28×28", "small-16-32-100", (0.7, 0.5), (0.7, 0.5)),
        ), blocks=12),
        Group("vgg19", on_layout("VGG19 PathProx step", "vgg19-pathprox", (1.1, 0.85),
                                 gain=(1.7, 1.8), last_on_two=(0.75, 0.6)),
              blocks=7, seconds_per_block=0),
        # What is left of the speed while other programs want the processor.
        Group("busy", (
            same(f"dense PathProx step {beside}", "dense-pathprox"),
            same(f"dense PathProx step {beside} / on one thread", "dense-pathprox", **alone),
            same(f"trainings of notebook 00 {beside} / on one thread", "notebook-trainings", **alone)),
              blocks=12, seconds_per_block=1.0, busy_loops=2),
    ]


TRAINING = "training"
TRAINING_LINE = Line(
    "100,000-iteration MNIST-subset run, exact", TRAINING, TRAINING, (0.45, 0.25),
    note="ours is the time of all iterations; PyTorch's is the median of steps sampled along our run, "
    "times 100,000, as its cost does not change; both gather shuffled batches, neither evaluates")


def names():
    """What can be chosen: the groups, and the 100,000 iterations."""
    return [*(group.name for group in groups()), TRAINING]
