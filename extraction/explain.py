"""Why each claim of a digest was read: the words that decided, the rule that read them, and who was meant.

One claim may be told by several sentences, or twice by one: each telling is explained for itself. Nothing is worked out
again here; the readers left their traces in the `Reading`.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from extraction.claims.assemble import DocumentClaim, ReadClaim
from extraction.claims.clause import Argument
from extraction.claims.rules import Rule, find_rule
from extraction.claims.telling import DATED_LITERALS
from extraction.document import DigestText, Role, Sentence
from extraction.pipeline import Reading, identify
from graph.errors import OffsetOutOfRange
from graph.ids import document_id
from graph.ontology import load_ontology
from graph.records import ClaimId, Factuality, Record

Span = tuple[int, int]


class Part(StrEnum):
    """What words of a sentence are for a claim."""

    TRIGGER = "trigger"
    SUBJECT = "subject"
    OBJECT = "object"
    CUE = "cue"
    DATE = "date"


class How(StrEnum):
    """How the subject or the object was found."""

    NAME = "name"
    REFERENCE = "reference"
    TOPIC = "topic"


class ToldBy(StrEnum):
    """What decided the factuality."""

    NOTHING = "nothing"
    CUE = "cue"
    TRIGGER = "trigger"
    DATE = "date"


class DateSource(StrEnum):
    """Where the date of a telling comes from, or why it has none."""

    SENTENCE = "its own sentence"
    FRAME = "an earlier sentence"
    OBJECT = "its object"
    STATE = "a state has no moment"
    UNTOLD = "none is told"


class Words(Record):
    """Some words of the digest: clean text on one line, and their half-open span in the original."""

    text: str
    start_char: int
    end_char: int


class Mark(Record):
    """A half-open span of a telling's sentence, and what it is for the claim."""

    part: Part
    start: int
    end: int


class End(Record):
    """The subject or object of a claim and how it was found.

    `words` are those of the sentence: the name, or what stands for it ("it", "the company"); None when the sentence
    says nothing and the news item is about it. `named` is the name that a reference or topic goes back to.
    """

    name: str
    kind: str
    how: How
    words: Words | None
    named: Words | None = None


class Telling(Record):
    """One reading of a claim in one sentence.

    `sentence` is clean text; `value` is a literal object; `trigger` is None where two names side by side say it all.
    """

    sentence: str
    marks: tuple[Mark, ...]
    role: Role
    rule: Rule
    trigger: Words | None
    subject: End
    object: End | None
    value: str | None
    factuality: Factuality
    told_by: ToldBy
    cue: str
    cue_words: Words | None
    date: str | None
    date_source: DateSource
    date_words: Words | None
    confidence: float


class Explanation(Record):
    """Why a claim was read: the claim in short, then each of its tellings in reading order."""

    claim_id: ClaimId
    subject: str
    predicate: str
    object: str
    factuality: Factuality
    date: str | None
    confidence: float
    rule: str
    tellings: tuple[Telling, ...]


def explain(reading: Reading) -> tuple[Explanation, ...]:
    """An explanation of every claim, in the order of the extraction's claims and with their ids.

    Raises:
        InvalidTrigger: a claim carries the name of a rule that does not exist.
    """
    document = document_id(reading.digest.text)
    explained: dict[ClaimId, Explanation] = {}
    for claim in reading.claims:
        identifier = identify(claim, document)
        if identifier not in explained:
            explained[identifier] = _explanation(identifier, claim, reading)
    return tuple(explained.values())


def _explanation(identifier: ClaimId, claim: DocumentClaim, reading: Reading) -> Explanation:
    names = reading.entities
    return Explanation(
        claim_id=identifier,
        subject=names[claim.subject.entity].name,
        predicate=claim.predicate,
        object=names[claim.object.entity].name if claim.object else str(claim.value),
        factuality=claim.factuality,
        date=claim.date.edtf if claim.date else None,
        confidence=claim.confidence,
        rule=claim.rule,
        tellings=tuple(_telling(read, reading) for read in claim.readings),
    )


