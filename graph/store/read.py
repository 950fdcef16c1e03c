"""What can be asked of a graph: one function per question, each with a typed answer.

Lists come as pages in a stable order. `since` and `until` are ISO days, both inclusive.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from graph.errors import ClaimNotFound, DocumentNotFound, EntityMerged, EntityNotFound, InvalidCursor
from graph.names import normalize, squash
from graph.ontology import load_ontology
from graph.records import ClaimId, DocumentId, EntityId, Factuality, Kind, Predicate
from graph.store.answers import (
    ClaimAnswer,
    DocumentSummary,
    EntityAnswer,
    EntitySummary,
    GraphStatus,
    Page,
    PassageAnswer,
    SortKey,
)
from graph.store.model import NO_DAY, SCHEMA_VERSION
from graph.store.protocol import Parameters, Row, Store, Value
from graph.store.rows import claim_answer, document_summary, entity_summary
from graph.store.values import column
from graph.store.words import rungs_below, ways_to

DEFAULT_LIMIT = 20
"""Rows of a page unless told otherwise; chosen by hand: a screenful."""
_FIRST, _LAST = "", "~"
"""Sort before and after every date and id."""
_MANY = 2**53
"""More mentions than there can be, and a number that every engine and JSON keep."""
_AHEAD = 40
"""Days asked for in place of one that is looked at: more rounds than a page takes."""
_DAYS = 2
"""Days looked at first for what is latest, three times as many each time they are too few; chosen by hand: a page is
full after one look in a large graph, after three in one of a document a day."""

Item = TypeVar("Item")


def search_entities(
    store: Store, text: str, *, kind: Kind | None = None, limit: int = DEFAULT_LIMIT, after: SortKey | None = None
) -> Page[EntitySummary]:
    """Entities whose name, alias or surface form holds the text, best first; all, most mentioned first, when empty.

    A text of one or two letters is looked for at the beginnings of words, one of several words at that of the first.
    """
    rank, mentions, entity_id = _key(after, ("-1", "0", _FIRST))
    if not (rank.lstrip("-") + mentions).isdigit():
        raise InvalidCursor(" ".join(after or ()))
    if folded := normalize(text):
        parameters: Parameters = {
            "ways": [*ways_to(folded)],
            "folded": folded,
            "together": squash(text),
            "kind": kind,
            "after_rank": int(rank),
            "after_mentions": int(mentions),
            "after_id": entity_id,
            "limit": limit + 1,
        }
        rows = store.execute_read("search_entities", parameters)
    else:
        rows = _most_mentioned(store, kind, None if after is None else (int(mentions), entity_id), limit)
    return _page(rows, limit, entity_summary, lambda row: (str(row["rank"]), str(row["mentions"]), str(row["id"])))


def get_entity(store: Store, entity_id: EntityId) -> EntityAnswer:
    """One entity. Raises EntityNotFound, or EntityMerged with the canonical id."""
    row = _entity_row(store, entity_id)
    counted = store.execute_read("claims_of_entity_count", {"entity_id": entity_id})
    members = store.execute_read("member_tallies", {"ids": [entity_id]})
    return EntityAnswer.model_validate(
        {name: value for name, value in row.items() if name != "merged_into"}
        | {"claims": counted[0]["claims"], "merged": [member["entity_id"] for member in members]}
    )


def find_claims(
    store: Store,
    *,
    entity_id: EntityId | None = None,
    subject_id: EntityId | None = None,
    object_id: EntityId | None = None,
    predicate: Predicate | None = None,
    factuality: Factuality | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = DEFAULT_LIMIT,
    after: SortKey | None = None,
) -> Page[ClaimAnswer]:
    """Claims that fit every filter, last published first; `since` and `until` bound the publication.

    `entity_id` is either end. Raises EntityNotFound or EntityMerged for an id that leads nowhere or elsewhere.
    """
    ends = [end for end in (entity_id, subject_id, object_id) if end is not None]
    for end in ends:
        _entity_row(store, end)
    after_key, after_id = _key(after, (_LAST, _FIRST))
    filters: dict[str, Value] = {
        "predicate": predicate,
        "factuality": factuality,
        "since": since,
        "until": until,
        "after_key": after_key,
        "after_id": after_id,
        "limit": limit + 1,
    }
    rows: list[Row] = []
    if ends:
        rows = store.execute_read(
            "claims_of_entity", filters | {"entity_id": ends[0], "subject_id": subject_id, "object_id": object_id}
        )
    else:
        rows = _latest(store, "claims_of_days", filters, limit)
    return _claim_page(store, rows[: limit + 1], limit, "published_key")


def get_claim(store: Store, claim_id: ClaimId) -> ClaimAnswer:
    """One claim with its evidence. Raises ClaimNotFound."""
    found = get_claims(store, [claim_id])
    if not found:
        raise ClaimNotFound(claim_id)
    return found[0]


def get_claims(store: Store, ids: Sequence[ClaimId]) -> tuple[ClaimAnswer, ...]:
    """The claims of these ids, in their order; ids that the graph does not have give none."""
    rows = store.execute_read("claims_by_id", {"ids": [*ids]}) if ids else []
    answers = {str(row["id"]): claim_answer(row) for row in rows}
    return tuple(answers[claim_id] for claim_id in ids if claim_id in answers)


def releases(
    store: Store,
    organization_id: EntityId,
    *,
    factuality: Factuality | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = DEFAULT_LIMIT,
    after: SortKey | None = None,
) -> Page[ClaimAnswer]:
    """What an organization or person released, newest first, planned ones included and marked as such.

    The date of a release is the one told, or else that of publication; `since` and `until` bound it.
    """
    _entity_row(store, organization_id)
    after_key, after_id = _key(after, (_LAST, _FIRST))
    parameters: Parameters = {
        "entity_id": organization_id,
        "factuality": factuality,
        "since": since,
        "until": until,
        "after_key": after_key,
        "after_id": after_id,
        "limit": limit + 1,
    }
    return _claim_page(store, store.execute_read("releases", parameters), limit, "recency_key")


def timeline(
    store: Store,
    entity_id: EntityId,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = DEFAULT_LIMIT,
    after: SortKey | None = None,
) -> Page[ClaimAnswer]:
    """Every claim about an entity, as subject or object, by the date told; undated ones last, by publication.

    `since` and `until` bound the date told: with either of them undated claims are left out. A plan carries the claims
    that tell it as done, and they carry the plan.
    """
    _entity_row(store, entity_id)
    after_key, after_id = _key(after, (_FIRST, _FIRST))
    parameters: Parameters = {
        "entity_id": entity_id,
        "since": since,
        "until": until,
        "after_key": after_key,
        "after_id": after_id,
        "limit": limit + 1,
    }
    page = _claim_page(store, store.execute_read("timeline", parameters), limit, "timeline_key")
    return page.model_copy(update={"items": _linked(store, page.items)})


def list_documents(store: Store, *, limit: int = DEFAULT_LIMIT, after: SortKey | None = None) -> Page[DocumentSummary]:
    """The documents of the graph, last published first, superseded ones included and marked."""
    after_key, after_id = _key(after, (_LAST, _FIRST))
    parameters: dict[str, Value] = {"after_key": after_key, "after_id": after_id, "limit": limit + 1}
    rows = _latest(store, "documents", parameters, limit)
    return _page(rows, limit, document_summary, lambda row: (str(row["published"] or ""), str(row["id"])))


def get_document(store: Store, document_id: DocumentId) -> DocumentSummary:
    """One document. Raises DocumentNotFound."""
    rows = store.execute_read("documents_by_id", {"ids": [document_id]})
    if not rows:
        raise DocumentNotFound(document_id)
    return document_summary(rows[0])


def current_version(store: Store, source: str) -> DocumentId | None:
    """The current document of a source; None when the graph has none of it."""
    rows = store.execute_read("versions_of_sources", {"ids": [source]})
    return next((DocumentId(column(row, "document_id", str)) for row in rows if row["current"]), None)


def list_passages(store: Store, document_id: DocumentId) -> tuple[PassageAnswer, ...]:
    """The passages of a document in reading order; none when it was superseded. Raises DocumentNotFound."""
    get_document(store, document_id)
    rows = store.execute_read("passages_of_document", {"document_id": document_id})
    return tuple(PassageAnswer.model_validate(row) for row in rows)


def status(store: Store) -> GraphStatus:
    """How much the graph holds, and where."""

    def count(what: str) -> Value:
        return store.execute_read(f"count_{what}", {})[0][what]

    kinds = store.execute_read("count_entities", {})
    claims = {row["predicate"]: row["claims"] for row in store.execute_read("count_predicates", {})}
    by_kind = entity_counts(store)
    return GraphStatus.model_validate(
        {
            "uri": store.uri,
            "engine": store.engine_name,
            "schema_version": SCHEMA_VERSION,
            "documents": count("documents"),
            "passages": count("passages"),
            "entities": sum(by_kind.values()),
            "mentions": sum(column(row, "mentions", int) for row in kinds),
            "claims": count("claims"),
            "by_kind": by_kind,
            "by_predicate": {name: claims[name] for name in load_ontology().predicates if name in claims},
        }
    )


def entity_counts(store: Store) -> dict[Kind, int]:
    """How many entities of each kind there are, kinds in the ontology's order; merged ones do not count."""
    counted = {row["kind"]: column(row, "entities", int) for row in store.execute_read("count_entities", {})}
    return {kind: counted.get(kind, 0) for kind in load_ontology().kinds}


