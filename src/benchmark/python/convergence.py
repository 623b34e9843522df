"""The command `convergence`: how soon given objectives are reached, and what is solved exactly."""

from programs import Programs, Progress, as_far_as_it_goes
from rivals import METHODS, OURS

MAIN = "pathprox.benchmark.convergence.Convergence"
PROBLEM = "mnist-400"
ITERATIONS, QUICK_ITERATIONS, RECORDS = 1_600, 50, 64
TARGETS = (("0.0054", 1_000, 600), ("0.0037", 1_600, 1_000))


def run(options, checkout):
    """Returns 0 if everything was run, whatever the verdicts are."""
    runs, solved, progress = [], [], Progress()

    def measure():
        solve("convex")
        seeds = "1" if options.quick else ",".join(map(str, range(1, options.seeds + 1)))
        progress(f"{PROBLEM}: seeds {seeds}", may_take_long=True)
        runs.extend(programs.results("convergence", *programs.java(
            METHODS, "--problems", PROBLEM, "--methods", OURS, "--seeds", seeds,
            "--records", RECORDS, "--iterations", QUICK_ITERATIONS if options.quick else ITERATIONS,
            "--fresh", "--out", checkout.root / "target" / "convergence")))
        solve("path")

    def solve(case):
        progress(f"{case}: running", may_take_long=True)
        solved.extend(programs.results("convergence", *programs.java(MAIN, case)))

    with Programs(checkout) as programs:
        code = as_far_as_it_goes(measure)
        rows = [*(iterations(runs, *target) for target in TARGETS), *solved]
        programs.show("pathprox.benchmark.report.Report", programs.target(options), content={
            "text": f"{PROBLEM} and two problems", "quick": options.quick, "rows": rows, "runs": runs})
    return code


def iterations(runs, objective, must, aim):
    """The row of the seed that needs most, in recorded steps; infinite where one did not get there."""
    needed = [run["reached"].get(objective) for run in runs]
    each = ", ".join("not reached" if count is None else f"{count:,}" for count in needed)
    ends = ", ".join(f"{run['objective']:.5f}" if run["objective"] else "diverged" for run in runs)
    note = (f"each seed: {each}; objectives after {runs[0]['iterations']:,} iterations: {ends}") if runs else ""
    return {"work": f"MNIST subset 784-400×5-10, λ 1e-4, iterations to {objective}, worst seed", "must": must,
            "aim": aim, "note": note,
            "measured": "Infinity" if None in needed else max(needed, default=None)}
