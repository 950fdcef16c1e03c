"""What a question becomes and what an answer is made of."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from graph.records import ClaimId, Factuality, Kind, Predicate, Record
from graph.store.answers import ClaimAnswer, EntityRef

Language = Literal["en", "fr"]


class Asks(StrEnum):
    """What a question wants to know."""

    OBJECTS = "objects"
    """The other end, from the subject: what did Meta release."""
    SUBJECTS = "subjects"
    """The other end, from the object: who acquired Pollen Robotics."""
    WHETHER = "whether"
    """Whether it is so: has TensorFlow 3.0 been released."""
    WHEN = "when"
    """The date: when did Meta release LLaMA 4."""
    ABOUT = "about"
    """Everything that is told: timeline of OpenAI."""


class Period(Record):
    """ISO days that bound what is asked; None for an open end."""

    since: str | None = None
    until: str | None = None


class Question(Record):
    """One way to read a question; names are still as written, entities not yet looked for."""

    language: Language
    asks: Asks
    predicates: tuple[Predicate, ...] = ()
    subject: str | None = None
    object: str | None = None
    kind: tuple[Kind, ...] = Field(default=(), description="Kinds that the answer must have ('which models').")
    period: Period = Period()


class Understanding(Record):
    """How a question was read, so that a wrong reading can be seen."""

    asks: Asks
    predicates: tuple[Predicate, ...]
    subject: EntityRef | None
    object: EntityRef | None
    kinds: tuple[Kind, ...] = Field(description="Kinds asked for; empty when all will do.")
    since: str | None
    until: str | None


class Quote(Record):
    """A sentence behind a line."""

    claim_id: ClaimId
    document_title: str
    source: str
    published: str | None
    text: str = Field(description="The sentence, in clean text.")


class AnswerLine(Record):
    """One fact in words: what all documents that tell it say."""

    text: str = Field(description="The fact in a sentence; what is not told as a fact says so.")
    answer: str = Field(description="The end that was asked for, by name; the object when both were given.")
    date: str | None = Field(description="When it happened or will, EDTF, as told most exactly.")
    date_words: str = Field(description="The date in words, empty without one.")
    factuality: Factuality
    quotes: tuple[Quote, ...]


class AskAnswer(Record):
    """An answer in the language of the question."""

    question: str
    language: Language
    understood: Understanding | None = Field(description="Null when a name in the question is not in the graph.")
    text: str = Field(description="The answer in a sentence; the lines tell it in full.")
    lines: tuple[AnswerLine, ...]
    suggestions: tuple[str, ...] = Field(description="Names that are near an unknown one.")
    claims: tuple[ClaimAnswer, ...] = Field(description="The claims behind the lines, in the order of the lines.")
    truncated: bool = Field(description="Whether more claims fit than are shown.")
