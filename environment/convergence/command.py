"""The command `convergence`: how soon given objectives are reached, and what is solved exactly."""

import contextlib
import json
import sys
from dataclasses import replace

from comparison import bounded, session
from comparison.programs import Programs
from methods import trainings
from steps.console import SetupError
from steps.stamps import write_whole

from . import rows

MAIN = "pathprox.benchmark.convergence.Convergence"
PROBLEM = "mnist-400"
ITERATIONS, QUICK_ITERATIONS = 1_600, 50
RECORDS = 64
QUICK = "QUICK: one seed and few iterations, to try the command out; the figures mean nothing.\n"


def run(options, checkout):
    """Returns 0 if everything was run, whatever the verdicts are."""
    with contextlib.redirect_stdout(sys.stderr):
        programs = Programs(checkout, *session.compiled(checkout))
    runs, convex, path, code = [], {}, {}, 0
    try:
        convex = solved(programs, "convex")
        runs = trained(options, checkout, programs)
        path = solved(programs, "path")
    except KeyboardInterrupt:
        programs.stop()
        print("stopped; what follows is what was measured before", file=sys.stderr)
        code = 130
    except SetupError as problem:
        print(f"error: {problem}", file=sys.stderr)
        code = 1
    tell(rows.rows(runs, convex, path), runs, options)
    return code


def trained(options, checkout, programs):
    """The recommended method on all seeds, looked at every 25 iterations."""
    seeds = range(1, 2 if options.quick else options.seeds + 1)
    print(f"{PROBLEM}: {len(seeds)} trainings", file=sys.stderr, flush=True)
    return list(programs.results(
        "convergence", trainings.MAIN, "--problems", PROBLEM, "--methods", trainings.OURS,
        "--seeds", ",".join(map(str, seeds)), "--records", RECORDS, "--fresh",
        "--iterations", QUICK_ITERATIONS if options.quick else ITERATIONS,
        "--out", checkout.root / "target" / "convergence",
    ))


def solved(programs, case):
    """The answer of one of the cases without seeds."""
    print(f"{case}: running", file=sys.stderr, flush=True)
    return next(programs.results("convergence", MAIN, case))


def tell(table, runs, options):
    """Prints the table and writes the file."""
    if options.quick:
        table = [replace(row, must=None, aim=None) for row in table]
    print((QUICK if options.quick else "") + bounded.markdown(table))
    if options.json:
        content = {"rows": [row.content() for row in table], "runs": runs}
        write_whole(options.json, json.dumps(content, indent=2, ensure_ascii=False) + "\n")
