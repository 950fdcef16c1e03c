"""The API over a real socket: what only a real connection can show."""

import http.client
import socket
import threading
from collections.abc import Iterator

import httpx
import pytest
import uvicorn

from api.app import create_app
from api.cli.serve import address_of, listen
from graph.errors import UnusableAddress
from graph.store import Store
from tests.api.conftest import KEY
from tests.api.sample_graph import LineExtractor


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    """Where a server over the sample graph listens."""
    app = create_app(store, extractor=LineExtractor(), api_key=KEY)
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False))
    with listen("127.0.0.1", 0) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield address_of(listening)
        server.should_exit = True
        thread.join(timeout=30)


def test_an_entity_is_found_by_either_spelling_of_its_id(address: str) -> None:
    plain = httpx.get(f"{address}/v1/entities/organization/hugging-face")
    encoded = httpx.get(f"{address}/v1/entities/organization%2Fhugging-face")
    assert plain.json() == encoded.json() and plain.json()["name"] == "Hugging Face"


def test_a_question_with_accents_survives_the_wire(address: str) -> None:
    answer = httpx.get(f"{address}/v1/ask", params={"q": "qui a racheté Pollen Robotics ?"}).json()
    assert answer["text"] == "Pollen Robotics acquis par : Hugging Face."


def test_many_readers_at_once_get_the_same(address: str) -> None:
    answers: list[str] = []

    def ask() -> None:
        answers.append(httpx.get(f"{address}/v1/releases?organization=Meta", timeout=30).text)

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(answers), len(set(answers))) == (12, 1)


def test_a_declared_body_over_the_limit_is_refused_without_sending_it(address: str) -> None:
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
    connection.putrequest("POST", "/v1/documents?source=s")
    connection.putheader("X-API-Key", KEY)
    connection.putheader("Content-Length", str(10**12))
    connection.endheaders()
    response = connection.getresponse()
    assert (response.status, response.getheader("content-type")) == (413, "application/problem+json")
    connection.close()


def test_a_taken_port_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UnusableAddress, match="choose another --port"):
        listen("127.0.0.1", taken.getsockname()[1])
