"""The command `frontier`: runs what is missing, and shows what there is, also if it is stopped."""

import contextlib
import sys
from dataclasses import replace

from comparison import bounded, session
from comparison.programs import Programs
from comparison.progress import Progress
from steps.console import SetupError
from steps.stamps import write_whole

from . import picture, results, table, trials
from .rows import rows
from .trials import OURS, PROBLEMS, QUICKER, RIVALS, Plan

QUICK = "QUICK: two seeds and few iterations, to try the command out; the figures mean nothing.\n\n"


def run(options, checkout):
    """Returns 0 if everything was run, whatever the verdicts are."""
    plan, code = planned(options, checkout), 0
    with contextlib.redirect_stdout(sys.stderr):
        programs = Programs(checkout, *session.compiled(checkout))
    try:
        trials.run(plan, programs, options.workers, Progress())
    except KeyboardInterrupt:
        print("stopped; what follows is what was measured before", file=sys.stderr)
        code = 130
    except SetupError as problem:
        print(f"error: {problem}", file=sys.stderr)
        code = 1
    tell(plan, results.read(plan.folder), options, checkout)
    return code


def planned(options, checkout):
    """The plan that the options ask for."""
    folder = options.folder or checkout.root / "target" / "frontier"
    unknown = [name for name in options.problems or [] if name not in PROBLEMS]
    if unknown:
        raise SetupError(
            f"there is no problem {unknown[0]}; expected some of: {', '.join(PROBLEMS)}")
    problems = tuple(name for name in PROBLEMS if name in (options.problems or PROBLEMS))
    plan = Plan(
        folder.absolute(), problems,
        {None: (OURS, *RIVALS), "ours": (OURS,), "rivals": RIVALS}[options.only],
        is_fresh=options.fresh_ours)
    if options.quick:
        quick = folder.with_name(folder.name + "-quick").absolute()
        plan = replace(plan, folder=quick, seeds=2, divisor=QUICKER)
    return plan


def tell(plan, problems, options, checkout):
    """Prints the tables, writes the file and draws the picture."""
    content = {"problems": [problem.content() for problem in problems]}
    bounded.tell(rows(problems), QUICK if plan.is_quick else "", table.markdown(problems), content,
                 options.json)
    if options.picture and problems:
        write_whole(options.picture, picture.svg(problems))
