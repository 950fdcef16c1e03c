"""Figures that are kept, and when one of them has fallen."""

from pathlib import Path

import pytest

from extraction.evaluation.baseline import Baseline, baseline_of, fallen, load_baseline, save_baseline
from extraction.evaluation.report import Report
from graph.errors import InvalidDeclaration

KEPT = Baseline(entities=0.9, precision=0.8, recall=0.3, factuality=0.95)


@pytest.mark.parametrize(
    ("now", "named"),
    [
        ({}, []),
        ({"recall": 0.6, "precision": 0.99}, []),
        ({"recall": 0.2905}, []),
        ({"recall": 0.2895}, ["recall"]),
        ({"entities": 0.889}, ["entities"]),
        ({"precision": 0.7, "recall": 0.9}, ["precision"]),
        ({"factuality": 0.9, "entities": 0.0}, ["entities", "factuality"]),
    ],
)
def test_a_figure_has_fallen_when_it_is_more_than_a_point_below(now: dict[str, float], named: list[str]) -> None:
    told = fallen(KEPT, KEPT.model_copy(update=now))
    assert [line.split()[0] for line in told] == named


def test_figures_are_read_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "baseline.toml"
    save_baseline(path, KEPT)
    assert load_baseline(path) == KEPT
    assert "make baseline" in path.read_text("utf-8")


def test_a_report_without_claims_has_no_share_of_right_factuality() -> None:
    assert baseline_of(Report(documents=())) == Baseline(entities=0, precision=0, recall=0, factuality=0)


@pytest.mark.parametrize(
    "text", ["", "entities = 0.9", "entities = 2\nprecision = 0\nrecall = 0\nfactuality = 0", "= ="]
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidDeclaration, match=r"baseline\.toml"):
        load_baseline(path)