def _most_mentioned(store: Store, kind: Kind | None, after: tuple[int, str] | None, limit: int) -> list[Row]:
    """All entities, those first that are mentioned most, until there is one more than `limit`."""
    ladder = rungs_below([kind] if kind else load_ontology().kinds, after[0] if after else None)
    words = [word for rung in ladder for word in rung]
    there = {row["word"] for row in store.execute_read("known_words", {"ids": [*words]})}
    mentions, entity_id = after or (_MANY, _FIRST)
    rows: list[Row] = []
    for rung in ladder:
        if (found := [word for word in rung if word in there]) and len(rows) <= limit:
            parameters: Parameters = {
                "words": [*found],
                "after_mentions": mentions,
                "after_id": entity_id,
                "limit": limit + 1,
            }
            rows += store.execute_read("entities", parameters)
    return [row | {"rank": 0} for row in rows[: limit + 1]]


def _latest(store: Store, query: str, parameters: dict[str, Value], limit: int) -> list[Row]:
    """The rows of a query on days, the latest first, until there is one more than `limit`; no other days are read."""
    since, until = (column(parameters, name, str) if parameters.get(name) else None for name in ("since", "until"))
    last = min(column(parameters, "after_key", str) or NO_DAY, until or _LAST)
    rows: list[Row] = []
    several = _DAYS
    found: list[str] = []
    while True:
        if len(found) <= several:
            ahead = store.execute_read("days", {"last": last, "limit": several * _AHEAD})
            found = [column(row, "day", str) for row in ahead]
        days, found = found[:several], found[several:]
        rows += store.execute_read(query, parameters | {"days": [*days]}) if days else []
        if len(rows) > limit or not found or (since is not None and found[0] < since):
            return rows[: limit + 1]
        last, several = found[0], several * 3


