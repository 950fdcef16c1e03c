"""`veille ingest`: read digests into the graph; each is all there or not at all."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.cli.files import digest_files, read_bytes
from api.cli.options import LanguageOption, PublishedOption, SourceOption, checked_published
from api.cli.terminal import note, one_line, say
from api.ingest import Extractor, extract_bytes, load_default_extractor
from graph.errors import InvalidRequest, KindMismatch, KnowledgeGraphError, OffsetOutOfRange, UnreadableDigest
from graph.records import Extraction, Record
from graph.store import Store
from graph.store.answers import WriteReport
from graph.store.batches import DOCUMENTS, write_each

NAME = "ingest"
HELP = """Read digests (Markdown, HTML, plain text, PDF; files or folders) into the graph.

A digest that is known changes nothing. One that cannot be read is refused with a reason, and the others are read
all the same; the exit code is then 1. At the end, entities that are certainly one thing are merged: see
`veille review`.

\b
Examples:
  veille ingest april.md --source https://example.org/2025-04 --published 2025-04-30
  veille ingest digests/
"""


_OF_ONE_DIGEST = (UnreadableDigest, OffsetOutOfRange, KindMismatch, InvalidRequest)
"""What is wrong with one digest only, so that the others are read all the same."""
_WAIT_SECONDS = 1.0
"""How long a digest that was read waits for others to be written with it; chosen by hand: progress is told that often,
and an interruption loses that much work."""


class Outcome(Record):
    """What became of the digests given."""

    counts: dict[str, int]
    refused: tuple[tuple[str, str], ...]


def command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Digests, or folders of them.")],
    source: SourceOption = None,
    published: PublishedOption = None,
    language: LanguageOption = None,
    resolve: Annotated[
        bool, typer.Option("--resolve/--no-resolve", help="Merge entities that are certainly one thing, at the end.")
    ] = True,
) -> None:
    """Read digests into the graph."""
    from graph.settings import graph_uri
    from graph.store import open_store

    if source is not None and (len(files) > 1 or files[0].is_dir()):
        raise typer.BadParameter("it names one digest: give one FILE with it.", param_hint="--source")
    day = checked_published(published)
    with open_store(graph_uri()) as store:
        outcome = ingest_files(store, files, source=source, published=day, language=language)
        if resolve and outcome.counts:
            resolve_entities(store)
    summarize(outcome)
    if outcome.refused:
        raise typer.Exit(1)


def ingest_files(
    store: Store,
    files: Sequence[Path],
    *,
    source: str | None = None,
    published: str | None = None,
    language: str | None = None,
    source_of: Callable[[Path], str] = Path.as_posix,
    load_extractor: Callable[[], Extractor] = load_default_extractor,
) -> Outcome:
    """Read files and folders into a store, telling progress on standard error.

    Args:
        source: Of the one digest given; when None, `source_of` gives it from the path.

    Raises:
        StoreError, InvalidDeclaration, InvalidTrigger: no other file could be read either; those told before are kept.
    """
    paths: list[Path] = []
    progress = _Progress(store)
    for path in files:
        try:
            paths.extend(digest_files([path]))
        except KnowledgeGraphError as error:
            progress.refuse(path, str(path), error)
    if paths:
        note("Loading the language models...")
        extractor = load_extractor()
    for number, path in enumerate(paths, start=1):
        told = f"[{number}/{len(paths)}] {path}"
        try:
            data = read_bytes(path)
            origin = source or source_of(path)
            reading = extract_bytes(extractor, data, source=origin, published=published, language=language)
        except _OF_ONE_DIGEST as error:
            progress.refuse(path, told, error)
        except KnowledgeGraphError:
            progress.write()
            note(f"{told}: stopped here; start again from this file")
            raise
        else:
            progress.add(path, told, reading)
    progress.write()
    return Outcome(counts=dict(sorted(progress.counts.items())), refused=tuple(progress.refused))


class _Progress:
    """Writes digests as they are read, those of about a second in one transaction, and tells what became of each."""

    def __init__(self, store: Store) -> None:
        self.counts: Counter[str] = Counter()
        self.refused: list[tuple[str, str]] = []
        self._store = store
        self._waiting: list[tuple[Path, str, Extraction]] = []
        self._since = 0.0

    def add(self, path: Path, told: str, reading: Extraction) -> None:
        """Take a digest in; it is written with others, at the latest by `write`."""
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append((path, told, reading))
        if len(self._waiting) == DOCUMENTS or time.monotonic() - self._since >= _WAIT_SECONDS:
            self.write()

    def refuse(self, path: Path, told: str, error: KnowledgeGraphError) -> None:
        """Tell that a digest cannot be read, after what became of those before it."""
        self.write()
        self.refused.append((str(path), str(error)))
        note(f"{told}: refused")

    def write(self) -> None:
        """Write what waits. Raises StoreError; what was told before is in the graph."""
        batch, self._waiting = self._waiting, []
        outcomes = write_each(self._store, [reading for _, _, reading in batch])
        for path, told, _ in batch:
            try:
                outcome = next(outcomes)
            except KnowledgeGraphError:
                note(f"{told}: stopped here; start again from this file")
                raise
            if isinstance(outcome, WriteReport):
                self.counts[outcome.status] += 1
                note(f"{told}: {outcome.status}, {outcome.entities} new entities, {outcome.claims} new claims")
            else:
                self.refuse(path, told, outcome)


def resolve_entities(store: Store) -> None:
    """Merge what is certainly one thing, and tell what was done and what is left to a person."""
    from graph.resolution import resolve

    report = resolve(store)
    left = f", {report.review} pairs left to `veille review`" if report.review else ""
    if report.merged or report.split or left:
        note(f"Entities: {report.merged} merged, {report.split} split{left}")


def summarize(outcome: Outcome) -> None:
    """Tell how many digests were new, known or otherwise, and why any was refused."""
    told = {"new": 0, "known": 0, **outcome.counts, "refused": len(outcome.refused)}
    say(", ".join(f"{count} {status}" for status, count in told.items()))
    for _, reason in outcome.refused:
        note(one_line(reason))
