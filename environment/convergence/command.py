"""The command `convergence`: sets up, runs, and shows what there is, also after an interruption."""

import sys
from dataclasses import asdict, replace

from comparison import machine, report, session
from comparison.lines import TWIN
from comparison.progress import Progress
from steps.console import SetupError

from . import comparison_table, results as measurements, show
from .plan import full, quick
from .results import Results
from .rows import rows
from .trainings import Trainings

MAIN = "pathprox.benchmark.convergence.Convergence"
QUICK = "QUICK: one seed and few iterations, to try the command out; the figures mean nothing.\n"


def run(options, checkout):
    """Returns 0 if everything was run, whatever the verdicts are."""
    plan = quick() if options.quick else full(options.seeds)
    results, code = Results(), 0
    with session.ready_workers(checkout, 1) as workers:
        description = machine.describe(workers)
        trainings = Trainings(
            lambda: workers.start_java("convergence", MAIN), Progress(),
            checkout.work / "convergence.jsonl",
        )
        try:
            measurements.measure(plan, trainings, workers[TWIN], results)
        except KeyboardInterrupt:
            print("stopped; what follows is what was measured before", file=sys.stderr)
            code = 130
        except SetupError as problem:
            print(f"error: {problem}", file=sys.stderr)
            code = 1
    description.update(machine.load())
    tell(plan, results, description, options.json)
    return code


def tell(plan, results, description, file):
    """Prints the tables and writes the file."""
    table = rows(plan, results)
    if plan.is_quick:
        table = [replace(row, must=None, aim=None) for row in table]
    print((QUICK if plan.is_quick else "") + report.machine_line(description, 1) + "\n")
    print(show.markdown(table) + "\n\n" + comparison_table.markdown(results))
    if file:
        report.write_json(
            file, description, 1, [row.content() for row in table], plan=asdict(plan),
            curves=[show.without_infinity(line) for line in comparison_table.lines(results)],
            heavy_ball=[{"setting": str(each.setting), "outcome": each.outcome}
                        for each in results.search.tried],
        )
