from pathlib import Path

import pytest

from extraction.mentions.lexicon import load_lexicon
from graph.errors import InvalidDeclaration
from graph.ontology import load_ontology

LANGUAGES = ("fr", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cue_speaks_for_a_kind_of_the_ontology(language: str) -> None:
    lexicon = load_lexicon(language)
    kinds = set(load_ontology().kinds)
    for table in (lexicon.heads, lexicon.last, lexicon.first, lexicon.subject, lexicon.object, lexicon.after):
        assert set(table.values()) <= kinds


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_lower_case(language: str) -> None:
    lexicon = load_lexicon(language)
    words = lexicon.generic | lexicon.headings | lexicon.first_names | lexicon.variants | lexicon.ordinary
    assert {word for word in words if word != word.casefold()} == set()


HEADS = [
    ("fr", "jeune pousse", "Organization"),
    ("fr", "modèles de langage", "Model"),
    ("fr", "bibliothèques", "Framework"),
    ("en", "chipmakers", "Organization"),
    ("en", "agencies", "Organization"),
    ("en", "language models", "Model"),
    ("en", "open", None),
    ("fr", "parle", None),
]


@pytest.mark.parametrize(("language", "phrase", "kind"), HEADS)
def test_head_nouns_in_singular_and_plural(language: str, phrase: str, kind: str | None) -> None:
    assert load_lexicon(language).heads.get(phrase) == kind


ORDINARY = [
    ("en", "announces", True),
    ("en", "Introduce", True),
    ("en", "state-of-the-art", True),
    ("en", "OpenAI", False),
    ("en", "Anthropic", False),
    ("fr", "entreprise", True),
    ("fr", "Mistral", False),
]


@pytest.mark.parametrize(("language", "word", "expected"), ORDINARY)
def test_ordinary_words(language: str, word: str, expected: bool) -> None:
    assert load_lexicon(language).is_ordinary(word) is expected


GENERIC = [
    ("LLMs", True),
    ("A.I.", True),
    ("chain-of-thought", True),
    ("GPU", True),
    ("TPU", False),
    ("Mixtral", False),
]


@pytest.mark.parametrize(("phrase", "expected"), GENERIC)
def test_generic_phrases(phrase: str, expected: bool) -> None:
    assert load_lexicon("en").is_generic(phrase) is expected


def test_a_lexicon_that_does_not_parse_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kinds.en.toml").write_text("[heads\n", "utf-8")
    with pytest.raises(InvalidDeclaration, match=r"kinds\.en\.toml"):
        load_lexicon("en", tmp_path)
