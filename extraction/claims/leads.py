"""What opens a clause in place of a name: "it", "the model", or nothing at all ("Available on X", "Based on Y").

The patterns over the words between two names read these as well, with the entity in focus as the left one. Who is
meant depends on what is said: "it is available on X" is said of a thing, though an organisation was named last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.claims.clause import Argument, Clause
from extraction.claims.lexicon import Lexicon
from extraction.claims.reference import Focus
from extraction.claims.several import bare, meant, named_before, width_at

LED = frozenset({"AVAILABLE_ON", "SUPPORTS", "USES", "BASED_ON", "OUTPERFORMS", "COMPETES_WITH", "SUCCEEDS"})
"""Predicates read behind words that stand for a name; others are told of them in too many ways (measured on dev)."""
_ENDS = re.compile(r"(?:[.,;:!?()–—]|$|(?:with|for|in|on|since|from|and|that|which|avec|pour|en|dans|et|qui|depuis)\b)")
"""What may follow the name that a clause without subject is about; a verb makes the words before it its subject."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where words that stand for an entity end, [start, end) in clean text, and whom they may mean, likeliest first."""

    start: int
    end: int
    options: tuple[Argument, ...]
    bare: bool = False
    """Whether no words stand for the entity: the clause opens with what is said of it."""
    together: bool = False
    """Whether the words mean all of the entities ("both", "they")."""
    pronoun: bool = False
    """Whether the words are "they" alone, which may mean people as well."""

    def fitting(self, kinds: frozenset[str]) -> tuple[Argument, ...]:
        """The likeliest meaning of one of the kinds; all meanings of those kinds when all are meant together."""
        found = tuple(option for option in self.options if option.kinds[0] in kinds)
        return found if self.together else found[:1]


def leads(clause: Clause, words: Lexicon, focus: Focus, stand_ins: Sequence[Argument]) -> Iterator[Lead]:
    """Those words of a clause that stand for an entity in focus which may be a subject, in reading order."""
    thing = focus.artefact()
    if thing is not None and clause.tokens:
        opening = _opening(clause, words)
        if opening is not None:
            yield Lead(
                clause.tokens[0].start,
                opening,
                (thing.standing(clause.tokens[0].start, clause.tokens[0].start, words=False),),
                bare=True,
            )
    yield from _several(clause, words, focus)
    for found in stand_ins:
        span = (found.start, found.end)
        low = clause.text[found.start - clause.sentence.start : found.end - clause.sentence.start].casefold()
        if low in words.possessives or _governed(clause, words, found.start):
            continue
        if low not in words.subject_pronouns and (low.endswith("s") or not _begins(clause, words, found.start)):
            continue
        options = [found]
        if low in words.subject_pronouns and low not in ("he", "she"):
            named = named_before(clause, found.start)
            options = [*_standing_all(named, span), found, *_standing_all(thing, span)]
        yield Lead(*span, tuple(options))


def _several(clause: Clause, words: Lexicon, focus: Focus) -> Iterator[Lead]:
    """Words that stand for all members of the list told before, where they are a subject."""
    for token in clause.tokens:
        width = width_at(clause, words, token.index)
        if width and not _governed(clause, words, token.start) and _begins(clause, words, token.start):
            options = meant(clause, words, focus, token.index, width)
            if options:
                pronoun = bare(clause, words, token.index)
                yield Lead(options[0].start, options[0].end, options, together=True, pronoun=pronoun)


def has_its_subject(clause: Clause, index: int, after: str) -> bool:
    """Whether a clause that opens without a thing names it behind ("Built on X, the tool Y ...", "A rival of X did").

    Args:
        clause: The clause.
        index: Of the first group, which the words that open the clause are about.
        after: The words behind that group, as triggers see them.
    """
    if _ENDS.match(after) is None:
        return True
    following = clause.groups[index + 1] if index + 1 < len(clause.groups) else None
    if following is None or not after.startswith(","):
        return False
    return following.arguments[0].kinds[0] not in ("Place", "Person")


def _opening(clause: Clause, words: Lexicon) -> int | None:
    """Where what is said of the thing begins, in a clause that opens without it; None when the clause does not."""
    tokens = clause.tokens
    if tokens[0].low in words.openers:
        return tokens[0].start
    part = int(tokens[0].low in words.articles)
    if part < len(tokens) and tokens[part].low in words.parts:
        return tokens[part].end
    return None


def _governed(clause: Clause, words: Lexicon, start: int) -> bool:
    """Whether a preposition stands before the words, so that they are no subject ("with the models being ...")."""
    before = [token for token in clause.tokens if token.end <= start][-1:]
    return bool(before) and before[0].low in words.prepositions


def _begins(clause: Clause, words: Lexicon, start: int) -> bool:
    """Whether a phrase opens a clause, and so is its subject ("having the model run on X" is not)."""
    before = [token for token in clause.tokens if token.end <= start][-1:]
    return (
        not before
        or before[0].tag in ("PUNCT", "ADV", "SCONJ")
        or before[0].low in words.conjunctions | words.relatives
    )


def _standing_all(found: Argument | None, span: tuple[int, int]) -> list[Argument]:
    return [] if found is None else [found.standing(*span)]
