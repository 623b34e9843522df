"""Signs of life on standard error while a measurement runs."""

import sys
import time

SECONDS_BETWEEN = 5


class Progress:
    """Prints a line if the last one is some seconds old, or if what it tells may take long."""

    def __init__(self, clock=time.monotonic):
        self._clock = clock
        self._last = None

    def __call__(self, text, may_take_long=False):
        now = self._clock()
        if may_take_long or self._last is None or now - self._last >= SECONDS_BETWEEN:
            self._last = now
            print(text, file=sys.stderr, flush=True)
