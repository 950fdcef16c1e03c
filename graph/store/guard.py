"""What may be asked in raw Cypher: one statement that only reads. The engines' own read mode is the second lock.

Stricter than needed where that is simpler: a map key or variable that is spelt like a writing keyword is refused too.
"""

from graph.errors import RefusedQuery
from graph.store.queries import WRITE_WORDS
from graph.store.scan import code_words, count_statements, tokens

_STARTS = frozenset({"MATCH", "OPTIONAL", "RETURN", "UNWIND", "WITH"})
"""Keywords that may open a reading statement; the prefixes EXPLAIN, PROFILE, CYPHER, USE and FOR are not offered."""
_ADMIN_WORDS = frozenset({"ALTER", "GRANT", "DENY", "REVOKE", "RENAME", "TERMINATE", "SHOW", "USE", "FORMAT", "CSV"})
"""Keywords of administration, and of the embedded engine's second output format."""
MAX_CHARACTERS = 20_000
"""Length of a statement; chosen by hand: far above any question a person writes."""


def check_raw(cypher: str) -> None:
    """Raise RefusedQuery unless the text is a single statement that only reads."""
    if len(cypher) > MAX_CHARACTERS:
        raise RefusedQuery(f"it is longer than {MAX_CHARACTERS} characters")
    if not cypher.isprintable() and any(ord(char) < 32 and char not in "\n\r\t" for char in cypher):
        raise RefusedQuery("it holds control characters")
    if "\\u" in cypher:
        raise RefusedQuery("it holds a Unicode escape, which could hide a keyword")
    count = count_statements(cypher)
    if count != 1:
        raise RefusedQuery("it is empty" if count == 0 else "it is several statements")
    words = code_words(cypher)
    if not words or words[0] not in _STARTS:
        raise RefusedQuery(
            f"it starts with {words[0] if words else 'no keyword'}, not with MATCH, UNWIND, WITH or RETURN"
        )
    if writes := sorted((WRITE_WORDS | _ADMIN_WORDS) & set(words) - {"CALL"}):
        raise RefusedQuery(f"{writes[0]} is not reading")
    _check_calls(cypher)


def _check_calls(cypher: str) -> None:
    """Refuse procedures, some of which write or read files; subqueries in braces are fine."""
    before = ""
    for token in tokens(cypher):
        if before == "CALL" and token.text not in ("{", "("):
            raise RefusedQuery("it calls a procedure")
        before = token.text.upper() if token.kind == "word" else ""
