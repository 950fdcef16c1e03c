"""Every error that Veille raises on purpose. `extraction` and `api` add no roots.

    KnowledgeGraphError
      SchemaError        InvalidDeclaration, UnknownKind, UnknownPredicate, KindMismatch
      ExtractionError    UnreadableDigest, InvalidTrigger, OffsetOutOfRange, UnknownMapping, UnreadableTable
      ResolutionError    ContradictoryJudgement, NotMerged, NotJudgedApart, InvalidPerson
      QueryError         UnknownQuery, InvalidHeader, MissingParameter, UnexpectedRow, UnreadableQuestion, RefusedQuery
      StoreError         StoreUnavailable, StoreLocked, StoreFailed, OutdatedGraph, ConstraintViolated,
                         UnreadableExport, UnwritableExport, UnwritableBackup, UnusableBackup
      LookupFailed       EntityNotFound, EntityMerged (carries the canonical id), DocumentNotFound, ClaimNotFound,
                         ClaimNotRead
      AccessRefused      WritesDisabled, WrongKey, HostRefused
      InvalidRequest     InvalidCursor, InvalidDate, InvalidBody, RequestTooLarge, UnusableAddress

Each class takes fields, not a ready message; its message names the bad value and the remedy.
Nothing here knows HTTP: `api/errors.py` holds the only table to status codes.
"""


class KnowledgeGraphError(Exception):
    """The root: anything that Veille refuses or cannot do, told in one sentence."""


class SchemaError(KnowledgeGraphError):
    """The ontology does not allow it."""


class InvalidDeclaration(SchemaError):
    """A data file (ontology, catalogue, lexicon) says something that cannot be."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}; correct the file.")


class UnknownKind(SchemaError):
    """A kind that `data/ontology/kinds` does not declare."""

    def __init__(self, kind: str, known: str) -> None:
        super().__init__(f"Unknown kind {kind!r}: use one of {known}.")


class UnknownPredicate(SchemaError):
    """A predicate that `data/ontology/predicates` does not declare."""

    def __init__(self, predicate: str, known: str) -> None:
        super().__init__(f"Unknown predicate {predicate!r}: use one of {known}.")


class KindMismatch(SchemaError):
    """A claim whose subject or object has a kind that the predicate does not take."""

    def __init__(self, predicate: str, subject_kind: str, object_kind: str | None) -> None:
        super().__init__(
            f"{predicate} does not hold from {subject_kind} to {object_kind or 'a literal'}: "
            f"see data/ontology/predicates/{predicate}.toml."
        )


class ExtractionError(KnowledgeGraphError):
    """A digest could not be read, or a part of the reader is declared wrongly."""


class UnreadableDigest(ExtractionError):
    """Empty, binary, wrongly encoded, too large, or of a format that is not read."""

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        self.source = source
        super().__init__(f"{source}: {reason}; {remedy}.")


class InvalidTrigger(ExtractionError):
    """A trigger of `data/triggers` that cannot be compiled or does not read its own example."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}; correct the trigger.")


class OffsetOutOfRange(ExtractionError):
    """A span that is not inside its text."""

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__(f"Span [{start}, {end}) is outside a text of {length} characters: give offsets of this text.")


class UnknownMapping(ExtractionError):
    """A mapping that is neither shipped nor a TOML file."""

    def __init__(self, name: str, known: str) -> None:
        super().__init__(f"Unknown mapping {name!r}: use one of {known}, or the path of a .toml file.")


class UnreadableTable(ExtractionError):
    """A file that cannot be opened, that is no table, or a table of another layout than its mapping's."""

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        super().__init__(f"{source}: {reason}; {remedy}.")


class ResolutionError(KnowledgeGraphError):
    """Entities cannot be merged or split as asked."""


class ContradictoryJudgement(ResolutionError):
    """A judgement that another judgement forbids."""

    def __init__(self, left: str, right: str, reason: str) -> None:
        super().__init__(f"{left} and {right}: {reason}; take the earlier judgement back first.")


class NotMerged(ResolutionError):
    """An entity to be split off that no judgement merged."""

    def __init__(self, entity: str) -> None:
        super().__init__(f"{entity!r} was not merged into anything: give the id of an entity that was.")


class NotJudgedApart(ResolutionError):
    """Two entities of which nobody judged that they are different."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(f"Nobody judged {left!r} and {right!r} to be different: give the two ids of such a judgement.")


class InvalidPerson(ResolutionError):
    """A judgement by nobody, or in the name of the rule."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} cannot have judged this: give the name of a person.")


class QueryError(KnowledgeGraphError):
    """A query file, its parameters, its rows, or a question is not as declared."""


class UnknownQuery(QueryError):
    """No file in `cypher/` has that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"No query is named {name!r}: see the files under cypher/.")


class InvalidHeader(QueryError):
    """A Cypher file whose header and text disagree."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}; correct the header or the statement.")


class MissingParameter(QueryError):
    """A query was called with parameters other than those it declares."""

    def __init__(self, query: str, missing: str) -> None:
        super().__init__(
            f"Query {query}: parameters differ from its header ({missing}); pass exactly the declared ones."
        )


class UnexpectedRow(QueryError):
    """A row that does not have the declared columns."""

    def __init__(self, query: str, reason: str) -> None:
        super().__init__(f"Query {query}: {reason}; its header must list the returned columns in order.")


class UnreadableQuestion(QueryError):
    """A question in words that no pattern reads."""

    def __init__(self, question: str, can: str, *, language: str = "en") -> None:
        start = "Je ne sais pas lire la question" if language == "fr" else "I cannot read the question"
        super().__init__(f"{start} {question!r}: {can}")


