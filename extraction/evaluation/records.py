"""One document as annotation tells it: what a gold file says, and what an extractor says in the same format.

A gold file is closed (an unknown field is a mistake in it); an extractor's file may carry more than is scored
(offsets, ids, qualifiers of its own), which is read over.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field

from graph.records import Factuality, Kind, Predicate, Record


class GoldEntity(Record):
    """A named thing, once per document; `also` lists other kinds that are as right."""

    name: str = Field(min_length=1)
    kind: Kind
    surface_forms: tuple[str, ...] = Field(description="Exact strings by which the text calls it.")
    also: tuple[Kind, ...] = ()
    optional: bool = False


class GoldClaim(Record):
    """What the text says; `object` is the name of an entity, or a literal where the predicate takes one."""

    subject: str
    predicate: Predicate
    object: str
    date: str | None = Field(default=None, description="EDTF; null when the text tells none.")
    factuality: Factuality = Factuality.ASSERTED
    qualifiers: dict[str, str] = Field(default_factory=dict)
    optional: bool = False
    evidence: str = Field(description="Contiguous substring of the digest, 300 characters at most.")


class GoldDocument(Record):
    """A gold file. `document` is the stem of its file and of the digest's."""

    document: str
    language: str
    published: str | None = None
    entities: tuple[GoldEntity, ...]
    claims: tuple[GoldClaim, ...]


Text = Annotated[str, BeforeValidator(lambda value: value if isinstance(value, str) else str(value))]
"""A string, or a number that stands for its digits."""


class SystemEntity(Record, extra="ignore"):
    """A named thing as an extractor gives it; `aliases` count as surface forms."""

    name: str
    kind: Kind
    surface_forms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class SystemClaim(Record, extra="ignore"):
    """A claim as an extractor gives it; the two kinds tell namesakes apart when given."""

    subject: str
    predicate: Predicate
    object: Text
    subject_kind: Kind | None = None
    object_kind: Kind | None = None
    date: str | None = None
    factuality: Factuality = Factuality.ASSERTED
    evidence: str = ""
    rule: str = ""


class SystemDocument(Record, extra="ignore"):
    """What an extractor gives for one document; the empty one scores as having found nothing."""

    entities: tuple[SystemEntity, ...] = ()
    claims: tuple[SystemClaim, ...] = ()
