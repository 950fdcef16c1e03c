"""One entity for all forms of a name: acronyms in brackets, surnames, short forms, members of a series.

Only what the text itself shows to be one is brought together; versions stay apart.
"""

import re
from collections.abc import Mapping, Sequence

from extraction.catalogue import Catalogue
from extraction.mentions.candidates import Candidate
from extraction.mentions.forms import (
    acronym_after,
    digits,
    first_name_of,
    key_of,
    longer_names,
    stands_for,
    surname_of,
    undated,
)
from extraction.mentions.groups import Group, listed_together, tokens_of
from extraction.mentions.judging import ACCEPT
from extraction.mentions.lexicon import NameLexicon
from extraction.mentions.lines import Line
from extraction.mentions.tokens import Shape

_NUMBER_FIRST = re.compile(r"\d+\.\d+ \w+")
"""A version and a variant without their family ("2.5 Flash")."""
_MEMBER_NOUNS = frozenset(
    ("versions", "version", "variants", "variantes", "modèles", "models", "tailles", "sizes", "déclinaisons", "formats")
)
"""Nouns between a family's name and its members' short names."""


def merge(groups: Mapping[str, Group], text: str, lexicon: NameLexicon) -> None:
    """Give groups that name one thing the same name, kind and entity."""
    _acronyms(groups, text)
    _editions(groups)
    accepted = {group.name: group for group in groups.values() if group.kind is not None}
    persons = {name: group for name, group in accepted.items() if group.kind == "Person" and " " in name}
    for group in groups.values():
        surface = group.surface
        if group.entity is not None or lexicon.is_generic(surface):
            continue
        if " " in surface:
            _after_maker(group, accepted)
            continue
        if surface.casefold() in lexicon.headings or surface.casefold() in lexicon.function:
            continue
        full = surname_of(surface, persons) or first_name_of(surface, persons)
        if full is not None:
            absorb(persons[full], group)
            continue
        longer = [accepted[name] for name in longer_names(surface, accepted) if accepted[name] is not group]
        if len({one.name for one in longer}) == 1 and _may_be_short_for(group, longer[0]):
            absorb(longer[0], group)


def _after_maker(group: Group, accepted: Mapping[str, Group]) -> None:
    """Join a product with and without its maker: "Microsoft Business Chat", "Business Chat"."""
    ending = f" {group.surface}".casefold()
    for name, full in accepted.items():
        base = next((one.base for one in full.members if one.extends == "words"), None)
        if group.kind is not None and base is not None and name.casefold().endswith(ending) and full.kind == group.kind:
            absorb(full, group)


def _editions(groups: Mapping[str, Group]) -> None:
    """Bring an event and its only edition in the document together: "WWDC" is WWDC 2025 there."""
    dated: dict[str, dict[str, Group]] = {}
    for group in groups.values():
        if group.kind in ("Event", "Publication") and undated(group.name) != group.name:
            dated.setdefault(key_of(undated(group.name)), {})[group.name] = group
    for group in groups.values():
        editions = dated.get(key_of(group.name), {})
        if group.kind in ("Event", "Publication") and len(editions) == 1:
            absorb(next(iter(editions.values())), group)


def _may_be_short_for(short: Group, full: Group) -> bool:
    if full.kind in ("Person", "Place"):
        return False
    return short.kind in (None, full.kind) or short.strength < ACCEPT + 1


def absorb(into: Group, other: Group) -> None:
    """Make a group name what another one names."""
    other.entity, other.kind, other.name = into.entity, into.kind, into.name


def _acronyms(groups: Mapping[str, Group], text: str) -> None:
    for group in list(groups.values()):
        for one in group.members:
            span = acronym_after(text, one.end)
            if span is None:
                continue
            other = groups.get(key_of(text[slice(*span)]))
            if other is not None and other is not group and _is_acronym(text[slice(*span)], one.surface):
                _unite(group, other)


def _is_acronym(short: str, full: str) -> bool:
    return stands_for(short, full) or stands_for(full, short)


def _unite(full: Group, short: Group) -> None:
    """One entity for a name and its acronym; what is known wins."""
    if full.entity is not None and short.entity is not None:
        return
    if full.kind is None and short.kind is None:
        return
    known_short = short.entity is not None and full.entity is None
    into, other = (short, full) if known_short or full.kind is None else (full, short)
    absorb(into, other)


def complete_series(
    candidates: Sequence[Candidate],
    groups: Mapping[str, Group],
    lines: Sequence[Line],
    catalogue: Catalogue,
    lexicon: NameLexicon,
    text: str,
) -> None:
    """Give members of a series their whole name: "Gemini 2.5 Pro et Flash", "Llama 4: Scout et Maverick"."""
    family: Candidate | None = None
    member: str | None = None
    for one, after in zip(candidates, [*candidates[1:], None], strict=True):
        group = groups[key_of(one.surface)]
        if group.kind == "Model" and not _is_short(one, groups, lexicon):
            family, member = one, None
            continue
        if family is None or lines[one.line].item != lines[family.line].item:
            continue
        if not _is_short(one, groups, lexicon):
            continue
        whole = _whole_name(one, family, member, candidates, groups, lines, catalogue, lexicon, text, after)
        if whole is not None:
            _name_whole(group, whole, catalogue)
            member = one.surface


def _is_short(one: Candidate, groups: Mapping[str, Group], lexicon: NameLexicon) -> bool:
    group = groups[key_of(one.surface)]
    if _NUMBER_FIRST.fullmatch(one.surface):
        return group.entity is None
    single = " " not in one.surface and not any(char.isdigit() for char in one.surface)
    if lexicon.is_generic(one.surface) or one.surface.casefold() in lexicon.heads:
        return False
    return single and group.entity is None and (group.kind in (None, "Model") or group.strength < ACCEPT + 2)


def _whole_name(
    one: Candidate,
    family: Candidate,
    member: str | None,
    candidates: Sequence[Candidate],
    groups: Mapping[str, Group],
    lines: Sequence[Line],
    catalogue: Catalogue,
    lexicon: NameLexicon,
    text: str,
    after: Candidate | None,
) -> str | None:
    base = groups[key_of(family.surface)].name
    first, _, last = base.rpartition(" ")
    stem = first if first and last.casefold() in lexicon.variants and not digits(last) else base
    if _NUMBER_FIRST.fullmatch(one.surface):
        root = re.split(r"[ -]?\d", base)[0]
        return f"{root} {one.surface}" if root != base or not digits(base) else None
    whole = f"{stem} {one.surface}"
    if catalogue.by_name(whole, "Model") is not None or catalogue.by_name(f"{one.surface} {stem}", "Model") is not None:
        return whole
    token = tokens_of(one, lines)[0]
    if one.line != family.line or token.shape is not Shape.CAPITAL:
        return None
    is_variant = one.surface.casefold() in lexicon.variants
    between = set(text[family.end : one.start].casefold().split())
    if is_variant and between & _MEMBER_NOUNS:
        return whole
    return whole if is_variant and (stem != base or member is not None or listed_together(family, one, text)) else None


def _name_whole(group: Group, whole: str, catalogue: Catalogue) -> None:
    known = catalogue.by_name(whole, "Model")
    group.entity, group.kind, group.name = known, "Model", known.name if known else whole
