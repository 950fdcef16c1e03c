"""Deciding over HTTP which entities are one: the queue, merges, rejections, and how each is undone."""

from collections.abc import AsyncIterator

import httpx
import pytest

from api.app import create_app
from graph.store import Store
from tests.api.conftest import KEY, client_of
from tests.api.sample_graph import LineExtractor
from tests.factory import Said, make_extraction

pytestmark = pytest.mark.anyio

HEADERS = {"x-api-key": KEY}
BOLT, BOLT_AI, ACME, ACME_INC = (f"organization/{name}" for name in ("bolt", "bolt-ai", "acme", "acme-inc"))
MERGE = {"merged_id": BOLT_AI, "kept_id": BOLT, "decided_by": "Camille", "reason": "one company"}
REJECTION = {"left_id": BOLT_AI, "right_id": BOLT, "decided_by": "Camille", "reason": "two companies"}


@pytest.fixture
def filled(own_store: Store) -> Store:
    """Acme and Acme Inc, which are one; Bolt and Bolt AI, which may be."""
    for number, names in enumerate((("Acme", "Bolt"), ("Acme Inc", "Dock"), ("Ferry", "Bolt AI")), start=1):
        said = Said(
            sentence=f"{names[0]} acquired {names[1]}.",
            subject=f"Organization:{names[0]}",
            predicate="ACQUIRED",
            object=f"Organization:{names[1]}",
        )
        own_store.write(make_extraction([said], source=f"https://news.example/{number}"))
    return own_store


@pytest.fixture
async def writer(filled: Store) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(create_app(filled, extractor=LineExtractor(), api_key=KEY)) as opened:
        yield opened


def ids(response: httpx.Response) -> list[tuple[str, str]]:
    return [(item["left_id"], item["right_id"]) for item in response.json()["items"]]


async def test_pairs_come_likeliest_first_and_page_by_page(writer: httpx.AsyncClient) -> None:
    whole = await writer.get("/v1/review")
    assert ids(whole) == [(BOLT, BOLT_AI)]
    assert whole.json()["items"][0]["explanations"][0] == {
        "feature": "loose_word",
        "points": 0.75,
        "detail": "only one has 'ai'",
    }
    await writer.post("/v1/rejections", json=REJECTION, headers=HEADERS)
    assert ids(await writer.get("/v1/review")) == []


async def test_judgements_are_listed_page_by_page(writer: httpx.AsyncClient) -> None:
    await writer.post("/v1/review", headers=HEADERS)
    await writer.post("/v1/merges", json=MERGE, headers=HEADERS)
    first = (await writer.get("/v1/judgements?limit=1")).json()
    second = (await writer.get(f"/v1/judgements?limit=1&cursor={first['next_cursor']}")).json()
    found = [(one["merged_id"], one["kept_id"], one["decided_by"]) for one in (*first["items"], *second["items"])]
    assert found == [(ACME_INC, ACME, "rule of names and neighbours"), (BOLT_AI, BOLT, "Camille")]
    assert second["next_cursor"] is None
    assert all(one["decided_at"].startswith("20") and one["reason"] for one in (*first["items"], *second["items"]))


async def test_a_merged_id_redirects_and_a_split_one_is_back(writer: httpx.AsyncClient, filled: Store) -> None:
    before = list(filled.export_lines())
    answer = await writer.post("/v1/merges", json=MERGE, headers=HEADERS)
    assert (answer.status_code, answer.json()["merged_id"]) == (201, BOLT_AI)
    moved = await writer.get(f"/v1/entities/{BOLT_AI}")
    assert (moved.status_code, moved.headers["location"]) == (308, f"/v1/entities/{BOLT}")
    split = await writer.delete(f"/v1/merges/{BOLT_AI}?decided_by=Camille", headers=HEADERS)
    assert split.json() == {"merged_id": BOLT_AI, "kept_id": BOLT, "kept_apart": False}
    assert (await writer.get(f"/v1/entities/{BOLT_AI}")).status_code == 200
    assert list(filled.export_lines()) == before


async def test_a_merge_that_is_known_is_told_so_and_one_of_the_rule_is_confirmed(writer: httpx.AsyncClient) -> None:
    await writer.post("/v1/review", headers=HEADERS)
    confirmed = {**MERGE, "merged_id": ACME_INC, "kept_id": ACME}
    answers = [await writer.post("/v1/merges", json=body, headers=HEADERS) for body in (MERGE, MERGE, *[confirmed] * 2)]
    assert [answer.status_code for answer in answers] == [201, 200, 201, 200]
    judged = (await writer.get("/v1/judgements")).json()["items"]
    assert {(one["merged_id"], one["decided_by"], one["score"]) for one in judged} == {
        (BOLT_AI, "Camille", None),
        (ACME_INC, "Camille", None),
    }


