"""What the routes of one app work with, and how they get at it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, TypeVar

from anyio import Lock, to_thread
from fastapi import Depends, Request

from api.ingest import Extractor, ingest_bytes
from graph.records import DocumentId
from graph.resolution import resolve
from graph.store import Store
from graph.store.answers import WriteReport

Result = TypeVar("Result")


@dataclass
class Services:
    """The store, the way to an extractor, and what the operator allows.

    `extractor` is loaded at the first write and kept. `api_key` is None when nothing may be written over HTTP.
    """

    store: Store
    load_extractor: Callable[[], Extractor]
    api_key: str | None
    max_body_bytes: int
    extractor: Extractor | None = None
    writing: Lock = field(default_factory=Lock)

    async def ingest(self, data: bytes, *, source: str, published: str | None, language: str | None) -> WriteReport:
        """Keep what a digest says, and merge what it makes certain."""

        def work() -> WriteReport:
            self.extractor = self.extractor or self.load_extractor()
            report = ingest_bytes(
                self.store, self.extractor, data, source=source, published=published, language=language
            )
            resolve(self.store)
            return report

        return await self.change(work)

    async def change(self, work: Callable[[], Result]) -> Result:
        """What work that writes gives; one at a time, in a thread, so that reading goes on beside it."""
        async with self.writing:
            return await to_thread.run_sync(work)

    async def retract(self, document_id: DocumentId) -> WriteReport:
        """Take a document back, with the merges that only it spoke for."""

        def work() -> WriteReport:
            report = self.store.retract(document_id)
            resolve(self.store)
            return report

        return await self.change(work)


def services_of(request: Request) -> Services:
    """The services of the app that a request came to."""
    services = request.app.state.services
    assert isinstance(services, Services)
    return services


ServicesOf = Annotated[Services, Depends(services_of)]


def store_of(services: ServicesOf) -> Store:
    """The store of the app that a request came to."""
    return services.store


StoreOf = Annotated[Store, Depends(store_of)]
