"""A check that fails, and waiting for what a check needs."""

import time

SECONDS_TO_WAIT = 600
SECONDS_BETWEEN_LOOKS = 0.1


class CheckFailed(Exception):
    """Something is not as a person should see it; the text says what."""


def demand(holds, what):
    """Fails with this text unless it holds."""
    if not holds:
        raise CheckFailed(what)


def demand_none(problems):
    """Fails with all problems, if there are any."""
    demand(not problems, "\n".join(problems))


def wait_for(what, condition, seconds=SECONDS_TO_WAIT):
    """Waits until the condition gives something true and returns that; fails if it never does."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        result = condition()
        if result:
            return result
        time.sleep(SECONDS_BETWEEN_LOOKS)
    raise CheckFailed(f"waited {seconds} s for {what}")
