"""What the API answers from the sample graph."""

from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def read(client: httpx.AsyncClient, path: str) -> Any:
    response = await client.get(path)
    assert response.status_code == 200, response.text
    return response.json()


async def test_search_ignores_case_and_limits_to_a_kind(client: httpx.AsyncClient) -> None:
    found = await read(client, "/v1/entities?q=MISTRAL&kind=Model")
    assert [item["name"] for item in found["items"]] == ["Mistral Medium 3"]


async def test_an_entity_has_the_shape_that_clients_rely_on(client: httpx.AsyncClient) -> None:
    entity = await read(client, "/v1/entities/organization/hugging-face")
    assert set(entity) == {
        "id",
        "name",
        "kind",
        "aliases",
        "mentions",
        "documents",
        "first_seen",
        "last_seen",
        "surface_forms",
        "external_ids",
        "claims",
        "merged",
    }
    assert (entity["name"], entity["documents"], entity["first_seen"], entity["last_seen"]) == (
        "Hugging Face",
        2,
        "2025-04-30",
        "2025-05-31",
    )


async def test_an_id_may_come_with_its_slash_encoded(client: httpx.AsyncClient) -> None:
    entity = await read(client, "/v1/entities/organization%2Fhugging-face")
    assert entity["id"] == "organization/hugging-face"


async def test_a_timeline_goes_by_the_date_told(client: httpx.AsyncClient) -> None:
    timeline = await read(client, "/v1/entities/organization/mistral-ai/timeline")
    assert [item["date"] for item in timeline["items"]] == ["2024-06", "2025-05-07", None, None, None, None]


async def test_releases_have_planned_ones_marked(client: httpx.AsyncClient) -> None:
    releases = await read(client, "/v1/releases?organization=meta")
    told = {(item["object"]["name"], item["date"], item["factuality"]) for item in releases["items"]}
    assert told == {
        ("LLaMA 4 Scout", "2025-04-05", "asserted"),
        ("LLaMA 4 Maverick", "2025-04-05", "asserted"),
        ("LLaMA 4 Behemoth", None, "planned"),
    }


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/v1/releases?organization=organization/meta&factuality=planned", {"LLaMA 4 Behemoth"}),
        ("/v1/releases?organization=Meta&factuality=negated", set()),
        ("/v1/releases?organization=Mistral+AI&since=2025-05-01&until=2025-05-15", {"Mistral Medium 3"}),
        ("/v1/claims?predicate=ACQUIRED&subject=Hugging+Face", {"Pollen Robotics"}),
        ("/v1/claims?object=organization/pollen-robotics", {"Pollen Robotics"}),
        ("/v1/claims?entity=GPT-5", {"GPT-5"}),
    ],
)
async def test_filters_narrow_what_is_told(client: httpx.AsyncClient, path: str, names: set[str]) -> None:
    found = await read(client, path)
    assert {item["object"]["name"] for item in found["items"]} == names


async def test_a_claim_quotes_its_sentence(client: httpx.AsyncClient) -> None:
    listed = (await read(client, "/v1/claims?predicate=RELEASED_ON"))["items"][0]
    claim = await read(client, f"/v1/claims/{listed['id']}")
    assert claim == listed
    assert (claim["value"], claim["evidence"][0]["quote"]) == ("2025-04-23", "PyTorch 2.7 came out on 23 April.")


@pytest.mark.parametrize(
    "path", ["/v1/entities", "/v1/claims", "/v1/documents", "/v1/releases?organization=Meta", "/v1/entities?q=a"]
)
async def test_pages_put_together_are_the_whole_list(client: httpx.AsyncClient, path: str) -> None:
    sign = "&" if "?" in path else "?"
    whole = (await read(client, f"{path}{sign}limit=200"))["items"]
    seen: list[Any] = []
    cursor = ""
    while True:
        page = await read(client, f"{path}{sign}limit=1{cursor}")
        seen += page["items"]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert [item["id"] for item in seen] == [item["id"] for item in whole]
    assert len(seen) > 1


