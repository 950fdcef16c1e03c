import pytest

from extraction.dates import find_dates
from extraction.dates.lexicon import Shape, compiled_shapes
from extraction.dates.resolve import READINGS

PUBLISHED = "2025-04-30"
TOLD = "2025-04-03"
"""The day that the sentence before told."""
SHAPES = [
    pytest.param(language, shape, id=f"{language}-{index}-{shape.means}")
    for language in ("fr", "en")
    for index, (shape, _) in enumerate(compiled_shapes(language))
]


@pytest.mark.parametrize(("language", "shape"), SHAPES)
def test_every_shape_reads_its_example(language: str, shape: Shape) -> None:
    found = find_dates(shape.example.text, language=language, published=PUBLISHED, told=TOLD)
    assert [item.date.edtf for item in found] == [shape.example.edtf]


@pytest.mark.parametrize(("language", "shape"), SHAPES)
def test_no_shape_reads_its_counter_example(language: str, shape: Shape) -> None:
    assert find_dates(shape.counter, language=language, published=PUBLISHED, told=TOLD) == ()


@pytest.mark.parametrize(("language", "shape"), SHAPES)
def test_every_shape_has_a_reading(language: str, shape: Shape) -> None:
    assert shape.means in READINGS, language
