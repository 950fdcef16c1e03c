"""From raw claims to claims: each with its factuality, its date and its evidence, and each said once.

A claim that several sentences of a document make is one claim with several evidences; its date is the most precise one
told, then the earliest (DESIGN.md).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from extraction.claims.clause import Argument, Clause
from extraction.claims.raw import RawClaim, said
from extraction.dates import DateRelation, FoundDate
from extraction.document import DigestText, Role
from extraction.factuality import Decision, decide_factuality
from graph.edtf import best_date, parse_edtf
from graph.ontology import Ontology
from graph.records import Date, Factuality

MAX_QUOTE = 600
"""Characters of the original that an evidence may hold; the referee's limit."""
DATED_LITERALS = frozenset({"HAPPENED_ON", "EFFECTIVE_ON", "RELEASED_ON"})
"""Predicates whose object is the date: they carry no other."""


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
    scope = _scope(raw, clause)
    stated = raw.trigger
    if raw.rule == "attribute" and not raw.subject.refers and raw.subject.end < stated[0]:
        stated = (raw.subject.end, stated[1])  # The verb that gives a thing its number stands between the two.
    named = [
        None if end is None or end.refers else _within((end.start, end.end), scope) for end in (raw.subject, raw.object)
    ]
    tell = partial(
        decide_factuality,
        language=clause.language,
        subject=named[0],
        object_=named[1],
        others=[
            _within((one.start, one.end), scope)
            for one in clause.arguments
            if scope[0] <= one.start and one.end <= scope[1]
        ],
        role=sentence.role,
        date=_moment(raw, found),
        published=published or digest.published,
    )
    decision = tell(
        clause.text[scope[0] - offset : scope[1] - offset],
        trigger=_within(stated, scope),
        presupposed=scope != (sentence.start, sentence.end),
        headline=sentence.role is Role.HEADLINE,
        relation=found.relation if found else DateRelation.ON,
    )
    if decision.factuality is Factuality.ASSERTED and raw.until and scope == (sentence.start, sentence.end):
        # "X and Y will partner": what states the claim stands behind both names.
        behind = max((span[1] for span in named if span is not None), default=0)
        decision = tell(clause.text, trigger=(behind, raw.until - offset))
    if raw.told is not None:
        decision = Decision(factuality=raw.told)
    elif raw.learned and raw.predicate == "DEVELOPED" and _is_not_of_the_maker(decision, clause, scope):
        decision = Decision(factuality=Factuality.ASSERTED)
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
        cue_at=(decision.cue_span[0] + scope[0], decision.cue_span[1] + scope[0]) if decision.cue_span else None,
        date_at=(found.start + told_at, found.end + told_at) if found else None,
        framed=found is not None and framed_at is not None,
    )


def _moment(raw: RawClaim, found: FoundDate | None) -> Date | None:
    """The date that tells whether a claim is still to come: its own, or its object where that is the date."""
    if raw.predicate in DATED_LITERALS and raw.value is not None:
        return parse_edtf(raw.value)
    return found.date if found else None


_MAKING = re.compile(
    r"\b(?:plan|train|build|work|develop|mak|design|creat|prepar|project|prépar|entraîn|développ|constru|travaill|projet|"
    r"conçoi|concev|crée|planch)",
    re.IGNORECASE,
)
"""How the words begin that tell of making a thing."""
_MAKING_REACH = 25
"""Characters behind a cue in which it is told what is planned or denied ("will train"); chosen by hand."""


def _is_not_of_the_maker(decision: Decision, clause: Clause, scope: tuple[int, int]) -> bool:
    """Whether what is planned or denied is not that a thing is made: "X has delayed Y", "X will not open Y"."""
    if decision.factuality not in (Factuality.PLANNED, Factuality.NEGATED) or decision.cue_span is None:
        return False
    start, end = (at + scope[0] - clause.sentence.start for at in decision.cue_span)
    return _MAKING.search(clause.text[start : end + _MAKING_REACH]) is None


_PRESUPPOSED = frozenset({"DEVELOPED", "PART_OF", "LOCATED_IN", "FOUNDED", "WORKS_FOR", "LEFT", "ACQUIRED", "SUCCEEDS"})
"""What the words between two names tell in passing: a question or a "will" around it does not touch it."""


_HYPHENS = ("-", "‑")
"""What joins a name to a participle ("Microsoft-backed OpenAI"): that is taken for granted too."""
_ASKED = re.compile(
    r"\W*(?:(?:has|have|had|is|are|was|were|did|does|do|will|would|could|can|may)\b|est-ce qu|"
    r"[^?]*-(?:t-)?(?:ils?|elles?)\b)[^.!?]*\?\W*$",
    re.IGNORECASE,
)
"""A question that yes or no would answer takes nothing for granted."""


def _scope(raw: RawClaim, clause: Clause) -> tuple[int, int]:
    """The span of clean text whose words may change how a claim is told."""
    whole = (clause.sentence.start, clause.sentence.end)
    if _ASKED.match(clause.text):
        return whole
    if raw.object is None:
        return whole
    ends = sorted((end.start, end.end) for end in (raw.subject, raw.object) if not end.refers)
    if len(ends) < 2 or ends[0][0] < whole[0] or ends[1][1] > whole[1]:
        return whole
    in_passing = raw.reduced or raw.rule.partition("/")[0] == "possessive" or "/between/" in raw.rule
    # "X's AI company, Y": what no verb tells of two names is told in passing, whoever reads it.
    if not in_passing and not (raw.learned and not clause.has_verb(ends[0][1], ends[1][0])):
        return whole
    if raw.predicate not in _PRESUPPOSED and not clause.text.startswith(_HYPHENS, ends[0][1] - whole[0]):
        return whole
    if raw.predicate == "ACQUIRED" and _UNDONE.match(clause.text, ends[1][1] - clause.sentence.start):
        return whole  # "X's planned acquisition of Y has been cancelled"
    return ends[0][0], ends[1][1]


_UNDONE = re.compile(
    r"(?: deal| bid| offer)?,? (?:which )?(?:(?:has|have|was|were|is|had)(?: now| since| reportedly| just)? (?:been )?"
    r"(?:cancel|scrap|call|abandon|block|halt|drop|reject|shelv)|fell|falls|collapse|failed|will not|won't|is off|"
    r"(?:a|est|ont|n'a|n'aura|n'aboutit)(?: donc| finalement)? (?:été |pas |échoué|capoté|tombé|avorté|abandonn|"
    r"annul))",
    re.IGNORECASE,
)
"""What says behind a deal's second name that there will be none: then the whole sentence counts."""


def _within(span: tuple[int, int], scope: tuple[int, int]) -> tuple[int, int]:
    """A span counted from the start of its scope, cut to it."""
    start = min(max(span[0], scope[0]), scope[1])
    return start - scope[0], max(min(span[1], scope[1]), start) - scope[0]


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
