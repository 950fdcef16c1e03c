"""Where things are, and what the environment may change. Read once, by the edges of the program only."""

import os
from pathlib import Path

from platformdirs import user_data_path

ROOT = Path(__file__).resolve().parents[1]
"""The folder that holds `cypher/` and `data/`: the checkout, or site-packages when installed from a wheel."""
CYPHER_FOLDER = ROOT / "cypher"
DATA_FOLDER = ROOT / "data"

GRAPH_URI_VARIABLE = "VEILLE_GRAPH_URI"
"""`embedded:PATH` (the default, in the user's data folder), `neo4j://...` or `bolt://...`."""
GRAPH_USER_VARIABLE = "VEILLE_GRAPH_USER"
"""User name for Neo4j; no login is sent when it is not set."""
GRAPH_PASSWORD_VARIABLE = "VEILLE_GRAPH_PASSWORD"
"""Password for Neo4j."""
API_KEY_VARIABLE = "VEILLE_API_KEY"
"""The key that writes over HTTP must carry; with none set, writes are refused."""
MAX_DIGEST_BYTES_VARIABLE = "VEILLE_MAX_DIGEST_BYTES"
"""The largest digest that is read, in bytes."""
MAX_DIGEST_BYTES = 20_000_000
"""Default of the above; chosen by hand: forty times the longest newsletter seen, small enough to parse in memory."""


def graph_uri() -> str:
    """The store to use: `VEILLE_GRAPH_URI`, or an embedded graph in the user's data folder."""
    return os.environ.get(GRAPH_URI_VARIABLE) or f"embedded:{user_data_path('veille') / 'graph.kgl'}"


def max_digest_bytes() -> int:
    """The largest digest that is read, in bytes: `VEILLE_MAX_DIGEST_BYTES`, or 20 MB."""
    value = os.environ.get(MAX_DIGEST_BYTES_VARIABLE, "")
    return int(value) if value.isdigit() else MAX_DIGEST_BYTES
