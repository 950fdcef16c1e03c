"""Documents: listed, shown, and added by whoever holds the key."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request, Response

from api.cursors import decode_cursor, encode_cursor
from api.dates import days_of
from api.guards import check_key, parse_json, read_body
from api.models import DocumentDetail, Listed, NewDocument
from api.routers.parameters import CursorOf, LimitOf
from api.services import ServicesOf, StoreOf
from graph.errors import InvalidBody, InvalidDate
from graph.records import DocumentId
from graph.store import read
from graph.store.answers import DocumentSummary, WriteReport

router = APIRouter(prefix="/documents", tags=["documents"])

_REMEDY = "send a smaller digest, or raise VEILLE_MAX_DIGEST_BYTES"
_SHAPE = 'send {"text": ..., "source": ...} as application/json, or the digest itself with ?source='

_RAW = {"schema": {"type": "string"}, "example": "# AI weekly\n\nHugging Face acquired Pollen Robotics.\n"}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The digest: as JSON with its source, or as it is, with `source` in the address.",
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/NewDocument"}},
            "text/markdown": _RAW,
            "text/html": _RAW,
            "text/plain": _RAW,
            "application/pdf": {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


@router.get("", summary="Documents")
def documents(store: StoreOf, limit: LimitOf = read.DEFAULT_LIMIT, cursor: CursorOf = None) -> Listed[DocumentSummary]:
    """The digests of the graph, last published first; superseded versions are marked."""
    page = read.list_documents(store, limit=limit, after=decode_cursor(cursor, "documents"))
    return Listed(items=page.items, next_cursor=encode_cursor(page.next, "documents"))


DocumentIdOf = Annotated[
    str, Path(max_length=100, description="The id of a document.", examples=["9b1f6c3ad2e47081ffc0"])
]
KeyOf = Annotated[
    str | None, Header(description="The value of VEILLE_API_KEY on the server.", examples=["a long secret"])
]


@router.get("/{document_id}", summary="One document")
def document(store: StoreOf, document_id: DocumentIdOf) -> DocumentDetail:
    """One digest with its passages in reading order."""
    summary = read.get_document(store, DocumentId(document_id))
    passages = read.list_passages(store, summary.id)
    return DocumentDetail(**summary.model_dump(), text=passages)


@router.post("", summary="Add a document", status_code=201, openapi_extra=_BODY)
async def add(
    request: Request,
    response: Response,
    services: ServicesOf,
    source: Annotated[
        str | None,
        Query(max_length=2_000, description="Where the digest is from; for a body that is not JSON.", examples=[None]),
    ] = None,
    published: Annotated[
        str | None, Query(description="ISO day of publication; found in the text without it.", examples=["2025-04-30"])
    ] = None,
    language: Annotated[
        str | None, Query(pattern="^(fr|en)$", description="Found in the text without it.", examples=["fr"])
    ] = None,
    x_api_key: KeyOf = None,
) -> WriteReport:
    """Read a digest and keep what it says, in one transaction: 201 when it changed the graph, 200 when it was known.

    The body is JSON (`text`, `source`, and if known `published` and `language`), or the digest itself in its own
    media type (Markdown, HTML, plain text, PDF) with `source` in the address. Without VEILLE_API_KEY on the server
    nothing is ever written.
    """
    check_key(x_api_key, services.api_key)
    body = await read_body(request, limit=services.max_body_bytes, remedy=_REMEDY)
    if _media_type(request) == "application/json":
        new = parse_json(NewDocument, body, _SHAPE)
        body, source = new.text.encode("utf-8", "replace"), new.source
        published, language = new.published or published, new.language or language
    if not source:
        raise InvalidBody("it has no source", _SHAPE)
    if published is not None and (days_of(published)[0] != published):
        raise InvalidDate(published)
    report = await services.ingest(body, source=source, published=published, language=language)
    if report.status == "known":
        response.status_code = 200
    response.headers["Location"] = f"{request.scope.get('root_path', '')}/v1/documents/{report.document_id}"
    return report


@router.delete("/{document_id}", summary="Take a document back")
async def retract(services: ServicesOf, document_id: DocumentIdOf, x_api_key: KeyOf = None) -> WriteReport:
    """Take a digest back, and what it alone said; what others say too stays.

    The version of the same source that it superseded, if any, is current again. Needs the key, like every write.
    """
    check_key(x_api_key, services.api_key)
    return await services.retract(DocumentId(document_id))


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().casefold()
