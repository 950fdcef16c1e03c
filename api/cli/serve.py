"""`veille serve`: the HTTP API and its documentation."""

import os
import socket
from typing import Annotated

import typer

from api.cli.terminal import note, say
from graph.errors import UnusableAddress
from graph.store import Store

NAME = "serve"
HELP = """Serve the HTTP API; only to this machine unless --host says otherwise.

Writing needs the key in VEILLE_API_KEY; with none set, nothing can be written. Stop with Ctrl-C.

\b
Examples:
  veille serve
  VEILLE_API_KEY=secret veille serve --port 8080
  veille serve --host 0.0.0.0 --allow-host veille.example.org
"""
HostOption = Annotated[str, typer.Option("--host", help="Address to listen on.")]
PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 takes any free one.")]


def command(
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="Another name by which clients may call this server."),
    ] = None,
) -> None:
    """Serve the HTTP API."""
    from graph.settings import graph_uri
    from graph.store import open_store

    with listen(host, port) as listening, open_store(graph_uri()) as store:
        address = address_of(listening)
        say(f"Veille answers at {address} (documentation: {address}/docs). Stop with Ctrl-C.", now=True)
        run(store, listening, hosts=(host, *(allow_host or ())))


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens where told. Raises UnusableAddress."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Elsewhere this option would let two servers share a port.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise UnusableAddress(host, port, (error.strerror or str(error)).lower()) from error
    return listening


def address_of(listening: socket.socket) -> str:
    """The address to open for a socket."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def run(store: Store, listening: socket.socket, *, hosts: tuple[str, ...] = ()) -> None:
    """Serve a store on a socket until Ctrl-C; what goes wrong is told on standard error."""
    import uvicorn

    from api.app import create_app
    from api.guards import LOOPBACK_HOSTS

    app = create_app(store, allowed_hosts=(*LOOPBACK_HOSTS, *hosts))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=5))
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        note("Stopped.")
