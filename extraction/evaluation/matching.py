"""Which system entity stands for which gold entity, and what becomes of each system claim.

An entity stands for a gold entity when its name is the gold's name or one of the gold's surface forms, or one of its
own forms is. A claim is right when predicate, subject and object stand for the gold's, either way round where the
predicate is symmetric. One triple told twice in the gold (two dates, two factualities) is one claim.
"""

import re
from collections import defaultdict
from enum import StrEnum

from extraction.evaluation.compare import fold, same_literal
from extraction.evaluation.records import GoldClaim, GoldDocument, SystemClaim, SystemDocument, SystemEntity
from graph.ontology import PredicateDeclaration, load_ontology
from graph.records import Predicate, Record

_IN_BRACKETS = re.compile(r"\s*\([^)]*\)$")


class Verdict(StrEnum):
    """What a system claim is worth."""

    RIGHT = "right"
    FREE = "free"
    INVENTED = "invented"
    REPEATED = "repeated"


class Triple(Record):
    """A claim of the gold by position of its entities, with every telling of it; a literal object is a string."""

    subject: int
    predicate: Predicate
    object: int | str
    tellings: tuple[GoldClaim, ...]

    @property
    def optional(self) -> bool:
        """Whether no telling of it must be found."""
        return all(claim.optional for claim in self.tellings)


class ClaimMatch(Record):
    """A system claim with its verdict; `triple` is a position among the gold's triples, None when it is no one's."""

    claim: SystemClaim
    verdict: Verdict
    triple: int | None = None


class Links:
    """Which gold entity each system entity stands for.

    `chosen` has one gold position, or None, for each system entity, in the system's order.
    """

    def __init__(self, gold: GoldDocument, system: SystemDocument) -> None:
        self.gold = gold
        self._named = self._positions_by_form()
        self._by_name: dict[str, int] = {}
        self._by_kind: dict[tuple[str, str], int] = {}
        self.chosen: list[int | None] = []
        for entity in system.entities:
            position = self._choose(entity)
            self.chosen.append(position)
            if position is not None:
                self._by_name.setdefault(entity.name, position)
                self._by_kind.setdefault((entity.name, entity.kind), position)

    def end(self, name: str, kind: str | None) -> int | None:
        """Gold position of a system claim's subject or object; the kind, when told, decides between namesakes."""
        found = self._by_kind.get((name, kind)) if kind is not None else None
        return self._by_name.get(name) if found is None else found

    def right_kind(self, position: int, entity: SystemEntity) -> bool:
        """Whether the entity has the gold's kind, or one that is as right."""
        told = self.gold.entities[position]
        return entity.kind in (told.kind, *told.also)

    def _positions_by_form(self) -> dict[str, list[int]]:
        named: dict[str, list[int]] = defaultdict(list)
        for position, entity in enumerate(self.gold.entities):
            named[fold(entity.name)].insert(0, position)
            for form in (_IN_BRACKETS.sub("", entity.name), *entity.surface_forms):
                if position not in named[fold(form)]:
                    named[fold(form)].append(position)
        return dict(named)

    def _choose(self, entity: SystemEntity) -> int | None:
        options = [position for form in folded_forms(entity) for position in self._named.get(form, ())]
        right = [position for position in options if self.right_kind(position, entity)]
        name = fold(entity.name)
        exact = [position for position in self._named.get(name, ()) if fold(self.gold.entities[position].name) == name]
        best = [position for position in exact if position in right] or exact or right or options
        return best[0] if best else None


def folded_forms(entity: SystemEntity) -> list[str]:
    """The comparable forms of everything that a system entity is called, its name first."""
    return [fold(form) for form in (entity.name, *entity.surface_forms, *entity.aliases)]


def gold_triples(gold: GoldDocument) -> tuple[Triple, ...]:
    """The gold's claims with those of one triple put together, in the order of their first telling.

    Raises:
        KeyError: a claim names no listed entity; `check_gold` finds these.
    """
    position = {entity.name: place for place, entity in enumerate(gold.entities)}
    tellings: dict[tuple[int, Predicate, int | str], list[GoldClaim]] = {}
    for claim in gold.claims:
        declared = load_ontology().predicate(claim.predicate)
        subject = position[claim.subject]
        if declared.literal is not None:
            key: tuple[int, Predicate, int | str] = (subject, claim.predicate, claim.object)
        else:
            ends = (subject, position[claim.object])
            first, second = sorted(ends) if declared.symmetric else ends
            key = (first, claim.predicate, second)
        tellings.setdefault(key, []).append(claim)
    return tuple(
        Triple(subject=subject, predicate=predicate, object=other, tellings=tuple(claims))
        for (subject, predicate, other), claims in tellings.items()
    )


def match_claims(triples: tuple[Triple, ...], system: SystemDocument, links: Links) -> tuple[ClaimMatch, ...]:
    """One match for each system claim, in the system's order.

    Free are: what the gold has as optional, DEVELOPED and RELEASED_ON beside a RELEASED of the gold, and claims all
    of whose entities are optional and in no required claim.
    """
    released = {(triple.subject, triple.object) for triple in triples if triple.predicate == "RELEASED"}
    artefacts = {artefact for _, artefact in released}
    unneeded = _unneeded(triples, links.gold)
    used: set[int] = set()
    matches = []
    for claim in system.claims:
        declared = load_ontology().predicates.get(claim.predicate)
        literal = declared is not None and declared.literal is not None
        subject = links.end(claim.subject, claim.subject_kind)
        other = None if literal else links.end(claim.object, claim.object_kind)
        found = _find(triples, claim, declared, (subject, other), used)
        if found is not None:
            verdict = Verdict.FREE if triples[found].optional else Verdict.RIGHT
            matches.append(
                ClaimMatch(claim=claim, verdict=Verdict.REPEATED if found in used else verdict, triple=found)
            )
            used.add(found)
            continue
        beside = (claim.predicate == "DEVELOPED" and (subject, other) in released) or (
            claim.predicate == "RELEASED_ON" and subject in artefacts
        )
        free = beside or all(end in unneeded for end in ((subject,) if literal else (subject, other)))
        matches.append(ClaimMatch(claim=claim, verdict=Verdict.FREE if free else Verdict.INVENTED))
    return tuple(matches)


def _unneeded(triples: tuple[Triple, ...], gold: GoldDocument) -> set[int]:
    needed = {end for triple in triples if not triple.optional for end in (triple.subject, triple.object)}
    return {place for place, entity in enumerate(gold.entities) if entity.optional and place not in needed}


def _find(
    triples: tuple[Triple, ...],
    claim: SystemClaim,
    declared: PredicateDeclaration | None,
    ends: tuple[int | None, int | None],
    used: set[int],
) -> int | None:
    """The triple that the claim tells: the first that no earlier claim told, else the last."""
    match: int | None = None
    subject, other = ends
    if declared is None or subject is None or (declared.literal is None and other is None):
        return None
    for place, triple in enumerate(triples):
        if triple.predicate != claim.predicate or (match is not None and match not in used):
            continue
        told = (triple.subject, triple.object)
        if declared.literal is not None:
            same = triple.subject == subject and same_literal(declared.literal, str(triple.object), claim.object)
        else:
            same = told == ends or (declared.symmetric and told == (other, subject))
        if same:
            match = place
    return match
