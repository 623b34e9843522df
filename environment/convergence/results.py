"""What was measured, filled step by step, so that an interruption leaves what is there."""

from dataclasses import dataclass, field

from comparison.interleaving import Timing
from comparison.workers import WorkFailed

from . import elsewhere, heavy_ball
from .heavy_ball import Search
from .orders import HEAVY_BALL, MNIST, PUBLISHED, RECOMMENDED, WEIGHT_DECAY, Order

STEP = "dense-pathprox"
WARM_UP_STEPS = 50
STEPS_PER_SAMPLE = 20
ITERATIONS_BETWEEN_SAMPLES = 1_000


@dataclass
class Results:
    """Curves by (problem, method), then by seed; heavy-ball settings by problem; other figures."""

    curves: dict = field(default_factory=dict)
    search: Search = field(default_factory=lambda: Search([]))
    settings: dict = field(default_factory=dict)
    step: Timing = field(default_factory=Timing)
    convex: dict = field(default_factory=dict)
    path: dict = field(default_factory=dict)

    def of(self, method, problem=MNIST):
        """The curves of a method by seed."""
        return self.curves.setdefault((problem, method), {})

    def heavy_ball(self, problem):
        """The best setting on a problem; None while there is none."""
        return self.search.best if problem == MNIST else self.settings.get(problem)


def measure(plan, trainings, twin, results):
    """Runs everything, what most rows need first."""
    measure_recommended(plan, trainings, twin, results)
    for method, iterations in ((WEIGHT_DECAY, plan.weight_decay), (PUBLISHED, plan.published)):
        for seed in plan.seeds:
            order = Order(MNIST, method, seed)
            results.of(method)[seed] = trainings.run(order, iterations)
    results.convex = trainings.case("convex")
    results.path = trainings.case("path")
    heavy_ball.search(plan, trainings, results.search)
    results.of(HEAVY_BALL).update(results.search.curves or {})
    for problem in elsewhere.PROBLEMS:
        elsewhere.measure(problem, plan, trainings, results)


def measure_recommended(plan, trainings, twin, results):
    """The recommended method; PyTorch's step is timed along its runs, so both meet one machine."""
    def sample(point):
        if point.iteration % ITERATIONS_BETWEEN_SAMPLES == 0:
            time_step(twin, results.step, "run", STEP, STEPS_PER_SAMPLE)

    for command in (("prepare", STEP), ("run", STEP, WARM_UP_STEPS)):
        time_step(twin, Timing(), *command)
    time_step(twin, results.step, "run", STEP, STEPS_PER_SAMPLE)
    for seed in plan.seeds:
        order = Order(MNIST, RECOMMENDED, seed)
        results.of(RECOMMENDED)[seed] = trainings.run(order, plan.recommended, watch=sample)


def time_step(twin, timing, *command):
    """Adds to a timing; a twin that cannot do it costs one row and nothing else."""
    try:
        answer = twin.ask(*command)
        if "nanoseconds" in answer:
            timing.add(answer)
    except WorkFailed as problem:
        timing.problem = str(problem)
