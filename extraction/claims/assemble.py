"""From raw claims to claims: each with its factuality, its date and its evidence, and each said once.

A claim that several sentences of a document make is one claim with several evidences; its date is the most precise one
told, then the earliest (DESIGN.md).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extraction.claims.clause import Argument, Clause
from extraction.claims.raw import RawClaim, said
from extraction.claims.telling import DATED_LITERALS, tell
from extraction.dates import FoundDate
from extraction.document import DigestText, Role
from graph.edtf import best_date
from graph.ontology import Ontology
from graph.records import Date, Factuality

MAX_QUOTE = 600
"""Characters of the original that an evidence may hold; the referee's limit."""


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A raw claim with what its own sentence adds.

    `cue_at` and `date_at` are the spans of clean text that decided factuality and date, None where no words did;
    `framed` tells a date that an earlier sentence of the item gave.
    """

    raw: RawClaim
    factuality: Factuality
    cue: str
    date: Date | None
    evidence: tuple[int, int]
    cue_at: tuple[int, int] | None = None
    date_at: tuple[int, int] | None = None
    framed: bool = False


@dataclass(frozen=True, slots=True)
class DocumentClaim:
    """One claim of the document, over all the sentences that make it.

    `evidences` are spans of clean text; `readings` are what it was merged from, in reading order.
    """

    predicate: str
    subject: Argument
    object: Argument | None
    value: str | None
    factuality: Factuality
    cue: str
    date: Date | None
    confidence: float
    rule: str
    qualifiers: tuple[tuple[str, str], ...]
    evidences: tuple[tuple[int, int], ...]
    readings: tuple[ReadClaim, ...]


def judge(
    raw: RawClaim,
    clause: Clause,
    digest: DigestText,
    found: FoundDate | None,
    *,
    framed_at: int | None = None,
    published: str | None = None,
) -> ReadClaim:
    """Decide how the sentence tells a raw claim, and which words of it are the evidence.

    Args:
        raw: As it was read.
        clause: In which it was read.
        digest: The whole text.
        found: Its date, its span counted from the start of its sentence.
        framed_at: Where that sentence starts when it is an earlier one; None for the claim's own.
        published: ISO date of the article that the sentence is in, where that has one; else the digest's counts.
    """
    sentence = clause.sentence
    offset = sentence.start
    decision = tell(raw, clause, found, published=published or digest.published)
    spans = [
        raw.trigger,
        *((one.start, one.end) for one in (raw.subject, raw.object) if one is not None and not one.refers),
    ]
    inside = [span for span in spans if offset <= span[0] and span[1] <= sentence.end]
    told_at = offset if framed_at is None else framed_at
    return ReadClaim(
        raw,
        decision.factuality,
        decision.cue,
        found.date if found else None,
        _evidence(digest, clause, inside),
        cue_at=decision.cue_span,
        date_at=(found.start + told_at, found.end + told_at) if found else None,
        framed=found is not None and framed_at is not None,
    )


def _evidence(digest: DigestText, clause: Clause, needed: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The sentence, or where its original is too long the part of it that holds the claim's words."""
    start, end = clause.sentence.start, clause.sentence.end
    if len(digest.quote(start, end)) <= MAX_QUOTE:
        return start, end
    low, high = min(span[0] for span in needed), max(span[1] for span in needed)
    for token in clause.tokens:
        wider = (min(low, token.start), max(high, token.end))
        near = abs(token.start - low) < MAX_QUOTE // 4 or abs(token.end - high) < MAX_QUOTE // 4
        if near and len(digest.quote(*wider)) <= MAX_QUOTE:
            low, high = wider
    return low, high


def agree(claims: Sequence[ReadClaim], ontology: Ontology, clauses: Sequence[Clause]) -> list[ReadClaim]:
    """The claims without those that a sentence, or a headline, tells as a fact and better words tell otherwise.

    What is read in passing ("X to buy Y", words between two names) knows less of the sentence than the verb does; and
    a headline leaves out the "reportedly" of the text below it.
    """
    doubts = [claim for claim in claims if claim.factuality is not Factuality.ASSERTED]
    doubted = {_told(claim, ontology) for claim in doubts}
    below = {
        (clauses[claim.raw.sentence].sentence.item, *said(claim.raw, ontology))
        for claim in doubts
        if clauses[claim.raw.sentence].sentence.role is Role.BODY
    }

    def stands(claim: ReadClaim) -> bool:
        if claim.factuality is not Factuality.ASSERTED:
            return True
        sentence = clauses[claim.raw.sentence].sentence
        headline = sentence.role is Role.HEADLINE and (sentence.item, *said(claim.raw, ontology)) in below
        return not headline and _told(claim, ontology) not in doubted

    return [claim for claim in claims if stands(claim)]


def _told(claim: ReadClaim, ontology: Ontology) -> tuple[object, ...]:
    """The sentence and what it tells, whatever the factuality."""
    return (claim.raw.sentence, *said(claim.raw, ontology))


def merge(claims: Iterable[ReadClaim], ontology: Ontology) -> list[DocumentClaim]:
    """One claim for each (subject, predicate, object, factuality); asserted ones first, then in reading order."""
    groups: dict[tuple[object, ...], list[ReadClaim]] = {}
    for claim in claims:
        groups.setdefault(_key(claim, ontology), []).append(claim)
    merged = [_merged(members) for members in groups.values()]
    order = list(Factuality)
    return sorted(merged, key=lambda claim: (claim.evidences[0], order.index(claim.factuality)))


def _key(claim: ReadClaim, ontology: Ontology) -> tuple[object, ...]:
    return (*said(claim.raw, ontology), claim.factuality)


def _merged(members: Sequence[ReadClaim]) -> DocumentClaim:
    best = max(members, key=lambda claim: (not claim.raw.learned, claim.raw.confidence, -claim.evidence[0]))
    date = best_date(claim.date for claim in members if claim.date is not None)
    qualifiers = {name: value for claim in reversed(members) for name, value in claim.raw.qualifiers}
    return DocumentClaim(
        predicate=best.raw.predicate,
        subject=best.raw.subject,
        object=best.raw.object,
        value=best.raw.value,
        factuality=best.factuality,
        cue=best.cue,
        date=None if best.raw.predicate in DATED_LITERALS else date,
        confidence=best.raw.confidence,
        rule=best.raw.rule,
        qualifiers=tuple(sorted(qualifiers.items())),
        evidences=tuple(sorted({claim.evidence for claim in members})),
        readings=tuple(members),
    )