def _telling(read: ReadClaim, reading: Reading) -> Telling:
    raw, digest = read.raw, reading.digest
    sentence = reading.sentences[raw.sentence]
    cue = _cue_span(read, digest)
    ends = (_end(raw.subject, reading), _end(raw.object, reading) if raw.object else None)
    return Telling(
        sentence=digest.text[sentence.start : sentence.end],
        marks=tuple(_marks(read, cue, sentence, digest.text)),
        role=sentence.role,
        rule=find_rule(raw.rule),
        trigger=_written(raw.trigger, digest),
        subject=ends[0],
        object=ends[1],
        value=raw.value,
        factuality=read.factuality,
        told_by=_told_by(read),
        cue=read.cue,
        cue_words=_words(cue, digest) if cue else None,
        date=read.date.edtf if read.date else None,
        date_source=_date_source(read),
        date_words=_words(read.date_at, digest) if read.date_at and read.date else None,
        confidence=raw.confidence,
    )


def _end(argument: Argument, reading: Reading) -> End:
    entity, digest, reference = reading.entities[argument.entity], reading.digest, argument.reference
    if reference is None:
        words, how, named = _words((argument.start, argument.end), digest), How.NAME, None
        return End(name=entity.name, kind=entity.kind, how=how, words=words, named=named)
    return End(
        name=entity.name,
        kind=entity.kind,
        how=How.REFERENCE if reference.words else How.TOPIC,
        words=_words(reference.words, digest) if reference.words else None,
        named=_words(reference.name, digest),
    )


def _marks(read: ReadClaim, cue: Span | None, sentence: Sentence, text: str) -> Iterator[Mark]:
    """The decisive words that stand in the sentence itself, in the order of the text."""
    spans = [(Part.TRIGGER, read.raw.trigger)]
    for part, argument in ((Part.SUBJECT, read.raw.subject), (Part.OBJECT, read.raw.object)):
        if argument is not None:
            own = argument.reference.words if argument.reference else (argument.start, argument.end)
            spans += [(part, own)] if own else []
    spans += [(Part.CUE, cue)] if cue else []
    spans += [(Part.DATE, read.date_at)] if read.date_at and not read.framed else []
    for part, (start, end) in sorted(spans, key=lambda item: (item[1][0], -item[1][1])):
        if sentence.start <= start and end <= sentence.end and text[start:end].strip():
            low, high = _trimmed((start, end), text)
            yield Mark(part=part, start=low - sentence.start, end=high - sentence.start)


def _told_by(read: ReadClaim) -> ToldBy:
    if read.raw.told is not None and not read.cue:
        return ToldBy.TRIGGER
    if read.cue_at is not None:
        return ToldBy.CUE
    return ToldBy.DATE if read.cue else ToldBy.NOTHING


def _cue_span(read: ReadClaim, digest: DigestText) -> Span | None:
    """The cue's own words: what the item says is not out yet is kept as a whole sentence, with its words evened."""
    if read.cue_at is None:
        return None
    start, end = read.cue_at
    words = r"\W*".join(map(re.escape, re.findall(r"\w+", read.cue)))
    found = re.compile(words, re.IGNORECASE).search(digest.text, start, end) if words else None
    return found.span() if found else read.cue_at


def _date_source(read: ReadClaim) -> DateSource:
    if read.raw.predicate in DATED_LITERALS:
        return DateSource.OBJECT
    if read.date is not None:
        return DateSource.FRAME if read.framed else DateSource.SENTENCE
    stative = load_ontology().predicate(read.raw.predicate).stative
    return DateSource.STATE if stative else DateSource.UNTOLD


def _written(span: Span, digest: DigestText) -> Words | None:
    """The words of a span; None when it holds nothing that the digest wrote: a space, or what joins two table cells."""
    if not digest.text[slice(*span)].strip():
        return None
    try:
        return _words(span, digest)
    except OffsetOutOfRange:
        return None


def _words(span: Span, digest: DigestText) -> Words:
    start, end = _trimmed(span, digest.text)
    low, high = digest.offsets.original(start, end)
    return Words(text=" ".join(digest.text[start:end].split()), start_char=low, end_char=high)


def _trimmed(span: Span, text: str) -> Span:
    """The span without the spaces at its ends; it holds more than spaces."""
    words = text[slice(*span)]
    return span[0] + len(words) - len(words.lstrip()), span[1] - len(words) + len(words.rstrip())


def find_explanations(
    explanations: Sequence[Explanation], *, claim: str | None = None, rule: str | None = None
) -> tuple[Explanation, ...]:
    """Those of one claim, by its id, and of the claims that a rule read, by its name or how that begins."""
    return tuple(
        one
        for one in explanations
        if (claim is None or one.claim_id == claim)
        and (rule is None or any(telling.rule.name.startswith(rule) for telling in one.tellings))
    )
