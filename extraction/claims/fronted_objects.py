"""Objects that stand before their verb: of a relative clause, and of an infinitive that says what a thing is for."""

from extraction.claims.clause import Argument, Group
from extraction.claims.verbs import VerbUse, Voice
from extraction.claims.walk import Walk

_WHOM = frozenset({"que", "qu'", "that", "which", "whom"})
"""Relative pronouns that stand for an object."""


def relative_object(walk: Walk, use: VerbUse) -> tuple[Argument, ...]:
    """What a verb is about when its object is a relative pronoun before its subject ("SB 1047, that X signed")."""
    index = use.first - 1
    group = walk.clause.group_at(index) if index >= 0 and walk.tokens[index].name >= 0 else None
    if group is not None:
        index = group.first - 1
        index = index if walk.low(index) in _WHOM else walk.skip_determiners(index)
    elif walk.low(index) in walk.words.subject_pronouns:
        index -= 1
    else:
        return ()
    while index >= 0 and walk.tokens[index].tag in ("NOUN", "PROPN") and walk.tokens[index].name < 0:
        index -= 1
    if walk.low(index) not in _WHOM:
        return ()
    index -= 1
    while index >= 0 and walk.tokens[index].name < 0 and walk.low(index) not in (",", ";", ":", "–", "—"):
        if walk.tokens[index].tag in ("VERB", "AUX"):
            return ()
        index -= 1
    if index > 0 and walk.low(index) == ",":
        index -= 1
    return walk.names_at(index) if index >= 0 and walk.tokens[index].name >= 0 else ()


def lender(walk: Walk, use: VerbUse) -> Group | None:
    """The thing right before an infinitive that it is about ("Gemini to power Siri")."""
    before = use.first - 1 if walk.low(use.first) in ("to", "pour") else use.first - 2
    if use.voice is not Voice.INFINITIVE or before < 0 or walk.low(before + 1) not in ("to", "pour"):
        return None
    return walk.clause.group_at(before) if walk.tokens[before].name >= 0 else None
