"""`veille evaluate`: how well digests are read, against gold annotation."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.terminal import printable, safe_json, say

if TYPE_CHECKING:
    from extraction.evaluation import SystemDocument

NAME = "evaluate"
HELP = """Read the digests of a gold folder and score what was found.

\b
Examples:
  veille evaluate data/gold
  veille evaluate data/gold --misses
"""


def command(
    gold_dir: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", exists=True, file_okay=False, help="Holds NAME.json files.")
    ],
    misses: Annotated[
        bool, typer.Option("--misses", help="List every loss with its stage, and every invention.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,
) -> None:
    """Score the extraction."""
    from extraction.evaluation import evaluate, render

    report = evaluate(gold_dir, _system_document)
    say(safe_json(report.model_dump_json(indent=1)) if as_json else printable(render(report, details=misses)))


def _system_document(path: Path) -> "SystemDocument":
    from api.cli.files import read_bytes
    from api.ingest import extract_bytes, load_default_extractor
    from extraction.evaluation import SystemDocument
    from extraction.pipeline import to_guidelines

    extraction = extract_bytes(load_default_extractor(), read_bytes(path), source=path.as_posix())
    return SystemDocument.model_validate(to_guidelines(extraction))
