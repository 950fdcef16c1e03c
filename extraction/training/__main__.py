"""Train the network from `data/corpus` and write it to `data/models`: `python -m extraction.training`.

With `--go-on` the network in `data/models` is trained further, as after an addition to the corpus. Needs what the
extra `train` lists. Prints what the items held back say, so that a change of the corpus shows what it brought.
"""

import argparse

from extraction.training.train import GO_ON, train

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m extraction.training", description="Train the network.")
    parser.add_argument("--go-on", action="store_true", help="begin with the network that is there, not with the base")
    print(train(go_on=True, epochs=GO_ON) if parser.parse_args().go_on else train())
