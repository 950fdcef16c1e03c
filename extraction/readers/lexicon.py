"""The words of `data/lexicons/roles.toml`, folded once so that they compare without case, accents and punctuation."""

import re
import tomllib
from functools import cache
from typing import NamedTuple

from extraction.document import Role
from extraction.fields import field_lexicon
from graph.errors import InvalidDeclaration
from graph.names import normalize
from graph.settings import DATA_FOLDER

_PLACE = "data/lexicons/roles.toml"
_INDEFINITE = re.compile(r"(?:une?|an?)\s", re.IGNORECASE)
"""An article that makes a marker an ordinary word: "Une analyse : ..." is a sentence."""


class RoleLexicon(NamedTuple):
    """What words tell about roles; every word is normalised."""

    markers: dict[str, Role]
    headings: dict[str, Role]
    starts: tuple[tuple[str, Role], ...]
    labels: dict[str, Role]
    links: frozenset[str]
    lines: tuple[tuple[re.Pattern[str], Role], ...]

    def marker(self, words: str) -> Role | None:
        """Commentary or outlook, when the words open one."""
        return None if _INDEFINITE.match(words) else self.markers.get(normalize(words))

    def label(self, words: str) -> Role | None:
        """The role of the value after these words and a colon; that of a fact's is body."""
        return self.labels.get(normalize(words)) or (Role.BODY if field_lexicon().name(words) else None)

    def heading(self, words: str) -> Role | None:
        """The role of everything under this heading, when it is not body."""
        name = normalize(words)
        found = self.headings.get(name)
        return found or next((role for start, role in self.starts if name.startswith(start)), None)

    def line(self, text: str) -> Role | None:
        """Metadata or sources, when a whole line is that."""
        return next((role for pattern, role in self.lines if pattern.match(text)), None)


@cache
def role_lexicon() -> RoleLexicon:
    """The lexicon as shipped.

    Raises:
        InvalidDeclaration: a role or a regular expression in the file is not one.
    """
    with (DATA_FOLDER / "lexicons" / "roles.toml").open("rb") as file:
        data = tomllib.load(file)
    try:
        return RoleLexicon(
            markers=_by_word(data["markers"]),
            headings=_by_word(data["headings"]),
            starts=tuple(_by_word(data["starts"]).items()),
            labels=_by_word(data["labels"]),
            links=frozenset(_words(data["links"])),
            lines=tuple(
                (re.compile(pattern, re.IGNORECASE), Role(role))
                for role, patterns in data["patterns"].items()
                for pattern in patterns
            ),
        )
    except (KeyError, ValueError, re.error) as error:
        raise InvalidDeclaration(_PLACE, str(error)) from error


def _words(languages: dict[str, list[str]]) -> list[str]:
    return [normalize(word) for words in languages.values() for word in words]


def _by_word(roles: dict[str, dict[str, list[str]]]) -> dict[str, Role]:
    return {word: Role(role) for role, languages in roles.items() for word in _words(languages)}
