"""What a benchmark needs before it runs: environment/.venv-benchmark, and compiled Java."""

import contextlib
import os
import sys
from dataclasses import dataclass

from steps import console, java, python_environment
from steps.checkout import Checkout
from steps.commands import child_environment, run_logged
from steps.console import SetupError
from steps.kernelspec import OPTIONS_SINCE_JDK_24
from steps.library import MAVEN
from steps.lock import exclusive_lock
from steps.stamps import fingerprint, is_current, write_whole

# As in Group.java; the last one is the 100,000 iterations.
NAMES_OF_GROUPS = ("dense", "late", "evaluation", "toy", "convolutions", "small-convolutions", "vgg19", "busy",
                   "training")
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
SECONDS_TO_ANSWER = 10
CLASS_PATH_FILE = "target/benchmark.classpath"
COMPILE = [
    "-q", "-Pbenchmark", "-DskipTests", "-Dmaven.compiler.failOnWarning=false",
    "test-compile", "dependency:build-classpath", "-Dmdep.includeScope=test",
    f"-Dmdep.outputFile={CLASS_PATH_FILE}"]


@dataclass(frozen=True)
class BenchmarkCheckout(Checkout):
    """A checkout seen from the benchmarks, which have a virtual environment of their own."""

    purpose: str = "benchmark"

    @property
    def python(self):
        return self.root / "src" / "benchmark" / "python"

    @property
    def torch_requirements(self):
        return self.python / "torch-requirements.txt"


def make_environment(checkout, needs_torch):
    """Makes the environment, unless it is current; what it says goes to standard error."""
    with contextlib.redirect_stdout(sys.stderr):
        python_environment.check_this_python()
        java.find_jdk()  # that there is none is told before anything is downloaded
        checkout.check_location()
        with exclusive_lock(checkout.lock_file):
            python_environment.ensure(checkout, "the environment of the benchmarks",
                                      "pandas, scikit-learn and Plotly (150 MB) from PyPI")
            torch, stamp = checkout.torch_requirements, checkout.venv / "torch-stamp"
            if needs_torch and not is_current(stamp, fingerprint([torch.read_text(encoding="utf-8")])):
                install_torch(checkout, torch, checkout.log("pip"))
                write_whole(stamp, fingerprint([torch.read_text(encoding="utf-8")]))


def install_torch(checkout, requirements, log):
    """Installs PyTorch without its GPU companions where their index answers, else with them."""
    pip = [checkout.venv_python, "-m", "pip", "install"]
    patience = ["--retries", "0", "--timeout", SECONDS_TO_ANSWER]
    environment = child_environment(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1")
    try:
        run_logged(
            f"installing PyTorch for the processor (200 MB) from {CPU_INDEX}",
            [*pip, *patience, "--index-url", CPU_INDEX, "--no-deps", "-r", requirements],
            log, checkout.root, environment)
    except SetupError:
        console.say(
            "that index cannot be used from here; PyPI has PyTorch too. On Linux it comes with\n"
            "libraries for GPUs that it does not start without: 3 GB to download, 5 GB on disk.")
    run_logged("installing PyTorch and what it needs from PyPI", [*pip, "-r", requirements],
               log, checkout.root, environment)


def compiled(checkout):
    """Compiles library and benchmark, where Maven finds changes: the JDK and the class path."""
    with contextlib.redirect_stdout(sys.stderr):
        jdk = java.find_jdk()
        checkout.check_location()
        with exclusive_lock(checkout.lock_file):
            log = checkout.log("benchmark-maven", empty=True)
            run_logged("compiling the library and the benchmark", [*MAVEN, *COMPILE], log,
                       checkout.root, child_environment(JAVA_HOME=jdk.home))
    dependencies = (checkout.root / CLASS_PATH_FILE).read_text(encoding="utf-8").strip()
    folders = [checkout.root / "target" / name for name in ("classes", "test-classes")]
    return jdk, os.pathsep.join([*map(str, folders), dependencies])


def java_command(jdk, class_path, main_class, *arguments):
    """Starts a class of the benchmark."""
    options = OPTIONS_SINCE_JDK_24 if jdk.feature >= 24 else []
    return [jdk.java, *options, "-cp", class_path, main_class, *arguments]
