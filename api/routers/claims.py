"""Claims by filters, one claim, and releases: each with the sentences it was read from."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.cursors import decode_cursor, encode_cursor
from api.lookup import entity_named
from api.models import Listed
from api.routers.parameters import (
    CursorOf,
    EntityOf,
    FactualityOf,
    LimitOf,
    ObjectOf,
    SinceOf,
    SubjectOf,
    UntilOf,
    bounds,
)
from api.services import StoreOf
from graph.ontology import load_ontology
from graph.records import ClaimId
from graph.store import read
from graph.store.answers import ClaimAnswer, Conflict
from graph.store.conflicts import list_conflicts

router = APIRouter(tags=["claims"])


@router.get("/claims", summary="Claims that fit filters")
def claims(
    store: StoreOf,
    entity: EntityOf = None,
    subject: SubjectOf = None,
    object: ObjectOf = None,
    predicate: Annotated[str | None, Query(description="One predicate of /v1/schema.", examples=["ACQUIRED"])] = None,
    factuality: FactualityOf = None,
    since: SinceOf = None,
    until: UntilOf = None,
    limit: LimitOf = read.DEFAULT_LIMIT,
    cursor: CursorOf = None,
) -> Listed[ClaimAnswer]:
    """Claims that fit every filter, last published first; `since` and `until` bound the publication."""
    days = bounds(since, until)
    of = ("claims", entity, subject, object, predicate, factuality, days.since, days.until)
    page = read.find_claims(
        store,
        entity_id=entity_named(store, entity) if entity is not None else None,
        subject_id=entity_named(store, subject) if subject is not None else None,
        object_id=entity_named(store, object) if object is not None else None,
        predicate=load_ontology().predicate(predicate).name if predicate is not None else None,
        factuality=factuality,
        since=days.since,
        until=days.until,
        limit=limit,
        after=decode_cursor(cursor, *of),
    )
    return Listed(items=page.items, next_cursor=encode_cursor(page.next, *of))


@router.get("/claims/{claim_id}", summary="One claim")
def claim(
    store: StoreOf,
    claim_id: Annotated[str, Path(max_length=100, description="The id of a claim.", examples=["4f7c2a9d10b35e86c1d2"])],
) -> ClaimAnswer:
    """One claim with all its evidence."""
    return read.get_claim(store, ClaimId(claim_id))


@router.get("/conflicts", summary="Claims that cannot all be true")
def conflicts(
    store: StoreOf, entity: EntityOf = None, limit: LimitOf = read.DEFAULT_LIMIT, cursor: CursorOf = None
) -> Listed[Conflict]:
    """Claims told as facts that contradict each other, side by side, each with its sentences: two owners, two dates.

    What contradicts is declared with the predicate (`single_object`, `single_subject` in /v1/schema). Nothing is
    retired: which claim is right is for a person to say.
    """
    entity_id = entity_named(store, entity) if entity is not None else None
    of = ("conflicts", entity_id)
    page = list_conflicts(store, entity_id=entity_id, limit=limit, after=decode_cursor(cursor, *of))
    return Listed(items=page.items, next_cursor=encode_cursor(page.next, *of))


@router.get("/releases", summary="What an organization released")
def releases(
    store: StoreOf,
    organization: Annotated[
        str, Query(min_length=1, max_length=300, description="Id or name of who released it.", examples=["Meta"])
    ],
    factuality: FactualityOf = None,
    since: SinceOf = None,
    until: UntilOf = None,
    limit: LimitOf = read.DEFAULT_LIMIT,
    cursor: CursorOf = None,
) -> Listed[ClaimAnswer]:
    """Releases, newest first. Planned, speculated and denied ones are there too, each marked by `factuality`."""
    days = bounds(since, until)
    organization_id = entity_named(store, organization, kinds=load_ontology().predicate("RELEASED").domain)
    of = ("releases", organization_id, factuality, days.since, days.until)
    page = read.releases(
        store,
        organization_id,
        factuality=factuality,
        since=days.since,
        until=days.until,
        limit=limit,
        after=decode_cursor(cursor, *of),
    )
    return Listed(items=page.items, next_cursor=encode_cursor(page.next, *of))
