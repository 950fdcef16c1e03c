"""The corpus: news items that we wrote, their names in brackets, and what each states, from `data/corpus`.

One block an item; its sentences are parted by " // ", and `= PREDICATE | subject | object` lines under it say what
holds between its names, with the factuality before the predicate when it is not asserted. A block without such a line
states nothing. `[Kind Name]` is a name, `[~Name|words]` another form of it or words that stand for it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from extraction.document import DigestText, Name, NamedEntity, Role, Sentence
from graph.errors import InvalidDeclaration
from graph.ontology import Ontology, load_ontology
from graph.records import Factuality, Record
from graph.settings import DATA_FOLDER

_NAME = re.compile(r"\[(?:(\w+) ([^\]|~]+)|~([^\]|]+)\|([^\]]+))\]")
_CLAIM = re.compile(r"= (?:(asserted|planned|speculated|negated) )?([A-Z_]+) \| (.+?) \| (.+)")
_SENTENCES = " // "


class StatedClaim(Record):
    """What an item of the corpus states, by the names in it; `object` is a literal for some predicates."""

    predicate: str
    subject: str
    object: str
    factuality: Factuality = Factuality.ASSERTED


class CorpusName(Record):
    """A mention in an item: the entity's full name there, and the span of the item's text that names it."""

    entity: str
    start: int
    end: int


class CorpusItem(Record):
    """An item with its sentences (spans of `text`), its names in order, the kinds of its entities, and its claims."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    names: tuple[CorpusName, ...]
    kinds: tuple[tuple[str, str], ...]
    claims: tuple[StatedClaim, ...]
    where: str


class CorpusDigest(Record):
    """What the claim reader can read as a digest, with its names given, and what each block of it states.

    `claims` are by the number of the block; of the corpus, each item is a block.
    """

    digest: DigestText
    sentences: tuple[Sentence, ...]
    entities: tuple[NamedEntity, ...]
    names: tuple[Name, ...]
    claims: Mapping[int, tuple[StatedClaim, ...]]


def load_corpus(language: str, folder: Path = DATA_FOLDER / "corpus") -> list[CorpusItem]:
    """All items of a language, in file order.

    Raises:
        InvalidDeclaration: a block is not in the format or says what the ontology does not allow.
    """
    ontology = load_ontology()
    return [
        item
        for path in sorted(folder.glob(f"{language}-*.txt"))
        for item in _blocks(path.name, path.read_text("utf-8"), ontology)
    ]


def _blocks(where: str, text: str, ontology: Ontology) -> Iterator[CorpusItem]:
    for number, block in enumerate(re.split(r"\n\s*\n", text.strip()), start=1):
        lines = [line.strip() for line in block.splitlines() if line.strip() and not line.startswith("#")]
        if lines:
            yield _item(f"{where}, block {number}", lines, ontology)


def _item(where: str, lines: list[str], ontology: Ontology) -> CorpusItem:
    kinds = {name: str(ontology.kind(kind).name) for kind, name, _, _ in _NAME.findall(lines[0]) if kind}
    text, names, sentences = "", [], []
    for part in lines[0].split(_SENTENCES):
        text += " " if text else ""
        start, cursor = len(text), 0
        for found in _NAME.finditer(part):
            text += part[cursor : found.start()]
            cursor = found.end()
            entity, surface = (found[2], found[2]) if found[1] else (found[3], found[4])
            if entity not in kinds:
                raise InvalidDeclaration(where, f"{found[0]!r} refers to no name of the block")
            if is_name(surface, entity):
                names.append(CorpusName(entity=entity, start=len(text), end=len(text) + len(surface)))
            text += surface
        text += part[cursor:]
        sentences.append((start, len(text)))
    return CorpusItem(
        text=text,
        sentences=tuple(sentences),
        names=tuple(names),
        kinds=tuple(kinds.items()),
        claims=tuple(_claim(where, line, kinds, ontology) for line in lines[1:]),
        where=where,
    )


def is_name(surface: str, entity: str) -> bool:
    """Whether words that mean an entity name it ("Mistral" for "Mistral AI") and do not just stand for it ("it")."""
    words = set(re.findall(r"\w{2,}", surface.casefold()))
    return bool(words & set(re.findall(r"\w{2,}", entity.casefold()))) or (surface.isupper() and len(surface) > 1)


def _claim(where: str, line: str, kinds: dict[str, str], ontology: Ontology) -> StatedClaim:
    found = _CLAIM.fullmatch(line)
    if found is None:
        raise InvalidDeclaration(where, f"{line!r} is no claim")
    factuality, predicate, subject, object_ = found.groups()
    claim = StatedClaim(
        predicate=predicate, subject=subject, object=object_, factuality=Factuality(factuality or "asserted")
    )
    check_claim(claim, kinds, ontology, where)
    return claim


def check_claim(claim: StatedClaim, kinds: Mapping[str, str], ontology: Ontology, where: str) -> None:
    """Check that a claim is of names that have a kind in its text, and of kinds that its predicate takes.

    Raises:
        InvalidDeclaration: it names what the text does not.
        SchemaError: the ontology does not allow it.
    """
    literal = ontology.predicate(claim.predicate).literal is not None
    if claim.subject not in kinds or not (literal or claim.object in kinds):
        told = f"{claim.predicate} of {claim.subject!r} and {claim.object!r}"
        raise InvalidDeclaration(where, f"{told} names what the text does not")
    ontology.check(claim.predicate, kinds[claim.subject], None if literal else kinds[claim.object])


def as_digest(items: Sequence[CorpusItem], language: str) -> CorpusDigest:
    """The items one below the other, with their names as if they had been found."""
    text = ""
    sentences: list[Sentence] = []
    entities: list[NamedEntity] = []
    names: list[Name] = []
    for number, item in enumerate(items):
        offset, known = len(text), {}
        for entity, kind in item.kinds:
            known[entity] = len(entities)
            entities.append(NamedEntity(name=entity, kind=kind, surface_forms=(entity,)))
        for index, (start, end) in enumerate(item.sentences):
            role = Role.HEADLINE if _is_headline(item, index) else Role.BODY
            for name in item.names:
                if start <= name.start < end:
                    names.append(
                        Name(
                            start=offset + name.start,
                            end=offset + name.end,
                            surface=item.text[name.start : name.end],
                            sentence=len(sentences),
                            entity=known[name.entity],
                        )
                    )
            sentences.append(
                Sentence(
                    position=len(sentences),
                    start=offset + start,
                    end=offset + end,
                    block=number,
                    item=number,
                    role=role,
                )
            )
        text += item.text + "\n"
    digest = DigestText.plain(text, language=language)
    return CorpusDigest(
        digest=digest,
        sentences=tuple(sentences),
        entities=tuple(entities),
        names=tuple(names),
        claims={number: item.claims for number, item in enumerate(items)},
    )


def _is_headline(item: CorpusItem, index: int) -> bool:
    """The first of several sentences, when it does not end as a sentence does."""
    end = item.sentences[index][1]
    return index == 0 and len(item.sentences) > 1 and item.text[end - 1] not in ".!?…"
