"""The whole way from a digest's clean text to its `Extraction`: names, claims, evidence, as one value.

The stages are plain functions in their own modules; this one calls them in order and turns positions in clean text into
positions in the original.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from extraction.catalogue import load_catalogue
from extraction.claims.assemble import DocumentClaim
from extraction.claims.document import Seat, read_claims
from extraction.document import DigestText, Name, NamedEntity, Sentence
from extraction.fields import field_lexicon
from extraction.guidelines import to_guidelines
from extraction.mentions import find_names
from extraction.mentions.nationality import Nationality, find_nationalities
from extraction.mentions.seated import find_seated
from extraction.sentences import split_sentences
from graph.ids import claim_id, document_id, entity_id, passage_id, text_hash
from graph.records import (
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Evidence,
    Extraction,
    Kind,
    Mention,
    Passage,
    Predicate,
)

_LABEL_BEFORE = re.compile(r"[\s*_]*:[\s*_]*$")
"""The mark between a label and its value, in the original."""
_LABEL_REACH = 80
"""Characters of the original before a value in which its label stands; a label has 40 at most, the rest is markup."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stages found in a digest, before it is turned into records of the graph."""

    digest: DigestText
    sentences: tuple[Sentence, ...]
    entities: tuple[NamedEntity, ...]
    names: tuple[Name, ...]
    claims: tuple[DocumentClaim, ...]


class Extractor:
    """Reads digests in French and English; the models of a language are loaded when it is first met."""

    def read(self, digest: DigestText) -> Reading:
        """Every stage in order, in clean text."""
        catalogue = load_catalogue()
        sentences = split_sentences(digest)
        entities, names = find_names(digest, sentences, catalogue=catalogue)
        nationalities = find_nationalities(digest, sentences, entities, names, catalogue=catalogue)
        nationalities += find_seated(digest, sentences, entities, names, catalogue=catalogue)
        entities, seats = _seats(digest, entities, names, nationalities)
        entities, claims = read_claims(digest, sentences, entities, names, seats=seats)
        named = {(name.start, name.end) for name in names}
        places = (place for _, place, _ in seats if (place.start, place.end) not in named)
        names = _useful((*names, *places), entities, claims)
        return Reading(digest, sentences, entities, names, claims)

    def extract(self, digest: DigestText, *, source: str) -> Extraction:
        """Everything that the digest gives.

        Args:
            digest: As a reader made it.
            source: Its address or path; the outlet is the address's host.
        """
        return to_extraction(self.read(digest), source=source)


def _seats(
    digest: DigestText,
    entities: tuple[NamedEntity, ...],
    names: tuple[Name, ...],
    nationalities: tuple[Nationality, ...],
) -> tuple[tuple[NamedEntity, ...], tuple[Seat, ...]]:
    """Organisations beside the adjectives that place them, with the places that only such an adjective names added."""
    known = list(entities)
    index = {entity.catalogue_id: number for number, entity in enumerate(known) if entity.catalogue_id}
    seats = []
    for one in nationalities:
        surface = digest.text[one.start : one.end]
        if one.place_id not in index:
            index[one.place_id] = len(known)
            known.append(NamedEntity(name=one.place, kind="Place", surface_forms=(surface,), catalogue_id=one.place_id))
        number = index[one.place_id]
        forms = tuple(dict.fromkeys((*known[number].surface_forms, surface)))
        known[number] = known[number].model_copy(update={"surface_forms": forms})
        organization = names[one.name]
        place = Name(start=one.start, end=one.end, surface=surface, sentence=one.sentence, entity=number)
        seats.append((organization, place, one.words))
    return tuple(known), tuple(seats)


def _useful(
    names: tuple[Name, ...], entities: tuple[NamedEntity, ...], claims: tuple[DocumentClaim, ...]
) -> tuple[Name, ...]:
    """The names without the places told in passing: no claim is about them, nor can be in their sentence."""
    claimed = _claimed(claims)
    seated = {name.sentence for name in names if entities[name.entity].kind in ("Organization", "Event", "Regulation")}
    useful = {name.entity for name in names if entities[name.entity].kind != "Place" or name.sentence in seated}
    kept = (name for name in names if name.entity in useful | claimed)
    return tuple(sorted(kept, key=lambda name: (name.start, name.end)))


@cache
def load_extractor() -> Extractor:
    """The extractor, one for the process."""
    return Extractor()


