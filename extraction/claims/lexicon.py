"""The word classes by which the claim reader walks from a trigger to its arguments: `data/lexicons/syntax.*.toml`."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from graph.errors import InvalidDeclaration
from graph.records import Record
from graph.settings import DATA_FOLDER

Built = TypeVar("Built")


class Lexicon(Record):
    """Closed word classes of a language, lower case; the data files say what each is for."""

    auxiliaries_have: frozenset[str]
    auxiliaries_be: frozenset[str]
    modals: frozenset[str]
    clitics: frozenset[str]
    articles: frozenset[str]
    prepositions: frozenset[str]
    of: frozenset[str]
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    subject_pronouns: frozenset[str]
    we: frozenset[str]
    possessives: frozenset[str]
    naming: frozenset[str]
    version_nouns: frozenset[str]
    metonyms: frozenset[str]
    organization_nouns: frozenset[str]
    regulation_nouns: frozenset[str]
    model_nouns: frozenset[str]
    artefact_nouns: frozenset[str]
    locutions: tuple[str, ...]
    exemplified: frozenset[str]
    role_nouns: frozenset[str]
    founder_nouns: frozenset[str]
    openers: frozenset[str]
    parts: frozenset[str]
    carriers: frozenset[str]
    leading: frozenset[str]
    adverbial: frozenset[str]
    licensing: frozenset[str]
    several: dict[str, int]


def read_patterns(name: str, language: str, build: Callable[[dict[str, Any]], Built]) -> Built:
    """What a language's part of a lexicon of patterns is built into.

    Raises:
        InvalidDeclaration: the file does not parse, or lacks or holds what cannot be built.
    """
    path = DATA_FOLDER / "lexicons" / f"{name}.toml"
    try:
        return build(tomllib.loads(path.read_text("utf-8"))[language])
    except (tomllib.TOMLDecodeError, KeyError, TypeError, re.error) as error:
        raise InvalidDeclaration(f"data/lexicons/{path.name}", str(error)) from error


@cache
def load_lexicon(language: str, folder: Path = DATA_FOLDER / "lexicons") -> Lexicon:
    """The word classes of "fr" or "en".

    Raises:
        InvalidDeclaration: the file does not parse or misses a class.
    """
    path = folder / f"syntax.{language}.toml"
    try:
        return Lexicon.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidDeclaration(path.name, str(error).replace("\n", " ")) from error
