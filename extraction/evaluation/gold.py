"""Gold files: finding them and their digests, reading them, and checking that one agrees with its text.

A gold file is `NAME.json`; the digest that it annotates has the same stem and lies beside it, or in the folder
`digests` next to the gold folder.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from extraction.evaluation.compare import even_spaces, same_literal
from extraction.evaluation.records import GoldClaim, GoldDocument
from graph.errors import InvalidDeclaration, UnreadableDigest
from graph.ontology import Ontology, load_ontology
from graph.records import Kind

DIGEST_SUFFIXES = (".md", ".html", ".txt")
"""The forms of digest that have gold, in the order in which they are looked for."""
LONGEST_EVIDENCE = 300
"""Characters; the annotation guidelines' limit: a reader must see at a glance why a claim is made."""
_EDTF = re.compile(r"(?:(?:\.\.|DAY)?/)?(?:\.\.|DAY)?".replace("DAY", r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?"))


def load_gold(folder: Path) -> tuple[GoldDocument, ...]:
    """Every gold file of a folder, in the order of their names.

    Raises:
        UnreadableDigest: the folder holds no gold file.
        InvalidDeclaration: a file is not in the format of `GoldDocument`, or names another document.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise UnreadableDigest(str(folder), "no gold file is there", "give a folder of NAME.json files")
    return tuple(_read(path) for path in paths)


def digest_path(folder: Path, document: str) -> Path:
    """The digest that a gold file of this folder annotates.

    Raises:
        UnreadableDigest: it lies neither beside the gold file nor in the folder `digests` next to it.
    """
    for place in (folder, folder.resolve().parent / "digests"):
        for suffix in DIGEST_SUFFIXES:
            if (path := place / f"{document}{suffix}").is_file():
                return path
    raise UnreadableDigest(
        f"{document}.json", "its digest is missing", f"put {document}.md, .html or .txt beside it or in ../digests"
    )


def check_gold(gold: GoldDocument, text: str) -> list[str]:
    """What is wrong with a gold file, one sentence each; empty when it agrees with its text and the ontology.

    Args:
        gold: The annotation.
        text: The digest as it is written, markup included.
    """
    ontology = load_ontology()
    return [*_entity_errors(gold, ontology, text), *_claim_errors(gold, ontology, even_spaces(text))]


def _read(path: Path) -> GoldDocument:
    try:
        gold = GoldDocument.model_validate_json(path.read_text("utf-8"))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise InvalidDeclaration(path.name, f"{where or 'the file'}: {first['msg']}") from error
    if gold.document != path.stem:
        raise InvalidDeclaration(path.name, f"annotates {gold.document!r}, not {path.stem!r}")
    return gold


def _entity_errors(gold: GoldDocument, ontology: Ontology, text: str) -> Iterator[str]:
    # Names in HTML may be written with character references ("AT&amp;T"); their forms are given as people read them.
    readings = (even_spaces(text), even_spaces(html.unescape(text)))
    seen: set[str] = set()
    for entity in gold.entities:
        if entity.name in seen:
            yield f"{entity.name}: listed twice"
        seen.add(entity.name)
        for kind in (entity.kind, *entity.also):
            if kind not in ontology.kinds:
                yield f"{entity.name}: unknown kind {kind}"
        if not entity.surface_forms:
            yield f"{entity.name}: no surface form"
        for form in entity.surface_forms:
            if not any(even_spaces(form) in reading for reading in readings):
                yield f"{entity.name}: surface form {form!r} is not in the text"


def _claim_errors(gold: GoldDocument, ontology: Ontology, text: str) -> Iterator[str]:
    kinds = {entity.name: entity.kind for entity in gold.entities}
    seen: set[tuple[str, ...]] = set()
    for claim in gold.claims:
        label = f"{claim.subject} {claim.predicate} {claim.object}"
        key = (label, claim.date or "", claim.factuality)
        if key in seen:
            yield f"{label}: listed twice"
        seen.add(key)
        yield from (f"{label}: {reason}" for reason in _kind_errors(claim, ontology, kinds))
        if not claim.evidence.strip() or even_spaces(claim.evidence) not in text:
            yield f"{label}: evidence {claim.evidence[:60]!r} is not in the text"
        if len(claim.evidence) > LONGEST_EVIDENCE:
            yield f"{label}: evidence of {len(claim.evidence)} characters, {LONGEST_EVIDENCE} at most"
        if claim.date and not _EDTF.fullmatch(claim.date):
            yield f"{label}: date {claim.date!r} is not EDTF"


def _kind_errors(claim: GoldClaim, ontology: Ontology, kinds: dict[str, Kind]) -> Iterator[str]:
    declared = ontology.predicates.get(claim.predicate)
    if declared is None:
        yield "unknown predicate"
        return
    subject = kinds.get(claim.subject)
    if subject is None:
        yield "the subject is not among the entities"
    elif subject not in declared.domain:
        yield f"the subject may not be of kind {subject}"
    if declared.literal is not None:
        if not same_literal(declared.literal, claim.object, claim.object):
            yield f"the object is no {declared.literal}"
        return
    other = kinds.get(claim.object)
    if other is None:
        yield "the object is not among the entities"
    elif other not in declared.range:
        yield f"the object may not be of kind {other}"