async def test_two_kinds_are_merged_and_what_does_not_fit_is_counted(writer: httpx.AsyncClient, filled: Store) -> None:
    said = [
        Said(sentence="Bolt released Nova.", subject="Organization:Bolt", predicate="RELEASED", object="Model:Nova"),
        Said(sentence="Nova has 7B parameters.", subject="Model:Nova", predicate="HAS_PARAMETERS", value="7B"),
        Said(sentence="Bolt runs Nova.", subject="Organization:Bolt", predicate="DEVELOPED", object="Product:Nova"),
    ]
    filled.write(make_extraction(said, source="https://news.example/8"))
    assert ("model/nova", "product/nova") in ids(await writer.get("/v1/review"))
    body = {**MERGE, "merged_id": "model/nova", "kept_id": "product/nova"}
    answer = await writer.post("/v1/merges", json=body, headers=HEADERS)
    assert (answer.status_code, answer.json()["aside"]) == (201, 1)
    moved = await writer.get("/v1/entities/model/nova/timeline?limit=5")
    assert (moved.status_code, moved.headers["location"]) == (308, "/v1/entities/product/nova/timeline?limit=5")
    told = (await writer.get("/v1/claims?entity=product/nova")).json()["items"]
    assert {claim["predicate"] for claim in told} == {"RELEASED", "HAS_PARAMETERS", "DEVELOPED"}


async def test_what_a_rule_merged_stays_split(writer: httpx.AsyncClient) -> None:
    run = await writer.post("/v1/review", headers=HEADERS)
    assert run.json() == {"merged": 1, "split": 0, "review": 1}
    split = await writer.delete(f"/v1/merges/{ACME_INC}?decided_by=Camille", headers=HEADERS)
    assert split.json()["kept_apart"] is True
    assert (await writer.post("/v1/review", headers=HEADERS)).json()["merged"] == 0
    undone = await writer.delete(f"/v1/rejections?left_id={ACME}&right_id={ACME_INC}", headers=HEADERS)
    assert (undone.status_code, undone.content) == (204, b"")
    assert (await writer.post("/v1/review", headers=HEADERS)).json()["merged"] == 1


async def test_the_same_rejection_twice_is_known(writer: httpx.AsyncClient) -> None:
    answers = [await writer.post("/v1/rejections", json=REJECTION, headers=HEADERS) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "error"),
    [
        ("POST", "/v1/merges", {**MERGE, "kept_id": BOLT_AI}, 409, "contradictory-judgement"),
        ("POST", "/v1/merges", {**MERGE, "kept_id": "organization/none"}, 404, "entity-not-found"),
        ("POST", "/v1/merges", {**MERGE, "kept_id": "x"}, 404, "entity-not-found"),
        ("POST", "/v1/merges", {"merged_id": BOLT}, 422, "invalid-body"),
        ("POST", "/v1/merges", {**MERGE, "decided_by": "rule of names and neighbours"}, 422, "invalid-person"),
        ("POST", "/v1/rejections", {**REJECTION, "left_id": BOLT}, 409, "contradictory-judgement"),
        ("DELETE", f"/v1/merges/{BOLT}?decided_by=Camille", None, 409, "not-merged"),
        ("DELETE", f"/v1/rejections?left_id={BOLT}&right_id={BOLT_AI}", None, 409, "not-judged-apart"),
    ],
)
async def test_what_cannot_be_judged_is_told(
    writer: httpx.AsyncClient, method: str, path: str, body: dict[str, str] | None, status: int, error: str
) -> None:
    response = await writer.request(method, path, json=body, headers=HEADERS)
    assert (response.status_code, response.json()["type"]) == (status, f"urn:veille:error:{error}")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/review"),
        ("POST", "/v1/merges"),
        ("POST", "/v1/rejections"),
        ("DELETE", f"/v1/merges/{BOLT}?decided_by=Camille"),
        ("DELETE", f"/v1/rejections?left_id={BOLT}&right_id={BOLT_AI}"),
    ],
)
async def test_without_the_key_nothing_is_judged(
    writer: httpx.AsyncClient, filled: Store, method: str, path: str
) -> None:
    before = list(filled.export_lines())
    response = await writer.request(method, path, json=MERGE)
    assert (response.status_code, response.json()["type"]) == (401, "urn:veille:error:wrong-key")
    assert list(filled.export_lines()) == before


async def test_a_digest_that_is_posted_is_resolved_and_one_that_is_deleted_too(
    writer: httpx.AsyncClient, filled: Store
) -> None:
    body = {"text": "The week in one line.\n\nBolt Inc acquired Gale.\n", "source": "https://news.example/9"}
    report = (await writer.post("/v1/documents", json=body, headers=HEADERS)).json()
    moved = await writer.get("/v1/entities/organization/bolt-inc")
    assert (moved.status_code, moved.headers["location"]) == (308, f"/v1/entities/{BOLT}")
    judged = (await writer.get("/v1/judgements")).json()["items"]
    assert {(one["merged_id"], one["kept_id"]) for one in judged} == {
        (ACME_INC, ACME),
        ("organization/bolt-inc", BOLT),
    }
    await writer.delete(f"/v1/documents/{report['document_id']}", headers=HEADERS)
    judged = (await writer.get("/v1/judgements")).json()["items"]
    assert [(one["merged_id"], one["kept_id"]) for one in judged] == [(ACME_INC, ACME)]
    # Nothing is left to do, though nobody asked for it.
    run = await writer.post("/v1/review", headers=HEADERS)
    assert (run.json()["merged"], run.json()["split"]) == (0, 0)