async def test_a_cursor_of_another_list_is_refused(client: httpx.AsyncClient) -> None:
    cursor = (await read(client, "/v1/claims?limit=1"))["next_cursor"]
    response = await client.get(f"/v1/claims?limit=1&predicate=RELEASED&cursor={cursor}")
    assert (response.status_code, response.json()["type"]) == (422, "urn:veille:error:invalid-cursor")


async def test_a_document_has_its_passages_in_order(client: httpx.AsyncClient) -> None:
    newest = (await read(client, "/v1/documents"))["items"][0]
    document = await read(client, f"/v1/documents/{newest['id']}")
    assert (document["language"], document["published"]) == ("fr", "2025-05-31")
    assert [passage["position"] for passage in document["text"]] == list(range(8))


async def test_an_answer_has_the_shape_that_clients_rely_on(client: httpx.AsyncClient) -> None:
    answer = await read(client, "/v1/ask?q=who+acquired+Pollen+Robotics%3F")
    assert (answer["language"], answer["text"]) == ("en", "Pollen Robotics acquired by: Hugging Face.")
    assert answer["understood"] == {
        "asks": "subjects",
        "predicates": ["ACQUIRED"],
        "subject": None,
        "object": {"id": "organization/pollen-robotics", "name": "Pollen Robotics", "kind": "Organization"},
        "kinds": [],
        "since": None,
        "until": None,
    }
    (line,) = answer["lines"]
    assert (line["date"], line["date_words"], line["factuality"]) == ("2025-04-14", "14 April 2025", "asserted")
    assert [quote["text"] for quote in line["quotes"]] == [
        "On 14 April Hugging Face acquired Pollen Robotics.",
        "Hugging Face a racheté Pollen Robotics en avril.",
    ]
    assert len(answer["claims"]) == 2


async def test_the_schema_tells_every_kind_and_predicate(client: httpx.AsyncClient) -> None:
    schema = await read(client, "/v1/schema")
    assert (len(schema["kinds"]), len(schema["predicates"])) == (12, 30)


async def test_the_status_counts_the_graph(client: httpx.AsyncClient) -> None:
    status = await read(client, "/v1/status")
    assert (status["documents"], status["claims"], status["by_predicate"]["ACQUIRED"]) == (2, 16, 2)


@pytest.mark.parametrize("path", ["/v1/health", "/v1/ready"])
async def test_all_is_well(client: httpx.AsyncClient, path: str) -> None:
    assert await read(client, path) == {"status": "ok"}


async def test_raw_cypher_reads_with_parameters(client: httpx.AsyncClient) -> None:
    query = "MATCH (a:Entity:Organization {name: $name})-[:ACQUIRED]->(b) RETURN b.name AS name"
    response = await client.post("/v1/cypher", json={"query": query, "parameters": {"name": "Hugging Face"}})
    assert response.json() == {"columns": ["name"], "rows": [["Pollen Robotics"]], "truncated": False}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ('{"query": "MATCH (e:Entity) SET e.name = \'x\' RETURN e.name AS name"}', 422),
        ('{"query": "MATCH (e) DETACH DELETE e"}', 422),
        ('{"query": "LOAD CSV FROM \'file:///etc/passwd\' AS line RETURN line"}', 422),
        ('{"query": "not cypher"}', 422),
        ('{"query": ""}', 422),
        ('{"quer": "RETURN 1 AS one"}', 422),
        ("not json", 422),
        ('{"query": "RETURN 1 AS one", "max_rows": 100000}', 422),
        ('{"query": "' + "x" * 100_001 + '"}', 413),
    ],
)
async def test_raw_cypher_that_is_not_a_bounded_read_is_refused(
    client: httpx.AsyncClient, body: str, status: int
) -> None:
    response = await client.post("/v1/cypher", content=body)
    assert response.status_code == response.json()["status"] == status
