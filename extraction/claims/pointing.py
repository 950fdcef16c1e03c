"""What a verb's object is when a pronoun or "both" stands in its place: "adopted both", "call it", "l'utilise".

Only things are found here, for the predicates that are told of things; the pronoun stands right beside its verb.
"""

from collections.abc import Sequence

from extraction.claims import several
from extraction.claims.clause import Argument
from extraction.claims.verbs import VerbUse
from extraction.claims.walk import Walk

_ONE = {"en": frozenset({"it"}), "fr": frozenset({"le", "la", "l'"})}
_MANY = {"en": frozenset({"them"}), "fr": frozenset({"les"})}
_FOR_PREPOSITION = {"en": frozenset({"de", "d'", "du"}), "y": frozenset({"à", "au", "aux"})}
"""French pronouns that stand for a preposition and its object, with the prepositions."""


def several_before(walk: Walk, use: VerbUse, predicate: str) -> tuple[Argument, ...]:
    """The things that "both", "they" or their like right before a verb stand for."""
    for first in range(max(use.first - several.LONGEST, 0), use.first):
        width = several.width_at(walk.clause, walk.words, first)
        if width and first + width == use.first:
            if several.bare(walk.clause, walk.words, first) and predicate in several.NOT_SAID_OF_THEY:
                return ()
            return several.meant(walk.clause, walk.words, walk.focus, first, width)
    return ()


def thing_pointed_at(
    walk: Walk, use: VerbUse, prepositions: Sequence[str], kinds: frozenset[str], subject: tuple[Argument, ...]
) -> tuple[Argument, ...]:
    """The things of some kinds that words in the object's place stand for.

    Args:
        walk: Of the clause.
        use: The verb.
        prepositions: Those that may lead to its object, "direct" for none.
        kinds: Wanted.
        subject: Who does it, and so is not meant.
    """
    place = use.last + (walk.low(use.last) in prepositions)
    if place > use.last or "direct" in prepositions:
        width = several.width_at(walk.clause, walk.words, place)
        if width and not several.bare(walk.clause, walk.words, place):
            members = several.meant(walk.clause, walk.words, walk.focus, place, width)
            return tuple(one for one in members if one.kinds[0] in kinds)
    found = _behind(walk, place, prepositions) if walk.clause.language == "en" else _before(walk, use, prepositions)
    if found is None:
        return ()
    index, many = found
    left = {one.entity for one in subject}
    if many:
        token = walk.tokens[index]
        members = tuple(one.standing(token.start, token.end) for one in walk.focus.several())
        members = members if len(members) == several.PAIR else ()
        return tuple(one for one in members if one.kinds[0] in kinds and one.entity not in left)
    thing = (
        several.named_before(walk.clause, walk.tokens[index].start, left)
        or walk.focus.only(kinds, subject)
        or _in_focus(walk, kinds)
    )
    if thing is None or thing.entity in left or thing.kinds[0] not in kinds:
        return ()
    return (walk.refer(thing, index, index + 1),)


def _behind(walk: Walk, place: int, prepositions: Sequence[str]) -> tuple[int, bool] | None:
    low = walk.low(place)
    allowed = "direct" in prepositions or walk.low(place - 1) in prepositions
    if not allowed or low not in _ONE["en"] | _MANY["en"]:
        return None
    return place, low in _MANY["en"]


def _before(walk: Walk, use: VerbUse, prepositions: Sequence[str]) -> tuple[int, bool] | None:
    direct = "direct" in prepositions or _locution(walk, use.last, prepositions)
    for index in range(use.at - 1, max(use.at - 4, -1), -1):
        low = walk.low(index)
        if walk.tokens[index].name >= 0:
            return None
        if low in _FOR_PREPOSITION and _FOR_PREPOSITION[low] & set(prepositions):
            return index, False
        if low in _ONE["fr"] | _MANY["fr"] and direct and (index == use.at - 1 or index >= use.first):
            return index, low in _MANY["fr"]
    return None


def _locution(walk: Walk, index: int, phrases: Sequence[str]) -> bool:
    """Whether words that make a verb with the one before them follow ("prend en charge")."""
    return any(
        [walk.low(index + step) for step in range(len(words))] == words and words[-1] not in walk.words.prepositions
        for words in (phrase.split() for phrase in phrases)
    )


def _in_focus(walk: Walk, kinds: frozenset[str]) -> Argument | None:
    """What the item is about, unless other things were named since."""
    thing = walk.focus.artefact(kinds)
    return thing if thing is not None and walk.focus.fresh(thing) else None
