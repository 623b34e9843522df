"""What the person at the terminal sees: progress lines and errors."""

import sys
import time


class SetupError(Exception):
    """A problem that the person can solve; its text is all that is shown."""


def say(text):
    """Prints a progress line at once, also into a pipe."""
    print(text, flush=True)


def fail(text):
    """Prints an error and returns the exit code that goes with it."""
    print(f"error: {text}", file=sys.stderr, flush=True)
    return 1


def describe(problem):
    """Says in a line what an OSError is about."""
    where = f": {problem.filename}" if problem.filename else ""
    return f"{problem.strerror or problem}{where}"


class Stopwatch:
    """Seconds since it was made, as text."""

    def __init__(self):
        self._start = time.monotonic()

    def seconds(self):
        return time.monotonic() - self._start

    def __str__(self):
        seconds = self.seconds()
        if seconds < 120:
            return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
        return f"{seconds // 60:.0f} min {seconds % 60:.0f} s"
