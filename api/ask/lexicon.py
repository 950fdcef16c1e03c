"""The words of questions, from `data/lexicons`, checked when they are loaded."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from api.ask.records import Language
from graph.errors import InvalidDeclaration, UnknownKind, UnknownPredicate
from graph.ontology import load_ontology
from graph.records import Kind, Predicate, Record
from graph.settings import DATA_FOLDER

LANGUAGES: tuple[Language, ...] = ("en", "fr")


class Words(Record):
    """Words or word lists in both languages."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()

    def of(self, language: Language) -> tuple[str, ...]:
        """Those of one language."""
        return self.en if language == "en" else self.fr


class Verbs(Record):
    """Verbs by their forms."""

    en: tuple[tuple[str, ...], ...] = Field(description="Base, third person, past, and participle when it differs.")
    fr: tuple[tuple[str, str, str], ...] = Field(description="Infinitive, present, participle.")


class Wording(Record):
    """The infinitive by which an answer tells what is not a fact."""

    en: str
    fr: str

    def of(self, language: Language) -> str:
        """That of one language."""
        return self.en if language == "en" else self.fr


class Special(Record):
    """Whole questions about one predicate."""

    objects_en: tuple[str, ...] = ()
    objects_fr: tuple[str, ...] = ()
    subjects_en: tuple[str, ...] = ()
    subjects_fr: tuple[str, ...] = ()
    whether_en: tuple[str, ...] = ()
    whether_fr: tuple[str, ...] = ()
    when_en: tuple[str, ...] = ()
    when_fr: tuple[str, ...] = ()


class Forms(Record):
    """Question forms of one language, by what they ask."""

    when: tuple[str, ...]
    whether: tuple[str, ...]
    subjects: tuple[str, ...]
    objects: tuple[str, ...]


class QuestionLexicon(Record):
    """Everything that `data/lexicons/questions.toml` and `question_forms.toml` say."""

    kinds: dict[Kind, Words]
    wording: dict[Predicate, Wording]
    verbs: dict[Predicate, Verbs]
    nouns: dict[Predicate, Words]
    special: dict[Predicate, Special]
    about: Words
    pieces: dict[Language, dict[str, str]]
    forms: dict[Language, Forms]

    def verb_forms(self, language: Language, form: str) -> dict[str, tuple[Predicate, ...]]:
        """Every verb in one form ('past', 'inf', ...) with the predicates that it may mean."""
        found: dict[str, tuple[Predicate, ...]] = {}
        for predicate, verbs in self.verbs.items():
            for verb in _in_form(verbs, language, form):
                found[verb] = (*found.get(verb, ()), predicate)
        return found

    def kind_words(self, language: Language) -> dict[str, tuple[Kind, ...]]:
        """Every word for a kind, the ontology's labels included, with the kinds that it may mean."""
        found: dict[str, tuple[Kind, ...]] = {}
        for kind in load_ontology().kinds.values():
            labels = (getattr(kind.label, language), getattr(kind.plural, language))
            for word in dict.fromkeys((*labels, *self.kinds.get(kind.name, Words()).of(language))):
                found[word] = (*found.get(word, ()), kind.name)
        return found


_ENGLISH_FORMS = ("base", "third", "past", "part")
_FRENCH_FORMS = ("inf", "pres", "part")


def _in_form(verbs: Verbs, language: Language, form: str) -> tuple[str, ...]:
    if language == "fr":
        return tuple(verb[_FRENCH_FORMS.index(form)] for verb in verbs.fr)
    return tuple(verb[min(_ENGLISH_FORMS.index(form), len(verb) - 1)] for verb in verbs.en)


@cache
def load_question_lexicon(folder: Path = DATA_FOLDER / "lexicons") -> QuestionLexicon:
    """The words and forms of questions.

    Raises:
        InvalidDeclaration: a file does not parse, or names a kind or predicate that the ontology does not declare.
    """
    where = "questions.toml"
    try:
        words = tomllib.loads((folder / where).read_text("utf-8"))
        forms = tomllib.loads((folder / "question_forms.toml").read_text("utf-8"))
        pieces = forms.pop("pieces")
        lexicon = QuestionLexicon.model_validate({**words, "pieces": pieces, "forms": forms})
    except (tomllib.TOMLDecodeError, ValidationError, KeyError) as error:
        raise InvalidDeclaration(where, str(error).replace("\n", " ")) from error
    _check(lexicon, where)
    return lexicon


def _check(lexicon: QuestionLexicon, where: str) -> None:
    ontology = load_ontology()
    try:
        for kind in lexicon.kinds:
            ontology.kind(kind)
        for predicate in (*lexicon.verbs, *lexicon.nouns, *lexicon.special):
            ontology.predicate(predicate)
    except (UnknownKind, UnknownPredicate) as error:
        raise InvalidDeclaration(where, str(error)) from error
    if set(lexicon.wording) != set(ontology.predicates):
        raise InvalidDeclaration(
            where, f"wording differs from the predicates: {set(ontology.predicates) ^ set(lexicon.wording)}"
        )
