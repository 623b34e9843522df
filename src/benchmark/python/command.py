"""The options of environment/benchmark.py, and what each command needs before its module runs it."""

import argparse
import importlib
import os
import subprocess
import sys
from pathlib import Path

from preparation import NAMES_OF_GROUPS, BenchmarkCheckout, compiled, java_command, make_environment
from steps.commands import child_environment, guarded, serve
from steps.console import SetupError

PROGRAMS = {
    "lasting": ("pathprox.benchmark.lasting.Lasting", "what states cost, and what sweeps gain"),
    "photographs": ("pathprox.benchmark.photographs.Photographs", "VGG19 on photographs, in pieces"),
    "paper": ("pathprox.benchmark.paper.Paper", "the paper's two experiments on MNIST, in pieces"),
    "kernels": ("org.openjdk.jmh.Main", "JMH on the kernels, with JMH's own options"),
}
MODULES = {"scaling": "speed", "methods": "rivals", "frontier": "rivals"}
WITH_TORCH = ("speed", "scaling")
EXAMPLES = """\
examples:
  python3 environment/benchmark.py speed --json speed.json
      the whole table: twenty minutes, and ten for the 100,000 iterations, which --quick leaves out
  python3 environment/benchmark.py scaling --csv scaling.csv --picture scaling.png
      time per step over width, depth and batch, as a table, a file and a picture
  python3 environment/benchmark.py methods --json methods.json --picture methods.svg
      objectives, units and accuracies, method beside method: some hours of one processor; what
      was run before is kept in target/methods and not run again
  python3 environment/benchmark.py methods --only ours --fresh-ours --problems digits-4 wine
      after a change of the recommended method: its runs alone, on two problems
  python3 environment/benchmark.py frontier --json frontier.json --picture frontier.svg
      test accuracy with 12, 25 and 50 % of the units; kept in target/frontier and not run again
  python3 environment/benchmark.py convergence --json convergence.json
      iterations to given objectives, and two problems that are solved exactly
  python3 environment/benchmark.py tables --json tables.json
      six raw tables, beside scikit-learn, whose results are kept in target/tables, and pandas
  python3 environment/benchmark.py startup --runs 10   (until a kernel answers, and its memory)
  python3 environment/benchmark.py lasting
      what a state every 500 iterations costs, and what 16 members gain side by side
  python3 environment/benchmark.py photographs FOLDER RUNS decay 60 1e-4 0.02
      VGG19 on photographs in files as those of CIFAR-10; again, it goes on; so does `paper`
  python3 environment/benchmark.py kernels GemmBenchmark
      JMH, with its own options: "-h" lists them, "StepBenchmark -prof gc" shows allocations

To remove what it makes, delete environment/.venv-benchmark and .kernel, and target."""


def parse(arguments):
    """Returns the options; wrong ones end the program with a usage message."""
    if arguments and arguments[0] in PROGRAMS:
        # All that follows is the program's, also options that argparse would take for its own.
        return argparse.Namespace(command=arguments[0], options=arguments[1:])
    parser = argparse.ArgumentParser(
        prog="benchmark.py", epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def add(name, about, *options):
        added = commands.add_parser(name, help=about)
        for option, more in (*options, file("--json", "write what is shown there, and more")):
            added.add_argument(option, **more)

    def file(name, about):
        return name, {"metavar": "FILE", "type": Path, "help": about}

    def some(name, choices):
        return name, {"metavar": "NAME", "nargs": "+", "choices": choices, "default": choices,
                      "help": f"some of {', '.join(choices)}"}

    def count(name, default, about, **more):
        return name, {"metavar": "N", "type": positive, "default": default, "help": about, **more}

    quick = "--quick", {"action": "store_true", "help": "few seeds and iterations, to try it out"}
    threads = count("--threads", sorted({1, os.cpu_count() or 1}), "of each side (default: 1 and all)", nargs="+")
    compared = (
        ("--only", {"choices": ("ours", "rivals"), "help": "only the recommended method, or only its rivals"}),
        ("--problems", {"metavar": "NAME", "nargs": "+", "help": "only these problems"}),
        ("--fresh-ours", {"action": "store_true", "help": "run the recommended method again, as after a change"}),
        ("--folder", {"metavar": "FOLDER", "type": Path, "help": "where results are kept, in place of target"}),
        count("--workers", 2, "programs that run at the same time, a thread each (default: 2)"),
        quick, file("--picture", "draw there what is compared"))
    add("speed", "the table of medians and ratios", threads, some("--only", list(NAMES_OF_GROUPS)),
        ("--quick", {"action": "store_true", "help": "without the 100,000 iterations"}))
    add("scaling", "time per step over width, depth and batch", threads,
        file("--csv", "write the points there"), file("--picture", "draw them there"))
    add("methods", "the recommended method and its rivals", *compared)
    add("frontier", "units kept against test accuracy", *compared)
    add("convergence", "how soon given objectives are reached", count("--seeds", 3, "seeds 1 to N (default: 3)"),
        quick)
    add("tables", "raw tables beside scikit-learn, files beside pandas", some("--only", ["fits", "reading"]))
    add("startup", "how soon a kernel answers", count("--runs", 10, "kernels to start (default: 10)"))
    for name, (_, about) in PROGRAMS.items():
        commands.add_parser(name, help=about)
    return parser.parse_args(arguments)


def positive(text):
    """A number of threads, seeds or runs, for argparse."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number of 1 or more, was {text}")
    return int(text)


def check_targets(options):
    """Refuses, before anything is measured, a file that cannot be written."""
    for file in (getattr(options, name, None) for name in ("csv", "json", "picture")):
        if file is not None and (file.is_dir() or not os.access(file.absolute().parent, os.W_OK)):
            raise SetupError(f"cannot write {file}: its folder must exist and be writable")


def run(checkout, arguments, options):
    """Runs a command by its module, in the environment that it needs."""
    name = options.command
    if name in PROGRAMS:
        command = java_command(*compiled(checkout), PROGRAMS[name][0], *options.options)
        threads = {"OMP_NUM_THREADS": 1} if name == "kernels" else {}
        return subprocess.run(list(map(str, command)), env=child_environment(**threads)).returncode
    check_targets(options)
    if name != "startup" and Path(sys.prefix).resolve() != checkout.venv.resolve():
        make_environment(checkout, name in WITH_TORCH)
        command = [checkout.venv_python, checkout.environment / "benchmark.py", *arguments]
        return serve(command, os.getcwd(), child_environment())[0]
    if hasattr(options, "threads"):
        options.threads = sorted(set(options.threads))
    return importlib.import_module(MODULES.get(name, name)).run(options, checkout)


def main(root, arguments):
    """Runs the program; problems end as a short text on standard error."""
    options = parse(arguments)
    return guarded(lambda: run(BenchmarkCheckout(root), arguments, options))
