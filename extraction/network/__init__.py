"""The network: a small encoder of text that was trained on our corpus, and what is asked of it."""

from extraction.network.model import Asked, Floats, Network, load_network
from extraction.network.windows import Span, Window, windows

__all__ = ["Asked", "Floats", "Network", "Span", "Window", "load_network", "windows"]
