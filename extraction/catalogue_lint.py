"""What the tables of `data/catalogue` must keep to, as sentences about what they do not; run by the tests and by hand.

`python -m extraction.catalogue_lint` prints them and fails if there are any. That tables parse, and that makers and
parents exist, `load_catalogue` itself refuses to do without.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

from extraction.catalogue import Catalogue, CatalogueEntity, load_catalogue
from graph.ids import entity_id
from graph.names import squash
from graph.ontology import load_ontology

SMALLEST = {
    "Organization": 700,
    "Person": 150,
    "Model": 300,
    "Framework": 120,
    "Product": 200,
    "Hardware": 60,
    "Dataset": 60,
    "Standard": 30,
    "Publication": 15,
    "Event": 50,
    "Regulation": 40,
    "Place": 150,
}
"""Entities that each kind has at least; chosen by hand, so that a lost table is noticed."""
SHORTEST_NAME = 2
"""Characters of the shortest name that is not weak; chosen by hand."""


def problems(catalogue: Catalogue) -> Iterator[str]:
    """One sentence for each thing that is wrong, in the order of the tables."""
    known = load_ontology().kinds
    by_id: dict[str, CatalogueEntity] = {}
    for entity in catalogue.entities:
        if entity.id in by_id:
            yield f"{entity.id} is there twice: {by_id[entity.id].name!r} and {entity.name!r}."
        by_id[entity.id] = entity
        if entity.id != entity_id(entity.kind, entity.name):
            yield f"{entity.id} is not the id of {entity.kind} {entity.name!r}."
        for kind in {entity.kind, *entity.also} - known.keys():
            yield f"{entity.id} has the unknown kind {kind!r}."
        if entity.kind in entity.also:
            yield f"{entity.id} may also be {entity.kind}, which it is already."
        if entity.maker and not entity.maker.startswith("organization/"):
            yield f"{entity.id} is made by {entity.maker}, which is no organisation."
        yield from _names(entity)
    yield from _shared_names(catalogue)
    counted = Counter(entity.kind for entity in catalogue.entities)
    for kind in known:
        if counted[kind] < SMALLEST[kind]:
            yield f"Only {counted[kind]} entities are of kind {kind}; at least {SMALLEST[kind]} belong there."


def _names(entity: CatalogueEntity) -> Iterator[str]:
    for name in entity.strong:
        if len(name) < SHORTEST_NAME:
            yield f"{entity.id} has the strong name {name!r}, which is too short."
    for name in (entity.name, *entity.aliases, *entity.weak):
        if not squash(name):
            yield f"{entity.id} has the name {name!r}, which holds no letter or digit."
        if name != name.strip() or "  " in name or "\u00a0" in name or "’" in name:
            yield f"{entity.id} has the name {name!r}: write it with plain single spaces and apostrophes."
    for name in set(entity.aliases) & set(entity.weak):
        yield f"{entity.id} has the alias {name!r} both strong and weak."


def _shared_names(catalogue: Catalogue) -> Iterator[str]:
    owners: dict[str, set[str]] = defaultdict(set)
    for entity in catalogue.entities:
        for name in entity.strong:
            owners[squash(name)].add(entity.id)
    for name, ids in owners.items():
        if len(ids) > 1:
            yield f"{name!r} is a strong name of {' and '.join(sorted(ids))}: make it weak in all but one."


def main() -> int:
    """Print every problem; 1 if there is one."""
    found = list(problems(load_catalogue()))
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
