"""One entity for all forms of a name: acronyms in brackets, surnames, short forms, editions.

Only what the text itself shows to be one is brought together; versions stay apart.
"""

from collections.abc import Mapping

from extraction.mentions.forms import (
    acronym_after,
    first_name_of,
    key_of,
    longer_names,
    stands_for,
    surname_of,
    undated,
)
from extraction.mentions.groups import Group
from extraction.mentions.judging import ACCEPT
from extraction.mentions.lexicon import NameLexicon


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
        if lexicon.is_common(surface):
            continue
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
    if full.kind in ("Person", "Place", "Publication"):
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
