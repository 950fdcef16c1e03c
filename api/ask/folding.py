"""The form in which questions are compared with patterns: no accents, no capitals, but as long as the original.

One character stays one character, so that a span found in the folded text is the same span of what was typed.
"""

import re

from graph.names import strip_accents

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " "})
_CLOSING = ' ?!.…;:,»«"“”'
_POLITE = re.compile(
    r"(?:(?:hi|hello|hey|please|so|bonjour|salut|svp|s'il te plait|s'il vous plait|dis-moi|dites-moi|et|and)[ ,]+|"
    r"(?:can|could) you (?:please )?tell me |(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous) me dire |"
    r"do you know |sais-tu |savez-vous )+"
)


def fold(text: str) -> str:
    """The text without accents and capitals, character for character."""
    return "".join(_folded(character) for character in text.translate(_APOSTROPHES))


def _folded(character: str) -> str:
    plain = strip_accents(character).lower()
    return plain if len(plain) == 1 else character


def trimmed(question: str) -> str:
    """What was asked without polite openings, closing punctuation and doubled spaces."""
    text = " ".join(question.translate(_APOSTROPHES).split()).strip(_CLOSING)
    opening = _POLITE.match(fold(text))
    return text[opening.end() :] if opening and opening.end() < len(text) else text
