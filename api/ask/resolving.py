"""The names of a question, looked for in the graph among the kinds that its predicates take."""

from collections.abc import Collection
from dataclasses import dataclass

from api.ask.folding import fold
from api.ask.lexicon import load_question_lexicon
from api.ask.records import Asks, Language, Question
from api.lookup import Lookup, look_up
from graph.names import normalize
from graph.ontology import PredicateDeclaration, load_ontology
from graph.records import Kind
from graph.store import Store
from graph.store.answers import EntityRef


@dataclass(frozen=True)
class Resolved:
    """A reading whose names are in the graph."""

    question: Question
    predicates: tuple[PredicateDeclaration, ...]
    """Those of the reading that fit the kinds found."""
    subject: EntityRef | None
    object: EntityRef | None

    @property
    def asks_whether_or_when(self) -> bool:
        """Whether the question is about one fact rather than about its other end."""
        return self.question.asks in (Asks.WHETHER, Asks.WHEN)


class Resolver:
    """Looks names up once per question."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen: dict[tuple[str, frozenset[Kind] | None], Lookup] = {}

    def resolve(self, question: Question) -> Resolved | None:
        """The reading with its entities; None when a name is unknown, or no predicate holds between such kinds."""
        declared = [load_ontology().predicate(name) for name in question.predicates]
        if question.asks is Asks.ABOUT:
            subject = self._find(question.subject, None)
            return Resolved(question, (), subject, None) if subject else None
        if question.subject is None and question.object is None:
            return None
        # A symmetric predicate has one set of kinds; with a literal as object there is only the subject to find.
        subject = self._find(question.subject, {kind for item in declared for kind in item.domain})
        object = self._find(question.object, {kind for item in declared for kind in item.range})
        if (question.subject and not subject) or (question.object and not object):
            return None
        fitting = tuple(
            item
            for item in declared
            if (subject is None or subject.kind in item.domain) and (object is None or object.kind in item.range)
        )
        return Resolved(question, fitting, subject, object) if fitting else None

    def named(self, text: str, language: Language) -> Resolved | None:
        """A question that is nothing but a name: everything about it."""
        subject = self._find(text, None)
        question = Question(language=language, asks=Asks.ABOUT, subject=text)
        return Resolved(question, (), subject, None) if subject else None

    def unknown_name(self, question: Question) -> tuple[str, tuple[str, ...]]:
        """The name of a reading that led nowhere, with names that are near."""
        declared = [load_ontology().predicate(name) for name in question.predicates]
        sides = (
            (question.subject, {kind for item in declared for kind in item.domain} or None),
            (question.object, {kind for item in declared for kind in item.range} or None),
        )
        names = [(name, kinds) for name, kinds in sides if name]
        unknown = [name for name, kinds in names if self._find(name, kinds) is None]
        name = (unknown or [name for name, _ in names] or [""])[0]
        return name, self._look_up(name, None).suggestions

    def _find(self, name: str | None, kinds: Collection[Kind] | None) -> EntityRef | None:
        if not name or not normalize(name):
            return None
        limits = None if kinds is None else frozenset(kinds)
        for wording in _without_kind(name):
            if found := self._look_up(wording, limits).found:
                return EntityRef(id=found[0].id, name=found[0].name, kind=found[0].kind)
        return None

    def _look_up(self, name: str, kinds: frozenset[Kind] | None) -> Lookup:
        key = (name, kinds)
        if key not in self._seen:
            self._seen[key] = look_up(self._store, name, kinds=kinds)
        return self._seen[key]


def _without_kind(name: str) -> tuple[str, ...]:
    """The name as written, then without a word for its kind in front: "the company Mistral AI", "le modèle GPT-5"."""
    folded = fold(name)
    lexicon = load_question_lexicon()
    words = {fold(word) for language in ("en", "fr") for word in lexicon.kind_words(language)}
    for article in ("the ", "le ", "la ", "l'", ""):
        rest = folded.removeprefix(article)
        for word in sorted(words, key=len, reverse=True):
            if rest.startswith(f"{word} ") and (article == "" or folded != rest):
                return name, name[len(name) - len(rest) + len(word) + 1 :]
    return (name,)
