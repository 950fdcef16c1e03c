"""Names of a digest: candidates, votes for their kinds, links to the catalogue, one entity for all forms of a name.

Votes are pooled over the document, because one sentence says "the startup X" and ten others only "X". What the
catalogue does not know must earn its place by its shape, by words beside it, or by coming again.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.catalogue import Catalogue, CatalogueEntity, Match, load_catalogue
from extraction.document import DigestText, Name, NamedEntity, Sentence
from extraction.linking import Setting, link, surroundings
from extraction.mentions.candidates import Candidate, find_candidates
from extraction.mentions.cues import cues
from extraction.mentions.forms import acronym_after, key_of, longer_names, stands_for, surname_of
from extraction.mentions.kinds import BASE, form_votes
from extraction.mentions.lexicon import NameLexicon, load_lexicon
from extraction.mentions.lines import Known, Line, read_lines
from extraction.mentions.tokens import Shape
from extraction.mentions.votes import Votes, decide
from graph.records import Kind

ACCEPT = 3.0
"""Points that an unknown name needs; chosen by measuring on development documents."""
_LISTED = 1.5
"""What a name gets from the kind of its neighbour in a list."""


@dataclass
class Group:
    """All candidates of one form, while it is decided what they name."""

    key: str
    members: list[Candidate] = field(default_factory=list)
    votes: Votes = field(default_factory=Votes)
    strength: float = 0.0
    entity: CatalogueEntity | None = None
    kind: str | None = None
    name: str = ""


def find_names(
    digest: DigestText, sentences: Sequence[Sentence], *, catalogue: Catalogue | None = None
) -> tuple[tuple[NamedEntity, ...], tuple[Name, ...]]:
    """The entities that a digest names, and every place where it does; spans are of the clean text.

    The catalogue is the shipped one when none is given. Names come in reading order and never overlap; `Name.entity` indexes the entities, which come in the order in
    which they are first named.
    """
    lexicon = load_lexicon(digest.language)
    catalogue = catalogue or load_catalogue()
    lines = read_lines(digest, tuple(sentences), catalogue, lexicon)
    candidates = [
        one for number, line in enumerate(lines) for one in find_candidates(digest.text, number, line, lexicon)
    ]
    groups = _grouped(digest.text, candidates, lines, lexicon)
    _share_lists(candidates, groups, lines, digest.text)
    _link(groups, lines, lexicon)
    _decide_unknown(groups, lines, lexicon)
    _merge(groups, digest.text)
    return _result(groups, lines)


def _grouped(text: str, candidates: list[Candidate], lines: list[Line], lexicon: NameLexicon) -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for candidate in candidates:
        key = key_of(candidate.surface)
        group = groups.setdefault(key, Group(key))
        line = lines[candidate.line]
        if not group.members:
            group.votes.add(
                form_votes(candidate.surface, line.tokens[candidate.first : candidate.last + 1], lexicon).items()
            )
        group.members.append(candidate)
        group.votes.add(cues(line, candidate, lexicon).items())
    return groups


def _share_lists(candidates: list[Candidate], groups: dict[str, Group], lines: list[Line], text: str) -> None:
    """Give neighbours in a list ("A, B et C") a part of each other's kind."""
    shared: dict[str, Votes] = {}
    for left, right in itertools.pairwise(candidates):
        if left.line != right.line:
            continue
        between = text[left.end : right.start].strip().casefold()
        if between not in (",", "and", "et", "ou", "or", "&", ", and", ", et", "/", ", or"):
            continue
        for one, other in ((left, right), (right, left)):
            kind = _likely(groups[key_of(other.surface)])
            if kind is not None:
                shared.setdefault(key_of(one.surface), Votes())[kind] += _LISTED
    for key, votes in shared.items():
        for kind, points in votes.items():
            groups[key].votes[kind] += min(points, 2 * _LISTED)


def _likely(group: Group) -> str | None:
    for member in group.members:
        if member.known is not None:
            strong = {match.entity.kind for match in member.known.matches if not match.weak}
            if len(strong) == 1:
                return strong.pop()
    kind, lead = decide(group.votes)
    return kind if lead >= 2 else None


def _link(groups: dict[str, Group], lines: list[Line], lexicon: NameLexicon) -> None:
    """Link what the catalogue knows, strong names first, so that they can support the weak ones."""
    matches = {key: _matches(group) for key, group in groups.items()}
    certain = [one.entity for found in matches.values() for one in found if not one.weak and one.exact_case]
    present, related = surroundings(certain)
    for key, group in groups.items():
        if not matches[key]:
            continue
        surface = group.members[0].surface
        setting = Setting(
            present, related, group.votes, lexicon.is_ordinary(surface), _uncertain(group, lines, lexicon)
        )
        if (found := link(matches[key], setting)) is not None:
            group.entity = _as_told(found.entity, group.votes)
            group.kind, group.name = group.entity.kind, group.entity.name


def _as_told(entity: CatalogueEntity, votes: Votes) -> CatalogueEntity:
    """The entity, as another of its possible kinds where the text says so clearly."""
    kind, _ = decide(votes)
    if kind is not None and kind in entity.also and votes[kind] >= votes[entity.kind] + 4:
        return entity.as_kind(Kind(kind))
    return entity


def _matches(group: Group) -> list[Match]:
    found: dict[tuple[str, bool], Match] = {}
    for member in group.members:
        for match in member.known.matches if member.known else ():
            held = found.get((match.entity.id, match.weak))
            if held is None or (match.exact_case and not held.exact_case):
                found[match.entity.id, match.weak] = match
    return list(found.values())


