"""Measures the library's speed beside PyTorch's: python3 environment/benchmark.py speed

The command methods compares the recommended method with its rivals, each at its best setting;
frontier shows how accurate networks with few units are, made by the recommended method and others;
convergence measures how soon it gets to given objectives; tables, what comes of raw tables, beside
scikit-learn; startup, how soon the notebooks' kernel answers. PyTorch and scikit-learn go into
environments of their own, environment/.venv-torch and .venv-tables. The lines of speed are in
comparison/lines.py, the rows of methods in methods/rows.py; what is run is in src/benchmark.
"""

import argparse
import contextlib
import os
import subprocess
import sys
from pathlib import Path

from comparison import interleaving, lines, machine, report, scaling, session, training_run
from comparison.progress import Progress
from convergence import command as convergence
from frontier import command as frontier
from methods import command as methods
from startup import command as startup
from steps import console
from steps.commands import child_environment, exit_on_termination, run_logged
from steps.benchmark_classes import java_command
from steps.console import SetupError
from steps.torch_environment import TorchCheckout
from tables import command as tables

PROGRAMS = {
    "lasting": "pathprox.benchmark.lasting.Lasting",
    "photographs": "pathprox.benchmark.photographs.Photographs",
    "kernels": "org.openjdk.jmh.Main",
}

EXAMPLES = """\
examples:
  python3 environment/benchmark.py speed --json speed.json
      the whole table on one thread and on all cores: some fifteen minutes, and ten more for the
      100,000 iterations
  python3 environment/benchmark.py speed --quick --threads 1
      without the 100,000 iterations, on one thread
  python3 environment/benchmark.py speed --only dense toy
      two groups of lines
  python3 environment/benchmark.py scaling --csv scaling.csv --picture scaling.png
      time per step over width, depth and batch, as a table, a file and a picture
  python3 environment/benchmark.py methods --json methods.json --picture methods.svg
      objectives, units and accuracies, method beside method: some hours of one processor; what
      was run before is kept in target/methods and not run again
  python3 environment/benchmark.py methods --only ours --fresh-ours --problems digits-4 wine
      after a change of the recommended method: its runs alone, on two problems
  python3 environment/benchmark.py frontier --json frontier.json --picture frontier.svg
      test accuracy with 12, 25 and 50 % of the units, by the recommended method and by others that
      make networks small; kept in target/frontier and not run again
  python3 environment/benchmark.py convergence --json convergence.json
      iterations to given objectives, and two problems that are solved exactly
  python3 environment/benchmark.py convergence --quick
      the same with few iterations, to try it out
  python3 environment/benchmark.py tables --json tables.json
      six raw tables to trained networks, beside scikit-learn on the same five splits of each, whose
      results are kept in target/tables
  python3 environment/benchmark.py startup --runs 10
      how soon a kernel answers, how long the first notebook takes, and its memory
  python3 environment/benchmark.py lasting
      what a state every 500 iterations costs, and what 16 members gain side by side
  python3 environment/benchmark.py photographs FOLDER RUNS decay 60 1e-4 0.02
      VGG19 on photographs in files as those of CIFAR-10, 60 epochs, λ, rate; again, it goes on
  python3 environment/benchmark.py kernels GemmBenchmark
      JMH, with its own options: "-h" lists them, "StepBenchmark -prof gc" shows allocations

To remove what it makes, delete environment/.venv-torch, .venv-tables and .kernel, and target."""


def parse_arguments(arguments):
    """Returns the options; wrong ones end the program with a usage message."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] in PROGRAMS:
        # All that follows is the program's, also options that argparse would take for its own.
        return argparse.Namespace(command=arguments[0], options=arguments[1:])
    parser = argparse.ArgumentParser(
        prog="benchmark.py", description=__doc__, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    speed = commands.add_parser("speed", help="the table of medians and ratios")
    names = [group.name for group in lines.groups()] + [training_run.NAME]
    speed.add_argument("--only", metavar="NAME", nargs="+", choices=names, default=names,
                       help="groups of lines: " + ", ".join(names))
    speed.add_argument("--quick", action="store_true", help=f"without {training_run.NAME}")
    growth = commands.add_parser("scaling", help="time per step over width, depth and batch")
    growth.add_argument("--csv", metavar="FILE", type=Path, help="write the points there")
    growth.add_argument("--picture", metavar="FILE", type=Path, help="draw them (.png or .svg)")
    for command in (speed, growth):
        command.add_argument("--threads", metavar="N", type=positive, nargs="+",
                             default=sorted({1, os.cpu_count() or 1}),
                             help="threads of each side (default: 1 and all processors)")
        command.add_argument("--json", metavar="FILE", type=Path, help="write the rows there")
    add_compared(commands.add_parser("methods", help="the recommended method and its rivals"),
                 "target/methods", "the performance profile")
    add_compared(commands.add_parser("frontier", help="units kept against test accuracy"),
                 "target/frontier", "the accuracies over the units")
    curves = commands.add_parser("convergence", help="how soon given objectives are reached")
    curves.add_argument("--seeds", metavar="N", type=positive, default=3,
                        help="seeds 1 to N (default: 3)")
    curves.add_argument("--quick", action="store_true",
                        help="one seed and few iterations, to try it out")
    curves.add_argument("--json", metavar="FILE", type=Path, help="write the rows there")
    tables.add_parser(commands)
    starts = commands.add_parser("startup", help="how soon a kernel answers, and its memory")
    starts.add_argument("--runs", metavar="N", type=positive, default=10,
                        help="kernels to start (default: 10)")
    starts.add_argument("--json", metavar="FILE", type=Path, help="write the rows there")
    commands.add_parser("lasting", help="what states cost, and what sweeps gain")
    commands.add_parser("photographs", help="VGG19 on photographs, in pieces")
    commands.add_parser("kernels", help="JMH on the kernels, with JMH's own options")
    return parser.parse_args(arguments)


def add_compared(command, folder, picture):
    """The options of the comparisons with rivals."""
    command.add_argument("--only", choices=("ours", "rivals"),
                         help="run only the recommended method, or only its rivals")
    command.add_argument("--problems", metavar="NAME", nargs="+", help="only these problems")
    command.add_argument("--fresh-ours", action="store_true",
                         help="run the recommended method again, as after a change of it")
    command.add_argument("--folder", metavar="FOLDER", type=Path,
                         help=f"where results are kept (default: {folder})")
    command.add_argument("--workers", metavar="N", type=positive, default=2,
                         help="programs that run at the same time, a thread each (default: 2)")
    command.add_argument("--quick", action="store_true",
                         help="few seeds and few iterations, to try it out")
    command.add_argument("--json", metavar="FILE", type=Path, help="write rows and runs there")
    command.add_argument("--picture", metavar="FILE", type=Path,
                         help=f"draw {picture} (.svg)")


def positive(text):
    """A number of threads, seeds or runs, for argparse."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number of 1 or more, was {text}")
    return int(text)


