"""Real texts of others that we annotated: only where their names stand and what they state is ours, and is shipped.

`data/annotations/LANGUAGE-*.jsonl` has a line for each text; the texts are read from checkouts of the repositories that
hold them, named in `data/README.md`. What others wrote has more names that have nothing to do with one another, and
more sentences that state nothing, than what is written to be learned from.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from extraction.document import READ_ROLES, DigestText, Name, NamedEntity, OffsetMap, Sentence
from extraction.readers import read_digest
from extraction.sentences import split_sentences
from extraction.training.corpus import CorpusDigest, StatedClaim, check_claim
from extraction.training.others import hash_of, text_of
from graph.errors import InvalidDeclaration
from graph.ontology import load_ontology
from graph.records import Record
from graph.settings import DATA_FOLDER


class AnnotatedName(Record):
    """A name where the text has it: characters [start, end) of the text, and the full name and kind of its entity."""

    start: int
    end: int
    kind: str
    entity: str


class AnnotatedClaim(StatedClaim):
    """What the block of the text that begins at `start` states."""

    start: int


class AnnotatedText(Record):
    """The annotation of one text: its source, as `extraction.training.others` says, and its SHA-256."""

    source: str
    sha256: str
    names: tuple[AnnotatedName, ...]
    claims: tuple[AnnotatedClaim, ...]


def load_annotations(language: str, folder: Path = DATA_FOLDER / "annotations") -> list[AnnotatedText]:
    """All annotations of a language, in file order.

    Raises:
        InvalidDeclaration: a line is no annotation, or says what the ontology does not allow.
    """
    found = []
    for path in sorted(folder.glob(f"{language}-*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            where = f"{path.name}, line {number}"
            try:
                found.append(_checked(AnnotatedText.model_validate_json(line), where))
            except ValidationError as error:
                raise InvalidDeclaration(where, str(error)) from error
    return found


def annotated(annotations: Sequence[AnnotatedText], language: str, others: Path) -> Iterator[CorpusDigest]:
    """Each annotated text as a digest, with its names and claims, but for those that the checkouts have otherwise.

    Args:
        annotations: Of texts of the language.
        language: Of the texts, as ISO 639-1.
        others: The folder of the checkouts that have them.
    """
    for one in annotations:
        text = text_of(others, one.source)
        if text is not None and hash_of(text) == one.sha256:
            yield as_annotated(one, text, language)


def as_annotated(one: AnnotatedText, text: str, language: str) -> CorpusDigest:
    """A text as a digest with the names and claims of its annotation."""
    digest = read_digest(text.encode(), source="text.md").model_copy(update={"language": language})
    sentences = [sentence for sentence in split_sentences(digest) if sentence.role in READ_ROLES]
    sentences = [sentence.model_copy(update={"position": at}) for at, sentence in enumerate(sentences)]
    kinds = {name.entity: name.kind for name in one.names}
    numbers = {entity: number for number, entity in enumerate(kinds)}
    claims: dict[int, list[StatedClaim]] = defaultdict(list)
    starts = {
        number: digest.offsets.original(block.start, block.end)[0]
        for number, block in enumerate(digest.blocks)
        if block.start < block.end
    }
    for claim in one.claims:
        block = max((number for number, start in starts.items() if start <= claim.start), default=0)
        claims[block].append(claim)
    return CorpusDigest(
        digest=digest,
        sentences=tuple(sentences),
        entities=tuple(NamedEntity(name=name, kind=kind, surface_forms=(name,)) for name, kind in kinds.items()),
        names=tuple(_names(one, digest, sentences, numbers)),
        claims={block: tuple(told) for block, told in claims.items()},
    )


def _checked(one: AnnotatedText, where: str) -> AnnotatedText:
    ontology = load_ontology()
    kinds = {name.entity: str(ontology.kind(name.kind).name) for name in one.names}
    for claim in one.claims:
        check_claim(claim, kinds, ontology, where)
    return one


def _names(
    one: AnnotatedText, digest: DigestText, sentences: Sequence[Sentence], numbers: dict[str, int]
) -> Iterator[Name]:
    """The names in clean text; what lies outside the sentences, or was joined by the reader, is passed by."""
    for name in one.names:
        start, end = _clean(digest.offsets, name.start), _clean(digest.offsets, name.end - 1)
        if start is None or end is None:
            continue
        for sentence in sentences:
            if sentence.start <= start <= end < sentence.end:
                surface = digest.text[start : end + 1]
                yield Name(
                    start=start,
                    end=end + 1,
                    surface=surface,
                    sentence=sentence.position,
                    entity=numbers[name.entity],
                )


def _clean(offsets: OffsetMap, position: int) -> int | None:
    """Where a character of the original stands in clean text."""
    for clean, original, length in offsets.segments:
        if original <= position < original + length:
            return clean + position - original
    return None
