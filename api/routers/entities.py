"""Entities: search, one of them, and its timeline."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.cursors import decode_cursor, encode_cursor
from api.models import Listed
from api.routers.parameters import CursorOf, LimitOf, SinceOf, UntilOf, bounds
from api.services import StoreOf
from graph.ontology import load_ontology
from graph.records import EntityId
from graph.store import read
from graph.store.answers import ClaimAnswer, EntityAnswer, EntitySummary

router = APIRouter(prefix="/entities", tags=["entities"])

KindPart = Annotated[
    str, Path(max_length=50, description="First part of the id: the kind, lower case.", examples=["organization"])
]
SlugPart = Annotated[str, Path(max_length=300, description="Second part of the id.", examples=["hugging-face"])]


@router.get("", summary="Search entities")
def search(
    store: StoreOf,
    q: Annotated[
        str, Query(max_length=300, description="A name, or the beginning of one; all without it.", examples=["hugging"])
    ] = "",
    kind: Annotated[str | None, Query(description="Only of this kind.", examples=["Organization"])] = None,
    limit: LimitOf = read.DEFAULT_LIMIT,
    cursor: CursorOf = None,
) -> Listed[EntitySummary]:
    """Entities whose name, alias or surface form fits, best first; case and accents do not matter."""
    declared = load_ontology().kind(kind).name if kind is not None else None
    after = decode_cursor(cursor, "entities", q, kind)
    page = read.search_entities(store, q, kind=declared, limit=limit, after=after)
    return Listed(items=page.items, next_cursor=encode_cursor(page.next, "entities", q, kind))


@router.get("/{kind}/{slug}", summary="One entity")
def one(store: StoreOf, kind: KindPart, slug: SlugPart) -> EntityAnswer:
    """One entity by its id ("organization/hugging-face"); an id merged into another answers 308 to that one."""
    return read.get_entity(store, EntityId(f"{kind}/{slug}"))


@router.get("/{kind}/{slug}/timeline", summary="Timeline of an entity")
def timeline(
    store: StoreOf,
    kind: KindPart,
    slug: SlugPart,
    since: SinceOf = None,
    until: UntilOf = None,
    limit: LimitOf = read.DEFAULT_LIMIT,
    cursor: CursorOf = None,
) -> Listed[ClaimAnswer]:
    """Every claim about the entity by the date told, undated ones last; plans name the claims that fulfil them."""
    days, entity_id = bounds(since, until), EntityId(f"{kind}/{slug}")
    of = ("timeline", entity_id, days.since, days.until)
    page = read.timeline(
        store, entity_id, since=days.since, until=days.until, limit=limit, after=decode_cursor(cursor, *of)
    )
    return Listed(items=page.items, next_cursor=encode_cursor(page.next, *of))
