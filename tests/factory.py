"""The smallest records, made by hand: a document is a list of sentences, and what each of them says."""

from collections.abc import Mapping, Sequence

from graph import ids
from graph.names import slug
from graph.records import (
    Claim,
    Date,
    DatePrecision,
    Document,
    Entity,
    EntityId,
    Evidence,
    Extraction,
    Factuality,
    Kind,
    Mention,
    Passage,
    Predicate,
    Record,
)


class Said(Record):
    """One sentence and the claim in it: `"Acme acquired Bolt."` says (Acme, ACQUIRED, Bolt).

    `subject` and `object` are "Kind:Surface form", or "Kind:Surface form=Name" when the entity is called otherwise. The
    sentence must hold both surface forms; a literal is given as `value` instead of an object.
    """

    sentence: str
    subject: str
    predicate: str | None = None
    object: str | None = None
    value: str | None = None
    factuality: Factuality = Factuality.ASSERTED
    date: Date | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    confidence: float = 0.9


def day(iso: str) -> Date:
    """A date exact to the day."""
    return Date(edtf=iso, start=iso, end=iso, precision=DatePrecision.DAY)


def month(iso: str, last: int) -> Date:
    """A month, given as YYYY-MM, and the number of its last day."""
    return Date(edtf=iso, start=f"{iso}-01", end=f"{iso}-{last}", precision=DatePrecision.MONTH)


def make_entity(told: str, *, catalogued: bool = False, aliases: tuple[str, ...] = ()) -> Entity:
    """The entity of "Kind:Surface form=Name"."""
    kind, _, rest = told.partition(":")
    form, _, name = rest.partition("=")
    name = name or form
    return Entity(
        id=EntityId(f"{kind.casefold()}/{slug(name)}"),
        name=name,
        kind=Kind(kind),
        surface_forms=(form,),
        aliases=aliases,
        catalogued=catalogued,
    )


def make_document(text: str, *, source: str, published: str | None, title: str = "A digest") -> Document:
    """A document of that text."""
    return Document(
        id=ids.document_id(text),
        source=source,
        outlet=source.split("/")[2] if "//" in source else "",
        title=title,
        language="en",
        published=published,
        text_hash=ids.text_hash(text),
        characters=len(text),
        format="text",
    )


def make_extraction(
    sentences: Sequence[Said],
    *,
    source: str = "https://news.example/1",
    published: str | None = "2025-04-30",
    aliases: Mapping[str, tuple[str, ...]] | None = None,
) -> Extraction:
    """What a document of these sentences gives. Names in `aliases` are those of catalogued entities."""
    text = "\n".join(said.sentence for said in sentences)
    document = make_document(text, source=source, published=published)
    passages: list[Passage] = []
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    claims: dict[str, Claim] = {}
    offset = 0
    for position, said in enumerate(sentences):
        passage = Passage(
            id=ids.passage_id(document.id, position),
            position=position,
            text=said.sentence,
            start_char=offset,
            end_char=offset + len(said.sentence),
            section="",
            role="body",
        )
        passages.append(passage)
        ends: list[tuple[Entity, str]] = []
        for told in (said.subject, *([said.object] if said.object else [])):
            known: Mapping[str, tuple[str, ...]] = aliases or {}
            name = told.partition(":")[2].partition("=")[2] or told.partition(":")[2]
            entity = make_entity(told, catalogued=name in known, aliases=known.get(name, ()))
            form = entity.surface_forms[0]
            seen = entities.get(entity.id)
            forms = tuple(sorted({form, *(seen.surface_forms if seen else ())}))
            entities[entity.id] = (seen or entity).model_copy(update={"surface_forms": forms})
            start = offset + said.sentence.index(form)
            mentions.append(
                Mention(
                    passage_id=passage.id,
                    entity_id=entity.id,
                    surface=form,
                    start_char=start,
                    end_char=start + len(form),
                )
            )
            ends.append((entity, form))
        if said.predicate:
            claim = _claim(document, passage, said, ends)
            before = claims[claim.id].evidence if claim.id in claims else ()
            claims[claim.id] = claim.model_copy(update={"evidence": (*before, *claim.evidence)})
        offset += len(said.sentence) + 1
    return Extraction(
        document=document,
        passages=tuple(passages),
        entities=tuple(entities.values()),
        mentions=tuple(mentions),
        claims=tuple(claims.values()),
    )


def _claim(document: Document, passage: Passage, said: Said, ends: list[tuple[Entity, str]]) -> Claim:
    (subject, subject_form), (thing, form) = ends[0], ends[1] if len(ends) > 1 else (None, None)
    date = said.date.edtf if said.date else None
    return Claim(
        id=ids.claim_id(
            document.id, said.predicate or "", subject_form, form or said.value or "", said.factuality, date
        ),
        predicate=Predicate(said.predicate or ""),
        subject_id=subject.id,
        subject_surface=subject_form,
        object_id=thing.id if thing else None,
        object_surface=form,
        value=said.value,
        date=said.date,
        factuality=said.factuality,
        confidence=said.confidence,
        rule="by-hand",
        qualifiers=said.qualifiers,
        evidence=(
            Evidence(
                passage_id=passage.id,
                start_char=passage.start_char,
                end_char=passage.end_char,
                quote=said.sentence,
            ),
        ),
    )
