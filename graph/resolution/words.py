"""The words of `data/resolution/words.toml`, read and checked: what in a name changes nothing, and what changes all."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from graph.errors import InvalidDeclaration
from graph.records import Record
from graph.settings import DATA_FOLDER

RESOLUTION_FOLDER = DATA_FOLDER / "resolution"


class Words(Record):
    """Folded words by what they do to a name; `spellings` are sets of phrases with one meaning."""

    legal_forms: frozenset[str]
    titles: frozenset[str]
    loose: frozenset[str]
    qualifiers: frozenset[str]
    spellings: tuple[tuple[str, ...], ...]

    def spelled_out(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words with every phrase that has other spellings replaced by the first of them, longest phrases first."""
        phrases, longest = _phrases(self.spellings)
        found: list[str] = []
        at = 0
        while at < len(words):
            for length in range(min(longest, len(words) - at), 0, -1):
                phrase = tuple(words[at : at + length])
                if phrase in phrases:
                    found.append(phrases[phrase])
                    at += length
                    break
            else:
                found.append(words[at])
                at += 1
        return tuple(found)


@cache
def _phrases(spellings: tuple[tuple[str, ...], ...]) -> tuple[dict[tuple[str, ...], str], int]:
    phrases = {tuple(phrase.split()): group[0] for group in spellings for phrase in group}
    return phrases, max(map(len, phrases), default=0)


@cache
def load_words(path: Path = RESOLUTION_FOLDER / "words.toml") -> Words:
    """The words of a file. Raises InvalidDeclaration when a field is missing or a phrase has two meanings."""
    try:
        words = Words.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidDeclaration(str(path), str(error).splitlines()[0]) from error
    phrases = [phrase for group in words.spellings for phrase in group]
    twice = sorted({phrase for phrase in phrases if phrases.count(phrase) > 1})
    if twice:
        raise InvalidDeclaration(str(path), f"{twice[0]!r} is in two sets of spellings")
    return words
