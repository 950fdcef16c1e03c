"""How errors look over HTTP: the only table from error class to status, and the problem that a client gets.

A problem is RFC 9457 `application/problem+json`, whatever went wrong: our own errors, a value of the wrong form, an
address that leads nowhere, a failure that nobody foresaw.
"""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Literal
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import Field
from starlette.exceptions import HTTPException

from graph import errors
from graph.records import Record

MEDIA_TYPE = "application/problem+json"

STATUS: Mapping[type[errors.KnowledgeGraphError], HTTPStatus] = {
    errors.InvalidDeclaration: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.UnknownKind: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnknownPredicate: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.KindMismatch: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.UnreadableDigest: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnknownMapping: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnreadableTable: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.InvalidTrigger: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.OffsetOutOfRange: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.ContradictoryJudgement: HTTPStatus.CONFLICT,
    errors.NotMerged: HTTPStatus.CONFLICT,
    errors.NotJudgedApart: HTTPStatus.CONFLICT,
    errors.InvalidPerson: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnreadableExport: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnwritableExport: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnknownQuery: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.InvalidHeader: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.MissingParameter: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.UnexpectedRow: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.UnreadableQuestion: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.RefusedQuery: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.StoreUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.StoreLocked: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.StoreFailed: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.OutdatedGraph: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.UnwritableBackup: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.UnusableBackup: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.ConstraintViolated: HTTPStatus.CONFLICT,
    errors.EntityNotFound: HTTPStatus.NOT_FOUND,
    errors.EntityMerged: HTTPStatus.PERMANENT_REDIRECT,
    errors.DocumentNotFound: HTTPStatus.NOT_FOUND,
    errors.ClaimNotFound: HTTPStatus.NOT_FOUND,
    errors.ClaimNotRead: HTTPStatus.NOT_FOUND,
    errors.WritesDisabled: HTTPStatus.FORBIDDEN,
    errors.WrongKey: HTTPStatus.UNAUTHORIZED,
    errors.HostRefused: HTTPStatus.MISDIRECTED_REQUEST,
    errors.InvalidCursor: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.InvalidDate: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.InvalidBody: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.RequestTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    errors.UnusableAddress: HTTPStatus.INTERNAL_SERVER_ERROR,
}


class FieldProblem(Record):
    """One value of a request that cannot be used."""

    where: str = Field(description="Where it stands: 'query.limit', 'body.text'.")
    reason: str


class Problem(Record):
    """What went wrong, after RFC 9457."""

    type: str = Field(description="'urn:veille:error:' and the name of the error, or 'about:blank'.")
    title: str = Field(description="The same for every problem of this type.")
    status: int
    detail: str = Field(description="One sentence: what, where, and what to do.")
    instance: str = Field(description="The path that was asked for.")
    errors: tuple[FieldProblem, ...] = Field(default=(), description="The values refused, for a status of 422.")


PROBLEMS: dict[int | str, dict[str, object]] = {
    "default": {
        "description": "What went wrong, in one sentence.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
"""For the `responses` of a router: every route may answer with a problem."""


def install_handlers(app: FastAPI) -> None:
    """Make every failure of an app a problem."""
    app.add_exception_handler(errors.KnowledgeGraphError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _unforeseen)


def problem_of(error: errors.KnowledgeGraphError, path: str) -> Problem:
    """The problem that one of our errors is to a client."""
    kind = type(error)
    return Problem(
        type=f"urn:veille:error:{re.sub(r'(?<!^)(?=[A-Z])', '-', kind.__name__).lower()}",
        title=(kind.__doc__ or kind.__name__).splitlines()[0],
        status=STATUS.get(kind, HTTPStatus.INTERNAL_SERVER_ERROR),
        detail=str(error),
        instance=path,
    )


def respond(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """The response that carries a problem."""
    return Response(problem.model_dump_json(), problem.status, headers, MEDIA_TYPE)


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, errors.KnowledgeGraphError)
    headers: dict[str, str] = {}
    if isinstance(error, errors.EntityMerged):
        headers["Location"] = _moved(request, error)
    if isinstance(error, errors.WrongKey):
        headers["WWW-Authenticate"] = "ApiKey"
    return respond(problem_of(error, request.url.path), headers)


def _moved(request: Request, error: errors.EntityMerged) -> str:
    """The same address with the canonical id in the place of the merged one."""
    base = f"{request.scope.get('root_path', '')}/v1/entities/"
    rest = request.url.path.removeprefix(f"{base}{error.entity_id}") if request.url.path.startswith(base) else ""
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{base}{quote(error.canonical_id)}{rest}{query}"


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    fields = tuple(
        FieldProblem(where=".".join(str(part) for part in item["loc"]), reason=item["msg"]) for item in error.errors()
    )
    told = "; ".join(f"{field.where}: {field.reason}" for field in fields)
    return respond(_plain(request, HTTPStatus.UNPROCESSABLE_ENTITY, f"{told}; see /docs.", fields))


_REMEDY: Mapping[int, str] = {
    HTTPStatus.NOT_FOUND: "Nothing is at this address: see /docs for what there is.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take this method: see the Allow header.",
}


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    detail = _REMEDY.get(status, f"{error.detail}: see /docs.")
    return respond(_plain(request, status, detail), error.headers)


def _unforeseen(request: Request, _: Exception) -> Response:
    detail = "Something failed that nobody foresaw: the server's log tells what; please report it."
    return respond(_plain(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail))


def _plain(
    request: Request,
    status: HTTPStatus,
    detail: str,
    fields: tuple[FieldProblem, ...] = (),
    kind: Literal["about:blank"] = "about:blank",
) -> Problem:
    return Problem(
        type=kind, title=status.phrase, status=status, detail=detail, instance=request.url.path, errors=fields
    )
