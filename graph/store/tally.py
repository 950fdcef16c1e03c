"""What documents together say of one entity, as counts: adding a document and taking it back are exact opposites.

Names, aliases and forms of an entity in the graph are a pure function of its tally, so they do not depend on the
order in which documents came.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pydantic import Field

from graph.names import normalize, slug, strip_accents
from graph.records import Entity, EntityId, Record

Counts = dict[str, int]


class Tally(Record):
    """Counts over the documents that propose an entity.

    `forms` counts mentions by surface form; `names` and `catalogued` count documents by the name they propose, from the
    text and from the catalogue; `first` and `last` are publication dates.
    """

    documents: int = 0
    mentions: int = 0
    forms: Counts = Field(default_factory=dict)
    names: Counts = Field(default_factory=dict)
    catalogued: Counts = Field(default_factory=dict)
    aliases: Counts = Field(default_factory=dict)
    external_ids: Counts = Field(default_factory=dict)
    first: str | None = None
    last: str | None = None


class Profile(Record):
    """An entity as the graph shows it."""

    name: str
    catalogued: bool
    aliases: tuple[str, ...]
    surface_forms: tuple[str, ...]
    external_ids: tuple[str, ...]
    search_text: str


class Naming(NamedTuple):
    """What one document, published then, says of an entity, and the surface forms of its mentions."""

    entity: Entity
    surfaces: Sequence[str]
    published: str | None


def tally_of(namings: Sequence[Naming]) -> Tally:
    """What documents say of an entity; a form that a document has no mention of counts once for it."""
    forms, names, catalogued = Counter[str](), Counter[str](), Counter[str]()
    aliases, external_ids = Counter[str](), Counter[str]()
    for entity, surfaces, _ in namings:
        forms.update(surfaces)
        forms.update(set(entity.surface_forms).difference(surfaces))
        (catalogued if entity.catalogued else names)[entity.name] += 1
        aliases.update(entity.aliases)
        external_ids.update(entity.external_ids)
    dates = [naming.published for naming in namings if naming.published]
    return Tally(
        documents=len(namings),
        mentions=sum(len(naming.surfaces) for naming in namings),
        forms=_ordered(forms),
        names=_ordered(names),
        catalogued=_ordered(catalogued),
        aliases=_ordered(aliases),
        external_ids=_ordered(external_ids),
        first=min(dates, default=None),
        last=max(dates, default=None),
    )


def add(left: Tally, right: Tally) -> Tally:
    """Both together."""
    dates = [date for date in (left.first, right.first, left.last, right.last) if date]
    return _combine(left, right, 1, min(dates, default=None), max(dates, default=None))


def subtract(left: Tally, right: Tally) -> Tally:
    """`left` without `right`, which was added to it before; dates of what is left must be looked up again."""
    rest = _combine(left, right, -1, left.first, left.last)
    return rest if rest.documents else Tally()


def _combine(left: Tally, right: Tally, sign: int, first: str | None, last: str | None) -> Tally:
    def counts(ours: Counts, theirs: Counts) -> Counts:
        if not theirs:
            return ours
        summed = Counter(ours)
        for key, count in theirs.items():
            summed[key] += sign * count
        return _ordered(summed)

    return Tally(
        documents=left.documents + sign * right.documents,
        mentions=left.mentions + sign * right.mentions,
        forms=counts(left.forms, right.forms),
        names=counts(left.names, right.names),
        catalogued=counts(left.catalogued, right.catalogued),
        aliases=counts(left.aliases, right.aliases),
        external_ids=counts(left.external_ids, right.external_ids),
        first=first,
        last=last,
    )


def profile_of(entity_id: EntityId, tally: Tally) -> Profile:
    """How the graph shows an entity of this tally.

    The catalogue's name wins; else the most frequent form that gives the id's slug; else the name most proposed. Ties
    go to the first in the order of code points.
    """
    own_slug = entity_id.partition("/")[2]
    fitting = {form: count for form, count in tally.forms.items() if slug(form) == own_slug}
    name = _most_frequent(tally.catalogued or fitting or tally.names or tally.forms)[0]
    forms = _most_frequent(tally.forms)
    aliases = tuple(sorted(set(tally.aliases) - {name}))
    return Profile(
        name=name,
        catalogued=bool(tally.catalogued),
        aliases=aliases,
        surface_forms=tuple(forms),
        external_ids=tuple(sorted(tally.external_ids)),
        search_text=search_text((name, *aliases, *forms)),
    )


def search_text(names: Sequence[str]) -> str:
    """Names folded for search, between bars, spaced and run together: "|hugging face|huggingface|hf|" in order."""
    folded: set[str] = set()
    for name in dict.fromkeys(names):
        spaced = normalize(name)
        folded |= {spaced, spaced.replace(" ", ""), run_together(name)}
    return "|" + "|".join(sorted(folded - {""})) + "|"


def run_together(name: str) -> str:
    """The letters and digits of a name without case and accents, its article included: "L'Oréal" -> "loreal"."""
    return "".join(char for char in strip_accents(name).casefold() if char.isalnum())


def _ordered(counts: Counts) -> Counts:
    """The counts without nothings, in one order, so that equal tallies are equal bytes."""
    return {key: counts[key] for key in sorted(counts) if counts[key]}


def _most_frequent(counts: Counts) -> list[str]:
    return sorted(counts, key=lambda key: (-counts[key], key)) or [""]
