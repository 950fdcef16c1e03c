"""How fast digests are read, beside plain `nlp.pipe` of spaCy over the same text in the same run.

    python -m tests.bench.extraction

The words are those between spaces of the sample digests; both readings are warm and use one thread. Plain spaCy runs
once as it comes, and once with those of its parts
that this program uses.
"""

import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language

from extraction.document import DigestText
from extraction.models import MODEL_PACKAGES, load_model
from extraction.pipeline import load_extractor
from extraction.readers import read_digest
from graph.settings import DATA_FOLDER

_ROUNDS = 3
"""Of which the fastest counts: what else the machine does only ever slows down."""


def read_all(folder: Path) -> dict[str, list[DigestText]]:
    """The digests of a folder by language."""
    found: dict[str, list[DigestText]] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in (".md", ".html", ".txt") and path.name != "README.md":
            digest = read_digest(path.read_bytes(), source=path.name, published=None, language=None, max_bytes=10**7)
            found.setdefault(digest.language, []).append(digest)
    return found


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the fastest of some rounds, after one that warms up."""
    taken = []
    for _ in range(1 + _ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken[1:])


def main() -> None:
    """Measure and print."""
    extractor = load_extractor()
    for language, digests in sorted(read_all(DATA_FOLDER / "digests").items()):
        texts = [digest.text for digest in digests]
        words = sum(len(text.split()) for text in texts)

        def extract(digests: list[DigestText] = digests) -> None:
            for digest in digests:
                extractor.extract(digest, source="bench")

        ours = words / fastest(extract)
        print(f"{language}: {len(digests)} digests, {words:,} words; extraction {ours:,.0f} words/s")
        plain = {"as it comes": spacy.load(MODEL_PACKAGES[language]), "as used here": load_model(language)}
        for told, nlp in plain.items():

            def tag(texts: list[str] = texts, nlp: Language = nlp) -> None:
                for _ in nlp.pipe(texts):
                    pass

            theirs = words / fastest(tag)
            print(f"    plain spaCy {told}: {theirs:8,.0f} words/s, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
