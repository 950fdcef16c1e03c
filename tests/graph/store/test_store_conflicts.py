"""What cannot all be true is shown side by side; what only looks so is not; on both engines."""

import pytest

from graph.errors import EntityNotFound
from graph.ontology import load_ontology
from graph.records import EntityId, Factuality
from graph.store import Store
from graph.store.conflicts import find_conflicts
from tests.factory import Said, day, make_extraction


def bought(buyer: str, thing: str = "Product:Bolt", factuality: Factuality = Factuality.ASSERTED) -> Said:
    """That an organization acquired a thing."""
    return Said(
        sentence=f"{buyer} bought {thing.partition(':')[2]}.",
        subject=f"Organization:{buyer}",
        predicate="ACQUIRED",
        object=thing,
        factuality=factuality,
    )


def sized(value: str, which: str = "total") -> Said:
    """That a model has a number of parameters."""
    return Said(
        sentence=f"Dune has {value} parameters.",
        subject="Model:Dune",
        predicate="HAS_PARAMETERS",
        value=value,
        qualifiers=(("which", which),),
    )


def dated(value: str, model: str = "Dune") -> Said:
    """That a model came out on a date."""
    return Said(
        sentence=f"{model} came out on {value}.", subject=f"Model:{model}", predicate="RELEASED_ON", value=value
    )


def released(model: str, date: str | None = None, maker: str = "Acme") -> Said:
    """That somebody released a model, on a day if one is given."""
    return Said(
        sentence=f"{maker} released {model}.",
        subject=f"Organization:{maker}",
        predicate="RELEASED",
        object=f"Model:{model}",
        date=day(date) if date else None,
    )


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([bought("Acme"), bought("Cargo")], [("ACQUIRED", "subject", "Bolt", 2)]),
        ([bought("Acme"), bought("Acme")], []),
        ([bought("Acme"), bought("Cargo", "Product:Ecco")], []),
        ([bought("Acme"), bought("Cargo", factuality=Factuality.PLANNED)], []),
        ([bought("Acme"), bought("Cargo", factuality=Factuality.NEGATED)], []),
        ([sized("70B"), sized("7B")], [("HAS_PARAMETERS", "object", "Dune", 2)]),
        ([sized("70B"), sized("7B", "active")], []),
        ([dated("2025-04-05"), dated("2025-04-06")], [("RELEASED_ON", "object", "Dune", 2)]),
        ([dated("2025-04-05"), dated("2025-04")], []),
        ([dated("2025-04-05"), dated("2025-05")], [("RELEASED_ON", "object", "Dune", 2)]),
        ([dated("2025"), dated("soon")], [("RELEASED_ON", "object", "Dune", 2)]),
        (
            [released("Dune 2", "2025-04-05"), released("Dune 2", "2025-05-05")],
            [("RELEASED_ON", "object", "Dune 2", 2)],
        ),
        ([released("Dune 2", "2025-04-05"), dated("2025-05", "Dune 2")], [("RELEASED_ON", "object", "Dune 2", 2)]),
        ([released("Dune 2", "2025-04-05"), released("Dune 2", "2025-04-05", "Bolt")], []),
        ([released("Dune 2", "2025-04-05"), dated("2025", "Dune 2"), released("Dune 2")], []),
        ([released("Dune", "2025-04-05"), released("Dune", "2025-05-05")], []),
        ([released("Dune 2", "2025-04-05"), released("Dune 3", "2025-05-05")], []),
    ],
)
def test_conflicts(store: Store, told: list[Said], found: list[tuple[str, str, str, int]]) -> None:
    for number, said in enumerate(told):
        said = said.model_copy(update={"sentence": f"{said.sentence} ({number})"})
        store.write(make_extraction([said], source=f"https://a.example/{number}"))
    conflicts = find_conflicts(store)
    assert [(c.predicate, c.side, c.entity.name, len(c.claims)) for c in conflicts] == found


VALUES = {"date": ("2025-04-05", "2025-05-06"), "count": ("7B", "70B"), "amount": ("1 M€", "2 M€")}
"""Two values of each literal."""


def test_every_declared_property_makes_conflicts(store: Store) -> None:
    declared = [one for one in load_ontology().predicates.values() if one.single_object or one.single_subject]
    assert {"ACQUIRED", "RELEASED_ON", "HAPPENED_ON", "HAS_PARAMETERS"} <= {one.name for one in declared}
    for one in declared:
        subject, thing = (f"{kinds[0]}:{one.name}" for kinds in (one.domain, one.range or one.domain))
        for number in range(2):
            said = Said(
                sentence=f"{one.name} {number} of {one.name} and {one.name}{number}.",
                subject=f"{subject}{number}" if one.single_subject else subject,
                predicate=one.name,
                object=f"{thing}{'' if one.single_subject else number}" if one.range else None,
                value=VALUES[one.literal][number] if one.literal else None,
            )
            store.write(make_extraction([said], source=f"https://a.example/{one.name}/{number}"))
    assert [conflict.predicate for conflict in find_conflicts(store)] == [one.name for one in declared]


def test_both_sentences_of_a_conflict_are_there(store: Store) -> None:
    store.write(make_extraction([bought("Acme"), bought("Cargo")]))
    (conflict,) = find_conflicts(store)
    assert {claim.evidence[0].quote for claim in conflict.claims} == {"Acme bought Bolt.", "Cargo bought Bolt."}


def test_conflicts_of_one_entity_are_asked_for_by_either_end(store: Store) -> None:
    store.write(make_extraction([bought("Acme"), bought("Cargo"), sized("7B"), sized("8B")]))
    assert len(find_conflicts(store)) == 2
    assert [c.predicate for c in find_conflicts(store, entity_id=EntityId("product/bolt"))] == ["ACQUIRED"]
    assert [c.predicate for c in find_conflicts(store, entity_id=EntityId("organization/acme"))] == ["ACQUIRED"]
    assert [c.predicate for c in find_conflicts(store, entity_id=EntityId("model/dune"))] == ["HAS_PARAMETERS"]
    store.write(make_extraction([released("Dune 2", "2025-04-05"), released("Dune 2", "2025-05-05", "Ecco")]))
    for end in ("model/dune-2", "organization/ecco"):
        assert [c.predicate for c in find_conflicts(store, entity_id=EntityId(end))] == ["RELEASED_ON"]
    with pytest.raises(EntityNotFound):
        find_conflicts(store, entity_id=EntityId("model/none"))
