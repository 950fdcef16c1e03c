"""`veille extract` and `veille evaluate` with the real extractor, on a sample digest."""

import json

import pytest
from typer.testing import CliRunner

from api.cli.app import app
from graph.settings import DATA_FOLDER

pytestmark = pytest.mark.slow
DIGEST = DATA_FOLDER / "digests" / "fr-lettre-decembre.md"


def test_a_digest_is_printed_in_the_form_of_the_gold_files() -> None:
    result = CliRunner().invoke(app, ["extract", str(DIGEST), "--format", "json"])
    printed = json.loads(result.stdout)
    original = DIGEST.read_text("utf-8")
    assert (result.exit_code, printed["language"], printed["published"]) == (0, "fr", "2024-12-30")
    assert printed["claims"]
    for entity in printed["entities"]:
        for mention in entity["mentions"]:
            assert original[mention["start_char"] : mention["end_char"]] == mention["surface"]


def test_a_digest_is_printed_for_people() -> None:
    result = CliRunner().invoke(app, ["extract", str(DIGEST), "--format", "text"])
    assert result.exit_code == 0
    assert "Nvidia ACQUIRED Run:ai 2024-12-30 asserted" in result.stdout


def test_the_gold_folder_is_scored() -> None:
    result = CliRunner().invoke(app, ["evaluate", str(DATA_FOLDER / "gold"), "--json"])
    names = {document["document"] for document in json.loads(result.stdout)["documents"]}
    assert result.exit_code == 0
    assert names == {path.stem for path in (DATA_FOLDER / "gold").glob("*.json")}
