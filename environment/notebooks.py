"""Makes and checks the outputs that are committed with the notebooks.

python3 environment/notebooks.py --update executes the notebooks and stores their outputs, with a
static picture of each figure; --check tells which outputs are not what a new run would show, and
which claims hold even when they are broken; --seeds tells which do not hold with other seeds.
"""

import argparse
import contextlib
import os
import sys
import tempfile
from pathlib import Path

from outputs import browser, comparison, notebook_file, origin, pictures, problems
from start import set_up
from steps import commands, console, notebook_run
from steps.checkout import Checkout
from steps.stamps import write_whole

EXAMPLES = """\
examples:
  python3 environment/notebooks.py --update notebooks/00-start-here.ipynb
      execute one notebook and store its outputs; needs Chrome or Chromium for the pictures
  python3 environment/notebooks.py --check --no-run
      look at the files only: a second
  python3 environment/notebooks.py --check
      also execute all notebooks, break their claims, and compare
  python3 environment/notebooks.py --seeds 1 2 3
      execute all notebooks with other seeds: a quarter of an hour"""

# Every machine computes in the same way: figures for Plotly, bundled data, since the datasets that
# this machine has must not get into outputs.
VARIABLES = {
    "PATHPROX_RENDERER": None,
    "PATHPROX_CACHE": os.path.join(tempfile.gettempdir(), "pathprox-no-datasets"),
}


def parse_arguments(arguments, folder):
    """Returns the options; wrong ones end the program with a usage message."""
    parser = argparse.ArgumentParser(
        prog="notebooks.py", description=__doc__, epilog=EXAMPLES,
        usage="notebooks.py (--update | --check [--no-run] | --seeds N...) [NOTEBOOK...]",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--update", action="store_true", help="execute and store the outputs")
    what.add_argument("--check", action="store_true", help="fail if the outputs are not fresh")
    what.add_argument("--seeds", metavar="N", nargs="+", type=str.strip,
                      help="execute with these seeds: no claim may fail")
    parser.add_argument("--no-run", action="store_true", help="--check the files, execute nothing")
    parser.add_argument("notebooks", metavar="NOTEBOOK", nargs="*",
                        help="default: all of notebooks/")
    options = parser.parse_args(arguments)
    if options.no_run and not options.check:
        parser.error("--no-run goes with --check")
    given = options.seeds or []
    options.seeds = [seed for seed in given if seed.isdigit()]
    options.notebooks += [name for name in given if not name.isdigit()]
    options.notebooks = options.notebooks or sorted([*folder.glob("*.ipynb"), *folder.glob("solutions/*.ipynb")])
    if not options.notebooks:
        parser.error(f"there are no notebooks in {folder}")
    return options


@contextlib.contextmanager
def executed(checkout, files, **variables):
    """Executes the notebooks; yields their copies, and removes these in the end."""
    with tempfile.TemporaryDirectory(prefix="pathprox-notebooks-") as folder:
        if notebook_run.run(checkout, files, folder, **VARIABLES, **variables) == 130:
            raise KeyboardInterrupt
        yield [Path(folder) / file.name for file in files]


def check(checkout, files, run=True):
    """Prints a line for each problem of each notebook; returns 1 if there is one, else 0."""
    found = {}
    for file in files:
        notebook = notebook_file.read(file)
        found[file] = (origin.problems(notebook, checkout) + problems.of_size(file)
                       + problems.problems(notebook, checkout.root))
    if run:
        set_up(checkout)
        with executed(checkout, files, PATHPROX_BREAK_CLAIMS="1") as copies:
            for file, copy in zip(files, copies):
                found[file] += problems_of_run(file, copy)
    for file in files:
        figures = len(notebook_file.figures(notebook_file.read(file)))
        for line in found[file] or [f"good, {figures} figures"]:
            console.say(f"{file.name}: {line}")
    return 1 if any(found.values()) else 0


def problems_of_run(file, copy):
    """What a new run shows: faults of its own, else what it shows differently."""
    if not copy.is_file():
        return ["it could not be executed"]
    executed_anew = notebook_file.read(copy)
    notebook_file.strip(executed_anew)
    faults = problems.of_execution(executed_anew)
    if faults:
        return [f"executed anew, {line}" for line in faults]
    return comparison.differences(notebook_file.read(file), executed_anew)


def with_seeds(checkout, files, seeds):
    """Executes the notebooks with each seed and tells which failed; returns the exit code."""
    set_up(checkout)
    failed = []
    for seed in seeds:
        with executed(checkout, files, PATHPROX_SEED=seed) as copies:
            failed += [f"{file.name}: seed {seed}: {line}" for file, copy in zip(files, copies)
                       for line in problems.of_execution(notebook_file.read(copy))]
    for line in failed or [f"all claims hold with the seeds {', '.join(seeds)}"]:
        console.say(line)
    return 1 if failed else 0


def update(checkout, files):
    """Rewrites each notebook that runs without a fault; returns the exit code."""
    program = browser.find()
    set_up(checkout)
    failed = False
    with executed(checkout, files) as copies:
        made = [copy for copy in copies if copy.is_file()]
        draw(checkout, program, made)
        for file, copy in zip(files, copies):
            found = rewrite(checkout, file, copy) if copy in made else ["it was not executed"]
            console.say(f"{file.name}: {'NOT written' if found else 'written'}")
            for line in found:
                console.say(f"  {line}")
            failed = failed or bool(found)
    return 1 if failed else 0


def draw(checkout, program, copies):
    """Draws the static pictures into the executed copies."""
    commands.run_logged(
        "drawing the static pictures",
        [checkout.venv_python, "-m", "outputs.pictures", *copies],
        checkout.log("pictures", empty=True), checkout.environment,
        commands.child_environment(BROWSER_PATH=program),
    )


def rewrite(checkout, file, copy):
    """Writes the notebook with its new outputs, unless they have a fault; returns the faults."""
    notebook = notebook_file.read(copy)
    notebook_file.strip(notebook)
    found = problems.problems(notebook, checkout.root)
    if not found:
        origin.stamp(notebook, checkout)
        notebook_file.write(notebook, file)
        thumbnail = copy.with_suffix(".png")
        if thumbnail.is_file():
            write_whole(pictures.thumbnail_path(checkout.root, file), thumbnail.read_bytes())
    return found


def main(arguments=None):
    """Runs the program; problems end as a short text on standard error."""
    checkout = Checkout(Path(__file__).resolve().parent.parent)
    options = parse_arguments(arguments, checkout.notebooks)

    def run():
        files = notebook_run.check_arguments(options.notebooks)
        if options.seeds:
            return with_seeds(checkout, files, options.seeds)
        return update(checkout, files) if options.update else check(
            checkout, files, run=not options.no_run)

    return commands.guarded(run)


if __name__ == "__main__":
    sys.exit(main())
