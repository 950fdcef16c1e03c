"""What the project's own extractor says of a digest, in the form that is scored."""

from pathlib import Path

from extraction.evaluation.records import SystemDocument
from extraction.pipeline import load_extractor, to_guidelines
from extraction.readers import read_digest


def read_system(path: Path) -> SystemDocument:
    """The entities and claims of the digest in this file; nothing but its text is told to the extractor.

    Raises:
        UnreadableDigest: as `read_digest`.
    """
    source = path.as_posix()
    extraction = load_extractor().extract(read_digest(path.read_bytes(), source=source), source=source)
    return SystemDocument.model_validate(to_guidelines(extraction))
