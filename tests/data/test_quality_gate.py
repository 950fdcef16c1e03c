"""The extractor reads the gold set no worse than the kept figures say, but for one point."""

import pytest

from extraction.evaluation import evaluate
from extraction.evaluation.baseline import baseline_of, fallen, load_baseline
from extraction.evaluation.system import read_system
from graph.settings import DATA_FOLDER

GOLD = DATA_FOLDER / "gold"


@pytest.mark.slow
def test_no_figure_fell_by_more_than_a_point() -> None:
    report = evaluate(GOLD, read_system)
    assert fallen(load_baseline(GOLD / "baseline.toml"), baseline_of(report)) == ()
    assert report.counts.cited_right == report.counts.cited > 0
