"""Normal forms of names: what makes two spellings one name, and the slug that goes into an id.

Shared by the catalogue, linking, search and resolution, so that all of them agree on when two names are equal.
"""

import re
import unicodedata

_LEADING_ARTICLE = re.compile(r"^(?:the|le|la|les|l|un|une|an?|d|de|du|des)\s+")
_NOT_NAME = re.compile(r"[^\w.+#]+")


def strip_accents(text: str) -> str:
    """The text without diacritics and with compatibility forms folded; letters of other scripts stay."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if not unicodedata.combining(char)))


def normalize(name: str) -> str:
    """The form in which names are compared: no case, accents, punctuation or leading article.

    "L’Oréal" -> "oreal", "GPT-4o" -> "gpt 4o", "The Pile" -> "pile", "C++" -> "c++". Never empty for a name
    that holds a letter or digit.
    """
    text = _NOT_NAME.sub(" ", strip_accents(name).casefold().replace("_", " ")).strip(" .")
    shorter = _LEADING_ARTICLE.sub("", text)
    return shorter or text


def squash(name: str) -> str:
    """`normalize` without spaces: "Open AI" and "OpenAI" are one."""
    return normalize(name).replace(" ", "")


def slug(name: str) -> str:
    """The name as it stands in an id: lower-case ASCII letters, digits, dots and hyphens where it has any.

    "Hugging Face" -> "hugging-face", "GPT-4.5" -> "gpt-4.5", "C++" -> "c-plus-plus"; another script keeps its letters.
    """
    text = strip_accents(name).casefold().replace("+", " plus ").replace("#", " sharp ")
    text = re.sub(r"[^\w.]+|_+", "-", text).strip("-.")
    return re.sub(r"-+", "-", text) or "unnamed"
