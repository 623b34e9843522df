"""The person's own copy of notebooks/, so that what is run and changed leaves the checkout clean.

Beside the copies, FILE notes the hashes of the originals that they were made from. It tells what
the person has changed, which is never overwritten, and which originals have changed since.
"""

import contextlib
import hashlib
import itertools
import json

from . import console
from .console import SetupError
from .stamps import write_whole

FOLDER = "my-notebooks"
FILE = ".originals.json"


def update(checkout):
    """Brings the copies up to date and returns their folder."""
    copies, noted, present = checkout.root / FOLDER, {}, {}
    if copies.exists() and not copies.is_dir():
        raise SetupError(f"{copies} is a file, where a folder is wanted: move it away.")
    with contextlib.suppress(OSError, ValueError):
        noted = json.loads((copies / FILE).read_text(encoding="utf-8"))
    for original in sorted(checkout.notebooks.rglob("*")):
        name = original.relative_to(checkout.notebooks)
        if original.is_file() and not any(part.startswith(".") for part in name.parts):
            present[name.as_posix()] = content(original)
            copy(original, copies / name, noted.get(name.as_posix()))
    write_whole(copies / FILE, json.dumps(present, indent=1) + "\n")
    return copies


def copy(original, mine, noted):
    """Copies an original that is new or has changed, beside a copy that the person has changed."""
    if not mine.exists() or content(mine) == noted != content(original):
        write_whole(mine, original.read_bytes())
    elif content(original) not in (noted, content(mine)):
        names = itertools.chain(["new"], (f"new-{number}" for number in itertools.count(2)))
        files = (mine.with_name(f"{mine.stem}-{name}{mine.suffix}") for name in names)
        beside = next(file for file in files if not file.exists() or content(file) == noted)
        write_whole(beside, original.read_bytes())
        console.say(f"{original.name} has changed, and so has your copy, which stays as it is:\n"
                    f"  yours {mine}\n  new   {beside}")


def content(file):
    """The hash of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