def _entity_row(store: Store, entity_id: EntityId) -> Row:
    rows = store.execute_read("entity_by_id", {"entity_id": entity_id})
    if not rows:
        raise EntityNotFound(entity_id)
    if rows[0]["merged_into"] is not None:
        raise EntityMerged(entity_id, column(rows[0], "merged_into", str))
    return rows[0]


def _claim_page(store: Store, rows: list[Row], limit: int, key: str) -> Page[ClaimAnswer]:
    ids = [ClaimId(str(row["claim_id"])) for row in rows[:limit]]
    answers = {claim.id: claim for claim in get_claims(store, ids)}
    return _page(
        rows,
        limit,
        lambda row: answers[ClaimId(str(row["claim_id"]))],
        lambda row: (str(row[key]), str(row["claim_id"])),
    )


def _linked(store: Store, claims: Sequence[ClaimAnswer]) -> tuple[ClaimAnswer, ...]:
    """The claims with plans and outcomes leading to each other."""
    plans, outcomes = defaultdict[str, list[ClaimId]](list), defaultdict[str, list[ClaimId]](list)
    if done := [claim.id for claim in claims if claim.object and claim.factuality is Factuality.ASSERTED]:
        for row in store.execute_read("plans_of", {"ids": [*done]}):
            plans[str(row["outcome_id"])].append(ClaimId(str(row["plan_id"])))
    if planned := [claim.id for claim in claims if claim.object and claim.factuality is Factuality.PLANNED]:
        for row in store.execute_read("outcomes_of", {"ids": [*planned]}):
            outcomes[str(row["plan_id"])].append(ClaimId(str(row["outcome_id"])))
    return tuple(
        claim.model_copy(update={"fulfils": tuple(plans[claim.id]), "fulfilled_by": tuple(outcomes[claim.id])})
        for claim in claims
    )


def _key(after: SortKey | None, first: SortKey) -> SortKey:
    if after is not None and len(after) != len(first):
        raise InvalidCursor(" ".join(after))
    return after if after is not None else first


def _page(rows: list[Row], limit: int, item: Callable[[Row], Item], key: Callable[[Row], SortKey]) -> Page[Item]:
    """The first `limit` rows, and where they end when there are more."""
    return Page(
        items=tuple(item(row) for row in rows[:limit]), next=key(rows[limit - 1]) if len(rows) > limit else None
    )
