"""`python -m extraction.evaluation`: measure the extractor on the gold set, and keep its figures as the baseline."""

import sys

from extraction.evaluation.baseline import baseline_of, fallen, load_baseline, save_baseline
from extraction.evaluation.score import evaluate
from extraction.evaluation.system import read_system
from graph.settings import DATA_FOLDER


def main() -> None:
    """Write `data/gold/baseline.toml`, and say which figures fell."""
    path = DATA_FOLDER / "gold" / "baseline.toml"
    now = baseline_of(evaluate(path.parent, read_system))
    lost = fallen(load_baseline(path), now) if path.exists() else ()
    save_baseline(path, now)
    for line in (*lost, str(now)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