def to_extraction(reading: Reading, *, source: str) -> Extraction:
    """The reading as records of the graph, with offsets in the original."""
    digest = reading.digest
    document = Document(
        id=document_id(digest.text),
        source=source,
        outlet=urlsplit(source).hostname or "",
        title=digest.title,
        language=digest.language,
        published=digest.published,
        text_hash=text_hash(digest.text),
        characters=len(digest.original),
        format=digest.format,
    )
    passages = tuple(_passage(digest, document.id, sentence) for sentence in reading.sentences)
    ids = [_entity_id(entity) for entity in reading.entities]
    used = {name.entity for name in reading.names} | _claimed(reading.claims)
    records: dict[EntityId, Entity] = {}
    for index in sorted(used):
        known = records.get(ids[index])
        record = _entity(ids[index], reading.entities[index])
        records[ids[index]] = _joined(known, record) if known else record
    mentions = tuple(
        Mention(
            passage_id=passages[name.sentence].id,
            entity_id=ids[name.entity],
            surface=name.surface,
            start_char=low,
            end_char=high,
        )
        for name in reading.names
        for low, high in [digest.offsets.original(name.start, name.end)]
    )
    claims: dict[str, Claim] = {}
    for claim in reading.claims:
        made = _claim(digest, document.id, claim, reading, ids, passages)
        claims.setdefault(made.id, made)
    return Extraction(
        document=document,
        passages=passages,
        entities=tuple(records[key] for key in sorted(records)),
        mentions=mentions,
        claims=tuple(claims.values()),
    )


def identify(claim: DocumentClaim, document: DocumentId) -> ClaimId:
    """The id that a claim of this document has as a record of the graph."""
    return claim_id(
        document,
        claim.predicate,
        claim.subject.surface,
        claim.object.surface if claim.object else str(claim.value),
        claim.factuality,
        claim.date.edtf if claim.date else None,
    )


def _claimed(claims: Sequence[DocumentClaim]) -> set[int]:
    return {end.entity for claim in claims for end in (claim.subject, claim.object) if end is not None}


def _entity_id(entity: NamedEntity) -> EntityId:
    return EntityId(entity.catalogue_id) if entity.catalogue_id else entity_id(entity.kind, entity.name)


def _entity(identifier: EntityId, entity: NamedEntity) -> Entity:
    known = load_catalogue().by_id(identifier) if entity.catalogue_id else None
    return Entity(
        id=identifier,
        name=known.name if known else entity.name,
        kind=Kind(known.kind if known else entity.kind),
        surface_forms=tuple(sorted(set(entity.surface_forms))),
        aliases=tuple(sorted(set(known.aliases))) if known else (),
        catalogued=known is not None,
        external_ids=tuple(known.external_ids) if known else (),
    )


def _joined(one: Entity, other: Entity) -> Entity:
    forms = tuple(sorted({*one.surface_forms, *other.surface_forms}))
    return one.model_copy(update={"surface_forms": forms, "name": min(one.name, other.name)})


def _passage(digest: DigestText, document: DocumentId, sentence: Sentence) -> Passage:
    low, high = _with_label(digest, sentence, (sentence.start, sentence.end))
    text = " ".join(digest.text[sentence.start : sentence.end].split())
    if low < digest.offsets.original(sentence.start, sentence.end)[0]:
        text = f"{sentence.label}{' : ' if digest.language == 'fr' else ': '}{text}"
    return Passage(
        id=passage_id(document, sentence.position),
        position=sentence.position,
        text=text,
        start_char=low,
        end_char=high,
        section=sentence.section,
        role=sentence.role,
    )


def _claim(
    digest: DigestText,
    document: DocumentId,
    claim: DocumentClaim,
    reading: Reading,
    ids: Sequence[EntityId],
    passages: Sequence[Passage],
) -> Claim:
    return Claim(
        id=identify(claim, document),
        predicate=Predicate(claim.predicate),
        subject_id=ids[claim.subject.entity],
        subject_surface=claim.subject.surface,
        object_id=ids[claim.object.entity] if claim.object else None,
        object_surface=claim.object.surface if claim.object else None,
        value=claim.value,
        date=claim.date,
        factuality=claim.factuality,
        cue=claim.cue,
        confidence=claim.confidence,
        rule=claim.rule,
        qualifiers=claim.qualifiers,
        evidence=tuple(_evidence(digest, span, reading.sentences, passages) for span in claim.evidences),
    )


def _evidence(
    digest: DigestText, span: tuple[int, int], sentences: Sequence[Sentence], passages: Sequence[Passage]
) -> Evidence:
    position = next(index for index, sentence in enumerate(sentences) if sentence.start <= span[0] < sentence.end)
    low, high = _with_label(digest, sentences[position], span)
    return Evidence(passage_id=passages[position].id, start_char=low, end_char=high, quote=digest.original[low:high])


def _with_label(digest: DigestText, sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """The original's characters of a span, with the label before it where it opens the value of a field."""
    low, high = digest.offsets.original(*span)
    if field_lexicon().name(sentence.label) is None or span[0] != digest.blocks[sentence.block].start:
        return low, high
    before = _LABEL_BEFORE.search(digest.original, max(0, low - _LABEL_REACH), low)
    label = digest.original.rfind(sentence.label, max(0, low - _LABEL_REACH), low)
    return (label, high) if before and label >= 0 and label + len(sentence.label) >= before.start() else (low, high)


__all__ = ["Extractor", "Reading", "identify", "load_extractor", "to_extraction", "to_guidelines"]
