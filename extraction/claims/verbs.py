"""How a verb is used where it stands: its auxiliaries, its voice, whether it is reflexive."""

from dataclasses import dataclass
from enum import StrEnum

from extraction.claims.clause import Token
from extraction.claims.morphology import Form
from extraction.claims.walk import Walk

BARE = frozenset({"be", "have", "être", "avoir"})
"""Auxiliaries in the infinitive: a modal governs them."""


class Voice(StrEnum):
    """How a verb is used."""

    ACTIVE = "active"
    PASSIVE = "passive"
    REDUCED = "reduced"
    """A participle behind its noun: "a model trained by X"."""
    INFINITIVE = "infinitive"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class VerbUse:
    """A verb where it stands: tokens [first, last) hold it with its auxiliaries."""

    first: int
    at: int
    last: int
    voice: Voice
    reflexive: bool = False


def verb_use(walk: Walk, at: int, forms: frozenset[Form], last: int) -> VerbUse:
    """How the verb at a token is used, from its form and the words before it."""
    words, tokens = walk.words, walk.tokens
    first, have, be, modal, reflexive, bare = at, False, False, False, False, False
    index = at - 1
    while index >= 0 and at - index <= 9 and tokens[index].name < 0:
        low = tokens[index].low
        if index in walk.aside:
            index -= 1
            continue
        if low in ("s'", "se", "s"):
            reflexive = True
        elif low in words.auxiliaries_have:
            have = True
        elif low in words.auxiliaries_be:
            be = True
        elif low in words.modals and not have and not be and Form.INFINITIVE in forms:
            modal = True
        elif low in words.modals and bare:
            pass  # "will be released", "devrait être racheté": the modal is part of the passive
        elif not (low in words.clitics or walk.is_adverb(tokens[index])):
            break
        if low in words.auxiliaries_have | words.auxiliaries_be | words.modals | words.clitics:
            first = index
        bare = low in BARE or (bare and low in words.clitics)
        index -= 1
    return VerbUse(
        first, at, last, _voice(walk, at, forms, have=have, be=be, modal=modal, reflexive=reflexive), reflexive
    )


def _voice(walk: Walk, at: int, forms: frozenset[Form], *, have: bool, be: bool, modal: bool, reflexive: bool) -> Voice:
    if Form.PARTICIPLE in forms and be and not reflexive:
        return Voice.PASSIVE
    if Form.PARTICIPLE in forms and (have or be or _shares_auxiliary(walk, at)):
        return Voice.ACTIVE
    if Form.GERUND in forms:
        return Voice.ACTIVE if be else Voice.GERUND
    finite = forms & {Form.PRESENT, Form.PAST, Form.FUTURE, Form.CONDITIONAL}
    if Form.INFINITIVE in forms and (modal or walk.low(at - 1) in ("to", "de", "d'", "pour", "à", "vouloir")):
        return Voice.INFINITIVE
    if Form.PARTICIPLE in forms and (not finite or _agent_follows(walk, at) or _describes(walk, at)):
        return Voice.REDUCED
    return Voice.ACTIVE if finite else Voice.INFINITIVE


def _agent_follows(walk: Walk, at: int) -> bool:
    return any(walk.low(at + step) in ("by", "par") for step in (1, 2, 3))


def _describes(walk: Walk, at: int) -> bool:
    """Whether a participle right behind a common noun describes it ("a coding agent based on X")."""
    before, token = walk.tokens[at - 1] if at else None, walk.tokens[at]
    noun = before is not None and before.name < 0 and before.tag in ("NOUN", "PROPN")
    return noun and "VerbForm=Part" in token.morph and walk.low(at + 1) in walk.words.prepositions


def _shares_auxiliary(walk: Walk, at: int) -> bool:
    """Whether "et" or "and" joins a participle to one before it that has its auxiliary ("a publié X et racheté Y")."""
    if walk.low(at - 1) not in ("et", "and", "puis", "then"):
        return False
    for index in range(at - 2, max(at - 16, 0), -1):
        low = walk.low(index)
        if low in (";", ".", ":") or low in walk.words.relatives:
            return False
        if low in walk.words.auxiliaries_have:
            return walk.low(index + 1) not in walk.words.auxiliaries_be
    return False


def rough_forms(token: Token) -> frozenset[Form]:
    """What a verb that is no trigger can be, from its tag and features."""
    if "VerbForm=Inf" in token.morph:
        return frozenset({Form.INFINITIVE})
    if "VerbForm=Part" in token.morph:
        return (
            frozenset({Form.GERUND})
            if "Tense=Pres" in token.morph or token.low.endswith("ing")
            else frozenset({Form.PARTICIPLE, Form.PAST})
        )
    return frozenset({Form.PRESENT, Form.PAST})
