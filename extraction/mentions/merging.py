"""One entity for all forms of a name: acronyms in brackets, surnames, short forms, handles, editions.

Only what the text itself shows to be one is brought together; versions stay apart.
"""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import OSA

from extraction.catalogue import Catalogue
from extraction.mentions.acronyms import join_bracketed, join_initials
from extraction.mentions.candidates import Candidate
from extraction.mentions.forms import digits, first_name_of, key_of, longer_names, surname_of, undated
from extraction.mentions.groups import Group, absorb
from extraction.mentions.judging import ACCEPT
from extraction.mentions.kinds import MADE
from extraction.mentions.lexicon import NameLexicon

_SHORTEST_TYPO = 8
"""Letters from which on one wrong letter does not make another name; chosen by hand."""
_FEWEST_WORDS = 3
"""Words from which on their order does not make another name; chosen by hand."""
_SHORTEST_PERSON = 10
"""Letters of a person's whole name from which on one wrong letter does not make another; chosen by hand."""
_ZERO = re.compile(r"\d\.0$")
_HANDLE_TAIL = re.compile(r"(?:[_-]?(?:ai|hq|app|dev|devs|labs?|official|project|team|inc)){1,2}$", re.IGNORECASE)
"""What accounts add to the name of whose they are ("@LangChainAI", "@vllm_project")."""
_NEVER_SHORT = frozenset({"Person", "Place", "Publication"})
"""Kinds whose names are not shortened to their first or last word, surnames apart."""


def merge(
    candidates: Sequence[Candidate],
    groups: Mapping[str, Group],
    text: str,
    lexicon: NameLexicon,
    catalogue: Catalogue,
) -> None:
    """Give groups that name one thing the same name, kind and entity."""
    join_bracketed(candidates, groups, text)
    join_initials(groups, lexicon)
    _editions(groups)
    _point_zero(groups)
    _versions_meant(groups)
    _named_before(groups)
    _handles(groups, text, catalogue)
    accepted = {group.name: group for group in groups.values() if group.kind is not None}
    by_words = {
        tuple(sorted(words)): group for group in accepted.values() if len(words := group.key_words()) >= _FEWEST_WORDS
    }
    for group in groups.values():
        surface = group.surface
        if group.entity is not None or lexicon.is_generic(surface):
            continue
        if surface.casefold() in lexicon.headings or surface.casefold() in lexicon.function:
            continue
        into = _ending_in(group, accepted) if " " in surface else _short_for(group, accepted, lexicon)
        into = into or _reordered(group, by_words) or _misspelt(group, accepted) or _misspelt_person(group, accepted)
        if into is not None:
            absorb(into, group)


def _short_for(group: Group, accepted: Mapping[str, Group], lexicon: NameLexicon) -> Group | None:
    """The name that a single word shortens: a person's, or a thing's of which it is the beginning or the end."""
    surface = group.surface
    persons = {name: one for name, one in accepted.items() if one.kind == "Person" and " " in name}
    full = surname_of(surface, persons) or first_name_of(surface, persons)
    if full is not None and not (lexicon.is_ordinary(surface) and all(one.opening for one in group.members)):
        return persons[full]
    longer = [accepted[name] for name in longer_names(surface, accepted) if accepted[name] is not group]
    if (
        (lexicon.is_common(surface) and group.kind is None)
        or len({one.name for one in longer}) != 1
        or longer[0].kind in _NEVER_SHORT
    ):
        return None
    made = any(one.base is not None and one.extends == "words" for one in longer[0].members)  # "Luma Uni-1"
    ends = made and longer[0].name.casefold().endswith(f" {surface}".casefold())
    fits = group.kind in (None, longer[0].kind) or group.strength < ACCEPT + 1 or ends
    return longer[0] if fits else None


def _ending_in(group: Group, accepted: Mapping[str, Group]) -> Group | None:
    """The longer name that ends in several words: a person's, that of a product with its maker, of a version."""
    persons = {name: one for name, one in accepted.items() if one.kind == "Person" and one is not group}
    if group.kind == "Person" and (full := surname_of(group.surface, persons)):
        return persons[full]
    if group.kind is None:
        return None
    ending = f" {group.surface}".casefold()
    for name, longer in accepted.items():
        base = next((one.base for one in longer.members if one.extends in ("words", "version")), None)
        if base is not None and name.casefold().endswith(ending) and longer.kind == group.kind:
            return longer
    return None


