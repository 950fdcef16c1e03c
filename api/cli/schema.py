"""`veille schema`: the kinds and predicates of the graph, and what they mean."""

from collections.abc import Iterable
from typing import Annotated

import typer

from api.cli.options import Format, LanguageCode
from api.cli.terminal import safe_json, say
from graph.ontology import Label, load_ontology

NAME = "schema"
HELP = """Print the kinds and predicates of the graph, and what they mean.

\b
Examples:
  veille schema
  veille schema --language fr
  veille schema --format json
"""


def command(
    format: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TEXT,
    language: Annotated[LanguageCode, typer.Option("--language", help="Language of the words.")] = LanguageCode.EN,
) -> None:
    """Print the ontology."""
    ontology = load_ontology()
    if format is Format.JSON:
        say(safe_json(ontology.model_dump_json(indent=1)))
        return
    say("Kinds" if language is LanguageCode.EN else "Genres")
    for kind in ontology.kinds.values():
        say(f"  {kind.name:<20} {_word(kind.label, language):<22} {kind.what}")
    say("\nPredicates" if language is LanguageCode.EN else "\nPrédicats")
    for predicate in ontology.predicates.values():
        ends = f"{_kinds(predicate.domain)} -> {predicate.literal or _kinds(predicate.range)}"
        say(f"  {predicate.name:<20} {_word(predicate.label, language):<22} {predicate.what}\n{'':23}{ends}")


def _word(label: Label, language: LanguageCode) -> str:
    return label.fr if language is LanguageCode.FR else label.en


def _kinds(kinds: Iterable[str]) -> str:
    return ", ".join(kinds)
