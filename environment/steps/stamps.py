"""Content hashes that tell whether a result is current, whatever the file times say."""

import hashlib
import os


def fingerprint(parts, files=(), root=None):
    """Hashes texts, then names (relative to `root`) and contents of files."""
    digest = hashlib.sha256()
    for part in parts:
        _add(digest, str(part).encode("utf-8", "surrogateescape"))
    for file in sorted(files):
        _add(digest, file.relative_to(root).as_posix().encode("utf-8", "surrogateescape"))
        _add(digest, file.read_bytes())
    return digest.hexdigest()


def _add(digest, data):
    digest.update(len(data).to_bytes(8, "big"))
    digest.update(data)


def is_current(stamp, expected):
    """Whether the stamp file holds the expected fingerprint."""
    try:
        return stamp.read_text(encoding="utf-8") == expected
    except (OSError, UnicodeDecodeError):
        return False


def write_whole(file, content):
    """Writes a text, or bytes, to a file that appears with all of it or not at all."""
    part = file.with_name(f"{file.name}.part-{os.getpid()}")
    try:
        if isinstance(content, bytes):
            part.write_bytes(content)
        else:
            part.write_text(content, encoding="utf-8")
        os.replace(part, file)
    finally:
        if part.exists():
            part.unlink()
