"""The small parts at the edge: cursors, dates as bounds, dates in words, hosts, safe text."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.ask.dates import date_in_words, date_phrase
from api.ask.records import Language
from api.cli.terminal import one_line, printable, safe_json
from api.cursors import decode_cursor, encode_cursor
from api.dates import days_of
from api.guards import host_of
from graph.errors import InvalidCursor, InvalidDate


@given(st.lists(st.text()), st.text())
def test_a_cursor_carries_its_key(key: list[str], filters: str) -> None:
    cursor = encode_cursor(tuple(key), "list", filters)
    assert (cursor is not None and decode_cursor(cursor, "list", filters) == tuple(key)) or len(cursor or "") > 2_000


@given(st.text())
def test_a_cursor_of_nobody_is_refused(text: str) -> None:
    with pytest.raises(InvalidCursor):
        decode_cursor(text, "list")


def test_the_end_has_no_cursor() -> None:
    assert (encode_cursor(None, "list"), decode_cursor(None, "list")) == (None, None)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2025-02", ("2025-02-01", "2025-02-28")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-04-21", ("2025-04-21", "2025-04-21")),
        ("2025-04-21/2025-05", ("2025-04-21", "2025-05-31")),
    ],
)
def test_a_date_covers_its_days(value: str, days: tuple[str, str]) -> None:
    assert days_of(value) == days


@pytest.mark.parametrize(
    "value", ["", "25", "2025-4", "2025-13", "2025-02-30", "0000", "2025/2024", "a/b/c", "２０２５"]
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(InvalidDate):
        days_of(value)


@pytest.mark.parametrize(
    ("edtf", "precision", "en", "fr"),
    [
        (None, None, "", ""),
        ("2025", "year", "2025", "2025"),
        ("2025-04", "month", "April 2025", "avril 2025"),
        ("2025-08-01", "day", "1 August 2025", "1er août 2025"),
        ("2025-04-21/2025-04-30", "part of month", "late April 2025", "fin avril 2025"),
        ("2025-04-11/2025-04-20", "part of month", "mid-April 2025", "mi-avril 2025"),
        ("2025-04-21/2025-04-30", "span", "21 April 2025 to 30 April 2025", "21 avril 2025 au 30 avril 2025"),
        ("2025-07-01/2025-09-30", "quarter", "Q3 2025", "T3 2025"),
        ("2025-04~", "month", "about April 2025", "vers avril 2025"),
        ("../2025-04-15", "day", "by 15 April 2025", "avant le 15 avril 2025"),
        ("soon", None, "soon", "soon"),
    ],
)
def test_a_date_in_words(edtf: str | None, precision: str | None, en: str, fr: str) -> None:
    languages: tuple[Language, ...] = ("en", "fr")
    assert tuple(date_in_words(edtf, language, precision) for language in languages) == (en, fr)


@pytest.mark.parametrize(
    ("edtf", "en", "fr"),
    [
        ("2025-04-05", "on 5 April 2025", "le 5 avril 2025"),
        ("2025-04", "in April 2025", "en avril 2025"),
        ("2025", "in 2025", "en 2025"),
        ("2025-04-21/2025-04-30", "in late April 2025", "fin avril 2025"),
        ("2025-04-29/2025-04-30", "from 29 April 2025 to 30 April 2025", "du 29 avril 2025 au 30 avril 2025"),
        ("2025-07-01/2025-09-30", "in Q3 2025", "au T3 2025"),
        ("2025-02-21/2025-02-28", "in late February 2025", "fin février 2025"),
        ("2025~", "about 2025", "vers 2025"),
        ("../2025-12-31", "by 31 December 2025", "avant le 31 décembre 2025"),
    ],
)
def test_a_date_after_a_verb(edtf: str, en: str, fr: str) -> None:
    assert (date_phrase(edtf, "en"), date_phrase(edtf, "fr")) == (en, fr)


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("localhost", "localhost"),
        ("LocalHost:80", "localhost"),
        ("[::1]:80", "::1"),
        ("[::1]", "::1"),
        ("", ""),
        ("a.b:1:2", "a.b"),
    ],
)
def test_the_host_of_a_header(header: str, host: str) -> None:
    assert host_of(header) == host


@given(st.text())
def test_printable_text_has_nothing_that_steers(text: str) -> None:
    shown = one_line(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert not set("\u202e\u2066\u200e\u061c") & set(shown)


@pytest.mark.parametrize("text", ["plain", "été 東京 👩‍💻", "a\tb\n"])
def test_harmless_text_stays(text: str) -> None:
    assert printable(text) == text


@given(st.dictionaries(st.text(), st.text(alphabet=st.characters(exclude_categories=["Cs"]))))
def test_safe_json_says_the_same(value: dict[str, str]) -> None:
    clean = {key.encode("utf-8", "ignore").decode(): text for key, text in value.items()}
    assert json.loads(safe_json(json.dumps(clean, ensure_ascii=False))) == clean
