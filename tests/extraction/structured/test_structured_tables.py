"""Rows of files: their numbers, the broken ones told and passed over, and files that are no tables."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.structured.mapping import Mapping
from extraction.structured.tables import BrokenRow, Row, read_rows
from graph.errors import UnreadableTable

PLAIN = Mapping.model_validate(
    {
        "name": "plain",
        "what": "",
        "title": "{name}",
        "key": "thing",
        "records": "rows",
        "entities": {"thing": {"columns": ["name"], "kinds": ["Model"]}},
        "claims": [],
    }
)


def told(path: Path, content: str | bytes) -> list[tuple[int, object]]:
    """The rows of a file of this content: cells of good ones, the reason of broken ones."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [(row.number, row.cells if isinstance(row, Row) else row.reason) for row in read_rows(path, PLAIN)]


def test_rows_of_csv_are_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    rows = told(tmp_path / "t.csv", '\ufeffname,size\nA,1\n"B\nb",2\n\nC\nD,"4"5\nE,6\n')
    assert rows == [
        (2, {"name": "A", "size": "1"}),
        (3, {"name": "B\nb", "size": "2"}),
        (5, "it has 1 cells where the header has 2"),
        (6, "',' expected after '\"'"),
        (7, {"name": "E", "size": "6"}),
    ]


def test_lines_of_json_lines_are_numbered_as_an_editor_does(tmp_path: Path) -> None:
    rows = told(tmp_path / "t.jsonl", '{"name": "A", "size": 2.10, "makers": ["M", null, 3]}\n\n{oops\n[1]\n')
    assert rows[0] == (1, {"name": "A", "size": "2.10", "makers": ("M", "3")})
    assert [number for number, _ in rows] == [1, 3, 4]
    assert rows[2] == (4, "it is no object")


@pytest.mark.parametrize("content", ['[{"name": null}, 7]', '{"rows": [{"name": ""}, 7]}'])
def test_json_holds_a_list_at_its_top_or_in_the_declared_member(tmp_path: Path, content: str) -> None:
    assert told(tmp_path / "t.json", content) == [(1, {"name": ""}), (2, "it is no object")]


REFUSED = (
    ("t.csv", "", "it has no header"),
    ("t.csv", "a,a\n1,2\n", "two columns are called 'a'"),
    ("t.csv", b"name\ncaf\xe9\n", "is not UTF-8"),
    ("t.json", "{}", "it has no list of rows in its member 'rows'"),
    ("t.json", "[", "it is no JSON"),
    ("t.json", "[" * 100_000, "it is no JSON"),
    ("t.xlsx", "", "tells no format"),
)


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED)
def test_what_is_no_table_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    with pytest.raises(UnreadableTable, match=reason) as refused:
        told(tmp_path / name, content)
    assert str(refused.value).startswith(str(tmp_path / name))
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="no such file"):
        list(read_rows(tmp_path / "none.csv", PLAIN))


@given(content=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_gives_rows_or_one_sentence(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    path = tmp_path_factory.mktemp("any") / "t.csv"
    path.write_text(content, "utf-8", newline="")
    try:
        rows = list(read_rows(path, PLAIN))
    except UnreadableTable:
        return
    numbers = [row.number for row in rows]
    assert numbers == sorted(set(numbers))
    assert all(isinstance(row, Row | BrokenRow) for row in rows)
