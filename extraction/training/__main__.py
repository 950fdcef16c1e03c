"""Train the pair models from `data/corpus` and write them to `data/models`: `python -m extraction.training`.

Needs scikit-learn (`pip install -e .[train]`). The same corpus gives the same weights. Prints what cross-validation
says of each language, so that a change of the corpus shows what it brought.
"""

import sys

from extraction.training.train import train_language

if __name__ == "__main__":
    for language in sys.argv[1:] or ("fr", "en"):
        print(train_language(language))
