"""What the network is trained and measured on: the corpus, the annotated texts of others, and words to spell."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from tokenizers import Tokenizer

from extraction.models import load_model
from extraction.training.annotated import annotated, load_annotations
from extraction.training.corpus import CorpusItem, as_digest
from extraction.training.examples import Text, texts

LANGUAGES = ("en", "fr")
HELD = 12
"""One item in so many is held back to be measured on."""
_T = TypeVar("_T")


def read_material(
    corpus: Mapping[str, Sequence[CorpusItem]], others: Path | None, tokenizer: Tokenizer, kinds: Mapping[str, int]
) -> tuple[list[Text], list[Text], list[Text]]:
    """The texts of the corpus that are learned, those of others that are, and of both those that are held back."""
    learned: list[Text] = []
    real: list[Text] = []
    held: list[Text] = []
    for language, items in corpus.items():
        kept, back = _parted(items)
        learned += texts(as_digest(kept, language), tokenizer, kinds)
        held += texts(as_digest(back, language), tokenizer, kinds)
        if others is not None:
            known = load_annotations(language)
            found = list(annotated(known, language, others))
            print(f"{language}: {len(found)} of {len(known)} annotated texts found in {others}", flush=True)
            for digests, into in zip(_parted(found), (real, held), strict=True):
                into += [text for digest in digests for text in texts(digest, tokenizer, kinds)]
    return learned, real, held


def _parted(items: Sequence[_T]) -> tuple[list[_T], list[_T]]:
    """What is learned, and what is held back."""
    return [one for number, one in enumerate(items) if number % HELD], list(items[::HELD])


def words() -> list[str]:
    """The words that the language models know, without names of things that are no words."""
    return sorted(
        {
            word
            for language in LANGUAGES
            for word in load_model(language).vocab.strings
            if 1 < len(word) < 25 and word.replace("'", "").replace("-", "").isalpha()
        }
    )
