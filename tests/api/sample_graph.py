"""A small graph by hand for the tests of the ways in: two digests, each sentence one claim."""

from collections.abc import Iterator, Sequence

from extraction.document import DigestText
from graph.ids import claim_id, document_id, entity_id, passage_id, text_hash
from graph.records import (
    Claim,
    Date,
    DatePrecision,
    Document,
    DocumentId,
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

EVIL = "\x1b[31m<script>alert(1)</script>"
"""What a hostile digest may hold: a terminal sequence and markup."""


class Said(Record):
    """One sentence and the claim in it; `ends` are (kind, name), the object may be a literal."""

    sentence: str
    subject: tuple[str, str]
    predicate: str
    object: tuple[str, str] | str
    date: str | None = None
    factuality: Factuality = Factuality.ASSERTED
    cue: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()


def _organization(name: str) -> tuple[str, str]:
    return "Organization", name


def _model(name: str) -> tuple[str, str]:
    return "Model", name


META, GOOGLE, OPENAI, MISTRAL = (_organization(name) for name in ("Meta", "Google", "OpenAI", "Mistral AI"))
FACE, POLLEN = _organization("Hugging Face"), _organization("Pollen Robotics")
PLANNED, SPECULATED, NEGATED = Factuality.PLANNED, Factuality.SPECULATED, Factuality.NEGATED

APRIL = (
    Said(
        sentence="On 5 April Meta released LLaMA 4 Scout.",
        subject=META,
        predicate="RELEASED",
        object=_model("LLaMA 4 Scout"),
        date="2025-04-05",
    ),
    Said(
        sentence="On 5 April Meta released LLaMA 4 Maverick.",
        subject=META,
        predicate="RELEASED",
        object=_model("LLaMA 4 Maverick"),
        date="2025-04-05",
    ),
    Said(
        sentence="Meta will release LLaMA 4 Behemoth later.",
        subject=META,
        predicate="RELEASED",
        object=_model("LLaMA 4 Behemoth"),
        factuality=PLANNED,
        cue="will",
    ),
    Said(
        sentence="On 14 April Hugging Face acquired Pollen Robotics.",
        subject=FACE,
        predicate="ACQUIRED",
        object=POLLEN,
        date="2025-04-14",
    ),
    Said(
        sentence="Google did not release TensorFlow 3.0 in April.",
        subject=GOOGLE,
        predicate="RELEASED",
        object=("Framework", "TensorFlow 3.0"),
        factuality=NEGATED,
        cue="did not",
        date="2025-04",
    ),
    Said(
        sentence="OpenAI may release GPT-5 this summer.",
        subject=OPENAI,
        predicate="RELEASED",
        object=_model("GPT-5"),
        factuality=SPECULATED,
        cue="may",
    ),
    Said(
        sentence="PyTorch 2.7 came out on 23 April.",
        subject=("Framework", "PyTorch 2.7"),
        predicate="RELEASED_ON",
        object="2025-04-23",
    ),
    Said(
        sentence=f"Hugging Face runs on {EVIL}Cloudflare.",
        subject=FACE,
        predicate="USES",
        object=("Product", "Cloudflare Workers"),
    ),
)

MAY = (
    Said(
        sentence="Mistral AI a lancé Mistral Medium 3 le 7 mai.",
        subject=MISTRAL,
        predicate="RELEASED",
        object=_model("Mistral Medium 3"),
        date="2025-05-07",
    ),
    Said(
        sentence="Mistral AI a lancé Le Chat Enterprise.",
        subject=MISTRAL,
        predicate="RELEASED",
        object=("Product", "Le Chat Enterprise"),
    ),
    Said(
        sentence="Mistral AI a levé 600 millions d'euros en juin 2024.",
        subject=MISTRAL,
        predicate="RAISED",
        object="600 M€",
        date="2024-06",
    ),
    Said(
        sentence="Arthur Mensch a fondé Mistral AI.",
        subject=("Person", "Arthur Mensch"),
        predicate="FOUNDED",
        object=MISTRAL,
    ),
    Said(
        sentence="Arthur Mensch est PDG de Mistral AI.",
        subject=("Person", "Arthur Mensch"),
        predicate="WORKS_FOR",
        object=MISTRAL,
        qualifiers=(("role", "PDG"),),
    ),
    Said(
        sentence="Mistral AI est installé à Paris.",
        subject=MISTRAL,
        predicate="LOCATED_IN",
        object=("Place", "Paris"),
    ),
    Said(
        sentence="Mellum repose sur LLaMA 4 Scout.",
        subject=_model("Mellum"),
        predicate="BASED_ON",
        object=_model("LLaMA 4 Scout"),
    ),
    Said(
        sentence="Hugging Face a racheté Pollen Robotics en avril.",
        subject=FACE,
        predicate="ACQUIRED",
        object=POLLEN,
        date="2025-04",
    ),
)


def sample_extractions() -> tuple[Extraction, ...]:
    """Both digests."""
    return (
        extraction_of(APRIL, source="https://digest.example/april", published="2025-04-30", language="en"),
        extraction_of(MAY, source="https://digest.example/mai", published="2025-05-31", language="fr"),
    )


def extraction_of(said: Sequence[Said], *, source: str, published: str | None, language: str) -> Extraction:
    """A digest that says these sentences, one a line."""
    text = "\n".join(one.sentence for one in said)
    document = document_id(text)
    passages: list[Passage] = []
    claims: list[Claim] = []
    mentions: list[Mention] = []
    names: dict[EntityId, Entity] = {}
    start = 0
    for position, one in enumerate(said):
        end = start + len(one.sentence)
        passage = Passage(
            id=passage_id(document, position),
            position=position,
            text=one.sentence,
            start_char=start,
            end_char=end,
            section="",
            role="body",
        )
        passages.append(passage)
        for kind, name in _ends(one):
            identifier = entity_id(kind, name)
            names[identifier] = Entity(id=identifier, name=name, kind=Kind(kind), surface_forms=(name,))
            at = max(one.sentence.find(name), 0)
            mentions.append(
                Mention(
                    passage_id=passage.id,
                    entity_id=identifier,
                    surface=name,
                    start_char=start + at,
                    end_char=start + at + len(name),
                )
            )
        claims.append(_claim(one, document, passage))
        start = end + 1
    return Extraction(
        document=Document(
            id=document,
            source=source,
            outlet="digest.example",
            title=f"Digest of {published}",
            language=language,
            published=published,
            text_hash=text_hash(text),
            characters=len(text),
            format="text",
        ),
        passages=tuple(passages),
        entities=tuple(names[key] for key in sorted(names)),
        mentions=tuple(mentions),
        claims=tuple(claims),
    )


def _ends(one: Said) -> Iterator[tuple[str, str]]:
    yield one.subject
    if not isinstance(one.object, str):
        yield one.object


def _claim(one: Said, document: DocumentId, passage: Passage) -> Claim:
    literal = one.object if isinstance(one.object, str) else None
    surface = one.object if isinstance(one.object, str) else one.object[1]
    date = _date(one.date) if one.date else None
    return Claim(
        id=claim_id(document, one.predicate, one.subject[1], surface, one.factuality, one.date),
        predicate=Predicate(one.predicate),
        subject_id=entity_id(*one.subject),
        subject_surface=one.subject[1],
        object_id=None if isinstance(one.object, str) else entity_id(*one.object),
        object_surface=None if isinstance(one.object, str) else one.object[1],
        value=literal,
        date=date,
        factuality=one.factuality,
        cue=one.cue,
        confidence=0.9,
        rule="test",
        qualifiers=one.qualifiers,
        evidence=(
            Evidence(
                passage_id=passage.id, start_char=passage.start_char, end_char=passage.end_char, quote=passage.text
            ),
        ),
    )


def _date(edtf: str) -> Date:
    if len(edtf) == 7:
        last = {"04": "30", "06": "30"}[edtf[5:]]
        return Date(edtf=edtf, start=f"{edtf}-01", end=f"{edtf}-{last}", precision=DatePrecision.MONTH)
    return Date(edtf=edtf, start=edtf, end=edtf, precision=DatePrecision.DAY)


class LineExtractor:
    """An extractor for tests: each line "X acquired Y." of a digest is one claim."""

    def extract(self, digest: DigestText, *, source: str) -> Extraction:
        """What the lines say."""
        said = [
            Said(
                sentence=line,
                subject=_organization(left),
                predicate="ACQUIRED",
                object=_organization(right.rstrip(".")),
            )
            for line in digest.text.splitlines()
            for left, verb, right in [line.partition(" acquired ")]
            if verb
        ]
        return extraction_of(said, source=source, published=digest.published, language=digest.language)
