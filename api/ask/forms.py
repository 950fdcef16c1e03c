"""From a question to the ways it can be read: the forms of `data/lexicons` as regular expressions.

A reading has names as they were typed; whether the graph knows them, and which reading then counts, is for
`api.ask.answering`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from api.ask.folding import fold, trimmed
from api.ask.lexicon import LANGUAGES, QuestionLexicon, load_question_lexicon
from api.ask.periods import take_period
from api.ask.records import Asks, Language, Question
from graph.records import Kind, Predicate

_PLACEHOLDER = re.compile(r"\{(x|y|kind|noun|be|v:[a-z,]+)\}")
_PIECE = re.compile(r"<(\w+)>")
_NOT_A_NAME = re.compile(
    r"(?:(?:avec|dans|de|pour|sur|sous|chez|contre|a|par) )?"
    r"(?:qui|quand|combien|quoi|quels?|quelles?|que|ou|who|whom|what|which|when|how|where)\b.*"
    r"|(?:of|about|de|sur|on) .*"
)
"""Question words that a form took for a name."""
_AGREEMENT = "e?s?"
"""What a French participle may add: lancé, lancée, lancés, lancées (folded)."""


@dataclass(frozen=True)
class Form:
    """One compiled form."""

    asks: Asks
    language: Language
    pattern: re.Pattern[str]
    predicates: tuple[Predicate, ...]
    """Those of a special question; empty when a verb or noun of the question tells."""
    meanings: Mapping[str, tuple[Predicate, ...]]
    """Verbs and nouns, folded, with what they mean."""
    kinds: Mapping[str, tuple[Kind, ...]]


def read_question(text: str, *, today: str | None = None) -> list[Question]:
    """Every way to read a question, likeliest first; none when no form fits.

    Args:
        today: ISO day from which a month without a year is counted back; None when there is none to count from.
    """
    question, period = take_period(trimmed(text), today=today)
    folded = fold(question)
    readings = (
        reading.model_copy(update={"period": period})
        for form in _forms()
        if (found := form.pattern.fullmatch(folded)) and (reading := _reading(form, found, question))
    )
    return list(dict.fromkeys(readings))


def _reading(form: Form, found: re.Match[str], question: str) -> Question | None:
    def slot(name: str) -> str | None:
        start, end = found.span(name) if name in found.re.groupindex else (-1, -1)
        return question[start:end].strip(" '\"«»“”") or None if start >= 0 else None

    groups = found.groupdict()
    if any(_NOT_A_NAME.fullmatch(groups.get(name) or "") for name in ("x", "y")):
        return None
    word = groups.get("w")
    kind = next((text for name, text in groups.items() if name.startswith("kind") and text), None)
    predicates = form.predicates or (_meaning(word, form.meanings) if word else ())
    if form.asks is not Asks.ABOUT and not predicates:
        return None
    return Question(
        language=form.language,
        asks=form.asks,
        predicates=predicates,
        subject=slot("x"),
        object=slot("y"),
        kind=form.kinds.get(kind, ()) if kind else (),
    )


def _meaning(word: str, meanings: Mapping[str, tuple[Predicate, ...]]) -> tuple[Predicate, ...]:
    """What a verb or noun means, with or without the agreement of a French participle."""
    for end in (len(word), len(word) - 1, len(word) - 2):
        if word[:end] in meanings:
            return meanings[word[:end]]
    return ()


@cache
def _forms() -> tuple[Form, ...]:
    """All forms: special ones first, then by verb, then those about one thing."""
    lexicon = load_question_lexicon()
    makers = [_Maker(lexicon, language) for language in LANGUAGES]
    stages: tuple[Callable[[_Maker], Iterable[Form]], ...] = (_Maker.special, _Maker.generic, _Maker.about)
    return tuple(form for stage in stages for maker in makers for form in stage(maker))


class _Maker:
    """Compiles the forms of one language."""

    def __init__(self, lexicon: QuestionLexicon, language: Language) -> None:
        self._lexicon, self._language = lexicon, language
        self._pieces = lexicon.pieces[language]
        self._kinds = {fold(word): kinds for word, kinds in lexicon.kind_words(language).items()}
        self._nouns: dict[str, tuple[Predicate, ...]] = {}
        for predicate, words in lexicon.nouns.items():
            for word in words.of(language):
                self._nouns[fold(word)] = (*self._nouns.get(fold(word), ()), predicate)
        self._being = {
            fold(wording.of(language)).partition(" ")[2]: (predicate,)
            for predicate, wording in lexicon.wording.items()
            if fold(wording.of(language)).startswith(("be ", "etre "))
        }

    def special(self) -> Iterator[Form]:
        """Whole questions about one predicate."""
        for predicate, special in self._lexicon.special.items():
            for asks in (Asks.WHEN, Asks.WHETHER, Asks.SUBJECTS, Asks.OBJECTS):
                for template in getattr(special, f"{asks}_{self._language}"):
                    yield self._compile(asks, template, (predicate,))

    def generic(self) -> Iterator[Form]:
        """Forms that take any verb or noun."""
        forms = self._lexicon.forms[self._language]
        for asks in (Asks.WHEN, Asks.SUBJECTS, Asks.OBJECTS, Asks.WHETHER):
            for template in getattr(forms, asks):
                yield self._compile(asks, template, ())

    def about(self) -> Iterator[Form]:
        """Forms that ask for everything about one thing."""
        for template in self._lexicon.about.of(self._language):
            yield self._compile(Asks.ABOUT, template, ())

    def _compile(self, asks: Asks, template: str, predicates: tuple[Predicate, ...]) -> Form:
        while _PIECE.search(template):
            template = _PIECE.sub(lambda found: self._pieces[found[1]], template)
        meanings: dict[str, tuple[Predicate, ...]] = {}
        seen = 0

        def filled(found: re.Match[str]) -> str:
            nonlocal seen
            name = found[1]
            if name in ("x", "y"):
                return f"(?P<{name}>.+?)"
            if name == "kind":
                seen += 1
                return f"(?P<kind{seen}>{_any(self._kinds)})"
            words = self._nouns if name == "noun" else self._being if name == "be" else self._verbs(name[2:].split(","))
            meanings.update(words)
            agreeing = self._language == "fr" and "part" in name
            return f"(?P<w>{_any(words)}){_AGREEMENT}" if agreeing else f"(?P<w>{_any(words)})"

        pattern = re.compile(_PLACEHOLDER.sub(filled, template))
        return Form(asks, self._language, pattern, predicates, meanings, self._kinds)

    def _verbs(self, classes: list[str]) -> dict[str, tuple[Predicate, ...]]:
        verbs: dict[str, tuple[Predicate, ...]] = {}
        for form in classes:
            for verb, predicates in self._lexicon.verb_forms(self._language, form).items():
                verbs[fold(verb)] = tuple(dict.fromkeys((*verbs.get(fold(verb), ()), *predicates)))
        return verbs


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
