"""The person's own copy of notebooks/, so that what is run and changed leaves the checkout clean.

Beside the copies, FILE notes the hashes of the originals that they were made from. It tells what
the person has changed, which is never overwritten, and which originals have changed since.
"""

import contextlib
import hashlib
import json

from . import console
from .stamps import write_whole

FOLDER = "my-notebooks"
FILE = ".originals.json"


def update(checkout):
    """Brings the copies up to date and returns their folder."""
    copies, noted = checkout.root / FOLDER, {}
    with contextlib.suppress(OSError, ValueError):
        noted = json.loads((copies / FILE).read_text(encoding="utf-8"))
    present = {}
    for original in sorted(checkout.notebooks.rglob("*")):
        name = original.relative_to(checkout.notebooks)
        if original.is_file() and not any(part.startswith(".") for part in name.parts):
            present[name.as_posix()] = content(original)
            if present[name.as_posix()] != noted.get(name.as_posix()):
                replace(original, copies / name, noted.get(name.as_posix()))
            elif not (copies / name).exists():
                copy(original, copies / name)
    write_whole(copies / FILE, json.dumps(present, indent=1) + "\n")
    return copies


def replace(original, mine, noted):
    """Copies an original that is new or has changed, beside a copy that the person has changed."""
    if not mine.exists() or content(mine) == noted:
        copy(original, mine)
    elif content(mine) != content(original):
        number, beside = 1, mine.with_name(f"{mine.stem}-new{mine.suffix}")
        while beside.exists():
            number += 1
            beside = mine.with_name(f"{mine.stem}-new-{number}{mine.suffix}")
        copy(original, beside)
        console.say(f"{original.name} has changed, and so has your copy, which stays as it is:\n"
                    f"  yours {mine}\n  new   {beside}")


def copy(original, target):
    """Copies a file, whole or not at all."""
    write_whole(target, original.read_bytes())


def content(file):
    """The hash of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
