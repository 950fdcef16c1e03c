"""Digest files named on the command line: folders opened, each read as bytes or refused in one sentence."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import UnreadableDigest

SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".txt", ".pdf"})
"""Files that are taken from a folder; a file named by itself is read whatever its name."""


def digest_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files as given, and for a folder the digests in it and below, in the order of their names.

    Raises:
        UnreadableDigest: a folder holds no digest.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(file for file in path.rglob("*") if file.suffix.casefold() in SUFFIXES and file.is_file())
        if not inside:
            raise UnreadableDigest(
                str(path), "no digest in this folder", f"put files ending in {', '.join(sorted(SUFFIXES))} there"
            )
        yield from inside


def read_bytes(path: Path) -> bytes:
    """A file as it is. Raises UnreadableDigest when it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableDigest(str(path), reason, "name a file that exists and that you may read") from error
