"""Which groups name something, and of what kind: by the catalogue where it knows them, else by what the text shows.

What the catalogue does not know must earn its place by its shape, by words beside it, or by coming again.
"""

import re
from collections.abc import Mapping, Sequence

from extraction.catalogue import Catalogue, CatalogueEntity
from extraction.linking import Setting, link, surroundings
from extraction.mentions.groups import Group, tokens_of
from extraction.mentions.kinds import PERSON_SHAPE, before_size
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Known, Line
from extraction.mentions.namesakes import is_meant
from extraction.mentions.tokens import Shape, Token
from extraction.mentions.votes import Votes, decide
from graph.records import Kind

ACCEPT = 3.0
"""Points that an unknown name needs; chosen by measuring on development documents."""
_MOST_FROM_VOTES = 4.0
_UNLIKE_A_PERSON = 2.0
"""What cues for a person lose where the words are not those of a personal name."""
_V = re.compile(r"\bv(?=\d)")
_BARE_SIZE = re.compile(r"\d+(?:\.\d+)?[bt](?:-a\d+(?:\.\d+)?b)?")
_ARTICLES = frozenset({"le", "la", "les", "un", "une", "des", "du", "au", "aux"})
_ORDINARY_OPENING = -2.0
"""What a common word has that only ever opens sentences or stands in titles."""
_VERSION = 6.0
"""A version is of the kind of what it is a version of."""
_OTHER_KIND = 4.0
"""Lead from which the text makes a known entity another of its possible kinds."""


def link_known(
    groups: Mapping[str, Group],
    lines: Sequence[Line],
    lexicon: NameLexicon,
    text: str,
    contexts: Mapping[str, Mapping[str, float]],
) -> None:
    """Link what the catalogue knows, with the certain entities of the document as support for weak names.

    Args:
        groups: By form.
        lines: Of the text.
        lexicon: Of its language.
        text: Clean text.
        contexts: The chance of each kind for the weak names among the forms.
    """
    matches = {key: group.matches() for key, group in groups.items()}
    certain = [one.entity for found in matches.values() for one in found if not one.weak and one.exact_case]
    present, related = surroundings(certain)
    for key, group in groups.items():
        if not matches[key]:
            continue
        ordinary = lexicon.is_ordinary(group.surface) or len(group.surface) == 1
        setting = Setting(present, related, group.votes, ordinary, _uncertain(group, lines), contexts.get(key, {}))
        found = link(matches[key], setting)
        if found is not None and is_meant(found.entity, matches[key], group, lines, text):
            group.entity = _as_told(found.entity, group.votes)
            group.kind, group.name = group.entity.kind, group.entity.name


def _as_told(entity: CatalogueEntity, votes: Votes) -> CatalogueEntity:
    """The entity, as another of its possible kinds where the text says so clearly."""
    kind, _ = decide(votes)
    if kind is not None and kind in entity.also and votes[kind] >= votes[entity.kind] + _OTHER_KIND:
        return entity.as_kind(Kind(kind))
    return entity


def _uncertain(group: Group, lines: Sequence[Line]) -> bool:
    """Whether no occurrence has a capital that means something."""
    return all(lines[one.line].title_case or one.opening or one.surface.islower() for one in group.members)


def judge_unknown(
    groups: Mapping[str, Group], lines: Sequence[Line], lexicon: NameLexicon, catalogue: Catalogue
) -> None:
    """Accept or leave what the catalogue does not know, and give it a kind."""
    families = {before_size(group.surface).casefold() for group in groups.values()}  # "Zorba" beside "Zorba-7B"
    for group in groups.values():
        if group.entity is not None:
            continue
        if group.surface.casefold() in families:
            group.votes["Model"] += _VERSION
        longer = next((one for one in group.members if one.base is not None), None)
        if longer is not None and longer.base is not None:
            known = _same_version(group.surface, catalogue) if longer.extends == "version" else None
            if known is not None:
                group.entity, group.kind, group.name = known, known.kind, known.name
                continue
            _from_base(group, longer.base, longer.extends)
        low = group.surface.casefold()
        if _is_no_name(low, lexicon):
            continue
        if all(one.known is not None for one in group.members) and not group.votes:
            continue
        if group.votes.get("Person") == PERSON_SHAPE and all(lines[one.line].title_case for one in group.members):
            group.votes["Person"] = 0.0
        if group.votes.get("Person") and _is_unlike_a_person(group, lines, lexicon):
            group.votes["Person"] -= _UNLIKE_A_PERSON
            if group.context.best() == group.context["Person"] > 0:
                continue
        kind = group.likely_kind()
        if len(low) == 1 and kind not in {match.entity.kind for match in group.matches()} | _also(group):
            continue
        group.strength += _shape_points(group, lines, lexicon) + min(group.votes.best(), _MOST_FROM_VOTES)
        if group.strength >= ACCEPT:
            group.kind, group.name = kind or "Organization", group.surface


