"""A report as text for a terminal."""

from collections.abc import Iterator, Sequence

from extraction.evaluation.misses import Stage
from extraction.evaluation.report import Report, Tally

QUOTE_WIDTH = 110
"""Characters of a quote that are shown in a list, so that one miss stays on one line or two."""


def render(report: Report, *, details: bool = False) -> str:
    """All figures in lines; with `details`, every loss with its stage and every invention as well."""
    lines = [*_details(report)] if details else []
    return "\n".join((*lines, *_documents(report), *_entities(report), *_claims(report), *_losses(report)))


def _documents(report: Report) -> Iterator[str]:
    rows = [(document.entities.strict.f1, *document.claims.shares()) for document in report.documents]
    for document, row in zip(report.documents, rows, strict=True):
        yield f"{document.document:<32} {_row(row)}"
    mean = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    yield f"{'mean over documents':<32} {_row(mean)}"


def _entities(report: Report) -> Iterator[str]:
    score = report.entities
    found = f"   duplicates {score.duplicates}   wrong merges {score.wrong_merges}"
    yield _line("entities, strict kind", score.strict) + found
    yield _line("entities, name only", score.by_name)
    yield from (_line(f"  {kind}", score.kinds[kind]) for kind in sorted(score.kinds))


def _claims(report: Report) -> Iterator[str]:
    tally, counts = report.claims, report.counts
    yield _line("claims", tally) + f"   free {counts.free}"
    yield from (_line(f"  language {language}", part) for language, part in sorted(report.languages.items()))
    yield from (_line(f"  {predicate}", part) for predicate, part in sorted(report.predicates.items()))
    yield "of the right claims:"
    yield f"  factuality right                     {_share(counts.factuality, tally.tp)}"
    yield f"  date right, where the text tells one {_share(counts.date, counts.dated)}"
    yield f"  dated, though the text tells none    {_share(counts.date_invented, counts.undated)}"
    yield f"  evidence meets the gold's            {_share(counts.shown, tally.tp)}"
    yield "planned, guessed or denied:"
    yield f"  found                                {_share(counts.not_asserted_found, counts.not_asserted)}"
    yield f"  of these shown as fact               {_share(counts.shown_as_fact, counts.not_asserted_found)}"
    yield f"one claim told with two factualities   {counts.contradicted}"
    yield f"evidence in the text                   {_share(counts.cited_right, counts.cited)}"


def _losses(report: Report) -> Iterator[str]:
    yield "lost, by stage:"
    for stage in Stage:
        yield f"  {stage:<36} {sum(miss.stage is stage for miss in report.misses)}"


def _details(report: Report) -> Iterator[str]:
    for document in report.documents:
        for miss in document.misses:
            triple = f"{miss.subject} {miss.predicate} {miss.object}"
            quote = miss.evidence[:QUOTE_WIDTH]
            yield f"{document.document} lost, {miss.stage}: {triple} [{miss.factuality}] ({miss.detail}) {quote!r}"
        for claim in document.inventions:
            triple = f"{claim.subject} {claim.predicate} {claim.object}"
            rule = f" by {claim.rule}" if claim.rule else ""
            yield f"{document.document} invented{rule}: {triple} [{claim.factuality}] {claim.evidence[:QUOTE_WIDTH]!r}"


def _line(label: str, tally: Tally) -> str:
    shares = f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
    return f"{label:<28} {shares}   right {tally.tp:4d}  invented {tally.fp:4d}  missed {tally.fn:4d}"


def _row(shares: Sequence[float]) -> str:
    entities, precision, recall, f1 = shares
    return f"entities F1 {entities:.3f}   claims P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "none"
