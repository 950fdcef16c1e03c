"""`veille review`, `merge` and `split` as a user meets them."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.app import app
from api.cli.ingest import resolve_entities
from graph.errors import ContradictoryJudgement, NotMerged
from graph.store import open_store
from tests.factory import Said, make_extraction

BOLT, BOLT_AI, ACME, ACME_INC = (f"organization/{name}" for name in ("bolt", "bolt-ai", "acme", "acme-inc"))


@pytest.fixture
def veille(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """A runner over a graph with Acme and Acme Inc, which are one, and Bolt and Bolt AI, which may be."""
    uri = f"embedded:{tmp_path / 'graph.kgl'}"
    with open_store(uri) as store:
        for number, names in enumerate((("Acme", "Bolt"), ("Acme Inc", "Dock"), ("Ferry", "Bolt AI")), start=1):
            said = Said(
                sentence=f"{names[0]} acquired {names[1]}.",
                subject=f"Organization:{names[0]}",
                predicate="ACQUIRED",
                object=f"Organization:{names[1]}",
            )
            store.write(make_extraction([said], source=f"https://news.example/{number}"))
        resolve_entities(store)
    monkeypatch.setenv("VEILLE_GRAPH_URI", uri)
    return CliRunner()


def out(runner: CliRunner, *arguments: str) -> str:
    """What a command that succeeds prints on standard output."""
    result = runner.invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_pairs_are_told_with_what_speaks_for_them(veille: CliRunner) -> None:
    told = out(veille, "review").splitlines()
    assert told[:2] == [f"0.75 {BOLT} {BOLT_AI}", "“Bolt” and “Bolt AI”: only one has 'ai' (+0.75)"]
    (match,) = json.loads(out(veille, "review", "--format", "json"))
    assert (match["left_id"], match["right_id"], match["score"]) == (BOLT, BOLT_AI, 0.75)


def test_a_merge_is_done_and_undone(veille: CliRunner) -> None:
    before = out(veille, "export")
    assert out(veille, "merge", BOLT_AI, BOLT, "--by", "Camille", "--reason", "one company") == (
        f"{BOLT_AI} leads to {BOLT} now; undo: veille split {BOLT_AI}\n"
    )
    judgement = next(line for line in out(veille, "export").splitlines() if f'"{BOLT_AI}"' in line)
    assert json.loads(judgement) == {
        "record": "judgement",
        "verdict": "same",
        "merged_id": BOLT_AI,
        "kept_id": BOLT,
        "decided_by": "Camille",
        "reason": "one company",
        "score": None,
    }
    assert out(veille, "split", BOLT_AI) == f"{BOLT_AI} stands by itself again, apart from {BOLT}.\n"
    assert out(veille, "export") == before


def test_a_rule_does_not_repeat_what_a_person_split(veille: CliRunner) -> None:
    assert f"veille review reconsider {ACME_INC} {ACME}" in out(veille, "split", ACME_INC)
    assert out(veille, "review", "run") == "0 merged, 0 split, 1 pairs to decide\n"
    out(veille, "review", "reconsider", ACME_INC, ACME)
    assert out(veille, "review", "run") == "1 merged, 0 split, 1 pairs to decide\n"


def test_a_rejected_pair_is_not_asked_about_again(veille: CliRunner) -> None:
    assert out(veille, "review", "reject", BOLT, BOLT_AI) == f"{BOLT} and {BOLT_AI} are two things.\n"
    assert out(veille, "review", "reject", BOLT_AI, BOLT).endswith("two things, as was known.\n")
    assert out(veille, "review") == ""


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("merge", ACME, ACME_INC), ContradictoryJudgement),
        (("review", "reject", ACME_INC, ACME), ContradictoryJudgement),
        (("split", ACME), NotMerged),
    ],
)
def test_what_cannot_be_judged_is_refused(
    veille: CliRunner, arguments: tuple[str, ...], error: type[Exception]
) -> None:
    assert isinstance(veille.invoke(app, arguments).exception, error)


def test_judgements_are_listed_with_who_when_why_and_score(veille: CliRunner) -> None:
    out(veille, "review", "reject", BOLT, BOLT_AI, "--by", "Camille")
    told = out(veille, "review", "judgements").splitlines()
    assert [told[0], told[3]] == [f"{BOLT} is not {BOLT_AI}", f"{ACME_INC} leads to {ACME}"]
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d Camille: no reason given", told[1])
    assert re.fullmatch(r"20\S+ rule of names and neighbours, score 0\.96: “Acme” and “Acme Inc”: .*", told[4])
    lines = out(veille, "review", "judgements", "--format", "json").splitlines()
    assert [json.loads(line)["score"] for line in lines] == [None, 0.96]


def test_a_merge_of_two_kinds_says_what_does_not_fit(veille: CliRunner, tmp_path: Path) -> None:
    said = [
        Said(sentence="Bolt released Nova.", subject="Organization:Bolt", predicate="RELEASED", object="Model:Nova"),
        Said(sentence="Nova has 7B parameters.", subject="Model:Nova", predicate="HAS_PARAMETERS", value="7B"),
        Said(sentence="Bolt made Nova.", subject="Organization:Bolt", predicate="DEVELOPED", object="Product:Nova"),
    ]
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as store:
        store.write(make_extraction(said, source="https://news.example/8"))
    before = out(veille, "export")
    assert "one is Model, the other Product" in out(veille, "review")
    assert out(veille, "merge", "model/nova", "product/nova") == (
        "model/nova leads to product/nova now; undo: veille split model/nova\n"
        "1 claims do not fit the kind product: they are shown with it, but make no plain edge.\n"
    )
    out(veille, "split", "model/nova")
    assert out(veille, "export") == before
