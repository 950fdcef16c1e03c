"""The network: a small encoder of text that was trained on our corpus, and what is asked of it."""

from extraction.network.model import Asked, Encoded, Floats, Network, chances_of, load_network
from extraction.network.windows import Span, Window, kind_number, opening, windows

__all__ = [
    "Asked",
    "Encoded",
    "Floats",
    "Network",
    "Span",
    "Window",
    "chances_of",
    "kind_number",
    "load_network",
    "opening",
    "windows",
]
