"""Cells: lists however they are written, dates, counts and licences; what is none of them is nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.structured.cells import items_of, read_count, read_date, read_day, read_license
from graph.errors import InvalidDate

BLANK = frozenset({"unknown"})
ITEMS = (
    ("Meta", (), ("Meta",)),
    ("Meta,Mila", (), ("Meta,Mila",)),
    ("Meta,Mila", (",",), ("Meta", "Mila")),
    ("Meta, Mila,, Meta", (",",), ("Meta", "Mila")),
    ("Baidu and Meta", (" and ", ","), ("Baidu", "Meta")),
    ("Anderson", (" and ",), ("Anderson",)),
    ("Acme, Inc.,Meta", (",",), ("Acme, Inc.", "Meta")),
    ('["uber","navya"]', (), ("uber", "navya")),
    ("['Llama 2', \"O'Reilly\"]", (), ("Llama 2", "O'Reilly")),
    ("[dev] edition", (), ("[dev] edition",)),
    ("[[1], 2]", (), ("[[1], 2]",)),
    ("__import__('os')", (), ("__import__('os')",)),
    (" Unknown ", (), ()),
    ("two\nlines", (), ("two lines",)),
    ("", (",",), ()),
    (("Meta", " unknown", "Meta"), (), ("Meta",)),
)


@pytest.mark.parametrize(("cell", "separators", "items"), ITEMS)
def test_a_cell_is_read_as_its_texts(
    cell: str | tuple[str, ...], separators: tuple[str, ...], items: tuple[str, ...]
) -> None:
    assert items_of(cell, separators, ("Acme, Inc.",), BLANK) == items


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)))
def test_a_list_written_as_json_is_read_as_it_is(texts: list[str]) -> None:
    told = tuple(dict.fromkeys(" ".join(text.split()) for text in texts))
    assert items_of(json.dumps(texts), (), (), frozenset()) == tuple(text for text in told if text)


COUNTS = (
    ("2400000000.0", "2.4B"),
    ("32000000000", "32B"),
    ("1.4e12", "1.4T"),
    ("999999", "1M"),
    ("355000", "355K"),
    ("12", "12"),
    ("7B parameters (dense)", "7B"),
    ("0.0", None),
    ("1e40", None),
    ("13B labels of quantum and biological nature.", None),
    ("200 GB", None),
    ("unknown", None),
)


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_a_number_of_parameters_is_told_as_digests_tell_it(text: str, count: str | None) -> None:
    assert read_count(text, language="en") == count


LICENSES = (
    ("Apache 2.0", "Apache-2.0"),
    ("Apache-2.0", "Apache-2.0"),
    ("MIT License", "MIT"),
    ("BAAI Aquila Model Licence Agreement", "BAAI Aquila Model Licence Agreement"),
    ("none (model weights), BSD-3-Clause (code)", "none (model weights), BSD-3-Clause (code)"),
    ("All use must abide by " + "the terms " * 20, None),
)


@pytest.mark.parametrize(("text", "licence"), LICENSES)
def test_a_licence_is_named_by_its_id_only_when_it_is_the_whole_cell(text: str, licence: str | None) -> None:
    assert read_license(text, language="en") == licence


DATES = (
    ("2025-03-14", None, "2025-03-14"),
    ("2025-03", None, "2025-03"),
    ("2025", None, "2025"),
    ("2025-03-11 19:27:29+00:00", None, "2025-03-11"),
    ("14/03/2025", "%d/%m/%Y", "2025-03-14"),
)


@pytest.mark.parametrize(("text", "form", "edtf"), DATES)
def test_a_date_keeps_its_precision(text: str, form: str | None, edtf: str) -> None:
    assert read_date(text, form).edtf == edtf


@pytest.mark.parametrize(("text", "form"), [("soon", None), ("14/03/2025", None), ("2025-02-30", None), ("x", "%Y")])
def test_what_is_no_date_is_refused(text: str, form: str | None) -> None:
    with pytest.raises(InvalidDate):
        read_date(text, form)


def test_only_one_day_dates_a_document() -> None:
    assert [read_day(text) for text in ("2025-03-11T08:00:00Z", "2025-03", "soon")] == ["2025-03-11", None, None]