def _reordered(group: Group, by_words: Mapping[tuple[str, ...], Group]) -> Group | None:
    """The name of the same words in another order ("Stable Diffusion Turbo XL")."""
    alike = by_words.get(tuple(sorted(group.key_words())))
    return alike if alike is not None and alike is not group and group.kind in (None, alike.kind) else None


def _misspelt(group: Group, accepted: Mapping[str, Group]) -> Group | None:
    """The known name from which an unknown form differs by one letter ("Hugginface")."""
    form = group.key
    if len(form) < _SHORTEST_TYPO or digits(form):
        return None
    for full in accepted.values():
        if full.entity is not None and full.key[0] == form[0] and OSA.distance(full.key, form, score_cutoff=1) == 1:
            plural = {full.key, form} == {full.key, full.key + "s"}
            return None if plural and full.kind == "Organization" else full
    return None


def _misspelt_person(group: Group, accepted: Mapping[str, Group]) -> Group | None:
    """The person told before of whose whole name one letter is another or left out ("Graham Beubig")."""
    if group.kind != "Person" or " " not in group.surface or len(group.key) < _SHORTEST_PERSON:
        return None
    for full in accepted.values():
        before = full.kind == "Person" and full.members[0].start < group.members[0].start
        words, own = full.name.split(), group.surface.split()
        alike = len(words) == len(own) and any(one == other for one, other in zip(words, own, strict=True))
        if before and alike and OSA.distance(full.key, group.key, score_cutoff=1) == 1:
            return full
    return None


def _point_zero(groups: Mapping[str, Group]) -> None:
    """Bring a version and its ".0" together: "Fugu v2" is Fugu v2.0 where the document tells of both."""
    whole = {
        (group.name.removesuffix(".0"), group.kind): group for group in groups.values() if _ZERO.search(group.name)
    }
    for group in groups.values():
        other = whole.get((group.name, group.kind))
        if other is not None and None in (other.entity, group.entity):
            absorb(other, group)


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


def _versions_meant(groups: Mapping[str, Group]) -> None:
    """Take a model's short name for its only version in the document: "Opus" is Claude 3 Opus there."""
    models = {group.name: group for group in groups.values() if group.kind == "Model" and digits(group.name)}
    for group in groups.values():
        surface = group.surface
        short = group.kind == "Model" and " " not in surface and not digits(surface) and surface != group.name
        if group.entity is None or not short:
            continue
        full = [
            name for name in longer_names(surface, models, versions=True) if name.split()[0] == group.name.split()[0]
        ]
        if len(full) == 1:
            absorb(models[full[0]], group)


def _named_before(groups: Mapping[str, Group]) -> None:
    """Take a short name for what the document has named in full: "Copilot" is GitHub Copilot behind "GitHub Copilot".

    The catalogue knows the short form as another thing's, which the document never names in full; beside "Microsoft 365
    Copilot" it stays Microsoft's own.
    """
    full = {group.name: group for group in groups.values() if group.kind in MADE and " " in group.surface}
    in_full = {group.name for group in groups.values() if key_of(group.surface) == key_of(group.name)}
    for group in groups.values():
        if group.entity is None or group.kind not in MADE or group.name in in_full:
            continue
        longer = {
            one.name: one
            for one in full.values()
            if one.name.split()[0] != group.name.split()[0]
            and longer_names(group.surface, (member.surface for member in one.members), versions=True)
            and one.members[0].start < group.members[0].start
        }
        if len(longer) == 1:
            absorb(next(iter(longer.values())), group)


def _handles(groups: Mapping[str, Group], text: str, catalogue: Catalogue) -> None:
    """Take an account for what it is named after: "@LangChainAI" is LangChain."""
    for group in groups.values():
        first = group.members[0]
        if group.entity is not None or text[max(first.start - 1, 0)] != "@":
            continue
        known = catalogue.by_name(_HANDLE_TAIL.sub("", group.surface))
        if known is not None:
            group.entity, group.kind, group.name = known, known.kind, known.name
