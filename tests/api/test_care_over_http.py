"""Taking documents back and conflicts over HTTP, and plans beside what became of them."""

from collections.abc import AsyncIterator
from itertools import pairwise

import httpx
import pytest

from api.app import create_app
from graph.records import Factuality
from graph.store import Store, read
from tests.api.conftest import KEY, client_of
from tests.api.sample_graph import (
    META,
    PLANNED,
    LineExtractor,
    Said,
    extraction_of,
    sample_extractions,
)

pytestmark = pytest.mark.anyio

BUYERS = ("Acme", "Bolt", "Cargo")


@pytest.fixture
async def client(own_store: Store) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(create_app(own_store, extractor=LineExtractor(), api_key=KEY)) as opened:
        yield opened


async def test_whoever_holds_the_key_takes_a_document_back(client: httpx.AsyncClient, own_store: Store) -> None:
    april, may = sample_extractions()
    own_store.write(may)
    before = list(own_store.export_lines())
    own_store.write(april)
    path = f"/v1/documents/{april.document.id}"
    refused = await client.delete(path)
    assert (refused.status_code, read.status(own_store).documents) == (401, 2)
    response = await client.delete(path, headers={"x-api-key": KEY})
    assert (response.status_code, response.json()["status"], response.json()["claims"]) == (200, "retracted", 8)
    assert list(own_store.export_lines()) == before
    again = await client.delete(path, headers={"x-api-key": KEY})
    assert (again.status_code, again.json()["type"]) == (404, "urn:veille:error:document-not-found")


async def test_with_no_key_configured_nothing_is_taken_back(own_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VEILLE_API_KEY", raising=False)
    april, _ = sample_extractions()
    own_store.write(april)
    async with client_of(create_app(own_store, extractor=LineExtractor())) as client:
        response = await client.delete(f"/v1/documents/{april.document.id}", headers={"x-api-key": KEY})
    assert (response.status_code, read.status(own_store).documents) == (403, 1)


async def test_conflicts_come_in_pages_with_their_sentences(client: httpx.AsyncClient, own_store: Store) -> None:
    said = [
        Said(
            sentence=f"{buyer} acquired {thing[1]}.",
            subject=("Organization", buyer),
            predicate="ACQUIRED",
            object=thing,
        )
        for thing in (("Product", "Dune"), ("Product", "Ecco"), ("Product", "Faro"))
        for buyer in BUYERS[:2]
    ]
    own_store.write(extraction_of(said, source="s", published="2025-04-30", language="en"))
    found: list[tuple[str, set[str]]] = []
    cursor = ""
    for _ in range(3):
        answer = (await client.get(f"/v1/conflicts?limit=1{cursor}")).json()
        (item,) = answer["items"]
        found.append((item["entity"]["name"], {claim["evidence"][0]["quote"] for claim in item["claims"]}))
        cursor = f"&cursor={answer['next_cursor']}"
    assert answer["next_cursor"] is None
    assert [name for name, _ in found] == ["Dune", "Ecco", "Faro"]
    assert found[0][1] == {f"{buyer} acquired Dune." for buyer in BUYERS[:2]}
    assert all(left != right for left, right in pairwise(found))
    only = (await client.get("/v1/conflicts?entity=Ecco")).json()
    assert [item["entity"]["name"] for item in only["items"]] == ["Ecco"]


@pytest.mark.parametrize(
    ("query", "status"),
    [("entity=Nobody", 404), ("cursor=x", 422), ("limit=0", 422), ("", 200)],
)
async def test_conflicts_that_cannot_be_listed(client: httpx.AsyncClient, query: str, status: int) -> None:
    assert (await client.get(f"/v1/conflicts?{query}")).status_code == status


async def test_a_timeline_shows_a_plan_with_what_became_of_it(client: httpx.AsyncClient, own_store: Store) -> None:
    thing = ("Model", "LLaMA 5")
    plan = Said(
        sentence="Meta will release LLaMA 5.", subject=META, predicate="RELEASED", object=thing, factuality=PLANNED
    )
    done = Said(sentence="Meta released LLaMA 5.", subject=META, predicate="RELEASED", object=thing)
    for said, published in ((plan, "2025-04-30"), (done, "2025-05-31")):
        own_store.write(extraction_of([said], source=published, published=published, language="en"))
    items = (await client.get("/v1/entities/organization/meta/timeline")).json()["items"]
    by_factuality = {item["factuality"]: item for item in items}
    planned, asserted = by_factuality[Factuality.PLANNED], by_factuality[Factuality.ASSERTED]
    assert (planned["published"], planned["fulfilled_by"], planned["fulfils"]) == ("2025-04-30", [asserted["id"]], [])
    assert (asserted["published"], asserted["fulfils"], asserted["fulfilled_by"]) == (
        "2025-05-31",
        [planned["id"]],
        [],
    )
