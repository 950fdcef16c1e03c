"""A real embedded graph with two digests, and clients of the app over it."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from api.app import create_app
from graph.store import Store, open_store
from tests.api.sample_graph import LineExtractor, sample_extractions

KEY = "a key for tests"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A graph with the sample digests; tests do not write to it."""
    with open_store(f"embedded:{tmp_path_factory.mktemp('graph') / 'graph.kgl'}") as opened:
        for extraction in sample_extractions():
            opened.write(extraction)
        yield opened


@pytest.fixture
def own_store(tmp_path: Path) -> Iterator[Store]:
    """An empty graph of the test's own, to write to."""
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as opened:
        yield opened


@pytest.fixture
def app(store: Store) -> FastAPI:
    """The app over the sample graph."""
    return create_app(store, extractor=LineExtractor(), api_key=KEY)


def client_of(app: FastAPI) -> httpx.AsyncClient:
    """A client that speaks to an app in this process."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")


Get = Callable[[str], httpx.Response]


@pytest.fixture
def anyio_backend() -> str:
    """The loop that asynchronous tests run on."""
    return "asyncio"


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the app over the sample graph."""
    async with client_of(app) as opened:
        yield opened
