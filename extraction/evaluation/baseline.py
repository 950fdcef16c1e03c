"""The figures below which a change of the extractor must not fall: kept beside the gold, renewed by one command.

Figures only ever need to be kept up, so a better extractor passes without a renewal; renewing it afterwards keeps what
was won.
"""

import tomllib
from pathlib import Path

from pydantic import Field, ValidationError

from extraction.evaluation.report import Report
from graph.errors import InvalidDeclaration
from graph.records import Record

TOLERANCE = 0.01
"""By which a figure may fall: one point. The gold set has over 900 claims; one weighs a tenth of it."""
_HEADER = """\
# The figures of the extractor on this gold set; tests/data/test_quality_gate.py fails when one falls by more than a
# point (0.01). `make baseline` writes this file anew: run it when figures rose, and say in the commit why one fell.
"""


class Baseline(Record):
    """Shares between 0 and 1, over all documents together.

    `entities` is F1 with the strict kind, `precision` and `recall` are those of claims, `factuality` is the share
    of the right claims whose factuality is right.
    """

    entities: float = Field(ge=0, le=1)
    precision: float = Field(ge=0, le=1)
    recall: float = Field(ge=0, le=1)
    factuality: float = Field(ge=0, le=1)


def baseline_of(report: Report) -> Baseline:
    """The figures of a report, cut to four digits."""
    right = report.claims.tp
    return Baseline(
        entities=round(report.entities.strict.f1, 4),
        precision=round(report.claims.precision, 4),
        recall=round(report.claims.recall, 4),
        factuality=round(report.counts.factuality / right, 4) if right else 0.0,
    )


def fallen(kept: Baseline, now: Baseline) -> tuple[str, ...]:
    """One sentence for each figure that is more than `TOLERANCE` below what was kept."""
    pairs = ((name, getattr(kept, name), getattr(now, name)) for name in Baseline.model_fields)
    return tuple(
        f"{name} fell from {before:.4f} to {after:.4f}" for name, before, after in pairs if before - after > TOLERANCE
    )


def load_baseline(path: Path) -> Baseline:
    """The figures of a file.

    Raises:
        InvalidDeclaration: the file does not parse, or is no baseline.
    """
    try:
        return Baseline.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidDeclaration(path.name, str(error).replace("\n", " ")) from error


def save_baseline(path: Path, figures: Baseline) -> None:
    """Write the figures with the sentence that says what they are for."""
    lines = (f"{name} = {value}" for name, value in figures.model_dump().items())
    path.write_text(f"{_HEADER}{chr(10).join(lines)}\n", "utf-8")
