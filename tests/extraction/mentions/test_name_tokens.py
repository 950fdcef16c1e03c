from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.mentions.tokens import Shape, shape_of, tokenize

SHAPES = [
    ("Hugging", Shape.CAPITAL),
    ("hugging", Shape.LOWER),
    ("NVIDIA", Shape.UPPER),
    ("X", Shape.CAPITAL),
    ("OpenAI", Shape.MIXED),
    ("xAI", Shape.MIXED),
    ("iPhone", Shape.MIXED),
    ("Jean-Pierre", Shape.CAPITAL),
    ("Open-source", Shape.CAPITAL),
    ("GPT-4o", Shape.CODE),
    ("o4-mini", Shape.CODE),
    ("H100", Shape.CODE),
    ("Qwen2.5-72B-Instruct", Shape.CODE),
    ("2.5", Shape.NUMBER),
    ("72B", Shape.NUMBER),
    ("128k", Shape.NUMBER),
    ("24-hour", Shape.NUMBER),
    ("mid-2025", Shape.CODE),
]


@pytest.mark.parametrize(("word", "shape"), SHAPES)
def test_shape_of_a_word(word: str, shape: Shape) -> None:
    assert shape_of(word) is shape


WORDS = [
    ("l'ingénieur d’OpenAI", ["l", "ingénieur", "d", "OpenAI"]),
    ("Google's Gemini", ["Google", "s", "Gemini"]),
    ("a Microsoft-backed lab", ["a", "Microsoft", "lab"]),
    ("the Qwen2.5-72B-Instruct model", ["the", "Qwen2.5-72B-Instruct", "model"]),
    ("an ex-Google engineer", ["an", "Google", "engineer"]),
    ("C++ and C#", ["C++", "and", "C#"]),
    ("Node.js, AT&T", ["Node.js", "AT&T"]),
    ("Claude/Gemini", ["Claude", "Gemini"]),
    ("It ends. Then", ["It", "ends", "Then"]),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


@given(st.text(max_size=60))
def test_tokens_are_spans_of_the_text_in_order(text: str) -> None:
    tokens = tokenize(text)
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert all(left.end <= right.start for left, right in pairwise(tokens))
