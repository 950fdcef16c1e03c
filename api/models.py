"""What only the ways in need beside the records of the graph: lists with a cursor, bodies, small answers."""

from typing import Generic, TypeVar

from pydantic import Field, JsonValue

from graph.judgements import Judgement
from graph.ontology import KindDeclaration, PredicateDeclaration
from graph.records import EntityId, Record
from graph.store.answers import DocumentSummary, PassageAnswer

Item = TypeVar("Item")


class Listed(Record, Generic[Item]):
    """Part of a list, in an order that does not change while one reads on."""

    items: tuple[Item, ...]
    next_cursor: str | None = Field(description="Give it back as `cursor` for the items that follow; null at the end.")


class DocumentDetail(DocumentSummary):
    """A document with its passages."""

    text: tuple[PassageAnswer, ...] = Field(description="Its passages in reading order; none once superseded.")


class NewDocument(Record):
    """A digest sent as JSON; as it is, or raw with its own media type, it can be sent too."""

    text: str = Field(min_length=1, description="The digest: Markdown, HTML or plain text.")
    source: str = Field(
        min_length=1, max_length=2_000, description="Address or name it comes from; a later text of it supersedes."
    )
    published: str | None = Field(default=None, description="ISO day; found in the text when not given.")
    language: str | None = Field(default=None, pattern="^(fr|en)$", description="'fr' or 'en'; found when not given.")


class RawQuery(Record):
    """One read-only Cypher statement."""

    query: str = Field(min_length=1, description="One statement that reads; values belong into `parameters`.")
    parameters: dict[str, JsonValue] = Field(default_factory=dict)
    max_rows: int = Field(default=100, ge=1, le=1_000, description="Rows given at most.")


class SchemaAnswer(Record):
    """The vocabulary of the graph: what there can be, and what can be said of it."""

    kinds: tuple[KindDeclaration, ...]
    predicates: tuple[PredicateDeclaration, ...]


class Health(Record):
    """That the server, or the graph behind it, answers."""

    status: str = Field(description="'ok'.")


class NewMerge(Record):
    """Two entities to be one."""

    merged_id: EntityId = Field(max_length=400, description="Leads to the other from then on, and answers 308.")
    kept_id: EntityId = Field(max_length=400, description="Stays.")
    decided_by: str = Field(min_length=1, max_length=200, description="The name of who judges.")
    reason: str = Field(default="", max_length=2_000, description="Why, in words.")


class Merged(Judgement):
    """A judgement that two entities are one, and what it could not make fit."""

    aside: int = Field(
        description="Claims about the entity kept that do not fit its kind: they are shown, but make no plain edge."
    )


class NewRejection(Record):
    """Two entities to be two."""

    left_id: EntityId = Field(max_length=400)
    right_id: EntityId = Field(max_length=400)
    decided_by: str = Field(min_length=1, max_length=200, description="The name of who judges.")
    reason: str = Field(default="", max_length=2_000, description="Why, in words.")
