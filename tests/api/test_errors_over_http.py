"""Every failure is a problem: the table of statuses, and what clients see."""

import httpx
import pytest
from fastapi import FastAPI

from api.app import create_app
from api.errors import STATUS, problem_of
from graph import errors
from graph.store import Store
from tests.api.conftest import client_of

pytestmark = pytest.mark.anyio


def leaves(root: type[errors.KnowledgeGraphError]) -> set[type[errors.KnowledgeGraphError]]:
    below = root.__subclasses__()
    return {leaf for child in below for leaf in leaves(child)} if below else {root}


def test_every_error_of_the_tree_has_a_status() -> None:
    declared = {leaf for leaf in leaves(errors.KnowledgeGraphError) if leaf.__module__ == errors.__name__}
    assert declared == set(STATUS)


def test_the_type_of_a_problem_is_the_name_of_its_error() -> None:
    problem = problem_of(errors.EntityNotFound("x/y"), "/v1/entities/x/y")
    assert (problem.type, problem.status) == ("urn:veille:error:entity-not-found", 404)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/v1/entities/organization", 404),
        ("/v1/entities/organization/nobody", 404),
        ("/v1/entities/organization/nobody/timeline", 404),
        ("/v1/claims/none", 404),
        ("/v1/documents/none", 404),
        ("/v1/releases", 422),
        ("/v1/releases?organization=Nobody", 404),
        ("/v1/releases?organization=Meta&factuality=sure", 422),
        ("/v1/releases?organization=Meta&since=April", 422),
        ("/v1/claims?predicate=LIKES", 422),
        ("/v1/entities?kind=Planet", 422),
        ("/v1/entities?limit=0", 422),
        ("/v1/entities?limit=many", 422),
        ("/v1/entities?cursor=abc", 422),
        ("/v1/ask?q=why+is+the+sky+blue", 422),
        ("/v1/ask", 422),
    ],
)
async def test_a_bad_request_is_a_problem_in_one_sentence(client: httpx.AsyncClient, path: str, status: int) -> None:
    response = await client.get(path)
    problem = response.json()
    assert response.status_code == problem["status"] == status
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["instance"] == path.partition("?")[0]
    assert problem["detail"].endswith((".", "?"))


async def test_a_method_that_an_address_does_not_take_is_a_problem(client: httpx.AsyncClient) -> None:
    response = await client.delete("/v1/entities")
    assert (response.status_code, response.headers["allow"]) == (405, "GET")
    assert response.json()["title"] == "Method Not Allowed"


async def test_an_unforeseen_failure_tells_nothing_of_the_inside(store: Store) -> None:
    app: FastAPI = create_app(store)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("the secret is 42")

    async with client_of(app) as client:
        response = await client.get("/broken")
    assert response.status_code == response.json()["status"] == 500
    assert "secret" not in response.text and "Traceback" not in response.text


async def test_a_merged_entity_is_moved_for_good(store: Store) -> None:
    app = create_app(store)

    @app.get("/v1/entities/organization/{slug}/old")
    def merged(slug: str) -> None:
        raise errors.EntityMerged(f"organization/{slug}", "organization/hugging-face")

    async with client_of(app) as client:
        response = await client.get("/v1/entities/organization/hf/old?limit=3")
    assert response.status_code == 308
    assert response.headers["location"] == "/v1/entities/organization/hugging-face/old?limit=3"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost:8000", 200),
        ("[::1]:8000", 200),
        ("LOCALHOST", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("", 421),
    ],
)
async def test_only_requests_to_this_machine_by_its_name_are_served(
    client: httpx.AsyncClient, host: str, status: int
) -> None:
    response = await client.get("/v1/health", headers={"host": host})
    assert response.status_code == status
    if status != 200:
        assert response.json()["type"] == "urn:veille:error:host-refused"
