"""Who may ask: the Host header, the key for writing, and how much a body may hold."""

import hmac
from collections.abc import Collection
from typing import TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import problem_of, respond
from graph.errors import HostRefused, InvalidBody, RequestTooLarge, WritesDisabled, WrongKey

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "::1")
"""Names by which a machine calls itself; a page of another site, rebound to loopback, still sends its own name."""

Body = TypeVar("Body", bound=BaseModel)


class HostGuard:
    """Middleware that answers only requests whose Host header names this server."""

    def __init__(self, app: ASGIApp, *, allowed: Collection[str]) -> None:
        self._app = app
        self._allowed = frozenset(host.casefold() for host in allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer with the problem."""
        if scope["type"] in ("http", "websocket"):
            header = Headers(scope=scope).get("host", "")
            if host_of(header) not in self._allowed:
                await respond(problem_of(HostRefused(header[:100]), scope["path"]))(scope, receive, send)
                return
        await self._app(scope, receive, send)


def host_of(header: str) -> str:
    """The host in a Host header, without the port: "[::1]:8000" -> "::1"."""
    host = header.strip().casefold()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def check_key(given: str | None, key: str | None) -> None:
    """Let only the holder of the key pass, in a time that tells nothing about it.

    Raises:
        WritesDisabled: no key is configured.
        WrongKey: another key, or none, was given.
    """
    if not key:
        raise WritesDisabled
    if not hmac.compare_digest((given or "").encode("utf-8", "surrogateescape"), key.encode()):
        raise WrongKey


async def read_body(request: Request, *, limit: int, remedy: str) -> bytes:
    """The body of a request, given up as soon as it is larger than `limit` bytes. Raises RequestTooLarge."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        raise RequestTooLarge(limit, remedy)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise RequestTooLarge(limit, remedy)
    return bytes(body)


def parse_json(model: type[Body], body: bytes, remedy: str) -> Body:
    """A JSON body as a record. Raises InvalidBody with what is wrong in it."""
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        told = "; ".join(
            f"{'.'.join(str(part) for part in item['loc']) or 'JSON'}: {item['msg']}" for item in error.errors()[:5]
        )
        raise InvalidBody(told, remedy) from error