def _also(group: Group) -> set[str]:
    """The other kinds that what the catalogue knows by this name may be of."""
    return {str(kind) for match in group.matches() for kind in match.entity.also}


def _is_unlike_a_person(group: Group, lines: Sequence[Line], lexicon: NameLexicon) -> bool:
    """Whether several words, none a first name, are common ones, have capitals inside, or follow a French article."""
    tokens = tokens_of(group.members[0], lines)
    if len(tokens) == 1 or any(token.low in lexicon.first_names for token in tokens):
        return False
    if any(token.shape in (Shape.MIXED, Shape.CODE, Shape.NUMBER) or _is_common(token, lexicon) for token in tokens):
        return True
    before = [lines[one.line].tokens[one.first - 1].low for one in group.members if one.first]
    return lexicon.language == "fr" and any(word in _ARTICLES for word in before)


def _same_version(surface: str, catalogue: Catalogue) -> CatalogueEntity | None:
    """The known version that is written otherwise: "Claude 3.0", "Llama v2", "Claude 3.5 sonnet"."""
    words = _V.sub("", surface).removesuffix(".0").split()
    orders = [words, [words[0], words[2], words[1]]] if len(words) == 3 else [words]
    found = (catalogue.by_name(" ".join(order)) for order in orders)
    return next((entity for entity in found if entity is not None), None)


def _is_no_name(low: str, lexicon: NameLexicon) -> bool:
    """Whether the words, in lower case, are a generic phrase, a heading, a date, a size, a head noun or legal form."""
    if _BARE_SIZE.fullmatch(low) or lexicon.is_generic(low) or all(lexicon.is_generic(word) for word in low.split()):
        return True
    return low in lexicon.headings or low in lexicon.calendar or low in lexicon.heads or low in lexicon.legal


def _from_base(group: Group, known: Known, extends: str) -> None:
    """What a name gets from the known name inside it."""
    strong = [match.entity.kind for match in known.matches if not match.weak]
    kind = (strong or [match.entity.kind for match in known.matches])[0]
    group.votes["Person"] = 0.0
    if extends == "version":
        group.votes[kind] += _VERSION
    elif extends == "place":
        group.votes["Organization"] += 1.0
    elif kind == "Organization":
        group.votes["Product"] += 1.0
        group.strength += 1.0
    elif kind != "Place":
        group.votes["Product" if kind == "Model" else kind] += 1.5


def _is_common(token: Token, lexicon: NameLexicon) -> bool:
    return lexicon.is_common(token.text) or lexicon.is_generic(token.text)


def _shape_points(group: Group, lines: Sequence[Line], lexicon: NameLexicon) -> float:
    """How much a form looks like a name, in points, at its best occurrence."""
    best = 0.0
    for one in group.members:
        tokens = tokens_of(one, lines)
        ordinary = [_is_common(token, lexicon) for token in tokens]
        if any(token.shape in (Shape.MIXED, Shape.CODE) for token in tokens):
            points = 2.0
        elif len(tokens) > 1:
            points = 1.0 if all(ordinary) else 2.0
        elif tokens[0].shape is Shape.UPPER:
            points = 0.5
        else:
            points = 0.0 if lexicon.is_ordinary(tokens[0].text) else 1.5
        uncertain = lines[one.line].title_case or one.opening
        best = max(best, points - 0.5 if uncertain else points)
    words = [tokens_of(one, lines) for one in group.members]
    lone = all(len(word) == 1 and word[0].shape is Shape.CAPITAL for word in words)
    if lone and _uncertain(group, lines) and lexicon.is_ordinary(group.surface):
        return _ORDINARY_OPENING
    return best + min(0.25 * (len(group.members) - 1), 0.5)
