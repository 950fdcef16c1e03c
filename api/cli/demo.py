"""`veille demo`: the sample digests in a graph of their own, and the API on top. `make run` calls it."""

import os
from pathlib import Path

from api.cli.serve import HostOption, PortOption, address_of, listen, run
from api.cli.terminal import note, say

NAME = "demo"
HELP = """Read the sample digests into a graph in the folder `var`, and serve it.

VEILLE_GRAPH_URI, when set, names another graph to use. Stop with Ctrl-C.

\b
Example:
  veille demo --port 8080
"""
_FOLDER = Path("var")


def command(host: HostOption = "127.0.0.1", port: PortOption = 8000) -> None:
    """Serve the sample digests."""
    from api.cli.ingest import ingest_files, resolve_entities, summarize
    from graph.settings import DATA_FOLDER, GRAPH_URI_VARIABLE
    from graph.store import open_store

    uri = os.environ.get(GRAPH_URI_VARIABLE) or f"embedded:{_FOLDER / 'demo.kgl'}"
    with listen(host, port) as listening, open_store(uri) as store:
        note(f"Reading the sample digests into {uri}")
        outcome = ingest_files(store, [DATA_FOLDER / "digests"], source_of=_sample_source)
        resolve_entities(store)
        summarize(outcome)
        for line in _welcome(address_of(listening)):
            say(line, now=True)
        run(store, listening, hosts=(host,))


def _sample_source(path: Path) -> str:
    """The same source wherever the program is installed."""
    return f"data/digests/{path.name}"


def _welcome(address: str) -> list[str]:
    return [
        "",
        f"Open {address}/docs to try everything. Three lines to try in another terminal:",
        "",
        f"  curl -s '{address}/v1/releases?organization=OpenAI'",
        f"  curl -s --get {address}/v1/ask --data-urlencode 'q=did Apple acquire Mistral AI?'",
        f"  curl -s {address}/v1/entities/organization/openai/timeline",
        "",
        "Stop with Ctrl-C.",
    ]
