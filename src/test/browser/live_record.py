"""What live.js has noted of the live outputs, and what is wrong with it.

A record is what the page showed from one change to the next: "running", whether a cell ran, and
"outputs", a list of {"state", "iteration", "text"} from the top of the page to its end.
"""

UPDATES_PER_SECOND = 4
# The first and the last state come in addition, whatever the time since the one before.
MORE_UPDATES = 2
LEAST_UPDATES = 3


def states(noted, index):
    """The states of one output while it was there, each different from the one before."""
    shown = [record["outputs"][index] for record in noted if len(record["outputs"]) > index]
    return [state for i, state in enumerate(shown) if i == 0 or state != shown[i - 1]]


def problems(noted, index, iterations, seconds):
    """What is wrong with the output of a training that was completed in so many seconds."""
    seen = states(noted, index)
    shown = [state["iteration"] for state in seen]
    busy = {
        record["outputs"][index]["text"]
        for record in noted if record["running"] and len(record["outputs"]) > index
    }
    most = UPDATES_PER_SECOND * seconds + MORE_UPDATES
    found = []
    if len(busy) < LEAST_UPDATES:
        found.append(f"it showed {len(busy)} states while the cell ran: {sorted(busy)}")
    if len(seen) > most:
        found.append(f"it changed {len(seen)} times in {seconds} s, expected {most:.0f} at most")
    if shown != sorted(shown):
        found.append(f"its iterations go back: {shown}")
    if [state["state"] for state in seen[:-1]] != ["running"] * (len(seen) - 1):
        found.append(f"it was not running before its end: {seen}")
    if not seen or (seen[-1]["state"], seen[-1]["iteration"]) != ("completed", iterations):
        found.append(f"it ends as {seen[-1:]}, expected completed after {iterations} iterations")
    return found


def changed_after_next(noted, index):
    """Whether an output has changed after the one below it appeared."""
    later = [record for record in noted if len(record["outputs"]) > index + 1]
    return len(states(later, index)) > 1
