"""What can be asked of a store, on both engines: exact answers on a small graph."""

import pytest

from graph.errors import ClaimNotFound, DocumentNotFound, EntityNotFound, InvalidCursor
from graph.records import ClaimId, DocumentId, EntityId, Factuality, Kind, Predicate
from graph.store import Store, read
from graph.store.answers import ClaimAnswer, Page, SortKey
from tests.factory import Said, day, make_extraction, month

META, OPENAI = EntityId("organization/meta"), EntityId("organization/openai")
APRIL = make_extraction(
    [
        Said(
            sentence="Meta released LLaMA 4 Scout on 5 April.",
            subject="Organization:Meta",
            predicate="RELEASED",
            object="Model:LLaMA 4 Scout",
            date=day("2025-04-05"),
        ),
        Said(
            sentence="Meta will release Behemoth.",
            subject="Organization:Meta",
            predicate="RELEASED",
            object="Model:Behemoth=LLaMA 4 Behemoth",
            factuality=Factuality.PLANNED,
        ),
        Said(
            sentence="Meta works with L'Oréal.",
            subject="Organization:Meta",
            predicate="PARTNERED_WITH",
            object="Organization:L'Oréal",
            date=month("2025-03", 31),
        ),
        Said(
            sentence="OpenAI has raised 40 billion.",
            subject="Organization:OpenAI",
            predicate="RAISED",
            value="40 billion",
            qualifiers=(("round", "F"),),
        ),
    ],
    aliases={"Meta": ("Facebook", "Meta AI")},
)
MAY = make_extraction(
    [
        Said(
            sentence="Meta released Behemoth.",
            subject="Organization:Meta",
            predicate="RELEASED",
            object="Model:Behemoth=LLaMA 4 Behemoth",
        ),
        Said(sentence="OpenMined met nobody.", subject="Organization:OpenMined"),
    ],
    source="https://b.example/2",
    published="2025-05-02",
)
UNDATED = make_extraction(
    [Said(sentence="Meta raised 9.", subject="Organization:Meta", predicate="RAISED", value="9")],
    source="https://c.example/3",
    published=None,
)


@pytest.fixture
def filled(store: Store) -> Store:
    """Three documents: of April, of May, and one without a date."""
    for extraction in (APRIL, MAY, UNDATED):
        store.write(extraction)
    return store


def told(page: Page[ClaimAnswer]) -> list[tuple[str, str, str]]:
    """Predicate, object or value, and factuality of each claim."""
    return [(c.predicate, c.object.name if c.object else str(c.value), c.factuality.value) for c in page.items]


SCOUT = ("RELEASED", "LLaMA 4 Scout", "asserted")
BEHEMOTH = ("RELEASED", "LLaMA 4 Behemoth", "asserted")
BEHEMOTH_PLAN = ("RELEASED", "LLaMA 4 Behemoth", "planned")
LOREAL = ("PARTNERED_WITH", "L'Oréal", "asserted")
FUNDING = ("RAISED", "9", "asserted")


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("loreal", None, ["organization/l-oreal"]),
        ("L’ORÉAL", None, ["organization/l-oreal"]),
        ("facebook", None, ["organization/meta"]),
        ("Open AI", None, ["organization/openai"]),
        ("open", None, ["organization/openai", "organization/openmined"]),
        ("llama 4", "Model", ["model/llama-4-behemoth", "model/llama-4-scout"]),
        ("llama 4", "Organization", []),
        ("scout", None, ["model/llama-4-scout"]),
        ("openia", None, []),
        ("|", None, ["organization/meta", "model/llama-4-behemoth", "model/llama-4-scout", "organization/l-oreal"]),
    ],
)
def test_search_folds_accents_case_and_punctuation(
    filled: Store, text: str, kind: Kind | None, found: list[str]
) -> None:
    assert [entity.id for entity in read.search_entities(filled, text, kind=kind, limit=4).items] == found


