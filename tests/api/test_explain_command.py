"""`veille explain` on a digest of three sentences: in short, in full, as JSON, and what it refuses."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.app import app
from api.cli.explain import marked
from extraction.explain import Mark, Part

DIGEST = """# Veille IA, 30 avril 2025

- Le 5 avril, Meta a lancé **Llama 4**.
- Apple pourrait racheter Mistral AI.
"""


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    path = tmp_path / "veille.md"
    path.write_text(DIGEST, "utf-8")
    return path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["explain", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.slow
def test_every_claim_is_explained_in_short(digest: Path) -> None:
    lines = run(str(digest)).splitlines()
    assert [line.split(" ", 1)[1] for line in lines if line[0] != " "] == [
        "Meta RELEASED Llama 4 2025-04-05 asserted",
        "Apple ACQUIRED Mistral AI speculated",
    ]
    assert lines[1] == "  [date Le 5 avril], [subject Meta] [trigger a lancé] [object Llama 4]."
    assert lines[4] == "  [subject Apple] [trigger [cue pourrait] racheter] [object Mistral AI]."
    assert lines[2].startswith("  fr/RELEASED/verb/")
    assert lines[2].endswith("of data/triggers/fr/RELEASED.toml")


@pytest.mark.slow
def test_one_claim_is_explained_in_full(digest: Path) -> None:
    apple = next(line for line in run(str(digest)).splitlines() if "Apple ACQUIRED" in line)
    told = dict(
        line.split(None, 1) for line in run(str(digest), "--claim", apple.split()[0]).splitlines() if line[:4] == "    "
    )
    assert told["word"] == "racheter"
    assert told["rule"].startswith("fr/ACQUIRED/verb/") and "data/triggers/fr/ACQUIRED.toml" in told["rule"]
    assert "[Organization " in told["example"]
    assert told["subject"] == "Apple (Organization): the name “Apple” (70-75)"
    assert told["factuality"] == "speculated: because of “pourrait” (76-84)"
    assert told["date"] == "none is told"
    assert DIGEST[76:84] == "pourrait"


@pytest.mark.slow
def test_a_rule_chooses_what_it_read(digest: Path) -> None:
    printed = json.loads(run(str(digest), "--rule", "fr/ACQUIRED", "--format", "json"))
    assert [(one["subject"], one["object"]) for one in printed] == [("Apple", "Mistral AI")]
    assert run(str(digest), "--rule", "fr/ENACTED") == "No claim that this rule read.\n"


@pytest.mark.slow
def test_a_claim_that_was_not_read_is_refused_in_one_sentence(digest: Path) -> None:
    result = CliRunner().invoke(app, ["explain", str(digest), "--claim", "0123"])
    assert result.exit_code != 0
    assert str(result.exception).startswith("No claim '0123' was read in ")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["explain", str(tmp_path / "none.md")])
    assert result.exit_code != 0
    assert "none.md" in str(result.exception)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "abcdef"),
        ([(Part.TRIGGER, 0, 6)], "[trigger abcdef]"),
        ([(Part.SUBJECT, 0, 2), (Part.OBJECT, 2, 3)], "[subject ab][object c]def"),
        ([(Part.TRIGGER, 1, 5), (Part.CUE, 1, 3)], "a[trigger [cue bc]de]f"),
        ([(Part.TRIGGER, 1, 5), (Part.CUE, 3, 5)], "a[trigger bc[cue de]]f"),
        ([(Part.TRIGGER, 1, 4), (Part.DATE, 3, 6)], "a[trigger bcd]ef"),
    ],
)
def test_marks_nest_and_never_cross(marks: list[tuple[Part, int, int]], expected: str) -> None:
    assert marked("abcdef", tuple(Mark(part=part, start=low, end=high) for part, low, high in marks)) == expected
