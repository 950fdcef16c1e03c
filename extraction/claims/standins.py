"""Words that stand for an entity in focus: "it", "its", "the company", "ce modèle"; and the topic, for which none does.

The trigger walks ask for such words one at a time, from a verb; here all those of a clause are found at once, for the
network. Who is meant is for the focus of the news item to say.
"""

from collections.abc import Iterator

from extraction.claims.clause import Argument, Clause
from extraction.claims.lexicon import Lexicon
from extraction.claims.reference import Focus
from extraction.claims.walk import DEFINITE

LONGEST = 6
"""Tokens of a phrase that stands for a name ("the San Francisco-based AI startup"); chosen by hand."""
_ONE = frozenset({"it", "il", "elle"})
RECENT = 6
"""Names told last of which a sentence that names others may speak; chosen by hand."""


def stand_ins(clause: Clause, words: Lexicon, focus: Focus) -> list[Argument]:
    """The arguments that a clause refers to without naming them, in reading order, each with the words that do."""
    return list(_found(clause, words, focus))


def topics(clause: Clause, focus: Focus) -> list[Argument]:
    """What a clause may be about that it does not name, the likeliest first.

    An organisation, a thing in focus, the first thing of the item, and what the item has named last; not one of
    several things just listed where the clause speaks of one.
    """
    named = {argument.entity for argument in clause.arguments}
    if any(token.low in _ONE for token in clause.tokens):
        named |= {one.entity for one in focus.several()}
    found: list[Argument] = []
    for topic in (focus.topic(), focus.artefact(), focus.first_thing(), *focus.latest(named, RECENT)):
        if topic is not None and topic.entity not in named:
            named.add(topic.entity)
            start = clause.sentence.start
            found.append(topic.standing(start, start, words=False))
    return found


def _found(clause: Clause, words: Lexicon, focus: Focus) -> Iterator[Argument]:
    index = 0
    while index < len(clause.tokens):
        token = clause.tokens[index]
        if token.name < 0 and token.low in words.subject_pronouns and token.low not in ("they", "ils", "elles"):
            found = focus.person() if token.low in ("he", "she") else focus.last_subject()
            listed = {one.entity for one in focus.several()}
            if found is not None and found.entity not in listed:  # "It" is none of several things just listed.
                yield found.standing(token.start, token.end)
        elif token.name < 0 and token.low in words.possessives and token.low not in ("our", "notre", "nos"):
            found = focus.person() if token.low in ("his", "her") else focus.organization() or focus.artefact()
            if found is not None:
                yield found.standing(token.start, token.end)
        elif token.name < 0 and token.low in DEFINITE:
            last = _phrase(clause, words, index)
            found = _meant(clause, words, focus, index, last) if last > index else None
            if found is not None:
                yield found.standing(token.start, clause.tokens[last].end)
                index = last
        index += 1


def _phrase(clause: Clause, words: Lexicon, first: int) -> int:
    """The last token of the generic noun phrase that a definite article opens; `first` when there is none."""
    generic = words.organization_nouns | words.model_nouns | words.artefact_nouns
    for index in range(first + 1, min(first + LONGEST, len(clause.tokens))):
        token = clause.tokens[index]
        if token.name >= 0 or token.tag not in ("NOUN", "ADJ", "PROPN", "X", "PUNCT", "VERB", "ADV", "NUM"):
            return first
        if token.low in generic:
            following = clause.tokens[index + 1] if index + 1 < len(clause.tokens) else None
            if following is not None and (following.name >= 0 or following.tag == "NOUN"):
                return first
            return index
    return first


def _meant(clause: Clause, words: Lexicon, focus: Focus, first: int, last: int) -> Argument | None:
    low = clause.tokens[last].low
    if low in words.organization_nouns:
        return focus.organization()
    return focus.artefact(frozenset({"Model"})) if low in words.model_nouns else focus.artefact()
