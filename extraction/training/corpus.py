"""The corpus: sentences that we wrote, their names in brackets, and what each states, from `data/corpus`.

One block a sentence; `= PREDICATE | subject | object` lines under it say what holds between its names, with the
factuality before the predicate when it is not asserted. A block without such a line states nothing.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from extraction.claims.clause import Clause, build_clauses
from extraction.document import Name, NamedEntity, Role, Sentence
from extraction.models import load_model
from graph.errors import InvalidDeclaration
from graph.ontology import Ontology, load_ontology
from graph.records import Factuality, Record
from graph.settings import DATA_FOLDER

_NAME = re.compile(r"\[(\w+) ([^\]]+)\]")
_CLAIM = re.compile(r"= (?:(asserted|planned|speculated|negated) )?([A-Z_]+) \| (.+?) \| (.+)")


class StatedClaim(Record):
    """What a sentence of the corpus states, by the names in it; `object` is a literal for some predicates."""

    predicate: str
    subject: str
    object: str
    factuality: Factuality = Factuality.ASSERTED


class CorpusSentence(Record):
    """A sentence with its names, (kind, surface) in order, and its claims."""

    text: str
    names: tuple[tuple[str, str, int, int], ...]
    claims: tuple[StatedClaim, ...]
    where: str


def load_corpus(language: str, folder: Path = DATA_FOLDER / "corpus") -> list[CorpusSentence]:
    """All sentences of a language, in file order.

    Raises:
        InvalidDeclaration: a block is not in the format or says what the ontology does not allow.
    """
    ontology = load_ontology()
    return [
        sentence
        for path in sorted(folder.glob(f"{language}-*.txt"))
        for sentence in _blocks(path.name, path.read_text("utf-8"), ontology)
    ]


def _blocks(where: str, text: str, ontology: Ontology) -> Iterator[CorpusSentence]:
    for number, block in enumerate(re.split(r"\n\s*\n", text.strip()), start=1):
        lines = [line.strip() for line in block.splitlines() if line.strip() and not line.startswith("#")]
        if lines:
            yield _sentence(f"{where}, block {number}", lines, ontology)


def _sentence(where: str, lines: list[str], ontology: Ontology) -> CorpusSentence:
    text, names, cursor = "", [], 0
    for found in _NAME.finditer(lines[0]):
        text += lines[0][cursor : found.start()]
        names.append((ontology.kind(found[1]).name, found[2], len(text), len(text) + len(found[2])))
        text += found[2]
        cursor = found.end()
    text += lines[0][cursor:]
    kinds = {surface: str(kind) for kind, surface, _, _ in names}
    return CorpusSentence(
        text=text,
        names=tuple(names),
        claims=tuple(_claim(where, line, kinds, ontology) for line in lines[1:]),
        where=where,
    )


def _claim(where: str, line: str, kinds: dict[str, str], ontology: Ontology) -> StatedClaim:
    found = _CLAIM.fullmatch(line)
    if found is None:
        raise InvalidDeclaration(where, f"{line!r} is no claim")
    factuality, predicate, subject, object_ = found.groups()
    literal = ontology.predicate(predicate).literal is not None
    if subject not in kinds or not (literal or object_ in kinds):
        raise InvalidDeclaration(where, f"{line!r} names what the sentence does not")
    ontology.check(predicate, kinds[subject], None if literal else kinds[object_])
    return StatedClaim(
        predicate=predicate, subject=subject, object=object_, factuality=Factuality(factuality or "asserted")
    )


def clauses_of(sentences: list[CorpusSentence], language: str) -> list[Clause]:
    """The clauses that the claim reader would see, one for each sentence, entities numbered by their place."""
    text = ""
    places: list[Sentence] = []
    names: list[Name] = []
    entities: list[NamedEntity] = []
    for position, sentence in enumerate(sentences):
        start = len(text)
        places.append(
            Sentence(
                position=position, start=start, end=start + len(sentence.text), block=0, item=position, role=Role.BODY
            )
        )
        for kind, surface, low, high in sentence.names:
            names.append(
                Name(start=start + low, end=start + high, surface=surface, sentence=position, entity=len(entities))
            )
            entities.append(NamedEntity(name=surface, kind=kind, surface_forms=(surface,)))
        text += sentence.text + "\n"
    return build_clauses(text, language, places, names, entities, load_model(language))
