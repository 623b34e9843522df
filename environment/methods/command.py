"""The command `methods`: runs what is missing, and shows what there is, also if it is stopped."""

import contextlib
import sys
from dataclasses import replace

from comparison import bounded, session
from comparison.programs import Programs
from comparison.progress import Progress
from steps.console import SetupError
from steps.stamps import write_whole

from . import picture, profile, results, tables, trainings
from .rows import rows
from .trainings import OURS, QUICKER, RIVALS, Plan

QUICK = "QUICK: one seed and few iterations, to try the command out; the figures mean nothing.\n"


def run(options, checkout):
    """Returns 0 if everything was run, whatever the verdicts are."""
    with contextlib.redirect_stdout(sys.stderr):
        programs = Programs(checkout, *session.compiled(checkout))
    plan, code = planned(options, checkout), 0
    names = chosen(options.problems, trainings.problems(programs))
    try:
        trainings.run(plan, names, programs, options.workers, Progress())
    except KeyboardInterrupt:
        print("stopped; what follows is what was measured before", file=sys.stderr)
        code = 130
    except SetupError as problem:
        print(f"error: {problem}", file=sys.stderr)
        code = 1
    tell(plan, results.read(plan.folder, names), options)
    return code


def planned(options, checkout):
    folder = options.folder or checkout.root / "target" / "methods"
    methods = {None: (OURS, *RIVALS), "ours": (OURS,), "rivals": RIVALS}[options.only]
    plan = Plan(folder.absolute(), methods, is_fresh=options.fresh_ours)
    if options.quick:
        quick = folder.with_name(folder.name + "-quick").absolute()
        plan = replace(plan, folder=quick, seeds=(1,), divisor=QUICKER)
    return plan


def chosen(wanted, names):
    """The problems that were asked for, in their order."""
    unknown = [name for name in wanted or [] if name not in names]
    if unknown:
        raise SetupError(f"there is no problem {unknown[0]}; expected some of: {', '.join(names)}")
    return [name for name in names if not wanted or name in wanted]


def tell(plan, problems, options):
    """Prints the tables, writes the file and draws the picture."""
    content = {"problems": tables.contents(problems), "profile": profile.content(problems)}
    bounded.tell(rows(problems), QUICK if plan.is_quick else "", tables.markdown(problems), content,
                 options.json)
    if options.picture:
        write_whole(options.picture, picture.svg(profile.ratios(problems)))
