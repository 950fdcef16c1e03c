"""Words that stand for several things told before: "both", "they", "the two models", "les deux", "ils".

They mean the members of the last list of things, when the last sentence that named things named that list. Words that
count ("both", "all three") want as many members, others want two.
"""

from collections.abc import Set as AbstractSet

from extraction.claims.clause import Argument, Clause
from extraction.claims.lexicon import Lexicon
from extraction.claims.reference import Focus, is_artefact

LONGEST = 4
"""Words of the longest phrase ("all of the models"), by the lexicons."""
PAIR = 2
"""Members that words without a number may mean: of longer lists, a text rather means the family (measured on dev)."""
NOT_SAID_OF_THEY = frozenset({"USES", "COMPETES_WITH"})
"""Predicates that people and companies are told in as often, so that a bare "they" leaves open who is meant."""


def width_at(clause: Clause, words: Lexicon, index: int) -> int:
    """How many tokens from one on are words that stand for several things; 0 for none."""
    for width in range(LONGEST, 0, -1):
        tokens = clause.tokens[index : index + width]
        if len(tokens) == width and " ".join(token.low for token in tokens) in words.several:
            following = clause.tokens[index + width] if index + width < len(clause.tokens) else None
            named = following is not None and (following.name >= 0 or following.tag in ("NOUN", "ADJ", "PROPN", "DET"))
            return 0 if named or any(token.name >= 0 for token in tokens) else width
    return 0


def meant(clause: Clause, words: Lexicon, focus: Focus, index: int, width: int) -> tuple[Argument, ...]:
    """The things that the words at a token stand for; empty when there is no such list, or one of another length."""
    phrase = " ".join(token.low for token in clause.tokens[index : index + width])
    members = focus.several()
    count = words.several[phrase]
    if len(members) != (count or PAIR):
        return ()
    start, end = clause.tokens[index].start, clause.tokens[index + width - 1].end
    return tuple(member.standing(start, end) for member in members)


def bare(clause: Clause, words: Lexicon, index: int) -> bool:
    """Whether a plain pronoun stands there ("they", "ils"), which may mean people as well."""
    return clause.tokens[index].low in words.subject_pronouns


def named_before(clause: Clause, start: int, besides: AbstractSet[int] = frozenset()) -> Argument | None:
    """The only thing, some entities aside, that a clause names before a pronoun ("X went out and it runs on Y")."""
    before = [one for one in clause.arguments if one.end <= start and is_artefact(one) and one.entity not in besides]
    return before[0] if len({one.entity for one in before}) == 1 else None
