"""What speaks for or against two entities being one, beside the strength of their names.

Each function gives a degree in [0, 1] and a sentence, or None when it has nothing to say; the weight is the matcher's.
"""

from collections import Counter

from graph.ontology import load_ontology
from graph.records import Kind
from graph.resolution.forms import form_of
from graph.resolution.names import ARTEFACTS, Pair, Said
from graph.resolution.words import load_words

_MANY = 2
"""Shared neighbours that say all that neighbours can say; chosen by hand."""
_DOUBT = 0.35
"""How much it speaks against two things of one name that their kinds differ; no sign makes up for it in full."""


def other_kinds(pair: Pair) -> Said | None:
    """They are of different kinds; of kinds that texts take for each other, a person is asked."""
    left, right = pair.left_portrait.kind, pair.right_portrait.kind
    if left == right:
        return None
    if right in load_ontology().kind(left).confused_with:
        return Said(_DOUBT, f"one is {left}, the other {right}, and texts take the one for the other")
    return Said(1.0, f"one is {left}, the other {right}")


def both_catalogued(pair: Pair) -> Said | None:
    """The catalogue knows them as two; of two kinds, it may have given one of its things another kind in a text."""
    left, right = pair.left_portrait, pair.right_portrait
    if left.catalogued and right.catalogued and left.kind == right.kind:
        return Said(1.0, "the catalogue knows them as two things")
    return None


def other_outside_ids(pair: Pair) -> Said | None:
    """One outside register has them under different ids."""
    left, right = (_by_scheme(portrait.external_ids) for portrait in (pair.left_portrait, pair.right_portrait))
    for scheme in sorted(left.keys() & right.keys()):
        if not left[scheme] & right[scheme]:
            return Said(1.0, f"{scheme} has them under different ids")
    return None


def other_versions(pair: Pair) -> Said | None:
    """Their numbers differ, or only one has any: versions, sizes, years and articles of law are different things."""
    left, right = pair.left.numbers, pair.right.numbers
    if left == right or (pair.left.digits == pair.right.digits and pair.left.together & pair.right.together):
        return None
    return Said(1.0, f"the numbers differ: {' '.join(left) or 'none'} and {' '.join(right) or 'none'}")


def qualified(pair: Pair) -> Said | None:
    """One is the other with a word that makes another thing of it: "Google" and "Google Cloud"."""
    left, right = Counter(pair.left.core), Counter(pair.right.core)
    extra = sorted(set((left - right) + (right - left)) & load_words().qualifiers)
    if not extra or (left - right and right - left):
        return None
    return Said(1.0, f"only one has {extra[0]!r}")


def told_together(pair: Pair) -> Said | None:
    """A document asserts something between the two: what has a relation to another thing is not it."""
    left, right = pair.left_portrait, pair.right_portrait
    for neighbour in sorted(left.neighbours, key=lambda one: (one.predicate, one.role, one.other_id)):
        if neighbour.other_id == right.id:
            return Said(1.0, f"a document tells {neighbour.predicate} between the two")
    return None


def other_makers(pair: Pair) -> Said | None:
    """Both have makers, and none in common."""
    left, right = _makers(pair.left_portrait.makers), _makers(pair.right_portrait.makers)
    if pair.kind not in ARTEFACTS or not left or not right or left & right:
        return None
    names = (pair.left_portrait.makers[0], pair.right_portrait.makers[0])
    return Said(1.0, f"{names[0]} makes the one, {names[1]} the other")


def same_maker(pair: Pair) -> Said | None:
    """They have a maker in common."""
    common = _makers(pair.left_portrait.makers) & _makers(pair.right_portrait.makers)
    return Said(1.0, "they have the same maker") if common and pair.kind in ARTEFACTS else None


def shared_neighbours(pair: Pair) -> Said | None:
    """Documents assert the same of both."""
    common = pair.left_portrait.neighbours & pair.right_portrait.neighbours
    if not common:
        return None
    first = min(common, key=lambda one: (one.predicate, one.role, one.other_id))
    return Said(min(1.0, len(common) / _MANY), f"both have {first.predicate} with {first.other_id}")


def _makers(names: tuple[str, ...]) -> set[str]:
    return {form for name in names for form in form_of(name, Kind("Organization")).core_together}


def _by_scheme(external_ids: tuple[str, ...]) -> dict[str, set[str]]:
    by_scheme: dict[str, set[str]] = {}
    for external_id in external_ids:
        by_scheme.setdefault(external_id.partition(":")[0], set()).add(external_id)
    return by_scheme
