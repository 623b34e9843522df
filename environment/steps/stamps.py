"""Content hashes that tell whether a result is current, whatever the file times say."""

import hashlib
import os


def fingerprint(parts, files=(), root=None):
    """Hashes texts, then names (relative to `root`) and contents of files."""
    digest = hashlib.sha256()
    data = [str(part).encode("utf-8", "surrogateescape") for part in parts]
    for file in sorted(files):
        name = file.relative_to(root).as_posix()
        data += [name.encode("utf-8", "surrogateescape"), file.read_bytes()]
    for each in data:
        digest.update(len(each).to_bytes(8, "big") + each)
    return digest.hexdigest()


def is_current(stamp, expected):
    """Whether the stamp file holds the expected text."""
    try:
        return stamp.read_text(encoding="utf-8") == expected
    except (OSError, UnicodeDecodeError):
        return False


def renew(file, text):
    """Writes a text unless it is there already; returns whether it was written."""
    current = is_current(file, text)
    if not current:
        write_whole(file, text)
    return not current


def write_whole(file, content):
    """Writes a text, or bytes, to a file that appears with all of it or not at all."""
    part = file.with_name(f"{file.name}.part-{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            part.write_bytes(content)
        else:
            part.write_text(content, encoding="utf-8")
        os.replace(part, file)
    finally:
        if part.exists():
            part.unlink()
