"""From the bytes of a digest to the graph, the same way for the command line and for HTTP."""

from typing import Protocol

from extraction.document import DigestText
from graph.records import Extraction
from graph.settings import max_digest_bytes
from graph.store import Store
from graph.store.answers import WriteReport


class Extractor(Protocol):
    """Whatever turns the text of a digest into entities and claims."""

    def extract(self, digest: DigestText, *, source: str) -> Extraction:
        """Everything that the digest says."""


def load_default_extractor() -> Extractor:
    """The rule-based pipeline; takes seconds, since it loads the language models."""
    # Imported here: the models' libraries would slow down every command that reads no digest.
    from extraction.pipeline import load_extractor

    return load_extractor()


def extract_bytes(
    extractor: Extractor, data: bytes, *, source: str, published: str | None = None, language: str | None = None
) -> Extraction:
    """What a digest says, read from its bytes.

    Args:
        source: Address or name it comes from.
        published: ISO day; found in the text when None.
        language: 'fr' or 'en'; found in the text when None.

    Raises:
        UnreadableDigest: empty, binary, not decodable or too large.
    """
    # Imported here: the readers' libraries would slow down every command that reads no digest.
    from extraction.readers import read_digest

    digest = read_digest(data, source=source, published=published, language=language, max_bytes=max_digest_bytes())
    return extractor.extract(digest, source=source)


def ingest_bytes(
    store: Store,
    extractor: Extractor,
    data: bytes,
    *,
    source: str,
    published: str | None = None,
    language: str | None = None,
) -> WriteReport:
    """Read a digest and keep what it says, in one transaction. Raises as `extract_bytes` and `Store.write` do."""
    extraction = extract_bytes(extractor, data, source=source, published=published, language=language)
    return store.write(extraction)
