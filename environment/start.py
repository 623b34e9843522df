"""One command that sets everything up and opens the tutorial: python3 environment/start.py

The order of the steps is in set_up(); each step is a module of the folder steps/.
This file keeps to syntax that old Pythons can parse, so that they get a message and not a
SyntaxError.
"""

import sys

if sys.version_info < (3, 9):
    sys.exit(
        "error: Python {}.{} at {} is too old.\n"
        "  needed: Python 3.9 or newer\n"
        "  get it: sudo apt install python3 python3-venv   (Debian, Ubuntu)\n"
        "          brew install python                     (macOS)\n"
        "          winget install Python.Python.3.13       (Windows)\n"
        "          https://www.python.org/downloads/       (all)\n"
        "  then:   python3 environment/start.py".format(
            sys.version_info[0], sys.version_info[1], sys.executable
        )
    )

import argparse
from pathlib import Path

from steps import (
    class_data, console, copies, home, java, kernelspec, lab, library, notebook_run,
    python_environment,
)
from steps.checkout import Checkout
from steps.commands import guarded
from steps.lock import exclusive_lock

DESCRIPTION = """\
Sets up everything that the notebooks need, inside this folder, and opens a copy of the tutorial,
in my-notebooks, in JupyterLab. Needs Python 3.9+ and a JDK 17+. The first start downloads
JupyterLab and the Java libraries; later starts take a few seconds."""

EXAMPLES = """\
examples:
  python3 environment/start.py
      set up what is not current, then open the tutorial
  python3 environment/start.py --no-browser --port 9000
      serve JupyterLab on port 9000 and print the address to open
  python3 environment/start.py --prepare --here
      set up in the Python that runs this, as on Binder
  python3 environment/start.py --run notebooks/*.ipynb --output executed
      execute notebooks without a browser; the executed copies go to the folder "executed"

To remove everything again, delete environment/.venv and environment/.kernel; your
notebooks are in my-notebooks."""


def parse_arguments(arguments):
    """Returns the options; wrong ones end the program with a usage message."""
    parser = argparse.ArgumentParser(
        prog="start.py", description=DESCRIPTION, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--prepare", action="store_true", help="set up and stop there")
    what.add_argument("--run", metavar="NOTEBOOK", nargs="+", help="execute these notebooks")
    parser.add_argument("--output", metavar="FOLDER", help="where --run writes executed notebooks")
    parser.add_argument("--here", action="store_true",
                        help="install into the Python that runs this, not environment/.venv")
    parser.add_argument("--port", metavar="N", type=lab.port_number,
                        help="port of JupyterLab (default: 8888 or the next free one)")
    parser.add_argument("--no-browser", action="store_true",
                        help="print the address, do not open a browser")
    parser.add_argument("--in-place", action="store_true",
                        help="open notebooks/ itself, not the copy in my-notebooks")
    parser.add_argument("--heap", metavar="SIZE", type=kernelspec.heap_size,
                        help="the most memory for objects of the kernel, say 4g or 900m (Java's "
                        "-Xmx), kept until another is given (default: a quarter of the machine's)")
    parser.add_argument("--with-spark", action="store_true",
                        help="put Apache Spark 4.2 on the kernel, for sweeps on its executors; it "
                        "is downloaded")
    options = parser.parse_args(arguments)
    if bool(options.run) != bool(options.output):
        parser.error("--run and --output go together: --run NOTEBOOK... --output FOLDER")
    return options


def set_up(checkout, spark=False, heap=None):
    """Brings the virtual environment, the library and the kernel, with Spark or not, up to date."""
    checkout.check_location()
    home.ensure(checkout)
    if not checkout.here:
        python_environment.check_this_python()
    jdk = java.find_jdk()
    kernelspec.check_heap(jdk, heap)
    with exclusive_lock(checkout.lock_file):
        heap = heap or kernelspec.kept_heap(checkout)
        python_environment.ensure(checkout)
        lab.write_settings(checkout)
        lib = library.ensure(checkout, jdk, spark)
        jars = kernelspec.class_path(checkout, lib)
        archive = class_data.archive(jdk, jars, lib)
        kernelspec.ensure(checkout, jdk, jars, archive, spark, heap)
        class_data.ensure(checkout, archive)
        library.remove_unused(checkout, lib)


def run(options, checkout):
    """Does what the options ask for and returns the exit code."""
    if options.run:
        notebooks = notebook_run.check_arguments(options.run, options.output)
    elif not options.prepare:
        port = lab.choose_port(options.port)
    set_up(checkout, options.with_spark, options.heap)
    if options.run:
        return notebook_run.run(checkout, notebooks, options.output)
    if options.prepare:
        console.say("ready; open the tutorial with: python3 environment/start.py")
        return 0
    folder = checkout.notebooks if options.in_place else copies.update(checkout)
    notebook = folder / checkout.first_notebook.name
    return lab.serve(checkout, port, not options.no_browser, notebook)


def main(arguments=None):
    """Runs the program; problems end as a short text on standard error."""
    options = parse_arguments(arguments)
    checkout = Checkout(Path(__file__).resolve().parent.parent, here=options.here)
    return guarded(lambda: run(options, checkout), "stopped; the next start continues from here")


if __name__ == "__main__":
    sys.exit(main())
