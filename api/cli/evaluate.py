"""`veille evaluate`: how well digests are read, against gold annotation."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.terminal import printable, safe_json, say

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
    # Imported here: the models' libraries would slow down every other command.
    from extraction.evaluation import evaluate, render
    from extraction.evaluation.system import read_system

    report = evaluate(gold_dir, read_system)
    say(safe_json(report.model_dump_json(indent=1)) if as_json else printable(render(report, details=misses)))
