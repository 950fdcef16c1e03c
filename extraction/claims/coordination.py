"""Which names of a clause are of one list ("A, B et C"), and so say one thing of each."""

import re
from collections.abc import Sequence

from extraction.claims.clause import Argument, Clause, Group, Token

_JOIN = re.compile(
    r"(?:,|/|&|\+|et|and|ou|or|, et|, and|, or|, ou|ainsi que|, ainsi que|as well as|, as well as|puis|, puis|"
    r"mais aussi|"
    r"and also|et aussi|et de|et d'|et de l'|et de la|et du|et des|"
    r"et l'|et la|et le|et les|and the|, la|, le|, the|et à|plus|et avec|and with)"
)
"""What may stand between two coordinated names, lower case, words joined by one space."""
_ASIDE = re.compile(r"^\( [^()§]{1,30} \)")
"""A short bracket behind a coordinated name: "Clément Delangue (CEO), Julien Chaumond (CTO)"."""
_QUOTES = set("\"'«»“”‘’*_`")


def group_names(clause: Clause) -> Clause:
    """The clause with its coordinated names found."""
    clause.groups.extend(_groups(clause))
    return clause


def _groups(clause: Clause) -> list[Group]:
    tokens = clause.tokens
    groups: list[Group] = []
    current: list[int] = []
    for token in tokens:
        if token.name < 0:
            continue
        if (
            current
            and _coordinated(tokens, current[-1], token.index, clause)
            and not _new_clause(tokens, current, token.index)
        ):
            current.append(token.index)
            continue
        if current:
            groups.append(_group(clause, current))
        current = [token.index]
    if current:
        groups.append(_group(clause, current))
    return groups


def _coordinated(tokens: Sequence[Token], left: int, right: int, clause: Clause) -> bool:
    between = " ".join(token.low for token in tokens[left + 1 : right] if token.low not in _QUOTES)
    between = _ASIDE.sub("", between).strip().replace("' ", "'")
    if not _JOIN.fullmatch(between):
        return False
    first, second = clause.arguments[tokens[left].name], clause.arguments[tokens[right].name]
    if first.kinds[0] != second.kinds[0] and _owns_a_name(tokens, right):
        return False  # a maker before the next thing: "o3-mini and DeepSeek's R1"
    if between == "," and second.kinds[0] == "Organization" and _both_artefacts(first, first):
        following = tokens[right + 1] if right + 1 < len(tokens) else None
        if following is not None and following.low in ("'s", "'"):
            return False  # whose the thing is: "Mixtral 8x22B, Mistral's latest model"
    parties = {first.kinds[0], second.kinds[0]} == {"Organization", "Person"} and between in ("and", "et")
    return parties or bool(set(first.kinds) & set(second.kinds)) or _both_artefacts(first, second)


def _owns_a_name(tokens: Sequence[Token], index: int) -> bool:
    if index + 1 >= len(tokens) or tokens[index + 1].low not in ("'s", "'"):
        return False
    owned = next((token for token in tokens[index + 2 : index + 6] if token.tag not in ("NOUN", "ADJ", "NUM")), None)
    return owned is not None and owned.name >= 0


def _new_clause(tokens: Sequence[Token], current: Sequence[int], right: int) -> bool:
    """Whether a bare comma before a name ends a fronted phrase ("Basé sur X, Y fait ...") and is no list's.

    It does when a finite verb follows the name and the list has no "and", or already had its last member.
    """
    if "".join(token.low for token in tokens[current[-1] + 1 : right]) != ",":
        return False
    following = tokens[right + 1] if right + 1 < len(tokens) else None
    if (
        following is None
        or following.name >= 0
        or (following.tag not in ("VERB", "AUX") and following.low not in _CLITICS)
    ):
        return False
    joined = any(tokens[index].low in ("et", "and", "ou", "or", "&") for index in range(current[0], current[-1]))
    fronted = current[0] > 0
    return fronted or joined


_CLITICS = frozenset({"ne", "n'", "se", "s'", "en", "y", "l'"})


def _both_artefacts(first: Argument, second: Argument) -> bool:
    people = {"Organization", "Person", "Place", "Event", "Regulation"}
    return first.kinds[0] not in people and second.kinds[0] not in people


def _group(clause: Clause, members: Sequence[int]) -> Group:
    arguments = tuple(clause.arguments[clause.tokens[index].name] for index in members)
    return Group(members[0], members[-1] + 1, arguments)
