"""Mentions: the names of a digest, each a span of clean text, and the entities that they name."""

from extraction.mentions.find import find_names
from extraction.mentions.nationality import Nationality, find_nationalities
from extraction.mentions.seated import find_seated

__all__ = ["Nationality", "find_names", "find_nationalities", "find_seated"]
