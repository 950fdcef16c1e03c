"""Where on the way from text to claim a claim of the gold was lost: the error analysis that each round starts with."""

from collections.abc import Iterator
from enum import StrEnum

from extraction.evaluation.compare import fold, plain, same_date
from extraction.evaluation.matching import ClaimMatch, Links, Triple, Verdict, folded_forms
from extraction.evaluation.records import SystemClaim, SystemDocument, SystemEntity
from graph.ontology import load_ontology
from graph.records import Factuality, Predicate, Record


class Stage(StrEnum):
    """What went wrong, in the order of the pipeline; a claim is lost at the first that applies."""

    NAME_NOT_FOUND = "name not found"
    NOT_LINKED = "not linked"
    WRONG_KIND = "wrong kind"
    BLOCKED = "blocked by ontology"
    NO_TRIGGER = "no trigger"
    WRONG_FACTUALITY = "wrong factuality"
    WRONG_DATE = "wrong date"


class Miss(Record):
    """A required claim of the gold that was not found, or was found with another factuality or date."""

    stage: Stage
    subject: str
    predicate: Predicate
    object: str
    factuality: Factuality
    evidence: str
    detail: str


def find_misses(
    triples: tuple[Triple, ...], matches: tuple[ClaimMatch, ...], system: SystemDocument, links: Links
) -> tuple[Miss, ...]:
    """Every loss of one document, in the order of the gold.

    A claim is *not linked* when its name was read as part of another entity, or when the same predicate was read in
    the same words with another subject or object.
    """
    first: dict[int, SystemClaim] = {}
    for match in matches:
        if match.triple is not None:
            first.setdefault(match.triple, match.claim)
    invented = [match.claim for match in matches if match.verdict is Verdict.INVENTED]
    misses: list[Miss] = []
    for place, triple in enumerate(triples):
        if triple.optional:
            continue
        if place in first:
            stages = _told_otherwise(triple, first[place])
        else:
            stages = iter((_lost(triple, system, links, invented),))
        told = next(claim for claim in triple.tellings if not claim.optional)
        misses.extend(
            Miss(
                stage=stage,
                subject=told.subject,
                predicate=told.predicate,
                object=told.object,
                factuality=told.factuality,
                evidence=told.evidence,
                detail=detail,
            )
            for stage, detail in stages
        )
    return tuple(misses)


def _told_otherwise(triple: Triple, found: SystemClaim) -> Iterator[tuple[Stage, str]]:
    if all(claim.factuality != found.factuality for claim in triple.tellings):
        yield Stage.WRONG_FACTUALITY, f"read as {found.factuality}"
    declared = load_ontology().predicate(triple.predicate)
    if declared.literal == "date":
        return
    dates = [claim.date for claim in triple.tellings if claim.date]
    if dates and not any(same_date(date, found.date) for date in dates):
        yield Stage.WRONG_DATE, f"read as {found.date or 'undated'} for {dates[0]}"
    if not dates and found.date:
        yield Stage.WRONG_DATE, f"read as {found.date}, though the text tells none"


def _lost(triple: Triple, system: SystemDocument, links: Links, invented: list[SystemClaim]) -> tuple[Stage, str]:
    ends = [triple.subject, *([triple.object] if isinstance(triple.object, int) else [])]
    readings = [_reading(position, system, links) for position in ends]
    for stage in (Stage.NAME_NOT_FOUND, Stage.NOT_LINKED):
        for found, detail in readings:
            if found is stage:
                return stage, detail
    wrong = [detail for found, detail in readings if found is Stage.WRONG_KIND]
    kinds = [_entity(position, system, links).kind for position in ends]
    if not load_ontology().allows(triple.predicate, kinds[0], kinds[1] if len(kinds) > 1 else None):
        return (Stage.WRONG_KIND, wrong[0]) if wrong else (Stage.BLOCKED, " to ".join(kinds))
    if other := _same_words(triple, invented):
        return Stage.NOT_LINKED, f"read there: {other.subject} {other.predicate} {other.object}"
    return Stage.NO_TRIGGER, "both names are known" if len(ends) > 1 else "the name is known"


def _reading(position: int, system: SystemDocument, links: Links) -> tuple[Stage | None, str]:
    """What stopped this entity from being read, None when nothing did."""
    gold = links.gold.entities[position]
    forms = {fold(form) for form in (gold.name, *gold.surface_forms)}
    if position in links.chosen:
        entity = _entity(position, system, links)
        right = links.right_kind(position, entity)
        return (None, "") if right else (Stage.WRONG_KIND, f"{gold.name} read as {entity.kind}, not {gold.kind}")
    for entity in system.entities:
        if forms & set(folded_forms(entity)):
            return Stage.NOT_LINKED, f"{gold.name} read as {entity.name}"
    # The word alone is of no use to a reader of the list; what was read across its border is.
    near = [entity.name for entity in system.entities if any(_within(form, entity) for form in forms)]
    return Stage.NAME_NOT_FOUND, f"{gold.name}, but {near[0]} was" if near else gold.name


def _within(form: str, entity: SystemEntity) -> bool:
    return any(min(len(form), len(read)) > 2 and (form in read or read in form) for read in folded_forms(entity))


def _entity(position: int, system: SystemDocument, links: Links) -> SystemEntity:
    """The system entity that stands for a gold entity: one of the right kind, where there is one."""
    standing = [entity for entity, chosen in zip(system.entities, links.chosen, strict=True) if chosen == position]
    return next((entity for entity in standing if links.right_kind(position, entity)), standing[0])


def _same_words(triple: Triple, invented: list[SystemClaim]) -> SystemClaim | None:
    quotes = [plain(claim.evidence) for claim in triple.tellings]
    for claim in invented:
        read = plain(claim.evidence)
        if claim.predicate == triple.predicate and read and any(read in quote or quote in read for quote in quotes):
            return claim
    return None
