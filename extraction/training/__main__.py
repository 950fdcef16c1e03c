"""Train the network from `data/corpus` and write it to `data/models`: `python -m extraction.training`.

With `--go-on` the network in `data/models` is trained further, as after an addition to the corpus; with `--others` it
also learns the texts that `data/annotations` annotates, from checkouts of their repositories. Needs what the extra
`train` lists. Prints what the items held back say, so that a change of the corpus shows what it brought.
"""

import argparse
from pathlib import Path

from extraction.training.train import GO_ON, train

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m extraction.training", description="Train the network.")
    parser.add_argument("--go-on", action="store_true", help="begin with the network that is there, not with the base")
    parser.add_argument("--others", type=Path, help="the folder of the checkouts that data/README.md names")
    chosen = parser.parse_args()
    if chosen.go_on:
        print(train(go_on=True, epochs=GO_ON, others=chosen.others))
    else:
        print(train(others=chosen.others))
