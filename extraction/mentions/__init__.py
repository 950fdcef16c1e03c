"""Mentions: the names of a digest, each a span of clean text, and the entities that they name."""

from extraction.mentions.find import find_names

__all__ = ["find_names"]
