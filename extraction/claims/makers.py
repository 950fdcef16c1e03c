"""Makers named beside their things ("OpenAI's o3-mini and DeepSeek's R1", "o3-mini d'OpenAI et R1 de DeepSeek").

What is said of a thing with its maker before it is said of the thing. A list of such things is one list, though the
makers stand between its members.
"""

import re

from extraction.claims.clause import Argument, Clause, Group
from extraction.claims.reference import ORGANIZATION, PERSON, is_artefact

BETWEEN = 3
"""Adjectives and nouns between a maker's possessive and the thing ("OpenAI's new model o3"); chosen by hand."""
_DESCRIBING = re.compile(r"[-‑](?:backed|owned|funded|led|founded|controlled|sponsored|supported|linked|bound)")
"""What makes of a name before it an adjective: "compete with Microsoft-backed OpenAI" is about OpenAI."""
_OWNER_LEADS = re.compile(r"(?:,|and|or|, and|et|ou|as well as|ainsi que|&|/)(?: the| le| la| l'| du| de| d'| au| à)?")
_OWNER_FOLLOWS = re.compile(r"(?:de|d'|du|of|from|by|par|chez|\()")
_GOES_ON = re.compile(r"\)? ?(?:,|and|or|, and|et|ou|as well as|ainsi que|&|/)(?: the| le| la| l'| du| de| d'| au| à)?")
_ASIDE = re.compile(r"§ '(?:s\b)? ?")


def without_makers(words: str) -> str:
    """The words between two names, without the names there that have a possessive ("beats § 's new" as "beats new")."""
    return _ASIDE.sub("", words).strip()


_REPEATED = {
    "en": re.compile(
        r"(?:,|and|or|, and|as well as|, as well as|but also|and also|&) (?P<preposition>[a-z]+)(?: the| its| a)?"
    ),
    "fr": re.compile(
        r"(?:,|et|ou|, et|ainsi que|comme|mais aussi|et aussi|que|ou encore) "
        r"(?P<preposition>[a-zà]+'?)(?: le| la| l'| les| son| sa)?"
    ),
}
"""What goes on a list of things with the preposition that the first has ("in ChatGPT and in Copilot")."""


_BY_MAKER = re.compile(r"(?:de|d'|du|de la|de l'|des) § (?P<rest>(?![,;:)]|et\b|ou\b).+)")
_APPOSED = re.compile(r", (?!and\b|or\b|et\b|ou\b|but\b|mais\b)[^,;:()]{2,80} , (?P<rest>(?!and\b|or\b|et\b|ou\b|§).+)")
"""What may stand between a thing and its verb: its maker, or an apposition; `rest` is what is said of the thing."""
_PREDICATION = re.compile(
    r"(?!(?:on|in|via|at|to|for|with|by|from|of|the|an?|sur|dans|chez|à|au|aux|pour|avec|par|de|du|des|le|la|les|un|une)\b)"
    r"\S+ \S+.*"
)


def without_insertions(clause: Clause, index: int, words: str) -> tuple[str, ...]:
    """The words behind a thing, without its maker or an apposition there; empty when there is neither.

    Args:
        clause: The clause.
        index: Of the thing's group.
        words: Those between the thing and a name further right, as triggers see them.
    """
    found = _APPOSED.fullmatch(words)
    if found is None and clause.language == "fr" and index + 1 < len(clause.groups):
        maker = clause.groups[index + 1].arguments[0].kinds[0] in (ORGANIZATION, PERSON)
        found = _BY_MAKER.fullmatch(words) if maker else None
    if found is None or not is_artefact(clause.groups[index].arguments[0]):
        return ()
    return (found["rest"],) if _PREDICATION.fullmatch(found["rest"]) else ()


def describes_next(clause: Clause, group: Group) -> bool:
    """Whether a hyphen and a participle make of a name what describes the next ("Microsoft-backed OpenAI")."""
    return group.last < len(clause.tokens) and _DESCRIBING.fullmatch(clause.tokens[group.last].low) is not None


def owns_next(clause: Clause, index: int) -> bool:
    """Whether a group is the maker of the thing in the next group ("OpenAI's new model o3")."""
    if clause.language != "en" or index + 1 >= len(clause.groups):
        return False
    maker, thing = clause.groups[index : index + 2]
    described = clause.tokens[maker.last + 1 : thing.first]
    return (
        clause.tokens[maker.last].low in ("'s", "'")
        and len(described) <= BETWEEN
        and all(token.tag in ("ADJ", "NOUN", "NUM", "PROPN") for token in described)
        and bool({ORGANIZATION, PERSON} & set(maker.arguments[-1].kinds))
        and is_artefact(thing.arguments[0])
    )


def listed(clause: Clause, group: Group) -> tuple[Argument, ...]:
    """The members of a list of things, with those that its makers part from the first."""
    members = group.arguments
    if not is_artefact(members[0]):
        return members
    groups = clause.groups
    index = next((number for number, other in enumerate(groups) if other.start == group.start), None)
    if index is not None and len(members) > 1 and owns_next(clause, index):
        members, index = (*members[:-1], *groups[index + 1].arguments), index + 1
    while index is not None:
        index = _next_member(clause, index) or _repeated(clause, group, index)
        if index is not None:
            members += groups[index].arguments
    return members


def whole_list(clause: Clause, found: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The objects of a verb, with those of their list that a maker parts from them."""
    group = next((group for group in clause.groups if found and group.arguments == found), None)
    return listed(clause, group) if group is not None else found


def owner_alone(clause: Clause, index: int) -> bool:
    """Whether a group is a maker's name and nothing else, so that what is said is said of its thing behind."""
    return owns_next(clause, index) and len(clause.groups[index].arguments) == 1


def _repeated(clause: Clause, first: Group, index: int) -> int | None:
    """The next group, when it goes on the list behind the preposition of the list's first member."""
    groups = clause.groups
    if index + 1 >= len(groups) or groups[index + 1].arguments[0].kinds[0] not in _alike(first):
        return None
    words = clause.between(groups[index].arguments[-1].end, groups[index + 1].start)
    found = _REPEATED[clause.language].fullmatch(words)
    before = {token.low for token in clause.tokens[max(first.first - 2, 0) : first.first]}
    return index + 1 if found and found["preposition"] in before else None


def _alike(group: Group) -> frozenset[str]:
    kinds = {kind for one in group.arguments for kind in one.kinds[:1]}
    return frozenset(kinds | ({"Product", "Framework", ORGANIZATION} if kinds & {"Product", "Framework"} else set()))


def _next_member(clause: Clause, index: int) -> int | None:
    """The group that goes on the list behind a maker's name; None when the list ends."""
    groups = clause.groups
    if index + 2 >= len(groups):
        return None
    group, maker, thing = groups[index : index + 3]
    if len(maker.arguments) > 1 or maker.arguments[0].kinds[0] != ORGANIZATION or not is_artefact(thing.arguments[0]):
        return None
    before, after = clause.between(group.end, maker.start), clause.between(maker.end, thing.start)
    if owns_next(clause, index + 1):
        return index + 2 if _OWNER_LEADS.fullmatch(before) else None
    return index + 2 if _OWNER_FOLLOWS.fullmatch(before) and _GOES_ON.fullmatch(after) else None