class RefusedQuery(QueryError):
    """Raw Cypher that is not a single bounded read."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"This query is refused: {reason}; send one read-only statement.")


class StoreError(KnowledgeGraphError):
    """The engine failed or refused."""


class StoreUnavailable(StoreError):
    """The store cannot be reached or opened."""

    def __init__(self, uri: str, reason: str) -> None:
        super().__init__(f"The graph at {uri} cannot be opened: {reason}; see VEILLE_GRAPH_URI.")


class StoreLocked(StoreError):
    """Another process writes to the embedded graph."""

    def __init__(self, uri: str) -> None:
        super().__init__(f"The graph at {uri} is in use by another process: stop that one first, or use its API.")


class StoreFailed(StoreError):
    """The engine could not carry out what it was asked, though it can be reached."""

    def __init__(self, uri: str, reason: str) -> None:
        super().__init__(f"The graph at {uri} could not do this: {reason}; nothing was changed.")


class ConstraintViolated(StoreError):
    """A write that a constraint of the schema forbids."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The write was refused by a constraint: {reason}; nothing was changed.")


class UnreadableExport(StoreError):
    """What should be imported is not an export, or the graph that it should fill is not empty."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"Cannot import {where}: {reason}; give an export of `veille export` and an empty graph.")


class OutdatedGraph(StoreError):
    """A graph that an older program wrote, opened for reading only, so that it cannot be migrated."""

    def __init__(self, uri: str, found: int, needed: int) -> None:
        super().__init__(
            f"The graph at {uri} has schema version {found}, this program needs {needed}: run `veille migrate`."
        )


class UnwritableBackup(StoreError):
    """A backup cannot be written where it was told to."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"Cannot write the backup {path}: {reason}; name a new file in a folder that you may write to."
        )


class UnusableBackup(StoreError):
    """What should be restored is no whole backup, or the graph that it should fill is not empty."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"Cannot restore {path}: {reason}; give a file of `veille backup` and an empty graph.")


class UnwritableExport(StoreError):
    """The place where an export should go cannot take it."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"Cannot export to {where}: {reason}; name a folder that is empty or not there yet.")


class LookupFailed(KnowledgeGraphError):
    """An id that leads nowhere."""


class EntityNotFound(LookupFailed):
    """No entity has this id or name."""

    def __init__(self, entity: str, suggestions: tuple[str, ...] = ()) -> None:
        self.entity = entity
        remedy = f"did you mean {', '.join(suggestions)}?" if suggestions else "search with /v1/entities?q=."
        super().__init__(f"No entity {entity!r} is in the graph: {remedy}")


class EntityMerged(LookupFailed):
    """The entity was merged into another; carries the canonical id."""

    def __init__(self, entity_id: str, canonical_id: str) -> None:
        self.entity_id, self.canonical_id = entity_id, canonical_id
        super().__init__(f"Entity {entity_id!r} was merged into {canonical_id!r}: ask for that one.")


class DocumentNotFound(LookupFailed):
    """No document has this id."""

    def __init__(self, document_id: str) -> None:
        super().__init__(f"No document {document_id!r} is in the graph: list them with /v1/documents.")


class ClaimNotFound(LookupFailed):
    """No claim has this id."""

    def __init__(self, claim_id: str) -> None:
        super().__init__(f"No claim {claim_id!r} is in the graph: list them with /v1/claims.")


class ClaimNotRead(LookupFailed):
    """No claim that was read in this digest has this id."""

    def __init__(self, claim_id: str, source: str) -> None:
        super().__init__(f"No claim {claim_id!r} was read in {source}: list them with `veille explain {source}`.")


class AccessRefused(KnowledgeGraphError):
    """The caller may not do this."""


class WritesDisabled(AccessRefused):
    """No key is configured, so nothing may be written over HTTP."""

    def __init__(self) -> None:
        super().__init__("Writes over HTTP are off: set VEILLE_API_KEY and start the server again.")


class WrongKey(AccessRefused):
    """The request carries no key, or another one."""

    def __init__(self) -> None:
        super().__init__("The key is missing or wrong: send the value of VEILLE_API_KEY in the X-API-Key header.")


class HostRefused(AccessRefused):
    """The Host header names another machine than this server answers for: a page of another site may be behind it."""

    def __init__(self, host: str) -> None:
        super().__init__(f"Host {host!r} is not served here: start with `veille serve --allow-host NAME` to allow it.")


class InvalidRequest(KnowledgeGraphError):
    """A request whose values cannot be used."""


class InvalidCursor(InvalidRequest):
    """A cursor that no list of this API gave."""

    def __init__(self, cursor: str) -> None:
        super().__init__(f"The cursor {cursor!r} is not one of ours: start again without a cursor.")


class InvalidDate(InvalidRequest):
    """A date that is not EDTF or not in the calendar."""

    def __init__(self, value: str) -> None:
        super().__init__(f"{value!r} is not a date: write 2025, 2025-04, 2025-04-21 or 2025-04-21/2025-04-30.")


class InvalidBody(InvalidRequest):
    """A request body that is not what the route takes."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"The body cannot be used: {reason}; {remedy}.")


class RequestTooLarge(InvalidRequest):
    """A request body over the limit; refused before it is all read."""

    def __init__(self, limit: int, remedy: str) -> None:
        super().__init__(f"The body is larger than {limit:,} bytes: {remedy}.")


class UnusableAddress(InvalidRequest):
    """The server cannot listen where it was told to."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"Cannot listen on {host} port {port} ({reason}): choose another --port.")
