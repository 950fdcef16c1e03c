"""`veille extract`: what one digest says, without touching a graph."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from api.cli.files import read_bytes
from api.cli.options import Format, LanguageOption, PublishedOption, SourceOption, checked_published
from api.cli.terminal import one_line, safe_json, say
from graph.records import Claim, EntityId, Extraction

NAME = "extract"
HELP = """Print the entities and claims of one digest; no graph is touched.

JSON is in the form of the gold files (data/gold), with offsets into the digest.

\b
Examples:
  veille extract april.md --format text
  veille extract april.html --published 2025-04-30 > april.json
"""


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A digest: Markdown, HTML, plain text or PDF.")],
    format: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.JSON,
    source: SourceOption = None,
    published: PublishedOption = None,
    language: LanguageOption = None,
) -> None:
    """Print what one digest says."""
    from api.ingest import extract_bytes, load_default_extractor

    day, data = checked_published(published), read_bytes(file)
    origin = source or file.as_posix()
    extraction = extract_bytes(load_default_extractor(), data, source=origin, published=day, language=language)
    if format is Format.JSON:
        from extraction.pipeline import to_guidelines

        say(safe_json(json.dumps(to_guidelines(extraction), ensure_ascii=False, indent=1)))
    else:
        _print_text(extraction)


def _print_text(extraction: Extraction) -> None:
    document = extraction.document
    say(one_line(f"{document.title or document.source} ({document.language}, {document.published or 'undated'})"))
    say(f"\n{len(extraction.entities)} entities")
    for entity in extraction.entities:
        say(one_line(f"  {entity.kind:<13} {entity.name}"))
    names = {entity.id: entity.name for entity in extraction.entities}
    say(f"\n{len(extraction.claims)} claims")
    for claim in extraction.claims:
        say(f"  {one_line(_told(claim, names))}\n      {one_line(claim.evidence[0].quote)}")


def _told(claim: Claim, names: Mapping[EntityId, str]) -> str:
    other = names[claim.object_id] if claim.object_id else claim.value
    date = f"  {claim.date.edtf}" if claim.date else ""
    return f"{names[claim.subject_id]} {claim.predicate} {other}{date}  {claim.factuality}"
