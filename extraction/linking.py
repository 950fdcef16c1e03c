"""Entity linking: which known entity a candidate means, if any. None (NIL) when nothing in the text supports one.

A strong name suffices by itself. A weak one ("Scout", "Claude", "X") needs the document: its full name, its maker or
family, or a noun that tells its kind. The scores are hand-set; an explanation goes with each.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from extraction.catalogue import CatalogueEntity, Match

_THRESHOLD = 1.0
"""Score from which a candidate is linked; chosen by hand so that a weak name needs one support."""
_STRONG = 3.0
_FULL_NAME = 2.5
_RELATED = 1.5
_SIBLING = 1.0
"""For another product of the same maker in the document."""
_KIND = 1.0
"""Points for each point of kind evidence; it may lower a score as well."""
_KIND_LIMIT = 3.0
_STRONG_LOSS = 1.2
"""The most that kind evidence takes from a strong name: it chooses between two, it never unlinks one."""
_DISTINCT = 1.0
"""For a word that is no common one, in capitals that mean something."""
_ORDINARY = 1.0
"""What a common word loses; twice where capitals say nothing."""
_OTHER_CASE = 1.5
_CONTEXT = 3.0
"""For a kind that is certain by what stands around the candidate; chosen by measuring on real digests."""


class Setting(NamedTuple):
    """What surrounds a candidate: the document's certain entities, the votes for its kind, and its form.

    `present` holds the ids of entities with a strong name in the document, `related` those of their makers, families
    and products. `uncertain_capital` tells that its capital may be that of a sentence or a title. `context` has the
    chance of each kind by what stands around the candidate, where that was asked.
    """

    present: frozenset[str]
    related: frozenset[str]
    votes: Mapping[str, float]
    ordinary: bool
    uncertain_capital: bool
    context: Mapping[str, float] = MappingProxyType({})


class Link(NamedTuple):
    """A known entity for a candidate, with the score and what it was made of."""

    entity: CatalogueEntity
    score: float
    explanation: str


def surroundings(entities: Iterable[CatalogueEntity]) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of these entities, and the ids of their makers and families."""
    present: set[str] = set()
    related: set[str] = set()
    for entity in entities:
        present.add(entity.id)
        related.update(other for other in (entity.maker, entity.parent) if other)
    return frozenset(present), frozenset(related)


def link(matches: Iterable[Match], setting: Setting) -> Link | None:
    """The best known entity for a candidate, or None when even the best lacks support."""
    links = [score_match(match, setting) for match in matches]
    best = max(links, key=lambda one: (one.score, not one.entity.generated, one.entity.id), default=None)
    return best if best is not None and best.score >= _THRESHOLD else None


def score_match(match: Match, setting: Setting) -> Link:
    """Score how well an entity fits a candidate, and say why."""
    entity, parts = match.entity, []
    if match.weak:
        parts.append((_FULL_NAME if entity.id in setting.present else 0.0, "full name in the document"))
        parts.append((_nearness(entity, setting), "maker, family or product in the document"))
        lost = _ORDINARY * (2 if setting.uncertain_capital else 1) if setting.ordinary else 0.0
        parts.append((-lost, "common word"))
        parts.append((0.0 if match.exact_case else -_OTHER_CASE, "other capitals"))
        parts.append((_distinctness(match, setting), "no common word"))
        parts.append((_CONTEXT * _context(entity, setting), "read as such a name"))
    else:
        parts.append((_STRONG, "strong name"))
    kind_points = _kind_points(entity, setting.votes)
    parts.append((kind_points if match.weak else max(kind_points, -_STRONG_LOSS), "kind told by the text"))
    score = sum(points for points, _ in parts)
    return Link(entity, score, ", ".join(f"{why} {points:+.1f}" for points, why in parts if points))


def _context(entity: CatalogueEntity, setting: Setting) -> float:
    return sum(setting.context.get(kind, 0.0) for kind in dict.fromkeys((entity.kind, *entity.also)))


def _distinctness(match: Match, setting: Setting) -> float:
    if setting.ordinary or not match.exact_case:
        return 0.0
    return _DISTINCT / 2 if setting.uncertain_capital else _DISTINCT


def _nearness(entity: CatalogueEntity, setting: Setting) -> float:
    above = {entity.maker, entity.parent} - {None}
    if above & setting.present or entity.id in setting.related:
        return _RELATED
    return _SIBLING if above & setting.related else 0.0


def _kind_points(entity: CatalogueEntity, votes: Mapping[str, float]) -> float:
    own = max((votes.get(kind, 0.0) for kind in (entity.kind, *entity.also)), default=0.0)
    other = max((points for kind, points in votes.items() if kind not in (entity.kind, *entity.also)), default=0.0)
    return max(-_KIND_LIMIT, min(_KIND_LIMIT, _KIND * (own - other)))
