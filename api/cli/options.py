"""Options that several commands share."""

import getpass
from enum import StrEnum
from typing import Annotated

import typer

from api.dates import days_of
from graph.errors import InvalidDate


class Format(StrEnum):
    """How a command prints."""

    JSON = "json"
    TEXT = "text"


class LanguageCode(StrEnum):
    """Languages that are read."""

    FR = "fr"
    EN = "en"


SourceOption = Annotated[
    str | None,
    typer.Option("--source", metavar="URL", help="Address the digest comes from; its path when not given."),
]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Day of publication, 2025-04-30; found in the text by default."),
]
LanguageOption = Annotated[
    LanguageCode | None, typer.Option("--language", help="Language of the digest; found in the text by default.")
]


ReasonOption = Annotated[str, typer.Option("--reason", help="Why, in words; kept with the judgement.")]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who judges; the user of this machine when not given.")
]


def person(by: str | None) -> str:
    """Who judges: the name given, else that of the user of this machine."""
    if by is not None:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"  # a container may run as a user without a name


def checked_published(published: str | None) -> str | None:
    """A day of publication as given. Raises InvalidDate when it is not one day."""
    if published is not None and days_of(published) != (published, published):
        raise InvalidDate(published)
    return published
