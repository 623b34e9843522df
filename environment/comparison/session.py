"""Everything a measurement needs: the environment of PyTorch, the classes, the workers."""

import contextlib
import sys
import tempfile

from steps import benchmark_classes, java, python_environment, torch_environment
from steps.lock import exclusive_lock

from .workers import Workers


@contextlib.contextmanager
def ready_workers(checkout, threads):
    """Sets up what is not current, and yields the workers; what it says goes to standard error."""
    with contextlib.redirect_stdout(sys.stderr):
        jdk, class_path = compiled(checkout, torch_environment.ensure)
    with tempfile.TemporaryDirectory(prefix="samples-", dir=checkout.work) as samples:
        with Workers(checkout, jdk, class_path, threads, samples) as workers:
            yield workers


def compiled(checkout, also=lambda checkout: None):
    """The JDK and the class path of the compiled benchmark."""
    python_environment.check_this_python()
    jdk = java.find_jdk()
    checkout.check_location()
    with exclusive_lock(checkout.lock_file):
        also(checkout)
        return jdk, benchmark_classes.compile_all(checkout, jdk)
