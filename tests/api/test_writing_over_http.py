"""Adding documents: the key, the forms a body may have, and its limits."""

from collections.abc import AsyncIterator

import httpx
import pytest

from api.app import create_app
from graph.store import Store, read
from tests.api.conftest import KEY, client_of
from tests.api.sample_graph import LineExtractor

pytestmark = pytest.mark.anyio

DIGEST = "The week in artificial intelligence, in one line.\n\nAlpha Labs acquired Beta Works.\n"
SOURCE = "https://digest.example/7"
HEADERS = {"x-api-key": KEY}


@pytest.fixture
async def writer(own_store: Store) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(create_app(own_store, extractor=LineExtractor(), api_key=KEY)) as opened:
        yield opened


async def test_a_digest_as_json_is_read_into_the_graph(writer: httpx.AsyncClient, own_store: Store) -> None:
    body = {"text": DIGEST, "source": SOURCE, "published": "2025-04-30", "language": "en"}
    response = await writer.post("/v1/documents", json=body, headers=HEADERS)
    report = response.json()
    assert (response.status_code, report["status"], report["claims"]) == (201, "new", 1)
    assert response.headers["location"] == f"/v1/documents/{report['document_id']}"
    assert read.get_document(own_store, report["document_id"]).source == SOURCE
    found = await writer.get("/v1/claims?subject=Alpha+Labs")
    assert [item["object"]["name"] for item in found.json()["items"]] == ["Beta Works"]


@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain; charset=utf-8", "application/octet-stream"])
async def test_a_digest_may_come_as_it_is(writer: httpx.AsyncClient, own_store: Store, media_type: str) -> None:
    response = await writer.post(
        f"/v1/documents?source={SOURCE}&published=2025-04-30",
        content=DIGEST.encode(),
        headers={**HEADERS, "content-type": media_type},
    )
    assert response.status_code == 201, response.text
    assert read.status(own_store).documents == 1


async def test_a_known_digest_changes_nothing(writer: httpx.AsyncClient, own_store: Store) -> None:
    body = {"text": DIGEST, "source": SOURCE, "published": "2025-04-30", "language": "en"}
    first = await writer.post("/v1/documents", json=body, headers=HEADERS)
    before = list(own_store.export_lines())
    second = await writer.post("/v1/documents", json=body, headers=HEADERS)
    assert (first.status_code, second.status_code, second.json()["status"]) == (201, 200, "known")
    assert list(own_store.export_lines()) == before


@pytest.mark.parametrize("key", [None, "", "another key", KEY + " ", "clé"])
async def test_without_the_key_nothing_is_written(writer: httpx.AsyncClient, own_store: Store, key: str | None) -> None:
    headers = httpx.Headers({} if key is None else {b"x-api-key": key.encode()})
    response = await writer.post("/v1/documents", json={"text": DIGEST, "source": SOURCE}, headers=headers)
    assert (response.status_code, response.json()["type"]) == (401, "urn:veille:error:wrong-key")
    assert read.status(own_store).documents == 0


async def test_with_no_key_configured_writing_is_off(own_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VEILLE_API_KEY", raising=False)
    async with client_of(create_app(own_store, extractor=LineExtractor())) as client:
        response = await client.post("/v1/documents", json={"text": DIGEST, "source": SOURCE}, headers=HEADERS)
    assert (response.status_code, response.json()["type"]) == (403, "urn:veille:error:writes-disabled")


@pytest.mark.parametrize(
    ("path", "body", "media_type", "status"),
    [
        ("/v1/documents", b"{}", "application/json", 422),
        ("/v1/documents", b'{"text": "x"', "application/json", 422),
        ("/v1/documents", b'{"text": "x", "source": "s", "more": 1}', "application/json", 422),
        ("/v1/documents", DIGEST.encode(), "text/plain", 422),
        ("/v1/documents?source=s", b"", "text/plain", 422),
        ("/v1/documents?source=s", b"\x00\x01\x02\x03" * 50, "text/plain", 422),
        ("/v1/documents?source=s&published=2025", DIGEST.encode(), "text/plain", 422),
        ("/v1/documents?source=s&published=2025-02-30", DIGEST.encode(), "text/plain", 422),
        ("/v1/documents?source=s&language=de", DIGEST.encode(), "text/plain", 422),
    ],
)
async def test_a_body_that_cannot_be_read_leaves_the_graph_as_it_was(
    writer: httpx.AsyncClient, own_store: Store, path: str, body: bytes, media_type: str, status: int
) -> None:
    response = await writer.post(path, content=body, headers={**HEADERS, "content-type": media_type})
    assert response.status_code == response.json()["status"] == status
    assert read.status(own_store).documents == 0


async def test_a_body_over_the_limit_is_refused_before_it_is_read(
    own_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VEILLE_MAX_DIGEST_BYTES", "1000")
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 100_000:
            sent += 400
            yield b"x" * 400

    async with client_of(create_app(own_store, extractor=LineExtractor(), api_key=KEY)) as client:
        streamed = await client.post("/v1/documents?source=s", content=endless(), headers=HEADERS)
        declared = await client.post("/v1/documents?source=s", content=b"x" * 1001, headers=HEADERS)
        fitting = await client.post("/v1/documents?source=s&language=en", content=DIGEST.encode(), headers=HEADERS)
    assert (streamed.status_code, declared.status_code, fitting.status_code) == (413, 413, 201)
    assert streamed.json()["type"] == "urn:veille:error:request-too-large"
    assert sent < 2_000