def check_targets(*files):
    """Refuses, before anything is measured, a file that cannot be written."""
    for file in files:
        if file is not None and (file.is_dir() or not os.access(file.absolute().parent, os.W_OK)):
            raise SetupError(f"cannot write {file}: its folder must exist and be writable")


def speed(options, checkout):
    """Measures the chosen groups and shows them."""
    check_targets(options.json)
    progress, measured = Progress(), []
    chosen = [group for group in lines.groups() if group.name in options.only]
    threads, description = sorted(set(options.threads)), {}
    # Each group in processes of its own: what another one left in an allocator can halve a time.
    for group in chosen:
        with session.ready_workers(checkout, threads) as workers:
            description = description or machine.describe(workers)
            timings = interleaving.measure(group, workers, threads, progress)
            measured += report.rows(group.lines, threads, timings)
    if training_run.NAME in options.only and not options.quick and 1 in threads:
        with session.ready_workers(checkout, [1]) as workers:
            description = description or machine.describe(workers)
            timings = training_run.measure(workers, progress)
            measured += report.rows([training_run.LINE], [1], timings)
    description.update(machine.load())
    print(report.markdown(description, threads, measured))
    if options.json:
        report.write_json(options.json, description, threads, measured)
    return 0 if any(row.measured is not None for row in measured) else 1


def growth(options, checkout):
    """Measures the sizes, shows them, and draws them."""
    check_targets(options.csv, options.json, options.picture)
    threads = sorted(set(options.threads))
    with session.ready_workers(checkout, threads) as workers:
        description = machine.describe(workers)
        points = scaling.points(workers, threads, Progress())
        description.update(machine.load())
    print(report.machine_line(description) + "\n\n" + scaling.markdown(points))
    if options.json:
        report.write_json(options.json, description, threads, points)
    csv = options.csv or checkout.work / "scaling.csv"
    scaling.write_csv(csv, points)
    if options.picture:
        draw(checkout, csv, options.picture)
    return 0


def draw(checkout, csv, picture):
    """Draws the points with Plotly, which needs a Chrome or Chromium."""
    log = checkout.log("benchmark-picture")
    log.write_bytes(b"")
    program = checkout.environment / "comparison" / "draw_scaling.py"
    command = [checkout.venv_python, program, csv, picture]
    with contextlib.redirect_stdout(sys.stderr):
        run_logged("drawing with Chrome or Chromium", command, log, None, child_environment())


def curves(options, checkout):
    """Runs the trainings of all methods and shows how fast they are."""
    check_targets(options.json)
    return convergence.run(options, checkout)


def compare_methods(options, checkout):
    """Trains with all methods on all problems and shows what came out."""
    check_targets(options.json, options.picture)
    return methods.run(options, checkout)


def units_and_accuracy(options, checkout):
    """Makes networks with few units by all means and shows how accurate they are."""
    check_targets(options.json, options.picture)
    return frontier.run(options, checkout)


def raw_tables(options, checkout):
    """Trains on the splits of raw tables and shows the accuracies beside scikit-learn's."""
    check_targets(options.json)
    return tables.run(options, checkout)


def starts(options, checkout):
    """Times the notebooks' kernel."""
    check_targets(options.json)
    return startup.run(options, checkout.root)


def program(options, checkout):
    """Hands its options to a Java program; JMH's kernels run on one thread."""
    jdk, class_path = session.compiled(checkout)
    command = java_command(jdk, class_path, PROGRAMS[options.command], *options.options)
    threads = {"OMP_NUM_THREADS": 1} if options.command == "kernels" else {}
    return subprocess.run(command, env=child_environment(**threads)).returncode


def main(arguments=None):
    """Runs the program; problems end as a short text on standard error."""
    console.accept_all_characters()
    options = parse_arguments(arguments)
    exit_on_termination()
    commands = {"speed": speed, "scaling": growth, "methods": compare_methods,
                "frontier": units_and_accuracy, "convergence": curves, "tables": raw_tables,
                "startup": starts, **dict.fromkeys(PROGRAMS, program)}
    checkout = TorchCheckout(Path(__file__).resolve().parent.parent)
    return console.guarded(lambda: commands[options.command](options, checkout))


if __name__ == "__main__":
    sys.exit(main())
