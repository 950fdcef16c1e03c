"""The word classes by which the claim reader walks from a trigger to its arguments: `data/lexicons/syntax.*.toml`."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from graph.errors import InvalidDeclaration
from graph.records import Record
from graph.settings import DATA_FOLDER


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
    licensing: frozenset[str]
    several: dict[str, int]


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
