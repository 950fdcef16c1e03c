"""Backups: the complete export with judgements and log, in one file that tells whether it is whole.

The last line holds a checksum of all lines before it, so that a file that was cut short or changed is refused before
anything is written. The same file fills a graph on either engine.
"""

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Literal, cast

from graph.errors import UnusableBackup, UnwritableBackup
from graph.store.protocol import Store

_END = "end"
"""The record that closes a backup."""


def write_backup(store: Store, path: Path) -> int:
    """Write the whole graph to a new file, compressed when it ends in .gz; gives how many records.

    The file is there when it is complete, and not before.

    Raises:
        UnwritableBackup: something is at `path` already, or cannot be written there.
    """
    if path.exists():
        raise UnwritableBackup(str(path), "something is there already")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _open(part, "wb", named=path) as file:
            count = _write(store, file)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.rename(path)
    except OSError as error:
        raise UnwritableBackup(str(path), (error.strerror or str(error)).lower()) from error
    finally:
        part.unlink(missing_ok=True)
    return count


def _write(store: Store, file: IO[bytes]) -> int:
    count, digest = 0, hashlib.sha256()
    for line in store.export_lines(with_log=True):
        data = f"{line}\n".encode()
        digest.update(data)
        file.write(data)
        count += 1
    closing = {"record": _END, "lines": count, "sha256": digest.hexdigest()}
    file.write(f"{json.dumps(closing)}\n".encode())
    return count


def restore_backup(store: Store, path: Path) -> int:
    """Fill an empty graph from a backup; gives how many documents it holds then.

    Raises:
        UnusableBackup: the file cannot be read, is no backup or not a whole one, or the graph is not empty.
    """
    if any(store.execute_read(name, {"after_id": "", "limit": 1}) for name in ("document_ids", "judgements")):
        raise UnusableBackup(str(path), f"the graph at {store.uri} is not empty")
    try:
        _check_whole(path)
        return store.import_lines((line for line in _lines(path) if _closing(line) is None), with_log=True)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableBackup(str(path), reason.lower()) from error
    except UnicodeDecodeError as error:
        raise UnusableBackup(str(path), "it is no text") from error


def _check_whole(path: Path) -> None:
    count, digest, closing = 0, hashlib.sha256(), None
    for line in _lines(path):
        if closing is not None:
            raise UnusableBackup(str(path), "something follows its last line")
        closing = _closing(line)
        if closing is None:
            count += 1
            digest.update(line.encode())
    if closing is None:
        raise UnusableBackup(str(path), "its last line is missing: it was cut short, or is no backup")
    if closing != {"record": _END, "lines": count, "sha256": digest.hexdigest()}:
        raise UnusableBackup(str(path), "its checksum does not fit: it was changed or damaged")


def _closing(line: str) -> dict[str, object] | None:
    """The closing record of a backup; None for any other line."""
    if f'"record": "{_END}"' not in line:
        return None
    try:
        fields = json.loads(line)
    except json.JSONDecodeError:
        return None
    return fields if isinstance(fields, dict) and fields.get("record") == _END else None


def _lines(path: Path) -> Iterator[str]:
    with _open(path, "rb", named=path) as file:
        for line in file:
            yield line.decode()


def _open(path: Path, mode: Literal["rb", "wb"], *, named: Path) -> IO[bytes]:
    """A file, through gzip when its final name says so."""
    if named.suffix == ".gz":
        return cast("IO[bytes]", gzip.open(path, mode))
    return path.open(mode)
