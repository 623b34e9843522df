"""Makes the outputs of notebooks anew: executed, drawn, stripped, and stamped."""

from steps import commands, console
from steps.stamps import write_whole

from . import browser, execution, notebook_file, origin, problems, thumbnails, volatile


def update(checkout, files, set_up):
    """Rewrites each notebook that runs without a fault; returns the exit code."""
    program = browser.find()
    set_up(checkout)
    failed = False
    with execution.executed(checkout, files) as copies:
        made = [copy for copy in copies if copy.is_file()]
        draw(checkout, program, made)
        for file, copy in zip(files, copies):
            found = rewrite(checkout, file, copy) if copy in made else ["it was not executed"]
            console.say(f"{file.name}: {'NOT written' if found else 'written'}")
            for line in found:
                console.say(f"  {line}")
            failed = failed or bool(found)
    return 1 if failed else 0


def draw(checkout, program, copies):
    """Draws the static pictures into the executed copies."""
    log = checkout.log("pictures")
    log.write_bytes(b"")
    command = [checkout.venv_python, checkout.environment / "draw_pictures.py", *copies]
    environment = commands.child_environment(BROWSER_PATH=program)
    commands.run_logged("drawing the static pictures", command, log, None, environment)


def rewrite(checkout, file, copy):
    """Writes the notebook with its new outputs, unless they have a fault; returns the faults."""
    notebook = notebook_file.read(copy)
    volatile.strip(notebook)
    found = problems.problems(notebook, checkout.root)
    if not found:
        origin.stamp(notebook, checkout)
        notebook_file.write(notebook, file)
        keep_thumbnail(copy.with_suffix(".png"), thumbnails.path(checkout.root, file))
    return found


def keep_thumbnail(drawn, kept):
    """Takes over the thumbnail, if the notebook has one."""
    if drawn.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_whole(kept, drawn.read_bytes())
