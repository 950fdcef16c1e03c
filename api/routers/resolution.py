"""Which entities are one thing: pairs to decide, and what was judged of them by persons and by rule."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Response

from api.cursors import decode_cursor, encode_cursor
from api.guards import check_key, parse_json, read_body
from api.models import Listed, Merged, NewMerge, NewRejection
from api.routers.entities import KindPart, SlugPart
from api.routers.parameters import CursorOf, LimitOf
from api.services import ServicesOf, StoreOf
from graph.judgements import Judgement
from graph.records import EntityId
from graph.resolution import Match, ResolutionReport, persons, resolve, review
from graph.store import read
from graph.store.answers import SortKey
from graph.store.judged import TakenJudgement, list_judgements

router = APIRouter(tags=["resolution"])

_MAX_BYTES = 20_000
"""Bytes of a judgement; chosen by hand: ids and a long reason."""
_REMEDY = "send a shorter reason"
_SHAPE_OF_MERGE = 'send {"merged_id": ..., "kept_id": ..., "decided_by": ...}'
_SHAPE_OF_REJECTION = 'send {"left_id": ..., "right_id": ..., "decided_by": ...}'

KeyHeader = Annotated[
    str | None, Header(description="The value of VEILLE_API_KEY on the server.", examples=["a long secret"])
]
ByOf = Annotated[str, Query(min_length=1, max_length=200, description="The name of who judges.", examples=["Camille"])]
ReasonOf = Annotated[str, Query(max_length=2_000, description="Why, in words.", examples=["two companies"])]
SideOf = Annotated[str, Query(max_length=400, description="Id of an entity.", examples=["organization/mistral-energy"])]


def _body(model: str) -> dict[str, Any]:
    schema = {"schema": {"$ref": f"#/components/schemas/{model}"}}
    return {"requestBody": {"required": True, "content": {"application/json": schema}}}


@router.get("/review", summary="Pairs to decide")
def pairs(store: StoreOf, limit: LimitOf = read.DEFAULT_LIMIT, cursor: CursorOf = None) -> Listed[Match]:
    """Pairs of entities that may be one thing, likeliest first, each with what speaks for and against it."""
    after = decode_cursor(cursor, "review") or ("",)
    matches = [match for match in review(store) if _place(match) > after]
    end = _place(matches[limit - 1]) if len(matches) > limit else None
    return Listed(items=tuple(matches[:limit]), next_cursor=encode_cursor(end, "review"))


@router.post("/review", summary="Resolve the graph")
async def run(services: ServicesOf, x_api_key: KeyHeader = None) -> ResolutionReport:
    """Compare every entity again, as is due when the rule has changed: what a digest changes is resolved with it.

    What is certain is merged, what no longer is is taken back; persons' judgements are never touched.
    """
    check_key(x_api_key, services.api_key)
    return await services.change(lambda: resolve(services.store, whole=True))


@router.get("/judgements", summary="What was judged")
def judgements(store: StoreOf, limit: LimitOf = read.DEFAULT_LIMIT, cursor: CursorOf = None) -> Listed[TakenJudgement]:
    """Every judgement by its id: who or which rule decided, of what, when, why, and with which score."""
    page = list_judgements(store, limit=limit, after=decode_cursor(cursor, "judgements"))
    return Listed(items=page.items, next_cursor=encode_cursor(page.next, "judgements"))


@router.post("/merges", summary="Merge two entities", status_code=201, openapi_extra=_body("NewMerge"))
async def merge(request: Request, response: Response, services: ServicesOf, x_api_key: KeyHeader = None) -> Merged:
    """Judge that two entities are one thing: 201, or 200 when that was known. The merged id then answers 308.

    Of two kinds, what comes of it is of the kind of `kept_id`; claims that do not fit it stay, without a plain edge.
    """
    check_key(x_api_key, services.api_key)
    new = parse_json(NewMerge, await read_body(request, limit=_MAX_BYTES, remedy=_REMEDY), _SHAPE_OF_MERGE)
    decided = await services.change(
        lambda: persons.merge(services.store, new.merged_id, new.kept_id, decided_by=new.decided_by, reason=new.reason)
    )
    response.status_code = 201 if decided.new else 200
    return Merged(**decided.judgement.model_dump(), aside=decided.aside)


@router.delete("/merges/{kind}/{slug}", summary="Split a merged entity off")
async def split(
    services: ServicesOf,
    kind: KindPart,
    slug: SlugPart,
    decided_by: ByOf,
    reason: ReasonOf = "",
    x_api_key: KeyHeader = None,
) -> persons.SplitReport:
    """Take the merge of an id back: everything is as before. What a rule merged is judged to be two things."""
    check_key(x_api_key, services.api_key)
    merged_id = EntityId(f"{kind}/{slug}")
    return await services.change(lambda: persons.split(services.store, merged_id, decided_by=decided_by, reason=reason))


@router.post("/rejections", summary="Tell two entities apart", status_code=201, openapi_extra=_body("NewRejection"))
async def reject(request: Request, response: Response, services: ServicesOf, x_api_key: KeyHeader = None) -> Judgement:
    """Judge that two entities are two things, so that the pair is not proposed again: 201, or 200 when known."""
    check_key(x_api_key, services.api_key)
    new = parse_json(NewRejection, await read_body(request, limit=_MAX_BYTES, remedy=_REMEDY), _SHAPE_OF_REJECTION)
    decided = await services.change(
        lambda: persons.reject(services.store, new.left_id, new.right_id, decided_by=new.decided_by, reason=new.reason)
    )
    response.status_code = 201 if decided.new else 200
    return decided.judgement


@router.delete("/rejections", summary="Take a rejection back", status_code=204)
async def reconsider(services: ServicesOf, left_id: SideOf, right_id: SideOf, x_api_key: KeyHeader = None) -> None:
    """Take back that two entities are two things: the pair may be proposed and merged again."""
    check_key(x_api_key, services.api_key)
    await services.change(lambda: services.store.reconsider(EntityId(left_id), EntityId(right_id)))


def _place(match: Match) -> SortKey:
    """Where a pair stands in the list: likeliest first."""
    return (f"{1 - match.score:.4f}", match.left_id, match.right_id)