def test_search_ranks_whole_names_before_beginnings_before_the_rest(store: Store) -> None:
    names = ("Super Meta", "Metabase", "Meta", "Alphameta")
    said = [Said(sentence=f"{name} is here.", subject=f"Organization:{name}") for name in names]
    store.write(make_extraction(said))
    assert [entity.name for entity in read.search_entities(store, "meta").items] == [
        "Meta",
        "Metabase",
        "Super Meta",
        "Alphameta",
    ]


def test_pages_of_a_search_follow_each_other_without_gap_or_double(filled: Store) -> None:
    everything = [entity.id for entity in read.search_entities(filled, "", limit=100).items]
    walked, after = [], None
    while True:
        page = read.search_entities(filled, "", limit=2, after=after)
        walked += [entity.id for entity in page.items]
        if (after := page.next) is None:
            break
    assert len(everything) == 6
    assert walked == everything


def test_an_entity_tells_what_documents_call_it_and_how_often(filled: Store) -> None:
    entity = read.get_entity(filled, META)
    assert (entity.name, entity.kind, entity.aliases) == ("Meta", "Organization", ("Facebook", "Meta AI"))
    assert (entity.surface_forms, entity.mentions, entity.documents, entity.claims) == (("Meta",), 5, 3, 5)
    assert (entity.first_seen, entity.last_seen, entity.merged) == ("2025-04-30", "2025-05-02", ())


def test_what_is_not_there_is_told_so(filled: Store) -> None:
    nobody = EntityId("organization/nobody")
    with pytest.raises(EntityNotFound):
        read.get_entity(filled, nobody)
    with pytest.raises(EntityNotFound):
        read.timeline(filled, nobody)
    with pytest.raises(EntityNotFound):
        read.find_claims(filled, subject_id=nobody)
    with pytest.raises(ClaimNotFound):
        read.get_claim(filled, ClaimId("none"))
    with pytest.raises(DocumentNotFound):
        read.get_document(filled, DocumentId("none"))
    with pytest.raises(DocumentNotFound):
        read.list_passages(filled, DocumentId("none"))


def test_releases_are_newest_first_with_plans_among_them(filled: Store) -> None:
    assert told(read.releases(filled, META)) == [BEHEMOTH, BEHEMOTH_PLAN, SCOUT]
    assert told(read.releases(filled, META, factuality=Factuality.PLANNED)) == [BEHEMOTH_PLAN]
    assert told(read.releases(filled, META, until="2025-04-05")) == [SCOUT]
    assert told(read.releases(filled, META, since="2025-04-06", until="2025-04-30")) == [BEHEMOTH_PLAN]
    assert told(read.releases(filled, OPENAI)) == []


def test_a_timeline_runs_by_date_and_ends_with_what_has_none(filled: Store) -> None:
    assert told(read.timeline(filled, META)) == [LOREAL, SCOUT, BEHEMOTH_PLAN, BEHEMOTH, FUNDING]
    assert told(read.timeline(filled, META, since="2025-03-20")) == [LOREAL, SCOUT]
    assert told(read.timeline(filled, META, since="2025-04-01")) == [SCOUT]
    assert told(read.timeline(filled, EntityId("model/llama-4-scout"))) == [SCOUT]


def test_a_timeline_joins_a_plan_to_what_was_done(filled: Store) -> None:
    plan, done = read.timeline(filled, EntityId("model/llama-4-behemoth")).items
    assert (plan.fulfilled_by, plan.fulfils) == ((done.id,), ())
    assert (done.fulfilled_by, done.fulfils) == ((), (plan.id,))


def test_a_plan_told_after_the_deed_is_not_fulfilled_by_it(store: Store) -> None:
    late = MAY.model_copy(update={"document": MAY.document.model_copy(update={"published": "2025-03-01"})})
    store.write(late)
    store.write(APRIL)
    claims = read.timeline(store, EntityId("model/llama-4-behemoth")).items
    assert [(claim.fulfils, claim.fulfilled_by) for claim in claims] == [((), ()), ((), ())]


