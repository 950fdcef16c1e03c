"""From a question in words to its answer: read, find the names in the graph, gather claims, tell them.

Of several readings of a question, the first counts whose names are in the graph and of which a document tells
something; what no reading can answer is said, never guessed.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from api.ask.evidence import gather, group, line_of, within
from api.ask.forms import read_question
from api.ask.records import AskAnswer, Asks, Language, Question, Understanding
from api.ask.resolving import Resolved, Resolver
from api.ask.verdicts import headline
from api.ask.wording import phrases
from graph.errors import UnreadableQuestion
from graph.ontology import load_ontology
from graph.records import EntityId, Predicate
from graph.store import Store, read
from graph.store.answers import ClaimAnswer, Page, SortKey

_FRENCH = frozenset(
    [
        "qui",
        "que",
        "quoi",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "est",
        "quand",
        "où",
        "ou",
        "pourquoi",
        "comment",
        "combien",
        "le",
        "la",
        "les",
        "des",
    ]
)


def answer_question(store: Store, question: str) -> AskAnswer:
    """The answer to a question in French or English, in its language.

    Raises:
        UnreadableQuestion: no form fits; the message says what can be asked.
    """
    resolver = Resolver(store)
    readings = read_question(question, today=_last_published(store))
    resolved = [found for reading in readings if (found := resolver.resolve(reading)) is not None]
    if not readings and (named := resolver.named(question.strip(" ?!."), _language(question))) is not None:
        resolved = [named]
    best: tuple[Resolved, list[ClaimAnswer], bool] | None = None
    for candidate in resolved:
        claims, more = _claims(store, candidate)
        if best is None or claims:
            best = candidate, claims, more
        if claims:
            break
    if best is not None:
        return _told(question, *best)
    if not readings:
        language = _language(question)
        raise UnreadableQuestion(question[:200], phrases(language).can, language=language)
    return _unknown(question, readings, resolver)


def _claims(store: Store, asked: Resolved) -> tuple[list[ClaimAnswer], bool]:
    """The claims that answer, and whether there are more than are looked at."""
    if asked.question.asks is Asks.ABOUT and asked.subject is not None:
        entity_id = asked.subject.id
        found, more = gather(lambda after, limit: read.timeline(store, entity_id, limit=limit, after=after))
    else:
        found, more = [], False
        for predicate, subject, object in _lookups(asked):
            part, over = gather(partial(_page, store, predicate, subject, object))
            found += part
            more = more or over
    return [claim for claim in found if _fits(claim, asked)], more


def _page(
    store: Store,
    predicate: Predicate,
    subject: EntityId | None,
    object: EntityId | None,
    after: SortKey | None,
    limit: int,
) -> Page[ClaimAnswer]:
    return read.find_claims(store, predicate=predicate, subject_id=subject, object_id=object, limit=limit, after=after)


def _lookups(asked: Resolved) -> Iterator[tuple[Predicate, EntityId | None, EntityId | None]]:
    subject = asked.subject.id if asked.subject else None
    object = asked.object.id if asked.object else None
    for declared in asked.predicates:
        yield declared.name, subject, object
        if declared.symmetric:
            yield declared.name, object, subject
        # "is it out" is also answered by a dated release whose publisher nobody names.
        if declared.name == "RELEASED" and subject is None and object is not None and asked.asks_whether_or_when:
            yield Predicate("RELEASED_ON"), object, None


def _fits(claim: ClaimAnswer, asked: Resolved) -> bool:
    if not within(claim, asked.question.period):
        return False
    if not asked.question.kind or asked.asks_whether_or_when:
        return True
    known = {ref.id for ref in (asked.subject, asked.object) if ref}
    others = [ref for ref in (claim.subject, claim.object) if ref and ref.id not in known]
    return any(ref.kind in asked.question.kind for ref in others)


def _told(question: str, asked: Resolved, claims: Sequence[ClaimAnswer], more: bool) -> AskAnswer:
    groups = group(claims)
    known = {ref.id for ref in (asked.subject, asked.object) if ref}
    lines = tuple(line_of(claims, asked.question.language, known=known) for claims in groups)
    return AskAnswer(
        question=question,
        language=asked.question.language,
        understood=Understanding(
            asks=asked.question.asks,
            predicates=tuple(declared.name for declared in asked.predicates),
            subject=asked.subject,
            object=asked.object,
            kinds=asked.question.kind,
            since=asked.question.period.since,
            until=asked.question.period.until,
        ),
        text=headline(asked, lines),
        lines=lines,
        suggestions=(),
        claims=tuple(claim for members in groups for claim in members),
        truncated=more,
    )


def _unknown(question: str, readings: Sequence[Question], resolver: Resolver) -> AskAnswer:
    """That a name is not in the graph, or of a kind of which nothing of the sort can be told.

    The name is of the reading with the shortest names, which took fewest other words in.
    """
    reading = min(readings, key=lambda reading: len(reading.subject or "") + len(reading.object or ""))
    name, suggestions = resolver.unknown_name(reading)
    fixed = phrases(reading.language)
    known = resolver.named(name, reading.language)
    if known is not None and known.subject is not None:
        label = getattr(load_ontology().kind(known.subject.kind).label, reading.language)
        text, suggestions = fixed.other_kind.format(name=known.subject.name, kind=label), ()
    else:
        near = fixed.near.format(names=", ".join(suggestions)) if suggestions else ""
        text = fixed.unknown.format(name=name) + near
    return AskAnswer(
        question=question,
        language=reading.language,
        understood=None,
        text=text,
        lines=(),
        suggestions=suggestions,
        claims=(),
        truncated=False,
    )


def _last_published(store: Store) -> str | None:
    """The day up to which the graph is told anything: what "in April" is counted back from."""
    newest = read.list_documents(store, limit=1).items
    return newest[0].published if newest else None


def _language(question: str) -> Language:
    return "fr" if _FRENCH & set(question.casefold().replace("'", " ").replace("’", " ").split()) else "en"
