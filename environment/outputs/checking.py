"""Checks committed outputs: as they are, and against a new run."""

from steps import console

from . import comparison, execution, notebook_file, origin, problems, volatile


def check(checkout, files, set_up, run=True):
    """Prints a line for each problem of each notebook; returns 1 if there is one, else 0."""
    found = {file: of_file(checkout, file) for file in files}
    if run:
        set_up(checkout)
        with execution.executed(checkout, files) as copies:
            for file, copy in zip(files, copies):
                found[file] += of_run(checkout, file, copy)
    for file in files:
        report(file, found[file])
    return 1 if any(found.values()) else 0


def report(file, lines):
    """Prints what was found, each line with the notebook's name."""
    if not lines:
        console.say(f"{file.name}: good, {figures(notebook_file.read(file))} figures")
    for line in lines:
        console.say(f"{file.name}: {line}")


def of_file(checkout, file):
    """What the file itself tells."""
    notebook = notebook_file.read(file)
    return (
        origin.problems(notebook, checkout)
        + problems.problems(notebook, checkout.root)
        + problems.of_size(file)
    )


def of_run(checkout, file, copy):
    """What a new run shows: faults of its own, else what it shows differently."""
    if not copy.is_file():
        return ["it could not be executed"]
    notebook, executed = notebook_file.read(file), notebook_file.read(copy)
    volatile.strip(executed)
    faults = problems.of_execution(executed)
    if faults:
        return [f"executed anew, {line}" for line in faults]
    return comparison.differences(notebook, executed)


def figures(notebook):
    """The number of interactive figures."""
    return sum(
        notebook_file.PLOTLY in output.get("data", {})
        for _, _, output in notebook_file.all_outputs(notebook)
    )
