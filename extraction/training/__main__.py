"""Train the network from `data/corpus` and write it to `data/models`: `python -m extraction.training`.

Needs what the extra `train` lists. Prints what the items held back say, so that a change of the corpus shows what it
brought.
"""

from extraction.training.train import train

if __name__ == "__main__":
    print(train())
