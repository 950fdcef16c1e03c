"""Questions in words, and questions in Cypher."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool

from api.ask import answer_question
from api.ask.records import AskAnswer
from api.guards import parse_json, read_body
from api.models import RawQuery
from api.services import StoreOf
from graph.store.answers import RawAnswer
from graph.store.protocol import RAW_TIMEOUT_SECONDS

router = APIRouter(tags=["questions"])

_MAX_QUERY_BYTES = 100_000
"""Bytes of a raw query with its parameters; chosen by hand: far more than a person types."""
_SHAPE = 'send {"query": "MATCH ... RETURN ..."}'
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RawQuery"}}},
    }
}


@router.get("/ask", summary="Ask in French or English")
def ask(
    store: StoreOf,
    q: Annotated[
        str,
        Query(min_length=1, max_length=500, description="A question in words.", examples=["what did Meta release"]),
    ],
) -> AskAnswer:
    """An answer in the language of the question: dated lines, how each is told, and the sentences behind them."""
    return answer_question(store, q)


@router.post("/cypher", summary="Read with raw Cypher", openapi_extra=_BODY)
async def cypher(request: Request, store: StoreOf) -> RawAnswer:
    """The answer to one read-only statement, bounded in time and rows; anything that writes is refused."""
    body = await read_body(request, limit=_MAX_QUERY_BYTES, remedy="send a shorter query")
    raw = parse_json(RawQuery, body, _SHAPE)

    def work() -> RawAnswer:
        return store.run_raw(raw.query, raw.parameters, max_rows=raw.max_rows, timeout_seconds=RAW_TIMEOUT_SECONDS)

    return await run_in_threadpool(work)
