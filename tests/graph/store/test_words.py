"""Words: what entities are found by, and how a text looks for them."""

import pytest

from graph.names import normalize
from graph.store import Store, read
from graph.store.tally import search_text
from graph.store.words import parts_of, rung_of, rungs_below, ways_to, words_of
from tests.factory import Said, make_extraction


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("OpenAI",), {"openai"}),
        (("Hugging Face", "HF"), {"hugging", "face", "=huggingface", "hf"}),
        (("L'Oréal",), {"oreal", "loreal"}),
        (("GPT-4.5",), {"gpt", "4.5", "=gpt4.5", "gpt45"}),
        (("C#", "=", "^"), {"c#", "c"}),
        (("🤗",), set()),
        ((), set()),
    ],
)
def test_the_words_of_an_entity_are_those_of_its_names(names: tuple[str, ...], words: set[str]) -> None:
    assert words_of(search_text(names)) == words


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("meta", {"^m", "^me", "^met", "met", "eta"}),
        ("hf", {"^h", "^hf"}),
        ("=huggingface", {"^hug", "^huggin"}),
        (":Model 3", set()),
    ],
)
def test_the_parts_of_a_word_are_what_it_is_found_by(word: str, parts: set[str]) -> None:
    assert parts_of(word) == parts


def test_rungs_are_powers_of_two_from_the_top() -> None:
    assert [rung_of("Model", mentions) for mentions in (0, 1, 3, 4, 7, 8)] == [
        f":Model {power}" for power in (0, 1, 2, 3, 3, 4)
    ]
    assert rungs_below(["Model", "Place"], 3) == [
        [":Model 2", ":Place 2"],
        [":Model 1", ":Place 1"],
        [":Model 0", ":Place 0"],
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Hugging Face", "hugg"),
        ("Hugging Face", "ging"),
        ("Hugging Face", "fac"),
        ("Hugging Face", "ace"),
        ("Hugging Face", "hugging f"),
        ("Hugging Face", "huggingf"),
        ("Hugging Face", "HUGGINGFACE"),
        ("Hugging Face", "ging face"),
        ("OpenAI", "open ai"),
        ("Open AI", "openai"),
        ("GPT-4.5 mini", "gpt 4"),
        ("GPT-4.5 mini", "4.5 mini"),
        ("L'Oréal", "l’oréal"),
        ("xAI", "x"),
    ],
)
def test_a_text_finds_the_words_of_the_names_that_hold_it(name: str, text: str) -> None:
    words = words_of(search_text([name]))
    found = [
        word
        for way in ways_to(normalize(text))
        for word in words
        if isinstance(parts := way["parts"], list) and parts_of(word).intersection(map(str, parts))
    ]
    assert found


@pytest.mark.parametrize("text", ["gingfa", "u", "ug"])
def test_short_texts_and_texts_across_words_are_looked_for_at_beginnings_only(store: Store, text: str) -> None:
    store.write(make_extraction([Said(sentence="Hugging Face is here.", subject="Organization:Hugging Face")]))
    assert [entity.name for entity in read.search_entities(store, "ggi").items] == ["Hugging Face"]
    assert read.search_entities(store, text).items == ()


def test_words_go_with_the_last_entity_that_has_them(store: Store) -> None:
    first = make_extraction([Said(sentence="Open AI is here.", subject="Organization:Open AI")], source="first")
    second = make_extraction([Said(sentence="Open Mind is here.", subject="Organization:Open Mind")], source="second")
    store.write_all([first, second])
    store.retract(first.document.id)
    words = store.run_raw("MATCH (w:Word) RETURN w.id AS id ORDER BY id").rows
    assert words == ((":Organization 1",), ("=openmind",), ("mind",), ("open",))
    assert store.run_raw("MATCH (p:Part) WHERE NOT (p)<-[:HAS_PART]-() RETURN count(p) AS n").rows == ((0,),)
