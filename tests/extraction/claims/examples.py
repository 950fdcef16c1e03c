"""Sentences with their names in brackets ("[Organization Meta] lance [Model Llama 4]"), as the claim reader's input."""

import re

from extraction.claims.clause import Clause
from extraction.claims.raw import RawClaim
from extraction.claims.reader import DocumentReader
from extraction.claims.tagging import build_clauses
from extraction.document import DigestText, Name, NamedEntity, Role, Sentence
from extraction.models import load_model

_NAME = re.compile(r"\[(\w+) ([^\]]+)\]")


def parse(marked: str) -> tuple[str, list[Name], list[NamedEntity]]:
    """The plain sentence, its names and their entities; one entity for each different (kind, name)."""
    text, names, entities, cursor = "", [], [], 0
    for found in _NAME.finditer(marked):
        text += marked[cursor : found.start()]
        kind, surface = found[1], found[2]
        entity = NamedEntity(name=surface, kind=kind, surface_forms=(surface,))
        if entity not in entities:
            entities.append(entity)
        names.append(
            Name(
                start=len(text),
                end=len(text) + len(surface),
                surface=surface,
                sentence=0,
                entity=entities.index(entity),
            )
        )
        text += surface
        cursor = found.end()
    return text + marked[cursor:], names, entities


def clause_of(marked: str, language: str) -> tuple[Clause, list[NamedEntity]]:
    """The clause that the claim reader sees."""
    text, names, entities = parse(marked)
    sentence = Sentence(position=0, start=0, end=len(text), block=0, item=0, role=Role.BODY)
    return build_clauses(text, language, [sentence], names, entities, load_model(language))[0], entities


def read(marked: str, language: str) -> list[RawClaim]:
    """The raw claims of triggers in one marked sentence, told in a digest of June 2025; none of the network's."""
    clause, _ = clause_of(marked, language)
    digest = DigestText.plain(clause.text, language=language, published="2025-06-30")
    claims = DocumentReader(digest, None).read(clause)
    return [claim.raw for claim in claims]


def read_triples(marked: str, language: str) -> set[tuple[str, str, str]]:
    """(subject, predicate, object) of every claim of one marked sentence, by surface form."""
    return {
        (claim.subject.surface, claim.predicate, claim.object.surface if claim.object else claim.value or "")
        for claim in read(marked, language)
    }
