"""The 100,000 iterations of the published training: ours in full, PyTorch's by samples."""

from .interleaving import Timing
from .lines import OURS, TWIN, Timed, line
from .workers import WorkFailed

NAME = "training"
THOUSANDS = 100
TWIN_STEPS = 20
WARM_UP_STEPS = 50

LINE = line(
    "100,000-iteration MNIST-subset run, exact", NAME, NAME, 0.45, 0.25,
    "ours is the time of all iterations; PyTorch's is the median of steps sampled along our run, "
    "times 100,000, as its cost does not change; both gather shuffled batches, neither evaluates",
)


def measure(workers, progress, thousands=THOUSANDS):
    """Returns the timings of both sides; what is timed is the whole run."""
    ours, twin = Timing(), Timing()
    try:
        workers[OURS].ask("prepare", NAME)
        workers[TWIN].ask("prepare", NAME)
        workers[TWIN].ask("run", NAME, WARM_UP_STEPS)
        for thousand in range(thousands):
            ours.add(workers[OURS].ask("run", NAME, 1))
            twin.add(workers[TWIN].ask("run", NAME, TWIN_STEPS))
            progress(f"{NAME}: {thousand + 1} of {thousands} thousands, {ours.note}")
        ours.nanoseconds = [sum(ours.nanoseconds)]
        ours.bytes = []  # a command's bytes include what a record needs
        twin.nanoseconds = [twin.milliseconds * 1e6 * 1000 * thousands]
    except WorkFailed as problem:
        ours = twin = Timing(problem=str(problem))
    return {Timed(OURS, NAME): ours, Timed(TWIN, NAME): twin}
