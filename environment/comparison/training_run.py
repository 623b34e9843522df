"""The 100,000 iterations of the published training: ours in full, PyTorch's by samples."""

from .interleaving import Timing
from .lines import Bounds, Line
from .workers import WorkFailed

NAME = "training"
THOUSANDS = 100
TWIN_STEPS = 20
WARM_UP_STEPS = 50

LINE = Line(
    "100,000-iteration MNIST-subset run, exact", NAME, NAME, Bounds(0.45, 0.25),
    note="ours is the time of all iterations; PyTorch's is the median of steps sampled along our run, "
    "times 100,000, as its cost does not change; both gather shuffled batches, neither evaluates",
)


def measure(workers, progress, thousands=THOUSANDS):
    """Returns the timings of both sides on one thread; what is timed is the whole run."""
    ours, twin = Timing(), Timing()
    timed, twin_timed = LINE.timed(1)
    worker, twin_worker = workers.of(timed), workers.of(twin_timed)
    try:
        worker.ask("prepare", NAME)
        twin_worker.ask("prepare", NAME)
        twin_worker.ask("run", NAME, WARM_UP_STEPS)
        for thousand in range(thousands):
            ours.add(worker.ask("run", NAME, 1))
            twin.add(twin_worker.ask("run", NAME, TWIN_STEPS))
            progress(f"{NAME}: {thousand + 1} of {thousands} thousands, {ours.note}")
        ours.nanoseconds = [sum(ours.nanoseconds)]
        ours.bytes = []  # a command's bytes include what a record needs
        twin.nanoseconds = [twin.milliseconds * 1e6 * 1000 * thousands]
    except WorkFailed as problem:
        ours = twin = Timing(problem=str(problem))
    return {timed: ours, twin_timed: twin}
