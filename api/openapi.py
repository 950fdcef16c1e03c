"""The description of the API for programs: FastAPI's, with an example for every record and every field.

Examples are whole records (`api.examples`), so that they cannot drift from the types; their values are spread over
the fields here.
"""

from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, JsonValue

from api.errors import Problem
from api.examples import EXAMPLES
from api.models import NewDocument, NewMerge, NewRejection, RawQuery

_BODIES: tuple[type[BaseModel], ...] = (NewDocument, NewMerge, NewRejection, RawQuery, Problem)
"""Records that no route declares, because their routes read the body themselves or fail with them."""


def install_openapi(app: FastAPI) -> None:
    """Make an app describe itself with examples."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _with_examples(plain())
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # the way that FastAPI documents


def _with_examples(description: dict[str, Any]) -> dict[str, Any]:
    schemas: dict[str, Any] = description.setdefault("components", {}).setdefault("schemas", {})
    for model in _BODIES:
        own = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(own.pop("$defs", {}))
        schemas[model.__name__] = own
    for example in EXAMPLES:
        _spread(schemas, example)
    _of_lists(schemas)
    for operations in description["paths"].values():
        for operation in operations.values():
            # The default covers it: FastAPI's own shape of a 422 is not what we send.
            operation["responses"].pop("422", None)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    return description


def _spread(schemas: dict[str, Any], example: BaseModel) -> None:
    """Put an example on its record's schema, and each of its values on the field."""
    schema = schemas.get(type(example).__name__)
    if schema is None:
        return
    values: dict[str, JsonValue] = example.model_dump(mode="json")
    schema["examples"] = [values]
    for name, field in schema.get("properties", {}).items():
        field["examples"] = [values[name]]


def _of_lists(schemas: dict[str, Any]) -> None:
    """Give each list of records an example made of the example of its record."""
    for name, schema in schemas.items():
        if not name.startswith("Listed_"):
            continue
        items = schemas[name.removeprefix("Listed_").rstrip("_")]["examples"]
        schema["properties"]["items"]["examples"] = [items]
        schema["properties"]["next_cursor"]["examples"] = ["WyI5YjFmNmMzYSIsIjIwMjUtMDQtMzAiXQ"]
        schema["examples"] = [{"items": items, "next_cursor": None}]