@pytest.mark.parametrize("limit", [1, 2, 3, 10])
def test_pages_of_claims_follow_each_other_without_gap_or_double(filled: Store, limit: int) -> None:
    def timeline(after: SortKey | None) -> Page[ClaimAnswer]:
        return read.timeline(filled, META, limit=limit, after=after)

    def releases(after: SortKey | None) -> Page[ClaimAnswer]:
        return read.releases(filled, META, limit=limit, after=after)

    def everything(after: SortKey | None) -> Page[ClaimAnswer]:
        return read.find_claims(filled, limit=limit, after=after)

    def of_one(after: SortKey | None) -> Page[ClaimAnswer]:
        return read.find_claims(filled, entity_id=META, limit=limit, after=after)

    for ask, count in ((timeline, 5), (releases, 3), (everything, 6), (of_one, 5)):
        walked: list[ClaimId] = []
        page = ask(None)
        while page.next is not None:
            assert len(page.items) == limit
            walked += [claim.id for claim in page.items]
            page = ask(page.next)
        walked += [claim.id for claim in page.items]
        assert (len(walked), len(set(walked))) == (count, count)


def test_claims_are_found_by_every_filter(filled: Store) -> None:
    def found(**filters: object) -> set[tuple[str, str, str]]:
        return set(told(read.find_claims(filled, **filters)))  # type: ignore[arg-type]  # any filter, by name

    everything = {SCOUT, BEHEMOTH, BEHEMOTH_PLAN, LOREAL, FUNDING, ("RAISED", "40 billion", "asserted")}
    assert found() == everything
    assert found(entity_id=META) == everything - {("RAISED", "40 billion", "asserted")}
    assert found(object_id=EntityId("model/llama-4-behemoth")) == {BEHEMOTH, BEHEMOTH_PLAN}
    assert found(subject_id=META, object_id=EntityId("organization/l-oreal")) == {LOREAL}
    assert found(subject_id=EntityId("organization/l-oreal")) == set()
    assert found(predicate=Predicate("RAISED")) == {FUNDING, ("RAISED", "40 billion", "asserted")}
    assert found(entity_id=META, factuality=Factuality.PLANNED) == {BEHEMOTH_PLAN}
    assert found(since="2025-05-01") == {BEHEMOTH}
    assert found(until="2025-04-30", predicate=Predicate("RELEASED")) == {SCOUT, BEHEMOTH_PLAN}


def test_a_claim_carries_its_exact_sentence(filled: Store) -> None:
    claim = read.get_claim(filled, APRIL.claims[3].id)
    assert (claim.subject.name, claim.object, claim.value) == ("OpenAI", None, "40 billion")
    assert claim.qualifiers == {"round": "F"}
    (evidence,) = claim.evidence
    assert (evidence.quote, evidence.passage) == ("OpenAI has raised 40 billion.", "OpenAI has raised 40 billion.")
    assert (evidence.document_title, evidence.source) == ("A digest", "https://news.example/1")


@pytest.mark.parametrize("after", [("a",), ("a", "b", "c", "d"), ("x", "y", "z")])
def test_a_key_of_another_list_is_refused(filled: Store, after: tuple[str, ...]) -> None:
    with pytest.raises(InvalidCursor):
        read.search_entities(filled, "", after=after)


def test_documents_are_listed_last_published_first(filled: Store) -> None:
    page = read.list_documents(filled, limit=2)
    assert [document.id for document in page.items] == [MAY.document.id, APRIL.document.id]
    rest = read.list_documents(filled, limit=2, after=page.next)
    assert ([document.id for document in rest.items], rest.next) == ([UNDATED.document.id], None)


def test_passages_come_in_reading_order(filled: Store) -> None:
    passages = read.list_passages(filled, APRIL.document.id)
    assert [passage.text for passage in passages] == [passage.text for passage in APRIL.passages]


def test_the_status_counts_what_is_there(filled: Store) -> None:
    status = read.status(filled)
    assert (status.documents, status.passages, status.entities, status.mentions, status.claims) == (3, 7, 6, 11, 6)
    assert {kind: count for kind, count in status.by_kind.items() if count} == {"Organization": 4, "Model": 2}
    assert status.by_predicate == {"RELEASED": 3, "RAISED": 2, "PARTNERED_WITH": 1}
