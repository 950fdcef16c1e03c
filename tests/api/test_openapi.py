"""The description of the API: complete, with examples that are true, and readable without a network."""

import re
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.examples import EXAMPLES

pytestmark = pytest.mark.anyio


@pytest.fixture
def description(app: FastAPI) -> dict[str, Any]:
    return app.openapi()


def test_every_field_of_every_record_has_an_example(description: dict[str, Any]) -> None:
    bare = {
        (name, field)
        for name, schema in description["components"]["schemas"].items()
        for field, declared in schema.get("properties", {}).items()
        if "examples" not in declared
    }
    assert bare == set()


def test_every_parameter_has_a_sentence_and_an_example(description: dict[str, Any]) -> None:
    bare = {
        (path, parameter["name"])
        for path, operations in description["paths"].items()
        for operation in operations.values()
        for parameter in operation.get("parameters", [])
        if not parameter.get("description") or not ({"examples", "example"} & {*parameter, *parameter["schema"]})
    }
    assert bare == set()


def test_every_route_says_what_it_gives_and_how_it_fails(description: dict[str, Any]) -> None:
    for path, operations in description["paths"].items():
        for operation in operations.values():
            assert operation["summary"] and operation["description"], path
            assert "application/problem+json" in operation["responses"]["default"]["content"], path
            assert "422" not in operation["responses"], path


def test_every_reference_leads_somewhere(description: dict[str, Any]) -> None:
    names = set(re.findall(r"#/components/schemas/([\w]+)", str(description)))
    assert names <= set(description["components"]["schemas"])


def test_examples_are_what_they_are_examples_of() -> None:
    for example in EXAMPLES:
        assert type(example).model_validate_json(example.model_dump_json()) == example


@pytest.mark.parametrize("page", ["/docs", "/redoc"])
async def test_documentation_loads_nothing_from_another_machine(client: httpx.AsyncClient, page: str) -> None:
    html = (await client.get(page)).text
    loaded = re.findall(r'(?:src|href)="([^"]+)"', html)
    assert loaded
    for address in loaded:
        assert address.startswith("/")
        assert (await client.get(address)).status_code == 200