def _uncertain(group: Group, lines: list[Line], lexicon: NameLexicon) -> bool:
    """Whether no occurrence has a capital that means something."""
    return all(lines[one.line].title_case or one.opening or one.surface.islower() for one in group.members)


def _decide_unknown(groups: dict[str, Group], lines: list[Line], lexicon: NameLexicon) -> None:
    for group in groups.values():
        if group.entity is not None:
            continue
        longer = next((one for one in group.members if one.base is not None), None)
        if longer is not None and longer.base is not None:
            _from_base(group, longer.base, longer.extends)
        if all(one.known is not None for one in group.members) and not group.votes:
            continue
        surface = group.members[0].surface
        if (
            lexicon.is_generic(surface)
            or surface.casefold() in lexicon.headings
            or surface.casefold() in lexicon.calendar
        ):
            continue
        kind, _lead = decide(group.votes)
        group.strength = _strength(group, lines, lexicon) + min(group.votes.best(), 4.0)
        if group.strength >= ACCEPT:
            group.kind = kind or "Organization"
            group.name = Counter(one.surface for one in group.members).most_common(1)[0][0]


def _from_base(group: Group, known: Known, extends: str) -> None:
    """What a name gets from the known name inside it."""
    kinds = [match.entity.kind for match in known.matches if not match.weak] or [
        match.entity.kind for match in known.matches
    ]
    kind = kinds[0]
    group.votes["Person"] = 0.0
    if extends == "version":
        group.votes[kind] += BASE
    elif extends == "place":
        group.votes["Organization"] += 1.0
    elif kind == "Organization":
        group.votes["Product"] += 1.0
        group.strength += 1.0
    elif kind != "Place":
        group.votes["Product" if kind == "Model" else kind] += 1.5


def _strength(group: Group, lines: list[Line], lexicon: NameLexicon) -> float:
    """How much a form looks like a name, in points."""
    best = 0.0
    for one in group.members:
        line = lines[one.line]
        tokens = line.tokens[one.first : one.last + 1]
        ordinary = [lexicon.is_ordinary(token.text) or lexicon.is_generic(token.text) for token in tokens]
        certain = not (line.title_case or one.opening)
        if any(token.shape in (Shape.MIXED, Shape.CODE) for token in tokens):
            points = 2.0
        elif len(tokens) > 1:
            points = 1.0 if all(ordinary) else 2.0
        elif tokens[0].shape is Shape.UPPER:
            points = 0.5
        else:
            points = 0.0 if ordinary[0] else 1.5
        best = max(best, points if certain else points - 0.5)
    return best + min(0.25 * (len(group.members) - 1), 0.5) + group.strength


def _merge(groups: dict[str, Group], text: str) -> None:
    """Bring together what the text shows to be one: acronyms in brackets, surnames, short forms."""
    accepted = {group.name: group for group in groups.values() if group.kind is not None}
    for group in groups.values():
        for one in group.members:
            span = acronym_after(text, one.end)
            other = groups.get(key_of(text[span[0] : span[1]])) if span else None
            if other is None or other is group or not stands_for(text[span[0] : span[1]] if span else "", one.surface):
                continue
            _unite(group, other)
    persons = {name: group for name, group in accepted.items() if group.kind == "Person" and " " in name}
    for group in groups.values():
        if group.entity is not None or " " in group.members[0].surface:
            continue
        surface = group.members[0].surface
        if full := surname_of(surface, persons):
            _absorb(persons[full], group)
            continue
        longer = [accepted[name] for name in longer_names(surface, accepted) if accepted[name] is not group]
        if (
            len({id(one) for one in longer}) == 1
            and (group.kind is None or group.kind == longer[0].kind or group.strength < ACCEPT + 1)
            and longer[0].kind not in ("Person", "Place")
        ):
            _absorb(longer[0], group)


def _unite(full: Group, short: Group) -> None:
    """One entity for a name and its acronym; what is known wins."""
    if full.entity is not None and short.entity is not None and full.entity.id != short.entity.id:
        return
    if full.kind is None and short.kind is None:
        return
    into, other = (full, short) if full.kind is not None and (full.entity or not short.entity) else (short, full)
    _absorb(into, other)


def _absorb(into: Group, other: Group) -> None:
    if into is other:
        return
    other.entity, other.kind, other.name = into.entity, into.kind, into.name


def _result(groups: dict[str, Group], lines: list[Line]) -> tuple[tuple[NamedEntity, ...], tuple[Name, ...]]:
    placed = sorted(
        ((one, group) for group in groups.values() if group.kind for one in group.members),
        key=lambda pair: pair[0].start,
    )
    order: dict[tuple[str, str], int] = {}
    forms: list[set[str]] = []
    firsts: list[Group] = []
    names: list[Name] = []
    for one, group in placed:
        identity = (group.entity.id, "") if group.entity else (key_of(group.name), group.kind or "")
        index = order.setdefault(identity, len(order))
        if index == len(forms):
            forms.append(set())
            firsts.append(group)
        forms[index].add(one.surface)
        names.append(
            Name(start=one.start, end=one.end, surface=one.surface, sentence=lines[one.line].sentence, entity=index)
        )
    entities = tuple(_entity(group, surfaces) for group, surfaces in zip(firsts, forms, strict=True))
    return entities, tuple(names)


def _entity(group: Group, surfaces: set[str]) -> NamedEntity:
    known = group.entity
    return NamedEntity(
        name=group.name,
        kind=group.kind or "",
        surface_forms=tuple(sorted(surfaces)),
        catalogue_id=known.id if known else None,
        also=known.also if known else (),
        maker=known.maker if known else None,
    )
